"""``target-evaluation``: somebody of a kind (a competitor, a customer …) is run down.

The signs for and against the one mentioned (see ``stance``) are weighed; reported claims that are rejected, and
mentions inside somebody else's words, are left alone. At most one match a target, on the words that weigh most.
"""

from __future__ import annotations

from collections import Counter

from postlint.checks.stance import Sign, run, signs
from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft
    from postlint.rule import Rule

ENOUGH = 2.0
# What a sign weighs, and how often it counts.
WEIGHTS: Mapping[str, float] = {
    "dishonest": 2.5, "incompetence": 2.5, "ridicule": 2.5, "warning-off": 2.5, "negative": 2.0, "neglect": 2.0,
    "mock-sympathy": 2.0, "innuendo": 2.0, "likeness": 2.0, "repeated-failure": 2.0, "loses": 2.0, "sarcasm": 2.0,
    "understatement-negative": 1.5, "simile": 1.5, "hyperbole": 1.5, "at-least": 1.5, "irony": 1.5,
    "negated-praise": 1.5, "scornful-question": 1.5, "cannot": 1.5, "mocking-emoji": 1.0, "better-off": 1.0,
    "negative-mild": 1.0, "failure": 1.0, "addressed": 1.0, "scare-quotes": 1.0, "condition": 0.7,
    "question-of-them": 0.7, "valence-negative": 0.7, "denied": -1.0, "own-fault": -1.0, "positive": -1.2, "mock-praise": -1.2, "understatement-positive": -2.0, "valence-positive": -0.5,
    "earnest-question": -2.0, "market-place": -1.5, "career": -1.0, "business-event": -0.7, "togetherness": -1.5,
    "fair-play": -3.0, "source-cue": -1.0, "warm-emoji": -0.7, "aside": -1.0,
}  # fmt: skip
MOST = 3  # signs of one kind that count
# Signs that are facts or frames: beside a source, or alone, they disparage nobody.
_FACTS = frozenset(
    ("failure", "negative-mild", "better-off", "valence-negative", "condition", "addressed", "question-of-them")
)
_IRONIC = frozenset(("irony", "mocking-emoji", "scare-quotes", "addressed"))


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
        if document is draft.text and document.mentions and set(document.languages) == {"other"}:
            yield Unknown("language-not-read")


def _judge(document: Document, mention: Mention) -> Match | None:
    sentences = run(document, mention)
    if _quoted_away(document, mention) or _rejected(document, sentences):
        return None
    found = list(signs(document, mention, sentences))
    against = [sign for sign in found if WEIGHTS.get(sign.kind, 0) > 0]
    if weight(found) < ENOUGH or not against:
        return None
    if all(sign.kind in _FACTS for sign in against) and (
        len(against) < 2 or any(sign.kind == "source-cue" for sign in found)
    ):
        return None
    return _match(document, mention, against)


def weight(found: Sequence[Sign]) -> float:
    """Return what signs weigh together."""
    counts = Counter(sign.kind for sign in found)
    return sum(WEIGHTS.get(kind, 0.0) * min(count, MOST) for kind, count in counts.items())


def _match(document: Document, mention: Mention, against: Sequence[Sign]) -> Match:
    ironic = all(sign.kind in _IRONIC for sign in against)
    heaviest = max(against, key=lambda sign: (WEIGHTS[sign.kind], sign.last - sign.first))
    start, end = document.starts[heaviest.first], document.ends[heaviest.last - 1]
    return Match(document.field, document, start, end, "irony" if ironic else "", {"target": mention.who})


def _quoted_away(document: Document, mention: Mention) -> bool:
    quotation = document.quotation_at(mention.first)
    return quotation is not None and mention.form != "hashtag" and quotation.inner_end - quotation.inner_start > 25


def _rejected(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Say whether what is said is reported of others and rejected; taking it on undoes that."""
    first, last = sentences[0].first, sentences[-1].last
    following = document.sentences[document.sentence_of[last - 1] + 1 :][:2]
    end = following[-1].last if following else last
    if document.any("endorsement", first, end):
        return False
    if document.any("rejection", first, end):
        return True
    if not document.any("hearsay", first, last):
        return False
    return document.any("first-person", last, end) or any(document.within(("positive",), first, end))
