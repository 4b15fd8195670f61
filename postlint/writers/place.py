"""Where a finding stands: its place in the file, and its place in the order of the report."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.finding import Finding, PostReport, Span, Waived


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by field, then start, then rule; those without a span first."""
    return tuple(sorted(findings, key=_rank))


def waived_in_order(waived: Iterable[Waived]) -> tuple[Waived, ...]:
    """Return waived findings in the order of findings."""
    return tuple(sorted(waived, key=lambda one: (_rank(one.finding), one.reason)))


def _rank(finding: Finding) -> tuple[str, int, str, int, str]:
    span = finding.span
    start, end = (span.start, span.end) if span else (-1, -1)
    return finding.field, start, finding.rule, end, finding.message


def exact(post: PostReport, finding: Finding) -> Span | None:
    """Return the span where its lines and columns are those of the file too, else ``None``.

    That is so for the text of a post whose file holds it letter for letter.
    """
    return finding.span if post.verbatim and finding.field == "text" else None


def file_line(post: PostReport, finding: Finding) -> int:
    """Return the line of the file, from 1: that of the words where known, else that of the post."""
    span = exact(post, finding)
    return post.line + span.line - 1 if span else post.line


def place(post: PostReport, finding: Finding, lang: str = "en") -> str:
    """Return where a finding stands for a person: ``file:line:column``, which editors make a link (no column if
    unknown), or the place in a document or calendar, told in ``lang``."""
    source = "<stdin>" if post.source == "-" else post.source
    if post.places:
        return f"{source}, {spot(post, finding, lang)}"
    span = exact(post, finding)
    column = f":{span.column}" if span else ""
    return f"{source}:{file_line(post, finding)}{column}"


def spot(post: PostReport, finding: Finding, lang: str) -> str:
    """Return the place of a finding in a document or calendar, such as ``Plan!C17``; empty for other files."""
    if not post.places:
        return ""
    from postlint.whereabouts import at, told

    found = at(post.places, finding.field, finding.span.start if finding.span else 0)
    return told(found, lang) if found else ""


def slashed(path: str) -> str:
    """Return a path with forward slashes, as other programs want it from Windows too."""
    return path.replace("\\", "/")


def own_id(post: PostReport) -> str:
    """Return the id of a post where it says more than the name of its file does, else the empty string."""
    name = slashed(post.source).rpartition("/")[2]
    if post.places and post.id.startswith(f"{name}!"):
        return ""
    told = (post.source, name, name.rpartition(".")[0], f"{post.source}:{post.line}", f"{name}:{post.line}")
    return "" if post.id in told else post.id
