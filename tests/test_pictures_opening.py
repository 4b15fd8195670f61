"""Pictures made to do harm are refused quickly and in little memory, and a picture is read in full or not at all."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from pictures_hostile import READ, REFUSED, write
from pictures_made import drawn, saved
from PIL import Image, ImageOps

from postlint.pictures.hashing import difference_hash, same
from postlint.pictures.opening import LONGEST, open_picture
from postlint.pictures.reaching import reach
from postlint.problem import PostlintError

PROGRAM = Path(__file__).with_name("pictures_hostile.py")
LIMIT = 200  # megabytes
PATIENCE = 5  # seconds; what it takes on a quiet machine stands in docs/pictures.md

linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak")


def attempt(path: Path) -> dict[str, float | str]:
    """Return the code and the cost of opening a file in a process of its own."""
    done = subprocess.run([sys.executable, PROGRAM, path], capture_output=True, text=True, check=True, timeout=60)
    told: dict[str, float | str] = json.loads(done.stdout)
    return told


def code(path: Path | str) -> str:
    with pytest.raises(PostlintError) as error:
        open_picture(str(path))
    return error.value.problem.code


@linux
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_and_costs_little(name: str, tmp_path: Path) -> None:
    told = attempt(write(name, tmp_path))
    assert told["code"] == REFUSED[name][2]
    assert float(told["seconds"]) < PATIENCE
    assert float(told["megabytes"]) <= LIMIT


@linux
@pytest.mark.parametrize("name", READ)
def test_an_odd_file_is_read_and_costs_little(name: str, tmp_path: Path) -> None:
    told = attempt(write(name, tmp_path))
    assert told["code"] == ""
    assert float(told["seconds"]) < PATIENCE
    assert float(told["megabytes"]) <= LIMIT


@pytest.mark.parametrize(
    ("format", "how"), [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {}), ("GIF", {})]
)
def test_changed_bytes_are_read_or_refused(format: str, how: dict[str, bool], tmp_path: Path) -> None:
    chance, whole = random.Random(format), saved(drawn(3, (120, 90)), format, **how)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(min(700, len(data)))] = chance.randrange(256)
        (tmp_path / "a").write_bytes(data)
        with suppress(PostlintError):
            open_picture(str(tmp_path / "a"))


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    assert code(tmp_path) == "picture-special"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    assert code(tmp_path / "a.jpg") == "picture-special"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices here")
def test_a_device_is_no_picture() -> None:
    assert code("/dev/zero") == "picture-special"


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    assert code(tmp_path / "a.jpg") == "picture-missing"
    assert code("a\0.jpg") == "picture-missing"


def test_a_picture_is_small_upright_and_in_colour(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    (tmp_path / "a.jpg").write_bytes(saved(drawn(1, (4000, 3000)), exif=exif))
    opened = open_picture(str(tmp_path / "a.jpg"))
    assert (opened.format, opened.width, opened.height) == ("JPEG", 3000, 4000)
    assert (opened.pixels.mode, opened.pixels.size) == ("RGB", (1200, LONGEST))
    assert opened.scale == 2.5


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_of_holding_a_camera_is_turned_upright(orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    (tmp_path / "a.png").write_bytes(saved(drawn(1), "PNG", exif=exif))
    opened = open_picture(str(tmp_path / "a.png"))
    assert opened.pixels.tobytes() == ImageOps.exif_transpose(Image.open(tmp_path / "a.png")).tobytes()
    assert (opened.width, opened.height) == opened.pixels.size


def test_of_several_pictures_the_first_counts(tmp_path: Path) -> None:
    for name, format in (("a.jpg", "MPO"), ("a.gif", "GIF"), ("a.webp", "WEBP")):
        (tmp_path / name).write_bytes(saved(drawn(1), format, save_all=True, append_images=[drawn(2)]))
        opened = open_picture(str(tmp_path / name))
        assert opened.format in ("JPEG", format)
        assert same(difference_hash(opened.pixels), difference_hash(drawn(1)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_becomes_rgb(mode: str, tmp_path: Path) -> None:
    picture = drawn(3).convert("L").convert("I;16") if mode == "I;16" else drawn(3).convert(mode)
    (tmp_path / "a.png").write_bytes(saved(picture, "PNG"))
    assert open_picture(str(tmp_path / "a.png")).pixels.mode == "RGB"


def test_sixteen_bits_of_grey_stay_as_bright(tmp_path: Path) -> None:
    picture = Image.new("I;16", (40, 30), 0x8000)
    (tmp_path / "a.png").write_bytes(saved(picture, "PNG"))
    assert open_picture(str(tmp_path / "a.png")).pixels.getpixel((5, 5)) == (128, 128, 128)


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(Image.new("RGBA", (40, 30), (255, 0, 0, 0)), "PNG"))
    assert open_picture(str(tmp_path / "a.png")).pixels.getpixel((5, 5)) == (255, 255, 255)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a post with a picture in it and one above it."""
    post = tmp_path / "posts"
    (post / "pictures").mkdir(parents=True)
    for path in (tmp_path / "secret.jpg", post / "a.jpg", post / "pictures" / "b.jpg", post / "pictures" / "blå.jpg"):
        path.write_bytes(b"x")
    return post


OUT = [
    "../secret.jpg", "pictures/../../secret.jpg", "..\\secret.jpg", "pictures/../a.jpg", "..", "/etc/passwd",
    "C:\\secret.jpg", "c:secret.jpg", "\\\\host\\share\\a.jpg", "//host/share/a.jpg", "\\secret.jpg", "/dev/zero",
]  # fmt: skip


@pytest.mark.parametrize("name", OUT)
def test_a_name_that_leads_out_is_refused(name: str, folder: Path) -> None:
    with pytest.raises(PostlintError) as error:
        reach(name, str(folder))
    assert error.value.problem.code == "picture-outside"


def test_a_link_that_leads_out_is_refused(folder: Path) -> None:
    (folder / "link.jpg").symlink_to(folder.parent / "secret.jpg")
    (folder / "way").symlink_to(folder.parent)
    (folder / "loop.jpg").symlink_to(folder / "loop.jpg")
    for name in ("link.jpg", "way/secret.jpg"):
        with pytest.raises(PostlintError):
            reach(name, str(folder))


def test_a_link_that_stays_inside_is_followed(folder: Path) -> None:
    (folder / "link.jpg").symlink_to(folder / "a.jpg")
    assert reach("link.jpg", str(folder)) == str((folder / "a.jpg").resolve())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.jpg", "a.jpg"), ("./a.jpg", "a.jpg"), (" a.jpg ", "a.jpg"), ("pictures/b.jpg", "pictures/b.jpg"),
        ("pictures\\b.jpg", "pictures/b.jpg"), ("pictures/blå.jpg", "pictures/blå.jpg"),
        pytest.param("pictures/bla\u030a.jpg", "pictures/blå.jpg", id="letters-taken-apart"),
    ],
)  # fmt: skip
def test_a_picture_inside_is_reached(name: str, found: str, folder: Path) -> None:
    assert reach(name, str(folder)) == str((folder / found).resolve())


@pytest.mark.parametrize("name", ["", "  ", "c.jpg", "https://kobberdal.example/a.jpg", "data:image/png;base64,AAAA",
                                  "file:///etc/passwd", "a.jpg\0", "a\n.jpg"])  # fmt: skip
def test_what_is_not_there_or_on_the_web_is_nothing(name: str, folder: Path) -> None:
    assert reach(name, str(folder)) == ""
