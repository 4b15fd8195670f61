"""Secret words made unreadable, once, on the report, before any writer sees it.

What people wrote is hidden: messages, advice, words, fixes, reasons and the fields themselves. The address of
a finding (file, id, rule, field, span) stays, for without it nobody could mend the post.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.finding import Edit, Finding, Fix, PostReport, Report, Span, Waived

MARK = "█████"
_BLOCK = "█"
_PART_OF_WORD = 4  # A shorter secret is hidden where it stands alone: an initial is in every other word.


def redact(report: Report) -> Report:
    """Return the report with the words of secret findings replaced by ``MARK`` wherever they are repeated.

    In ``fields`` every letter of a secret becomes one block instead, so that spans still hold.
    """
    return report._replace(posts=tuple(_post(post) for post in report.posts))


def shown(text: str) -> str:
    """Return a stretch of a redacted field with one ``MARK`` for each secret, whatever its length."""
    return re.sub(f"{_BLOCK}+", MARK, text) if _BLOCK in text else text


def _post(post: PostReport) -> PostReport:
    seen = [*post.findings, *(waived.finding for waived in post.waived), *post.known]
    secrets = [finding for finding in seen if finding.secret]
    if not secrets:
        return post
    words = sorted({word for finding in secrets for word in _spoken(post, finding)})
    reasons = (missing._replace(reason=_hide(missing.reason, words)) for missing in post.not_evaluated)
    return post._replace(
        findings=tuple(_finding(post, finding, words, secrets) for finding in post.findings),
        waived=tuple(_waived(post, waived, words, secrets) for waived in post.waived),
        known=tuple(_finding(post, finding, words, secrets) for finding in post.known),
        void=tuple(one._replace(rule=_hide(one.rule, words)) for one in post.void),
        not_evaluated=tuple(reasons),
        fields={name: _blocked(text, name, words, secrets) for name, text in post.fields.items()},
    )


def _waived(post: PostReport, waived: Waived, words: list[str], secrets: list[Finding]) -> Waived:
    finding = _finding(post, waived.finding, words, secrets)
    return waived._replace(finding=finding, reason=_hide(waived.reason, words), by=_hide(waived.by, words))


def _finding(post: PostReport, finding: Finding, words: list[str], secrets: list[Finding]) -> Finding:
    hidden = words
    if finding.secret or _cuts_secret(finding, words, secrets):
        hidden = [*words, *_spoken(post, finding)]
    return finding._replace(
        message=_hide(finding.message, hidden),
        advice=_hide(finding.advice, hidden),
        words=_hide(finding.words, hidden),
        fixes=tuple(_fix(fix, hidden) for fix in finding.fixes),
    )


def _fix(fix: Fix, words: list[str]) -> Fix:
    """Return the fix without the secret; one whose new text had to be hidden must not be applied unasked."""
    edits: tuple[Edit, ...] = tuple(edit._replace(text=_hide(edit.text, words)) for edit in fix.edits)
    return fix._replace(title=_hide(fix.title, words), safe=fix.safe and edits == fix.edits, edits=edits)


def _spoken(post: PostReport, finding: Finding) -> Iterator[str]:
    """Yield the words of a finding as told, as they stand in the field, and in both ways to write é."""
    told = {finding.words}
    if finding.span:
        told.add(post.fields.get(finding.field, "")[finding.span.start : finding.span.end])
    for words in told:
        for word in {words, normalize("NFC", words), normalize("NFD", words)}:
            if word.strip():
                yield word


def _cuts_secret(finding: Finding, words: list[str], secrets: list[Finding]) -> bool:
    """Say whether the words of a finding hold a part of a secret that hiding the whole would not reach."""
    for secret in secrets:
        if secret.field != finding.field or not secret.span or not finding.span:
            continue
        if _meet(finding.span, secret.span) and not _within(secret.span, finding.span):
            return True
        if _meet(finding.span, secret.span) and _hide(finding.words, words) == finding.words:
            return True
    return False


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _hide(text: str, words: Iterable[str]) -> str:
    """Return ``text`` with one ``MARK`` for each stretch where ``words`` stand, overlapping ones together."""
    parts, end = [], 0
    for first, last in _stretches(text, words):
        parts += [text[end:first], MARK]
        end = last
    return "".join([*parts, text[end:]])


def _blocked(text: str, field: str, words: Iterable[str], secrets: list[Finding]) -> str:
    """Return a field of the same length, its secrets as blocks; line ends stay."""
    letters = list(text)
    spans = [(one.span.start, one.span.end) for one in secrets if one.span and one.field == field]
    for first, last in [*spans, *_stretches(text, words)]:
        letters[first:last] = re.sub(r"[^\r\n]", _BLOCK, text[first:last])
    return "".join(letters)


def _stretches(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text``, in order, overlapping stretches joined to one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(found for word in words for found in _found(text, word)):
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _found(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a secret stands: in either case, over any white space, whole or cut off by ``…``."""
    parts = word.split()
    if len(parts) == 1 and len(parts[0]) >= _PART_OF_WORD and len(text.lower()) == len(text):
        yield from _plain(text.lower(), parts[0].lower())
    elif parts[0].casefold() in text.casefold():
        body = r"\s+".join(re.escape(part) for part in parts)
        if len(word.strip()) < _PART_OF_WORD:
            body = rf"(?<!\w){body}(?!\w)"
        for found in re.finditer(f"(?=({body}))", text, re.IGNORECASE):
            yield found.span(1)
    if "…" in text:
        for found in re.finditer("…", text):
            yield from _beginning(text, word.strip(), found.start())


def _plain(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands, without a pattern: compiling one for each secret would take its time."""
    first = text.find(word)
    while first >= 0:
        yield first, first + len(word)
        first = text.find(word, first + 1)


def _beginning(text: str, word: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch before ``end`` that is the beginning of a word longer than what is shown."""
    for length in range(min(len(word), end), _PART_OF_WORD - 1, -1):
        if text[end - length : end].lower() == word[:length].lower():
            yield end - length, end
            return
