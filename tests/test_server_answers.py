"""What the service answers: the findings of the command, byte for byte, and what stands beside them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from served import EXAMPLES, NOW, ROOT, START, Served, service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DRAFTS: list[dict[str, Any]] = [
    {"text": "FORTROLIGT 🎉: skriv til ida@kobberdal.example", "id": "emoji"},
    {"text": "Views my own. Svinghjul makes awful bikes.\r\nTheir boss is an idiot. #kobberdal", "role": "employee"},
    {"text": "Se vores fest", "images": [{"file": "fest.jpg", "alt": "", "people": [{"name": "Bo Fantasi"}]}],
     "channel": "instagram", "scheduled": "2026-12-01T08:00:00+01:00"},
    {"text": "FORTROLIGT", "waivers": [{"rule": "confidential-marker", "reason": "x", "by": "Ida"},
                                       {"rule": "no-such-rule", "reason": "x", "by": "Ida"}]},
    {"text": ""}, {"text": "Bonjour à tous les amis de la bicyclette, ce matin il fait beau."},
    {"text": "Jeg arbejder hos Kobberdal. CPR 010190-1234. Se https://kobberdal.example/?utm_source=x", "lang": "da"},
]  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with service(tmp_path_factory.mktemp("answers")) as running:
        yield running


def by_command(value: object, folder: Path) -> list[str]:
    """Return the posts of the command's JSON as they stand there, each on its line."""
    command = [sys.executable, "-c", START, "--config", str(EXAMPLES), "--format", "json", "--now", NOW]
    done = subprocess.run(
        [*command, "--fail-on", "never", "-"],
        input=json.dumps(value), cwd=folder, capture_output=True, text=True, encoding="utf-8", env=dict(os.environ),
        check=True,
    )  # fmt: skip
    return [line.strip().removesuffix("]}").removesuffix(",") for line in done.stdout.splitlines()[3:]]


def by_service(answer: bytes) -> str:
    """Return an answer without what the service adds to each post."""
    return re.sub(r', "text_sha256": "\w+", "fingerprints": \[[^\]]*\]', "", answer.decode())


@pytest.mark.parametrize("draft", DRAFTS, ids=[str(draft["text"])[:12] or "empty" for draft in DRAFTS])
def test_one_post_as_the_command_has_it(served: Served, tmp_path: Path, draft: dict[str, Any]) -> None:
    answer = served.client().post("/v1/check", json=draft)
    assert answer.status_code == 200
    (post,) = by_command(draft, tmp_path)
    assert json.loads(post)["source"] == "-"
    assert post in by_service(answer.content)


def test_many_posts_as_the_command_has_them(served: Served, tmp_path: Path) -> None:
    lines = (ROOT / "examples" / "posts.jsonl").read_text(encoding="utf-8").splitlines()
    posts = [*DRAFTS, *(json.loads(line) for line in lines if line.strip())]
    answer = served.client().post("/v1/check", json={"posts": posts})
    assert f'"posts": [{", ".join(by_command(posts, tmp_path))}]}}' in by_service(answer.content)


def test_the_same_question_has_the_same_answer(served: Served) -> None:
    answers = {served.client().post("/v1/check", json={"posts": DRAFTS}).content for _ in range(3)}
    assert len(answers) == 1


def test_what_stands_beside_the_findings(served: Served) -> None:
    told = served.client().post("/v1/check", json=DRAFTS[0]).json()
    post = told["posts"][0]
    assert told["api"] == 1
    assert told["offset_unit"] == {
        "start": "code point", "end": "code point", "utf16_start": "UTF-16", "utf16_end": "UTF-16",
    }  # fmt: skip
    assert told["policies"][0]["id"] == "social-media"
    assert re.fullmatch(r"[0-9a-f]{64}", told["policies"][0]["sha256"])
    assert [pack["name"] for pack in told["packs"]] == ["core", "da", "en"]
    assert post["text_sha256"] == hashlib.sha256(str(DRAFTS[0]["text"]).encode()).hexdigest()
    assert len(post["fingerprints"]) == len(post["findings"]) > 1
    assert post["languages"] == ["da"]


def test_offsets_in_both_units_name_the_same_words(served: Served) -> None:
    text = "🎉👩‍🔬 skriv til ida@kobberdal.example 🎉"
    findings = served.client().post("/v1/check", json={"text": text}).json()["posts"][0]["findings"]
    span = next(one["span"] for one in findings if one["rule"] == "work-email")
    units = text.encode("utf-16-le")[span["utf16_start"] * 2 : span["utf16_end"] * 2]
    assert text[span["start"] : span["end"]] == units.decode("utf-16-le") == "ida@kobberdal.example"


def test_a_fingerprint_is_kept_when_other_words_change(served: Served) -> None:
    one, other = (
        served.client().post("/v1/check", json={"text": text}).json()["posts"][0]["fingerprints"]
        for text in ("Skriv til ida@kobberdal.example", "Du kan også skrive til ida@kobberdal.example i morgen.")
    )
    assert one == other


@pytest.mark.parametrize("lang", ["da", "en"])
def test_messages_in_the_language_asked_for(served: Served, lang: str) -> None:
    told = served.client().post("/v1/check", json={"posts": [DRAFTS[0]], "ui_lang": lang}).json()
    assert {finding["lang"] for finding in told["posts"][0]["findings"]} == {lang}


REFUSED = (
    ("POST", "/v1/check", b"", 400, "json"), ("POST", "/v1/check", b"{", 400, "json"),
    ("POST", "/v1/check", b"\xff", 400, "json"), ("POST", "/v1/check", b"{} {}", 400, "json"),
    ("POST", "/v1/check", b"[]", 422, "fields"), ("POST", "/v1/check", b"{}", 422, "fields"),
    ("POST", "/v1/check", b'{"text": 1}', 422, "fields"), ("POST", "/v1/check", b'{"posts": []}', 422, "fields"),
    ("POST", "/v1/check", b'{"text": "", "text": ""}', 422, "fields"),
    ("POST", "/v1/check", b'{"posts": [{"text": ""}], "ui_lang": "fr"}', 422, "fields"),
    ("GET", "/v1/check", b"", 405, "method"), ("POST", "/v1/rules", b"{}", 405, "method"),
    ("GET", "/v1/chek", b"", 404, "path"), ("GET", "/v1/check/", b"", 404, "path"),
    ("GET", "/v1/rules/work-emial", b"", 404, "rule"), ("GET", "/v1/rules?lang=fr", b"", 422, "fields"),
    ("POST", "/v1/consents/query", b'{"people": ["KD-01"]}', 422, "fields"),
    ("POST", "/v1/consents/query", b'{"people": ["KD-01"], "sha256": "abc"}', 422, "fields"),
    ("POST", "/v1/feedback", b'{"verdict": "ok"}', 422, "fields"),
    ("POST", "/v1/feedback", b'{"verdict": "ok", "rule": "my words"}', 422, "fields"),
    ("POST", "/v1/feedback", b'{"verdict": "ok", "fingerprint": "my words"}', 422, "fields"),
    ("POST", "/v1/feedback", b'{"verdict": "ok", "rule": "profanity", "text": "my words"}', 422, "fields"),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(("method", "path", "body", "status", "code"), REFUSED)
def test_refusals_are_problem_details(
    served: Served, method: str, path: str, body: bytes, status: int, code: str, lang: str
) -> None:
    headers = {"Content-Type": "application/json", "Accept-Language": f"{lang}, fr;q=0.1"}
    answer = served.client().request(method, path, content=body, headers=headers)
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == lang
    assert (answer.status_code, told["status"], told["type"]) == (status, status, f"urn:postlint:problem:{code}")
    assert told["title"]
    assert told["detail"]
    assert all(set(fault) >= {"pointer", "detail", "code"} for fault in told.get("errors", ()))
    assert b"my words" not in answer.content


def test_an_unknown_field_is_named_with_its_place_and_the_nearest(served: Served) -> None:
    posts = [{"text": "a"}, {"text": "b", "images": [{"fil": "x.jpg"}]}]
    (fault,) = served.client().post("/v1/check", json={"posts": posts}).json()["errors"]
    assert (fault["code"], fault["pointer"], fault["nearest"]) == ("key-unknown", "/posts/1/images/0/fil", "file")


@pytest.mark.parametrize(
    ("accepted", "status"),
    [("text/html", 406), ("application/json;q=0", 406), ("text/html, */*;q=0.1", 200), ("application/json", 200)],
)
def test_only_json_is_answered(served: Served, accepted: str, status: int) -> None:
    assert served.client(Accept=accepted).post("/v1/check", json={"text": ""}).status_code == status


@pytest.mark.parametrize("lang", ["da", "en"])
def test_rules_and_policies_are_told(served: Served, lang: str) -> None:
    client = served.client()
    rules = client.get("/v1/rules", params={"lang": lang}).json()
    policies = client.get("/v1/policies", params={"lang": lang}).json()
    rule = client.get("/v1/rules/work-email", params={"lang": lang}).json()
    assert len(rules) > 40
    assert {**rule, "message": "", "advice": "", "bad": [], "good": []} != rule
    assert next(one for one in rules if one["rule"] == "work-email")["title"] == rule["title"]
    assert len(rule["bad"]) >= 5
    assert policies[0]["clauses"] == 52
    assert policies[0]["title"] == {"da": "Politik for sociale medier", "en": "Social-media policy"}[lang]
    assert client.get("/v1/version").json()["stale"] is None


SHA = "0" * 63 + "1"
REGISTER = f"""ref,person,image,channels,given,expires,withdrawn,guardian
R-1,Bo Fantasi,,linkedin,2026-01-01,2028-01-01,,
R-2,Rikke Rimeligvis,sha256:{SHA},,2026-01-01,,,
R-3,Storm Påfund,,,2020-01-01,2021-01-01,,
R-4,Liv Opspind,,,2026-01-01,,2026-02-01,
R-5,Tor Tænkt,dhash:00ff00ff00ff00ff,,2026-01-01,,,
"""


@pytest.fixture(scope="module")
def with_register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("register")
    (folder / "consents.csv").write_text(REGISTER, encoding="utf-8")
    (folder / "postlint.toml").write_text('[consent]\nregister = "consents.csv"\n', encoding="utf-8")
    with service(folder, config=folder / "postlint.toml") as running:
        yield running


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ({"sha256": SHA, "channel": "linkedin"}, ["yes", "yes", "expired", "no", "no", "no"]),
        ({"sha256": SHA.upper()}, ["no", "yes", "expired", "no", "no", "no"]),
        ({"sha256": "f" * 64, "channel": "x"}, ["no", "no", "expired", "no", "no", "no"]),
        ({"dhash": "00ff00ff00ff00ff", "channel": "x"}, ["no", "no", "expired", "no", "yes", "no"]),
    ],
    ids=["picture and channel", "no channel said", "another picture", "by the look"],
)
def test_consents_by_id_without_names(with_register: Served, asked: dict[str, str], answers: list[str]) -> None:
    ids = ["R-1", "R-2", "R-3", "R-4", "R-5", "R-9"]
    answer = with_register.client().post("/v1/consents/query", json={**asked, "people": ids})
    assert [one["answer"] for one in answer.json()["people"]] == answers
    assert [one["id"] for one in answer.json()["people"]] == ids
    assert not any(name in answer.text for name in ("Fantasi", "Rimeligvis", "Påfund", "Opspind", "Tænkt"))


@pytest.mark.parametrize(("digest", "found"), [(SHA, False), ("f" * 64, True)], ids=["agreed", "another"])
def test_a_picture_may_be_named_by_its_hash(with_register: Served, digest: str, found: bool) -> None:
    image = {"file": f"sha256:{digest}", "alt": "en fest", "people": ["Rikke Rimeligvis"]}
    answer = with_register.client().post("/v1/check", json={"text": "Se vores fest", "images": [image]}).json()
    assert ("photo-consent" in {one["rule"] for one in answer["posts"][0]["findings"]}) is found


def test_without_a_register_nobody_has_said_yes(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text("", encoding="utf-8")
    with service(tmp_path, config=tmp_path / "postlint.toml") as running:
        answer = running.client().post("/v1/consents/query", json={"sha256": SHA, "people": ["R-1"]}).json()
    assert answer == {"register": False, "people": [{"id": "R-1", "answer": "no"}]}


def test_feedback_is_kept_without_words(served: Served) -> None:
    print = served.client().post("/v1/check", json=DRAFTS[0]).json()["posts"][0]["fingerprints"][0]
    said = {"verdict": "false-positive", "fingerprint": print, "rule": "confidential-marker"}
    assert served.client().post("/v1/feedback", json=said).status_code == 204
    file = served.state / "feedback.jsonl"
    line = json.loads(file.read_text(encoding="utf-8").splitlines()[-1])
    assert {**line, **said} == line
    assert set(line) == {"at", "policies", *said}
    assert file.stat().st_mode & 0o777 == 0o600


def test_feedback_may_hold_words_where_the_organisation_says_so(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text("[server]\nfeedback_text = true\n", encoding="utf-8")
    said = {"verdict": "missed", "rule": "profanity", "text": "Ordet er groft hos os."}
    with service(tmp_path, config=tmp_path / "postlint.toml") as running:
        assert running.client().post("/v1/feedback", json=said).status_code == 204
        assert "Ordet er groft hos os." in (running.state / "feedback.jsonl").read_text(encoding="utf-8")


WITH_PICTURE = json.dumps({"text": "Se vores fest", "images": [{"file": "fest.png", "alt": "en fest"}]})
PICTURE = b"\x89PNG\r\n\x1a\nnot much of a picture"


def photograph() -> bytes:
    """Return a JPEG whose own metadata names its maker."""
    made = Image.linear_gradient("L").convert("RGB")
    data = made.getexif()
    data[0x013B] = "Rikke Rimeligvis"  # Artist
    file = io.BytesIO()
    made.save(file, "JPEG", exif=data)
    return file.getvalue()


@pytest.mark.parametrize(("data", "opened"), [(photograph(), True), (PICTURE, False)], ids=["a picture", "none"])
def test_a_picture_that_came_along_is_looked_at(served: Served, data: bytes, opened: bool) -> None:
    form = {"request": (None, WITH_PICTURE, "application/json"), "image0": ("fest.png", data, "image/png")}
    told = served.client().post("/v1/check", files=form).json()["posts"][0]
    (picture,) = told["pictures"]
    assert picture["sha256"] == hashlib.sha256(data).hexdigest()
    assert (picture["image"], picture["file"], picture["looked_at"]) == (0, "fest.png", opened)
    assert len(picture["dhash"]) == (16 if opened else 0)
    assert any("Rimeligvis" in one["reason"] for one in told["not_evaluated"]) is opened
    assert any(one["field"] == "images[0].file" for one in told["findings"]) is not opened


def test_a_picture_that_came_along_is_known_by_the_register(with_register: Served) -> None:
    data = photograph()
    image = {"file": "x.jpg", "alt": "en fest", "people": ["Rikke Rimeligvis"]}
    form = {"request": (None, json.dumps({"text": "Se vores fest", "images": [image]})), "image0": ("x.jpg", data)}

    def rules() -> set[str]:
        answer = with_register.client().post("/v1/check", files=form).json()
        return {one["rule"] for one in answer["posts"][0]["findings"]}

    assert "photo-consent" in rules()
    register = with_register.state.parent / "consents.csv"
    register.write_text(REGISTER.replace(SHA, hashlib.sha256(data).hexdigest()), encoding="utf-8")
    try:
        end = time.monotonic() + 30
        while "photo-consent" in rules() and time.monotonic() < end:
            time.sleep(0.3)
        assert "photo-consent" not in rules()
    finally:
        register.write_text(REGISTER, encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"image0": ("a", PICTURE)}, 400),
        ({"request": (None, WITH_PICTURE), "picture": ("a", PICTURE)}, 400),
        ({"request": (None, WITH_PICTURE), "image1": ("a", PICTURE)}, 422),
        ({"request": (None, "{"), "image0": ("a", PICTURE)}, 400),
        ({"request": (None, '{"posts": [{"text": ""}, {"text": ""}]}')}, 422),
        ({"request": (None, WITH_PICTURE + " " * 300_000)}, 413),
    ],
    ids=["no request", "unknown part", "no such image", "no JSON", "two posts", "long JSON"],
)
def test_forms_that_cannot_be_used(served: Served, form: dict[str, Any], status: int) -> None:
    answer = served.client().post("/v1/check", files=form)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    "body",
    [b"", b"--x", b"--x\r\n\r\n", b"--x--\r\n", b"\x00" * 1000, b"--x\r\nContent-Disposition: form-data\r\n\r\nq"],
    ids=["nothing", "a boundary", "no header", "only the end", "zeros", "cut off"],
)
@pytest.mark.parametrize("boundary", ["; boundary=x", "", "; boundary="])
def test_broken_forms_are_refused(served: Served, body: bytes, boundary: str) -> None:
    headers = {"Content-Type": f"multipart/form-data{boundary}"}
    assert served.client().post("/v1/check", content=body, headers=headers).status_code == 400


@pytest.mark.parametrize("path", ["/v1/feedback", "/v1/consents/query", "/v1/pairing"])
def test_forms_are_for_pictures_only(served: Served, path: str) -> None:
    assert served.client().post(path, files={"request": (None, "{}")}).status_code == 415


def test_half_a_letter_is_answered(served: Served) -> None:
    body = b'{"text": "FORTROLIGT \\ud83d hej"}'
    answer = served.client().post("/v1/check", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert "confidential-marker" in {finding["rule"] for finding in answer.json()["posts"][0]["findings"]}
