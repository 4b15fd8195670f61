"""The second look: when all posts of a run are checked, the rules on history go through what was kept of them.

A post that brings its own ``history`` gets the same look at once, together with its earlier posts.
"""

from __future__ import annotations

from postlint.draft import Match, Unknown
from postlint.finding import Finding, NotEvaluated
from postlint.grading import holds_for, is_protected, severity
from postlint.history import LOOKS, Timeline
from postlint.record import TYPE_CHECKING
from postlint.waiving import NEEDLESS, waive
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.draft import Draft
    from postlint.engine import Linter
    from postlint.finding import PostReport
    from postlint.history import Entry
    from postlint.post import Post, Waiver
    from postlint.rule import Rule


def own_history(linter: Linter, draft: Draft, findings: Sequence[Finding]) -> Iterator[tuple[Rule, Match | Unknown]]:
    """Yield what the rules on history say of a post in the light of the posts that it brings along.

    What an earlier post does not say of account, author, channel and role is as in the post. A post that is not
    scheduled counts as of now.
    """
    timeline = Timeline(linter.settings, linter.now)
    for earlier in draft.post.history:
        linter.check(_completed(earlier, draft.post), timeline)
    scheduled = draft.post._replace(scheduled=draft.post.scheduled or linter.now)
    last = timeline.add(draft._replace(post=scheduled), findings)
    told = {finding.rule for finding in findings}
    for rule, one, answer in _answers(linter, timeline):
        if rule.id in told or not holds_for(rule, draft.role, linter.settings):
            continue
        if one.number == last.number or (one.inbound is not None and isinstance(answer, Match)):
            yield rule, answer


def _completed(earlier: Post, post: Post) -> Post:
    """Return an earlier post with what it does not say taken from the post that brings it."""
    if earlier.inbound is not None:
        return earlier
    return earlier._replace(
        role=earlier.role or post.role, lang=earlier.lang or post.lang, channel=earlier.channel or post.channel,
        account=earlier.account or post.account, author=earlier.author if any(earlier.author[:3]) else post.author,
    )  # fmt: skip


def look_back(linter: Linter, timeline: Timeline, reports: Sequence[PostReport]) -> list[PostReport]:
    """Return the reports of a run with what its history shows; ``reports`` stand in the order of the entries'
    numbers."""
    found: dict[int, list[Finding]] = {}
    unknown: dict[int, list[NotEvaluated]] = {}
    for rule, one, answer in _answers(linter, timeline):
        lang = linter.ui_lang or one.lang
        if isinstance(answer, Match):
            found.setdefault(one.number, []).append(_finding(linter, rule, one, answer, lang))
        else:
            told = NotEvaluated(rule.id, say(answer.code, lang, **answer.facts))
            unknown.setdefault(one.number, []).append(told)
    if not found and not unknown and not any(one.waivers for one in timeline.entries):
        return list(reports)
    waivers = {one.number: one.waivers for one in timeline.entries}
    return [
        _added(linter, report, found.get(number, []), unknown.get(number, []), waivers.get(number, ()))
        for number, report in enumerate(reports)
    ]


def _answers(linter: Linter, timeline: Timeline) -> Iterator[tuple[Rule, Entry, Match | Unknown]]:
    for rule in linter.over_time:
        for one, answer in LOOKS[rule.check](timeline, rule):
            if one.inbound is None and not holds_for(rule, one.role, linter.settings):
                continue
            yield rule, one, answer


def _finding(linter: Linter, rule: Rule, one: Entry, match: Match, lang: str) -> Finding:
    from postlint.engine import told

    message, advice = told(rule, match, lang, "", linter.settings)
    return Finding(
        rule.id, severity(rule, match.reason, one.role, linter.settings), message, advice, lang, match.field, None,
        "", linter.rulebook.clauses(rule.id, lang), (), rule.secret,
        is_protected(rule, match.reason, one.role, linter.settings), rule.waivable,
    )  # fmt: skip


def _added(
    linter: Linter, report: PostReport, found: list[Finding], unknown: list[NotEvaluated], waivers: tuple[Waiver, ...]
) -> PostReport:
    told = {finding.rule for finding in report.findings}
    found = [finding for finding in found if finding.rule not in told]  # a rule is told once of a post
    if not found and not unknown and not waivers:
        return report
    from postlint.engine import ordered

    rules = {rule.id for rule in linter.over_time} - {one.finding.rule for one in report.waived}
    unseen = {one.rule for one in (*report.not_evaluated, *unknown)}
    kept, waived, void = waive(found, waivers, linter.rulebook.rules, linter.now, unseen)
    # What is wrong with a waiver by itself, and those for other rules, were told at the first look.
    void = tuple(one for one in void if one.rule in rules and one.why in NEEDLESS)
    missing = dict.fromkeys((*report.not_evaluated, *unknown))
    return report._replace(
        findings=ordered((*report.findings, *kept)), not_evaluated=tuple(missing), waived=(*report.waived, *waived),
        void=(*report.void, *void),
    )  # fmt: skip
