"""``target-evaluation``: somebody of a kind (a competitor, a customer …) meets an evaluation.

What is said of the target is weighed: the words of its own sentence, and of the next ones as long as a pronoun
or a bare fragment carries it on. Every word counts by its family, unless it is negated, aimed at something else
(oneself above all), quoted, or reported and rejected; praise and sources count the other way. One match a
target and run of sentences, on the words that weigh most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from postlint.draft import Match, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.draft import Draft
    from postlint.lexicon import Hit
    from postlint.rule import Rule

WEIGHTS = {
    "dishonest": 2.5, "incompetence": 2.5, "ridicule": 2.5, "warning-off": 2.5, "negative": 2.0, "neglect": 2.0,
    "mock-sympathy": 2.0, "innuendo": 2.0, "likeness": 2.0, "understatement-negative": 1.5, "simile": 1.5,
    "better-off": 1.0, "negative-mild": 1.0, "failure": 1.0,
}  # fmt: skip
# Words of these families change their meaning under a negation.
_FLIPS = frozenset(("dishonest", "incompetence", "ridicule", "negative", "negative-mild", "failure", "neglect"))
# Words that are only facts or frames: by themselves, or beside a source, they disparage nobody.
_FACTS = frozenset(("failure", "negative-mild", "better-off"))
ENOUGH = 2.0
CARRY = 3  # sentences after the mention that may go on about it
_MOCKING = {"🤡": 1.5, "💩": 2, "🙄": 1.2, "😂": 1, "🤣": 1, "🙃": 1, "😏": 1, "🤭": 1, "🙈": 1, "🤦": 1.2, "🫠": 0.7, "🚮": 2,
            "👎": 1.5, "🤮": 2, "🪦": 1, "🤔": 0.7, "🤐": 0.7, "🐌": 1, "🦖": 0.7, "🧇": 0, "🐠": 0.5, "😬": 0.7, "🥴": 1, "😴": 1}  # fmt: skip
_WARM = "❤💙💚🧡💛🙏🎉🏆🥳🤝👏💪😍🤩"
_PLURAL = frozenset("they they're they've they'd they'll them their theirs de dem deres".split())
_SINGULAR = frozenset("it it's its den det dens dets".split())
_FIRST = frozenset("i i'm i've i'd jeg vi we we're we've my mit min mine our vores vore".split())
_COPULA = frozenset("am is are was were be been er var blev bliver vaere vaeret became felt foelte".split())
_MODAL = frozenset("can't cannot couldn't wouldn't won't don't doesn't didn't never aren't haven't hasn't isn't".split())
_MODAL_DA = frozenset("kan kunne ville vil skal fatter forstaar aner anede har gider tager finder svarer tør orker magter".split())
_BREAKS = frozenset("men but mens while fordi because naar when indtil until hvis if da though selvom although".split())


class _Weighed(NamedTuple):
    weight: float
    hit: Hit | None
    kind: str


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match for every target in every text."""
    kinds = rule.option("targets")
    for document in draft.documents:
        told: set[str] = set()
        for mention in document.mentions:
            if mention.kind not in kinds or mention.who in told:
                continue
            match = _judge(document, mention)
            if match is not None:
                told.add(mention.who)
                yield match
        if document is draft.text and document.mentions and set(document.languages) == {"other"}:
            yield Unknown("language-not-read")


def _judge(document: Document, mention: Mention) -> Match | None:
    sentences = _run(document, mention)
    if _quoted_away(document, mention) or _rejected(document, sentences):
        return None
    weighed = [part for sentence in sentences for part in _weigh(document, sentence, mention)]
    against = [part for part in weighed if part.weight > 0]
    total = sum(part.weight for part in weighed)
    strong = [part for part in against if part.kind not in _FACTS]
    if total < ENOUGH or not against:
        return None
    if not strong and (_sourced(document, sentences) or len(against) < 2):
        return None
    return _match(document, mention, against)


def _match(document: Document, mention: Mention, against: Sequence[_Weighed]) -> Match:
    ironic = all(part.kind in ("irony", "emoji") for part in against)
    heaviest = max((part for part in against if part.hit is not None), key=lambda part: part.weight, default=None)
    first, last = mention.first, mention.last
    if heaviest is not None and heaviest.hit is not None:
        first, last = heaviest.hit.first, heaviest.hit.last
    facts = {"target": mention.who}
    return Match(document.field, document, document.starts[first], document.ends[last - 1], "irony" if ironic else "", facts)


def _run(document: Document, mention: Mention) -> list[Sentence]:
    """Return the mention's sentence and the next ones that go on about it."""
    number = document.sentence_of[mention.first]
    run = [document.sentences[number]]
    if number and document.any("innuendo", document.sentences[number - 1].first, document.sentences[number - 1].last):
        run.insert(0, document.sentences[number - 1])
    aside = _is_aside(document, mention)
    for sentence in document.sentences[number + 1 : number + 1 + CARRY]:
        if not _carries_on(document, sentence, mention, aside):
            break
        run.append(sentence)
    return run


def _carries_on(document: Document, sentence: Sentence, mention: Mention, aside: bool) -> bool:
    words = document.words[sentence.first : sentence.last]
    others = {m.who for m in document.mentions if sentence.first <= m.first < sentence.last}
    if others and mention.who not in others:
        return False
    if mention.who in others or (_PLURAL & set(words) and not aside):
        return True
    if aside:
        return False
    if document.any("innuendo", sentence.first, sentence.last) or _SINGULAR & set(words[:4]):
        return True
    return not (_FIRST & set(words[:4]))


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
    if document.any("first-person", last, end):
        return True
    return any(not _negated(document, hit.first, hit.first - 6) for hit in document.within(("positive",), first, end))


def _sourced(document: Document, sentences: Sequence[Sentence]) -> bool:
    first, last = sentences[0].first, sentences[-1].last
    start, end = sentences[0].start, sentences[-1].end
    return document.any("source-cue", first, last) or any(start <= s.start < end and s.kind in ("url", "domain") for s in document.specials)


def _weigh(document: Document, sentence: Sentence, mention: Mention) -> Iterator[_Weighed]:
    first, last = sentence.first, sentence.last
    home = first <= mention.first < last
    aside = home and _is_aside(document, mention)
    covered: set[int] = set()
    hits = sorted(document.within(tuple(WEIGHTS), first, last), key=lambda hit: (-WEIGHTS[hit.family], hit.first))
    for hit in hits:
        if covered & set(range(hit.first, hit.last)) or document.quotation_at(hit.first) is not None and not _ridicules(document, hit):
            continue
        if mention.first <= hit.first < mention.last:
            continue
        covered.update(range(hit.first, hit.last))
        if aside or _aimed_elsewhere(document, sentence, hit):
            continue
        yield _valued(document, sentence, hit)
    yield from _praise(document, sentence, covered)
    if not aside:
        yield from _grammar(document, sentence, mention)
        yield from _emoji(document, sentence)


def _ridicules(document: Document, hit: Hit) -> bool:
    """Say whether a quoted word is the author's own scorn: a scare quote of one or two words."""
    quotation = document.quotation_at(hit.first)
    return quotation is not None and len(document.text[quotation.inner_start : quotation.inner_end].split()) <= 2


def _is_aside(document: Document, mention: Mention) -> bool:
    return any(hit.last <= mention.first and mention.first - hit.last <= 1 for hit in document.hits.get("aside", ()))


def _valued(document: Document, sentence: Sentence, hit: Hit) -> _Weighed:
    weight = WEIGHTS[hit.family]
    if hit.family in _FLIPS and _negated(document, hit.first, sentence.first):
        return _Weighed(-1.0, None, "denied")
    if hit.family == "failure" and document.any("repetition", sentence.first, sentence.last):
        return _Weighed(2.0, hit, "repeated-failure")
    if hit.family in ("failure", "negative-mild") and document.any("intensifier", max(sentence.first, hit.first - 2), hit.first):
        weight += 0.5
    return _Weighed(weight, hit, hit.family)


def _negated(document: Document, token: int, floor: int) -> bool:
    """Say whether a negation stands within four words before, in the same clause, and does negate."""
    for hit in document.hits.get("negator", ()):
        if not (max(floor, token - 4) <= hit.first and hit.last <= token):
            continue
        if any(other.first <= hit.first < other.last for other in document.hits.get("not-negator", ())):
            continue
        if not any("," in document.between(t) or ";" in document.between(t) for t in range(hit.last, token + 1)):
            return True
    return False


def _aimed_elsewhere(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the clause is about the author: "jeg var elendig", "my first prototype was garbage"."""
    start = _clause_start(document, sentence, hit.first)
    words = document.words[start : hit.first]
    if hit.family in ("warning-off", "better-off", "innuendo", "simile", "likeness"):
        return False
    return bool(set(words[:2]) & _FIRST) and bool(set(words) & _COPULA) and not (_PLURAL & set(words))


def _clause_start(document: Document, sentence: Sentence, token: int) -> int:
    for t in range(token, sentence.first, -1):
        if any(c in ",;:–—()" for c in document.between(t)) or document.words[t - 1] in _BREAKS:
            return t
    return sentence.first


def _praise(document: Document, sentence: Sentence, covered: set[int]) -> Iterator[_Weighed]:
    """Yield praise as a counterweight; negated praise is criticism, praise beside a failure is irony."""
    failure = document.any("failure", sentence.first, sentence.last)
    taken = set(covered)
    for hit in document.within(("understatement-positive",), sentence.first, sentence.last):
        taken.update(range(hit.first, hit.last))
        yield _Weighed(-2.0, None, "praise")
    for hit in document.within(("positive", "mock-praise"), sentence.first, sentence.last):
        if taken & set(range(hit.first, hit.last)):
            continue
        taken.update(range(hit.first, hit.last))
        if failure and hit.family == "mock-praise":
            yield _Weighed(1.5, hit, "irony")
        elif _negated(document, hit.first, sentence.first):
            yield _Weighed(1.5, hit, "negated-praise")
        else:
            yield _Weighed(-1.2, None, "praise")


def _grammar(document: Document, sentence: Sentence, mention: Mention) -> Iterator[_Weighed]:
    """Yield what the grammar tells: "they wouldn't notice", "de kan ikke finde", a question in scorn."""
    for token in range(sentence.first, sentence.last - 1):
        word = document.words[token]
        subject = word in _PLURAL or (mention.first <= token < mention.last and mention.form != "genitive")
        if not subject:
            continue
        following = document.words[token + 1 : min(sentence.last, token + 4)]
        if following and (following[0] in _MODAL or (following[0] in _MODAL_DA and {"ikke", "aldrig", "knap"} & set(following))):
            yield _Weighed(1.5, _as_hit(document, token, sentence), "cannot")
            return


def _as_hit(document: Document, token: int, sentence: Sentence) -> Hit:
    from postlint.lexicon import Hit

    return Hit("cannot", token, min(sentence.last, token + 4), "any")


def _emoji(document: Document, sentence: Sentence) -> Iterator[_Weighed]:
    text = document.text[sentence.start : sentence.end + 3]
    weight = max((value for sign, value in _MOCKING.items() if sign in text), default=0.0)
    if weight:
        yield _Weighed(weight, None, "emoji")
    if any(sign in text for sign in _WARM):
        yield _Weighed(-0.7, None, "warm")
