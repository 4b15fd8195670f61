"""The wheel: built, installed in a clean environment, and used there."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from surroundings import ROOT, copy_repository, environment, must, run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    (folder / "source").mkdir()
    copy_repository(folder / "source")
    must(run([sys.executable, "-m", "build", "--wheel", "--outdir", "../out", "."], folder / "source"))
    return next((folder / "out").glob("*.whl"))


def test_wheel_holds_packs_and_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    packs = {f"postlint/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*.toml")}
    assert packs
    assert packs <= names
    assert {"postlint/py.typed", "postlint/document/language.dat", "postlint/document/everyday.dat"} <= names
    assert {f"postlint/spelling/da_DK/{name}" for name in ("da_DK.aff", "da_DK.dic", "LICENSE", "MPL-1.1.txt")} <= names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


def test_wheel_works_where_nothing_else_is(wheel: Path, tmp_path: Path) -> None:
    programs = environment(tmp_path / "venv")
    must(run([str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)], tmp_path))
    postlint = str(programs / "postlint")
    (tmp_path / "postlint.toml").write_text('[organisation]\nname = "Ravfjord"\n', encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Hos Ravfjord er der kage i dag.\n", encoding="utf-8")
    environ = {"POSTLINT_CACHE": str(tmp_path / "cache")}
    for _ in ("cold", "cached"):
        checked = run([postlint, "draft.txt"], tmp_path, **environ)
        assert checked.returncode == 1, checked.stderr
        assert "missing-disclaimer" in checked.stdout
    assert "work-email" in must(run([postlint, "rules"], tmp_path, **environ))
    assert "Usage:" in must(run([postlint, "--help"], tmp_path, **environ))
