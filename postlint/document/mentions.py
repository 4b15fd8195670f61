"""Where a text names the organisation's world: itself, its products, competitors, customers.

A name is found in any grammatical dress (genitive, compound, legal form, handle, hashtag), but not where it
is an everyday word, part of another name, or the title of something. Only the configuration supplies names.
"""

from __future__ import annotations

import re

from postlint.document.everyday import is_everyday_form
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from postlint.document.document import Document
    from postlint.settings import Settings

_TOKEN = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_LEGAL = lazy(
    r"[\s,]+(?:a/s|aps|i/s|k/s|p/s|amba|a\.m\.b\.a\.?|ivs|fmba|ab|asa|gmbh|inc\.?|ltd\.?|plc|llc|co\.?)\Z",
    re.IGNORECASE,
)
_LEGAL_AFTER = lazy(r"\s+(?:A/S|ApS|I/S|K/S|P/S|AMBA|Inc\b|Ltd\b|GmbH|AB\b|PLC|LLC)", re.IGNORECASE)
_JOINT = lazy(r"[\s&+/.\-–]{1,3}\Z")
_GENITIVE = ("", "s", "'s", "'", "es", "'es")
_DEFINITE = ("en", "et", "n", "t", "er", "r", "erne", "ene", "ens", "ets", "ernes", "'en", "'et", "'er", "'erne")
# What a compound with a name may end in, besides anything after a hyphen.
_HEADS = tuple(
    fold(head)
    for head in "medarbejder ansat ansatte kollega kolleger kunde kunder bruger brugere folk chef direktør ledelse "
    "team app appen aftale abonnement konto kort kontor butik afdeling hus projekt system produkt løsning løsninger "
    "support service side hjemmeside mail kontrakt regning faktura priser pris cykel cykler vogn bil jakke trøje krus "
    "kaffe kantine familie fest historie ånd dna drengene pigerne manden kvinden arbejde job praktik elev lærling hold "
    "medlem medlemmer aktie aktier fan fans sag skandale reklame kampagne nyhed opdatering platform patient patienter "
    "borger borgere klinik klinikker employee employees customer customers user users owned made based wide".split()
)
_PLACES = frozenset(
    "if fc bk boldklub skole kirke camping kro havn havnen plads vej vejen alle festival efterskole station strand "
    "gade gaden park parken kanal hal hallen bro broen church school street road lane avenue bay island lake united "
    "rovers idrætsforening friskole spejderne".split()
)
# What Danish and English streets and squares end in, and what stands before one: "i Kirkegade", "on Mill Lane".
_STREETS = (
    "gade", "gaden", "vej", "vejen", "straede", "straedet", "torv", "torvet", "plads", "pladsen", "alle", "alleen",
    "kaj", "kajen", "stien", "bakken", "street", "road", "lane", "square",
)  # fmt: skip
_BEFORE_STREET = frozenset("i paa on in ved along down up langs through gennem ad".split())
_SIGNS = "+!*"  # what sets a name apart from the word in it
_ARTICLES = frozenset(
    "en et den det a an dette denne min mit din dit sin sit my your his her their".split()
)
_NOT_GIVEN = frozenset("team foreningen firmaet gruppen koncernen hos fra the dear kaere both baade".split())
_STAFF = ("medarbejder", "ansat", "employee", "staff", "kollega", "kunde", "customer")
_WORKING = ("work", "job", "employ", "intern", "train")
_PLACED_BEFORE = frozenset("hos at from with by fra af".split())


class Name(NamedTuple):
    """One way of writing somebody: ``kind`` (organisation, product, competitor, competitor-product, customer),
    ``who`` the configured name to call them by, ``words`` folded. ``everyday``: also an ordinary word."""

    kind: str
    who: str
    words: tuple[str, ...]
    raw: str
    everyday: bool


class Mention(NamedTuple):
    """Tokens ``first`` to ``last`` (half open) name ``who``. ``form``: name, genitive, compound, handle, hashtag."""

    kind: str
    who: str
    first: int
    last: int
    form: str


class World:
    """The names of the configuration, filed by first word."""

    def __init__(self, settings: Settings) -> None:
        self._names: dict[str, list[Name]] = {}
        self._tags: dict[str, tuple[str, str]] = {}
        self._prefixes: dict[str, list[Name]] = {}
        organisation = settings.organisation
        self._add("organisation", organisation.name, (organisation.name, *organisation.aliases))
        self._add("product", organisation.name, organisation.products)
        self._tag("organisation", organisation.name, (*organisation.handles, *organisation.hashtags))
        for rival in settings.competitors:
            self._add("competitor", rival.name, (rival.name, *rival.aliases))
            self._add("competitor", rival.name, rival.products, product=True)
            self._tag("competitor", rival.name, (*rival.handles, *rival.hashtags))
        for customer in settings.customers:
            self._add("customer", customer.name, (customer.name, *customer.aliases))
        self.organisation = {fold(re.sub(r"\W", "", _core(n))) for n in (organisation.name, *organisation.aliases) if n}
        self.organisation |= {fold(re.sub(r"\W", "", n)) for n in organisation.handles}

    def _add(self, kind: str, who: str, names: Iterable[str], product: bool = False) -> None:
        for raw in dict.fromkeys(_core(name) for name in names):
            words = tuple(fold(word) for word in _TOKEN.findall(raw))
            words = tuple(word for word in words if word not in ("og", "and")) or words
            if not words:
                continue
            everyday = all(word.isdigit() or is_everyday_form(word.lower()) for word in _TOKEN.findall(raw))
            name = Name("competitor-product" if product else kind, who, words, raw, everyday)
            self._names.setdefault(words[0], []).append(name)
            if len(words) == 1:
                self._prefixes.setdefault(words[0][:2], []).append(name)

    def _tag(self, kind: str, who: str, tags: Iterable[str]) -> None:
        for tag in tags:
            self._tags[fold(tag)] = (kind, who)

    def mentions(self, document: Document) -> list[Mention]:
        """Return the mentions in ``document``, longest first at each place, none inside another."""
        by_verdict: dict[str, list[Mention]] = {YES: [], MAYBE: [], OTHER: []}
        token = 0
        while token < len(document.words):
            best, verdict = self._at(document, token)
            if best is None:
                token += 1
                continue
            by_verdict[verdict].append(best)
            token = best.last
        if not by_verdict[MAYBE] and not by_verdict[OTHER]:
            return by_verdict[YES]
        # Where the name is given to something else, the bare name means that; where a name stands for certain,
        # it vouches for the doubtful ones.
        others = {mention.who for mention in by_verdict[OTHER]}
        sure = [m for m in by_verdict[YES] if m.who not in others or m.form in ("handle", "hashtag", "compound")]
        known = {mention.who for mention in sure}
        return sorted(sure + [m for m in by_verdict[MAYBE] if m.who in known], key=lambda m: m.first)

    def _at(self, document: Document, token: int) -> tuple[Mention | None, str]:
        word = document.words[token]
        if word[0] in "@#":
            return self._tagged(word, token), YES
        best: Mention | None = None
        settled = ""
        for name in self._candidates(word):
            mention = _matched(document, token, name)
            if mention is None or (best is not None and mention.last <= best.last):
                continue
            verdict = _verdict(document, mention, name)
            if verdict:
                best, settled = mention, verdict
        return best, settled

    def _candidates(self, word: str) -> Sequence[Name]:
        prefixed = self._prefixes.get(word[:2], ())
        exact = self._names.get(word, ())
        if not prefixed:
            return exact
        return list(dict.fromkeys([*exact, *(n for n in prefixed if word.startswith(n.words[0]))]))

    def _tagged(self, word: str, token: int) -> Mention | None:
        tagged = self._tags.get(word) or self._tags.get(word.rstrip("."))
        form = "handle" if word[0] == "@" else "hashtag"
        if tagged is not None:
            return Mention(tagged[0], tagged[1], token, token + 1, form)
        if form == "hashtag":
            for names in self._names.values():
                for name in names:
                    if _tag_names(word[1:], name):
                        return Mention(name.kind, name.who, token, token + 1, form)
        return None


def _tag_names(tag: str, name: Name) -> bool:
    """Say whether a hashtag is a name written as one word, or begins or ends with one that is no everyday word."""
    for joint in ("", "og", "and"):
        joined = joint.join(name.words)
        if tag == joined and (len(name.words) > 1 or not name.everyday):
            return True
    joined = "".join(name.words)
    return len(joined) >= 5 and not name.everyday and (tag.startswith(joined) or tag.endswith(joined))


def _core(name: str) -> str:
    """Return a name without its legal form."""
    return _LEGAL.sub("", name).strip()


def _matched(document: Document, token: int, name: Name) -> Mention | None:
    """Return the name at ``token`` in whatever dress, or ``None``."""
    words, at = document.words, token
    for number, part in enumerate(name.words):
        if number and at < len(words) and words[at] in ("og", "and") and words[at] != part:
            at += 1
        if at >= len(words) or (number and not _joined(document, at)):
            return None
        if number == len(name.words) - 1:
            form = _dress(document, at, part, name)
            return Mention(name.kind, name.who, token, at + 1, form) if form else None
        if words[at] != part:
            return None
        at += 1
    return None


def _joined(document: Document, at: int) -> bool:
    between = document.between(at)
    return "\n" not in between and _JOINT.match(between) is not None


def _dress(document: Document, at: int, part: str, name: Name) -> str:
    """Return the form in which the last word of a name stands at token ``at``, or the empty string."""
    word = document.words[at]
    if word == part:
        after = document.prose[document.ends[at] : document.ends[at] + 2]
        if after[:1] == "-" and after[1:].isalpha():
            return "compound"
        return "genitive" if after[:1] in ("'", "’") and not after[1:].isalpha() else "name"
    if not word.startswith(part):
        return ""
    ending = word[len(part) :]
    if ending in _GENITIVE and part[-1] not in "sxz":
        return "genitive"
    if ending in ("'s", "'es"):
        return "genitive"
    if "product" in name.kind and ending in _DEFINITE:
        return "name"
    if _compound(ending):
        return "compound"
    if not name.everyday and len(ending) > 3 and is_everyday_form(_as_written(document, at, name)):
        return "compound"
    return ""


def _as_written(document: Document, at: int, name: Name) -> str:
    """Return what follows the name in its compound, with the letters that it is written with."""
    return document.raw(at).lower()[len(name.raw.split()[-1]) :]


def _compound(ending: str) -> bool:
    bare = ending[1:] if ending[0] == "s" else ending
    return ending.startswith(_HEADS) or bare.startswith(_HEADS)


YES, MAYBE, OTHER, NO = "yes", "maybe", "other", ""


def _verdict(document: Document, mention: Mention, name: Name) -> str:
    """Return ``YES`` for a plain mention, ``MAYBE`` for one that another must vouch for, ``OTHER`` for another
    thing of that name, and ``NO`` for an ordinary word."""
    first = mention.first
    raw = document.raw(first)
    if _elsewhere(document, mention):
        return OTHER
    before = document.words[first - 1] if first and "\n" not in document.between(first) else ""
    if raw[0].islower() and name.raw[0].isupper():
        return _small(document, mention, name, before)
    alone = len(name.words) == 1 and "product" not in name.kind and mention.form == "name"
    after = document.words[mention.last] if mention.last < len(document.words) else ""
    if before in _ARTICLES and alone and name.everyday and not after.startswith(_STAFF):
        return NO
    sign = document.letter_after(document.ends[mention.last - 1], "")
    if name.everyday and name.raw[-1] in _SIGNS and sign != name.raw[-1]:
        return NO
    if mention.form == "name" and _starts_sentence(document, first) and _noun_like(document, mention):
        return MAYBE
    if alone and before in _BEFORE_STREET and name.words[0].endswith(_STREETS) and not _of_us(document, first):
        return MAYBE
    if not name.everyday or mention.form == "compound":
        return YES
    if _LEGAL_AFTER.match(document.prose, document.ends[mention.last - 1]):
        return YES
    if not _starts_sentence(document, first) and not raw.isupper():
        return YES
    return YES if len(name.words) > 1 or _company_like(document, mention) else MAYBE


def _of_us(document: Document, first: int) -> bool:
    """Say whether "we" stands before the preposition: "vi på Kirkegade", "us at Mill Lane"."""
    return first > 1 and document.words[first - 2] in ("vi", "os", "we", "us", "ansat", "arbejder", "job", "work")


# What follows a bare noun at the head of a notice ("… udlejes", "… på ruden"), and hardly ever a company.
_AFTER_NOUN = frozenset("af paa of on over udlejes saelges soeges oenskes koebes".split())


def _noun_like(document: Document, mention: Mention) -> bool:
    return mention.last < len(document.words) and document.words[mention.last] in _AFTER_NOUN


def _small(document: Document, mention: Mention, name: Name, before: str) -> str:
    """Judge a name in small letters: after a word that places people at work, or where it cannot be a word."""
    at_work = before == "at" and mention.first > 1 and document.words[mention.first - 2].startswith(_WORKING)
    after = document.words[mention.last] if mention.last < len(document.words) else ""
    if mention.form == "compound" or before == "hos" or at_work or after.startswith(_STAFF):
        return YES
    capitals = any(document.raw(sentence.first)[0].isupper() for sentence in document.sentences)
    if "&" in name.raw or (not capitals and not name.everyday):
        return YES
    if name.everyday or "product" in name.kind:
        return NO
    return YES if len(name.words) > 1 or before in _PLACED_BEFORE else NO


def _company_like(document: Document, mention: Mention) -> bool:
    """Say whether an everyday word that begins a sentence is spoken of as a company: a genitive before what it
    has, a plural pronoun that takes it up, or the words of trade around it."""
    sentence = document.sentence_at(mention.first)
    stop = min(len(document.words), sentence.last + 12)
    if any(word in _TAKES_UP for word in document.words[mention.last : stop]):
        return True
    return document.any("trade", sentence.first, sentence.last)


def _starts_sentence(document: Document, token: int) -> bool:
    """Say whether a capital at ``token`` proves nothing: the beginning of a sentence, line, clause or quotation."""
    return token == document.sentence_at(token).first or any(c in "\n:\"'»«“”„–—•(-" for c in document.between(token))


_TAKES_UP = frozenset("de deres dem vi os vores they their them we our us".split())


def _elsewhere(document: Document, mention: Mention) -> bool:
    """Say whether the name belongs to something else: a title in quotation marks, a place or a person."""
    quotation = document.quotation_at(mention.first)
    if quotation is not None and quotation.form in ("marks", "single"):
        inner = document.text[quotation.inner_start : quotation.inner_end]
        words = [word for word in inner.split() if not word.isdigit()]  # »Lindholm 1911« over a gate
        if len(words) <= mention.last - mention.first:
            return True
    if _goes_on(document, mention.last):
        return True
    if any(hit.last + 2 >= mention.first for hit in document.within(("naming",), mention.first - 6, mention.first)):
        return True
    if _is_kept(document, mention.first):
        return True
    after = document.prose[document.ends[mention.last - 1] : document.ends[mention.last - 1] + 3].lstrip()
    if after[:1] in (",", "(") and document.any("other-thing", mention.last, mention.last + 6):
        return True
    return _surname(document, mention)


def _is_kept(document: Document, token: int) -> bool:
    """Say whether an animal, a boat or the like stands right before its name: "my mare …"."""
    if token < 2 or document.between(token) != " " or document.words[token - 2] not in _ARTICLES:
        return False
    return any(hit.last == token for hit in document.within(("other-thing",), token - 3, token))


def _goes_on(document: Document, token: int) -> bool:
    """Say whether a name goes on as that of a club, a street, a school."""
    if token >= len(document.words) or document.between(token) != " ":
        return False
    return document.raw(token)[0].isupper() and document.words[token].removesuffix("'s") in _PLACES


def _surname(document: Document, mention: Mention) -> bool:
    """Say whether a given name stands before the mention ("Peter Kranz")."""
    first = mention.first
    if (
        not first
        or document.between(first) != " "
        or mention.form not in ("name", "genitive")
        or mention.last - first > 1
    ):
        return False
    before = document.raw(first - 1)
    if not (before[0].isupper() and before[1:].islower() and before.isalpha() and len(before) > 2):
        return False
    opening = first - 1 == document.sentence_at(first - 1).first
    return not opening and fold(before) not in _NOT_GIVEN
