"""``--fix``: the safe fixes are written, nothing else is touched, and a second run has nothing to do."""

from __future__ import annotations

import codecs
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.cli.start import main
from postlint.mending import Change, write_back
from postlint.post import Origin, Post

HOUSE = '[organisation]\nname = "Ravfjord"\n'
TOLD = "Hos Ravfjord er der kage på bordet i dag."
DONE = "Egne holdninger."
FRONT = "---\ntitle: 'x'  # y\n---\n\n"


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "postlint.toml").write_text(HOUSE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fixed(name: str, data: bytes, status: int = 0) -> bytes:
    """Return the bytes of a file after ``--fix``; a second run must not change them."""
    Path(name).write_bytes(data)
    assert main(["--fix", name]) == status
    once = Path(name).read_bytes()
    main(["--fix", name])
    assert Path(name).read_bytes() == once
    return once


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(f"{TOLD}\n", f"{TOLD}\n\n{DONE}\n", id="newline-at-end"),
        pytest.param(TOLD, f"{TOLD}\n\n{DONE}", id="no-newline-at-end"),
        pytest.param(f"{TOLD}\r\n\r\n#kage\r\n", f"{TOLD}\r\n\r\n#kage\r\n\r\n{DONE}\r\n", id="windows-lines"),
        pytest.param(f"{FRONT}{TOLD}\n", f"{FRONT}{TOLD}\n\n{DONE}\n", id="front"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_keeps_everything_else(before: str, after: str, encoding: str) -> None:
    assert fixed("a.md", before.encode(encoding)) == after.encode(encoding)


def test_big_endian_stays_big_endian() -> None:
    data = codecs.BOM_UTF16_BE + TOLD.encode("utf-16-be")
    assert fixed("a.txt", data) == codecs.BOM_UTF16_BE + f"{TOLD}\n\n{DONE}".encode("utf-16-be")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('"Hos Ravfjord er der kage"', '"Hos Ravfjord er der kage\\n\\nEgne holdninger."', id="plain"),
        pytest.param(
            r'"Hos Ravfjord \u00e6der vi \/ kage \ud83c\udf82\n"',
            r'"Hos Ravfjord \u00e6der vi \/ kage \ud83c\udf82\n\nEgne holdninger.\n"',
            id="escapes-stay-as-spelt",
        ),
        pytest.param(r'"\"Hos Ravfjord\" \\ 🎂"', r'"\"Hos Ravfjord\" \\ 🎂\n\nEgne holdninger."', id="quotes"),
    ],
)
def test_json_lines_change_only_the_string(before: str, after: str) -> None:
    line = '{ "id":"a" ,"text" :%s,  "role":"private"}\n{"text": "ok"}\n'
    assert fixed("p.jsonl", (line % before).encode()) == (line % after).encode()


def test_json_list_changes_only_the_strings() -> None:
    text = '[\n  {"text": "%s", "id": "a"},\n  {"id":"b","text":"Kage"},\n  {"text": "%s!"}\n]\n'
    done = "\\n\\n" + DONE
    after = text.replace("%s!", f"%s!{done}").replace('"%s"', f'"%s{done}"')
    assert fixed("p.json", (text % (TOLD, TOLD)).encode()) == (after % (TOLD, TOLD)).encode()


def test_two_alike_on_one_line_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.dumps([{"text": TOLD}, {"text": TOLD}]).encode()
    assert fixed("p.json", data, status=1) == data
    assert "only shown" in capsys.readouterr().err


def test_yaml_is_only_shown(capsys: pytest.CaptureFixture[str]) -> None:
    data = f"text: {TOLD}\n".encode()
    assert fixed("p.yaml", data, status=1) == data
    assert "only shown" in capsys.readouterr().err


def test_diff_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(TOLD, encoding="utf-8")
    assert main(["--diff", "--fix", "a.txt"]) == 1
    assert Path("a.txt").read_text(encoding="utf-8") == TOLD
    assert f"+{DONE}" in capsys.readouterr().out


@settings(deadline=None)
@given(before=st.text(), after=st.text(), ascii_only=st.booleans(), other=st.text())
def test_any_string_is_replaced_exactly(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str, ascii_only: bool, other: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "p.jsonl"
    lines = [json.dumps({"text": text, "id": "kept"}, ensure_ascii=ascii_only) for text in (other, before, other)]
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    post = Post("kept", before, origin=Origin(str(path), 2))
    assert write_back(str(path), [Change(post, after)]) == []
    written = path.read_text(encoding="utf-8").split("\n")
    assert (written[0], written[2]) == (lines[0], lines[2])
    assert json.loads(written[1]) == {"text": after, "id": "kept"}


@pytest.mark.skipif(os.name == "nt", reason="modes and links are those of Unix")
def test_mode_and_link_stay(house: Path) -> None:
    target = house / "deep" / "a.txt"
    target.parent.mkdir()
    target.write_text(TOLD, encoding="utf-8")
    target.chmod(0o640)
    (house / "link.txt").symlink_to(target)
    assert main(["--fix", "link.txt", "--config", "postlint.toml"]) == 0
    assert (house / "link.txt").is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_text(encoding="utf-8").endswith(DONE)
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]


def test_what_the_encoding_cannot_say_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("postlint.toml").write_text(HOUSE + '[disclaimer]\nda = "Egne holdninger ✍"\n', encoding="utf-8")
    data = TOLD.encode("cp1252")
    Path("a.txt").write_bytes(data)
    assert main(["--fix", "a.txt"]) == 2
    assert Path("a.txt").read_bytes() == data
    assert "Windows-1252" in capsys.readouterr().err


def test_what_remains_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    Path("postlint.toml").write_text(HOUSE + 'email_domains = ["ravfjord.example"]\n', encoding="utf-8")
    Path("a.txt").write_text(f"{TOLD} Skriv til bo@ravfjord.example.\n", encoding="utf-8")
    assert main(["--fix", "a.txt"]) == 1
    streams = capsys.readouterr()
    assert "work-email" in streams.out
    assert "missing-disclaimer" not in streams.out
    assert "fixed 1 post" in streams.err
