"""With the extra installed: a real portrait, a cat and a real logo, through the whole check."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from postlint.cli.start import main

pytest.importorskip("cv2", reason="the extra is not installed")
pytest.importorskip("postlint.pictures.faces", reason="faces are not looked for yet")
pytest.importorskip("postlint.pictures.logos", reason="logos are not looked for yet")
PHOTOGRAPHS = find_spec("skimage")

pytestmark = pytest.mark.skipif(PHOTOGRAPHS is None, reason="scikit-image, which has the photographs, is missing")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a portrait, a cat and a slide with a logo, as the current folder."""
    assert PHOTOGRAPHS is not None
    assert PHOTOGRAPHS.origin is not None
    data = Path(PHOTOGRAPHS.origin).parent / "data"
    for name in ("astronaut.png", "chelsea.png", "logo.png"):
        shutil.copy(data / name, tmp_path / name)
    logo = Image.open(tmp_path / "logo.png").convert("RGBA")
    logo.thumbnail((300, 300))
    slide = Image.new("RGB", (1280, 720), "white")
    slide.paste(logo, (900, 380), logo)
    slide.save(tmp_path / "vaerksted.png")
    configuration = "[organisation]\nname = \"Kobberdal\"\nlogos = [\"logo.png\"]\n"
    (tmp_path / "postlint.toml").write_text(configuration, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *images: dict[str, object]) -> tuple[list[str], list[str]]:
    """Return the rules and messages of what is found in a post with these pictures, and what is not evaluated."""
    Path("post.json").write_text(json.dumps({"text": "Party!", "lang": "en", "images": images}), encoding="utf-8")
    main(["post.json", "--select", "photo-consent,org-logo", "--format", "json"])
    (post,) = json.loads(capsys.readouterr().out)["posts"]
    found = [f"{finding['rule']}: {finding['message']}" for finding in post["findings"]]
    return found, [missing["reason"] for missing in post["not_evaluated"]]


def test_a_face_and_nothing_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, unknown = told(capsys, {"file": "astronaut.png"})
    assert ["faces found: 1, consents for the picture: 0" in message for message in found] == [True]
    assert unknown == []


def test_a_face_and_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = told(capsys, {"file": "astronaut.png", "people": []})
    assert ["people: []" in message for message in found] == [True]


def test_a_cat_and_nothing_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, unknown = told(capsys, {"file": "chelsea.png"})
    assert found == []
    assert ["no face was found" in reason for reason in unknown] == [True]


def test_a_logo_on_a_slide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = told(capsys, {"file": "vaerksted.png", "people": []})
    assert ["lower right" in message for message in found] == [True]


def test_the_command_tells_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["images", "astronaut.png", "--format", "json"]) == 0
    (shown,) = json.loads(capsys.readouterr().out)
    assert len(shown["faces"]) == 1
    assert shown["not_evaluated"] == []
