"""A finding: a rule broken somewhere; a report: the findings of a run. Names as in the contract."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from postlint.post import Stretch

SEVERITIES = ("info", "warning", "error")


class Span(NamedTuple):
    """A stretch of a field's own text: ``start`` and ``end`` in code points, half open.

    ``utf16_start`` and ``utf16_end`` count UTF-16 units, for browsers. Lines and columns count from 1,
    columns in code points; the end column is the one after the last character.
    """

    start: int
    end: int
    utf16_start: int
    utf16_end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Clause(NamedTuple):
    """A clause of a written policy, in our own words."""

    policy: str
    clause: str
    title: str


class Edit(NamedTuple):
    """Replace code points ``start`` to ``end`` of the field by ``text``."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """A way to mend a finding; ``safe`` ones may be applied without asking."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """A rule broken somewhere. ``span`` is ``None`` where no text carries the finding.

    ``words`` are the words seen; ``secret`` says that no report but the terminal may show them. ``protected`` says
    that it is about an opinion that a public employee is free to publish: it never decides the exit status.
    ``waivable`` is false where no waiver may set it aside.
    """

    rule: str
    severity: str
    message: str
    advice: str
    lang: str
    field: str
    span: Span | None
    words: str
    clauses: tuple[Clause, ...] = ()
    fixes: tuple[Fix, ...] = ()
    secret: bool = False
    protected: bool = False
    waivable: bool = True

    def reaches(self, severity: str) -> bool:
        """Say whether this is at or above a severity and may decide the exit status; nothing reaches ``never``."""
        if self.protected or severity not in SEVERITIES:
            return False
        return SEVERITIES.index(self.severity) >= SEVERITIES.index(severity)


class NotEvaluated(NamedTuple):
    """A rule that could not be judged on this post, and why (in the language of the post)."""

    rule: str
    reason: str


class Waived(NamedTuple):
    """A finding that a waiver of the post covers."""

    finding: Finding
    reason: str
    by: str
    expires: str


class VoidWaiver(NamedTuple):
    """A waiver of the post that covers nothing, or not all that it was meant for.

    ``why`` is ``unknown`` (no such rule), ``unwaivable`` (a rule that no post may set aside), ``firm`` or
    ``firm-minor`` (a finding that no post may), ``reasonless``, ``nameless``, ``expired`` or ``unused``; ``fact`` is
    what the sentence about it names. ``number`` counts the waivers of the post from 0; ``line`` is that of the file,
    0 where it is not known.
    """

    rule: str
    why: str
    number: int
    line: int = 0
    fact: str = ""


class PostReport(NamedTuple):
    """What was found in one post. ``fields`` maps each field with findings to its own text; ``places`` says where the
    words stand in a document or calendar, and is empty for files whose lines people count; ``scheduled`` is when the
    post will appear, as its author wrote it, empty where nothing is said. ``known`` holds the findings that a baseline
    knows already."""

    id: str
    source: str
    role: str
    languages: tuple[str, ...]
    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    fields: dict[str, str]
    line: int = 1
    verbatim: bool = False
    waived: tuple[Waived, ...] = ()
    void: tuple[VoidWaiver, ...] = ()
    places: tuple[Stretch, ...] = ()
    scheduled: str = ""
    known: tuple[Finding, ...] = ()


class Gone(NamedTuple):
    """An entry of a baseline that matches nothing any more: its rule, its file, and how often it did."""

    rule: str
    file: str
    times: int


class Baselined(NamedTuple):
    """What a baseline did to a run: how many findings it knows, and which of its entries match nothing any more."""

    known: int
    gone: tuple[Gone, ...] = ()


class Report(NamedTuple):
    """The findings of a run, in the order in which the posts were given; ``baselined`` where a baseline was used."""

    version: str
    posts: tuple[PostReport, ...]
    baselined: Baselined | None = None

    def count(self, severity: str) -> int:
        """Return the number of findings of one severity that no waiver covers."""
        return sum(finding.severity == severity for post in self.posts for finding in post.findings)

    def reaches(self, severity: str) -> bool:
        """Say whether any finding is at or above a severity."""
        return any(finding.reaches(severity) for post in self.posts for finding in post.findings)
