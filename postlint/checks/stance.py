"""What a stretch of text holds for and against somebody that it names.

Every sign is a kind with a place: words of a family, a construction of the grammar, a sign of scorn. What a
sign weighs is said in one table; whether the sum is enough is the check's business. Signs are taken from the
sentence of the name and from those that carry on about it; what is aimed at something else is left out.
"""

from __future__ import annotations

from postlint.checks.assertion import in_others_words, is_negated
from postlint.document.everyday import is_everyday
from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.document import Document, Sentence
    from postlint.document.mentions import Mention
    from postlint.lexicon import Hit

# Families that speak against the target, the strongest first: at each place the first one counts.
AGAINST = (
    "dishonest", "incompetence", "ridicule", "warning-off", "negative", "neglect", "mock-sympathy", "innuendo",
    "likeness", "understatement-negative", "simile", "sarcasm", "hyperbole", "at-least", "better-off", "failure",
    "negative-mild", "valence-negative",
)  # fmt: skip
FOR = ("understatement-positive", "positive", "mock-praise", "valence-positive")
# Acts that are done in earnest: they say what the text is for.
PLAIN = ("earnest-question", "market-place", "career", "business-event", "togetherness", "fair-play", "source-cue")
STRONG = ("dishonest", "incompetence", "ridicule", "negative", "neglect")
# Families whose words mean the opposite under a negation.
FLIPS = frozenset(
    ("dishonest", "incompetence", "ridicule", "negative", "negative-mild", "failure", "neglect", "valence-negative")
)
# Turns that hold whoever is the subject of their clause.
FREE = frozenset(("warning-off", "better-off", "innuendo", "simile", "likeness", "sarcasm", "hyperbole", "at-least"))
# Words about people that a negation takes back; the others hold a negation themselves, or hold under one.
DENIABLE = frozenset(("ill-trait", "specimen", "sorry-outfit", "mock-contest", "ruin-place", "dim-idiom"))
_CITED = lazy(r"\([^()]*[A-ZÆØÅ][^()]*\d[^()]*\)")  # "(Fødevarenyt 12. november)"
CARRY = 3  # sentences after the name that may go on about it
MOCKING = frozenset("🤡💩🙄😂🤣🙃😏🤭🙈🤦🫠🚮👎🤮🪦🤔🤐🐌🦖😬🥴😴🤥🥱😒👀")
WARM = frozenset("❤💙💚🧡💛🙏🎉🏆🥳🤝💪😍🤩🥇🫶🌟")
PLURAL = frozenset("they they're they've they'd they'll them their theirs de dem deres".split())
SINGULAR = frozenset("it it's its den det dens dets this that".split())
FIRST = frozenset("i i'm i've i'd i'll jeg vi we we're we've my mit min mine our ours vores vore".split())
_SELVES = frozenset("selv myself ourselves".split())
COPULA = frozenset("am is are was were be been er var blev bliver vaere vaeret became felt foelte i'm we're".split())
_CANNOT = frozenset("can't cannot couldn't wouldn't won't don't doesn't didn't never haven't hasn't".split())
_KAN = frozenset(
    "kan kunne ville vil fatter forstaar aner anede har gider tager finder svarer toer orker magter ved".split()
)
_IKKE = frozenset("ikke aldrig knap naeppe ikk".split())
_BREAKS = frozenset("men but mens while fordi because naar when indtil until hvis if da though selvom although".split())
_IF = frozenset("if hvis skal".split())
_ACTUALLY = frozenset(
    "actually really even ever anyone anybody still seriously overhovedet virkelig egentlig nogensinde nogen mon "
    "stadig dog".split()
)


class Sign(NamedTuple):
    """One sign: its kind, and tokens ``first`` to ``last`` (half open) where words carry it."""

    kind: str
    first: int
    last: int


class Target(NamedTuple):
    """Somebody who is not called by name: tokens ``first`` to ``last`` (half open) stand for them ("our guests",
    "the management"). The other fields are those of a mention."""

    first: int
    last: int
    kind: str = ""
    who: str = ""
    form: str = "name"


def weigh(found: Sequence[Sign], weights: Mapping[str, float], most: int) -> float:
    """Return what signs weigh together by a table; of one kind at most ``most`` count."""
    counts: dict[str, int] = {}
    total = 0.0
    for sign in found:
        counts[sign.kind] = counts.get(sign.kind, 0) + 1
        if counts[sign.kind] <= most:
            total += weights.get(sign.kind, 0.0)
    return total


def run(document: Document, mention: Mention | Target) -> list[Sentence]:
    """Return the sentence of the mention, and those around it that are about the same."""
    number = document.sentence_of[mention.first]
    found = [document.sentences[number]]
    before = document.sentences[number - 1] if number else None
    if before is not None and _leads_up(document, before, found[0], mention):
        found.insert(0, before)
    aside = is_aside(document, mention)
    for sentence in document.sentences[number + 1 : number + 1 + CARRY]:
        if not _carries_on(document, sentence, mention, aside):
            break
        found.append(sentence)
    return found


def _leads_up(document: Document, before: Sentence, sentence: Sentence, mention: Mention | Target) -> bool:
    """Say whether the sentence before belongs to it: a question or fragment that the name answers, innuendo, or
    a name that only stands at the end (a hashtag, a vocative)."""
    if any(m.who != mention.who for m in document.mentions_in(before.first, before.last)):
        return False
    if document.any("innuendo", before.first, before.last) or document.any("sarcasm", before.first, before.last):
        return True
    if mention.form in ("hashtag", "handle") and sentence.last - sentence.first <= 4:
        return True
    return "?" in document.prose[before.start : before.end] or is_addressed(document, mention)


def _carries_on(document: Document, sentence: Sentence, mention: Mention | Target, aside: bool) -> bool:
    words = document.words[sentence.first : sentence.last]
    others = {m.who for m in document.mentions_in(sentence.first, sentence.last) if m.kind == mention.kind}
    if others and mention.who not in others:
        return False
    if mention.who in others or (PLURAL & set(words) and not aside):
        return True
    if aside:
        # Those who work there: "… Sælgeren lovede guld og grønne skove".
        staff = document.any("person-role", sentence.first, sentence.first + 2)
        return staff and any(document.any(family, sentence.first, sentence.last) for family in STRONG)
    if any(document.any(family, sentence.first, sentence.last) for family in ("innuendo", "sarcasm", "warning-off")):
        return True
    return bool(SINGULAR & set(words[:4])) or not _firsts(sentence) & set(words[:4])


def _firsts(sentence: Sentence) -> frozenset[str]:
    """Return the words for the author; Danish "i" is a preposition."""
    return FIRST - {"i"} if sentence.lang == "da" else FIRST


def is_aside(document: Document, mention: Mention | Target) -> bool:
    """Say whether the name is only a place or an occasion: "next to …", "on my way to …"."""
    return any(hit.last + 1 >= mention.first for hit in document.within(("aside",), mention.first - 6, mention.first))


def is_addressed(document: Document, mention: Mention | Target) -> bool:
    """Say whether the name is called out to: "Tak for ingenting, …"."""
    end = document.letter_after(document.ends[mention.last - 1])
    return (
        document.between(mention.first).strip() == ","
        and end in ("", ".", "!", "?", "\n")
        and mention.form in ("name", "handle")
    )


def signs(
    document: Document, mention: Mention | Target, sentences: Sequence[Sentence], more: Sequence[str] = ()
) -> Iterator[Sign]:
    """Yield every sign in ``sentences`` for or against the one mentioned. ``more`` are families that speak against
    people as people; they come before all others, and nothing but the author can be meant instead."""
    for sentence in sentences:
        home = sentence.first <= mention.first < sentence.last
        if home and is_aside(document, mention):
            yield Sign("aside", mention.first, mention.last)
            yield from _plain(document, sentence)
            continue
        yield from _of_people(document, sentence, mention, more)
        yield from _worded(document, sentence, mention)
        yield from _plain(document, sentence)
        yield from _built(document, sentence, mention)
        yield from _emoji(document, sentence)
    if is_addressed(document, mention):
        yield Sign("addressed", mention.first, mention.last)


def _of_people(
    document: Document, sentence: Sentence, mention: Mention | Target, more: Sequence[str]
) -> Iterator[Sign]:
    """Yield what is said of people as people; words may take in the target itself ("what a guest")."""
    taken: set[int] = set()
    for hit in document.within(more, sentence.first, sentence.last):
        place = set(range(hit.first, hit.last))
        inside = mention.first <= hit.first and hit.last <= mention.last
        if inside or taken & place or in_others_words(document, hit.first):
            continue
        taken |= place
        if _about_author(document, sentence, hit.first, mention):
            yield Sign("own-fault", hit.first, hit.last)
        elif hit.family in DENIABLE and is_negated(document, hit.first, hit.first + 1):
            yield Sign("denied", hit.first, hit.last)
        else:
            yield Sign(hit.family, hit.first, hit.last)


def _worded(document: Document, sentence: Sentence, mention: Mention | Target) -> Iterator[Sign]:
    first, last = sentence.first, sentence.last
    taken = set(range(mention.first, mention.last))
    failing = document.any("failure", first, last)
    rank = {family: number for number, family in enumerate(AGAINST[:15] + FOR[:3] + AGAINST[15:] + FOR[3:])}
    hits = sorted(document.within(AGAINST + FOR, first, last), key=lambda hit: (rank[hit.family], hit.first - hit.last))
    for hit in hits:
        place = set(range(hit.first, hit.last))
        if taken & place or in_others_words(document, hit.first):
            continue
        taken |= place
        own = _about_author(document, sentence, hit.first, mention) or _of_author(document, hit)
        if hit.family not in FREE and own:
            yield Sign("own-fault", hit.first, hit.last)
        elif hit.family not in FREE and hit.family in AGAINST and _about_another(document, sentence, mention, hit):
            yield Sign("elsewhere", hit.first, hit.last)
        else:
            yield Sign(_kind(document, sentence, hit, failing), hit.first, hit.last)


def _kind(document: Document, sentence: Sentence, hit: Hit, failing: bool) -> str:
    negated = is_negated(document, hit.first, hit.last)
    if hit.family in FLIPS and negated:
        return "denied"
    if hit.family == "failure" and document.any("repetition", sentence.first, sentence.last):
        return "repeated-failure"
    if hit.family == "mock-praise" and failing:
        return "irony"
    if hit.family in ("positive", "mock-praise", "valence-positive") and negated:
        return "negated-praise"
    return hit.family


def _about_author(document: Document, sentence: Sentence, token: int, mention: Mention | Target) -> bool:
    """Say whether the clause is about the author: "jeg var elendig", "my first prototype was garbage". A target
    that is called "our …" is not."""
    if isinstance(mention, Target):
        return _about_me(document, sentence, token, mention)
    if token > sentence.first and document.words[token - 1] in FIRST - {"i", "jeg", "vi", "we"}:
        return True
    if _SELVES & set(document.words[token : min(sentence.last, token + 4)]):
        return True
    words = document.words[_clause_start(document, sentence, token) : token]
    return bool(set(words[:2]) & _firsts(sentence)) and bool(set(words) & COPULA) and not PLURAL & set(words)


def _of_author(document: Document, hit: Hit) -> bool:
    """Say whether the author stands right beside a verb: "jeg ikke anede"."""
    beside = document.words[hit.first - 1 : hit.first] + document.words[hit.last : hit.last + 1]
    return hit.family == "incompetence" and bool({"jeg", "vi", "i", "we"} & set(beside))


def _about_me(document: Document, sentence: Sentence, token: int, target: Target) -> bool:
    """Say whether "I" or "we" opens the clause and is what the words are said of."""
    me = FIRST - {"i"} if sentence.lang == "da" else FIRST
    start = _clause_start(document, sentence, token)
    words = [document.words[at] for at in range(start, token) if not target.first - 1 <= at < target.last]
    return bool(me & set(words[:2])) and bool(COPULA & set(words)) and not PLURAL & set(words)


def _about_another(document: Document, sentence: Sentence, mention: Mention | Target, hit: Hit) -> bool:
    """Say whether the words judge the weather, the train, one's own kitchen: such a thing stands in their clause,
    or opens the sentence, and the name does not stand between."""
    start = _clause_start(document, sentence, hit.first)
    end = _clause_end(document, sentence, hit.last)
    if _set_against(document, sentence, mention, start, end):
        return True
    for other in document.within(("elsewhere",), start, end):
        subject = other.first < hit.first or other.first == hit.last
        if subject and not (min(other.first, hit.first) < mention.first < max(other.first, hit.first)):
            return True
    opening = document.within(("elsewhere",), sentence.first, min(sentence.first + 4, sentence.last))
    named = sentence.first <= mention.first < sentence.last
    return not named and any(True for _ in opening)


def _set_against(document: Document, sentence: Sentence, mention: Mention | Target, start: int, end: int) -> bool:
    """Say whether the clause and the one with the name are set against each other by "but": then the bad words
    are about the clause's own subject ("the sea was dreadful, but … brought us home")."""
    if not sentence.first <= mention.first < sentence.last or start <= mention.first < end:
        return False
    between = document.words[min(end, mention.first) : max(start, mention.first)]
    subject = document.words[start] not in PLURAL | SINGULAR
    return subject and bool({"men", "but", "dog"} & set(between)) and bool(COPULA & set(document.words[start:end]))


def _clause_end(document: Document, sentence: Sentence, token: int) -> int:
    for t in range(token, sentence.last):
        if any(c in ",;:–—()" for c in document.between(t)) or document.words[t] in _BREAKS:
            return t
    return sentence.last


def _clause_start(document: Document, sentence: Sentence, token: int) -> int:
    for t in range(token, sentence.first, -1):
        if any(c in ",;:–—()" for c in document.between(t)) or document.words[t - 1] in _BREAKS:
            return t
    return sentence.first


def _plain(document: Document, sentence: Sentence) -> Iterator[Sign]:
    for family in PLAIN:
        for hit in document.within((family,), sentence.first, sentence.last):
            if family == "fair-play" and _warns_off(document, hit):
                continue
            yield Sign(family, hit.first, hit.last)
            break
    linked = any(s.kind in ("url", "domain") for s in document.specials_in(sentence.start, sentence.end))
    if linked or _CITED.search(document.prose, sentence.start, sentence.end):
        yield Sign("source-cue", sentence.first, sentence.first)


def is_fair(document: Document) -> bool:
    """Say whether the text refuses to run others down."""
    return any(not _warns_off(document, hit) for hit in document.hits.get("fair-play", ()))


def _warns_off(document: Document, hit: Hit) -> bool:
    """Say whether words that ask for something are a warning off: "please don't let them …"."""
    return any(off.first < hit.last for off in document.within(("warning-off",), hit.first, hit.last + 4))


def _built(document: Document, sentence: Sentence, mention: Mention | Target) -> Iterator[Sign]:
    """Yield constructions: inability, a losing comparison, a question in scorn, a threat of a condition."""
    first, last = sentence.first, sentence.last
    words = document.words
    home = first <= mention.first < last
    question = "?" in document.prose[sentence.start : sentence.end]
    for token in range(first, last - 1):
        subject = words[token] in PLURAL or (mention.first <= token < mention.last and mention.form != "genitive")
        following = words[token + 1 : min(last, token + 4)]
        if subject and following and (following[0] in _CANNOT or (following[0] in _KAN and _IKKE & set(following))):
            yield Sign("cannot", token, min(last, token + 4))
            break
    yield from _shaped(document, sentence, mention)
    if home and _loses(document, sentence, mention):
        yield Sign("loses", mention.first, mention.last)
    if home and question and _ACTUALLY & set(words[first:last]):
        yield Sign("scornful-question", first, min(last, first + 4))
    elif question and PLURAL & set(words[first:last]):
        yield Sign("question-of-them", first, min(last, first + 4))
    yield from _predicated(document, sentence, mention)
    if home and words[first] in _IF:
        yield Sign("condition", first, min(last, first + 3))
    if home and any(
        _scare(document, q.inner_start, q.inner_end)
        for q in document.quotations_in(sentence.start, sentence.end)
    ):
        yield Sign("scare-quotes", mention.first, mention.last)


def _shaped(document: Document, sentence: Sentence, mention: Mention | Target) -> Iterator[Sign]:
    """Yield signs that any word may carry: a negation, a bad word by its form ("u…", "…løs", "un…", "…less"), an
    outcry, a count of time or times."""
    first, last = sentence.first, sentence.last
    for token in range(first, last):
        if not mention.first <= token < mention.last and _bad_by_form(document, token, sentence.lang):
            yield Sign("bad-by-form", token, token + 1)
    for hit in document.within(("negator",), first, last):
        if not document.any("understatement-positive", first, last):
            yield Sign("negation", hit.first, hit.last)
        break
    if "!" in document.prose[sentence.start : sentence.end] and "?" in document.prose[sentence.start : sentence.end]:
        yield Sign("outcry", last - 1, last)
    for hit in document.within(("intensifier",), first, last):
        yield Sign("intensifier", hit.first, hit.last)
        break


_BY_FORM = {"da": (("u", "mis", "over"), ("loes", "loest", "loese")), "en": (("un", "mis", "over"), ("less", "lessly"))}


def _bad_by_form(document: Document, token: int, lang: str) -> bool:
    """Say whether a word is made to be bad: a known word with a prefix or suffix that turns it."""
    prefixes, suffixes = _BY_FORM.get(lang, ((), ()))
    word = document.words[token]
    if len(word) < 6 or not word.isalpha():
        return False
    raw = document.raw(token).lower()
    if word.endswith(suffixes) and not is_everyday_neutral(raw):
        return True
    return any(
        word.startswith(p) and len(word) - len(p) > 3 and is_everyday(raw[len(p) :]) for p in prefixes
    ) and not is_everyday_neutral(raw)


# Words of that form that are not bad.
_NEUTRAL = frozenset(
    "under uden udvalg udgave udgang udstyr udenfor undervejs undertegnede understrege uddannelse unless until under "
    "underway understand understood united unique university unit units overall over overview overnight oversigt "
    "overfor overblik overraske overskud oversat overtage overholde overveje priceless wireless flawless effortless "
    "seamless endless regardless nevertheless doubtless unlock unveil unpack mission missing mistro misse trådløs "
    "trådløst trådløse gnidningsløst uforglemmelig uovertruffen undtagen ugen uger uge ugens udsigt unboxing".split()
)


def is_everyday_neutral(word: str) -> bool:
    """Say whether a word only looks as if it were made to be bad."""
    return word in _NEUTRAL


def _predicated(document: Document, sentence: Sentence, mention: Mention | Target) -> Iterator[Sign]:
    """Yield where the name, or the pronoun for it, is said to be something bad: "they are …", "de er …"."""
    for token in range(sentence.first, sentence.last - 1):
        subject = document.words[token] in PLURAL or token == mention.last - 1
        if (subject and document.words[token + 1] in COPULA) or document.words[token] == "they're":
            for hit in document.within(STRONG, token + 1, min(sentence.last, token + 10)):
                if not is_negated(document, hit.first, hit.first + 1):
                    yield Sign("predicated", hit.first, hit.last)
                    return


def _scare(document: Document, start: int, end: int) -> bool:
    return 1 <= len(document.text[start:end].split()) <= 3


def _loses(document: Document, sentence: Sentence, mention: Mention | Target) -> bool:
    """Say whether the name is what something else surpasses: "sturdier than …", "mere solid end noget af …"."""
    floor = max(sentence.first, mention.first - 6)
    for token in range(floor, mention.first):
        if document.words[token] in ("than", "end") and document.any(
            "quality-comparative", max(sentence.first, token - 6), token
        ):
            return True
    return False


def _emoji(document: Document, sentence: Sentence) -> Iterator[Sign]:
    text = document.text[sentence.start : sentence.end + 3]
    place = (sentence.last - 1, sentence.last)
    if any(sign in MOCKING for sign in text):
        yield Sign("mocking-emoji", *place)
    if any(sign in WARM for sign in text):
        yield Sign("warm-emoji", *place)
