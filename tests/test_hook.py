"""The hook: installed by the real pre-commit from a local clone, it stops one draft and passes the other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from surroundings import copy_repository, git, must, run


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a local clone of postlint, and its commit."""
    origin, clone = tmp_path_factory.mktemp("origin"), tmp_path_factory.mktemp("clones") / "postlint"
    copy_repository(origin)
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--no-verify", "-m", "as it is now"]):
        must(git(origin, *words))
    must(git(origin.parent, "clone", "--quiet", str(origin), str(clone)))
    return clone, must(git(clone, "rev-parse", "HEAD")).strip()


def test_hook_stops_one_and_passes_the_other(hook: tuple[Path, str], tmp_path: Path) -> None:
    clone, commit = hook
    work = tmp_path / "posts"
    work.mkdir()
    environ = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "POSTLINT_CACHE": str(tmp_path / "cache")}
    (work / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {clone}\n    rev: {commit}\n    hooks:\n      - id: postlint\n", encoding="utf-8"
    )
    (work / "postlint.toml").write_text('[organisation]\nname = "Ravfjord"\n', encoding="utf-8")
    (work / "README.md").write_text("# Ravfjord\n\nDrafts of Ravfjord.\n", encoding="utf-8")
    must(git(work, "init", "--quiet"))
    must(run([sys.executable, "-m", "pre_commit", "install"], work, **environ))
    must(git(work, "add", "--all"))
    must(git(work, "commit", "--quiet", "-m", "The folder", **environ))

    (work / "dansk.txt").write_text("Hos Ravfjord er der kage i dag, og alle er velkomne.\n", encoding="utf-8")
    must(git(work, "add", "--all"))
    stopped = git(work, "commit", "-m", "Et udkast", **environ)
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "missing-disclaimer" in stopped.stdout + stopped.stderr
    must(git(work, "rm", "--quiet", "--cached", "dansk.txt"))

    (work / "english.md").write_text("A quiet walk by the sea, and not a cloud in sight.\n", encoding="utf-8")
    must(git(work, "add", "english.md"))
    passed = git(work, "commit", "-m", "A draft", **environ)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr
