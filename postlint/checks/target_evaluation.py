"""``target-evaluation``: somebody of a kind (a competitor, a customer …) is run down.

The signs for and against the one mentioned (see ``stance``) are weighed; reported claims that are rejected, and
mentions inside somebody else's words, are left alone. At most one match a target, on the words that weigh most.
"""

from __future__ import annotations

from postlint.checks.assertion import is_denial, span
from postlint.checks.by_weight import heaviest
from postlint.checks.settling import COMPARED
from postlint.checks.stance import Sign, is_fair, run, signs, weigh
from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft
    from postlint.rule import Rule

ENOUGH = 0.2
# What a sign weighs: rounded from a logistic regression, drawn towards judgement, on drafts written for the purpose.
# Nothing weighs against somebody by merely being named, so a plain mention is never reported.
WEIGHTS: Mapping[str, float] = {
    "incompetence": 1.3, "dishonest": 1.2, "likeness": 1.2, "innuendo": 1.2, "ridicule": 1.2, "warning-off": 1.2,
    "sarcasm": 1.2, "repeated-failure": 1.1, "loses": 1.1, "mock-sympathy": 1.0, "mocking-emoji": 1.0, "neglect": 1.0,
    "irony": 1.0, "endorsed": 1.0, "predicated": 0.8, "negative": 0.9, "cannot": 0.9, "hyperbole": 0.8,
    "negated-praise": 0.8, "simile": 0.8,
    "understatement-negative": 0.8, "scare-quotes": 0.8, "better-off": 0.8, "at-least": 0.6, "scornful-question": 0.6,
    "addressed": 0.6, "negation": 0.5, "negative-mild": 0.5, "condition": 0.5, "question-of-them": 0.4, "outcry": 0.4,
    "valence-negative": 0.3, "bad-by-form": 0.3, "intensifier": 0.2, "failure": 0.1,
    "valence-positive": -0.1, "positive": -0.3, "aside": -0.4, "elsewhere": -0.4, "warm-emoji": -0.5, "own-fault": -0.6,
    "mock-praise": -0.6, "business-event": -0.7, "source-cue": -0.7, "career": -0.7, "denied": -0.7,
    "market-place": -0.8, "togetherness": -0.9, "earnest-question": -1.0, "understatement-positive": -1.1,
    "fair-play": -1.4,
}  # fmt: skip
# What a sentence is made of that only denies: "Det gør de ikke", "No, it simply isn't true".
# Signs that any negated or stressed sentence carries: alone they must weigh more.
FRAMED = 0.65
_FRAMES = frozenset(("negation", "intensifier", "outcry", "bad-by-form", "at-least"))
MOST = 3  # signs of one kind that count
# Signs that are facts or frames of the grammar: beside a source they disparage nobody, and without anything
# stronger they are no more than a hint.
_FACTS = frozenset(
    ("failure", "negative-mild", "valence-negative", "bad-by-form", "condition", "addressed", "question-of-them",
     "negation", "intensifier", "outcry", "scornful-question", "at-least")
)  # fmt: skip
# Scorn in the dress of praise, which may be meant: advice at most.
_IRONIC = frozenset(("irony", "mocking-emoji", "scare-quotes", "addressed", "sarcasm", "repeated-failure"))


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match for every target in every text."""
    kinds = rule.option("targets")
    for document in draft.documents:
        told: set[str] = set()
        for mention in document.mentions:
            if mention.kind in kinds and mention.who not in told:
                match = _judge(document, mention)
                if match is not None:
                    told.add(mention.who)
                    yield match
        if not told:
            yield from _outweighed(document, rule)
        if document is draft.text and document.mentions and set(document.languages) == {"other"}:
            yield Unknown("language-not-read")


def _outweighed(document: Document, rule: Rule) -> Iterator[Match]:
    """Yield the words that weigh most against the first target of a text that is not left in peace."""
    place = heaviest(document, rule.id)
    if place is None:
        return
    for mention in document.mentions:
        if mention.kind in rule.option("targets"):
            sentences = run(document, mention)
            if not _quoted_away(document, mention) and not _rejected(document, sentences):
                facts = {"target": mention.who}
                yield Match(document.field, document, *span(document, *place), "", facts, by_weight=True)
            return


def _judge(document: Document, mention: Mention) -> Match | None:
    sentences = run(document, mention)
    if _quoted_away(document, mention) or _rejected(document, sentences):
        return None
    found = list(signs(document, mention, sentences))
    if document.any("hearsay", sentences[0].first, sentences[-1].last) and _endorsed(document, sentences):
        found.append(Sign("endorsed", mention.first, mention.last))
    against = [sign for sign in found if WEIGHTS.get(sign.kind, 0) > 0]
    enough = FRAMED if all(sign.kind in _FRAMES for sign in against) else ENOUGH
    if not against or weigh(found, WEIGHTS, MOST) < enough:
        return None
    weak = all(sign.kind in _FACTS for sign in against)
    if weak and any(sign.kind == "source-cue" for sign in found):
        return None
    return _match(document, mention, against, weak)


def _match(document: Document, mention: Mention, against: Sequence[Sign], weak: bool) -> Match:
    ironic = not weak and all(sign.kind in _IRONIC or sign.kind in _FACTS for sign in against)
    reason = "irony" if ironic else "hint" if weak else ""
    if all(sign.kind == "loses" or sign.kind in _FRAMES for sign in against):
        reason = COMPARED
    heaviest = max(against, key=lambda sign: (WEIGHTS[sign.kind], sign.last - sign.first))
    start, end = document.starts[heaviest.first], document.ends[heaviest.last - 1]
    return Match(document.field, document, start, end, reason, {"target": mention.who})


def _quoted_away(document: Document, mention: Mention) -> bool:
    quotation = document.quotation_at(mention.first)
    return quotation is not None and mention.form != "hashtag" and quotation.inner_end - quotation.inner_start > 25


def _rejected(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Say whether what is said is reported of others and rejected; taking it on undoes that."""
    first, last = sentences[0].first, sentences[-1].last
    following = document.sentences[document.sentence_of[last - 1] + 1 :][:2]
    end = following[-1].last if following else last
    if _endorsed(document, sentences):
        return False
    if is_fair(document) or document.any("rejection", first, end):
        return True
    if any(is_denial(document, sentence) for sentence in (*sentences[1:], *following[:1])):
        return True
    if not document.any("hearsay", first, last):
        return False
    return document.any("first-person", last, end) or any(document.within(("positive",), first, end))


def _endorsed(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Say whether the author takes a reported claim on: "and they are right"."""
    following = document.sentences[document.sentence_of[sentences[-1].last - 1] + 1 :][:2]
    return document.any("endorsement", sentences[0].first, following[-1].last if following else sentences[-1].last)
