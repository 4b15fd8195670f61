"""``postlint images``: what it shows to people and to programs, and the copy it writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pictures_made import VOCABULARY, drawn, saved, xmp
from PIL import Image

from postlint.cli.start import main
from postlint.pictures.annotating import annotate
from postlint.pictures.looking import Seen, Spot

NAMED = xmp(
    '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Bo Bly</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>',
    f'plus:ModelReleaseStatus="{VOCABULARY}MR-NON"',
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a picture and a broken one, as the current folder."""
    exif = Image.Exif()
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (55.0, 40.0, 12.0), "E", (12.0, 34.0, 5.0)
    (tmp_path / "a.jpg").write_bytes(saved(drawn(1), exif=exif, xmp=NAMED))
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [("da", ("600 × 450", "GPS", "Bo Bly", "ikke har givet")), ("en", ("600 × 450", "GPS", "Bo Bly", "no release"))],
)
def test_it_tells_in_plain_words(
    lang: str, sentences: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["images", "a.jpg", "--ui-lang", lang]) == 0
    told = capsys.readouterr().out
    assert [sentence for sentence in sentences if sentence not in told] == []
    assert "55" not in told.replace("dhash", "").split("sha256:")[0]


def test_a_broken_picture_is_told_and_the_others_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["images", "broken.jpg", "none.jpg", "a.jpg"]) == 2
    told = capsys.readouterr()
    assert told.out.startswith("a.jpg")
    assert [line.split(": ")[1] for line in told.err.splitlines()] == ["broken.jpg", "none.jpg"]


def test_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["images", "a.jpg", "broken.jpg", "--format", "json"]) == 2
    shown, broken = json.loads(capsys.readouterr().out)
    assert (shown["width"], shown["metadata"]["position"], shown["metadata"]["persons"]) == (600, True, ["Bo Bly"])
    assert (len(shown["sha256"]), len(shown["dhash"])) == (64, 16)
    assert broken == {"file": "broken.jpg", "problem": {"code": "picture-format"}}


def test_a_copy_says_nothing_of_itself(folder: Path) -> None:
    assert main(["images", "a.jpg", "--annotate", "b.jpg"]) == 0
    copy = Image.open("b.jpg")
    assert (dict(copy.getexif()), "xmp" in copy.info) == ({}, False)


def test_a_copy_shows_where(folder: Path) -> None:
    shown = Seen("a.jpg", faces=(Spot(0.25, 0.25, 0.5, 0.5),), logos=(Spot(0.6, 0.6, 0.9, 0.9, "mærke.svg"),))
    annotate(shown, "b.png")
    copy = Image.open("b.png")
    assert copy.getpixel((150, 200)) == (255, 45, 85)
    assert copy.getpixel((360, 400)) == (10, 132, 255)


OVER = {
    "itself": ("a.jpg", ()),
    "itself-by-force": ("a.jpg", ("--force",)),
    "by-a-link": ("link.jpg", ("--force",)),
    "by-a-hard-link": ("hard.jpg", ("--force",)),
    "another-picture": ("broken.jpg", ()),
    "no-picture": ("a.txt", ()),
}


@pytest.mark.parametrize(("target", "options"), OVER.values(), ids=OVER)
def test_a_copy_is_never_written_over_a_picture(
    target: str, options: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "link.jpg").symlink_to(folder / "a.jpg")
    os.link(folder / "a.jpg", folder / "hard.jpg")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert main(["images", "a.jpg", "--annotate", target, *options]) == 2
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert capsys.readouterr().err.count("\n") == 1


def test_by_force_an_old_copy_is_replaced(folder: Path) -> None:
    assert main(["images", "a.jpg", "--annotate", "b.png"]) == 0
    assert main(["images", "a.jpg", "--annotate", "b.png", "--force"]) == 0


def test_one_copy_at_a_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["images", "a.jpg", "a.jpg", "--annotate", "b.png"]) == 2
    assert not (folder / "b.png").exists()


def test_a_check_of_files_looks_at_their_pictures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post = {"text": "Fest!", "images": [{"file": "broken.jpg", "people": []}]}
    Path("post.json").write_text(json.dumps(post), encoding="utf-8")
    main(["post.json", "--format", "json"])
    (told,) = json.loads(capsys.readouterr().out)["posts"]
    assert [(f["rule"], f["severity"], f["field"]) for f in told["findings"]] == [
        ("photo-consent", "warning", "images[0].file")
    ]


def test_a_model_that_is_not_there_is_a_mistake_in_the_configuration(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "postlint.toml").write_text('[images]\nface_model = "none.onnx"\n', encoding="utf-8")
    assert main(["images", "a.jpg"]) == 2
    assert "postlint.toml:2" in capsys.readouterr().err


def test_a_draft_without_pictures_loads_nothing_of_this(folder: Path) -> None:
    Path("draft.txt").write_text("Fest i møllen!\n", encoding="utf-8")
    program = (
        "import sys; from postlint.cli.start import main; main(['draft.txt']); "
        "print([name for name in sys.modules if name.split('.')[0] in ('PIL', 'defusedxml') or '.pictures' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
