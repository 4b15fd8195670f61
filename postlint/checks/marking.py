"""``marking``: a marking that says the material must not be published, an embargo that still holds, and a
writer who tells that the news is not out yet.

The words of markings are everyday words too. Some phrases are markings wherever they stand; the rest only in
the shape of one: in capitals, as a label, in brackets or quotation marks, after "stamped" and the like, in a
file name or an alt text. Talk about markings, denials, and public levels (TLP:CLEAR) are left alone.
"""

from __future__ import annotations

import re

from postlint.document import Document
from postlint.draft import Match
from postlint.lexicon import Hit
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_STAMP_REACH = 8  # words from the stamp to the marking
_EMBARGO_REACH = 120  # code points from the word to its date
_LABEL_WORDS = 9  # words that a line which is a marking has at the most
_COPULA = frozenset("is are was were be been er var vaeret blev bliver".split())
# What a marking for a closed circle begins with.
_CLOSED = frozenset(
    (("kun", "til"), ("kun", "for"), ("ikke", "til"), ("maa", "ikke"), ("not", "for"), ("do", "not"), ("for", "the"))
)
_DIVIDERS = "\n·|•"  # what divides lines, and the parts of a header or footer
_COLOURS = ("red", "amber", "green", "clear", "white")
_LABEL_AFTER = lazy(r"\s*(?:[:/|]|[–—]|-\s|$|\n)")
_LEADING = lazy(r"[\W_]*\Z")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a sentence, the strongest first: marking, embargo, leak."""
    for document in draft.documents:
        yield from _in_text(draft, document)
    for number, image in enumerate(draft.post.images):
        if image.file:
            field = f"images[{number}].file"
            name = re.split(r"[/\\]", image.file)[-1]
            yield from _in_name(Document(name, field, draft.text.world, draft.text.index, "unsure"))


def _in_text(draft: Draft, document: Document) -> Iterator[Match]:
    told: set[int] = set()
    for hit in _markings(document):
        sentence = document.sentence_of[hit.first]
        if sentence not in told:
            told.add(sentence)
            yield _match(document, hit, "")
    for match in _embargoes(draft, document, told):
        yield match
        return
    if not told:
        yield from _leaks(draft, document)


def _match(document: Document, hit: Hit, reason: str) -> Match:
    return Match(document.field, document, document.starts[hit.first], document.ends[hit.last - 1], reason)


def _in_name(document: Document) -> Iterator[Match]:
    """Yield a marking in a file name: there a phrase needs no other shape, a single word capitals or strength."""
    for hit in [*document.hits.get("marking", ()), *document.hits.get("marking-label", ())]:
        words = document.words[hit.first : hit.last]
        if (
            len(words) > 1
            or _capitals(document, hit)
            or words[0].startswith(("fortrolig", "confidential", "restricted", "hemmelig", "klassificer", "classified"))
        ):
            yield _match(document, hit, "")
            return


def _markings(document: Document) -> list[Hit]:
    """Return the hits that are markings in use, in order, the longest at each place."""
    hits = document.hits
    if _talks_of_levels(document):
        return []
    found = [hit for hit in hits.get("marking", ()) if _in_use(document, hit)]
    alt = document.field.endswith(".alt")
    for hit in hits.get("marking-label", ()):
        if (_shaped(document, hit) or (alt and _stamped(document, hit))) and _in_use(document, hit):
            found.append(hit)
    return sorted([*found, *_closed_circles(document)], key=lambda hit: (hit.first, -hit.last))


def _closed_circles(document: Document) -> Iterator[Hit]:
    """Yield what is put on something in capitals for a circle of any name: "stemplet KUN TIL VÆRKFØRERE", "marked
    FOREMEN ONLY"."""
    for put in document.hits.get("marking-put", ()):
        sentence = document.sentence_at(put.first)
        for token in range(put.last, min(put.last + _STAMP_REACH, sentence.last)):
            if document.raw(token).isupper() and len(document.raw(token)) > 2:
                end = _end_of_capitals(document, token, sentence.last)
                words = document.words[token:end]
                closed = tuple(words[:2]) in _CLOSED or (len(words) > 1 and words[-1] == "only")
                hit = Hit("marking-label", token, end, "any")
                if closed and len(words) <= _LABEL_WORDS and _in_use(document, hit):
                    yield hit
                break


def _end_of_capitals(document: Document, token: int, last: int) -> int:
    while token < last and document.raw(token).isupper():
        token += 1
    return token


def _talks_of_levels(document: Document) -> bool:
    """Say whether a text runs through the traffic-light levels, as one that explains them does."""
    colours = {
        w
        for i, w in enumerate(document.words)
        if w in _COLOURS and i and (document.words[i - 1] == "tlp" or document.raw(i).isupper())
    }
    return "tlp" in document.words and len(colours) > 1


def _in_use(document: Document, hit: Hit) -> bool:
    number = document.sentence_of[hit.first]
    sentence = document.sentences[number]
    if document.any("marking-talk", sentence.first, sentence.last):
        return False
    following = document.sentences[min(number + 1, len(document.sentences) - 1)]
    if hit.family == "marking-label" and document.any("marking-lifted", sentence.first, following.last):
        return False
    if hit.family == "marking" and _in_prose(document, hit):
        return False
    for other in document.within(("marking-not", "marking-public"), sentence.first, sentence.last):
        inside = other.first <= hit.first < other.last
        if inside or 0 <= hit.first - other.last <= 3 or 0 <= other.first - hit.last <= 1:
            return False
    before = range(max(sentence.first, hit.first - 2), hit.first)
    return not document.any("negator", before.start, before.stop)


def _in_prose(document: Document, hit: Hit) -> bool:
    """Say whether a phrase is only the predicate of something that is no business of work: "the cake is not for
    distribution"."""
    copula = hit.first > 0 and document.words[hit.first - 1] in _COPULA
    if not copula or "work-topic" in document.hits or "employer" in document.hits:
        return False
    return not any(mention.kind in ("organisation", "product") for mention in document.mentions)


def _shaped(document: Document, hit: Hit) -> bool:
    return _capitals(document, hit) or _bracketed(document, hit) or _labels(document, hit) or _stamped(document, hit)


def _capitals(document: Document, hit: Hit) -> bool:
    """Say whether the words are in capitals while the text as a whole is not."""
    text = document.slice(hit.first, hit.last)
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 3 or not all(c.isupper() for c in letters):
        return False
    small = document.small_letters
    return small > len(letters) or len(document.words) <= _LABEL_WORDS


def _bracketed(document: Document, hit: Hit) -> bool:
    before = document.letter_before(document.starts[hit.first], " \n\t")
    after = document.letter_after(document.ends[hit.last - 1], " \n\t")
    return (before == "[" and after in "]:–-") or (before in "([{" and before != "" and after in ")]}" and after != "")


def _labels(document: Document, hit: Hit) -> bool:
    """Say whether a line begins with the words and goes on as after a label, or is little else."""
    start, end = document.starts[hit.first], document.ends[hit.last - 1]
    line_start = max(document.prose.rfind(sign, 0, start) for sign in _DIVIDERS) + 1
    ends = [place for sign in _DIVIDERS if (place := document.prose.find(sign, end)) >= 0]
    line = document.prose[line_start : min(ends, default=len(document.prose))]
    words = len(line.split())
    if _LEADING.match(document.prose[line_start:start]) is None:
        # A header line such as "Doc class: C3 Restricted".
        return words <= 6 and ":" in document.prose[line_start:start] and end - line_start >= len(line.rstrip()) - 2
    if _joking(document, hit):
        return False
    if (
        words <= _LABEL_WORDS
        and hit.last - hit.first >= 2
        and words - (hit.last - hit.first) <= 6
        and line.rstrip()[-1:] not in "!?"
    ):
        return hit.last - hit.first >= 2 and ("\n" in document.prose.strip() or words == len(document.words))
    return _LABEL_AFTER.match(document.prose, end) is not None


def _joking(document: Document, hit: Hit) -> bool:
    return document.words[hit.first].startswith("tophemmelig") or document.words[hit.first : hit.last] == [
        "top",
        "secret",
    ]


def _stamped(document: Document, hit: Hit) -> bool:
    """Say whether the words stand in quotation marks or as a label, shortly after a word for a stamp."""
    sentence = document.sentence_at(hit.first)
    near = range(max(sentence.first, hit.first - _STAMP_REACH), hit.first)
    if not any(document.within(("marking-put", "marking-stamp"), near.start, near.stop)):
        return False
    quotation = document.quotation_at(hit.first)
    raw = document.raw(hit.first)
    colon = ":" in document.between(hit.first)
    return (
        quotation is not None
        or colon
        or raw[0].isupper()
        or hit.last - hit.first >= 3
        or document.words[hit.first - 1]
        in ("som", "as", "maerket", "stemplet", "marked", "stamped", "labelled", "classified")
    )


def _embargoes(draft: Draft, document: Document, told: set[int]) -> Iterator[Match]:
    for hit in document.hits.get("embargo", ()):
        if document.any("embargo-not", max(0, hit.first - 4), min(len(document.words), hit.last + 6)):
            return
        start = document.starts[hit.first]
        stretch = _stretch(document, hit)
        ends = _moment(stretch, draft)
        if ends is None:
            if (
                document.sentence_of[hit.first] not in told
                and _labels(document, hit)
                and (
                    _capitals(document, hit)
                    or document.words[hit.first].startswith(("embargo", "klausul", "spaerrefrist"))
                )
            ):
                yield Match(document.field, document, start, document.ends[hit.last - 1], "embargo-unclear")
                return
            continue
        appears = _appears(draft)
        if ends > appears:
            last = document.token_at(start + len(stretch) - 1)
            end = document.ends[min(max(hit.last - 1, last), len(document.words) - 1)]
            yield Match(document.field, document, start, end, "embargo", {"until": ends.strftime("%Y-%m-%d %H:%M")})
        return


def _stretch(document: Document, hit: Hit) -> str:
    """Return the words from an embargo to the end of its line, or of the next where the line ends at once."""
    start = document.starts[hit.first]
    text = document.prose[start : start + _EMBARGO_REACH]
    lines = text.split("\n")
    return (
        lines[0] if len(lines[0]) > document.ends[hit.last - 1] - start + 3 or len(lines) < 2 else "\n".join(lines[:2])
    )


def _appears(draft: Draft) -> datetime:
    from datetime import datetime

    when = datetime.fromisoformat(draft.post.scheduled or draft.now)
    return when if when.tzinfo else when.replace(tzinfo=datetime.fromisoformat(draft.now).tzinfo)


def _moment(text: str, draft: Draft) -> datetime | None:
    from postlint.document.dates import moment

    return moment(text, _appears(draft), ahead=draft.post.scheduled is None)


def _leaks(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield a leak that the writer announces, where the text is about work and no surprise for a friend."""
    if "leak-private" in document.hits:
        return
    for hit in [*document.hits.get("leak-work", ()), *document.hits.get("leak", ())]:
        if document.quotation_at(hit.first) is not None or (
            document.words[hit.last - 1] in ("us", "os", "ourselves")
            and hit.last < len(document.words)
            and document.words[hit.last] in ("and", "og")
        ):
            continue
        if hit.family == "leak-work" or _about_work(draft, document):
            yield _match(document, hit, "leak")
            return


def _about_work(draft: Draft, document: Document) -> bool:
    """Say whether a text speaks of the organisation or of a working life, or its writer does in the profile."""
    if draft.role in ("employee", "official") or any(m.kind in ("organisation", "product") for m in document.mentions):
        return True
    if document.hits.get("employer") or document.hits.get("work-topic"):
        return True
    bio = draft.post.author.bio or ""
    return bool(Document(bio, "author.bio", document.world, document.index, "unsure").mentions)
