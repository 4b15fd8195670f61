"""Who is addressed and who is spoken of: you, the author, names, handles, roles, he and she, they.

Persons are found by grammar: pronouns by language (Danish ``I`` is *you*, English ``I`` the author; ``her`` is a
place in Danish, a woman in English), names by a capital that their place does not explain, roles by a definite
form or an owner ("formanden", "min chef", "ham fra regnskab", "the man"). Names of the organisation's world
(companies, products) are no persons: see ``mentions``.
"""

from __future__ import annotations

from postlint.document.everyday import is_everyday
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document.document import Document, Sentence
    from postlint.lexicon import Hit


class Person(NamedTuple):
    """Tokens ``first`` to ``last`` (half open) speak of somebody. ``kind``: ``you``, ``author``, ``name``,
    ``handle``, ``role`` (a definite person known by work, kinship or place), ``he`` (he or she), ``they``.
    ``owner`` is true for a possessive ("din", "her", "Oles")."""

    kind: str
    first: int
    last: int
    owner: bool = False


OTHERS = ("you", "name", "handle", "role", "he", "they")  # everybody but the author
SOMEBODY = ("you", "name", "handle", "role", "he")  # a person in particular, or those who are addressed


def _filed(plain: str, owners: str, kind: str) -> dict[str, tuple[str, bool]]:
    return {**dict.fromkeys(plain.split(), (kind, False)), **dict.fromkeys(owners.split(), (kind, True))}


_DANISH: Mapping[str, tuple[str, bool]] = {
    **_filed("du dig jer", "din dit dine jeres", "you"),
    **_filed("jeg mig vi os undertegnede", "min mit mine vores vor vort vore", "author"),
    **_filed("han hun ham hende vedkommende", "hans hendes", "he"),
    **_filed("de dem", "deres", "they"),
}
_ENGLISH: Mapping[str, tuple[str, bool]] = {
    **_filed("you you're youre you've you'd you'll yourself yourselves y'all yall u ya ye", "your yours ur", "you"),
    **_filed("i i'm im i've i'd i'll me myself we we're we've we'd we'll us ourselves", "my mine our ours", "author"),
    **_filed("he he's he'd he'll him himself she she's she'd she'll her herself whoever", "his her hers", "he"),
    **_filed("they they're they've they'd they'll theyre them themselves 'em", "their theirs", "they"),
}
# Danish verbs that tell *I* (you) and *De* (they) at the head of a sentence from the preposition and the article.
_VERBS = frozenset(
    "er har kan skal vil maa boer burde var blev bliver havde kunne skulle ville tror ved faar fik kommer "
    "siger fatter forstaar aner tager ligner lyver snyder stinker burde sidder kalder mener synes taler "
    "snakker skriver render opfoerer glemmer oedelaegger tuder hyler brokker lugter laver stjaeler drikker "
    "noedt".split()
)
_NOT_NAMES = frozenset(
    "jeg du han hun vi de den det der og men saa ja nej hej tak the a an and but so yes no hi hello dear "
    "kaere i i'm i've i'd i'll ok okay monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december english danish christmas "
    "easter god gud dansk engelsk wow for fra til med om af paa at in on to of my your this that what why how "
    "who when if it it's is are was ps re pro as we you he she they please thanks thank not now just all og "
    "hvis hvad hvor hvem hvorfor naar her hver en et".split()
)
_PLACED = frozenset("i in at near paa hos ved omkring around inside outside across".split())
_OWNERS = frozenset("min mit mine din dit dine vores jeres hans hendes deres my your our his her their".split())
_POINTERS = frozenset(
    "den det de ham hende dem the that this those these sikken sikke hvilken what which han hun denne dette "
    "disse".split()
)
_FROM = frozenset("fra i paa hos ovre nede oppe inde bag from in at over upstairs downstairs behind".split())
_DEFINITE = ("en", "et", "erne", "ene", "ens", "ets", "ernes")


def people(document: Document) -> list[Person]:
    """Return everybody that ``document`` addresses or speaks of, in order."""
    found: list[Person] = []
    taken = 0
    companies = {t for m in document.mentions for t in range(m.first, m.last)}
    roles = {hit.first: hit.last for family in ("person-role", "person-noun") for hit in document.hits.get(family, ())}
    for sentence in document.sentences:
        for token in range(sentence.first, sentence.last):
            if token < taken:
                continue
            person = _person(document, sentence, token, companies, roles)
            if person is not None:
                found.append(person)
                taken = person.last
    return found


def _person(
    document: Document, sentence: Sentence, token: int, companies: set[int], roles: Mapping[int, int]
) -> Person | None:
    word = document.words[token]
    if word[0] == "@":
        return None if token in companies else Person("handle", token, token + 1)
    pronoun = _pronoun(document, sentence, token, word)
    if pronoun is not None:
        return Person(pronoun[0], token, token + 1, pronoun[1])
    if token in roles and _definite(document, sentence, token):
        return Person("role", token, roles[token])
    if token in companies or word[0] == "#":
        return None
    last = _name(document, sentence, token)
    if last:
        return Person("name", token, last, _genitive(document, last - 1, sentence))
    return None


def _pronoun(document: Document, sentence: Sentence, token: int, word: str) -> tuple[str, bool] | None:
    lang = sentence.lang if sentence.lang in ("da", "en") else ""
    if word == "i" and lang != "en":
        return _danish_i(document, sentence, token, lang)
    if lang != "en" and word in _DANISH:
        if word == "de" and not _stands_alone(document, sentence, token):
            return None
        return _DANISH[word]
    if lang != "da" and word in _ENGLISH:
        return _ENGLISH[word]
    return None


def _danish_i(document: Document, sentence: Sentence, token: int, lang: str) -> tuple[str, bool] | None:
    """Tell *I* (you all) from the preposition: by its capital, and at the head of a sentence by what follows."""
    if document.raw(token) != "I":
        return None
    following = document.words[token + 1] if token + 1 < sentence.last else ""
    if not lang and following in ("am", "was", "have", "will", "think", "can", "do", "don't", "would", "could"):
        return "author", False
    headed = token == sentence.first or document.between(token)[-1:] not in (" ", "\n")
    if following in _VERBS or (not headed and lang == "da"):
        return "you", False
    if following and any(hit.first == token + 1 for hit in document.hits.get("insult", ())):
        return "you", False
    return None if lang else ("author", False)


def _stands_alone(document: Document, sentence: Sentence, token: int) -> bool:
    """Say whether *de* is a pronoun and no article."""
    following = document.words[token + 1] if token + 1 < sentence.last else ""
    if not following or following in _VERBS or following in ("der", "derovre", "ikke", "altid", "aldrig", "jo", "bare"):
        return True
    return document.between(token + 1).strip() != "" or (
        following.endswith("er") and not document.raw(token + 1)[0].isupper() and is_everyday(following[:-1])
    )


def _definite(document: Document, sentence: Sentence, token: int) -> bool:
    """Say whether a role stands for somebody in particular: "formanden", "min chef", "direktøren", "the director"."""
    if sentence.lang != "en" and document.words[token].endswith(_DEFINITE):
        return True
    before = document.words[max(sentence.first, token - 3) : token]
    if before and before[-1] in ("en", "et", "a", "an", "every", "hver", "any", "no", "ingen", "som", "as"):
        return False
    return bool(set(before) & (_OWNERS | _POINTERS))


def _name(document: Document, sentence: Sentence, token: int) -> int:
    """Return where the name that begins at ``token`` ends (half open), or 0."""
    if not is_named(document, sentence, token):
        return 0
    last = token + 1
    while last < sentence.last and document.between(last) in (" ", "-") and _capital(document, last):
        last += 1
    return last


def is_named(document: Document, sentence: Sentence, token: int) -> bool:
    """Say whether a proper name of a person may begin here: a capital that its place does not explain, and not
    after a word of place ("i Ribe", "in Leeds")."""
    if not _capital(document, token):
        return False
    if token > sentence.first and document.words[token - 1] in _PLACED:
        return False
    if token > sentence.first and document.between(token)[-1:] in (" ", "\n") and ":" not in document.between(token):
        return True
    return not is_everyday(document.raw(token).lower()) or _called(document, token)


def _called(document: Document, token: int) -> bool:
    """Say whether a word at the head of a sentence is a given name, is called out to, or has a surname: "Rune, hør
    nu", "Ole Boll"."""
    if document.any("first-name", token, token + 1):
        return True
    if token + 1 >= len(document.words):
        return False
    between = document.between(token + 1)
    if document.words[token + 1] in ("fra", "from") and between == " ":
        return True
    if between.startswith(","):
        return document.raw(token).lower()[-2:] not in ("ly",)
    return between == " " and _capital(document, token + 1) and document.raw(token + 1) != "I"


def _capital(document: Document, token: int) -> bool:
    raw = document.raw(token)
    if len(raw) < 2 or not raw[0].isupper() or document.words[token] in _NOT_NAMES:
        return False
    return not raw.isupper() and raw[1:].replace("'", "").replace("’", "").isalpha()


def _genitive(document: Document, token: int, sentence: Sentence) -> bool:
    word = document.words[token]
    if word.endswith("'s"):
        return True
    following = document.raw(token + 1) if token + 1 < sentence.last and document.between(token + 1) == " " else ""
    return sentence.lang == "da" and word.endswith("s") and following[:1].islower() and not is_everyday(word)


def persons(document: Document, first: int, last: int, kinds: Sequence[str] = SOMEBODY) -> Iterator[Person]:
    """Yield those of ``kinds`` within tokens ``first`` to ``last`` (half open)."""
    for person in document.people:
        if person.first >= last:
            return
        if person.first >= first and person.last <= last and person.kind in kinds:
            yield person


def anybody(document: Document, first: int, last: int, kinds: Sequence[str] = SOMEBODY) -> bool:
    """Say whether somebody of ``kinds`` is meant within tokens ``first`` to ``last`` (half open)."""
    return next(persons(document, first, last, kinds), None) is not None


_BREAKS = frozenset("men but mens while fordi because selvom although though indtil until unless medmindre".split())


def clause(document: Document, token: int) -> tuple[int, int]:
    """Return the tokens (half open) of the clause that ``token`` stands in: between commas, dashes, brackets and
    the conjunctions that turn the thought."""
    sentence = document.sentence_at(token)
    first = token
    while first > sentence.first and not _cut(document, first):
        first -= 1
    last = token + 1
    while last < sentence.last and not _cut(document, last):
        last += 1
    return first, last


def _cut(document: Document, token: int) -> bool:
    return document.words[token] in _BREAKS or any(c in ",;:–—()…" for c in document.between(token))


def before(document: Document, token: int, sentences: int = 1) -> tuple[int, int]:
    """Return the tokens from the start of up to ``sentences`` sentences before that of ``token``, to ``token``."""
    number = max(0, document.sentence_of[token] - sentences)
    return document.sentences[number].first, token


def in_pronouns(document: Document, family: str) -> Iterator[Hit]:
    """Yield the hits of ``family``, in order, also those that only appear once names and handles are read as the
    pronoun they stand for: "spam Oles indbakke" as "spam hans indbakke"."""
    seen = set()
    for hit in document.hits.get(family, ()):
        seen.add(document.sentence_of[hit.first])
        yield hit
    for number, sentence in enumerate(document.sentences):
        named = list(persons(document, sentence.first, sentence.last, ("name", "handle", "role")))
        if not named or number in seen:
            continue
        words, places = _with_pronouns(document, sentence, named)
        for hit in document.index.hits(words, 0, len(words), sentence.lang):
            if hit.family == family:
                yield hit._replace(first=places[hit.first], last=places[hit.last - 1] + 1)


def _with_pronouns(document: Document, sentence: Sentence, named: Sequence[Person]) -> tuple[list[str], list[int]]:
    words: list[str] = []
    places: list[int] = []
    token = sentence.first
    persons_at = {person.first: person for person in named}
    while token < sentence.last:
        person = persons_at.get(token)
        if person is None:
            words.append(document.words[token])
            places.append(token)
            token += 1
            continue
        own = person.owner or document.words[person.last - 1].endswith(("'s", "s'"))
        english = sentence.lang == "en"
        words.append(("his" if english else "hans") if own else ("him" if english else "ham"))
        places.append(person.last - 1)
        token = person.last
    return words, places
