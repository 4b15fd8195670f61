"""Who speaks, in whose name: what the facts and the text say of the author's standing towards the organisation."""

from __future__ import annotations

from postlint.checks.fact_text import bare, holds, published, read, same
from postlint.grading import speaks_freely
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.document import Document
    from postlint.draft import Draft

_PLACED = frozenset("hos ved i paa fra at for from with of by".split())
_WE = frozenset("vi os we us we're we've we'll we'd".split())
_QUOTED = 4  # words from which a quotation is somebody else's


class Place(NamedTuple):
    """Tokens ``first`` to ``last`` (half open) of a document, or a field where there is none."""

    field: str
    document: Document | None = None
    first: int = 0
    last: int = 0


def own_voice(draft: Draft) -> bool:
    """Say whether a public employee speaks as a citizen, whose freedom of speech the law protects."""
    return speaks_freely(draft.role, draft.settings)


def blows_whistle(draft: Draft) -> bool:
    """Say whether somebody who works for the organisation, or supplies it, reports breaches of the law there."""
    if draft.role not in ("private", "employee", "vendor") or not draft.post.author.employee:
        return False
    texts = published(draft)
    concerned = about_organisation(draft) is not None or any(holds(text, "employment", "employer") for text in texts)
    if not concerned and draft.role == "private":
        return False
    return any(not is_quoted(text, hit.first) for text in texts for hit in text.hits.get("whistle-cue", ()))


def is_account(draft: Draft, name: str | None) -> bool:
    """Say whether an account or a handle is one of the organisation's own."""
    return bool(name) and bare(name or "") in {bare(handle) for handle in draft.settings.organisation.handles}


def is_spokesperson(draft: Draft) -> bool:
    """Say whether the author may speak for the organisation."""
    name = same(draft.post.author.name or "")
    return bool(name) and name in {same(person) for person in draft.settings.organisation.spokespersons}


def is_quoted(document: Document, token: int) -> bool:
    """Say whether a token stands in a quotation long enough to be somebody else's words."""
    quotation = document.quotation_at(token)
    if quotation is None:
        return False
    return len(document.text[quotation.inner_start : quotation.inner_end].split()) >= _QUOTED


def is_ours(kind: str) -> bool:
    """Say whether a kind of mention is the organisation or one of its products."""
    return kind in ("organisation", "product")


def about_organisation(draft: Draft) -> Place | None:
    """Return where the author's own words speak of the organisation or of the author's work for it."""
    for document in published(draft):
        places = [(m.first, m.last) for m in document.mentions if is_ours(m.kind)]
        places += [(hit.first, hit.last) for hit in document.hits.get("employer", ())]
        for first, last in sorted(places):
            if not is_quoted(document, first):
                return Place(document.field, document, first, last)
    return None


def discloses(draft: Draft) -> bool:
    """Say whether readers can see that the author works for the organisation: from the post, or its profile."""
    if any(_tells_of_work(document) for document in published(draft)):
        return True
    return bool(draft.post.author.bio) and works_there(read(draft, draft.post.author.bio or "", "author.bio"))


def works_there(bio: Document) -> bool:
    """Say whether a profile names the organisation as the place where its owner works."""
    ours = any(is_ours(mention.kind) for mention in bio.mentions)
    return ours and not holds(bio, "customer-pose", "former")


def _tells_of_work(document: Document) -> bool:
    for family in ("employment", "employer"):
        if any(not is_quoted(document, hit.first) for hit in document.hits.get(family, ())):
            return True
    for mention in document.mentions:
        if not is_ours(mention.kind):
            continue
        raw = document.words[mention.first]
        if mention.form in ("compound", "hashtag") and any(
            raw.endswith(staff)
            for staff in ("ansat", "ansatte", "medarbejder", "medarbejdere", "employee", "staff", "crew", "job")
        ):
            return True
        if _tied(document, mention.first) or _spoken_for(document, mention.first):
            return True
    return False


def _tied(document: Document, token: int) -> bool:
    """Say whether a word of working life leads up to the name: "otte år som montør hos …", "first day at …"."""
    sentence = document.sentence_at(token)
    if token == sentence.first or document.words[token - 1] not in _PLACED:
        return False
    reach = max(sentence.first, token - 5)
    first_person = document.any("first-person", sentence.first, token)
    if first_person and {"since", "siden"} & set(document.words[token : min(sentence.last, token + 4)]):
        return True
    if document.any("customer-pose", sentence.first, sentence.last):
        return False
    return document.any("workplace-word", reach, token) or document.any("person-role", reach, token)


def _spoken_for(document: Document, token: int) -> bool:
    """Say whether the author says not to speak for the organisation, which tells of the tie."""
    sentence = document.sentence_at(token)
    before = document.words[max(sentence.first, token - 3) : token]
    denied = document.any("negator", max(sentence.first, token - 4), token)
    return (
        denied
        and bool(set(before) & {"for", "paa", "af", "of", "by", "on", "ikke", "not"})
        and document.any("voice", sentence.first, sentence.last)
    )


def our_we(draft: Draft) -> Place | None:
    """Return where the author says *we* of the organisation: "vi i …", "here at … we", "hos … har vi"."""
    for document in published(draft):
        for mention in document.mentions:
            if mention.kind != "organisation" or is_quoted(document, mention.first):
                continue
            sentence = document.sentence_at(mention.first)
            before = document.words[max(sentence.first, mention.first - 3) : mention.first]
            after = document.words[mention.last : min(sentence.last, mention.last + 4)]
            if not before or before[-1] not in _PLACED - {"for", "fra", "from", "with", "of", "by"}:
                continue
            opens = mention.first - 1 - sentence.first <= 1
            if set(before[:-1]) & _WE or (opens and set(after[:2] if document.language == "da" else after[:1]) & _WE):
                return Place(document.field, document, mention.first, mention.last)
    return None


def organisation_voice(draft: Draft) -> Place | None:
    """Return where a post that is not the organisation's presents itself as the organisation: by the account's
    name, by its signature, or by saying so."""
    return _account_poses(draft) or _signs(draft) or speaks_as(draft.text, ("organisation",))


def _account_poses(draft: Draft) -> Place | None:
    author = draft.post.author
    for field, name in (
        ("author.name", author.name),
        ("author.handle", author.handle),
        ("account", draft.post.account),
    ):
        if not name or is_account(draft, name):
            continue
        compact = bare(name)
        core = next((part for part in draft.text.world.organisation if len(part) >= 4 and part in compact), "")
        if not core:
            continue
        if compact == core and field == "author.name":
            return Place(field)
        rest = "".join(c if c.isalnum() else " " for c in name.replace(core, " ")).lower().replace(core, " ").split()
        desk = read(draft, " ".join(rest), field)
        covered = {t for hit in desk.hits.get("service-desk", ()) for t in range(hit.first, hit.last)}
        if rest and desk.words and len(covered) == len(desk.words):
            return Place(field)
    return None


def _signs(draft: Draft) -> Place | None:
    document = draft.text
    first, last = signature(document)
    if first >= last:
        first, last = _last_line(document)
    ours = [m for m in document.mentions if m.kind == "organisation" and first <= m.first < last]
    if not ours or last - first > 6:
        return None
    spare = [t for t in range(first, last) if not any(m.first <= t < m.last for m in ours)]
    desk = {t for hit in document.within(("service-desk",), first, last) for t in range(hit.first, hit.last)}
    if all(
        t in desk or document.words[t] in _PLACED | {"din", "dit", "jeres", "your", "the", "os", "alle", "all", "us"}
        for t in spare
    ):
        return Place(document.field, document, first, last)
    return None


def signature(document: Document, dashes: bool = True) -> tuple[int, int]:
    """Return the tokens (half open) of a sender at the end of a text: after the closing of a letter, or after a
    dash or a stroke where ``dashes`` count."""
    count = len(document.words)
    for hit in reversed(document.hits.get("closing", ())):
        headed = "\n" in document.between(hit.first) or document.between(hit.first).strip() != "" or hit.first == 0
        if headed and 0 < count - hit.last <= 7 and not is_quoted(document, hit.first):
            return hit.last, count
    end = document.prose.rstrip()
    for mark in ("\n– ", "\n— ", "\n- ", "\n/", " – ", " — ", " /") if dashes else ():
        place = end.rfind(mark)
        if place >= 0 and "\n" not in end[place + 1 :]:
            token = document.token_at(place + len(mark))
            if 0 < count - token <= 4:
                return token, count
    return count, count


def _last_line(document: Document) -> tuple[int, int]:
    """Return the tokens of a last line of a few words that ends no sentence, as a sender's name does."""
    text = document.prose.rstrip()
    place, count = text.rfind("\n"), len(document.words)
    if place < 0 or text[-1:] in ".!?:" or "#" in text[place:]:
        return count, count
    token = document.token_at(place)
    return (token, count) if 1 < count - token <= 4 else (count, count)


def speaks_as(document: Document, kinds: Sequence[str]) -> Place | None:
    """Return where a text says that somebody of ``kinds`` is speaking: "her er …", "this is … speaking"."""
    for hit in document.hits.get("self-introduction", ()):
        if not _opens(document, hit.first) or is_quoted(document, hit.first):
            continue
        for mention in document.mentions_in(hit.last, hit.last + 2):
            if mention.kind in kinds and mention.form == "name":
                sentence = document.sentence_at(mention.first)
                near = document.within(("speaking-cue",), mention.last, sentence.last)
                desk = any(
                    hit.first == mention.last and (hit.last == sentence.last or document.between(hit.last).strip())
                    for hit in document.within(("service-desk",), mention.last, sentence.last)
                )
                if desk or any(found.first <= mention.last + 2 for found in near):
                    return Place(document.field, document, hit.first, mention.last)
    return None


def _opens(document: Document, token: int) -> bool:
    sentence = document.sentence_at(token)
    return token - sentence.first <= 3


def names(document: Document, first: int, last: int) -> list[str]:
    """Return the words in tokens ``first`` to ``last`` that look like a person's name, folded."""
    found = []
    for token in range(first, last):
        raw = document.raw(token)
        if raw[0].isupper() and raw.isalpha() and not raw.isupper() and not is_other(document, token):
            found.append(document.words[token])
        elif raw.islower() and found:
            break
    return found


def is_other(document: Document, token: int) -> bool:
    """Say whether a token is no person's: a company of the organisation's world, a department, a title."""
    return any(m.first <= token < m.last for m in document.mentions) or any(
        document.any(family, token, token + 1) for family in ("service-desk", "institution", "closing")
    )
