"""A record for the file: what it holds and never holds, and what ``verify`` notices."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.start import main

NOW = "2026-11-20T12:00:00+01:00"
SECRET = "Mit CPR-nummer er 010190-1234, og Svinghjul laver elendige cykler."
POST = """---
title: Vi åbner
images:
  - {file: hus.png, people: [], alt: Et hus}
waivers:
  - {rule: competitor-disparagement, reason: Aftalt med Ida om 010190-1234, by: Bo Eksempel, expires: 2026-12-31}
---
"""
REGISTER = "ref,person,image,channels,given,expires,withdrawn,guardian\n"
HOUSE = """
[organisation]
name = "Kobberdal"
[[competitors]]
name = "Svinghjul"
[consent]
register = "consents.csv"
[rules]
undisclosed-affiliation = "off"
"""
POLICY = """
[policy]
id = "hus"
da = "Husets politik"
en = "The house's policy"
[[clause]]
id = "1"
da = "Et punkt"
en = "A clause"
rules = ["work-email", "competitor-disparagement", "personal-data"]
"""
OWN = 'policies = ["./hus.toml"]\npacks = ["pakke.toml"]\n'
PACK = """
[[rule]]
id = "code-names"
severity = "info"
[rule.da]
title = "Projektnavn"
message = "»{words}« er et projekt."
phrases = ["projekt svup"]
bad = ["Her er projekt svup."]
good = ["Her er ingenting."]
"""


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("postlint.toml", HOUSE)
    write("consents.csv", REGISTER)
    Path("opslag").mkdir()
    write("opslag/a.md", POST + SECRET)
    write("opslag/b.txt", "Vi ses på lørdag 🎉.")
    write("opslag/c.jsonl", '{"id": "k-1", "text": "Et."}\n{"text": "To."}\n{"text": "Tre."}\n')
    picture("opslag/hus.png", 1)
    record()
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def picture(name: str, colour: int) -> None:
    """Write a real picture of one pixel."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(bytes([0, colour]))),
             (b"IEND", b"")]  # fmt: skip
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    Path(name).write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def record(*more: str) -> int:
    return main(["opslag", "--record", "ud.json", "--quiet", "--now", NOW, "--ui-lang", "da", *more])


def recorded() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(Path("ud.json").read_text("utf-8"))
    return value


def verified(capsys: pytest.CaptureFixture[str], *paths: str, now: str = NOW) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    status = main(["verify", "ud.json", *(paths or ("opslag",)), "--format", "json", "--now", now])
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return status, value


def states(value: dict[str, Any]) -> dict[str, list[str]]:
    """Return the states that are not ``unchanged``, by post."""
    return {post["id"]: post["states"] for post in value["posts"] if post["states"] != ["unchanged"]}


def test_what_a_record_says_of_a_post() -> None:
    post = recorded()["posts"][0]
    assert post["id"] == post["source"] == "a.md"
    assert post["text_sha256"] == hashlib.sha256(SECRET.encode()).hexdigest()
    digest = hashlib.sha256(Path("opslag/hus.png").read_bytes()).hexdigest()
    assert post["pictures"] == [{"field": "images[0].file", "sha256": digest}]
    assert [(one["rule"], one["severity"], one["times"]) for one in post["findings"]] == [("personal-data", "error", 1)]
    assert post["findings"][0]["clauses"] == ["social-media S2.37"]
    assert post["waived"] == [
        {"rule": "competitor-disparagement", "reason": "Aftalt med Ida om █████", "by": "Bo Eksempel",
         "expires": "2026-12-31", "times": 1}
    ]  # fmt: skip


def test_what_a_record_says_of_the_whole() -> None:
    value = recorded()
    assert value["checked"] == NOW
    assert value["summary"] == {"posts": 5, "errors": 1, "warnings": 0, "infos": 0, "waived": 1, "baselined": 0}
    (configuration,) = value["configurations"]
    assert [policy["name"] for policy in configuration["policies"]] == ["social-media"]
    assert configuration["register"] == hashlib.sha256(Path("consents.csv").read_bytes()).hexdigest()


@pytest.mark.parametrize("words", ["010190", "1234", "elendige", "Svinghjul", "lørdag", "åbner", "Et hus", "hus.png"])
def test_no_word_of_a_post_stands_in_it(words: str) -> None:
    assert words not in Path("ud.json").read_text("utf-8")


def test_nobody_is_named_who_was_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "maskinens-navn")
    record()
    assert "by" not in recorded()
    assert "maskinens-navn" not in Path("ud.json").read_text("utf-8")
    record("--by", "Ida Eksempel")
    assert recorded()["by"] == "Ida Eksempel"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_may_read_it() -> None:
    assert stat.S_IMODE(os.stat("ud.json").st_mode) == 0o600


def test_the_same_posts_give_the_same_bytes() -> None:
    before = Path("ud.json").read_bytes()
    record()
    assert Path("ud.json").read_bytes() == before


def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(capsys) == (0, {
        "record": {"checked": NOW, "postlint": recorded()["postlint"]}, "unchanged": True,
        "posts": [{"id": one["id"], "source": one["source"], "states": ["unchanged"]} for one in recorded()["posts"]],
        "rules_changed": [], "expired_waivers": [], "not_asked": 0,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("elendige", "elendige!", ["text-changed"], id="a sign"),
        pytest.param("cykler.", "cykler. ", ["text-changed"], id="a blank"),
        pytest.param("Vi åbner", "Vi lukker", ["facts-changed"], id="title"),
        pytest.param("Et hus", "Et skur", ["facts-changed"], id="alternative text"),
        pytest.param("Aftalt med", "Aftalt ikke med", ["facts-changed"], id="reason of a waiver"),
        pytest.param("title: Vi", "tags: [a]\ntitle: Vi", None, id="a line of others"),
    ],
)  # fmt: skip
def test_a_changed_post(old: str, new: str, expected: list[str] | None, capsys: pytest.CaptureFixture[str]) -> None:
    write("opslag/a.md", (POST + SECRET).replace(old, new))
    status, value = verified(capsys)
    assert states(value) == ({"a.md": expected} if expected else {})
    assert status == bool(expected)


def test_a_changed_picture(capsys: pytest.CaptureFixture[str]) -> None:
    picture("opslag/hus.png", 2)
    assert states(verified(capsys)[1]) == {"a.md": ["picture-changed"]}
    Path("opslag/hus.png").unlink()
    assert states(verified(capsys)[1]) == {"a.md": ["picture-changed"]}


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "link.png", "pipe", "https://ond.example/x.png"])
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name != "nt":
        os.symlink("/etc/passwd", "opslag/link.png")
        os.mkfifo("opslag/pipe")
    write("opslag/a.md", f"---\nimages:\n  - {{file: '{name}', people: []}}\n---\nHej.\n")
    record()
    assert recorded()["posts"][0]["pictures"] == [{"field": "images[0].file", "sha256": None}]
    assert verified(capsys)[0] == 0


def test_new_and_missing_posts(capsys: pytest.CaptureFixture[str]) -> None:
    write("opslag/d.txt", "Et nyt opslag.")
    Path("opslag/b.txt").unlink()
    status, value = verified(capsys)
    assert status == 1
    assert states(value) == {"d.txt": ["not-in-record"], "b.txt": ["no-longer-there"]}


def test_a_renamed_file_is_the_same_post(capsys: pytest.CaptureFixture[str]) -> None:
    Path("opslag/b.txt").rename("opslag/z.txt")
    assert verified(capsys)[0] == 0


def test_lines_of_a_calendar_may_move(capsys: pytest.CaptureFixture[str]) -> None:
    write("opslag/c.jsonl", '{"text": "Nul."}\n{"text": "Tre."}\n{"text": "To."}\n{"id": "k-1", "text": "Et."}\n')
    assert list(states(verified(capsys)[1]).values()) == [["not-in-record"]]


def test_only_what_is_asked_about_counts(capsys: pytest.CaptureFixture[str]) -> None:
    write("opslag/a.md", "Noget andet.")
    status, value = verified(capsys, "opslag/b.txt")
    assert status == 0
    assert value["not_asked"] == 4
    write("opslag/c.jsonl", '{"text": "To."}\n')
    assert states(verified(capsys, "opslag/c.jsonl")[1]) == {
        "k-1": ["no-longer-there"], "c.jsonl:3": ["no-longer-there"]
    }  # fmt: skip


def test_two_files_of_one_name(capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("x", "y"):
        Path("opslag", folder).mkdir()
        write(f"opslag/{folder}/index.md", f"Hej fra {folder}.")
    record()
    write("opslag/x/index.md", "Hej fra et andet sted.")
    assert [post["states"] for post in verified(capsys)[1]["posts"] if post["id"] == "index.md"] == [
        ["text-changed"], ["unchanged"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        pytest.param("postlint.toml", HOUSE + 'profanity = "off"\n', "settings", id="settings"),
        pytest.param("consents.csv", REGISTER + "KD-1,Bo,,,2026-01-01,,,\n", "register", id="register"),
    ],
)
def test_changed_settings_are_told(name: str, text: str, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(name, text)
    status, value = verified(capsys)
    assert value["rules_changed"] == [{"kind": kind, "name": ""}]
    assert status == 1


def test_changed_policies_and_packs_are_told_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    write("hus.toml", POLICY)
    write("pakke.toml", PACK)
    write("postlint.toml", OWN + HOUSE)
    record()
    assert verified(capsys)[0] == 0
    write("hus.toml", POLICY.replace("Et punkt", "Et andet"))
    write("pakke.toml", PACK.replace("svup", "svip"))
    told = [(one["kind"], one["name"]) for one in verified(capsys)[1]["rules_changed"]]
    assert told == [("policies", "hus"), ("packs", "pakke")]


def test_a_comment_in_the_configuration_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write("postlint.toml", "# en bemærkning\n" + HOUSE)
    assert verified(capsys)[0] == 0


def test_a_waiver_that_has_run_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, value = verified(capsys, now="2027-01-01T00:00:00+01:00")
    assert value["expired_waivers"] == [{"post": "a.md", "rule": "competitor-disparagement", "expires": "2026-12-31"}]
    assert status == 1
    assert verified(capsys, "opslag/b.txt", now="2027-01-01T00:00:00+01:00")[0] == 0  # it was another post's


def test_what_the_command_said_is_said_again(capsys: pytest.CaptureFixture[str]) -> None:
    record("--role", "official", "--channel", "linkedin", "--lang", "da", "--ignore", "profanity")
    assert recorded()["said"] == {
        "role": "official", "channel": "linkedin", "lang": "da", "ignore": ["profanity"]
    }  # fmt: skip
    assert verified(capsys)[0] == 0


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"format": "postlint-record", "format_version": 9}', "[" * 9000]
)
def test_a_file_that_is_no_record_is_an_error(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("ud.json", content)
    assert main(["verify", "ud.json", "opslag"]) == 2
    said = capsys.readouterr()
    assert "ud.json: the file is" in said.err
    assert "went wrong" not in said.err


@pytest.mark.parametrize("key", ["posts", "configurations", "said", "checked"])
@pytest.mark.parametrize("value", [None, 1, "x", [1], [{}], {"a": 1}])
def test_a_record_in_another_shape_is_borne(key: str, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTLINT_TRACEBACK", "1")  # a mistake of ours would raise
    write("ud.json", json.dumps(recorded() | {key: value}))
    assert main(["verify", "ud.json", "opslag"]) == (0 if (key, value) == ("checked", "x") else 2)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--by", "Ida", "opslag"], "--by"),
        (["--record", "x.json", "--fix", "opslag"], "--fix"),
        (["--record", "no/such/x.json", "opslag"], "could not be written"),
        (["--record", "x.json", "opslag", "none.txt"], "not everything could be read"),
    ],
)
def test_what_cannot_be_recorded_is_an_error(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    assert words in capsys.readouterr().err
    assert not Path("x.json").exists()


def test_in_danish(capsys: pytest.CaptureFixture[str]) -> None:
    record("--by", "Ida Eksempel")
    write("opslag/a.md", "Noget andet.")
    capsys.readouterr()
    assert main(["verify", "ud.json", "opslag/a.md", "--ui-lang", "da", "--now", NOW]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"Set igennem den 20. november 2026 kl. 12.00 af Ida Eksempel med postlint {recorded()['postlint']}.",
        "a.md: teksten er ændret, oplysningerne er ændret, et billede er ændret",
        "4 opslag i protokollen er der ikke spurgt om.",
        "Noget er ændret, siden opslagene blev set igennem. Kør postlint på dem igen.",
    ]
