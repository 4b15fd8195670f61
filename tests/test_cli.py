"""The command line: options, exit status, streams, and what a person reads when something is wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from postlint.cli.arguments import command, parse, ui_language
from postlint.cli.options import COMMANDS, OPTIONS, Options
from postlint.cli.start import main
from postlint.configuration import load

HOUSE = '[organisation]\nname = "Ravfjord"\nemail_domains = ["ravfjord.example"]\n[[competitors]]\nname = "Havgus"\n'
DANISH = "Hos Ravfjord er der kage i dag, og alle er velkomne.\n"
ENGLISH = "There is cake at Ravfjord today, and everybody is welcome.\n"
CLEAN = "Det blæser en halv pelikan ved stranden i dag.\n"


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "postlint.toml").write_text(HOUSE, encoding="utf-8")
    for name, text in (("da.txt", DANISH), ("en.txt", ENGLISH), ("clean.txt", CLEAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*argv: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "import sys; from postlint.cli.start import main; sys.exit(main())", *argv],
        input=stdin, capture_output=True, check=False, env={**os.environ, **environ},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        pytest.param(["clean.txt"], 0, id="nothing-found"),
        pytest.param(["da.txt"], 1, id="an-error"),
        pytest.param(["da.txt", "--fail-on", "never"], 0, id="never-fails"),
        pytest.param(["--fail-on=warning", "--role=employee", "da.txt"], 1, id="equals-sign"),
        pytest.param(["da.txt", "--ignore", "missing-disclaimer"], 0, id="ignored"),
        pytest.param(["da.txt", "--select", "work-email, org-logo"], 0, id="others-selected"),
        pytest.param(["da.txt", "--select", "work-email", "--select", "missing-disclaimer"], 1, id="repeated"),
        pytest.param(["da.txt", "--role", "official"], 0, id="role-of-silent-posts"),
        pytest.param(["da.txt", "missing.txt"], 2, id="two-wins-over-one"),
        pytest.param(["--", "da.txt"], 1, id="end-of-options"),
        pytest.param(["--quiet"], 2, id="no-files"),
        pytest.param(["--version"], 0, id="version"),
        pytest.param(["--help"], 0, id="help"),
    ],
)
def test_exit_status(argv: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == status


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        pytest.param(["--rolle", "x", "da.txt"], "'--rolle'. Did you mean '--role'?", id="option"),
        pytest.param(["--role", "offical", "da.txt"], "Did you mean 'official'?", id="choice"),
        pytest.param(["--format", "xml", "da.txt"], "Allowed: terminal, json, sarif", id="choice-far-off"),
        pytest.param(["--select", "work-mail", "da.txt"], "Did you mean 'work-email'?", id="rule"),
        pytest.param(["--ignore", "work-mail", "da.txt"], "Did you mean 'work-email'?", id="ignored-rule"),
        pytest.param(["--role"], "'--role' lacks its value", id="no-value"),
        pytest.param(["--role", "--fix", "da.txt"], "'--role' lacks its value", id="option-for-value"),
        pytest.param(["--fix=yes", "da.txt"], "'--fix' takes no value", id="value-for-flag"),
        pytest.param(["--now", "today", "da.txt"], "'--now' must be written as ISO 8601", id="moment"),
        pytest.param(["--config", "none.toml", "da.txt"], "none.toml: there is no such file", id="configuration"),
        pytest.param(["explain", "work-mail"], "Did you mean 'work-email'?", id="explain"),
        pytest.param(["rules", "--fromat", "json"], "Did you mean '--format'?", id="sub-command-option"),
        pytest.param(["rules", "--format", "xml"], "Allowed: text, json", id="sub-command-choice"),
        pytest.param(["schema", "posts"], "Did you mean 'post'?", id="schema"),
        pytest.param(["doktor"], "Did you mean the command 'doctor'?", id="sub-command"),
        pytest.param(["explain"], "'postlint explain' needs more", id="sub-command-argument"),
        pytest.param(["test", "nowhere"], "nowhere: there is no such file", id="pack"),
    ],
)
def test_mistakes_get_one_sentence(argv: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    streams = capsys.readouterr()
    assert told in streams.err
    assert streams.err.count("\n") == 1
    assert "Traceback" not in streams.err
    assert streams.out == ""


def test_an_unusable_file_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.json").write_text('{"text": "x", "rool": "private"}', encoding="utf-8")
    assert main(["bad.json", "da.txt", "picture.png"]) == 2
    streams = capsys.readouterr()
    assert "missing-disclaimer" in streams.out
    assert "bad.json:1:15: unknown key 'rool'. Did you mean 'role'?" in streams.err
    assert "picture.png" in streams.err


def test_every_mistake_of_a_configuration_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("postlint.toml").write_text('rool = "private"\nsector = "both"\n', encoding="utf-8")
    assert main(["da.txt", "en.txt"]) == 2
    told = capsys.readouterr().err
    assert told.count("rool") == 2  # the sentence, and the line itself
    assert told.count("'both'") == 1


def test_broken_register_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    Path("postlint.toml").write_text(HOUSE + '[consent]\nregister = "r.csv"\n', encoding="utf-8")
    Path("r.csv").write_text("ref,persson\n1,A\n", encoding="utf-8")
    post = {"text": "Se her", "images": [{"file": "a.jpg", "people": ["Bo Påfund"]}]}
    Path("posts.jsonl").write_text(f"{json.dumps(post)}\n{json.dumps(post)}\n", encoding="utf-8")
    assert main(["posts.jsonl"]) == 2
    assert capsys.readouterr().err.count("r.csv") == 1


def test_each_folder_has_its_configuration(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = house / "other"
    other.mkdir()
    (other / "postlint.toml").write_text('[organisation]\nname = "Solkyst"\n', encoding="utf-8")
    (other / "a.txt").write_text("Hos Solkyst er der kage i dag.\n", encoding="utf-8")
    (other / "b.txt").write_text(DANISH, encoding="utf-8")
    assert main(["--format", "json", "da.txt", "other"]) == 1
    found = {post["source"]: len(post["findings"]) for post in json.loads(capsys.readouterr().out)["posts"]}
    assert found == {"da.txt": 1, str(Path("other/a.txt")): 1, str(Path("other/b.txt")): 0}


def test_config_option_holds_for_all(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "named.toml").write_text('[organisation]\nname = "Solkyst"\n', encoding="utf-8")
    assert main(["--config", "named.toml", "da.txt"]) == 0


@pytest.mark.parametrize(
    ("environ", "argv", "lang"),
    [
        pytest.param({}, [], "en", id="nothing-said"),
        pytest.param({"LANG": "da_DK.UTF-8"}, [], "da", id="lang"),
        pytest.param({"LANG": "da_DK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, [], "en", id="lc-all-first"),
        pytest.param({"LC_MESSAGES": "da", "LANG": "C"}, [], "da", id="lc-messages-next"),
        pytest.param({"LANG": "da_DK"}, ["--ui-lang", "en"], "en", id="option"),
        pytest.param({}, ["--ui-lang=da", "--rolle"], "da", id="option-among-mistakes"),
    ],
)
def test_ui_language(environ: dict[str, str], argv: list[str], lang: str) -> None:
    assert ui_language(argv, environ) == lang


def test_findings_speak_the_language_of_the_post(capsys: pytest.CaptureFixture[str]) -> None:
    main(["da.txt", "en.txt"])
    told = capsys.readouterr().out
    assert "det fremgår ikke" in told
    assert "does not say that you speak for yourself" in told
    main(["da.txt", "en.txt", "--ui-lang", "da"])
    assert "does not say" not in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(("lang", "word"), [("da", "Tilvalg:"), ("en", "Options:")])
def test_help_of_sub_commands(name: str, lang: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help", "--ui-lang", lang]) == 0
    assert word in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["da", "en"])
def test_help_names_every_option_and_command(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help", "--ui-lang", lang])
    told = capsys.readouterr().out
    assert [option.name for option in OPTIONS if option.name not in told] == []
    assert [name for name in COMMANDS if f"  {name} " not in told] == []


def test_options_and_table_agree() -> None:
    assert [option.key for option in OPTIONS] == list(Options._fields)
    assert parse([]).options == parse(["a.txt"]).options


@pytest.mark.parametrize(
    ("argv", "found"),
    [
        pytest.param(["rules"], "rules", id="first"),
        pytest.param(["--ui-lang", "da", "rules"], "rules", id="after-option"),
        pytest.param(["--role", "rules", "a.txt"], "", id="value-of-an-option"),
        pytest.param(["a.txt", "rules"], "", id="after-file"),
        pytest.param(["--", "rules"], "", id="after-end-of-options"),
        pytest.param(["./rules"], "", id="a-folder"),
    ],
)
def test_sub_command_is_told_from_files(argv: list[str], found: str) -> None:
    assert command(argv) == found


def test_option_before_a_sub_command_holds(capsys: pytest.CaptureFixture[str]) -> None:
    Path("off.toml").write_text('[rules]\nwork-email = "off"\n', encoding="utf-8")
    assert main(["--config", "off.toml", "rules", "--format", "json"]) == 0
    rules = {rule["rule"]: rule["on"] for rule in json.loads(capsys.readouterr().out)}
    assert rules["work-email"] is False
    assert rules["missing-disclaimer"] is True


def test_standard_input() -> None:
    done = run("-", stdin=DANISH.encode())
    assert done.returncode == 1
    assert b"<stdin>:1:5" in done.stdout


def test_json_is_utf_8_whatever_the_terminal() -> None:
    done = run("da.txt", "--format", "json", PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert "fremgår" in json.loads(done.stdout.decode("utf-8"))["posts"][0]["findings"][0]["message"]


def test_code_page_never_crashes() -> None:
    Path("emoji.txt").write_text("Kage hos Ravfjord 🎂 →\n", encoding="utf-8")
    done = run("emoji.txt", "missing-→.txt", PYTHONIOENCODING="cp437:strict")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_same_input_same_bytes() -> None:
    first = run("da.txt", "en.txt", "--format", "json", PYTHONHASHSEED="1")
    again = run("da.txt", "en.txt", "--format", "json", PYTHONHASHSEED="2")
    assert first.stdout == again.stdout


def test_cheap_path_imports_nothing_heavy() -> None:
    heavy = ["click", "json", "yaml", "tomllib", "argparse", "dataclasses", "difflib", "regex"]
    code = (
        "import sys\nfrom postlint.cli.start import main\nmain(['da.txt'])\n"
        f"sys.stderr.write(' '.join(name for name in {heavy} if name in sys.modules))"
    )
    main(["da.txt"])  # fills the cache
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="signals are those of Unix")
def test_broken_pipe_is_quiet() -> None:
    Path("many.jsonl").write_text(f"{json.dumps({'text': DANISH})}\n" * 3000, encoding="utf-8")
    code = "import sys; from postlint.cli.start import main; sys.exit(main())"
    shell = f"{sys.executable} -c '{code}' many.jsonl | head -1"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="signals are those of Unix")
def test_interrupt_is_quiet() -> None:
    code = "import sys; from postlint.cli.start import main; sys.exit(main(['-']))"
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr is not None
    try:
        process.wait(timeout=1.5)  # it waits for standard input
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=10)
    assert process.returncode == 130
    assert told == b""


@pytest.mark.parametrize("lang", ["da", "en"])
def test_init_writes_what_loads(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["init", "--yes", "--name", 'Møller "& Søn"', "--alias", "Møller,M&S", "--email-domain", "@moeller.example",
            "--account", "@moeller, #moeller", "--competitor", "Havgus", "--spokesperson", "Bo Påfund",
            "--output", "new.toml", "--ui-lang", lang]  # fmt: skip
    assert main(argv) == 0
    settings = load("new.toml")
    assert settings.organisation.name == 'Møller "& Søn"'
    assert settings.organisation.aliases == ("Møller", "M&S")
    assert settings.organisation.email_domains == ("moeller.example",)
    assert (settings.organisation.handles, settings.organisation.hashtags) == (("@moeller",), ("#moeller",))
    assert [rival.name for rival in settings.competitors] == ["Havgus"]
    assert main(argv) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*argv, "--force"]) == 0


def test_init_asks_six_questions() -> None:
    done = run("init", "--force", "--ui-lang", "da", stdin=b"Solkyst\n\nsolkyst.example\n\nHavgus, Ravfjord\n\n")
    assert done.returncode == 0, done.stderr
    assert [rival.name for rival in load("postlint.toml").competitors] == ["Havgus", "Ravfjord"]
    assert run("init", "--force").returncode == 2


def test_doctor_tells_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("postlint.toml").write_text('[organisation]\nname = "Solkyst"\n', encoding="utf-8")
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "email_domains" in told
    assert "competitors" in told
    assert "work-email                –" in told


def test_doctor_tells_broken_packs(capsys: pytest.CaptureFixture[str]) -> None:
    Path("words.toml").write_text('[[rule]]\nid = "own"\nseverty = "error"\n', encoding="utf-8")
    Path("postlint.toml").write_text('packs = ["words.toml"]\n', encoding="utf-8")
    assert main(["doctor"]) == 2
    assert "words.toml:3:1: unknown key" in capsys.readouterr().err


def test_failing_example_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    pack = '[[rule]]\nid = "own"\n[rule.da]\ntitle = "t"\nmessage = "m"\nphrases = ["tagsten"]\nbad = ["Ny tagpap"]\n'
    Path("own.toml").write_text(pack + 'good = ["Ny tagsten"]\n', encoding="utf-8")
    assert main(["test", "own.toml"]) == 1
    told = capsys.readouterr().out
    assert "own.toml:7: own (da) should find this example" in told
    assert "own.toml:8: own (da) should leave this example alone" in told
    assert "2 examples of 1 rules tried; 2 failed." in told


def test_rule_without_examples_fails(capsys: pytest.CaptureFixture[str]) -> None:
    pack = '[[rule]]\nid = "own"\n[rule.da]\nmessage = "m"\nphrases = ["tagsten"]\n'
    Path("own.toml").write_text(pack, encoding="utf-8")
    assert main(["test", "own.toml"]) == 1
    assert "lacks examples" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["post", "config", "pack"])
def test_schema_is_a_schema(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    from jsonschema import Draft202012Validator

    assert main(["schema", what]) == 0
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_explain_shows_examples(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "work-email", "--ui-lang", lang]) == 0
    told = capsys.readouterr().out
    assert "social-media S2.16" in told
    assert "skarvlinjen.example" in told
    assert 'work-email = "off"' in told
