"""Whom a predicate is about: somebody else in particular, or not.

From the words of a predicate ("er sygemeldt", "on sick leave") the clause is read to the left for the nearest person:
a name, "vores nye praktikant", or he and she, which are traced to a name in the sentences before. The author, the
author's own family, people in general and people in public life are nobody's business here.
"""

from __future__ import annotations

from postlint.document.everyday import is_everyday
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from postlint.document.document import Document, Sentence

NAME, COLLEAGUE, UNTRACED = "name", "colleague", "untraced"
_SELF = frozenset("jeg vi i i'm i've i'd i'll we we're we've myself undertegnede".split())
_GENERAL = frozenset(
    "man nogen mange alle folk du dig i jer hvem hvis you you're people anyone someone somebody anybody everyone many "
    "everybody nobody ingen one who's de dem they they're them andre others hver hverken enhver whoever those flere "
    "nogle some most fleste hvad what which".split()
)
_HE = frozenset("han hun ham hende he she him her he's she's hans hendes his she'd he'd vedkommende".split())
_NO_NAMES = frozenset(
    "jeg du han hun vi den det der men saa ja nej hej tak the a an and but so yes no hi hello dear kaere ok okay "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september "
    "october november december english danish christmas easter god gud wow for fra til med om af paa at in on to of my "
    "your this that what why how who when if it it's is are was ps re as we he she they please thanks not now just "
    "all og hvis hvad hvor hvem hvorfor naar her hver en et mr mrs ms hr fru dr ring call min mit mine vores our i'm "
    "kommune regionen danmark denmark covid corona cpr nr tlf tel adhd cv it hr".split()
)
_TITLES = frozenset("fru hr frk froeken mr mrs ms miss".split())
_PLACED = frozenset("i in near ved omkring around ude from fra byen across".split())
_SPAN = 3  # sentences back in which he and she are traced


class Subject(NamedTuple):
    """Whom a predicate is about, at tokens ``first`` to ``last`` (half open): ``form`` is ``name``, ``colleague``
    (somebody known by a part that only one has) or ``untraced`` (he or she, nobody knows who)."""

    form: str
    first: int
    last: int


def subject(document: Document, token: int, after: int = 0) -> Subject | None:
    """Return whom the predicate that begins at ``token`` is about. Where nobody stands before it, the ``after``
    tokens that follow are read too ("Sygemeldt igen: Ole fra lageret")."""
    sentence = document.sentence_at(token)
    at = token - 1
    while at >= sentence.first:
        word = document.words[at]
        if word in _SELF and not (word == "i" and _is_preposition(document, at, sentence.lang)):
            return None
        if word in ("who", "who's") and at > sentence.first and is_name(document, at - 1):
            at -= 1
            continue
        if word in _GENERAL and not (word == "i" and not _is_plural_you(document, at)):
            return None
        if word in _HE:
            return traced(document, at)
        found = _somebody(document, at)
        if found is not None:
            return found if found.form else None
        at -= 1
    for at in range(token, min(sentence.last, token + after)):
        if (is_name(document, at) and document.words[at] not in _SELF) and not is_public(document, at):
            return _name(document, at)
    return None


def _is_preposition(document: Document, token: int, lang: str) -> bool:
    """Say whether an "i" is the Danish word for in: in Danish, and in lower case where the language is not sure."""
    return lang == "da" or (lang != "en" and document.raw(token) == "i")


def _is_plural_you(document: Document, token: int) -> bool:
    return document.raw(token) == "I" and document.sentence_at(token).lang == "da"


def _somebody(document: Document, at: int) -> Subject | None:
    """Return who is named by the words that end at token ``at``; an empty form stands for somebody exempt."""
    for hit in document.hits.get("only-colleague", ()):
        if hit.first <= at < hit.last:
            return Subject(COLLEAGUE, hit.first, hit.last)
    for hit in document.hits.get("kin", ()):
        if hit.first <= at < hit.last and (owner := _owner(document, hit.first)) is not None:
            # "min mor" is the author's own; "Idas mor" and "hans kone" are somebody else's.
            return Subject("", at, at + 1) if owner else None
    if not is_name(document, at):
        return None
    return Subject("", at, at + 1) if is_public(document, at) else _name(document, at)


def _owner(document: Document, token: int) -> bool | None:
    """Say whether kin at ``token`` are the author's own; ``None`` where nobody's are meant."""
    before = document.words[max(0, token - 2) : token]
    if {"min", "mit", "mine", "my", "our", "vores"} & set(before) or document.words[token] in (
        "min",
        "mit",
        "mine",
        "my",
    ):
        return True
    return None if {"hans", "hendes", "his", "her"} & set(before) or not before else True


def _name(document: Document, at: int) -> Subject:
    first, last = at, at + 1
    start = document.sentence_at(at).first
    while first > start and document.between(first) in (" ", "-") and is_name(document, first - 1):
        first -= 1
    return Subject(NAME, first, last)


def traced(document: Document, token: int) -> Subject:
    """Return who he or she at ``token`` is: the nearest name or part before, else ``untraced``; kin and people in
    public life have an empty form."""
    number = document.sentence_of[token]
    floor = document.sentences[max(0, number - _SPAN)].first
    for at in range(token - 1, floor - 1, -1):
        found = _somebody(document, at)
        if found is not None:
            return found
    return Subject(UNTRACED, token, token + 1)


def is_name(document: Document, token: int) -> bool:
    """Say whether a token is a person's name, or a part of one: a given name that is known, or a capital that
    neither its place nor the organisation's world explains."""
    raw = document.raw(token)
    word = document.words[token]
    if token and document.words[token - 1] in _TITLES and raw[0].isupper() and raw.isalpha():
        return True
    if len(raw) < 2 or not raw[0].isupper() or word in _NO_NAMES or (raw.isupper() and len(raw) > 1):
        return False
    if not raw.replace("'", "").replace("’", "").isalpha():
        return False
    if any(mention.first <= token < mention.last for mention in document.mentions):
        return False
    sentence = document.sentence_at(token)
    if any(hit.first == token for hit in document.hits.get("given-name", ())):
        return not (token > sentence.first and document.words[token - 1] in ("in", "near"))
    headed = token == sentence.first or not document.between(token).isspace()
    if token > sentence.first and document.words[token - 1] in _PLACED and not headed:
        return False
    known = is_everyday(raw.lower().removesuffix("'s").removesuffix("’s"))
    if token + 1 < sentence.last and document.between(token + 1) == " " and document.raw(token + 1) in (
        "A/S", "ApS", "Kommune", "Ltd", "Inc", "GmbH", "Street", "Road", "Council", "Hospital", "University",
    ):  # fmt: skip
        return False
    if not known or _paired(document, token, sentence):
        return True
    return not headed and sentence.lang == "da"


def _paired(document: Document, token: int, sentence: Sentence) -> bool:
    """Say whether a word stands beside another with a capital, as a name and its surname do."""
    for other, gap in ((token + 1, token + 1), (token - 1, token)):
        if sentence.first <= other < sentence.last and document.between(gap) == " ":
            raw = document.raw(other)
            if raw[0].isupper() and raw[1:].islower() and document.words[other] not in _NO_NAMES:
                return True
    return False


def is_public(document: Document, token: int) -> bool:
    """Say whether the sentence puts the one named into public life: a title, a source, an age in brackets."""
    sentence = document.sentence_at(token)
    if document.any("public-figure", sentence.first, sentence.last):
        return True
    return any(word.endswith(("aarige", "aarig")) for word in document.words[sentence.first : sentence.last])
