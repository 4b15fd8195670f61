"""The shape of a post, as it stands in JSON, YAML and front matter."""

from __future__ import annotations

from postlint.post import (
    AUDIENCES,
    CHANNELS,
    LANGUAGES,
    ROLES,
    Approval,
    Author,
    Commercial,
    Image,
    Inbound,
    Moderation,
    Person,
    Post,
    Quote,
    Recipient,
    ReplyTo,
    Waiver,
)
from postlint.shape import Either, Field, Flag, Items, Table, Text

NAME = Text(filled=True)
ACTIONS = ("delete", "hide", "edit", "block", "close-comments")
SHOWS = ("nudity", "sexual", "violence", "injury")


def _person(name: str) -> Person:
    return Person(name)


AUTHOR = Table(
    Field("name", Text(), "forfatterens navn", "the author's name"),
    Field("handle", Text(), "forfatterens brugernavn, fx @ida", "the author's handle, such as @ida"),
    Field("email", Text(), "forfatterens mailadresse", "the author's email address"),
    Field("bio", Text(), "profilteksten", "the words of the profile"),
    Field(
        "employee",
        Flag(),
        "om forfatteren er ansat; uden er svaret ja",
        "whether the author is an employee; absent means yes",
    ),
    make=Author,
    nulls=True,
)
PERSON = Table(
    Field("name", NAME, "personens navn", "the person's name", required=True),
    Field("minor", Flag(), "om personen er under 18", "whether the person is under 18"),
    make=Person,
    nulls=True,
)
PEOPLE = Either((Items(Either((Text(filled=True, make=_person), PERSON))), Text(choices=("unknown",))))
IMAGE = Table(
    Field("file", Text(), "billedets fil", "the picture's file"),
    Field("alt", Text(), "den alternative tekst", "the alternative text"),
    Field(
        "people",
        PEOPLE,
        "hvem der ses: navne, [] for ingen, unknown hvis du ikke kan sige det",
        "who is in it: names, [] for nobody, unknown if you cannot tell",
    ),
    Field(
        "identifiable",
        Flag(),
        "om nogen kan genkendes; false for slørede ansigter, rygge og fjerne mængder",
        "whether anybody can be recognised; false for blurred faces, backs and far crowds",
    ),
    Field(
        "shows",
        Items(Text(known=SHOWS, filled=True)),
        "hvad der ellers ses, fx logo:NAVN",
        "what else it shows, such as logo:NAME",
    ),
    Field("credit", Text(), "hvem der har taget billedet", "who made the picture"),
    Field("licence", Text(), "licensen, fx CC BY 4.0", "the licence, such as CC BY 4.0"),
    Field("source", Text(), "hvor billedet kommer fra", "where the picture comes from"),
    Field("incidental", Flag(), "om det viste er et tilfælde", "whether what it shows is incidental"),
    make=Image,
    nulls=True,
)
REPLY_TO = Table(
    Field("author", Text(), "hvem der svares", "who is answered"),
    Field("text", Text(), "det, der svares på", "what is answered"),
    Field("question", Flag(), "om det er et spørgsmål", "whether it is a question"),
    Field("flags", Items(Text(known=("troll",))), "mærker, fx troll", "marks, such as troll"),
    Field("id", Text(), "navnet (id) på det, der svares på", "the id of what is answered"),
    Field("at", Text(form="date-time"), "hvornår det blev skrevet", "when it was written"),
    Field("topic", Text(), "hvad tråden handler om", "what the thread is about"),
    Field("off_topic", Flag(), "om svaret forlader trådens emne", "whether the answer leaves the thread's topic"),
    Field(
        "stop_requested",
        Flag(),
        "om forfatteren har bedt om ikke at få flere svar",
        "whether its author has asked for no more answers",
    ),
    make=ReplyTo,
    nulls=True,
)
RECIPIENT = Table(
    Field("name", NAME, "modtagerens navn", "the recipient's name", required=True),
    Field(
        "permission",
        Flag(),
        "om modtageren har sagt ja til at få beskeder",
        "whether the recipient has agreed to messages",
    ),
    Field(
        "stop_requested",
        Flag(),
        "om modtageren har bedt om ikke at få flere",
        "whether the recipient has asked for no more of them",
    ),
    make=Recipient,
    nulls=True,
)
QUOTE = Table(
    Field("text", NAME, "citatet, som det står i opslaget", "the quotation as the post has it", required=True),
    Field("original", Text(), "ordene, som de blev sagt", "the words as they were said"),
    Field("source", Text(), "hvor citatet kommer fra", "where the quotation comes from"),
    make=Quote,
    nulls=True,
)
COMMERCIAL = Table(
    Field("paid", Flag(), "om der er betalt for opslaget", "whether the post is paid for"),
    Field("gift", Flag(), "om noget er givet gratis", "whether something was a gift"),
    Field("affiliate", Flag(), "om der er affiliatelinks", "whether there are affiliate links"),
    Field("asked_by_employer", Flag(), "om arbejdsgiveren bad om det", "whether the employer asked for it"),
    Field("sponsored", Flag(), "om opslaget er sponsoreret", "whether the post is sponsored"),
    Field("partner", Text(), "hvem aftalen er med", "whom the agreement is with"),
    make=Commercial,
    nulls=True,
)
APPROVAL = Table(
    Field("by", NAME, "hvem der har sagt ja", "who said yes", required=True),
    Field("ref", Text(), "hvor det står", "where it is on record"),
    Field("date", Text(form="date"), "hvornår", "when"),
    Field("rule", Text(), "den regel, det gælder", "the rule it is for"),
    make=Approval,
    nulls=True,
)
MODERATION = Table(
    Field("action", Text(choices=ACTIONS), "hvad du gør", "what is done", required=True),
    Field("reason", Text(), "hvorfor", "why"),
    Field("before", Text(), "teksten før", "the text before"),
    Field("after", Text(), "teksten efter", "the text after"),
    make=Moderation,
    nulls=True,
)
INBOUND = Table(
    Field("at", Text(form="date-time"), "hvornår det kom", "when it came"),
    Field("question", Flag(), "om det er et spørgsmål", "whether it is a question"),
    Field(
        "flags",
        Items(Text(known=("report", "spam", "stop", "troll"))),
        "mærker: report for en anmeldelse, spam, stop, troll",
        "marks: report, spam, stop, troll",
    ),
    Field("answered", Text(form="date-time"), "hvornår det er besvaret", "when it was answered"),
    make=Inbound,
    nulls=True,
)
WAIVER = Table(
    Field("rule", NAME, "den regel, der ses bort fra", "the rule that is set aside", required=True),
    Field("reason", Text(), "hvorfor", "why"),
    Field("by", Text(), "hvem der svarer for det", "who answers for it"),
    Field("expires", Text(form="date"), "til og med hvilken dato", "until what date, included"),
    make=Waiver,
    nulls=True,
)
FACTS = (
    Field("id", Text(), "opslagets navn; ellers filens", "the post's name; else the file's"),
    Field("role", Text(choices=ROLES), "hvem du skriver som", "as whom you write"),
    Field(
        "lang",
        Text(choices=LANGUAGES),
        "sproget; ellers findes det stykke for stykke",
        "the language; else it is found piece by piece",
    ),
    Field("channel", Text(known=CHANNELS), "hvor opslaget skal stå", "where the post will appear"),
    Field("audience", Text(choices=AUDIENCES), "hvem der kan se det", "who can see it"),
    Field("account", Text(), "den konto, der skriver, fx @kobberdal", "the account that posts, like @kobberdal"),
    Field("author", AUTHOR, "hvem der skriver", "who writes"),
    Field("images", Items(IMAGE), "billederne", "the pictures"),
    Field("reply_to", REPLY_TO, "det opslag, der svares på", "the post that this one answers"),
    Field("recipients", Items(RECIPIENT), "modtagere af direkte beskeder", "who gets direct messages"),
    Field("quotes", Items(QUOTE), "citater og deres ordlyd", "quotations and their wording"),
    Field("commercial", COMMERCIAL, "hvad der er givet eller aftalt", "what was given or agreed"),
    Field(
        "scheduled",
        Text(form="date-time"),
        "hvornår det kommer ud, efter ISO 8601 med tidszone; uden zone dansk tid",
        "when it will appear, as ISO 8601 with zone; without one Danish time",
    ),
    Field("approvals", Items(APPROVAL), "skriftlige ja'er", "written approvals"),
    Field("moderation", MODERATION, "indgreb i andres opslag", "what is done to somebody else's post"),
    Field("ai_generated", Flag(), "om en AI har skrevet det", "whether an AI wrote it"),
    Field("staffed", Flag(), "om nogen passer kommentarerne", "whether somebody looks after the comments"),
    Field("inbound", INBOUND, "at det er andres besked til jer", "that it is somebody's message to you"),
    Field("waivers", Items(WAIVER), "regler, der ses bort fra", "rules that are set aside"),
)
TEXT = Field("text", Text(), "opslagets tekst", "the words of the post", required=True)


def _earlier(text: str, id: str = "", **facts: object) -> Post:
    return Post(id, text, **facts)  # type: ignore[arg-type]


EARLIER = Table(TEXT, *FACTS, make=_earlier, nulls=True)
HISTORY = Field("history", Items(EARLIER), "tidligere opslag, det ældste først", "earlier posts, oldest first")

POST = Table(TEXT, *FACTS, HISTORY, nulls=True)
FRONT = Table(*FACTS, nulls=True)
