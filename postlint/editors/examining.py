"""A text that is being written, looked through: each finding with its place in the whole file."""

from __future__ import annotations

import os
import re
import time
from io import BytesIO

from postlint import store
from postlint.configuration import find
from postlint.decoding import Decoded
from postlint.finding import Edit, Finding, VoidWaiver
from postlint.post import Post
from postlint.prepare import linter, sources
from postlint.problem import PostlintError, Problem
from postlint.readers.plain import read_text
from postlint.readers.source import MEGABYTE, Source, Warned
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.engine import Linter
    from postlint.finding import PostReport

LONGEST = MEGABYTE  # code points up to which a text is looked through while somebody types in it
ENDINGS = (".txt", ".md", ".markdown")
_LASTS = 60.0  # seconds for which a linter may say what time it is
_TOP_KEY = re.compile(r"\w+")


class Placed(NamedTuple):
    """A finding and where it stands in the file, in code points. ``edits`` are those of its fixes, in the file."""

    finding: Finding
    start: int
    end: int
    edits: tuple[tuple[Edit, ...], ...] = ()


class Examined(NamedTuple):
    """What was found in a text. ``problems`` are what could not be read of it, ``warnings`` what is odd about it."""

    text: str
    placed: tuple[Placed, ...] = ()
    void: tuple[VoidWaiver, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


class _Kept(NamedTuple):
    """A linter, what it was made from, and when (seconds of a clock that never goes back)."""

    linter: Linter
    stamps: list[store.Stamp]
    made: float


class Examiner:
    """Looks texts through, each with the configuration that holds for its file."""

    def __init__(self, config: str = "", ui_lang: str | None = None) -> None:
        self.config, self.ui_lang = config, ui_lang
        self._linters: dict[str, _Kept] = {}

    def examine(self, path: str, text: str) -> Examined:
        """Return what is found in a text that is to be saved as ``path``.

        Raises PostlintError where it is too long, or the configuration, a pack or the register cannot be used.
        """
        if not text.strip():
            return Examined(text)
        if len(text) > LONGEST:
            raise PostlintError(Problem("file-too-big", {"limit": LONGEST // MEGABYTE}, path))
        posts: list[Post] = []
        problems: list[Problem] = []
        warnings: list[Problem] = []
        source = Source(path, os.path.basename(path), BytesIO())
        for item in read_text(Decoded(text, "utf-8"), source):
            if isinstance(item, Post):
                posts.append(item)
            elif isinstance(item, Warned):
                warnings.append(item.problem)
            else:
                problems.append(item)
        found = [(post, self._linter(path).check(post)) for post in posts]
        placed = tuple(one for post, report in found for one in _placed(post, report, text))
        void = tuple(one for _, report in found for one in report.void)
        return Examined(text, placed, void, tuple(problems), tuple(warnings))

    def _linter(self, path: str) -> Linter:
        """Return the linter for a file, made anew when what it was made from has changed, or its moment is past."""
        config = self.config or find(os.path.dirname(path) or os.curdir)
        kept = self._linters.get(config)
        if kept is None or kept.made < time.monotonic() - _LASTS or _stamps(kept.linter) != kept.stamps:
            made = linter(config, ui_lang=self.ui_lang)
            kept = self._linters[config] = _Kept(made, _stamps(made), time.monotonic())
        return kept.linter


def _stamps(made: Linter) -> list[store.Stamp]:
    return [store.stamp(path) for path in sources(made.settings)]


def _placed(post: Post, report: PostReport, text: str) -> Iterator[Placed]:
    for finding in report.findings:
        start, end = _stretch(finding, post, report, text)
        edits: tuple[tuple[Edit, ...], ...] = ()
        if finding.field == "text":
            edits = tuple(tuple(_moved(edit, post.origin.offset) for edit in fix.edits) for fix in finding.fixes)
        yield Placed(finding, start, end, edits)


def _moved(edit: Edit, offset: int) -> Edit:
    return edit._replace(start=edit.start + offset, end=edit.end + offset)


def _stretch(finding: Finding, post: Post, report: PostReport, text: str) -> tuple[int, int]:
    """Return where a finding stands in the file: its words, else the line of its fact, else the text's first line."""
    body = post.origin.offset
    if finding.span is not None and finding.field == "text":
        return body + finding.span.start, body + finding.span.end
    words = report.fields.get(finding.field, "")
    at = text.find(words, 0, body) if finding.span is not None and words else -1
    if at >= 0 and finding.span is not None:
        return at + finding.span.start, at + finding.span.end
    key = _TOP_KEY.match(finding.field)
    found = re.compile(rf"^[ \t]*{key[0]}\s*[:=].*$", re.MULTILINE).search(text, 0, body) if key else None
    if found is not None:
        return found.start(), found.start() + len(found[0].rstrip())
    end = text.find("\n", body)
    return body, len(text) if end < 0 else end

