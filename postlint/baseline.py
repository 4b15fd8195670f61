"""Baselines: what a folder of posts had against it when postlint came, so that only what is new is told.

A finding is known by its rule, its field, and a keyed hash of its words in their sentence; never by a line number, so
lines may move and other sentences change. The file names each finding's rule and file for people to read, and holds
no word of any post. Words of secret findings are blocked out before they are hashed: a hash of ten digits can be
guessed back by whoever holds the key, and the key has to lie in the same file.
"""

from __future__ import annotations

import json
import os
import re
from hashlib import blake2b
from unicodedata import normalize

from postlint.decoding import read_file
from postlint.document.sentences import breaks
from postlint.finding import Baselined, Finding, Gone, PostReport
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from postlint.post import Post

    Places = Callable[[str, str], list[tuple[str, str]]]

FORMAT, VERSION = "postlint-baseline", 1
_LIMIT = 64 * 2**20  # bytes
_SALT = 16  # bytes
_INDEX = re.compile(r"\[\d+\]")


class Entry(NamedTuple):
    """A finding of a file, and how often it stands there. ``file`` is as seen from the baseline's own folder."""

    rule: str
    file: str
    key: str
    times: int = 1


class Baseline(NamedTuple):
    """What was known when the baseline was written. ``salt`` makes its keys unlike those of any other."""

    salt: bytes
    entries: tuple[Entry, ...] = ()


class Checked(NamedTuple):
    """A post, and what was found in it."""

    post: Post
    report: PostReport


def fresh() -> Baseline:
    """Return an empty baseline with a salt of its own."""
    return Baseline(os.urandom(_SALT))


def read(path: str) -> Baseline:
    """Return the baseline in a file. Raises PostlintError where there is none that can be used."""
    try:
        data = json.loads(read_file(path, _LIMIT).text)
        if data["format"] != FORMAT or data["format_version"] != VERSION:
            raise PostlintError(Problem("baseline-format", {"version": VERSION}, path))
        entries = tuple(_entry(one) for one in data["entries"])
        return Baseline(bytes.fromhex(data["salt"]), entries)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PostlintError(Problem("baseline-format", {"version": VERSION}, path)) from None


def _entry(given: dict[str, object]) -> Entry:
    rule, file, key, times = given["rule"], given["file"], given["key"], given["times"]
    if not (isinstance(rule, str) and isinstance(file, str) and isinstance(key, str)):
        raise TypeError
    if not isinstance(times, int) or times < 1:
        raise ValueError
    return Entry(rule, file, key, times)


def write(path: str, baseline: Baseline) -> None:
    """Write a baseline, an entry a line, in the order of files. Raises PostlintError where that cannot be done."""
    lines = [
        json.dumps(entry._asdict(), ensure_ascii=False)
        for entry in sorted(baseline.entries, key=lambda one: (one.file, one.rule, one.key))
    ]
    head = f'{{"format": "{FORMAT}", "format_version": {VERSION}, "salt": "{baseline.salt.hex()}",\n "entries": ['
    write_whole(path, head + ",".join(f"\n  {line}" for line in lines) + "]}\n")


def compare(
    baseline: Baseline, folder: str, checked: Sequence[Checked], left_out: Collection[str]
) -> tuple[list[PostReport], Baselined]:
    """Return the reports without what the baseline in ``folder`` knows, how much that was, and what has gone.

    An entry covers as many findings of its file as it counts (``times``). What it counts beyond those covers the same
    sentence in another file, where its own was looked through or is no longer there: the sentence has moved. Of the
    rules in ``left_out`` nobody knows what is gone.
    """
    left = {(entry.file, entry.key): entry for entry in baseline.entries}
    mine = [_Known(one, folder, baseline.salt) for one in checked]
    for known in mine:
        known.take(left, lambda found, key: [(found, key)])
    seen = {known.file for known in mine}
    moved = _movable(left, folder, seen)
    for known in mine:
        known.take(left, lambda _, key: moved.get(key, []))
    gone = sorted(
        Gone(entry.rule, entry.file, entry.times)
        for entry in left.values()
        if entry.rule not in left_out and _is_away(entry.file, folder, seen)
    )
    reports = [known.rest() for known in mine]
    return reports, Baselined(sum(len(report.known) for report in reports), tuple(gone))


def renewed(
    baseline: Baseline, folder: str, checked: Sequence[Checked], left_out: Collection[str]
) -> tuple[Baseline, int]:
    """Return the baseline of what was found now, and how many findings it may not hold: those that nobody can waive.

    Entries of files that were not looked through, and of the rules in ``left_out``, stay as they are.
    """
    counts: dict[tuple[str, str, str], int] = {}
    firm = 0
    seen = set()
    for one in checked:
        known = _Known(one, folder, baseline.salt)
        seen.add(known.file)
        firm += sum(not finding.waivable for finding in one.report.findings)
        for finding, key in known.keyed():
            counts[finding.rule, known.file, key] = counts.get((finding.rule, known.file, key), 0) + 1
    kept = [
        entry for entry in baseline.entries
        if entry.rule in left_out or not _is_away(entry.file, folder, seen)
    ]  # fmt: skip
    kept = [entry for entry in kept if (entry.rule, entry.file, entry.key) not in counts]
    return Baseline(baseline.salt, (*kept, *(Entry(*at, count) for at, count in counts.items()))), firm


def _movable(
    left: dict[tuple[str, str], Entry], folder: str, seen: Collection[str]
) -> dict[str, list[tuple[str, str]]]:
    """Return by key the entries left over whose own file can no longer claim them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file, key in left:
        if _is_away(file, folder, seen):
            found.setdefault(key, []).append((file, key))
    return found


def _is_away(file: str, folder: str, seen: Collection[str]) -> bool:
    """Say whether a file was looked through, or is no longer there."""
    return file in seen or (file != "-" and not os.path.exists(os.path.join(folder, file)))


class _Known:
    """A post as a baseline sees it: its file, the keys of its findings, and which of them are known."""

    def __init__(self, checked: Checked, folder: str, salt: bytes) -> None:
        self.file = _near(checked.post.origin.path, folder)
        self._post, self._report, self._salt = checked.post, checked.report, salt
        self._sentences: dict[str, list[int]] = {}
        self._keys = [self._key(one) if one.waivable else "" for one in checked.report.findings]
        self._taken = [False] * len(self._keys)

    def keyed(self) -> Iterator[tuple[Finding, str]]:
        """Yield the findings that a baseline may hold, with their keys."""
        for finding, key in zip(self._report.findings, self._keys, strict=True):
            if key:
                yield finding, key

    def take(self, left: dict[tuple[str, str], Entry], places: Places) -> None:
        """Mark findings as known as long as an entry is left over in one of their ``places``."""
        for number, key in enumerate(self._keys):
            if not key or self._taken[number]:
                continue
            place = next((place for place in places(self.file, key) if place in left), None)
            if place is not None:
                entry = left.pop(place)
                self._taken[number] = True
                if entry.times > 1:
                    left[place] = entry._replace(times=entry.times - 1)

    def rest(self) -> PostReport:
        """Return the report with what is known set apart."""
        both = list(zip(self._report.findings, self._taken, strict=True))
        return self._report._replace(
            findings=tuple(one for one, taken in both if not taken), known=tuple(one for one, taken in both if taken)
        )

    def _key(self, finding: Finding) -> str:
        context = self._context(finding)
        known_by = "\0".join((finding.rule, _INDEX.sub("[]", finding.field), *context))
        data = normalize("NFC", known_by).encode("utf-8", "surrogatepass")
        return blake2b(data, digest_size=16, key=self._salt[:64]).hexdigest()

    def _context(self, finding: Finding) -> tuple[str, str]:
        """Return the words of a finding and their sentence; of one without words, the file of its picture."""
        text = self._report.fields.get(finding.field)
        if finding.span is None or text is None:
            return "", self._picture(finding.field)
        if finding.field not in self._sentences:
            self._sentences[finding.field] = [0, *breaks(text)]
        ends = self._sentences[finding.field]
        first = max((end for end in ends if end <= finding.span.start), default=0)
        last = min((end for end in ends if end >= finding.span.end), default=len(text))
        blocked = self._blocked(text, finding.field)
        return _plain(blocked[finding.span.start : finding.span.end]), _plain(blocked[first:last])

    def _blocked(self, text: str, field: str) -> str:
        for one in (*self._report.findings, *(waived.finding for waived in self._report.waived)):
            if one.secret and one.span is not None and one.field == field:
                text = text[: one.span.start] + "█" * (one.span.end - one.span.start) + text[one.span.end :]
        return text

    def _picture(self, field: str) -> str:
        found = _INDEX.search(field)
        if not field.startswith("images[") or found is None:
            return ""
        number = int(found[0][1:-1])
        return (self._post.images[number].file or "") if number < len(self._post.images) else ""


def _plain(words: str) -> str:
    return " ".join(words.split())


def _near(path: str, folder: str) -> str:
    """Return a file as seen from a folder, with slashes; as it is where there is no way (another drive)."""
    if path == "-":
        return path
    try:
        near = os.path.relpath(path, folder or os.curdir)
    except ValueError:
        near = path
    return near.replace(os.sep, "/")
