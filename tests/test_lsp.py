"""The language server, spoken to over its standard input and output as an editor does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from postlint.cli.start import main
from postlint.editors.positions import UNITS, Lines, Place
from postlint.editors.waiving import waiver_edit
from postlint.readers import read

pytest.importorskip("pygls", reason="pygls is not installed")

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = """
[organisation]
name = "Kobberdal"
email_domains = ["kobberdal.example"]
[[competitors]]
name = "Svinghjul"
[consent]
register = "consents.csv"
[rules]
undisclosed-affiliation = "off"
"""
REGISTER = "ref,person,image,channels,given,expires,withdrawn,guardian\n"
RIVAL = "Svinghjul laver elendige cykler."
PROGRAM = "import sys; from postlint.cli.start import main; sys.exit(main())"
WAIT = 30  # seconds for a machine that is busy with other things


class Editor:
    """An editor that speaks the protocol in frames of its own."""

    def __init__(self, folder: Path, *argv: str, encodings: list[str] | None = None) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "lsp", *argv], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "da_DK.UTF-8"},
        )  # fmt: skip
        self.heard: Queue[dict[str, Any]] = Queue()
        self.aside: list[dict[str, Any]] = []
        self.number = 0
        Thread(target=self._listen, daemon=True).start()
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        asked = {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": general}
        self.capabilities = self.ask("initialize", asked)["capabilities"]
        self.say("initialized", {})

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    pass
                self.heard.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self.process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def say(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        return self._until(lambda one: one.get("id") == self.number)["result"]

    def _until(self, wanted: Any) -> dict[str, Any]:
        while True:
            message = self.heard.get(timeout=WAIT)
            if wanted(message):
                return message
            self.aside.append(message)

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a text and return the diagnostics that come."""
        document = {"uri": self.uri(name), "languageId": "plaintext", "version": 1, "text": text}
        self.say("textDocument/didOpen", {"textDocument": document})
        return self.diagnostics(name)

    def type(self, name: str, text: str, version: int = 2) -> None:
        document = {"uri": self.uri(name), "version": version}
        self.say("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def diagnostics(self, name: str) -> list[dict[str, Any]]:
        uri, sent = self.uri(name), "textDocument/publishDiagnostics"
        told = self._until(lambda one: one.get("method") == sent and one["params"]["uri"] == uri)
        found: list[dict[str, Any]] = told["params"]["diagnostics"]
        return found

    def actions(self, name: str, start: tuple[int, int], end: tuple[int, int], **context: Any) -> list[dict[str, Any]]:
        places = {"start": place(*start), "end": place(*end)}
        given = {"textDocument": {"uri": self.uri(name)}, "range": places, "context": {"diagnostics": [], **context}}
        return self.ask("textDocument/codeAction", given) or []

    def messages(self) -> list[str]:
        return [one["params"]["message"] for one in self.aside if one.get("method") == "window/showMessage"]

    def close(self) -> bytes:
        """Say goodbye; return what stood on standard error."""
        if self.process.poll() is None:
            self.ask("shutdown", None)
            self.say("exit", None)
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.stderr is not None
        told = self.process.stderr.read()
        self.process.wait(WAIT)
        return told


def place(line: int, character: int) -> dict[str, int]:
    return {"line": line, "character": character}


def covered(text: str, found: dict[str, Any]) -> str:
    """Return the words under a diagnostic, counted as the protocol counts: UTF-16."""
    lines = text.split("\n")
    start, end = found["range"]["start"], found["range"]["end"]
    assert start["line"] == end["line"]
    units = lines[start["line"]].encode("utf-16-le")
    return units[start["character"] * 2 : end["character"] * 2].decode("utf-16-le")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("house")
    for house in (made, made / "hus", made / "andet"):
        house.mkdir(exist_ok=True)
        (house / "postlint.toml").write_text(HOUSE, encoding="utf-8")
        (house / "consents.csv").write_text(REGISTER, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    made = Editor(folder)
    yield made
    assert made.close() == b""


def test_the_server_says_what_it_can(editor: Editor) -> None:
    assert editor.capabilities["hoverProvider"]
    assert editor.capabilities["positionEncoding"] == "utf-16"
    assert "quickfix" in editor.capabilities["codeActionProvider"]["codeActionKinds"]


def test_findings_stand_under_their_words(editor: Editor) -> None:
    text = f"🎉👩‍🔬 Hej!\n🎉 {RIVAL}\n"
    (found,) = editor.open("a.txt", text)
    assert covered(text, found) == "elendige"
    assert found["code"] == "competitor-disparagement"
    assert found["severity"] == 1
    assert found["source"] == "postlint"
    assert "Svinghjul" in found["message"]


def test_front_matter_moves_them_along(editor: Editor) -> None:
    text = f"---\ntitle: {RIVAL}\nchannel: linkedin\n---\n\nVi ses. {RIVAL}\n"
    found = editor.open("b.md", text)
    assert [(one["range"]["start"]["line"], covered(text, one)) for one in found] == [(5, "elendige"), (1, "elendige")]


def test_a_fact_is_found_on_its_line(editor: Editor) -> None:
    text = "---\nchannel: linkedin\nimages:\n  - {file: a.jpg, people: [Bo Fantasi]}\n---\nHej.\n"
    (found,) = editor.open("c.md", text)
    assert found["code"] == "photo-consent"
    assert covered(text, found) == "images:"


def test_typing_is_followed_when_it_rests(editor: Editor) -> None:
    assert editor.open("d.txt", "Vi ses på lørdag.") == []
    for version, end in enumerate(range(5, len(RIVAL)), 2):
        editor.type("d.txt", RIVAL[:end], version)
    editor.type("d.txt", RIVAL, 99)
    (found,) = editor.diagnostics("d.txt")
    assert covered(RIVAL, found) == "elendige"
    editor.type("d.txt", "Vi ses.", 100)
    assert editor.diagnostics("d.txt") == []


def test_closing_takes_them_back(editor: Editor) -> None:
    editor.open("e.txt", RIVAL)
    editor.say("textDocument/didClose", {"textDocument": {"uri": editor.uri("e.txt")}})
    assert editor.diagnostics("e.txt") == []


def test_hover_tells_message_advice_and_clause(editor: Editor) -> None:
    editor.open("f.txt", RIVAL)
    told = editor.ask("textDocument/hover", {"textDocument": {"uri": editor.uri("f.txt")}, "position": place(0, 18)})
    assert told["contents"]["kind"] == "plaintext"
    lines = told["contents"]["value"].splitlines()
    assert lines[0] == "fejl · competitor-disparagement"
    assert lines[2].startswith("→ ")
    assert lines[3].startswith("social-media S2.30: ")
    nothing = {"textDocument": {"uri": editor.uri("f.txt")}, "position": place(0, 0)}
    assert editor.ask("textDocument/hover", nothing) is None


def test_a_safe_fix_is_an_edit(editor: Editor) -> None:
    text = "---\nchannel: linkedin\n---\n🎉 Jeg er glad for Kobberdal.\n"
    (found,) = editor.open("g.md", text)
    assert found["code"] == "missing-disclaimer"
    fix = next(one for one in editor.actions("g.md", (3, 0), (3, 30)) if one.get("isPreferred"))
    (edit,) = fix["edit"]["changes"][editor.uri("g.md")]
    assert fix["kind"] == "quickfix"
    assert "Egne holdninger." in edit["newText"]
    mended = applied(text, edit)
    editor.type("g.md", mended)
    assert editor.diagnostics("g.md") == []
    assert mended.startswith("---\nchannel: linkedin\n---\n🎉 Jeg er glad for Kobberdal.")


def applied(text: str, edit: dict[str, Any]) -> str:
    """Return a text with one edit made, counted as the protocol counts."""
    lines = Lines(text)
    start, end = (lines.offset(Place(one["line"], one["character"])) for one in edit["range"].values())
    return text[:start] + edit["newText"] + text[end:]


def test_all_safe_fixes_at_once_when_asked_for(editor: Editor) -> None:
    editor.open("h.txt", "Jeg er glad for Kobberdal.\n")
    everything = editor.actions("h.txt", (0, 0), (0, 0), only=["source.fixAll"])
    assert [one["kind"] for one in everything] == ["source.fixAll.postlint"]
    assert not any(one["kind"].startswith("source") for one in editor.actions("h.txt", (0, 0), (0, 30)))


def test_a_waiver_covers_nothing_until_it_is_filled_in(editor: Editor) -> None:
    editor.open("i.txt", RIVAL)
    (waiver,) = [one for one in editor.actions("i.txt", (0, 18), (0, 18)) if "edit" in one]
    assert waiver["title"] == "Undtag competitor-disparagement med en grund"
    (edit,) = waiver["edit"]["changes"][editor.uri("i.txt")]
    text = applied(RIVAL, edit)
    editor.type("i.txt", text)
    found = editor.diagnostics("i.txt")
    assert [one["code"] for one in found] == ["competitor-disparagement"] * 2
    assert found[1]["message"].endswith("virker ikke: mangler en grund.")
    assert covered(text, found[1]).strip() == "- rule: competitor-disparagement"
    editor.type("i.txt", text.replace('reason: ""', 'reason: "Aftalt"').replace('by: ""', 'by: "Bo Eksempel"'), 3)
    assert editor.diagnostics("i.txt") == []


def test_front_matter_that_cannot_be_read_is_told_on_its_line(editor: Editor) -> None:
    (found,) = editor.open("j.md", "---\nchannel: linkedin\nrole: chef\n---\nHej.\n")
    assert found["range"]["start"]["line"] == 2
    assert "chef" in found["message"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "---\n", "---\n---\n", "\ufeffHej", "\r\r\n\u2028\x00", "---\n- a\n---\nb"]
)
def test_odd_texts_are_borne(text: str, editor: Editor) -> None:
    assert isinstance(editor.open("k.md", text), list)


def test_a_text_without_a_file_is_looked_through(editor: Editor) -> None:
    assert [one["code"] for one in editor.open("untitled:Untitled-1", RIVAL)] == ["competitor-disparagement"]


def test_a_text_that_is_far_too_long_is_told_once(editor: Editor) -> None:
    editor.aside.clear()
    assert editor.open("l.txt", "Hej. " * 300_000) == []
    assert len(editor.messages()) == 1


def test_other_files_are_left_alone(editor: Editor) -> None:
    document = {"uri": editor.uri("x.py"), "languageId": "python", "version": 1, "text": RIVAL}
    editor.say("textDocument/didOpen", {"textDocument": document})
    assert editor.actions("x.py", (0, 0), (0, 20)) == []


def test_a_broken_configuration_is_one_message(folder: Path, editor: Editor) -> None:
    broken = folder / "andet"
    (broken / "postlint.toml").write_text("[organisation]\nnavn = 1\n", encoding="utf-8")
    editor.aside.clear()
    assert editor.open("andet/a.txt", RIVAL) == []
    editor.type("andet/a.txt", RIVAL + " ")
    assert editor.diagnostics("andet/a.txt") == []
    (told,) = editor.messages()
    assert "»organisation.navn« kendes ikke" in told
    (broken / "postlint.toml").write_text(HOUSE, encoding="utf-8")
    editor.say("textDocument/didSave", {"textDocument": {"uri": editor.uri("andet/a.txt")}})
    assert len(editor.diagnostics("andet/a.txt")) == 1


def test_a_changed_configuration_holds_at_once(folder: Path, editor: Editor) -> None:
    house = folder / "hus"
    assert len(editor.open("hus/a.txt", RIVAL)) == 1
    (house / "postlint.toml").write_text(HOUSE + 'competitor-disparagement = "off"\n', encoding="utf-8")
    editor.say("textDocument/didSave", {"textDocument": {"uri": editor.uri("hus/a.txt")}})
    assert editor.diagnostics("hus/a.txt") == []


def test_units_are_agreed_on(folder: Path) -> None:
    made = Editor(folder, encodings=["utf-8", "utf-16"])
    assert made.capabilities["positionEncoding"] == "utf-8"
    text = f"æ🎉 {RIVAL}"
    (found,) = made.open("a.txt", text)
    units = text.encode()
    assert units[found["range"]["start"]["character"] : found["range"]["end"]["character"]] == b"elendige"
    made.close()


def test_nothing_of_a_draft_is_logged(folder: Path) -> None:
    made = Editor(folder, "--ui-lang", "en")
    made.open("a.txt", f"Kanariefugl. {RIVAL}")
    made.say("textDocument/didChange", {"textDocument": {"uri": "Kanariefugl"}, "contentChanges": "Kanariefugl"})
    made.say("$/kanariefugl", {"text": "Kanariefugl"})
    (found,) = made.open("b.txt", RIVAL)
    assert found["message"].startswith("The text")
    assert b"anariefugl" not in made.close()


def test_the_end_of_the_pipe_is_the_end(folder: Path) -> None:
    made = Editor(folder)
    made.open("a.txt", RIVAL)
    assert made.process.stdin is not None
    made.process.stdin.close()
    made.process.wait(WAIT)
    assert made.process.returncode is not None
    with pytest.raises(Empty):
        made.heard.get(timeout=0.1)


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("postlint.editors.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert main(["lsp"]) == 2
    assert 'pip install "postlint[lsp]"' in capsys.readouterr().err


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("text", ["", "a", "a\n", "æ🎉\r\nb\rc\n\nd", "👩‍🔬\u2028x\x0by\n"])
def test_places_and_offsets_agree(text: str, unit: str) -> None:
    lines = Lines(text, unit)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # nobody stands between the two
            assert lines.offset(lines.place(offset)) == offset
    assert lines.place(10_000) == lines.place(len(text))
    assert lines.offset(Place(10_000, 0)) == len(text)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Hej.\n", id="no front matter"),
        pytest.param("\r\nHej.\r\nDu.\r\n", id="CRLF"),
        pytest.param("---\ntitle: Hej\n---\nHej.\n", id="front matter without waivers"),
        pytest.param("---\r\ntitle: Hej\r\n---\r\nHej.\r\n", id="CRLF front matter"),
        pytest.param("---\n---\nHej.\n", id="empty front matter"),
        pytest.param("---\nwaivers:\n  - {rule: a, reason: b, by: c}\ntags: [x]\n---\nHej.\n", id="another waiver"),
        pytest.param("---\nwaivers:  # vores\n- rule: a\n  reason: b\n  by: c\n---\nHej.\n", id="items not indented"),
        pytest.param("---\npostlint:\n  waivers:\n    - {rule: a, reason: b, by: c}\n---\nHej.\n", id="under postlint"),
        pytest.param("---\npostlint:\n  channel: x\n---\nHej.\n", id="postlint without waivers"),
        pytest.param('+++\ntitle = "Hej"\n+++\nHej.\n', id="TOML"),
        pytest.param('+++\n[[waivers]]\nrule = "a"\nreason = "b"\nby = "c"\n+++\nHej.\n', id="TOML with a waiver"),
        pytest.param("---\n- ikke\n- nøgler\n---\nHej.\n", id="a list that is no front matter"),
    ],
)
def test_a_waiver_is_added_to_what_is_there(source: str, tmp_path: Path) -> None:
    def posts(text: str) -> Any:
        (tmp_path / "a.md").write_bytes(text.encode())
        (found,) = (one for one in read(str(tmp_path / "a.md")) if hasattr(one, "waivers"))
        return found

    edit = waiver_edit(source, "work-email", "da")
    assert edit is not None
    after = source[: edit.start] + edit.text + source[edit.end :]
    assert ("\r\n" in source) == ("\r\n" in after)
    assert not ("\r\n" in source and "\n" in after.replace("\r\n", ""))
    before, then = posts(source), posts(after)
    assert then.text.lstrip() == before.text.lstrip()
    assert sorted(one.rule for one in then.waivers) == sorted([*(one.rule for one in before.waivers), "work-email"])
    added = next(one for one in then.waivers if one.rule == "work-email")
    assert not added.reason
    assert not added.by


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("---\ntitle: Hej\n", id="never closed"),
        pytest.param("---\nwaivers: [{rule: a}]\n---\nHej.\n", id="a list on one line"),
        pytest.param("---\npostlint: {waivers: []}\n---\nHej.\n", id="on one line under postlint"),
        pytest.param("+++\nwaivers = []\n+++\nHej.\n", id="a TOML list"),
    ],
)
def test_where_a_waiver_cannot_be_added_surely_none_is(source: str) -> None:
    assert waiver_edit(source, "work-email", "da") is None
