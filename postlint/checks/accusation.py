"""``accusation``: something punishable or dishonest is stated as a fact of somebody in particular, without a source.

An act ("has his hand in the till") needs a subject: a name, a role, a company of the organisation's world, or a
pronoun. What somebody is called ("a crook", "corrupt") needs a verb of being between, or the name right beside it.
Opinions, questions, conditions, denials, verdicts and reports with a source accuse nobody.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, is_conditional, is_negated, is_rejected, span
from postlint.checks.by_weight import heaviest
from postlint.checks.quotation import is_name
from postlint.document.everyday import is_everyday
from postlint.document.people import Person
from postlint.draft import Match
from postlint.lexicon import Hit
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document, Sentence
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

_BACK = 14  # words between a subject and what it does
_OBJECT = 8  # words between a verb and what it takes
_SUMMING = 6  # words of a sentence that only sums up
_POINTING = frozenset(
    "det er jo ren rent rene pure that's that is this it's just plain simply simpelthen hele vejen kald kaldes "
    "hedder called outright straight up total sheer and og de they're they are alle sammen".split()
)
_PREDICATE = 5  # words between a verb of being and what somebody is
_BEING = frozenset(
    "er var bliver blev forbliver is are was were am he's she's they're remains kaldes hedder er'".split()
)
_PREPOSITIONS = frozenset(
    "i paa fra hos for med til ved af om mod under over efter bag uden mellem in on at from by with to of about "
    "against for behind between after around through via than end".split()
)
_NOBODY = frozenset(
    "nogen somebody someone anybody anyone nobody folk man tyven tyvene thieves thief hvem who people "
    "ingen katten hunden maagen maagerne ravnen raeven skaden rotten rotterne gaasen "
    "cat dog seagull seagulls gulls squirrel fox magpie rat goose enhver "
    "alle everyone everybody".split()
)
_PRONOUN = ("he", "they")
_TITLES = frozenset(
    "dr prof professor mr mrs ms miss sir lady hr fru froeken councillor mayor minister borgmester direktoer rektor "
    "laege advokat chief inspector sergeant pastor father reverend dean judge".split()
)


# What people in general are called, as the end of a word.
_PEOPLE = (
    "piger", "drenge", "mænd", "kvinder", "tyve", "folk", "børn", "unge", "ansatte", "medarbejdere", "borgere", "girls",
    "boys", "women", "thieves", "people", "kids", "children", "teenagers", "youths", "burglars", "workers",
)  # fmt: skip


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every sentence that accuses somebody, at most one a person."""
    told: set[str] = set()
    for document in draft.documents:
        for hit in sorted(_deeds(document), key=_place):
            who = _accused(document, hit)
            if who is None or who in told or _excused(document, hit):
                continue
            told.add(who)
            if who:
                yield Match(document.field, document, *span(document, hit.first, hit.last), "", {"target": who})
            else:
                yield Match(document.field, document, *span(document, hit.first, hit.last), "unnamed")
        if not told:
            yield from _outweighed(document, rule)


def _outweighed(document: Document, rule: Rule) -> Iterator[Match]:
    """Yield the words that weigh most as an accusation of somebody, unless a source or a doubt excuses them."""
    place = heaviest(document, rule.id)
    if place is not None and not _excused(document, Hit("accused-act", *place, document.sentence_at(place[0]).lang)):
        yield Match(document.field, document, *span(document, *place), "unnamed", by_weight=True)


def _deeds(document: Document) -> list[Hit]:
    """Return what accuses: acts, what somebody is called, verbs with what belongs to others, and summings-up."""
    found = list(document.within(("accused-act", "accused-being"), 0, len(document.words)))
    for thing in document.hits.get("wrong-object", ()):
        sentence = document.sentence_at(thing.first)
        floor = max(sentence.first, thing.first - _OBJECT)
        verbs = [verb for verb in document.within(("wrong-verb",), floor, thing.last) if verb.first <= thing.first]
        if verbs and not document.any("negator", verbs[-1].last, thing.first):
            found.append(Hit("accused-deed", verbs[-1].first, thing.last, thing.lang))
    for crime in document.hits.get("crime-noun", ()):
        if _sums_up(document, crime):
            found.append(crime)
    return found


def _sums_up(document: Document, crime: Hit) -> bool:
    """Say whether a short sentence is nothing but the name of a crime: "That's bribery."."""
    sentence = document.sentence_at(crime.first)
    words = document.words[sentence.first : crime.first]
    return sentence.last - sentence.first <= _SUMMING and crime.last == sentence.last and set(words) <= _POINTING


def _place(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.last


def _accused(document: Document, hit: Hit) -> str | None:
    """Return who is accused, the empty string for a pronoun, or ``None`` for nobody in particular."""
    sentence = document.sentence_at(hit.first)
    if hit.family == "accused-being":
        return _called(document, sentence, hit)
    if hit.family == "crime-noun":
        return _before(document, hit)
    subject = _subject(document, sentence, hit)
    return None if subject is None else _who(document, subject, hit)


def _before(document: Document, hit: Hit) -> str | None:
    """Return whom the sentence before is about, where it begins with somebody."""
    number = document.sentence_of[hit.first]
    for sentence in document.sentences[max(0, number - 1) : number]:
        for person in _candidates(document, sentence):
            if person.kind in ("author", "you") or document.any("kin", person.first, person.last):
                return None
            if not person.owner and not _is_object(document, sentence, person) and person.first - sentence.first <= 4:
                return document.slice(person.first, person.last)
    return None


def _candidates(document: Document, sentence: Sentence) -> list[Person]:
    """Return everybody that a sentence speaks of, with the companies and bodies in it."""
    found = [
        p for p in document.people
        if sentence.first <= p.first < sentence.last
        and not (p.kind == "name" and p.last - p.first == 1 and _many(document, p.first))
    ]  # fmt: skip
    found += [
        Person("name", m.first, m.last, m.form in ("genitive", "compound"))
        for m in document.mentions
        if sentence.first <= m.first < sentence.last
    ]
    taken = {at for person in found for at in range(person.first, person.last)}
    headed = _at_head(document, sentence)
    if headed is not None and headed.first not in taken:
        found.append(headed)
        taken |= set(range(headed.first, headed.last))
    for at in range(sentence.first + 1, sentence.last):
        if at not in taken and document.words[at][0] not in "@#" and is_name(document, at) and not _many(document, at):
            found.append(Person("name", at, at + 1))
            taken.add(at)
    for hit in document.within(("accused-body",), sentence.first, sentence.last):
        if hit.first not in taken:
            found.append(Person("role", hit.first, hit.last))
    return sorted(found, key=lambda person: person.first)


def _at_head(document: Document, sentence: Sentence) -> Person | None:
    """Return whom a sentence begins with, where its capital proves nothing: "Dr. Hansen", "Møller & Søn"."""
    first = sentence.first
    if first + 2 >= sentence.last or not document.raw(first)[:1].isupper() or not document.raw(first + 1)[:1].isupper():
        return None
    joined = document.between(first + 1).strip()
    named = joined == "&" or document.words[first] in _TITLES or not is_everyday(document.raw(first).lower())
    return Person("name", first, first + 2) if named and joined in ("", ".", "&") else None


def _many(document: Document, token: int) -> bool:
    """Say whether a capital stands on a common word, or on people in general, as in headings: "Indbrudstyve"."""
    word = document.raw(token).lower()
    common = is_everyday(word) and not document.any("given-name", token, token + 1)
    return common or word.endswith(_PEOPLE)


def _subject(document: Document, sentence: Sentence, hit: Hit) -> Person | None:
    """Return the nearest one before the act that can be its subject, or the one right behind its verb."""
    for person in reversed(_candidates(document, sentence)):
        if person.last > hit.first or hit.first - person.last > _BACK:
            continue
        if _is_object(document, sentence, person):
            continue
        between = set(document.words[person.last : hit.first])
        return None if between & _NOBODY else person
    for person in _candidates(document, sentence):
        if (
            hit.first < person.first <= hit.first + 2
            and hit.lang == "da"
            and person.kind != "author"
            and not person.owner
        ):
            return person
    return None


def _is_object(document: Document, sentence: Sentence, person: Person) -> bool:
    """Say whether somebody only stands beside the act: after a preposition, as an owner, or in an object's form."""
    word = document.words[person.first]
    if person.owner and person.kind != "name":
        return True
    if word in ("mig", "dig", "ham", "hende", "os", "jer", "dem", "me", "him", "us", "them"):
        return True
    beside = person.first > sentence.first and document.between(person.first) == " "
    before = document.words[person.first - 1] if beside else ""
    return before in _PREPOSITIONS and person.kind in ("name", "handle", "role")


def _called(document: Document, sentence: Sentence, hit: Hit) -> str | None:
    """Return who is called so: the subject of a verb of being, or the name right beside."""
    floor = max(sentence.first, hit.first - _PREDICATE)
    for verb in range(hit.first - 1, floor - 1, -1):
        if document.words[verb] in _BEING:
            stretch = _at_verb(verb, hit)
            subject = _subject(document, sentence, stretch)
            if (
                subject is None
                or subject.kind in ("author", "you")
                or not _plain_predicate(document, verb + 1, hit.first)
            ):
                return None
            return _who(document, subject, hit)
        if any(sign in ",;:–—()" for sign in document.between(verb + 1)):
            break
    for person in _candidates(document, sentence):
        beside = person.first == hit.last and document.between(person.first) == " "
        if (
            beside
            and person.kind == "name"
            and hit.lang in ("da", "en")
            and not document.any("accused-quality", hit.first, hit.last)
        ):
            return document.slice(person.first, person.last)
    return None


def _at_verb(verb: int, hit: Hit) -> Hit:
    """Return ``hit`` as if it began at its verb."""
    return hit._replace(first=verb, last=verb + 1)


def _plain_predicate(document: Document, first: int, last: int) -> bool:
    """Say whether nothing but articles and adverbs stand between the verb and what somebody is."""
    return not any(document.words[at] in _PREPOSITIONS | _VICTIM for at in range(first, last))


_VICTIM = frozenset("offer victim anmeldt sigtet ikke not called kaldt accused beskyldt like som as efter".split())


def _who(document: Document, subject: Person, hit: Hit) -> str | None:
    """Return the name of a subject, the one a pronoun takes up, or ``None`` where it accuses nobody."""
    if subject.kind in ("author", "you"):
        return None
    if document.any("kin", subject.first, subject.last) or document.words[subject.first] in _NOBODY:
        return None
    if subject.kind not in _PRONOUN:
        return document.slice(subject.first, subject.last)
    known = _taken_up(document, subject)
    if known:
        return known
    if hit.family not in ("accused-act", "accused-deed") or _own_grief(document, hit):
        return None
    return ""


def _own_grief(document: Document, hit: Hit) -> bool:
    """Say whether it was done to the author, who tells an experience: "they robbed us"."""
    return bool({"us", "me", "os", "mig"} & set(document.words[hit.first : hit.last + 1]))


def _taken_up(document: Document, pronoun: Person) -> str:
    """Return whom a pronoun takes up: the last one named before it in the text."""
    number = document.sentence_of[pronoun.first]
    for sentence in reversed(document.sentences[max(0, number - 3) : number + 1]):
        for person in reversed(_candidates(document, sentence)):
            if person.last <= pronoun.first and person.kind in ("name", "handle", "role") and not person.owner:
                return document.slice(person.first, person.last)
    return ""


def _excused(document: Document, hit: Hit) -> bool:
    """Say whether the words are no statement of the author's, or have a source."""
    sentence = document.sentence_at(hit.first)
    if "?" in document.prose[sentence.start : sentence.end] or in_others_words(document, hit.first):
        return True
    last = hit.first + 1 if hit.family == "accused-deed" else hit.last
    if is_negated(document, hit.first, last) or is_conditional(document, hit.first):
        return True
    if is_rejected(document, hit.first) or document.hits.get("fiction"):
        return True
    if document.any("accused-not", max(sentence.first, hit.first - 4), min(sentence.last, hit.last + 4)):
        return True
    if any(document.any(family, sentence.first, hit.first) for family in ("opinion", "conditional-claim")):
        return True
    return _documented(document, sentence)


def _documented(document: Document, sentence: Sentence) -> bool:
    """Say whether a source or a verdict stands in the sentence or in one beside it."""
    number = document.sentence_of[sentence.first]
    near = document.sentences[max(0, number - 1) : number + 2]
    if any(document.any(f, s.first, s.last) for s in near for f in ("named-source", "source-frame", "verdict")):
        return True
    return any(
        sp.kind in ("url", "domain") and near[0].start <= sp.start < near[-1].end + 1 for sp in document.specials
    )
