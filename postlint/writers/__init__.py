"""The writers: a report told in one of the formats, for a person or for another program.

Adding a format is one file with a function ``pieces(report, view)`` and one line in ``WRITERS``.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TextIO

    from postlint.finding import Report

    Writer = Callable[[Report, "View"], Iterator[str]]


class View(NamedTuple):
    """How a report is to be seen. ``width`` is counted in terminal cells; ``now`` is the moment of checking, and
    ``hides`` says that the words of secret findings were taken out of the report."""

    ui_lang: str = "da"
    colour: bool = False
    width: int = 80
    fail_on: str = "error"
    quiet: bool = False
    now: str = ""
    hides: bool = False


def _terminal() -> Writer:
    from postlint.writers import terminal

    return terminal.pieces


def _json() -> Writer:
    from postlint.writers import json

    return json.pieces


def _sarif() -> Writer:
    from postlint.writers import sarif

    return sarif.pieces


def _junit() -> Writer:
    from postlint.writers import junit

    return junit.pieces


def _github() -> Writer:
    from postlint.writers import github

    return github.pieces


def _diff() -> Writer:
    from postlint.writers import diff

    return diff.pieces


def _html() -> Writer:
    from postlint.writers import html

    return html.pieces


def _md() -> Writer:
    from postlint.writers import markdown

    return markdown.pieces


WRITERS: dict[str, Callable[[], Writer]] = {
    "terminal": _terminal,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "diff": _diff,
    "html": _html,
    "md": _md,
}
FORMATS = tuple(WRITERS)


def write(
    report: Report,
    *,
    format: str,
    stream: TextIO,
    ui_lang: str,
    colour: bool = False,
    width: int = 80,
    show_matches: bool = False,
    fail_on: str = "error",
    quiet: bool = False,
    now: str = "",
) -> None:
    """Write ``report`` to ``stream`` in one of ``FORMATS``.

    Every format but ``terminal`` hides the words of secret findings, unless ``show_matches``. ``quiet``
    leaves out what is not a finding where a person reads (``terminal``, ``github``). The formats for
    programs need a stream that takes UTF-8; for a person, what the stream cannot show becomes ``?``.

    Raises ``KeyError`` for an unknown format.
    """
    pieces = WRITERS[format]()
    report = _ordered(report)
    hides = format != "terminal" and not show_matches
    if hides:
        from postlint.writers.redaction import redact

        report = redact(report)
    fit = _fitting(stream) if format in ("terminal", "diff", "github") else str
    for piece in pieces(report, View(ui_lang, colour, width, fail_on, quiet, now, hides)):
        stream.write(fit(piece))


def colour_wanted(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Say whether colour is welcome: on a terminal, unless ``NO_COLOR`` is set or the terminal is dumb."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def _ordered(report: Report) -> Report:
    """Return the report with the findings of each post by field, then start, then rule."""
    from postlint.writers.place import in_order, waived_in_order

    posts = [
        post._replace(findings=in_order(post.findings), waived=waived_in_order(post.waived)) for post in report.posts
    ]
    return report._replace(posts=tuple(posts))


def _fitting(stream: TextIO) -> Callable[[str], str]:
    """Return a function that gives up what the code page of a stream cannot say (Windows, LANG=C)."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig"):
        return str
    return lambda piece: piece.encode(encoding, "replace").decode(encoding)
