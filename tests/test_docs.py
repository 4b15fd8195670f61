"""The documentation says what is so: paths exist, commands are those that run, excerpts are real."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from postlint.cli.options import COMMANDS, OPTIONS
from postlint.cli.start import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in ROOT.glob("docs/*.md"))]
TOP = {path.name for path in ROOT.iterdir()}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def mentioned(text: str) -> set[str]:
    """Return the paths of this repository that a page names: in backquotes, or as the target of a link."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    quoted = re.findall(r"`([\w.-]+(?:/[\w.-]+)+/?)`", text)
    return {*links, *(path for path in quoted if path.split("/")[0] in TOP)}


@pytest.mark.parametrize("name", PAGES)
def test_paths_exist(name: str) -> None:
    base = (ROOT / name).parent
    missing = [path for path in mentioned(page(name)) if not (base / path).exists() and not (ROOT / path).exists()]
    assert missing == []


def test_contributing_names_paths() -> None:
    assert len(mentioned(page("CONTRIBUTING.md"))) > 10


def test_readme_test_command_is_what_ci_runs() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", page("README.md"), re.DOTALL)
    assert len(commands) == 2
    script = page(".ci/run")
    assert commands[1] == "scripts/test"
    assert f"exec {commands[1]} </dev/null" in script


def test_readme_first_command_is_one_line() -> None:
    first = re.findall(r"```sh\n(.*?)\n```", page("README.md"), re.DOTALL)[0]
    assert "\n" not in first
    assert first.endswith("examples/")


def test_readme_excerpt_is_real(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = re.search(r"\$ \.venv/bin/postlint (\S+)\n(.*?)```", page("README.md"), re.DOTALL)
    assert found is not None
    main([found[1]])
    assert capsys.readouterr().out == found[2]


def test_readme_options_exist() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page("README.md")))
    foreign = {"--without-pip", "--python", "--quiet"}
    assert named - foreign <= {option.name for option in OPTIONS} | {"--help"}


def test_changelog_names_the_commands() -> None:
    assert all(command in page("CHANGELOG.md") for command in COMMANDS)


def test_rule_catalogue_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "rule_catalogue.py", "--check"], check=False)
    assert done.returncode == 0, "run scripts/rule_catalogue.py"


def test_packs_page_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", page("docs/packs.md"), re.DOTALL)
    files = [block for block in blocks if block.startswith(("[[rule]]", "language ="))]
    policy = next(block for block in blocks if block.startswith("[policy]"))
    (tmp_path / "our-rules").mkdir()
    for number, block in enumerate(files):
        (tmp_path / "our-rules" / f"{number}.toml").write_text(block, encoding="utf-8")
    (tmp_path / "our-policy.toml").write_text(policy, encoding="utf-8")
    (tmp_path / "postlint.toml").write_text(
        'packs = ["our-rules"]\npolicies = ["our-policy.toml"]\n[organisation]\nname = "Ravfjord"\n', encoding="utf-8"
    )
    assert main(["test", str(tmp_path / "our-rules")]) == 0
    draft = tmp_path / "draft.txt"
    draft.write_text("Kun til afdelingen: Projekt Havørn begynder på mandag.\n", encoding="utf-8")
    assert main([str(draft), "--fail-on", "warning"]) == 1
    told = capsys.readouterr().out
    assert "code-names" in told
    assert "house 4" in told


def test_examples_show_what_they_promise(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "examples")
    assert main([".", "--format", "json"]) == 1
    posts = {post["id"]: post for post in json.loads(capsys.readouterr().out)["posts"]}
    assert posts["uden-fund.txt"]["findings"] == []
    assert posts["dansk.txt"]["languages"] == ["da"]
    assert posts["english.txt"]["languages"] == ["en"]
    assert set(posts["blandet.md"]["languages"]) == {"da", "en"}
    assert all(posts[name]["findings"] for name in ("dansk.txt", "english.txt", "blandet.md", "nyhed", "tak"))
