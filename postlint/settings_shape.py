"""The shape of the configuration, as it stands in ``postlint.toml``."""

from __future__ import annotations

from postlint.post import ROLES
from postlint.settings import (
    COLUMN_FIELDS,
    DATE_ORDERS,
    GRADES,
    SCHEDULERS,
    SECTORS,
    Calendar,
    Competitor,
    Customer,
    Disclaimer,
    Organisation,
    Quotations,
    Server,
)
from postlint.shape import Field, Flag, Items, Map, Number, Table, Text

NAME = Text(filled=True)
NAMES = Items(NAME)

ALIASES = Field("aliases", NAMES, "andre navne", "other names")
HANDLES = Field("handles", NAMES, "konti, fx @kobberdal", "accounts, such as @kobberdal")
HASHTAGS = Field("hashtags", NAMES, "hashtags, fx #kobberdal", "hashtags, such as #kobberdal")
PRODUCTS = Field("products", NAMES, "produkter og ydelser", "products and services")

ORGANISATION = Table(
    Field("name", Text(), "organisationens navn", "the organisation's name"),
    ALIASES,
    HANDLES,
    HASHTAGS,
    PRODUCTS,
    Field("email_domains", NAMES, "domæner for mail", "domains of email addresses"),
    Field("public_mailboxes", NAMES, "mailadresser, alle må se", "email addresses that anybody may see"),
    Field("logos", NAMES, "filer med logoer", "files with logos"),
    Field("spokespersons", NAMES, "hvem der må udtale sig", "who may speak for the organisation"),
    make=Organisation,
)
COMPETITOR = Table(
    Field("name", NAME, "konkurrentens navn", "the competitor's name", required=True),
    ALIASES,
    HANDLES,
    HASHTAGS,
    PRODUCTS,
    make=Competitor,
)
CUSTOMER = Table(
    Field("name", NAME, "kundens navn", "the customer's name", required=True),
    ALIASES,
    Field(
        "public_reference",
        Flag(),
        "om det må siges, at I arbejder for dem",
        "whether it may be told that you work for them",
    ),
    make=Customer,
)
CONSENT = Table(
    Field("register", NAME, "samtykkeregisteret, .csv eller .db", "the consent register, .csv or .db"),
)
DISCLAIMER = Table(
    Field(
        "accept_profile",
        Flag(),
        "om et forbehold i profilteksten er nok",
        "whether a disclaimer in the profile is enough",
    ),
    Field("da", NAME, "det danske forbehold", "the Danish disclaimer"),
    Field("en", NAME, "det engelske forbehold", "the English disclaimer"),
    make=Disclaimer,
)
QUOTATIONS = Table(
    Field("min_words", Number(least=1), "fra hvor mange ord", "from how many words"),
    Field("min_letters", Number(least=1), "fra hvor mange bogstaver", "from how many letters"),
    make=Quotations,
)


def _calendar(columns: dict[str, str] | None = None, **facts: object) -> Calendar:
    return Calendar(columns=tuple((columns or {}).items()), **facts)  # type: ignore[arg-type]


CALENDAR = Table(
    Field("working_hours", Text(form="hours"), "arbejdstiden, fx 08:00-16:00", "working hours, such as 08:00-16:00"),
    Field(
        "staffed_hours",
        Text(form="hours"),
        "hvornår nogen passer kontiene, fx 08:00-20:00",
        "when somebody looks after the accounts, such as 08:00-20:00",
    ),
    Field(
        "staffed_weekends",
        Flag(),
        "om det også gælder weekender og helligdage",
        "whether that holds at weekends and on public holidays too",
    ),
    Field(
        "closed",
        Items(Text(form="period")),
        "dage uden opslag, fx 2027-07-12/2027-07-30",
        "days without posts, such as 2027-07-12/2027-07-30",
    ),
    Field(
        "columns",
        Map(Text(choices=COLUMN_FIELDS)),
        "hvad en kolonne i en kalender er, fx \"Copy\" = \"text\"",
        "what a column of a calendar is, such as \"Copy\" = \"text\"",
    ),
    Field(
        "date_order",
        Text(choices=DATE_ORDERS),
        "om 03-04-2027 er 3. april (day-month) eller 4. marts (month-day)",
        "whether 03-04-2027 is 3 April (day-month) or 4 March (month-day)",
    ),
    Field(
        "scheduler",
        Text(choices=SCHEDULERS),
        "det værktøj, kalenderen er til",
        "the tool that the calendar is for",
    ),
    make=_calendar,
)
SPELLING = Table(
    Field("words", NAMES, "ord, der er stavet rigtigt hos jer", "words that are spelt right in your house"),
)
IMAGES = Table(
    Field(
        "face_model",
        NAME,
        "en YuNet-model (.onnx), der finder ansigter i stedet for den, der følger med postlint[images]",
        "a YuNet model (.onnx) that finds faces in place of the one that comes with postlint[images]",
    ),
)
SERVER = Table(
    Field("origins", NAMES, "udvidelser og sider, der må spørge", "extensions and pages that may ask"),
    Field("port", Number(least=0, most=65535), "porten", "the port"),
    Field(
        "feedback_text",
        Flag(),
        "om tilbagemeldinger må have ord med",
        "whether feedback may hold words",
    ),
    make=Server,
)
CONFIGURATION = Table(
    Field(
        "policies",
        Items(NAME, least=1),
        "de politikker, der gælder: navne, eller stier til jeres egne",
        "the policies that apply: names, or paths of your own",
    ),
    Field("packs", Items(NAME), "mapper med egne regler", "folders with rules of your own"),
    Field(
        "role",
        Text(choices=ROLES),
        "rollen for opslag, der ikke siger det",
        "the role of posts that do not say",
    ),
    Field("sector", Text(choices=SECTORS), "privat eller offentlig ansættelse", "private or public employment"),
    Field(
        "strict",
        Flag(),
        "false: politikkens eget, vejledende niveau",
        "false: the policy's own advisory level",
    ),
    Field("organisation", ORGANISATION, "organisationen selv", "the organisation itself"),
    Field("competitors", Items(COMPETITOR), "konkurrenterne", "the competitors"),
    Field("customers", Items(CUSTOMER), "kunderne", "the customers"),
    Field("consent", CONSENT, "samtykker til billeder", "consents to pictures"),
    Field("disclaimer", DISCLAIMER, "forbehold om egne holdninger", "disclaimers of one's own views"),
    Field("quotations", QUOTATIONS, "hvornår et citat skal have en kilde", "when a quotation needs a source"),
    Field("calendar", CALENDAR, "arbejdstid, vagter og lukkedage", "working hours, staffed hours and closed days"),
    Field("images", IMAGES, "hvordan billeder ses efter", "how pictures are looked at"),
    Field("spelling", SPELLING, "stavekontrollen", "the spelling check"),
    Field("server", SERVER, "postlint serve", "postlint serve"),
    Field("rules", Map(Text(choices=GRADES)), "regler og deres grad", "rules and their grade"),
)
