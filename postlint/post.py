"""A post: one draft as its author gave it, text and facts, frozen.

The field names are those of the contract (see ``postlint schema post``). Every fact but the text may be
absent; absent is ``None`` (or the empty tuple where a list says nothing when empty) and is never a pass.
"""

from __future__ import annotations

from postlint.record import NamedTuple

ROLES = ("private", "employee", "official", "vendor", "moderator")
LANGUAGES = ("da", "en")
AUDIENCES = ("public", "followers", "friends", "members", "direct")
CHANNELS = (
    "linkedin", "x", "facebook", "instagram", "threads", "bluesky", "mastodon", "youtube", "tiktok",
    "intranet", "community",
)  # fmt: skip


class Author(NamedTuple):
    """Who writes. ``employee`` absent means true."""

    name: str | None = None
    handle: str | None = None
    email: str | None = None
    bio: str | None = None
    employee: bool = True


class Person(NamedTuple):
    """Somebody in a picture."""

    name: str
    minor: bool = False


class Image(NamedTuple):
    """A picture and what its author says of it.

    ``people`` is ``None`` where nothing is said, ``"unknown"`` where the author cannot tell, and else the
    people shown, ``()`` for nobody. ``identifiable`` and ``incidental`` are ``None`` where nothing is said.
    """

    file: str | None = None
    alt: str | None = None
    people: tuple[Person, ...] | str | None = None
    identifiable: bool | None = None
    shows: tuple[str, ...] = ()
    credit: str | None = None
    licence: str | None = None
    source: str | None = None
    incidental: bool | None = None


class ReplyTo(NamedTuple):
    """The post that this one answers. ``at`` is when it was written, ``topic`` what its thread is about;
    ``stop_requested`` says that its author wants no more answers, ``off_topic`` that this one leaves the topic."""

    author: str | None = None
    text: str | None = None
    question: bool | None = None
    flags: tuple[str, ...] = ()
    id: str | None = None
    at: str | None = None
    topic: str | None = None
    off_topic: bool | None = None
    stop_requested: bool | None = None


class Recipient(NamedTuple):
    """Somebody who gets a direct message; ``permission`` is ``None`` where nothing is said, and
    ``stop_requested`` says that this person wants no more of them."""

    name: str
    permission: bool | None = None
    stop_requested: bool | None = None


class Quote(NamedTuple):
    """A quotation with the words as they were said."""

    text: str
    original: str | None = None
    source: str | None = None


class Commercial(NamedTuple):
    """What was given or agreed for the post."""

    paid: bool | None = None
    gift: bool | None = None
    affiliate: bool | None = None
    asked_by_employer: bool | None = None
    sponsored: bool | None = None
    partner: str | None = None


class Approval(NamedTuple):
    """Somebody's written yes."""

    by: str
    ref: str | None = None
    date: str | None = None
    rule: str | None = None


class Moderation(NamedTuple):
    """What a moderator does to somebody else's post."""

    action: str
    reason: str | None = None
    before: str | None = None
    after: str | None = None


class Inbound(NamedTuple):
    """What says that a post is not ours but somebody's message to us: when it came, whether it asks something,
    marks such as ``report``, ``spam`` and ``troll``, and when it was answered elsewhere."""

    at: str | None = None
    question: bool | None = None
    flags: tuple[str, ...] = ()
    answered: str | None = None


class Waiver(NamedTuple):
    """A finding that somebody answers for: rule, reason, who, and until when (ISO 8601 date).

    ``line`` is where it stands in its file, from 1; 0 where that is not known.
    """

    rule: str
    reason: str | None = None
    by: str | None = None
    expires: str | None = None
    line: int = 0


class Spot(NamedTuple):
    """A place in a document that people do not count by lines; ``postlint.whereabouts`` puts it in words.

    ``kind`` is ``cell`` (of the sheet ``name``) or ``row`` (of a table without sheets), where ``number`` is the row
    and ``inner`` the column, or a part of a document such as ``body`` or ``footer``, where ``number`` counts the parts
    of that kind and ``inner`` the paragraphs in it. All count from 1; 0 is not told.
    """

    kind: str
    name: str = ""
    number: int = 0
    inner: int = 0


class Stretch(NamedTuple):
    """The words of ``field`` from the code point ``start`` on, up to the next stretch, stand at ``spot``."""

    field: str
    start: int
    spot: Spot


class Origin(NamedTuple):
    """Where a post's text stands in its file.

    ``line`` is the line of the file (from 1) on which the text or its record begins. ``verbatim`` says that
    the text stands in the file letter for letter from code point ``offset`` of the decoded file, so that
    lines add up and a fix can be written back; else the text was decoded from a record. ``encoding`` is the
    file's own, as Python names it. ``places`` are for documents and calendars, in the order of each field.
    """

    path: str
    line: int = 1
    offset: int = 0
    verbatim: bool = False
    encoding: str = "utf-8"
    places: tuple[Stretch, ...] = ()


class Post(NamedTuple):
    """One draft. ``extra`` holds other published words by field: title, description, summary.

    ``staffed`` says whether somebody is there for the comments. A post with ``inbound`` is somebody's message to
    us: it is not checked and only counts in the history. ``history`` holds earlier posts, oldest first. ``also_on``
    names the other channels of a post that appears on several.
    """

    id: str
    text: str
    role: str | None = None
    lang: str | None = None
    channel: str | None = None
    audience: str | None = None
    account: str | None = None
    author: Author = Author()
    images: tuple[Image, ...] = ()
    reply_to: ReplyTo | None = None
    recipients: tuple[Recipient, ...] = ()
    quotes: tuple[Quote, ...] = ()
    commercial: Commercial | None = None
    scheduled: str | None = None
    approvals: tuple[Approval, ...] = ()
    moderation: Moderation | None = None
    ai_generated: bool | None = None
    staffed: bool | None = None
    inbound: Inbound | None = None
    history: tuple[Post, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin("-")
    also_on: tuple[str, ...] = ()
