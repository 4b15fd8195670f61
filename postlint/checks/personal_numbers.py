"""Numbers of persons in a text, each told apart from what looks like it by the words around it."""

from __future__ import annotations

from postlint.document.subjects import is_name
from postlint.draft import Match
from postlint.identifiers import numbers as identified
from postlint.identifiers.addresses import ACCOUNT, DOCUMENT, PHONE, SHARED
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft

_RUN = lazy(r"\d[\d .\-–/()]{5,}[\dA-Z]|\b[A-Z]{2}\d\d")
_NEAR = 14  # words between a number and the word that announces it
_OWN = frozenset("mig min mit me my os us".split())
_HIM = frozenset("han ham hun hende hans hendes he him she her his vedkommende".split())


def numbers(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield the numbers and private mail addresses of persons in ``document``, none inside another."""
    if _RUN.search(document.text) is None and "private-line" not in document.hits:
        return
    taken: list[tuple[int, int]] = []
    for start, end, reason in _found(draft, document):
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
            first, last = document.original(start, end)
            yield Match(document.field, document, start, end, reason, {"a": str(first + 1), "b": str(last)})


def _found(draft: Draft, document: Document) -> Iterator[tuple[int, int, str]]:
    text = document.text
    for start, end in identified.ibans(text):
        if not _is_common(draft, document, start):
            yield start, end, "account"
    for start, end in identified.cards(text):
        if announced(document, start, end, ("other-number-word",)) != "other-number-word":
            yield start, end, "card"
    for number in identified.personal_numbers(text):
        reason = _personal(document, number)
        if reason is not None:
            yield number.start, number.end, reason
    if "private-line" in document.hits:
        yield from _mails(document)
    if any(family in document.hits for family in ("account-word", "document-word")):
        yield from _banked(draft, document)
    if "phone-word" in document.hits or "private-line" in document.hits or "+" in text or "tel:" in text:
        yield from _phones(draft, document)


def _personal(document: Document, number: identified.Number) -> str | None:
    """Return the sub-reason for what may be a personal number: certain, possible (``unsure``) or ``None``."""
    kind = announced(
        document, number.start, number.end, ("personal-number-word", "other-number-word", "phone-word", "account-word")
    )
    if kind == "personal-number-word":
        return "cpr"
    if _called_otherwise(document, number.end):
        return None
    if number.sure:
        return "cpr" if kind != "other-number-word" else ("unsure" if number.confirmed else None)
    if kind is not None or _in_link(document, number.start):
        return None
    if document.text[: number.start].rstrip()[-1:] in (":", "#", "=") and not _speaks_of_somebody(
        document, number.start
    ):
        return None
    return "unsure"


def _called_otherwise(document: Document, place: int) -> bool:
    """Say whether what follows says that the number is one of a thing: "… er journalnummeret på en bro"."""
    first = document.token_at(place)
    words = document.words[first : first + _CALLED]
    for at, word in enumerate(words):
        if word.endswith(("nummer", "nummeret", "numret")) and not word.startswith(_PERSONAL):
            return len(word) > len("nummeret")
        if word == "number" and words[at - 1] in _THINGS:
            return True
    return False


_CALLED = 8  # words after a number within which it may be called one of a thing
_PERSONAL = ("person", "cpr", "telefon", "mobil", "tlf", "pas", "konto", "kort")
_THINGS = frozenset("stock case order item part file serial shelf batch lot crate invoice reference tracking".split())


def _speaks_of_somebody(document: Document, place: int) -> bool:
    token = min(document.token_at(place), len(document.words) - 1)
    sentence = document.sentence_at(token)
    return document.any("given-name", sentence.first, sentence.last) or bool(
        _HIM & set(document.words[sentence.first : sentence.last])
    )


def _in_link(document: Document, place: int) -> bool:
    return any(special.start <= place < special.end and special.kind != "code" for special in document.specials)


def announced(document: Document, start: int, end: int, families: tuple[str, ...]) -> str | None:
    """Return the family of the word that announces the number at ``start``: the nearest before it in its sentence,
    else the nearest after it."""
    token = document.token_at(start)
    if token >= len(document.words):
        return None
    sentence = document.sentence_at(token)
    number = document.sentence_of[token]
    # "Kontonr." ends with a stop that ends no sentence.
    floor = document.sentences[number - 1].first if number and token == sentence.first else sentence.first
    best: tuple[int, str] | None = None
    for family in families:
        for hit in document.within((family,), floor, sentence.last):
            if hit.last <= token:
                distance = token - hit.last
            elif document.starts[hit.first] >= end:
                distance = 2 * (hit.first - token) + 3
            else:
                continue
            if distance <= _NEAR and (best is None or (distance, family) < best):
                best = (distance, family)
    return best[1] if best else None


def _is_common(draft: Draft, document: Document, start: int) -> bool:
    """Say whether an account is there to be paid into: an organisation's, a collection's, the author's own."""
    token = document.token_at(start)
    if token >= len(document.words):
        return draft.role == "official"
    sentence = document.sentence_at(token)
    person = any(is_name(document, at) or document.words[at] in _HIM for at in range(sentence.first, sentence.last))
    if draft.role == "official":
        return not person
    return document.any("common-account", sentence.first, sentence.last)


def _banked(draft: Draft, document: Document) -> Iterator[tuple[int, int, str]]:
    for found in ACCOUNT.finditer(document.text):
        kind = announced(document, found.start(), found.end(), ("account-word", "other-number-word", "phone-word"))
        if kind == "account-word" and not _is_common(draft, document, found.start()):
            yield found.start(), found.end(), "account"
    for found in DOCUMENT.finditer(document.text):
        if announced(document, found.start(), found.end(), ("document-word", "other-number-word")) == "document-word":
            yield found.start(), found.end(), "document"


def _mails(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the mail addresses that the text calls somebody's private ones."""
    for special in document.specials:
        if special.kind not in ("email", "mailto"):
            continue
        for sentence in document.sentences:
            if sentence.start <= special.start < sentence.end and document.any(
                "private-line", sentence.first, sentence.last
            ):
                words = range(sentence.first, sentence.last)
                if _OWN & {document.words[at] for at in words}:
                    continue
                if any(is_name(document, at) or document.words[at] in _HIM for at in words):
                    yield special.start, special.end, "mail"


def _phones(draft: Draft, document: Document) -> Iterator[tuple[int, int, str]]:
    for found in PHONE.finditer(document.text):
        digits = "".join(sign for sign in found[0] if sign.isdigit())
        if not found["country"] and digits.startswith(SHARED):
            continue
        if len(digits) >= 8 and _is_private(draft, document, found.start(), found.end(), bool(found["country"])):
            yield found.start(), found.end(), "phone"


def _is_private(draft: Draft, document: Document, start: int, end: int, country: bool) -> bool:
    """Say whether a number is somebody else's own: a private line, or a person to call outside an organisation."""
    token = document.token_at(start)
    if token >= len(document.words):
        return False
    sentence = document.sentence_at(token)
    first, last = sentence.first, sentence.last
    if announced(document, start, end, ("phone-word", "private-line", "other-number-word", "account-word")) in (
        "other-number-word", "account-word",
    ):  # fmt: skip
        return False
    private = document.any("private-line", first, last)
    if not private and not country and not document.any("phone-word", first, last):
        return False
    near = range(max(first, token - 12), min(last, token + 8))
    person = any(is_name(document, at) or document.words[at] in _HIM for at in near)
    own = any(
        document.words[at] in ("mig", "min", "mit", "me", "my", "os", "us")
        for at in range(max(first, token - 5), token)
    )
    number = document.sentence_of[token]
    if private and not person and number:
        before = document.sentences[number - 1]
        person = any(is_name(document, at) for at in range(before.first, before.last))
    if private:
        return person and not own
    return person and draft.role != "official" and not document.any("service-line", first, last)
