"""The end of a report: how much was found, what was waived, and what nobody has judged."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers.escaping import sentence, visible
from postlint.writers.place import own_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.finding import PostReport, Report, VoidWaiver


def severity_word(severity: str, lang: str) -> str:
    """Return the word that a person reads for a severity."""
    return say(f"severity-{severity}", lang)


def verdict(report: Report, lang: str) -> str:
    """Return one sentence: what was found in how many posts, or that nothing was. Never praise."""
    if not report.posts:
        return say("found-no-posts", lang)
    counts = [(severity, report.count(severity)) for severity in ("error", "warning", "info")]
    told = [_counted(f"count-{severity}", number, lang) for severity, number in counts if number]
    if told:
        posts = _counted("count-post", len(report.posts), lang)
        return say("found", lang, what=_listed(told, lang), posts=posts)
    if report.baselined is not None and report.baselined.known:
        return say("found-nothing-new", lang)
    if any(post.waived for post in report.posts):
        return say("found-nothing-else", lang)
    return _counted("found-nothing", len(report.posts), lang)


def counts(posts: Sequence[PostReport], lang: str) -> str:
    """Return how much was found in some posts, such as "1 error and 2 warnings"; empty where nothing was."""
    found = [finding.severity for post in posts for finding in post.findings]
    numbers = ((severity, found.count(severity)) for severity in ("error", "warning", "info"))
    return _listed([_counted(f"count-{severity}", number, lang) for severity, number in numbers if number], lang)


def _listed(words: Sequence[str], lang: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return say("list-and", lang, first=", ".join(words[:-1]), last=words[-1])


def _counted(code: str, number: int, lang: str) -> str:
    return say(f"{code}-one" if number == 1 else f"{code}-many", lang, number=number)


def not_evaluated(report: Report, lang: str) -> list[str]:
    """Return one line per reason: the rules it kept from being judged, and on how many posts.

    Rules that share a reason and a number of posts share a line, so a thousand posts do not repeat it.
    """
    posts: dict[tuple[str, str], int] = {}
    for post in report.posts:
        for missing in dict.fromkeys(post.not_evaluated):
            posts[missing.reason, missing.rule] = posts.get((missing.reason, missing.rule), 0) + 1
    rules: dict[tuple[str, int], list[str]] = {}
    for (reason, rule), number in posts.items():
        rules.setdefault((reason, number), []).append(rule)
    return [
        f"{', '.join(sorted(names))}: {reason.strip().rstrip('.')}{_among(number, report, lang)}"
        for (reason, number), names in rules.items()
    ]


def waived(report: Report, lang: str) -> list[str]:
    """Return one line per waiver: rule, reason, who, until when, and how often it was used."""
    times: dict[tuple[str, str, str, str], int] = {}
    for post in report.posts:
        for one in post.waived:
            key = (one.finding.rule, one.reason, one.by, one.expires)
            times[key] = times.get(key, 0) + 1
    return [_waiver(key, number, lang) for key, number in times.items()]


def _waiver(key: tuple[str, str, str, str], number: int, lang: str) -> str:
    rule, reason, by, expires = key
    until = say("waived-until", lang, date=expires) if expires else ""
    times = say("waived-times", lang, number=number) if number > 1 else ""
    return f"{rule}: {reason.strip().rstrip('.')}{_bracketed([by, until, times])}"


def baselined(report: Report, lang: str) -> list[str]:
    """Return a line with the number of findings that a baseline knows; none where there is no baseline."""
    known = report.baselined.known if report.baselined is not None else 0
    return [_counted("known", known, lang)] if known else []


def gone(report: Report, lang: str) -> list[str]:
    """Return one line for each entry of the baseline that matches nothing any more."""
    entries = report.baselined.gone if report.baselined is not None else ()
    counts: dict[tuple[str, str], int] = {}
    for entry in entries:
        counts[entry.file, entry.rule] = counts.get((entry.file, entry.rule), 0) + entry.times
    return [
        f"{visible(file)}: {visible(rule)}" + (say("gone-times", lang, number=number) if number > 1 else "")
        for (file, rule), number in counts.items()
    ]


def void(report: Report, lang: str) -> list[str]:
    """Return one line per waiver without effect: its place in the file, the rule, and what is wrong with it."""
    return [void_line(post, one, lang) for post in report.posts for one in post.void]


def void_line(post: PostReport, waiver: VoidWaiver, lang: str) -> str:
    """Return the line about one waiver without effect."""
    return f"{_place(post, waiver)}: {sentence(waiver.rule)}: {void_reason(waiver, lang)}"


def void_reason(waiver: VoidWaiver, lang: str) -> str:
    """Return what is wrong with a waiver without effect."""
    fact = waiver.fact
    if waiver.why == "unknown" and fact:
        fact = say("did-you-mean", lang, word=fact)
    return say(f"void-{waiver.why}", lang, fact=fact)


def _place(post: PostReport, waiver: VoidWaiver) -> str:
    """Return ``file:line`` where the line is known, else the file and the field; the post too where it has a name."""
    source = "<stdin>" if post.source == "-" else visible(post.source)
    place = f"{source}:{waiver.line}" if waiver.line else f"{source}, waivers[{waiver.number}]"
    name = own_id(post)
    return f"{place} [{visible(name)}]" if name else place


def _among(number: int, report: Report, lang: str) -> str:
    return _bracketed([_counted("count-post", number, lang)] if len(report.posts) > 1 else [])


def _bracketed(facts: Iterable[str]) -> str:
    told = ", ".join(fact for fact in facts if fact)
    return f" ({told})" if told else ""
