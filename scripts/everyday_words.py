"""Write postlint/document/everyday.dat, the everyday words of Danish and English.

    pip install wordfreq==3.1.1
    python scripts/everyday_words.py postlint/document/everyday.dat

Downloads nothing: the words come with the wordfreq package (data CC BY-SA 4.0, by Robyn Speer). Danish is taken
whole (about 29,000 words), English down to a frequency of about three in a million words.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import wordfreq

LEAST = {"da": 0.0, "en": 3.5}  # Zipf frequencies
HEAD = (
    "# Everyday words of Danish and English, sorted by code point. Derived from wordfreq 3.1.1 by Robyn Speer,\n"
    "# data under CC BY-SA 4.0; this file is under the same licence. Made by scripts/everyday_words.py.\n"
)


def words() -> list[str]:
    """Return the words of both languages, sorted."""
    found: set[str] = set()
    for lang, least in LEAST.items():
        for word in wordfreq.iter_wordlist(lang, "small" if lang == "da" else "best"):
            if wordfreq.zipf_frequency(word, lang) < least:
                break
            if re.fullmatch(r"[a-zæøåéü]{2,24}", word):
                found.add(word)
    return sorted(found)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(HEAD + "\n".join(words()) + "\n", encoding="utf-8", newline="\n")
