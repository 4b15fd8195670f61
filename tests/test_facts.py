"""The rules that rest on the facts beside a text: role, author, pictures, quotations, moderation, recipients."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from made_posts import NOW, found

from postlint.checks import CHECKS
from postlint.checks.altered_quote import difference
from postlint.engine import Linter
from postlint.finding import PostReport
from postlint.pack import load, shipped_files
from postlint.readers.records import read_record
from postlint.rulebook import Rulebook
from postlint.settings import Competitor, Organisation, Settings

DAIRY = Settings(
    policies=("social-media", "os2samtale", "oktech", "ecxo"),
    organisation=Organisation(
        "Vibegård Mejeri",
        ("Vibegård",),
        handles=("@vibegaard",),
        products=("Klintost",),
        spokespersons=("Rie Rugmark",),
    ),
    competitors=(Competitor("Solmark Mejeri", ("Solmark",)),),
)
NINA = {"name": "Nina Kornblad", "handle": "@ninakorn"}


@cache
def rulebook() -> Rulebook:
    """Return the shipped rules with all policies, since these rules stand in several."""
    return load([(path, True) for path in shipped_files(DAIRY.policies)], list(CHECKS))


def check(text: str, settings: Settings = DAIRY, /, **fields: Any) -> PostReport:
    return Linter(settings, rulebook(), now=NOW).check(read_record({"text": text, **fields}))


def reported(rule: str, text: str, settings: Settings = DAIRY, **facts: Any) -> str:
    """Return the severity of a rule's finding, or the empty string."""
    findings = found(check(text, settings, **{"author": NINA, "audience": "public", **facts}), rule)
    return findings[0].severity if findings else ""


def missing(rule: str, text: str, **facts: Any) -> bool:
    return rule in {one.rule for one in check(text, DAIRY, **facts).not_evaluated}


@pytest.mark.parametrize(
    ("text", "original", "word"),
    [
        ("Vi lukker mejeriet", "Vi overvejer at lukke mejeriet", "lukker"),
        ("Vi kan levere", "Vi kan ikke levere", "levere"),
        ("Vi […] leverer", "Vi, som altid, leverer", None),
        ("Vi ... leverer", "Vi, som altid, leverer", None),
        ("Vi [på gården] leverer", "Vi leverer", None),
        ("»VI LEVERER«", "vi  leverer.", None),
        ("leverer i morgen", "Vi leverer i morgen, hvis det går.", None),
        ("30 køer", "13 køer", "30"),
        ("leverer […] Vi", "Vi leverer", "vi"),
        ("Vi leverre [sic]", "Vi leverre", None),
    ],
    ids=["word", "not", "omission", "dots", "insertion", "signs", "piece", "number", "order", "sic"],
)
def test_difference_between_a_quotation_and_its_original(text: str, original: str, word: str | None) -> None:
    assert difference(text, original) == word


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        ({"role": "private", "account": "@vibegaard"}, "warning"),
        ({"role": "official", "account": "@Vibegaard"}, ""),
        ({"role": "official", "account": "@nina.privat"}, "warning"),
        ({"role": "official", "author": {"name": "Rie Rugmark", "handle": "@rierug"}}, ""),
        ({"role": "private", "author": {**NINA, "bio": "Mejerist på Vibegård"}}, ""),
        ({"role": "moderator", "account": "@vibegaard"}, ""),
    ],
    ids=["own-account", "capitals", "another-account", "spokesperson", "off-topic", "moderator"],
)
def test_role_against_the_facts(facts: dict[str, Any], severity: str) -> None:
    assert reported("unclear-role", "Vi åbner lugen kl. 7.", **facts) == severity


def test_role_that_the_profile_contradicts_on_the_topic() -> None:
    author = {**NINA, "bio": "Mejerist på Vibegård"}
    assert reported("unclear-role", "Vibegård har fået nye køer.", role="private", author=author) == "warning"
    assert reported("unclear-role", "Vibegård har fået nye køer.", role="employee", author=author) == ""


def test_official_post_without_an_account_is_not_evaluated() -> None:
    assert missing("unclear-role", "Vi åbner kl. 7.", role="official")


@pytest.mark.parametrize(
    ("name", "made_up"),
    [
        ("", True), ("MejeriInsider42", True), ("Den Stille Mælkemand", True), ("The Milkman", True), ("Natugle", True),
        ("Anonym medarbejder", True), ("Nina Kornblad", False), ("Zeynep Yılmaz", False), ("Rosa Lund", False),
        ("Storm Winther", False), ("Grace Hill", False), ("Bo", False), ("J. McDonald", False),
    ],
)  # fmt: skip
def test_name_of_an_author(name: str, made_up: bool) -> None:
    author = {"name": name, "handle": "@x"}
    assert (
        bool(reported("anonymous-post", "Vibegård har glemt nattevagten.", role="employee", author=author)) is made_up
    )


def test_whistle_blowing_without_a_name_is_advice() -> None:
    text = "Vibegård udleder ulovligt spildevand. Jeg har anmeldt det til tilsynet."
    assert reported("anonymous-post", text, role="employee", author={"name": "", "handle": "@x"}) == "info"


def test_author_that_is_not_said_is_not_evaluated() -> None:
    assert missing("anonymous-post", "Vibegård har nye køer.", role="private")
    assert not missing("anonymous-post", "Jeg har nye sko.", role="private")


@pytest.mark.parametrize(
    "text",
    [
        "Vibegård laver Danmarks lækreste smør.",
        "Folk, der skælder ud på Vibegård, har ikke fattet noget.",
        "Get your butter from Vibegård. Nobody else comes close.",
        "Just an ordinary mum here, but Klintost is on our table every day.",
        "Glem Solmark. Deres yoghurt smager af pap, og de behandler køerne elendigt.",
    ],
)
def test_siding_without_telling_of_the_employment(text: str) -> None:
    assert reported("undisclosed-affiliation", text, role="private") == "warning"
    told = "I work at Vibegård. " if " is " in text or "butter" in text else "Jeg arbejder på Vibegård. "
    assert reported("undisclosed-affiliation", told + text, role="private") == ""
    assert reported("undisclosed-affiliation", text, role="private", author={**NINA, "employee": False}) == ""
    assert reported("undisclosed-affiliation", text, role="employee") == ""


@pytest.mark.parametrize(
    "text",
    [
        "I dag leverede Vibegård mælk til skolen.",
        "Cyklede forbi Vibegård i morges. Det var en dejlig tur.",
        "Min far solgte mælk til Vibegård i tredive år.",
        "Syv år på Vibegård i dag. Tak for gode år.",
        "As a dairy technician with Vibegård I'm proud of the new Klintost.",
        "Does anyone know whether Vibegård is open on Sunday?",
    ],
)
def test_speaking_of_the_organisation_without_taking_sides(text: str) -> None:
    assert reported("undisclosed-affiliation", text, role="private") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vibegård mener, at momsen på frugt skal væk.", True),
        ("Det er løgn. Vibegård lukker ikke mejeriet.", True),
        ("Vibegård will cover the vet bill for every farmer.", True),
        ("Vi på Vibegård kan afsløre, at der kommer en ny ost.", True),
        ("Speaking for Vibegård: we will not comment.", True),
        ("According to the press release Vibegård will close the plant.", False),
        ("I wish Vibegård would pay farmers more.", False),
        ("Jeg taler ikke på vegne af Vibegård.", False),
        ("På vegne af klassen: tak for en god tur.", False),
        ("Som tillidsrepræsentant siger jeg: Vibegård mener det ikke alvorligt.", False),
        ("Svarer Vibegård mon i dag?", False),
    ],
)
def test_official_word(text: str, told: bool) -> None:
    assert reported("unauthorised-statement", text, role="employee") == ("error" if told else "")
    assert reported("unauthorised-statement", text, role="official", account="@vibegaard") == ""
    assert reported("unauthorised-statement", text, role="employee", author={"name": "Rie Rugmark"}) == ""


def test_public_employees_are_told_of_an_explicit_claim_alone() -> None:
    public = DAIRY._replace(sector="public")
    assert reported("unauthorised-statement", "Vibegård beklager fejlen.", public, role="employee") == ""
    assert reported("unauthorised-statement", "På vegne af Vibegård: vi beklager.", public, role="employee") == "info"
    assert reported("unclear-role", "Vi på Vibegård har travlt.", public, role="private") == ""
    assert reported("audience-check", "Min kollega på Vibegård faldt.", public, role="private", audience=None) == ""
    assert reported("undisclosed-affiliation", "Vibegård er det bedste sted.", public, role="private") == "info"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vi lukker i dag.\n\nMvh\nVibegård Kundeservice", True),
        ("Jeg trækker mig som formand.\n\nKærlig hilsen Per Halmstrå", True),
        ("Kommunen her. Vandet må ikke drikkes.", True),
        ("This is Grace Holm speaking. I resign.", True),
        ("Det er Per Halmstrå, der taler i aften på biblioteket.", False),
        ("Her er et billede af Per Halmstrå, der skriver på sin bog.", False),
        ("Jeg glæder mig!\n\nKærlig hilsen Nina og Per", False),
        ("Det er politiet, der bestemmer, hvor man må holde.", False),
    ],
)
def test_persona(text: str, told: bool) -> None:
    assert reported("impersonation", text, role="private") == ("error" if told else "")
    approvals = [{"by": "Per Halmstrå", "rule": "impersonation"}]
    assert reported("impersonation", text, role="private", approvals=approvals) == ""


@pytest.mark.parametrize(
    ("text", "commercial", "told"),
    [
        ("Skønne sko! #reklame", {"gift": True}, True),
        ("Reklame: skønne sko!", {"gift": True}, False),
        ("Skønne sko!", {"gift": False}, False),
        ("#ad Skønne sko, de er så gode at gå i.", {"gift": True}, True),
        ("#ad Lovely shoes, and so good to walk in.", {"gift": True}, False),
        ("Ikke reklame: skønne sko!", {"paid": True}, True),
        ("Klintost er god.", {"asked_by_employer": True}, True),
        ("Jeg arbejder på Vibegård, og Klintost er god.", {"asked_by_employer": True}, False),
        ("Prøv dem! 15 % med koden NINA15.", {}, True),
        ("Min søster er ambassadør for Røde Kors.", {}, False),
    ],
)
def test_advertising(text: str, commercial: dict[str, bool], told: bool) -> None:
    assert bool(reported("undisclosed-advertising", text, role="private", commercial=commercial)) is told


def test_label_is_put_before_the_text() -> None:
    report = check("Skønne nye sko til vinteren.", DAIRY, commercial={"gift": True})
    fix = found(report, "undisclosed-advertising")[0].fixes[0]
    assert (fix.safe, fix.edits[0]) == (True, (0, 0, "Reklame: "))


@pytest.mark.parametrize(
    ("image", "told"),
    [
        ({}, False),
        ({"credit": ""}, True),
        ({"credit": "ukendt"}, True),
        ({"credit": "Google"}, True),
        ({"credit": "author", "source": "google"}, False),
        ({"source": "a pinboard site"}, True),
        ({"source": "billedbanken"}, False),
        ({"credit": "", "licence": "CC0"}, False),
        ({"licence": "cc-by-4.0"}, True),
        ({"licence": "cc-by-4.0", "credit": "Per Halmstrå"}, False),
    ],
)
def test_credit(image: dict[str, str], told: bool) -> None:
    images = [{"file": "a.jpg", "alt": "En ko", "people": [], **image}]
    assert bool(reported("image-credit", "En ko.", images=images)) is told


@pytest.mark.parametrize(
    ("action", "reason", "severity"),
    [
        ("delete", None, "warning"),
        ("delete", "-", "warning"),
        ("hide", "makes us look bad", "warning"),
        ("block", "for kritisk", "warning"),
        ("delete", "hadefuld tone", ""),
        ("hide", "husreglernes punkt 3", ""),
        ("delete", "contains a phone number", ""),
        ("close-comments", "", "info"),
    ],
)
def test_moderation(action: str, reason: str | None, severity: str) -> None:
    moderation = {"action": action, "reason": reason} if reason is not None else {"action": action}
    facts = {"role": "moderator", "account": "@vibegaard", "moderation": moderation}
    assert reported("comment-censorship", "Vi har ryddet op.", **facts) == severity


def test_recipients() -> None:
    text, direct = "Hej, her er tegningen.", {"audience": "direct"}
    assert reported("unsolicited-contact", text, recipients=[{"name": "Bo", "permission": False}], **direct) == "error"
    assert reported("unsolicited-contact", text, recipients=[{"name": "Bo", "permission": True}], **direct) == ""
    assert missing("unsolicited-contact", text, recipients=[{"name": "Bo"}], **direct)


def test_alt_text_is_asked_for_where_it_is_switched_on() -> None:
    images = [{"file": "a.jpg", "people": []}]
    assert reported("alt-text", "En ko.", images=images) == ""
    assert reported("alt-text", "En ko.", DAIRY._replace(rules=(("alt-text", "info"),)), images=images) == "info"


def test_pictures_that_may_disturb() -> None:
    images = [{"file": "a.jpg", "alt": "En mark", "people": [], "shows": ["nudity"]}]
    assert reported("sensitive-imagery", "En mark.", images=images) == "error"
    assert reported("sensitive-imagery", "Advarsel: kunst.", role="official", images=images) == "info"
