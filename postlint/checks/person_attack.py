"""``person-attack``: somebody in particular is insulted: addressed, named, or known by role or place.

An insult counts where it meets a person in its clause: called out ("din tåbe", "you clown"), as what somebody is
said to be ("X is a …"), pointed at ("that … in accounting"), or as a fragment after somebody was spoken of. What
is said of oneself, of things, of acts and plans, and what is denied, is left alone; so are companies and their
customers, which have rules of their own.
"""

from __future__ import annotations

from postlint.checks import put_down
from postlint.checks.by_weight import by_weight
from postlint.checks.predication import COPULA, FUSED, OTHERS, subject
from postlint.checks.use import imagined, negated, used
from postlint.document.people import clause, persons
from postlint.draft import Match
from postlint.grading import speaks_freely
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.document.people import Person
    from postlint.draft import Draft, Unknown
    from postlint.lexicon import Hit
    from postlint.rule import Rule

_CALLED = frozenset("din dit dine jeres you your".split())
_POINTERS = frozenset("den det de ham hende dem that this those these the sikken sikke hvilken saadan".split())
_DEFINITE = ("en", "et", "erne", "ene")
_PLACES = frozenset("fra i paa hos ovre nede oppe bag ved".split())
_WHAT = frozenset("slags sort kind sikken sikke hvilken hvilket hvilke what such which".split())
_ARTICLES = frozenset("en et a an nogle nogen some one ene eneste".split())
_OF = frozenset("af of".split())
_NEAR = 7  # words from the verb of being to a weaker word
_FUNCTION = frozenset(
    "og men at i paa til fra med som der er var har and but that in on to from with who is was are were has "
    "have of at for over can could will would should kan skal vil en et a an the den det de if when naar hvis "
    "because".split()
)


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield at most one match a sentence, on the insulting words."""
    managers = speaks_freely(draft.role, draft.settings)
    for document in draft.documents:
        if "fondly" in document.hits:
            continue
        told: set[int] = set()
        for hit in _insults(document):
            sentence = document.sentence_of[hit.first]
            if sentence in told or _excepted(document, hit) or not used(document, hit.first, hit.last):
                continue
            if imagined(document, hit.first) or not _attacks(document, hit):
                continue
            told.add(sentence)
            reason = "public-manager" if managers and _on_manager(document, hit.first) else ""
            start, end = document.starts[hit.first], document.ends[hit.last - 1]
            yield Match(document.field, document, start, end, reason)
        if not told:
            yield from by_weight(document, rule)


def _insults(document: Document) -> list[Hit]:
    families = ("insult-direct", "insult", "insult-idiom", "insult-adjective", "insult-weak")
    plain = [hit for family in families for hit in document.hits.get(family, ())]
    return [*plain, *put_down.put_downs(document)]


def _excepted(document: Document, hit: Hit) -> bool:
    return any(other.first < hit.last and hit.first < other.last for other in document.hits.get("insult-not", ()))


def _on_manager(document: Document, token: int) -> bool:
    sentence = document.sentence_at(token)
    return document.any("person-role", sentence.first, sentence.last)


def _attacks(document: Document, hit: Hit) -> bool:
    if "pet" in document.hits and not any(p.kind in ("you", "handle", "role") for p in document.people):
        return False
    if hit.family.startswith(put_down.OPEN):
        return _belittles(document, hit)
    if hit.family == "insult-direct":
        return not _negated_act(document, hit) and not _says_author(document, hit)
    if negated(document, hit.first) and hit.family != "insult-idiom":
        return False
    if hit.family == "insult-idiom":
        return not _of_many(document, hit) and _spoken_of(document, hit)
    if _of_thing(document, hit):
        return False
    if hit.family == "insult-adjective":
        return _adjective(document, hit)
    strong = hit.family == "insult"
    return (
        _listed(document, hit)
        or _exclaimed(document, hit)
        or _called_out(document, hit, strong)
        or _predicated(document, hit, strong)
        or (strong and _pointed(document, hit))
        or _fragment(document, hit)
    )


def _belittles(document: Document, hit: Hit) -> bool:
    """Say whether a turn that belittles is aimed at somebody: by itself, as its subject, or as the last spoken of."""
    if hit.family == put_down.AIMED:
        return True
    if hit.family in (put_down.SAID, put_down.NAMED):
        if negated(document, hit.first):
            return False
        _, person = subject(document, hit.first)
        if person is not None:
            return person.kind != "author" and not person.owner
        return hit.family == put_down.SAID and _fragment(document, hit)
    sentence = document.sentence_at(hit.first)
    before = [p for p in persons(document, sentence.first, hit.first, (*OTHERS, "author")) if not p.owner]
    before = [p for p in before if document.words[p.first] not in ("os", "mig", "me", "us")]
    if before:
        return before[-1].kind not in ("author", "they")
    return hit.first - sentence.first <= 1 and _addressed(document, sentence.first)


def _addressed(document: Document, token: int) -> bool:
    """Say whether the sentence before is about somebody else, or about what is theirs ("your answer")."""
    start = document.sentences[max(0, document.sentence_of[token] - 1)].first
    who = list(persons(document, start, token, (*OTHERS, "author")))
    return bool(who) and who[-1].kind not in ("author", "they")


def _of_many(document: Document, hit: Hit) -> bool:
    """Say whether shame is called on those who govern, which is no attack on anybody: "the council should …"."""
    if not {"skamme", "ashamed"} & set(document.words[hit.first : hit.last]):
        return False
    sentence = document.sentence_at(hit.first)
    who = [p for p in persons(document, sentence.first, hit.last, OTHERS) if not p.owner]
    if not who:
        return True
    word = document.words[who[-1].last - 1]
    return who[-1].kind == "they" or (who[-1].kind == "role" and (word in _BODIES or word.endswith(_MANY)))


_MANY = ("erne", "ene", "ians", "ors", "ers", "ment", "ministeriet", "raadet", "styrelsen")
_BODIES = frozenset("council government board management regeringen kommunen ledelsen bestyrelsen".split())


def _says_author(document: Document, hit: Hit) -> bool:
    """Say whether the author tells of having said it or of being told: "jeg burde holde kæft"."""
    before = document.words[max(0, hit.first - 3) : hit.first]
    return bool({"jeg", "i", "me", "mig", "myself", "i'll", "i'm", "to", "at"} & set(before[-2:]))


def _negated_act(document: Document, hit: Hit) -> bool:
    before = document.words[max(0, hit.first - 4) : hit.first]
    return bool({"ikke", "don't", "not", "never", "aldrig", "won't", "didn't"} & set(before))


def _of_thing(document: Document, hit: Hit) -> bool:
    """Say whether the word goes with a thing: "den idiot af en printer", "that moron of a build"."""
    following = document.words[hit.last : hit.last + 2]
    if document.any("blamed-thing", hit.last, hit.last + 2):
        return True
    return bool(following) and following[0] in _OF and following[-1] in ("en", "et", "a", "an")


def _called_out(document: Document, hit: Hit, strong: bool) -> bool:
    """Say whether the word is called at somebody: "din tåbe", "you pompous fool"."""
    sentence = document.sentence_at(hit.first)
    for at in range(hit.first - 1, max(sentence.first, hit.first - 4) - 1, -1):
        word = document.words[at]
        if word in _CALLED or (word == "i" and document.raw(at) == "I" and sentence.lang != "en"):
            called = at == sentence.first or any(c in ",;:–—-!" for c in document.between(at))
            after_handle = at > sentence.first and document.words[at - 1][0] == "@"
            ends = hit.last >= sentence.last or document.between(hit.last).strip() != ""
            if word in ("your", "jeres") and not called:
                return False
            return (
                called or after_handle or (strong and (word != "your") and (ends or word in ("you", "din", "dit", "i")))
            )
        if word in _FUNCTION or any(c in ",;:" for c in document.between(at + 1)):
            return False
    return False


def _predicated(document: Document, hit: Hit, strong: bool) -> bool:
    """Say whether somebody is said to be it."""
    _, person = subject(document, hit.first)
    if person is None or person.kind == "author":
        return False
    if strong:
        return True
    copula = [t for t in range(max(0, hit.first - _NEAR), hit.first) if document.words[t] in COPULA | FUSED]
    if not copula:
        return False
    # A weaker word counts with its article, or in the plural: "he is a snake", "they are snakes".
    between = document.words[max(clause(document, hit.first)[0], hit.first - 4) : hit.first]
    return bool(set(between) & (_ARTICLES | {"such", "saadan"})) or person.kind in ("they", "you")


def _pointed(document: Document, hit: Hit) -> bool:
    """Say whether somebody is pointed at: "that … in accounting", "what kind of … signed this", "idioten fra …"."""
    words = document.words
    sentence = document.sentence_at(hit.first)
    before = words[max(sentence.first, hit.first - 4) : hit.first]
    if words[sentence.first] in _WHAT and hit.first - sentence.first <= 8 and words[sentence.first + 1] in _ARTICLES:
        return True
    if _author_near(document, hit):
        return False
    if (
        before
        and (_WHAT & set(before[-4:]))
        and (sentence.lang == "en" or before[-1] in _WHAT or before[-1] in _ARTICLES)
    ):
        return True
    near = before[-3:] if sentence.lang == "en" else before[-2:]
    pointing = [w for w in near if w in _POINTERS]
    if pointing and not (_ARTICLES & set(before[-1:])):
        if sentence.lang == "en":
            following = words[hit.last] if hit.last < sentence.last else ""
            plain = not following or following in _FUNCTION or document.between(hit.last).strip() != ""
            return plain or pointing[-1] != "the"
        return True
    definite = sentence.lang != "en" and words[hit.last - 1].endswith(_DEFINITE) and hit.last - hit.first == 1
    following = words[hit.last] if hit.last < sentence.last else ""
    return definite and not (_ARTICLES & set(before[-1:])) and following in _PLACES


def _author_near(document: Document, hit: Hit) -> bool:
    first, _ = clause(document, hit.first)
    who = list(persons(document, first, hit.first, (*OTHERS, "author")))
    return bool(who) and who[-1].kind == "author" and not who[-1].owner and hit.first - who[-1].last <= 5


def _fragment(document: Document, hit: Hit) -> bool:
    """Say whether a clause without a verb of being calls somebody it, who was just spoken of."""
    kind, _ = subject(document, hit.first)
    first, last = clause(document, hit.first)
    if kind != "none" or last - first > 9:
        return False
    sentence = document.sentence_at(hit.first)
    if first != sentence.first and not (hit.first - first <= 3 and last == sentence.last):
        return False
    if not document.raw(sentence.first)[0].isupper() and sentence.first > 0:
        return False
    articles = document.words[first : hit.first]
    if hit.first != first and not (set(articles) & (_ARTICLES | _POINTERS | _WHAT)):
        return False
    if articles and articles[0] in _RELATIVE:
        return False
    if any(p.kind == "author" for p in persons(document, sentence.first, sentence.last, ("author",))):
        return False
    if set(document.words[first:last]) & _VERBS:
        return False
    return _recent(document, sentence.first, hit.first)


_RELATIVE = frozenset("who which that som der altsaa hvilket".split())
_VERBS = frozenset(
    "mangler missing har have has had kan can could goer do does gjorde did fik got saa saw kom came".split()
)


def _recent(document: Document, first: int, token: int) -> bool:
    """Say whether the last one spoken of, here or in the sentence before, is somebody else than the author."""
    number = document.sentence_of[first]
    start = document.sentences[max(0, number - 1)].first
    who = [p for p in persons(document, start, token, (*OTHERS, "author")) if not p.owner]
    return bool(who) and who[-1].kind != "author"


def _attributive(document: Document, hit: Hit) -> bool:
    """Say whether the adjective stands before a noun."""
    at = hit.last
    sentence = document.sentence_at(hit.first)
    if at >= sentence.last or document.between(at) != " " or document.words[at] in _FUNCTION:
        return False
    nouns = any(document.any(family, at, at + 2) for family in ("insult", "insult-weak"))
    return nouns or _before_person(document, at) or (sentence.lang == "en" and not document.words[at].endswith("ly"))


def _of_person(document: Document, hit: Hit) -> bool:
    """Say whether that noun is somebody in particular; an insulting noun is judged by itself."""
    if not _before_person(document, hit.last):
        return False
    pointed = (_POINTERS | _WHAT) & set(document.words[max(0, hit.first - 3) : hit.first])
    _, person = subject(document, hit.first)
    return bool(pointed) or (person is not None and person.kind != "author")


def _adjective(document: Document, hit: Hit) -> bool:
    """Say whether an adjective is said of a person, or stands before a word for one."""
    if _attributive(document, hit):
        return _of_person(document, hit)
    if _listed(document, hit) or _compared(document, hit):
        return True
    kind, person = subject(document, hit.first)
    if person is not None:
        skill = document.words[hit.last : hit.last + 2] == ["til", "at"]
        skill = skill and document.words[hit.first - 1] not in ("for", "too")
        return person.kind != "author" and not skill and _close(document, hit, person)
    return kind == "none" and _bare_list(document, hit)


def _bare_list(document: Document, hit: Hit) -> bool:
    """Say whether a sentence of adjectives alone goes on about somebody: "Cold, vain and clueless."."""
    sentence = document.sentence_at(hit.first)
    if sentence.last - sentence.first > 6 or set(document.words[sentence.first : sentence.last]) & (COPULA | _VERBS):
        return False
    return _recent(document, sentence.first, sentence.first) and not any(
        persons(document, sentence.first, sentence.last, (*OTHERS, "author"))
    )


def _before_person(document: Document, token: int) -> bool:
    """Say whether a word for a person stands at ``token`` or right after it: "this pathetic little man"."""
    return any(document.any(family, token, token + 2) for family in ("person-noun", "person-role"))


def _compared(document: Document, hit: Hit) -> bool:
    """Say whether somebody is the measure: "as dim as Karen", "lige så doven som dig"."""
    after = hit.last + 1
    return document.words[hit.last : after] in (["as"], ["som"]) and any(
        person.first == after and not person.owner for person in persons(document, after, after + 3)
    )


def _listed(document: Document, hit: Hit) -> bool:
    """Say whether the word goes on a list that began with somebody: "The referee was blind, bent and …"."""
    first, last = clause(document, hit.first)
    if hit.first - first > 3 or last - hit.last > 2 or "," not in document.between(first):
        return False
    if first == document.sentence_at(hit.first).first or subject(document, hit.first)[0] != "none":
        return False
    if len(set(document.words[first : hit.first]) - _JOINTS) > 1 or first - clause(document, first - 1)[0] > 9:
        return False
    _, person = subject(document, first - 1)
    if person is None and "," in document.between(clause(document, first - 1)[0]):
        return False
    return person is not None and person.kind != "author"


_JOINTS = frozenset("og and en et a an bare so too for totally utterly fuldstaendig helt or eller".split())


def _exclaimed(document: Document, hit: Hit) -> bool:
    """Say whether somebody spoken of is exclaimed to be it: "Sikke en amatør de har valgt", "What a snake he is"."""
    before = document.words[max(0, hit.first - 3) : hit.first]
    if not (_WHAT & set(before)) or not (_ARTICLES & set(before)):
        return False
    sentence = document.sentence_at(hit.first)
    return any(persons(document, sentence.first, sentence.last, OTHERS)) and not _author_near(document, hit)


def _close(document: Document, hit: Hit, person: Person) -> bool:
    """Say whether nothing but adverbs, and other adjectives, stand between the verb and the adjective."""
    first, _ = clause(document, hit.first)
    copula = max((t for t in range(first, hit.first) if document.words[t] in COPULA | FUSED), default=first)
    between = document.words[copula + 1 : hit.first]
    return len(between) <= 5 and not (
        {"at", "to", "paa", "i", "med", "with", "in", "on", "for"} & set(between) - {"for"}
    )


def _spoken_of(document: Document, hit: Hit) -> bool:
    """Say whether a scornful turn is about somebody: in the sentence or the one before, and not the author."""
    sentence = document.sentence_at(hit.first)
    inside = list(persons(document, sentence.first, sentence.last, (*OTHERS, "author")))
    if inside:
        before = [p for p in inside if p.first <= hit.last and not p.owner] or inside
        return before[-1].kind != "author" and (
            before[-1].kind != "they"
            or any(p.kind != "they" for p in inside)
            or _recent(document, sentence.first, sentence.first)
        )
    return _recent(document, sentence.first, sentence.first)
