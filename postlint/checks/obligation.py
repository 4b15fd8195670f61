"""``obligation``: something present demands something else. Here: whoever writes about the organisation on an
account of one's own says that the view is one's own."""

from __future__ import annotations

from postlint.document import Document
from postlint.document.disclaimers import disclaims
from postlint.draft import Match, Unknown
from postlint.finding import Edit, Fix
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft
    from postlint.rule import Rule

_LONG_QUOTATION = 4  # words from which a quotation holds somebody else's mention


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match on the first mention where no disclaimer is found."""
    if not draft.post.author.employee:
        return
    texts = [document for document in draft.documents if not document.field.endswith(".alt")]
    found = next((match for document in texts for match in _mention(document)), None)
    if found is None or _disclaimed(draft):
        return
    if draft.text.languages and set(draft.text.languages) == {"other"}:
        yield Unknown("language-not-read")
        return
    document = found.document or draft.text
    # The fix adds to the text, so it belongs to findings in the text, not to those in a title.
    fixes = (_fix(draft, document),) if document is draft.text else ()
    yield found._replace(fixes=fixes)


def _disclaimed(draft: Draft) -> bool:
    author = draft.post.author
    if any(disclaims(document, author.name or "") for document in draft.documents):
        return True
    if not draft.settings.disclaimer.accept_profile or not author.bio:
        return False
    bio = Document(author.bio, "author.bio", draft.text.world, draft.text.index)
    return disclaims(bio, author.name or "", bio=True)


def _mention(document: Document) -> Iterator[Match]:
    """Yield the first mention of the organisation or of one's own employer that is the author's."""
    places = [(m.first, m.last, m.who) for m in document.mentions if m.kind in ("organisation", "product")]
    own = {at for hit in document.hits.get("own-business", ()) for at in range(hit.first, hit.last)}
    places += [(hit.first, hit.last, "") for hit in document.hits.get("employer", ()) if hit.first not in own]
    for first, last, _ in sorted(places):
        quotation = document.quotation_at(first)
        if (
            quotation is None
            or len(document.text[quotation.inner_start : quotation.inner_end].split()) < _LONG_QUOTATION
        ):
            yield Match(document.field, document, document.starts[first], document.ends[last - 1])
            return


def _fix(draft: Draft, document: Document) -> Fix:
    """Return the fix that adds the configured disclaimer below the text."""
    lang = document.language
    words = draft.settings.disclaimer.da if lang == "da" else draft.settings.disclaimer.en
    text = draft.post.text
    end = len(text.rstrip())
    newline = "\r\n" if "\r\n" in text else "\n"
    edit = Edit(end, end, f"{newline}{newline}{words}" if end else words)
    return Fix(say("fix-disclaimer", draft.ui_lang or lang, words=words), True, (edit,))
