"""``report-confidentiality``: a text reveals who reported or complained, of whom, or who was harmed.

Read: turns that only reveal ("guess who snitched", "the victim is our new intern"), a cleft with a name ("it was Jane
who complained"), a name that complained of another person, a report against somebody that reached those who handle
reports, and so much said that everybody knows. Whoever tells of a report of one's own is left alone, and so is what
goes to the police or is a review, a bug or an annual report.
"""

from __future__ import annotations

from postlint.checks.by_weight import by_weight
from postlint.checks.report_parts import given_away
from postlint.document.subjects import NAME, is_name, subject
from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_KEPT = frozenset("confidential anonymous protected safe fortrolig fortroligt anonym beskyttet hemmelig".split())
_SELF = frozenset("jeg mig min vi i i'm me my myself".split())
_ABOUT = frozenset("over om paa mod af fra about on against from by regarding concerning involving til".split())
_CLEFT = frozenset("der som who that".split())
_WHO = frozenset("hvem who whoever someone somebody nogen".split())
_OWNERS = frozenset("vores min our my".split())
_ONES = frozenset("ham hende him her jo nemlig sgu".split()) | _OWNERS
_PLACED = frozenset("fra i paa from in at on with ovre over".split())
_IS = frozenset("er var is was it's that's".split())
_SENT = frozenset(
    "sendt skrevet indgivet indsendt sendte skrev afsender sent wrote filed made lodged submitted".split()
)
_LINKING = frozenset("er var hedder vaere is was be".split())
_OURS = frozenset("vores min hende ham en fra our my him her one from none nobody ingen sgu jo".split())
_BETWEEN = frozenset("er var blev is was came comes kom kommer skrevet sendt written sent in ind".split())
_WENT = frozenset("went ran gik loeb told fortalte".split())
_CAME = frozenset("had haft faaet modtaget fik modtog ligger kom received got have came landed came in".split())


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match in every text."""
    if any(approval.rule in (None, rule.id) for approval in draft.post.approvals):
        return
    for document in draft.documents:
        match = next(_in_document(draft, document), None) or next(by_weight(document, rule), None)
        if match is not None:
            yield match


def _in_document(draft: Draft, document: Document) -> Iterator[Match]:
    for hit in document.hits.get("report-reveal", ()):
        if _in_earnest(document, hit) and _points(document, hit):
            yield _match(document, hit.first, hit.last)
    for first, last in given_away(document):
        if _is_telling(document, first):
            yield _match(document, first, last)
    if any(family in document.hits for family in ("report-act", "report-thing", "report-setting")):
        yield from _clefts(document)
        yield from _answered(document)
        yield from _complainers(draft, document)
        yield from _reports(draft, document)
        yield from _narrowed(document)


def _match(document: Document, first: int, last: int) -> Match:
    return Match(document.field, document, document.starts[first], document.ends[last - 1])


def _is_telling(document: Document, token: int) -> bool:
    """Say whether a sentence tells of a case in earnest: not quoted, not imagined, not one's own, not public."""
    sentence = document.sentence_at(token)
    if document.quotation_at(token) is not None or document.any("report-public", sentence.first, sentence.last):
        return False
    if any(document.any(family, sentence.first, sentence.last) for family in ("exposing-not", "hypothetical")):
        return False
    return not {"jeg", "i'm", "i've", "myself", "selv"} & set(document.words[sentence.first : token])


def _in_earnest(document: Document, hit: Hit) -> bool:
    sentence = document.sentence_at(hit.first)
    if document.quotation_at(hit.first) is not None or document.any("report-public", sentence.first, sentence.last):
        return False
    if any(document.any(family, sentence.first, hit.first) for family in ("exposing-not", "hypothetical")):
        return False
    if _KEPT & set(document.words[hit.last : sentence.last]):
        return False
    return not _SELF & set(document.words[hit.last : hit.last + 1])


def _points(document: Document, hit: Hit) -> bool:
    """Say whether "the victim is" goes on with somebody: a name, "our new intern", "from accounts"."""
    if document.words[hit.last - 1] not in _LINKING:
        return True
    if hit.last >= document.sentence_at(hit.first).last:
        return False
    return document.words[hit.last] in _OURS or is_name(document, hit.last)


def _clefts(document: Document) -> Iterator[Match]:
    """Yield "it was Jane who complained", "det er Sofie Lund, der har sendt den"."""
    for number, sentence in enumerate(document.sentences):
        at = _named_cleft(document, sentence)
        if at is None or document.any("report-public", sentence.first, sentence.last):
            continue
        rest = range(at, min(sentence.last, at + 7))
        acted = any(document.any("report-act", token, token + 1) for token in rest)
        before = document.sentences[max(0, number - 1)].first
        sent = any(document.words[token] in _SENT for token in rest) and document.any(
            "report-thing", before, sentence.last
        )
        went = any(document.words[token] in _WENT for token in rest) and _set(document, at, sentence.last)
        if acted or sent or went:
            yield _match(document, sentence.first, min(sentence.last, at + 4))


def _named_cleft(document: Document, sentence: Sentence) -> int | None:
    """Return the token after "who" of "it was NAME who"."""
    for token in range(sentence.first, sentence.last - 2):
        if document.words[token] not in _IS:
            continue
        inverted = document.words[token + 1] in ("det", "it")  # "so it is Søren who", "så er det Søren, der"
        at = _beyond(document, token + 1 + inverted, sentence.last)
        if (
            at > token + 1
            and at < sentence.last
            and document.words[at] in _CLEFT
            and not _SELF & set(document.words[token + 1 : at])
        ):
            return at + 1
    return None


def _beyond(document: Document, at: int, last: int) -> int:
    """Return the token after somebody told of at ``at``: "Jane", "our new intern", and where they are from."""
    start = at
    for described in document.within(("somebody",), at, min(last, at + 6)):
        if described.first - at <= 1:
            at = described.last
            break
    while at < min(last, start + 4) and (is_name(document, at) or document.words[at] in _ONES):
        at += 1
    if at > start and document.words[at - 1] in _OWNERS:  # "our intern": one more word, or two
        at += 1 + (at + 1 < last and document.words[at + 1] not in (*_CLEFT, *_PLACED))
    if start < at < last and document.words[at] in _PLACED:
        end = next((t for t in range(at + 1, min(last, at + 5)) if document.words[t] in _CLEFT), at)
        at = end
    return at


def _answered(document: Document) -> Iterator[Match]:
    """Yield "it was Mette from payroll" after "who wrote to the whistle-blowing line"."""
    for number, sentence in enumerate(document.sentences):
        if not number or sentence.last - sentence.first < 3 or document.words[sentence.first + 1] not in _IS:
            continue
        before = document.sentences[number - 1]
        asked = next((t for t in range(before.first, before.last) if document.words[t] in _WHO), None)
        if asked is None or document.words[sentence.first] not in ("det", "it", "that"):
            continue
        who = sentence.first + 2
        placed = who + 1 < sentence.last and document.words[who + 1] in _PLACED  # "the trainee from Skive"
        told = is_name(document, who) or document.words[who] in _OWNERS or placed
        if told and _is_report(document, asked, before.last) and _in_open(document, sentence):
            yield _match(document, sentence.first, min(sentence.last, sentence.first + 4))


def _is_report(document: Document, first: int, last: int) -> bool:
    acted = document.any("report-act", first, last)
    wrote = any(document.words[token] in (*_SENT, *_WENT) for token in range(first, last))
    return (acted or wrote) and _set(document, first, last)


def _in_open(document: Document, sentence: Sentence) -> bool:
    return document.quotation_at(sentence.first) is None and not document.any(
        "report-public", sentence.first, sentence.last
    )


def _complainers(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield a name that complained of another person, or to those who handle reports."""
    for hit in document.hits.get("report-act", ()):
        if not _in_earnest(document, hit):
            continue
        about = subject(document, hit.first)
        if about is None or about.form != NAME or about.last > hit.first:
            continue
        sentence = document.sentence_at(hit.first)
        if _aimed(document, hit.last, sentence.last) or (
            _known(document, about.first, about.last)
            and (_set(document, hit.last, sentence.last) or draft.role == "moderator")
        ):
            yield _match(document, about.first, hit.last)


def _set(document: Document, first: int, last: int) -> bool:
    return any(
        document.words[hit.first] not in ("we", "us", "os") for hit in document.within(("report-setting",), first, last)
    )


def _aimed(document: Document, token: int, last: int) -> bool:
    """Say whether a person follows: "over Ole", "about him", "on Joe"."""
    for at in range(token, min(last, token + 2)):
        if document.words[at] not in _ABOUT and at != token - 1:
            if at == token and _person(document, at):
                return True
            continue
        if at + 1 < last and _person(document, at + 1):
            return True
    return False


def _person(document: Document, token: int) -> bool:
    word = document.words[token]
    return (
        word in ("ham", "hende", "him", "her")
        or word[0] == "@"
        or (is_name(document, token) and _known(document, token, token + 2))
    )


def _known(document: Document, first: int, last: int) -> bool:
    """Say whether a name is surely a person's: a given name that is known, or two names together."""
    if any(first <= hit.first < last for hit in document.hits.get("given-name", ())):
        return True
    return last - first > 1 and last <= len(document.words) and all(is_name(document, at) for at in range(first, last))


def _reports(draft: Draft, document: Document) -> Iterator[Match]:
    """Yield a report of or from a person that reached those who handle reports."""
    for hit in document.hits.get("report-thing", ()):
        sentence = document.sentence_at(hit.first)
        at = hit.last
        while at < min(sentence.last, hit.last + 4) and document.words[at] in _BETWEEN:
            at += 1
        if at + 2 < sentence.last and document.words[at] in ("of", "om") and _set(document, at + 1, at + 2):
            at += 2  # "a report of harassment against …"
        if not _in_earnest(document, hit) or at + 1 >= sentence.last or document.words[at] not in _ABOUT:
            continue
        owned = 2 * (document.words[at + 1] in _OWNERS and at + 3 < sentence.last)  # "against our member …"
        if not _person(document, at + 1 + owned):
            continue
        words = set(document.words[sentence.first : sentence.last])
        sent = bool(words & _SENT) and _known(document, sentence.first, hit.first)
        if draft.role == "moderator" or sent or (words & _CAME) or _set(document, 0, len(document.words)):
            yield _match(document, hit.first, at + 2 + owned)


def _narrowed(document: Document) -> Iterator[Match]:
    """Yield so much said of somebody unnamed that everybody knows."""
    if "report-setting" not in document.hits:
        return
    for hit in document.hits.get("report-narrow", ()):
        near = document.sentence_of[hit.first]
        first = document.sentences[max(0, near - 2)].first
        last = document.sentences[min(near + 2, len(document.sentences) - 1)].last
        reported = document.any("report-act", first, last) or document.any("report-thing", first, last)
        if reported and document.quotation_at(hit.first) is None and not document.any("report-public", first, last):
            yield _match(document, hit.first, hit.last)
            return
