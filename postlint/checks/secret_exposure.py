"""``secret-exposure``: a password, a code, a key or the inside of a network is given away.

Keys and internal addresses are known by their shape, also in code and links. A spoken secret is a word for one, a
link ("is", "er", a colon), and a value that looks like one. Talk about passwords, placeholders, discount codes, links
for resetting, and passwords cited as bad examples are left alone.
"""

from __future__ import annotations

from postlint.document.everyday import is_everyday
from postlint.draft import Match
from postlint.identifiers.keys import is_placeholder, keys
from postlint.identifiers.networks import internal_places
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

ENTER = frozenset(
    "type enter use punch punching key dial tast taste taster indtast indtaste skriv brug input try prøv tryk trykke "
    "trykker press tap hit med with login".split()
)
PARTICLES = frozenset("in ind just bare så the koden kode code pin pinkoden password passcode adgangskoden a".split())
_REACH = 9  # pieces between blanks from the word to its value
_PIECE = lazy(r"\S+")
_GOES_ON = lazy(
    r"[^\S\n]+(?!(?:og|and|to|for|til|at|on|if|hvis|i|in|is|er|på|ved|when|når|after|efter|så|so|but|men|or|eller)\b)[^\W\d_]"
)
_OPENING, _CLOSING = "\"'»«“”„‘’(`*_", "\"'»«“”‘’)`*_.,;:!?…"
_LINKS = frozenset(
    "skiftet changed aendret ændret reset er is are = : hedder lyder bliver lød blev → -> => – - = was".split()
)
_SKIPPED = frozenset(
    "lavet om sat set til to nu now still stadig just bare simply simpelthen "
    "stadigvæk fortsat currently always altid it's den det is".split()
)
OPENED = ("code-opens", "keypad-place")  # what digits open
SHOWN = ("pass-picture", "board-picture")  # what a picture should not show
ASIDE = ("secret-mention", "code-discount")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield every secret that a text of the post gives away, each place once."""
    for document in draft.documents:
        taken: list[tuple[int, int]] = []
        for match in _in_document(document):
            if not any(match.start < end and start < match.end for start, end in taken):
                taken.append((match.start, match.end))
                yield match


def _in_document(document: Document) -> Iterator[Match]:
    for start, end, whole in keys(document.text):
        yield _match(document, start, end, "private-key" if whole else "key")
    for start, end, kind in internal_places(document.text):
        if kind == "host" or not _at_home(document, start):
            yield _match(document, start, end, kind)
    for hit in _nouns(document):
        place = _value_after(document, hit) or _value_before(document, hit) or _entered(document, hit)
        if place is not None:
            yield _match(document, *place, "password")
    for place in (*_doors(document), *_logins(document)):
        yield _match(document, *place, "password")
    for place in _shown(document):
        yield _match(document, *place, "badge")


def _doors(document: Document) -> Iterator[tuple[int, int]]:
    if any(family in document.hits for family in OPENED):
        from postlint.checks.secret_doors import door_codes  # few drafts speak of doors

        yield from door_codes(document)


def _shown(document: Document) -> Iterator[tuple[int, int]]:
    if any(family in document.hits for family in SHOWN):
        from postlint.checks.secret_pictures import pictured  # fewer of passes

        yield from pictured(document)


def _match(document: Document, start: int, end: int, reason: str) -> Match:
    first, last = document.original(start, end)
    return Match(document.field, document, start, end, reason, {"a": str(first + 1), "b": str(last)})


def _at_home(document: Document, place: int) -> bool:
    """Say whether an address is that of a network at home, or a version number."""
    token = min(document.token_at(place), len(document.words) - 1)
    if token < 0:
        return False
    sentence = document.sentence_at(token)
    return document.any("home-network", sentence.first, sentence.last)


def _nouns(document: Document) -> Iterator[Hit]:
    """Yield the words for a secret; "code" alone counts only where it opens something."""
    for family in ("secret-noun", "secret-code"):
        for hit in document.hits.get(family, ()):
            sentence = document.sentence_at(hit.first)
            if any(document.any(aside, sentence.first, sentence.last) for aside in ASIDE):
                continue
            if any(other.first <= hit.first < other.last for other in document.hits.get("code-other", ())):
                continue
            if family == "secret-noun" or _opens(document, sentence):
                yield hit


def _opens(document: Document, sentence: Sentence) -> bool:
    """Say whether the sentence, or one of the two before, speaks of something that a code opens."""
    number = document.sentence_of[sentence.first]
    first = document.sentences[max(0, number - 2)].first
    return document.any("code-opens", first, sentence.last)


def _value_after(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Return the place of the value that follows a word for a secret."""
    at = document.ends[hit.last - 1]
    linked = False
    for number, piece in enumerate(_PIECE.finditer(document.text, at, min(len(document.text), at + 120))):
        written = piece[0]
        glued = number == 0 and piece.start() == at
        if glued and written[0] not in ":=":
            if written[0] in ".!?;,":
                return None
            continue
        if glued and written.strip(":=") == "":
            linked = True
            continue
        word = written.strip(_CLOSING + _OPENING).lower()
        if written.lower() in _LINKS or word in _LINKS:
            linked = True
            continue
        if linked and word in _SKIPPED:
            continue
        place = _valued(document, piece.start(), piece.end(), linked, number - linked)
        if place is not None:
            return place
        if linked or number >= _REACH or written[-1] in ".!?":
            return None
        linked = written[-1] in ":="
    return None


def _valued(document: Document, start: int, end: int, linked: bool, distance: int) -> tuple[int, int] | None:
    """Return the place of a value that begins at ``start``, where it is one."""
    text = document.text
    while start < end and text[start] in ":=":
        start += 1
    quoted = start < end and text[start] in _OPENING and text[start] not in "*_("
    while start < end and text[start] in _OPENING:
        start += 1
    stop = end
    while stop > start and text[stop - 1] in _CLOSING:
        stop -= 1
    value = text[start:stop]
    if len(value) < 3 or is_placeholder(value) or "://" in value or value.startswith("www."):
        return None
    if not linked and value.isdigit() and _GOES_ON.match(text, stop):
        return None  # "pin 1234 pictures"
    return (start, stop) if _looks_secret(value, linked, quoted, distance) else None


def _looks_secret(value: str, linked: bool, quoted: bool, distance: int) -> bool:
    digits = sum(c.isdigit() for c in value)
    letters = sum(c.isalpha() for c in value)
    if digits and not letters:
        plain = value.rstrip("#*").replace("-", "").isdigit()
        return plain and 3 <= digits <= 12 and (linked or (distance <= 4 and len(value) > 3))
    if digits and letters:
        measure = value[:digits].isdigit() and value[digits:].islower()  # "300km"
        return (linked or distance <= 1) and len(value) >= 5 and "/" not in value and not measure
    if not linked or len(value) < 4:
        return False
    mixed = any(c.isupper() for c in value[1:]) and any(c.islower() for c in value) and "-" not in value
    if mixed or any(c in "!@#$%&+?_^~" for c in value):
        return True
    return quoted or (value[0].isupper() and value.isalpha() and not is_everyday(value.lower()))


def _value_before(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Return the place of a value that is said to be the code: "4482 er koden", "4482 is the door code"."""
    token = hit.first - 1
    words = document.words
    sentence = document.sentence_at(hit.first)
    if token >= sentence.first and words[token] in ("the", "our", "vores", "dagens", "today's", "new", "nye", "den"):
        token -= 1
    if token - 1 < sentence.first or words[token] not in ("er", "is"):
        return None
    return _coded(document, token - 1)


def _entered(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Return the place of a value that the reader is told to type in the sentence of the word."""
    sentence = document.sentence_at(hit.first)
    return _typed(document, sentence.first, sentence.last)


def _typed(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return the code points of a value that tokens ``first`` to ``last`` (half open) tell the reader to type."""
    words = document.words
    for token in range(first, last - 1):
        if words[token] not in ENTER:
            continue
        for at in range(token + 1, min(last, token + 4)):
            place = _coded(document, at)
            if place is not None:
                return place
            if words[at] not in PARTICLES:
                break
    return None


def _coded(document: Document, token: int) -> tuple[int, int] | None:
    """Return the code points of a token that has the digits of a code."""
    raw = document.raw(token)
    if sum(c.isdigit() for c in raw) >= 4 and 4 <= len(raw) <= 12 and not is_placeholder(raw):
        return document.starts[token], document.ends[token]
    return None


# What somebody made up so that nobody guesses it: letters, then digits or signs, or letters with digits for letters.
_MADE_UP = lazy(
    r"(?<![^\s(\"'»«“”„‘’])(?=[^\s@/]*\d)(?=[^\s@/]*[^\W\d_])"
    r"(?:[^\W\d_]{3,}[-!&?.+_#*]?[^\W\d_]*[-!&?.+_#*]?\d{2,}[!?#*]?|\w*[^\W\d_]\d[^\W\d_]\w*[-!_]?\w*|[^\W\d_]{3,}(?:-[^\W\d_]{3,})+-?\d{1,4})"
    r"(?=[.,;:!?)\"'»«“”‘’]*(?:\s|$))"
)
_GIVEN = frozenset(
    "with is as now og and med er som hedder paa on pw kode the it's use brug tag take til to just bare".split()
)


_NAMES = frozenset("user username brugernavn brugernavnet bruger brugeren handle".split())  # no secret by themselves


def _logins(document: Document) -> Iterator[tuple[int, int]]:
    """Yield what somebody made up where the sentence tells how one logs in: "log in as admin with Havre2024"."""
    for hit in document.hits.get("logging-in", ()):
        sentence = document.sentence_at(hit.first)
        if any(document.any(aside, sentence.first, sentence.last) for aside in ASIDE):
            continue
        for value in _MADE_UP.finditer(document.text, sentence.start, sentence.end):
            token = document.token_at(value.start())
            before = document.words[token - 1] if token > sentence.first else ""
            sign = document.text[max(0, value.start() - 2) : value.start()].strip()
            if (
                before not in _NAMES
                and token != hit.first
                and (before in _GIVEN or sign in (":", "/", "=", ","))
                and not is_placeholder(value[0])
            ):
                yield value.span()
                break
