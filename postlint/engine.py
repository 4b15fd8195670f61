"""The one way through: a post, read into a draft, checked by every active rule, reported.

What is decided for every rule is decided here and nowhere else: the role, the severity, the words of the
message, line and column, waivers, the order. Findings are a function of post, settings, packs and the moment.
"""

from __future__ import annotations

import os

from postlint.checks import CHECKS
from postlint.checks.over_time import KINDS
from postlint.checks.standing import blows_whistle
from postlint.document import Document
from postlint.document.mentions import World
from postlint.draft import Budget, Draft, Match, Unknown
from postlint.finding import SEVERITIES, Finding, NotEvaluated, PostReport
from postlint.grading import PUBLIC, WHISTLE, holds_for, is_protected, severity, speaks_freely
from postlint.record import TYPE_CHECKING
from postlint.waiving import waive
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from postlint.consent.register import Register
    from postlint.history import Timeline
    from postlint.pictures.looking import Looker, Seen
    from postlint.post import Post
    from postlint.rule import Rule
    from postlint.rulebook import Rulebook
    from postlint.settings import Settings


BUDGET = 0.5  # seconds for all the patterns of packs on one post


class Linter:
    """Everything that stays the same from post to post. ``now`` is the moment of checking, ISO 8601 with zone;
    ``ui_lang`` fixes the language of all messages, else each post's own is used. ``left_out`` are the rules that the
    call left out with ``select`` and ``ignore``."""

    def __init__(
        self, settings: Settings, rulebook: Rulebook, *, now: str = "", ui_lang: str | None = None,
        select: Sequence[str] = (), ignore: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.settings = settings
        self.rulebook = rulebook
        self._register: Register | None = None
        self._looker: Looker | None = None
        self.sent: Mapping[int, bytes] = {}  # pictures of the one post, by number, in place of files
        self.now = now or moment_now()
        self.ui_lang = ui_lang
        self.world = World(settings)
        active = rulebook.active(settings)
        self.rules = [rule for rule in active if (not select or rule.id in select) and rule.id not in ignore]
        self.over_time = [rule for rule in self.rules if rule.check in KINDS]
        self.left_out = {rule.id for rule in active} - {rule.id for rule in self.rules}

    def consents(self) -> Register | None:
        """Return the consent register, read at first use. Raises PostlintError where it cannot be read."""
        if self._register is None and self.settings.register:
            from postlint.consent.register import read_register

            self._register = read_register(self.settings.register)
        return self._register

    def seen(self, post: Post, role: str, number: int) -> Seen | None:
        """Return what is seen in a picture of a post, as far as the rules for a role ask, a file only once per run;
        ``None`` where the picture is not there: the post stands in no file, and it was not sent along.

        Raises PostlintError where a model or a logo cannot be used.
        """
        file, data = post.images[number].file or "", self.sent.get(number)
        if data is None and (not file or self.sent or post.origin.path in ("", "-")):
            return None
        if self._looker is None:
            from postlint.pictures.looking import looker_for

            self._looker = looker_for(self.settings)
        asked = {rule.check for rule in self.rules if holds_for(rule, role, self.settings)}
        faces, logos = "image-people" in asked, "image-logo" in asked
        data = _embedded(post, file) if data is None else data
        if data is not None:
            return self._looker.inside(file, data, faces=faces, logos=logos)
        return self._looker.look(file, os.path.dirname(post.origin.path) or ".", faces=faces, logos=logos)

    def check(self, post: Post, timeline: Timeline | None = None) -> PostReport:
        """Return what was found in one post. ``timeline`` keeps what the rules on history need of it later."""
        draft = self.read(post)
        matches: list[tuple[Rule, Match]] = []
        unknown: dict[tuple[str, str], NotEvaluated] = {}
        for rule in self.rules if post.inbound is None else ():
            if not holds_for(rule, draft.role, self.settings):
                continue
            for answer in _answers(draft, rule):
                if isinstance(answer, Match):
                    if rule.by_reason.get(answer.reason) != "off":
                        matches.append((rule, answer))
                else:
                    told = self._not_evaluated(draft, rule, answer)
                    unknown[told] = told
        if len(matches) > 1:
            from postlint.checks.settling import settled  # a start where next to nothing is found is quicker without

            matches = list(settled(matches))
        findings = [self._finding(draft, rule, match) for rule, match in matches]
        if timeline is not None:
            timeline.add(draft, findings)
        if post.history and self.over_time:
            self._look_at_history(draft, findings, unknown)
        unseen = self.left_out | {missing.rule for missing in unknown.values()}
        unseen |= {rule.id for rule in self.over_time}  # judged later, or not at all
        kept, waived, void = waive(findings, post.waivers, self.rulebook.rules, self.now, unseen)
        fields = {document.field: document.source for document in draft.documents}
        touched = {finding.field for finding in findings}
        return PostReport(
            post.id, post.origin.path, draft.role, draft.text.languages, ordered(kept), tuple(unknown.values()),
            {field: text for field, text in fields.items() if field in touched}, post.origin.line,
            post.origin.verbatim, waived, void, post.origin.places, post.scheduled or "",
        )  # fmt: skip

    def check_run(self, posts: Iterable[Post]) -> list[PostReport]:
        """Return what was found in posts that belong together, each by itself and all in the order of time."""
        from postlint.history import Timeline
        from postlint.looking_back import look_back

        timeline = Timeline(self.settings, self.now)
        reports = [self.check(post, timeline) for post in posts]
        return look_back(self, timeline, reports)

    def _look_at_history(
        self, draft: Draft, findings: list[Finding], unknown: dict[tuple[str, str], NotEvaluated]
    ) -> None:
        from postlint.looking_back import own_history

        for rule, answer in own_history(self, draft, findings):
            if isinstance(answer, Match):
                findings.append(self._finding(draft, rule, answer))
            else:
                told = self._not_evaluated(draft, rule, answer)
                unknown[told] = told

    def read(self, post: Post) -> Draft:
        """Return a post as read; the other published texts follow its own."""
        role = post.role or self.settings.role
        texts = [("text", post.text), *post.extra]
        texts += [(f"images[{n}].alt", image.alt) for n, image in enumerate(post.images) if image.alt]
        documents = tuple(Document(text, field, self.world, self.rulebook.lexicon, post.lang) for field, text in texts)
        return Draft(
            post,
            role,
            documents[0],
            documents,
            self.settings,
            self.consents,
            self.now,
            self.ui_lang or "",
            Budget(BUDGET),
            lambda number: self.seen(post, role, number),
        )

    def _lang(self, draft: Draft, match_lang: str = "", document: Document | None = None) -> str:
        if self.ui_lang:
            return self.ui_lang
        return match_lang or draft.post.lang or (document or draft.text).language

    def _not_evaluated(self, draft: Draft, rule: Rule, unknown: Unknown) -> NotEvaluated:
        return NotEvaluated(rule.id, say(unknown.code, self._lang(draft), **unknown.facts))

    def _severity(self, draft: Draft, rule: Rule, match: Match, held: Sequence[str]) -> str:
        """Return the severity of the rule; what weighs enough, but not so much that it is clear, is told as advice."""
        if match.by_weight:
            from postlint.checks.settling import is_clear  # most drafts have nothing that only weighs

            if not is_clear(rule, match):
                return SEVERITIES[0]
        return severity(rule, match.reason, draft.role, self.settings, held)

    def _finding(self, draft: Draft, rule: Rule, match: Match) -> Finding:
        document = match.document
        lang = self._lang(draft, match.lang, document)
        words, span = "", None
        if document is not None:
            start, end = document.original(match.start, match.end)
            words = document.source[start:end]
            span = document.places.span(start, end)
        held = _circumstances(draft, rule)
        message, advice = told(rule, _as_told(rule, match, held), lang, words, self.settings)
        return Finding(
            rule.id, self._severity(draft, rule, match, held), message, advice, lang,
            match.field, span, words, self.rulebook.clauses(rule.id, lang), match.fixes, rule.secret,
            is_protected(rule, match.reason, draft.role, self.settings), _is_waivable(rule, match),
        )  # fmt: skip


def _embedded(post: Post, file: str) -> bytes | None:
    """Return the bytes of a picture inside the document that a post is; ``None`` where it is a file of its own, or
    what the document calls a picture is not there."""
    if "!" not in file:
        return None
    from postlint.office.pictures import embedded, part_of
    from postlint.problem import PostlintError

    if not part_of(file):
        return None
    try:
        return embedded(post.origin.path, file)
    except (PostlintError, OSError):
        return None  # the reader of the document has told what is wrong with it


def _circumstances(draft: Draft, rule: Rule) -> tuple[str, ...]:
    """Return the circumstances of a draft that limit a rule, the one whose words are told first."""
    held = (WHISTLE,) if WHISTLE in rule.by_reason and blows_whistle(draft) else ()
    free = PUBLIC in rule.by_reason and speaks_freely(draft.role, draft.settings)
    return (*held, PUBLIC) if free else held


def _is_waivable(rule: Rule, match: Match) -> bool:
    return rule.waivable and not {match.reason, match.facts.get("concerns", "")} & set(rule.unwaivable)


def _as_told(rule: Rule, match: Match, held: Sequence[str]) -> Match:
    """Return a match that is told in the words for a circumstance, where the rule has such words."""
    worded = {reason for wording in rule.wording.values() for reason in wording.reasons}
    said = next((circumstance for circumstance in held if circumstance in worded), match.reason)
    return match._replace(reason=said)


def _answers(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield what a rule's check answers, and the hits of phrases that an organisation has added to the rule.

    A construction is no breach where all that its text shows speaks against one.
    """
    for answer in CHECKS[rule.check](draft, rule):
        document = answer.document if isinstance(answer, Match) else None
        weighed = document.weighed.get(rule.id) if document is not None else None
        if weighed is None or not weighed.slight:
            yield answer
    if rule.check != "phrase" and any(rule.id in document.hits for document in draft.documents):
        yield from CHECKS["phrase"](draft, rule)


def told(rule: Rule, match: Match, lang: str, words: str, settings: Settings) -> tuple[str, str]:
    """Return the message and the advice of a match, filled in; ``lang`` falls back to what the rule has."""
    wording = rule.wording.get(lang) or next(iter(rule.wording.values()))
    facts = {"words": shortened(words), "organisation": settings.organisation.name or say("the-organisation", lang)}
    facts.update(match.facts)
    message, advice = wording.told(match.reason)
    return _filled(message, facts), _filled(advice, facts)


def _filled(template: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        template = template.replace("{" + name + "}", value)
    return template


def shortened(words: str, length: int = 60) -> str:
    """Return ``words`` on one line, cut at a word after ``length`` code points."""
    line = " ".join(words.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of reports: by field, then start, then rule."""
    return tuple(sorted(findings, key=lambda f: (f.field, f.span.start if f.span else -1, f.rule, f.message)))


def moment_now() -> str:
    """Return this minute, ISO 8601 with the zone of this machine."""
    import time

    stamp = time.strftime("%Y-%m-%dT%H:%M%z")
    return f"{stamp[:-2]}:{stamp[-2:]}"
