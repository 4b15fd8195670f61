"""``spelling``: words that neither dictionary knows, and that are nobody's name.

A word is right that is known in Danish or English, or that the organisation uses: its names, products, handles and
hashtags, those of competitors and customers, the people of the post, and ``[spelling] words``. Left alone: links,
addresses, handles, hashtags, code, other languages, abbreviations, numbers, words in capitals or with a capital where
no sentence begins. A capital at a beginning stands for a name unless a common word lies near.
"""

from __future__ import annotations

from postlint.draft import Match, Unknown
from postlint.finding import Edit, Fix
from postlint.fold import fold
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.document import Document
    from postlint.document.document import Sentence
    from postlint.draft import Draft
    from postlint.rule import Rule
    from postlint.spelling.speller import Speller

_SUGGESTED = 3  # words of a post for which others are looked for; each may take half a second
_SHORTEST = 3  # letters
_NEAR = 0.85  # how like a common word a capital at a beginning must be, else it begins a name
_FOREIGN = 0.5  # the part of unknown words from which a sentence or a quotation is in no language that we read
# Written without the full stop that the dictionary has.
_SHORT = frozenset(
    "stk mio mia mnd okt nov dec jan feb apr aug sept incl inkl excl ekskl etc osv mvh tlf jvf pga mht ifm ifb ift "
    "vedr ang evt div max min bla eks asap fyi btw info".split()
)
_LONG_NAME = 6  # letters from which a name that ends in -en or -et may be a word in the definite form
_FEW = 6  # words below which that says nothing about a sentence whose language is plain
_SOME = 4  # words that must be there to tell a slip where the language is not plain
_LAST_LATIN = "ɏ"
_WORD = lazy(r"[^\W\d_]+")
_DRAWN_OUT = lazy(r"(.)\1\1")
_LAUGHTER = lazy(r"(?:b?[hj][aeiouæøå]+){2,}h?|(?:lo+l|hm+|mm+|øh+|æh+|ah+|åh+|oh+|ups+|ups?i|yay|woo?)s?\Z")
_JOINTS = ("_", "@", "\\", "#", "/", ".")  # before a piece of something longer; the first three also after it
_BEGINS = "\n:.!?\"'»«“”„–—•("
_ENDINGS = frozenset("s n t r en et er ne ns ts rs ens ets ers erne ernes ene enes 's".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every unknown word of the post, where it first stands."""
    from postlint.spelling.speller import speller

    books = speller()
    if books is None:
        yield Unknown("spell-extra-missing")
        return
    own = _own_words(draft)
    seen: set[str] = set()
    for document in draft.documents:
        for token in _unknown(document, books, own):
            word = document.words[token]
            if word not in seen:
                seen.add(word)
                match = _match(draft, document, token, books, len(seen) <= _SUGGESTED)
                if match is not None:
                    yield match


def _unknown(document: Document, books: Speller, own: frozenset[str]) -> Iterator[int]:
    """Yield the tokens that nobody knows, in sentences that are in Danish or English."""
    abroad = _foreign_quotations(document, books, own)
    named = _named(document)
    for sentence in document.sentences:
        looked = [t for t in range(sentence.first, sentence.last) if _is_word(document, t, sentence) and t not in named]
        strange = [token for token in looked if not _right(document, token, books, own)]
        for token in strange if _is_ours(sentence.lang, len(looked), len(strange)) else ():
            if not document.is_mention(token) and not any(first <= token < last for first, last in abroad):
                yield token


def _named(document: Document) -> set[int]:
    """Return the tokens of full names, of given names, and of words younger than the dictionaries."""
    places = [(one.first, one.last) for one in document.people if one.kind == "name" and one.last - one.first > 1]
    for family in ("given-name", "well-spelt"):
        places += [(hit.first, hit.last) for hit in document.hits.get(family, ())]
    return {token for first, last in places for token in range(first, last)}


def _is_ours(lang: str, looked: int, strange: int) -> bool:
    """Say whether a sentence of so many words, of which some are strange to both dictionaries, is in a language
    that we read. Where the language is too close to call, one strange word among known ones is a slip."""
    if lang == "unsure":
        return looked >= _SOME and strange == 1
    return lang != "other" and (looked < _FEW or strange < _FOREIGN * looked)


def _is_word(document: Document, token: int, sentence: Sentence) -> bool:
    """Say whether a token is a word that a dictionary might have."""
    raw = document.raw(token)
    letters = raw.replace("'", "").replace("’", "")
    if len(raw) < _SHORTEST or not letters.isalpha() or max(letters) > _LAST_LATIN:
        return False
    if not letters[1:].islower() or (raw[0].isupper() and not _begins(document, token, sentence)):
        return False
    if _DRAWN_OUT.search(letters.lower()) or _LAUGHTER.match(letters.lower()):
        return False
    return not _cut(document, token)


def _cut(document: Document, token: int) -> bool:
    """Say whether a token is a piece of something longer: "ind- og udgang", "bl.a.", "og/eller", "@navn"."""
    start, end = document.starts[token], document.ends[token]
    before, after = document.prose[max(0, start - 1) : start], document.prose[end : end + 2]
    joined = document.prose[max(0, start - 2) : start - 1].isalnum()
    if after[:1] == "-" or (before == "-" and not joined) or (before == "*" and joined):
        return True
    if before in _JOINTS or after[:1] in _JOINTS[:3]:
        return True
    return after[:1] in (".", "*") and after[1:].isalpha()


def _begins(document: Document, token: int, sentence: Sentence) -> bool:
    """Say whether a capital is explained by its place: the head of a sentence, a line, a quotation."""
    return token == sentence.first or any(sign in _BEGINS for sign in document.between(token))


def _right(document: Document, token: int, books: Speller, own: frozenset[str]) -> bool:
    """Say whether a word is known, as it stands, with the full stop of an abbreviation, or as one's own."""
    raw = document.raw(token).replace("’", "'")
    if books.known(raw) or document.words[token] in _SHORT or books.known(_with_danish_letters(raw.lower())):
        return True
    end = document.ends[token]
    if document.prose[end : end + 1] == "." and books.known(f"{raw}."):
        return True
    return _of_ones_own(document.words[token], books, own)


def _of_ones_own(word: str, books: Speller, own: frozenset[str]) -> bool:
    """Say whether a word (folded) is one's own, in any form or compound."""
    if word in own:
        return True
    for name in own:
        if len(name) >= _SHORTEST and word.startswith(name):
            rest = word[len(name) :]
            if rest in _ENDINGS or _is_part(rest, books) or (rest[0] == "s" and _is_part(rest[1:], books)):
                return True
        if len(name) >= _SHORTEST and word.endswith(name) and _is_part(word[: -len(name)], books):
            return True
    return False


def _is_part(word: str, books: Speller) -> bool:
    return len(word) >= _SHORTEST and (books.known(word) or books.known(_with_danish_letters(word)))


def _with_danish_letters(word: str) -> str:
    """Return a word that was written without æ, ø and å with them: a foreign keyboard is no misspelling."""
    return word.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")


def _own_words(draft: Draft) -> frozenset[str]:
    """Return the words of the organisation's and the post's names, folded."""
    settings, post = draft.settings, draft.post
    names = [*settings.words, *settings.organisation.spokespersons, post.author.name or "", post.author.handle or ""]
    us = settings.organisation
    names += [us.name, *us.aliases, *us.handles, *us.hashtags, *us.products]
    for rival in settings.competitors:
        names += [rival.name, *rival.aliases, *rival.handles, *rival.hashtags, *rival.products]
    for customer in settings.customers:
        names += [customer.name, *customer.aliases]
    names += [recipient.name for recipient in post.recipients] + [approval.by for approval in post.approvals]
    names += [document.raw(t)[1:] for document in draft.documents for t, w in enumerate(document.words) if w[0] in "@#"]
    for image in post.images:
        names += [person.name for person in image.people if not isinstance(person, str)] if image.people else []
    return frozenset(_folded(names))


def _folded(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in _WORD.findall(name):
            plain = fold(word)
            yield plain
            if len(plain) > _LONG_NAME and plain.endswith(("en", "et")):  # the stem of a name in the definite form
                yield plain[:-1]
                yield plain[:-2]


def _foreign_quotations(document: Document, books: Speller, own: frozenset[str]) -> list[tuple[int, int]]:
    """Return the quotations, as tokens (half open), in which half of the words or more are known to nobody."""
    found: list[tuple[int, int]] = []
    for quotation in document.quotations:
        first, last = document.token_at(quotation.inner_start), document.token_at(quotation.inner_end)
        words = [t for t in range(first, last) if document.raw(t).isalpha()]
        strange = sum(not _right(document, token, books, own) for token in words)
        if words and strange >= _FOREIGN * len(words):
            found.append((first, last))
    return found


def _match(draft: Draft, document: Document, token: int, books: Speller, suggest: bool) -> Match | None:
    """Return the match of an unknown word; none for a capital that seems to begin a name."""
    raw, start, end = document.raw(token), document.starts[token], document.ends[token]
    lang = document.sentence_at(token).lang
    lang = lang if lang in ("da", "en") else document.language
    instead = books.suggestions(raw, lang) if suggest else ()
    if raw[0].isupper() and not any(books.likeness(raw, one) >= _NEAR for one in instead):
        return None
    if not instead:
        return Match(document.field, document, start, end, lang=lang)
    told = draft.ui_lang or lang
    words = say("or", told).join(say("quoted", told, words=one) for one in instead)
    first, last = document.original(start, end)
    fix = Fix(say("fix-spelling", told, words=instead[0]), False, (Edit(first, last, instead[0]),))
    return Match(document.field, document, start, end, "suggested", {"suggestions": words}, lang, (fix,))


def _near(word: str, other: str) -> bool:
    """Say whether two words of four letters or more differ so little that one is the other misspelt."""
    from difflib import SequenceMatcher

    plain = other.replace(" ", "").lower()
    return len(word) > _SHORTEST and SequenceMatcher(None, word.lower(), plain).ratio() >= 0.85
