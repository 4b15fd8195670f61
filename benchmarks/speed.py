"""Measure how fast postlint is, beside its peers and its goals.

    python benchmarks/speed.py [--quick]

Makes a virtual environment of its own in a temporary folder, installs this checkout and the peers (proselint,
codespell) into it, and prints one table. It needs a Unix, and some minutes; ``--quick`` takes fewer rounds and
leaves the text of 10 MB out. It never fails because something is slow: it prints.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import made_texts
from installing import Workshop
from measuring import LIMIT, Command, MeasureError, Used, in_turns, ratio, run, surroundings

MEGABYTE = 1_000_000
COUNTS = (100, 1_000, 10_000)  # phrases in the pack of an organisation
SIZES = (100_000, 1_000_000, 10_000_000)  # bytes of one text
SOON = 15.0  # CPU seconds beyond which once is enough


class Row(NamedTuple):
    """A line of the table. ``bar`` and ``verdict`` are empty where nothing was promised."""

    what: str
    figure: str
    bar: str = ""
    verdict: str = ""


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    posts: int  # in process
    sizes: tuple[int, ...]
    lines: int  # of the .jsonl

    @classmethod
    def of(cls, quick: bool) -> Plan:
        """Return the plan of a quick or a full run."""
        return cls(3, 300, SIZES[:2], 1_000) if quick else cls(15, 2_000, SIZES, 10_000)


class Bench:
    """One run: the installed programs, a folder of made-up files, and the environment of the processes."""

    def __init__(self, shop: Workshop, folder: Path, plan: Plan) -> None:
        self.shop, self.folder, self.plan = shop, folder, plan
        self.environ = surroundings(folder / "cache")
        self.organisations = {count: self._organisation(count) for count in (0, *COUNTS)}

    def _organisation(self, count: int) -> Path:
        folder = self.folder / f"phrases-{count}"
        made_texts.write_organisation(folder, count)
        (folder / "draft.txt").write_text(made_texts.posts(1)[0]["text"], encoding="utf-8")
        return folder

    def postlint(self, name: str, count: int = 0) -> Command:
        """Return the command that checks a file in the folder of an organisation with so many phrases."""
        return Command((self.shop.program("postlint"), name), self.organisations[count])

    def used(self, name: str) -> Used | None:
        """Return what postlint uses for one file."""
        return run(self.postlint(name), self.environ)


def judged(value: float, most: float) -> str:
    """Say whether a figure keeps to its bar."""
    return "holds" if value <= most else "does not hold"


def cold(bench: Bench) -> tuple[list[Row], float]:
    """Measure cold starts; return the rows, and the CPU seconds of one."""
    here = bench.organisations[0]
    commands = {"python": Command((bench.shop.python, "-c", "pass"), here), "postlint": bench.postlint("draft.txt")}
    commands |= {f"{count:,}": bench.postlint("draft.txt", count) for count in COUNTS}
    if "proselint" in bench.shop.peers:
        commands["proselint"] = Command((bench.shop.program("proselint"), "check", "draft.txt"), here)
    if "codespell" in bench.shop.peers:
        commands["codespell"] = Command((bench.shop.program("codespell"), "draft.txt"), here, (0, 64, 65))
    spent = in_turns(commands, bench.plan.rounds, bench.environ)
    return start_rows(spent) + peer_rows(spent) + phrase_rows(spent), median(spent["postlint"])


def start_rows(spent: dict[str, list[float]]) -> list[Row]:
    """Return the rows of a start with nothing but the examples' configuration."""
    times = ratio(spent["postlint"], spent["python"])
    return [
        Row("cold: python -c pass", milliseconds(spent["python"])),
        Row(
            "cold: postlint draft.txt", f"{milliseconds(spent['postlint'])}, {times:.2f} × python",
            "at most 8 ×, aim 4.5 ×", judged(times, 8) + (", aim reached" if times <= 4.5 else ""),
        ),
    ]  # fmt: skip


def peer_rows(spent: dict[str, list[float]]) -> list[Row]:
    """Return the rows of the peers; one that could not be installed is said to be missing."""
    rows: list[Row] = []
    for peer in ("proselint", "codespell"):
        if peer not in spent:
            rows.append(Row(f"cold: {peer} draft.txt", "not installed", "postlint below", "not measured"))
            continue
        times = ratio(spent["postlint"], spent[peer])
        figure = f"{milliseconds(spent[peer])}, postlint {times:.2f} ×"
        rows.append(Row(f"cold: {peer} draft.txt", figure, "postlint below", judged(times, 1)))
    return rows


def phrase_rows(spent: dict[str, list[float]]) -> list[Row]:
    """Return the rows of the organisations with many phrases."""
    few, many = f"{COUNTS[0]:,}", f"{COUNTS[-1]:,}"
    times = ratio(spent[many], spent[few])
    rows = [Row(f"cold: {count:,} phrases", milliseconds(spent[f"{count:,}"])) for count in COUNTS]
    return [*rows, Row(f"cold: {many} against {few} phrases", f"{times:.2f} ×", "at most 1.15 ×", judged(times, 1.15))]


def milliseconds(spent: list[float]) -> str:
    """Return the median of some CPU seconds, as milliseconds."""
    return f"{median(spent) * 1e3:.1f} ms"


def in_process(bench: Bench) -> list[Row]:
    """Measure ``postlint.check`` in a process that lives on."""
    configurations = [str(bench.organisations[count] / "postlint.toml") for count in (0, COUNTS[0], COUNTS[-1])]
    script = str(Path(__file__).resolve().parent / "in_process.py")
    told = subprocess.check_output(
        [bench.shop.python, script, str(bench.plan.posts), *configurations], env=bench.environ, text=True
    )
    plain, few, many = json.loads(told)
    times = median(many) / median(few)
    slowest = quantiles(plain, n=100)[98]
    return [
        Row("in process: a post of 280 characters", f"{median(plain):.2f} ms (99 of 100 within {slowest:.2f})",
            "at most 1 ms", judged(median(plain), 1)),
        Row("in process: 10,000 against 100 phrases", f"{median(many):.2f} / {median(few):.2f} ms, {times:.2f} ×",
            "at most 4 ×", judged(times, 4)),
    ]  # fmt: skip


def long_texts(bench: Bench, start: float) -> list[Row]:
    """Measure texts of growing size; ``start``, the seconds of a start, is taken out, since it would flatter the
    ratio. A size is left out where the one before tells that it would not end in time."""
    rows: list[Row] = []
    paces: list[float] = []
    for size in bench.plan.sizes:
        what = f"one text of {size / MEGABYTE:g} MB"
        if paces and paces[-1] * size / MEGABYTE > LIMIT:
            rows.append(Row(what, f"left out: more than {LIMIT:.0f} s"))
            continue
        used = long_text(bench, size)
        if used is None:
            rows.append(Row(what, f"given up after {LIMIT:.0f} s"))
            continue
        paces.append((used.seconds - start) / size * MEGABYTE)
        rows.append(Row(what, f"{paces[-1]:.2f} s a MB, peak {used.peak / MEGABYTE:.0f} MB"))
    return [*rows, growth(bench.plan.sizes, paces)]


def long_text(bench: Bench, size: int) -> Used | None:
    """Return what one text uses: the median of three for one that is soon done, which a busy moment would spoil."""
    name = f"text-{size}.txt"
    made_texts.write_text(bench.organisations[0] / name, size)
    done: list[Used] = []
    for _ in range(3):
        used = bench.used(name)
        if used is None:
            return None
        done.append(used)
        if used.seconds > SOON:
            break
    return sorted(done)[len(done) // 2]


def growth(sizes: tuple[int, ...], paces: list[float]) -> Row:
    """Return the row that compares the largest text with the smallest."""
    what = f"time a MB, {sizes[-1] / MEGABYTE:g} MB against {sizes[0] / MEGABYTE:g} MB"
    if len(paces) < len(sizes):
        return Row(what, "too slow to tell", "at most 1.2 ×", "does not hold")
    times = paces[-1] / paces[0]
    return Row(what, f"{times:.2f} ×", "at most 1.2 ×", judged(times, 1.2))


def many_posts(bench: Bench) -> list[Row]:
    """Measure one ``.jsonl`` of many posts."""
    made_texts.write_posts(bench.organisations[0] / "posts.jsonl", bench.plan.lines)
    used = bench.used("posts.jsonl")
    what = f"{bench.plan.lines:,} posts in one .jsonl"
    if used is None:
        return [Row(what, f"given up after {LIMIT:.0f} s")]
    pace = bench.plan.lines / used.seconds
    return [Row(what, f"{used.seconds:.1f} s, {pace:.0f} posts a second, peak {used.peak / MEGABYTE:.0f} MB")]


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table, its columns lined up."""
    lines = [Row("what", "median CPU", "bar", "verdict"), *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    cells = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    cells.insert(1, "-|-".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" if number != 1 else f"|-{line}-|" for number, line in enumerate(cells))


def main(argv: list[str]) -> int:
    """Measure everything and print the table."""
    plan = Plan.of("--quick" in argv)
    with tempfile.TemporaryDirectory(prefix="postlint-speed-") as name:
        folder = Path(name)
        tell("Installing postlint and its peers …")
        bench = Bench(Workshop(folder / "venv"), folder / "files", plan)
        for note in bench.shop.notes:
            tell(note)
        try:
            rows, start = measured(bench)
        except MeasureError as error:
            tell(f"Nothing to show: {error}.")
            return 0
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"{date.today()}, Python {version}, one start {start * 1e3:.0f} ms, {plan.rounds} rounds\n\n{table(rows)}")
    return 0


def measured(bench: Bench) -> tuple[list[Row], float]:
    """Measure one thing after the other, saying which; return the rows and the seconds of a start."""
    tell("Cold starts …")
    rows, start = cold(bench)
    tell("In process …")
    rows += in_process(bench)
    tell("Long texts …")
    rows += long_texts(bench, start)
    tell("Many posts …")
    return rows + many_posts(bench), start


def tell(sentence: str) -> None:
    """Say on standard error what goes on; the table alone is the output."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
