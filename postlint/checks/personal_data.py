"""``personal-data``: numbers, addresses and private matters of somebody else.

Numbers are found by shape and validated (see ``postlint.identifiers``); the nearest word that announces a number
says what kind it is, so that an order, a case or a company is never taken for a person. Private matters are a
predicate and the person it is about (see ``document.subjects``): a colleague's illness, never illness as such.
"""

from __future__ import annotations

from postlint.checks.by_weight import heaviest
from postlint.checks.personal_numbers import numbers
from postlint.document.subjects import COLLEAGUE, NAME, Subject, subject
from postlint.draft import Match
from postlint.fold import fold
from postlint.identifiers.addresses import AMOUNT, NUMBERED, STREET
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_NUMBERED = lazy(r"\d")
_YOURS = frozenset("din dit dine jeres your".split())
_APPEARS = frozenset("go goes going will ryger ryge kommer komme staar bliver".split())
_ASIDE = ("hearsay", "hypothetical")
_NO = frozenset("ikke not never aldrig isn't wasn't hasn't no longer ingen".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield numbers and addresses of persons, private matters of somebody else, and announced exposure."""
    for document in draft.documents:
        found = list(_in_document(draft, document))
        yield from found or _outweighed(document, rule)
    yield from _positions(draft)


def _in_document(draft: Draft, document: Document) -> Iterator[Match]:
    yield from numbers(draft, document)
    if _NUMBERED.search(document.text):
        yield from _homes(draft, document)
        yield from _pay(draft, document)
    yield from _matters(draft, document)
    yield from _announced(document)


def _outweighed(document: Document, rule: Rule) -> Iterator[Match]:
    """Yield the words that weigh most as a private matter of somebody else."""
    place = heaviest(document, rule.id)
    if place is not None and not document.any("already-public", 0, len(document.words)):
        start, end = document.starts[place[0]], document.ends[place[1] - 1]
        yield match(document, start, end, "life")._replace(by_weight=True)


def _positions(draft: Draft) -> Iterator[Match]:
    """Yield pictures whose file tells where they were taken; the place itself is never told."""
    for number, image in enumerate(draft.post.images):
        seen = draft.seen(number) if image.file else None
        if seen is not None and seen.metadata.position:
            file = image.file or ""
            yield Match(f"images[{number}].file", reason="position", facts={"file": file, "words": file})


def match(document: Document, start: int, end: int, reason: str) -> Match:
    """Return a match that tells where it is and not what stands there."""
    first, last = document.original(start, end)
    return Match(document.field, document, start, end, reason, {"a": str(first + 1), "b": str(last)})


def _matters(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield the first private matter of every kind: illness, then events of life."""
    for family, reason in (("health-matter", "health"), ("life-matter", "life")):
        for hit in document.hits.get(family, ()):
            about = subject(document, hit.first, after=4 if family == "health-matter" else 0)
            if about is None or not _is_told(draft, document, about, hit):
                continue
            yield match(document, document.starts[hit.first], document.ends[hit.last - 1], reason)
            break


def _is_told(draft: Draft, document: Document, about: Subject, hit: Hit) -> bool:
    """Say whether a matter is told of somebody else in earnest, without that one's leave."""
    token = hit.first
    if about.form not in (NAME, COLLEAGUE) or document.quotation_at(token) is not None:
        return False
    if hit.family == "life-matter" and (draft.role == "official" or about.form != NAME):
        return False
    sentence = document.sentence_at(token)
    before = document.words[max(sentence.first, token - 2) : token]
    if document.words[hit.last - 1].endswith(("syg", "sygemeldt", "ill", "sick")) and {
        "en",
        "et",
        "den",
        "a",
        "the",
    } & set(before):
        return False  # "a chronically ill neighbour" describes a kind of person
    if any(document.any(aside, sentence.first, token) for aside in _ASIDE) or _NO & set(
        document.words[max(sentence.first, token - 3) : token]
    ):
        return False
    asked = document.prose[sentence.start : sentence.end].rstrip().endswith("?")
    if asked and not {"at", "that"} & set(document.words[sentence.first : token]):
        return False
    if document.any("already-public", 0, len(document.words)):
        return False
    return not has_leave(draft, document, about)


def has_leave(draft: Draft, document: Document, about: Subject) -> bool:
    """Say whether the one named is the author, or has approved the post."""
    named = set(document.words[about.first : about.last])
    named = {word.removesuffix("'s") for word in named}
    givers = [approval.by for approval in draft.post.approvals] + (
        [draft.post.author.name] if draft.post.author.name else []
    )
    return any(named & {fold(part) for part in giver.split()} for giver in givers)


def _pay(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield an amount that is a named person's pay."""
    for hit in document.hits.get("pay-cue", ()):
        sentence = document.sentence_at(hit.first)
        if draft.role == "official" or document.any("already-public", sentence.first, sentence.last):
            continue
        found = AMOUNT.search(document.text, sentence.start, sentence.end)
        if found is None:
            continue
        token = document.token_at(found.start())
        if token >= sentence.last or abs(token - hit.first) > 8:
            continue
        about = subject(document, max(sentence.first + 1, min(token, hit.first)))
        if about is None or about.form not in (NAME, COLLEAGUE) or not _is_pay(document, sentence):
            continue
        if not has_leave(draft, document, about):
            yield match(document, found.start(), found.end(), "pay")
        return


_STRONG_PAY = frozenset(
    "tjener tjente loen loennen maanedsloen maanedsloennen aarsloen aarsloennen timeloen timeloennen loenseddel "
    "loensedlen bonus bonussen gage gagen startloen loenstigning loenforhoejelse earns earned salary payslip payslip's "
    "payslips wage wages severance".split()
)


def _is_pay(document: Document, sentence: Sentence) -> bool:
    """Say whether an amount is pay: a strong word, or "gets … a month"."""
    words = document.words[sentence.first : sentence.last]
    if _STRONG_PAY & set(words):
        return True
    joined = " ".join(words)
    return any(
        turn in joined for turn in ("a month", "per month", "a year", "om maaneden", "pr maaned", "an hour", "i timen")
    ) and any(verb in words for verb in ("gets", "makes", "faar", "haever", "on", "pays", "home"))


def _homes(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield the address of somebody's home."""
    if NUMBERED.search(document.text) is None:
        return
    for found in STREET.finditer(document.text):
        token = document.token_at(found.start())
        if token >= len(document.words) or document.starts[token] >= found.end():
            continue
        sentence = document.sentence_at(token)
        if _is_home(draft, document, sentence, token, bool(found["floor"] or found["any"])):
            yield match(document, found.start(), found.end(), "home")
            return


def _is_home(draft: Draft, document: Document, sentence: Sentence, token: int, floor: bool) -> bool:
    if document.any("public-place", sentence.first, sentence.last) and not document.any(
        "private-line", sentence.first, sentence.last
    ):
        return False
    number = document.sentence_of[sentence.first]
    lasting = document.sentences[min(number + 1, len(document.sentences) - 1)].last
    cue = document.any("home-cue", sentence.first, sentence.last) or (
        floor and document.any("home-cue", sentence.first, lasting)
    )
    about = subject(document, token)
    if about is None or about.form == "":
        return False
    if about.form == NAME and (has_leave(draft, document, about) or not _is_full(document, about)):
        return False
    if cue:
        return True
    # "Det er Kirsten Dam, Rørhatten 27, 2. th.": a full name beside an address with a floor.
    return (
        floor
        and about.form == NAME
        and about.last - about.first > 1
        and about.last == token
        and draft.role != "official"
    )


def _is_full(document: Document, about: Subject) -> bool:
    """Say whether a name is surely a person's, and not the sender's own below a letter."""
    if about.first and document.words[about.first - 1] in ("af", "by", "mvh", "hilsen", "regards"):
        return False
    known = any(about.first <= hit.first < about.last for hit in document.hits.get("given-name", ()))
    return known or about.last - about.first > 1


def _exposes(document: Document, hit: Hit, verbs: list[Hit]) -> bool:
    """Say whether "your address" is threatened with, and not asked for ("share your address with us")."""
    if document.words[hit.first] not in _YOURS:
        return True
    first, last = document.sentence_at(hit.first)[:2]
    if any(document.words[verb.first] in _APPEARS for verb in verbs):
        return True
    return any(
        document.words[at] in ("jeg", "i'll", "i'm", "i'd")
        or (document.raw(at) == "I" and document.sentence_at(at).lang != "da")
        for at in range(first, last)
    )


def _announced(document: Document) -> Iterator[Match]:
    """Yield an announcement that somebody's address, number or private life will be published."""
    for hit in document.hits.get("their-data", ()):
        first, last = document.sentence_at(hit.first)[:2]
        verbs = list(document.within(("exposing-verb",), first, last))
        verbs = [verb for verb in verbs if min(abs(verb.first - hit.last), abs(hit.first - verb.last)) <= 12]
        if (
            not verbs
            or not _exposes(document, hit, verbs)
            or document.any("exposing-not", first, max(hit.last, verbs[0].last))
            or document.quotation_at(hit.first)
        ):
            continue
        if (
            document.prose[document.sentence_at(hit.first).start : document.sentence_at(hit.first).end].rstrip()[-1:]
            == "?"
        ):
            continue
        yield match(document, document.starts[hit.first], document.ends[hit.last - 1], "announced")
        return
