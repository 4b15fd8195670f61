"""What a fact says in words: a credit, a reason, an account's name, read as a text of its own."""

from __future__ import annotations

from postlint.document import Document
from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.draft import Draft


def read(draft: Draft, text: str, field: str) -> Document:
    """Return a fact's words as a document that both languages are looked for in."""
    return Document(text, field, draft.text.world, draft.text.index, "unsure")


def holds(document: Document, *families: str) -> bool:
    """Say whether a word of one of ``families`` stands in ``document``."""
    return any(document.hits.get(family) for family in families)


def same(name: str) -> str:
    """Return a name for comparison: folded, blanks evened out."""
    return " ".join(fold(name).split())


def bare(name: str) -> str:
    """Return a name or handle for comparison: folded letters and digits alone."""
    return "".join(c for c in fold(name) if c.isalnum())


def approved(draft: Draft, rule: str) -> bool:
    """Say whether somebody said yes in writing to what ``rule`` asks about."""
    return any(approval.rule == rule for approval in draft.post.approvals)


def published(draft: Draft) -> Sequence[Document]:
    """Return the texts that the author wrote, without the descriptions of pictures."""
    return [document for document in draft.documents if not document.field.endswith(".alt")]
