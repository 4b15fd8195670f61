"""Measure the language identification on a JSONL file of {"lang": ..., "text": ...}.

    python benchmarks/language.py texts.jsonl

Texts in Danish (da) and English (en) should be found; all other labels should come out as ``other``.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from postlint.document import language

BANDS = ((40, 10**9), (25, 39), (0, 24))
ANSWERS = ("da", "en", "other", "unsure")


def letters(text: str) -> int:
    """The number of letters in a text."""
    return sum(map(str.isalpha, text))


def table(texts: list[dict[str, str]], low: int, high: int) -> None:
    """Print the share of each answer per language, for texts with that many letters."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in texts:
        if low <= letters(entry["text"]) <= high:
            counts[entry["lang"]][language.identify(entry["text"])] += 1
    print(f"\n{low} letters and more" if high > 10**6 else f"\n{low} to {high} letters")
    print("| language | texts | " + " | ".join(ANSWERS) + " | found | mistaken |")
    print("|---|---|" + "---|" * (len(ANSWERS) + 2))
    for lang, answers in sorted(counts.items()):
        right = lang if lang in ("da", "en") else "other"
        total = sum(answers.values())
        wrong = total - answers[right] - answers["unsure"]
        cells = " | ".join(str(answers[answer]) for answer in ANSWERS)
        print(f"| {lang} | {total} | {cells} | {answers[right] / total:.1%} | {wrong / total:.1%} |")


def load_time() -> float:
    """Milliseconds of CPU to read the model, the best of twenty."""
    best = float("inf")
    for _ in range(20):
        language._loaded.clear()
        start = time.process_time()
        language._model()
        best = min(best, time.process_time() - start)
    return best * 1e3


def text_time(pieces: list[str], fresh: bool) -> float:
    """Microseconds of CPU per text, with or without the words of earlier texts remembered."""
    model = language._model()
    spent = 0.0
    for piece in pieces:
        if fresh:
            model.cache.clear()
        start = time.process_time()
        language.identify(piece)
        spent += time.process_time() - start
    return spent / len(pieces) * 1e6


def pieces_of(texts: list[dict[str, str]], size: int = 280) -> list[str]:
    """The Danish and English texts joined and cut into pieces of a post's length."""
    joined = " ".join(entry["text"] for entry in texts if entry["lang"] in ("da", "en"))
    return [joined[start : start + size] for start in range(0, len(joined), size)]


def main(path: Path) -> None:
    """Print the tables and times for one file."""
    texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    load = load_time()
    pieces = pieces_of(texts)
    fresh = text_time(pieces, fresh=True)
    text_time(pieces, fresh=False)
    warm = text_time(pieces, fresh=False)
    for low, high in BANDS:
        table(texts, low, high)
    print(f"\nload {load:.1f} ms; {len(pieces)} texts of 280 characters: ", end="")
    print(f"{fresh:.0f} µs each with no word met before, {warm:.0f} µs with all met before (CPU)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
