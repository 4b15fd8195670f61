"""A draft: a post as read, with all that a check may ask about it; and what a check answers."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from postlint.consent.register import Register
    from postlint.document import Document
    from postlint.finding import Fix
    from postlint.pictures.looking import Seen
    from postlint.post import Post
    from postlint.settings import Settings


class Budget:
    """Seconds that the patterns of packs may still take on one post; the one thing of a draft that changes."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds


def unseen(number: int) -> Seen | None:
    """Return nothing: the pictures of a post that stands in no file are not looked at."""
    return None


class Draft(NamedTuple):
    """``text`` is the post's own text; ``documents`` holds it first, then every other published text (titles,
    alt texts). ``role`` is settled. ``consents`` returns the consent register, read at first use, or ``None``
    where the organisation keeps none. ``now`` is the moment of checking (ISO 8601 with zone), which counts
    where the post is not scheduled. ``ui_lang`` fixes the language of all messages; empty: the post's own.
    ``seen`` returns what is seen in the picture of a number, looked at first when it is asked for; ``None`` where
    there is no such file beside the post."""

    post: Post
    role: str
    text: Document
    documents: tuple[Document, ...]
    settings: Settings
    consents: Callable[[], Register | None]
    now: str
    ui_lang: str = ""
    budget: Budget = Budget(0.0)
    seen: Callable[[int], Seen | None] = unseen


class Match(NamedTuple):
    """Something that a check saw: code points ``start`` to ``end`` of a document's normalised text, or a field
    without a text of its own (``document`` is ``None``). ``facts`` fill in the rule's message. ``by_weight``: no
    construction was met, the text weighs enough."""

    field: str
    document: Document | None = None
    start: int = 0
    end: int = 0
    reason: str = ""
    facts: Mapping[str, str] = {}
    lang: str = ""
    fixes: tuple[Fix, ...] = ()
    by_weight: bool = False


class Unknown(NamedTuple):
    """A rule that lacks a fact: ``code`` names the sentence of ``postlint.wording`` that says which."""

    code: str
    facts: Mapping[str, str] = {}
