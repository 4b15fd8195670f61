"""What the rules on history keep of a post: who, when, to whom, and what sort of words; never the text."""

from __future__ import annotations

from postlint.checks.fact_text import bare, holds, read
from postlint.history import prints
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.draft import Draft
    from postlint.finding import Finding
    from postlint.post import Inbound, Waiver

# Rules whose findings say that a post goes against a person.
CONDUCT = frozenset(
    ("personal-attack", "condescending-tone", "defamation", "threat", "harassment", "sexualised-language",
     "discriminatory-language", "profanity")
)  # fmt: skip
_LINKS = ("url", "domain", "target")


class Entry(NamedTuple):
    """One post. ``number`` is its place in the run. ``sender`` is the account, else the author, in folded letters
    (empty where neither is said); ``account`` is the same as written, ``authors`` the author's name and handle. ``at``
    is the POSIX time stamp in seconds, or ``None`` where no time is given. ``recipients`` got it directly,
    ``answered`` wrote what it answers, ``hit`` are those whom a finding of conduct concerns; all are folded names.
    ``words`` and ``links`` are prints. ``also_on`` has the other channels of a post that appears on several.
    """

    number: int
    id: str
    role: str
    lang: str
    sender: str
    account: str
    authors: tuple[str, ...]
    channel: str
    at: float | None
    recipients: tuple[str, ...]
    answered: str
    answered_id: str
    reply_question: bool
    named: tuple[str, ...]
    hit: tuple[str, ...]
    words: tuple[int, ...]
    links: tuple[int, ...]
    kind: str
    marks: frozenset[str]
    staffed: bool | None
    inbound: Inbound | None
    employee: bool
    waivers: tuple[Waiver, ...]
    also_on: tuple[str, ...] = ()


# The families that an entry remembers a post for.
_MARKS = (
    "own-plug", "pause-notice", "correction-label", "safety-notice", "required-notice", "off-topic-label",
    "subject-change", "stop-request",
)  # fmt: skip


def entry(draft: Draft, number: int, findings: Iterable[Finding]) -> Entry:
    """Return what is kept of a post; ``findings`` are those of the post itself."""
    post, text = draft.post, draft.text
    reply = post.reply_to
    name = post.account or post.author.handle or post.author.name or ""
    links = prints.of_links(text.text[s.start : s.end] for s in text.specials if s.kind in _LINKS)
    return Entry(
        number, post.id, draft.role, post.lang or text.language, bare(name), name,
        tuple(bare(who) for who in (post.author.name, post.author.handle) if who),
        (post.channel or "").lower(), _stamp(post.scheduled or (post.inbound.at if post.inbound else None)),
        tuple(dict.fromkeys(bare(recipient.name) for recipient in post.recipients)),
        bare(reply.author or "") if reply else "", (reply.id or "") if reply else "",
        bool(reply and reply.question), _named(draft), _hit(draft, findings), prints.of_words(text.words), links,
        _kind(draft), _marks(draft), post.staffed, post.inbound, post.author.employee, post.waivers,
        tuple(channel.lower() for channel in post.also_on),
    )  # fmt: skip


def _stamp(value: str | None) -> float | None:
    if not value:
        return None
    from postlint.working_days import stamp

    return stamp(value)


def _named(draft: Draft) -> tuple[str, ...]:
    """Return the handles that the text addresses."""
    handles = [draft.text.raw(p.first) for p in draft.text.people if p.kind == "handle"]
    return tuple(dict.fromkeys(bare(handle) for handle in handles))


def _hit(draft: Draft, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return whom a post goes against: who is named beside a finding of conduct, and who is answered with one."""
    grave = [f for f in findings if f.rule in CONDUCT and f.severity != "info" and f.span is not None]
    if not grave:
        return ()
    reply = draft.post.reply_to
    people = [draft.text.slice(p.first, p.last) for p in draft.text.people if p.kind in ("handle", "name")]
    answered = [reply.author] if reply and reply.author else []
    written = [recipient.name for recipient in draft.post.recipients]
    return tuple(dict.fromkeys(bare(name) for name in [*answered, *written, *people]))


def _kind(draft: Draft) -> str:
    """Return what sort of post it is: ``direct``, ``moderation``, ``reply``, or ``post`` for one of its own."""
    post = draft.post
    if post.recipients or post.audience == "direct":
        return "direct"
    if post.moderation is not None:
        return "moderation"
    return "reply" if post.reply_to is not None else "post"


def _marks(draft: Draft) -> frozenset[str]:
    found = {family for family in _MARKS if holds(draft.text, family)}
    commercial = draft.post.commercial
    if commercial is not None and any(commercial[:5]):
        found.add("own-plug")
    if holds(draft.text, "own-wares", "own-event", "offer") and holds(draft.text, "call-to-act"):
        found.add("own-plug")
    if "?" in draft.text.prose:
        found.add("question")
    reply = draft.post.reply_to
    if reply is not None and reply.off_topic:
        found.add("off-topic")
    if reply is not None and reply.text and holds(read(draft, reply.text, "reply_to.text"), "stop-request"):
        found.add("asked-to-stop")
    return frozenset(found)
