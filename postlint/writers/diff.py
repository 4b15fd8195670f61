"""What the safe fixes would change, as a unified diff for each field of each post."""

from __future__ import annotations

from postlint.fixing import apply
from postlint.record import TYPE_CHECKING
from postlint.writers.escaping import visible
from postlint.writers.redaction import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.finding import PostReport, Report
    from postlint.writers import View

_INKS = {"-": "31", "+": "32", "@": "36"}
_NO_NEWLINE = "\\ No newline at end of file"


def pieces(report: Report, view: View) -> Iterator[str]:
    """Yield one diff for each field that a safe fix changes."""
    for post in report.posts:
        for field, text in sorted(post.fields.items()):
            fixes = [fix for finding in post.findings if finding.field == field for fix in finding.fixes]
            name = _name(post, field)
            yield from unified(text, apply(text, fixes), name, view.colour)


def unified(before: str, after: str, name: str, colour: bool = False) -> Iterator[str]:
    """Yield the lines of a unified diff between two texts, nothing where they are equal.

    Control characters are made visible, but tabs stay; a carriage return at the end of a line is left out.
    """
    from difflib import unified_diff

    if before == after:
        return
    label = visible(name)
    for number, line in enumerate(unified_diff(_lines(before), _lines(after), label, label, lineterm="")):
        body = line if number < 2 else _told(line)
        ink = _INKS.get(line[:1], "") if colour and number >= 2 else ""
        yield f"\033[{ink}m{body}\033[0m\n" if ink else f"{body}\n"


def _name(post: PostReport, field: str) -> str:
    from postlint.writers.place import own_id

    marks = [own_id(post), "" if field == "text" else field]
    told = " ".join(mark for mark in marks if mark)
    return f"{post.source} ({told})" if told else post.source


def _lines(text: str) -> list[str]:
    """Return lines without their ends; the last one says where its end is missing."""
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += "\n"
    else:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _told(line: str) -> str:
    body, unended, _ = line.partition("\n")
    told = "\t".join(visible(part) for part in shown(body).split("\t"))
    return f"{told}\n{_NO_NEWLINE}" if unended else told
