"""What is private: numbers, matters of others, secrets, clients, reports, hidden signs."""

from __future__ import annotations

from typing import Any

import pytest

import postlint
from postlint.identifiers.keys import keys
from postlint.identifiers.networks import internal_places
from postlint.identifiers.numbers import cards, ibans, is_business_number, personal_numbers

CONFIG = """
policies = ["social-media", "os2samtale", "oktech", "ecxo"]
[organisation]
name = "Kvernholt"
email_domains = ["kvernholt.example"]
[[customers]]
name = "Ravnsund Tømmer"
public_reference = false
[[customers]]
name = "Solkrog Camping"
public_reference = true
"""


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("private") / "postlint.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return postlint.linter(path, now="2026-12-01T12:00:00+01:00")


def found(linter: Any, text: str, rule: str, **facts: Any) -> list[Any]:
    post = {"text": text, "role": "private", **facts}
    return [finding for finding in postlint.check(post, linter).findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "confirmed"),
    [
        pytest.param("150840-5002", True, id="hyphen, check digit fits"),
        pytest.param("311257-5002", False, id="hyphen, check digit does not fit: valid all the same"),
        pytest.param("1508405002", True, id="in a row"),
        pytest.param("150840 5002", True, id="with a blank"),
        pytest.param("15.08.40-5002", True, id="with stops in the date"),
        pytest.param("010180-TES1", False, id="replacement number with letters"),
        pytest.param("750840-5002", False, id="administrative number, day plus 60"),
        pytest.param("290252-5001", True, id="29 February 2052"),
    ],
)
def test_personal_number_is_read(text: str, confirmed: bool) -> None:
    numbers = list(personal_numbers(f"Her: {text}."))
    assert [(number.start, number.end, number.confirmed) for number in numbers] == [(5, 5 + len(text), confirmed)]


@pytest.mark.parametrize(
    "text", ["310457-5000", "290257-5000", "321340-5002", "010140-50021", "1-010140-5002", "13748136", "5790000000000"]
)
def test_no_personal_number(text: str) -> None:
    assert not list(personal_numbers(text))


def test_checksums() -> None:
    assert is_business_number("13748136")
    assert not is_business_number("12345678")
    assert list(ibans("IBAN DK50 0040 0440 1162 43.")) == [(5, 27)]
    assert not list(ibans("DK51 0040 0440 1162 43"))
    assert list(cards("4111 1111 1111 1111")) == [(0, 19)]
    assert not list(cards("4111 1111 1111 1112"))


@pytest.mark.parametrize(
    "text", ["AKIAIOSFODNN7EXAMPLE", "API_KEY=<your-key>", "password=changeme1", "token=$TOKEN_ONE"]
)
def test_placeholder_is_no_key(text: str) -> None:
    assert not list(keys(text))


def test_internal_places() -> None:
    assert [kind for _, _, kind in internal_places("db1.intern.kvernholt.example, 10.7.7.9")] == ["host", "address"]
    assert not list(internal_places("127.0.0.1, 192.168.1.1, 192.0.2.7, status.kvernholt.example, v10.2.3"))


PERSONAL = [
    ("Find hende i systemet, cpr 150840-5002", "cpr"),
    ("Den her borger mangler stadig svar: 1508405002", "unsure"),
    ("Asger fra værkstedet er sygemeldt med stress til påske.", "health"),
    ("Solveig is quiet because she's in hospital again.", "health"),
    ("Did you all hear that Gordon was sacked on Friday?", "life"),
    ("Vibeke tjener 41.200 om måneden for det samme som os.", "pay"),
    ("Bjarne bor på Lærkevej 9, 1. th., hvis nogen vil tale med ham.", "home"),
    ("Prøv Lones private mobil: 20 30 40 55", "phone"),
    ("Slet det, ellers lægger jeg din adresse op i gruppen.", "announced"),
    ("Card 4111 1111 1111 1111 belongs to Trevor.", "card"),
    ("Hans kontonummer er 4321 0009876543", "account"),
    ("Skriv til Karls private mail karl.k@postkasse.example", "mail"),
    ("Pengene til Karls gave: reg. 4321, konto 0009876543", "account"),
    ("Pay it into Trevor's account, sort code 20-14-53, account 48812203", "account"),
    ("Trevor's National Insurance number is QQ 12 34 56 C", "document"),
    ("Bjarne har meldt sig ud af fagforeningen.", "life"),
    ("Gordon did nine months for burglary, by the way.", "life"),
    ("Bjarne er tilbage efter tredje runde kemo.", "health"),
]


@pytest.mark.parametrize(("text", "reason"), PERSONAL, ids=[reason + "-" + text[:12] for text, reason in PERSONAL])
def test_personal_data(linter: Any, text: str, reason: str) -> None:
    findings = found(linter, text, "personal-data")
    assert len(findings) == 1
    rule = linter.rulebook.rules["personal-data"]
    assert findings[0].message.split(" (")[0] == rule.wording[findings[0].lang].told(reason)[0].split(" (")[0]
    assert findings[0].secret
    assert findings[0].words not in findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "CVR 13748136 og ordrenr. 1508405002 skal stå på fakturaen.",
        "Ticket number 1508405002 took eleven weeks.",
        "Min mor har fået kræft, og jeg er ked af det.",
        "Jeg er selv sygemeldt med stress.",
        "My son has ADHD and I am proud of him.",
        "Asger er ikke sygemeldt, han er på ferie.",
        "Stress is common, talk about it.",
        "Sælger min cykel. Ring til mig på 20 30 40 55.",
        "Tilmelding hos Karen på tlf. 20 30 40 55 senest fredag.",
        "Vi åbner butik på Lærkevej 9, 1. sal, på lørdag.",
        "Share your address with us and win a prize.",
        "Never post somebody's home address.",
        "Jens solgte båden for 41.200 kr.",
    ],
)
def test_no_personal_data(linter: Any, text: str) -> None:
    assert not found(linter, text, "personal-data")


def test_leave_and_role_clear_personal_data(linter: Any) -> None:
    text = "Asger er sygemeldt og siger tak for kortene."
    assert found(linter, text, "personal-data")
    assert not found(linter, text, "personal-data", approvals=[{"by": "Asger Opspind"}])
    assert not found(linter, "Ring til Karen i kundeservice på 20 30 40 55.", "personal-data", role="official")


@pytest.mark.parametrize(
    "text",
    [
        "Koden til hoveddøren er skiftet til 9931.",
        "Wifi: Havnegæst, kode: Torsk&Rejer9",
        "Meeting ID 912 3456 7890, passcode 778812",
        "Type 904417 when it asks for the passcode.",
        "4482 er koden til porten.",
        "Tast 7741 ved lågen.",
        "Porten til gården er 7719#, og så skal I skubbe.",
        "Nøgleboksen springer op på 3-9-0-5.",
        "The back gate opens with 48120.",
        "-----BEGIN RSA PRIVATE KEY-----",
        "curl -H 'Authorization: Bearer q8Zt41mVb77Lw0Xc' https://api.kvernholt.example",
        "postgres://deploy:Kl0detaeppe@db.kvernholt.example/prod",
        "```\nDB_PASSWORD=Sommerfugl42\n```",
        "Alt: My new access badge",
        "If the till hangs, sign in as manager with Havnemole88 and start again.",
        "Personalets wifi er Torskefars-41, hvis nogen mangler det.",
        "The key safe behind the shed opens on 1911.",
        "Alarmen gik igen i nat. Man skal bare taste 6604, så tier den.",
        "First day! A selfie with my new access badge, front and back.",
    ],
)
def test_secret_is_found(linter: Any, text: str) -> None:
    findings = found(linter, text, "security-exposure")
    assert len(findings) == 1
    assert findings[0].secret


@pytest.mark.parametrize(
    "text",
    [
        "Brug koden JUL25 og få rabat i kassen.",
        "Koden er 200 linjer lang.",
        "Vores kode kører på port 8080.",
        "Den mest brugte adgangskode er 123456.",
        "Adgangskoden er sendt til jer på mail.",
        "Reset your password here: https://kvernholt.example/reset",
        "The password is on the sticky note.",
        "Pin 1234 pictures to your board",
        "Porten åbner kl. 0800 på lørdag.",
        "The gate is 1200 metres from here.",
        "Alarmen blev købt i 2019 og virker stadig.",
        "Lageret er 4500 kvadratmeter.",
        "Kodeordet er tålmodighed.",
        "Brugernavn: Torsk72 Medlem siden: maj 2011",
        "Log in with your own name and choose a long password.",
        "Four random words make a better password than Torsk&Rejer9.",
        "Min nye adgangsbillet til havnefesten er kommet!",
        "Alarmen gik to gange i 2019.",
    ],
)
def test_no_secret(linter: Any, text: str) -> None:
    assert not found(linter, text, "security-exposure")


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("Ravnsund Tømmer har opsagt kontrakten.", True),
        ("Ravnsund are late with their payments again, the third month.", True),
        ("Ravnsund Tømmer ringede. De er bagud med betalingen.", True),
        ("One of my pupils told me that his dad is in prison.", True),
        ("Tak for kaffen, Ravnsund Tømmer!", False),
        ("Ravnsund Tømmer har offentliggjort, at de forlænger kontrakten.", False),
        ("Solkrog Camping har forlænget kontrakten.", False),
        ("En patient med diabetes bør spise regelmæssigt.", False),
        ("Many clients ask this.", False),
    ],
)
def test_client_information(linter: Any, text: str, bad: bool) -> None:
    assert bool(found(linter, text, "client-information")) == bad


def test_approval_clears_client_information(linter: Any) -> None:
    text = "Ravnsund Tømmer har forlænget kontrakten."
    assert not found(linter, text, "client-information", approvals=[{"by": "Ravnsund Tømmer"}])
    assert found(linter, text, "client-information", approvals=[{"by": "Bo", "rule": "image-credit"}])


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("Der ligger en klage, og det er Solveig Aabo, der har sendt den.", True),
        ("It was Megan who complained.", True),
        ("Sophie reported Dan to the moderators last night.", True),
        ("Whistlebloweren er ham fra økonomi.", True),
        ("I say no names but she is the only woman from Leeds, and she complained to the mods.", True),
        ("Naboen har klaget over støjen.", False),
        ("Anna har klaget over vejret hele ugen.", False),
        ("It was Tom who reported the bug.", False),
        ("Det var Karen, der meldte sig som frivillig.", False),
        ("Jane reported strong earnings this quarter.", False),
        ("Offeret er altid uden skyld.", False),
        ("I reported it myself.", False),
    ],
)
def test_report_confidentiality(linter: Any, text: str, bad: bool) -> None:
    assert bool(found(linter, text, "report-confidentiality")) == bad


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gratis bil\u200bletter", ["bil\u200bletter"]),
        ("Welcome on bo\u0430rd", ["bo\u0430rd"]),
        ("Family 👩\u200d👩\u200d👧 and 5 μF", []),
        ("Привет til alle", []),
    ],
)
def test_hidden_text(linter: Any, text: str, words: list[str]) -> None:
    findings = found(linter, text, "hidden-text")
    assert [finding.words for finding in findings] == words
    assert all(finding.severity == "info" for finding in findings)
