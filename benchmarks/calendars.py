"""5,000 rows of a calendar as ``.xlsx`` against the same posts as ``.jsonl``: CPU seconds and peak memory.

    python benchmarks/calendars.py [ROUNDS]

The limits: at most 3 times the time, and at most 300 MB. Needs openpyxl (``pip install -e '.[dev]'``).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measuring import Command, run
from openpyxl import Workbook

ROWS = 5000
PROGRAM = "import sys; from postlint.cli.start import main; sys.exit(main())"
MOST_TIMES, MOST_BYTES = 3.0, 300 * 2**20
HEADINGS = ("Dato", "Tidspunkt", "Kanal", "Tekst", "Billede", "Alt-tekst", "Ansvarlig", "Status")
OPENINGS = ("I dag åbner vi", "Kom og se", "Vi er glade for", "Tak til alle for", "På lørdag viser vi", "Husk")
THINGS = ("det nye værksted", "cyklerne i gården", "vores lærlinge", "turen langs fjorden", "den første ladcykel")
ENDINGS = ("Der er kaffe til alle.", "Alle er velkomne.", "Vi glæder os.", "Skriv, hvis du kommer.", "Læs mere hos os.")


def text(number: int) -> str:
    """Return the words of a post; no two are the same."""
    opening, thing = OPENINGS[number % 6], THINGS[number // 6 % 5]
    return f"{opening} {thing} hos Kobberdal. {ENDINGS[number // 30 % 5]} Vi har {number} gode grunde til at cykle."


def write(folder: Path) -> None:
    """Write the posts as a workbook and as JSON Lines."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    sheet.append(HEADINGS)
    start = datetime(2027, 1, 4, 9)
    with (folder / "plan.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(ROWS):
            at = start + timedelta(hours=number)
            row = (at.date(), at.time(), "LinkedIn", text(number), f"{number}.jpg", "En cykel i gården", "Ida", "Klar")
            sheet.append(row)
            image = {"file": f"{number}.jpg", "alt": "En cykel i gården"}
            post = {"text": text(number), "channel": "linkedin", "scheduled": f"{at.isoformat()}+01:00"}
            lines.write(json.dumps(post | {"images": [image]}, ensure_ascii=False) + "\n")
    book.save(folder / "plan.xlsx")


def main(rounds: int) -> int:
    """Measure, print, and return 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        environ = {**os.environ, "POSTLINT_CACHE": str(folder / "cache")}
        seconds: dict[str, list[float]] = {"plan.jsonl": [], "plan.xlsx": []}
        peaks: dict[str, int] = {}
        for number in range(rounds + 1):
            for file, taken in seconds.items():
                used = run(Command((sys.executable, "-c", PROGRAM, file), folder), environ)
                if used is None:
                    print(f"{file}: given up")
                    return 1
                if number:  # the first round fills the cache
                    taken.append(used.seconds)
                peaks[file] = max(peaks.get(file, 0), used.peak)
    lines, sheet = (median(seconds[file]) for file in ("plan.jsonl", "plan.xlsx"))
    for file in seconds:
        print(f"{file}: {median(seconds[file]):.1f} s CPU, {peaks[file] / 2**20:.0f} MB at most ({ROWS} posts)")
    print(f"xlsx / jsonl: {sheet / lines:.2f} times (at most {MOST_TIMES:.0f})")
    return int(sheet / lines > MOST_TIMES or peaks["plan.xlsx"] > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
