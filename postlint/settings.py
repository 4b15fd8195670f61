"""What this organisation has decided: ``postlint.toml``, or ``[tool.postlint]`` in ``pyproject.toml``."""

from __future__ import annotations

from postlint.record import NamedTuple

SECTORS = ("private", "public")
POLICIES = ("social-media", "os2samtale", "oktech", "ecxo")  # shipped; others are paths
DATE_ORDERS = ("day-month", "month-day")  # 03-04-2027 is 3 April, or 4 March
SCHEDULERS = ("hootsuite", "sprout", "highlevel", "socialbee", "oktopost", "socialpatra", "magicsync", "statusbrew")
# What a column of a calendar may hold; also ``author.name`` and the like, as in a post.
COLUMN_FIELDS = (
    "text", "follow_up", "title", "description", "hashtags", "date", "time", "scheduled", "channel", "image", "alt",
    "credit", "people", "status", "id", "role", "lang", "audience", "account", "author.name", "author.handle",
    "author.email", "author.bio", "ignore",
)  # fmt: skip
GRADES = ("off", "info", "warning", "error")


class Organisation(NamedTuple):
    """The organisation itself. Handles and hashtags are kept as written, with ``@`` and ``#``."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    email_domains: tuple[str, ...] = ()
    public_mailboxes: tuple[str, ...] = ()
    logos: tuple[str, ...] = ()
    spokespersons: tuple[str, ...] = ()


class Competitor(NamedTuple):
    """Another company in the same trade."""

    name: str
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


class Customer(NamedTuple):
    """A customer; ``public_reference`` says that the relation may be told."""

    name: str
    aliases: tuple[str, ...] = ()
    public_reference: bool = False


class Disclaimer(NamedTuple):
    """``accept_profile``: a disclaimer in the author's bio is enough. ``da``/``en``: the words a fix inserts."""

    accept_profile: bool = True
    da: str = "Egne holdninger."
    en: str = "Views are my own."


class Quotations(NamedTuple):
    """From what length a quotation needs a source: words and letters, both."""

    min_words: int = 4
    min_letters: int = 20


class Calendar(NamedTuple):
    """Hours and days, in Danish time: hours as ``08:00-16:00`` (empty: not said), ``closed`` as ISO 8601 dates or
    periods (``2027-07-12/2027-07-30``). ``staffed_weekends``: the hours hold at weekends and on public holidays.

    For calendars in tables: ``columns`` maps a heading to a field, ``date_order`` is one of ``DATE_ORDERS``,
    ``scheduler`` the tool that the table is for, one of ``SCHEDULERS`` (both empty: told by the table itself).
    """

    working_hours: str = ""
    staffed_hours: str = ""
    staffed_weekends: bool = False
    closed: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = ""
    scheduler: str = ""


class Server(NamedTuple):
    """``postlint serve``: who else may ask (origins, whole), on which port, and whether feedback may hold words."""

    origins: tuple[str, ...] = ()
    port: int = 8765
    feedback_text: bool = False


class Settings(NamedTuple):
    """The whole configuration. ``path`` is the file it came from, or empty for the defaults.

    ``packs`` and ``register`` are absolute paths; ``policies`` holds names of shipped policies and absolute
    paths of the organisation's own; ``rules`` maps a rule's id to one of ``GRADES``; ``words`` are those that the
    spelling check takes for right; ``face_model`` is the absolute path of a model that finds faces.
    """

    path: str = ""
    policies: tuple[str, ...] = ("social-media",)
    packs: tuple[str, ...] = ()
    role: str = "private"
    sector: str = "private"
    strict: bool = True
    organisation: Organisation = Organisation()
    competitors: tuple[Competitor, ...] = ()
    customers: tuple[Customer, ...] = ()
    register: str = ""
    disclaimer: Disclaimer = Disclaimer()
    quotations: Quotations = Quotations()
    calendar: Calendar = Calendar()
    rules: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    face_model: str = ""
    server: Server = Server()
