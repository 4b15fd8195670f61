"""Who takes part in a report, as a text gives it away: who sent it, whom it is about, what it ended in, who saw it.

Everything needs a setting of reports (a report, a complaint, those who handle them) in the text; what is public (the
police, a bug, a review) and what is said of oneself is left to ``report_confidentiality`` to leave alone.
"""

from __future__ import annotations

from postlint.document.people import persons
from postlint.document.subjects import is_name
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.lexicon import Hit

_FROM = frozenset("fra af from by".split())
_SENT = frozenset(
    "kom kommer came comes sendt sent indsendt indgivet skrevet written filed lodged submitted made var was er is "
    "brought raised in ind".split()
)
_ABOUT = frozenset("om over mod about against on concerning regarding".split())
_IS = frozenset(
    "er var hedder is was arbejder works sidder sits bor lives kommer comes laeser studies gaar hører hoerer belongs "
    "spiller plays fra from".split()
)
_SELF = frozenset("jeg mig os me us i'm myself selv my min".split())
_THANKS = frozenset("tak thanks thank tusind hatten respect respekt kudos ros applause".split())
_AT = frozenset("i paa in on at with med fra from".split())
_WE = frozenset("vi we os us".split())
_GOT = frozenset("fik got received modtog har have".split())
_CASE = ("report-thing", "report-act", "report-letter")
_HIDDEN = frozenset("anonym anonymous confidential fortrolig fortroligt hemmelig protected beskyttet identity".split())


def given_away(document: Document) -> Iterator[tuple[int, int]]:
    """Yield places (tokens, half open) that give away somebody's part in a report."""
    yield from _senders(document)
    yield from _parts(document)
    yield from _thanked(document)
    yield from _investigated(document)
    if _is_case(document):
        yield from _reported(document)
        yield from _sanctioned(document)
        yield from _hinted(document)
        yield from _letters(document)


def _is_case(document: Document) -> bool:
    thing = any(family in document.hits for family in ("report-thing", "report-act", "report-person", "report-brave"))
    return thing or ("report-setting" in document.hits and "report-letter" in document.hits)


def _is_set(document: Document) -> bool:
    """Say whether the text is of those who handle reports, beyond "we" and "us"."""
    return any(document.words[hit.first] not in ("we", "us", "os") for hit in document.hits.get("report-setting", ()))


def _named(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return the first name or handle in tokens ``first`` to ``last`` (half open)."""
    for token in range(first, last):
        if document.words[token][0] == "@":
            return token, token + 1
        if is_name(document, token) and document.words[token] not in _SELF:
            end = token + 1
            while end < last and is_name(document, end):
                end += 1
            return token, end
    return None


def _told(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return who is named, or told by what few have, right at token ``first``."""
    for hit in document.within(("somebody",), first, min(last, first + 7)):
        if hit.first - first <= 1:
            return hit.first, hit.last
    who = _named(document, first, min(last, first + 1))
    sure = who is not None and (_is_person(document, *who) or _is_set(document))
    return who if sure else None


def _is_person(document: Document, first: int, last: int) -> bool:
    """Say whether a name is a person's for sure: a handle, a known given name, or two names together."""
    if document.words[first][0] == "@" or last - first > 1:
        return True
    return document.any("given-name", first, last) or document.any("first-name", first, last)


def _senders(document: Document) -> Iterator[tuple[int, int]]:
    """Yield "the complaint came from …", "henvendelsen … kom fra …"."""
    for hit in document.hits.get("report-thing", ()):
        sentence = document.sentence_at(hit.first)
        for at in range(hit.last, min(sentence.last - 1, hit.last + 9)):
            if document.words[at] in _FROM and document.words[at - 1] in _SENT:
                who = _told(document, at + 1, sentence.last) or _named_later(document, at + 2, sentence.last)
                if who is not None:
                    yield hit.first, who[1]


def _named_later(document: Document, first: int, last: int) -> tuple[int, int] | None:
    """Return who is named at the end: "came from the night shift, from Ole to be exact"."""
    for token in range(first, min(last, first + 6)):
        who = _named(document, token, token + 1)
        if who is not None and "," in "".join(document.between(at) for at in range(first, token + 1)):
            return who if _is_person(document, *who) else None
    return None


def _investigated(document: Document) -> Iterator[tuple[int, int]]:
    """Yield those who handle reports, looking into somebody named: "HR is investigating Lars"."""
    for hit in document.hits.get("report-inquiry", ()):
        sentence = document.sentence_at(hit.first)
        handled = any(
            document.words[setting.first] not in ("we", "us", "os", "vi")
            for setting in document.within(("report-setting",), sentence.first, hit.first)
        )
        who = _named(document, hit.last, min(sentence.last, hit.last + 2))
        owns = who is not None and document.words[who[1] - 1].endswith(("'s", "s'"))
        if handled and who is not None and not owns and _is_person(document, *who):
            yield hit.first, who[1]


def _parts(document: Document) -> Iterator[tuple[int, int]]:
    """Yield "the witness was …", "the reporter works in …", "the victim, a woman from …"."""
    for hit in document.hits.get("report-person", ()):
        sentence = document.sentence_at(hit.first)
        last = min(sentence.last, hit.last + 5)
        if hit.last >= sentence.last or _HIDDEN & set(document.words[sentence.first : sentence.last]):
            continue
        if "," in document.between(hit.last) and _told(document, hit.last, sentence.last):
            yield hit.first, hit.last + 1
            continue
        for at in range(hit.last, last - 1):
            if document.words[at] not in _IS:
                continue
            rest = range(at + 1, min(sentence.last, at + 5))
            who = next((w for t in rest if (w := _told(document, t, sentence.last)) is not None), None)
            works = document.words[at] not in ("er", "var", "is", "was")
            lives = works and any(document.words[t] in _AT for t in rest)
            if who is not None or (lives and (_is_case(document) or _is_set(document))):
                yield hit.first, at + 1
            break


def _thanked(document: Document) -> Iterator[tuple[int, int]]:
    """Yield thanks to somebody named for having come forward."""
    for hit in document.hits.get("report-brave", ()):
        sentence = document.sentence_at(hit.first)
        if not _THANKS & {word.strip("-") for word in document.words[sentence.first : hit.first]}:
            continue
        who = _named(document, sentence.first + 1, hit.first)
        if who is not None and _is_person(document, *who) and hit.first - who[1] <= 5:
            yield who[0], hit.last


def _reported(document: Document) -> Iterator[tuple[int, int]]:
    """Yield a case about somebody named: "the March case was about …", "klagen over …"."""
    for hit in document.hits.get("report-thing", ()):
        sentence = document.sentence_at(hit.first)
        for at in range(hit.last, min(sentence.last - 1, hit.last + 6)):
            if document.words[at] in _ABOUT:
                who = _named(document, at + 1, at + 2)
                if who is not None and _is_person(document, *who):
                    yield hit.first, who[1]
                break


def _sanctioned(document: Document) -> Iterator[tuple[int, int]]:
    """Yield what a case ended in for somebody named, where the text tells of the case or of those who decide."""
    for hit in document.hits.get("report-sanction", ()):
        sentence = document.sentence_at(hit.first)
        who = _named(document, sentence.first, hit.first)
        if who is None or not _is_person(document, *who) or hit.first - who[1] > 6:
            continue
        first, last = _around(document, sentence)
        told = any(document.any(family, first, last) for family in ("report-thing", "report-act"))
        other = _named(document, hit.last, sentence.last)
        handled = document.any("report-setting", first, last) and _is_set(document)
        hinted = other is not None or "report-riddle" in document.hits
        same = any(True for _ in document.within(("report-thing",), hit.last, sentence.last))
        if (told and (handled or other is not None or same)) or (handled and hinted):
            yield who[0], hit.last


def _around(document: Document, sentence: Sentence) -> tuple[int, int]:
    number = document.sentence_of[sentence.first]
    last = document.sentences[min(number + 1, len(document.sentences) - 1)].last
    return document.sentences[max(0, number - 1)].first, last


def _hinted(document: Document) -> Iterator[tuple[int, int]]:
    """Yield hints at who reported: "guess whose note …", "my guess is that the new one …"."""
    for hit in document.hits.get("report-riddle", ()):
        sentence = document.sentence_at(hit.first)
        act = _case_in(document, sentence) or _case_before(document, sentence)
        if act is None or not (_is_set(document) or "report-sanction" in document.hits or act.family == "report-act"):
            continue
        someone = document.any("somebody", sentence.first, sentence.last) or any(
            p.kind in ("name", "handle") for p in persons(document, sentence.first, sentence.last, ("name", "handle"))
        )
        if someone or document.words[hit.first] in ("gaet", "guess"):
            yield hit.first, hit.last


def _case_in(document: Document, sentence: Sentence) -> Hit | None:
    return next(iter(document.within(_CASE, sentence.first, sentence.last)), None)


def _case_before(document: Document, sentence: Sentence) -> Hit | None:
    number = document.sentence_of[sentence.first]
    return _case_in(document, document.sentences[number - 1]) if number else None


def _letters(document: Document) -> Iterator[tuple[int, int]]:
    """Yield "here's the mail we got about …"."""
    for hit in document.hits.get("report-letter", ()):
        sentence = document.sentence_at(hit.first)
        words = document.words[hit.last : min(sentence.last, hit.last + 4)]
        if not (_WE & set(words) and _GOT & set(words)):
            continue
        for at in range(hit.last, min(sentence.last - 1, hit.last + 8)):
            if document.words[at] in _ABOUT:
                who = _named(document, at + 1, at + 2)
                if who is not None and _is_person(document, *who):
                    yield hit.first, who[1]
                break
