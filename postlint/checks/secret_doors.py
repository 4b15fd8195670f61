"""Digits that open a door, a box or a safe, or silence an alarm, without being called a code: "tast 4482 ved porten",
"the gate is 7719#", "lågen springer op på 3-9-0-5"."""

from __future__ import annotations

from postlint.checks.secret_exposure import ASIDE, ENTER, OPENED, PARTICLES
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from postlint.document import Document, Sentence

# Four to six digits, also one by one, that no unit and no time follows.
_DIGITS = lazy(
    r"(?<![\w.,:/+-])(?P<code>\d{4,6}|\d(?:[- ]\d){3,5})(?P<key>[#*]?)"
    r"(?=[.,;:!?)]*(?:\s|$))(?!\s*(?:kr|kg|km|m|mm|cm|kvm|m2|stk|år|timer|kl|people|years|kvadratmeter|square|metres"
    r"|meters|litres|liter|%)\b)"
)
_YEAR = lazy(r"(?:19|20)\d\d")
_THEN = lazy(
    r"\W{1,2}(?:(?:and|og|then|så|og så|and then|followed by|efterfulgt af)\W+)*"
    r"(?:press |push |hit |tryk |tryk på |the )?(?:hash|pound|star|off\b|enter\b|green|the green|the key|key symbol"
    r"|the tick|tick\b|firkant|stjerne|grøn|ok\b|and you're in|you're in|så er (?:i|du) inde)"
)
_OPENS_IT = lazy(r"\W{1,2}(?:opens|unlocks|lets you|gets you|åbner|låser op|lukker op|lukker (?:dig|jer) ind)\b")
_IS_CODE = frozenset("er is it's its tallene tallet digits numbers number keypad tastatur".split())
_BY_CODE = frozenset("paa med with to by on til".split())
_OPENING_WORDS = frozenset(
    "op aabner aabnes aabne laases laaser lukkes lukker slaas slaar fra frakobles reagerer open opens opened unlock "
    "unlocks unlocked off disarm disarms goes wheels hjulene drej turn".split()
)


def door_codes(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the code points of digits that open something, one place a sentence."""
    if not any(document.hits.get(family) for family in OPENED):
        return
    for found in _DIGITS.finditer(document.text):
        token = document.token_at(found.start())
        if token >= len(document.words):
            return
        sentence = document.sentence_at(token)
        if not any(document.any(aside, sentence.first, sentence.last) for aside in ASIDE) and _opens(
            document, sentence, token, found
        ):
            yield found.start(), found.end()


def _opens(document: Document, sentence: Sentence, token: int, found: re.Match[str]) -> bool:
    """Say whether digits open what this sentence, or the one before, speaks of."""
    number = document.sentence_of[sentence.first]
    floor = document.sentences[max(0, number - 1)].first
    here = any(document.any(family, sentence.first, sentence.last) for family in OPENED)
    if not here and not any(document.any(family, floor, sentence.first) for family in OPENED):
        return False
    if found["key"] or _THEN.match(document.text, found.end()) or _is_typed(document, sentence.first, token):
        return True
    words = document.words[sentence.first : token]
    before = words[-1] if words else ""
    if before in _BY_CODE and _OPENING_WORDS & set(words):
        return here
    if _YEAR.fullmatch(found["code"]) or not here:
        return False
    if _OPENS_IT.match(document.text, found.end()):
        return True
    return before in _IS_CODE and any(document.any(family, sentence.first, token) for family in OPENED)


def _is_typed(document: Document, first: int, token: int) -> bool:
    """Say whether the reader is told to type what stands at a token."""
    for at in range(token - 1, max(first, token - 4) - 1, -1):
        if document.words[at] in ENTER:
            return document.words[at] not in ("med", "with", "login", "use", "brug", "try", "prøv") or at == token - 1
        if document.words[at] not in PARTICLES:
            return False
    return False
