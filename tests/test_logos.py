"""Logos in pictures: marks of our own on plates, slides and photographs, and pictures that show other marks.

The marks and slides are drawn here; the photographs are scikit-image's (a cup of coffee, a cat, a rocket).
"""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from postlint.pictures.logos import Logo, LogoHit, find_logos, references
from postlint.problem import PostlintError

pytest.importorskip("cv2", reason="postlint[images] is not installed")
SPEC = find_spec("skimage")
BUNDLED = Path(SPEC.origin or "").parent / "data" if SPEC else Path()
photograph = pytest.mark.skipif(not SPEC, reason="scikit-image, which brings the photographs, is not installed")
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">'
# Kobberdal: a wheel with a hill, in two colours. Svinghjul: a wheel with a zigzag, in one. Word: letters of boxes.
MARKS = {
    "kobberdal": OPEN.format(100, 100)
    + '<path d="M50 4a46 46 0 1 0 .1 0zM50 16a34 34 0 1 1-.1 0z" fill-rule="evenodd" fill="#b5651d"/>'
    '<path d="M18 66l20-30 14 18 10-12 20 24z" fill="#1f4e5f"/><circle cx="66" cy="30" r="7" fill="#1f4e5f"/></svg>',
    "svinghjul": OPEN.format(100, 100)
    + '<path d="M50 4a46 46 0 1 0 .1 0zM50 14a36 36 0 1 1-.1 0z" fill-rule="evenodd" fill="#b5651d"/>'
    '<path d="M30 22h16L36 48h30L44 82l6-26H24z" fill="#b5651d"/></svg>',
    "word": OPEN.format(220, 50)
    + '<path d="M0 0h10v20L30 0h12L18 25 42 50H30L10 30v20H0zM50 0h40v50H50zM60 10v30h20V10zM100 0h10v40h25v10h-35z'
    'M145 0h40v10h-30v10h22v10h-22v20h-10zM195 0h10l15 50h-10l-3-12h-14l-3 12h-10z" fill-rule="evenodd" '
    'fill="#222"/></svg>',
    "framed": OPEN.format(100, 100)
    + '<rect x="5" y="5" width="90" height="90" rx="18" fill="none" stroke="#1f4e5f" stroke-width="8"/>'
    '<path d="M30 34h34v8H30zM30 48h34v8H30z" fill="#b5651d"/></svg>',
    "framed-too": OPEN.format(100, 100)
    + '<rect x="5" y="5" width="90" height="90" rx="18" fill="none" stroke="#1f4e5f" stroke-width="8"/>'
    '<path d="M47 24l14 34H33z" fill="#b5651d"/></svg>',
    "disc": OPEN.format(100, 100) + '<circle cx="50" cy="50" r="46" fill="#b5651d"/></svg>',
}


@cache
def rendered(name: str, width: int) -> Image.Image:
    from resvg_py import svg_to_bytes

    with Image.open(io.BytesIO(svg_to_bytes(svg_string=MARKS[name], width=width, height=width))) as picture:
        whole = picture.convert("RGBA")
    return whole.crop(whole.getbbox())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every mark as SVG, as PNG without a ground, and as PNG and JPEG on white."""
    place = tmp_path_factory.mktemp("logos")
    for name, svg in MARKS.items():
        (place / f"{name}.svg").write_text(svg, encoding="utf-8")
        rendered(name, 300).save(place / f"{name}.png")
        on_white = Image.new("RGB", (360, 360), "white")
        on_white.paste(rendered(name, 300), (30, 30), rendered(name, 300))
        on_white.save(place / f"{name}-white.png")
        on_white.save(place / f"{name}.jpg", quality=80)
    return place


@pytest.fixture(scope="module")
def marks(folder: Path) -> dict[str, Logo]:
    return {name: references([str(folder / f"{name}.svg")])[0] for name in MARKS}


@cache
def slide(name: str = "", width: int = 160, place: tuple[int, int] = (60, 500), ground: str = "white") -> Image.Image:
    """A slide with a heading, lines and a chart, and with a mark on it."""
    picture = Image.new("RGB", (1000, 700), ground)
    draw = ImageDraw.Draw(picture)
    draw.text((60, 50), "Årets resultat i værkstedet", fill="gray", font_size=48)
    for number in range(6):
        draw.text((60, 140 + 40 * number), "· cykler, hjul og kæder til foråret", fill="gray", font_size=24)
        draw.rectangle((560 + 60 * number, 460 - 45 * number, 600 + 60 * number, 480), fill="steelblue")
    if name:
        picture.paste(rendered(name, width), place, rendered(name, width))
    return picture


def recompressed(picture: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    with Image.open(file) as again:
        return again.convert("RGB")


def is_at(hit: LogoHit, left: int, top: int, width: int) -> bool:
    off = max(abs(hit.left - left), abs(hit.top - top), abs(hit.width - width))
    return off <= 3 + 0.05 * width


@pytest.mark.parametrize("name", ["kobberdal", "svinghjul", "word"])
@pytest.mark.parametrize("width", [100, 200, 450], ids=["tenth", "fifth", "half"])
def test_a_logo_on_a_slide_is_found_where_it_is(marks: dict[str, Logo], name: str, width: int) -> None:
    picture = recompressed(slide(name, width, (80, 200)), 70)
    (hit,) = find_logos(picture, [marks[name]])
    box = rendered(name, width).size
    assert hit.name == f"{name}.svg"
    assert is_at(hit, 80, 200, box[0])
    assert 0.85 <= hit.score <= 1


@pytest.mark.parametrize("suffix", [".svg", ".png", "-white.png", ".jpg"])
def test_any_form_of_the_file_will_do(folder: Path, suffix: str) -> None:
    logos = references([str(folder / f"kobberdal{suffix}")])
    assert len(find_logos(slide("kobberdal"), logos)) == 1


@pytest.mark.parametrize("suffix", [".png", "-white.png", ".jpg"])
def test_the_logo_file_itself_shows_the_logo(folder: Path, marks: dict[str, Logo], suffix: str) -> None:
    with Image.open(folder / f"kobberdal{suffix}") as file:
        picture = Image.new("RGB", file.size, "white")
        picture.paste(file.convert("RGBA"), (0, 0), file.convert("RGBA"))
    assert len(find_logos(picture, [marks["kobberdal"]])) == 1


@pytest.mark.parametrize("ground", ["white", "#12181f", "#e9e4d8", "#8fb3d9"])
def test_whatever_colour_is_behind_it(marks: dict[str, Logo], ground: str) -> None:
    assert len(find_logos(slide("kobberdal", ground=ground), [marks["kobberdal"]])) == 1


def test_in_one_colour_on_a_dark_banner(marks: dict[str, Logo]) -> None:
    picture = slide(ground="#1e3c6e").copy()
    picture.paste("white", (600, 520), rendered("kobberdal", 150).getchannel("A"))
    (hit,) = find_logos(picture, [marks["kobberdal"]])
    assert is_at(hit, 600, 520, 150 * 92 // 100)


@photograph
def test_on_a_plate_in_a_photograph(marks: dict[str, Logo]) -> None:
    with Image.open(BUNDLED / "coffee.png") as file:
        picture = file.convert("RGB")
    picture.paste("white", (400, 40, 520, 160))
    picture.paste(rendered("svinghjul", 90), (415, 55), rendered("svinghjul", 90))
    (hit,) = find_logos(recompressed(picture, 60), [marks["svinghjul"]])
    assert is_at(hit, 415, 55, 83)


@pytest.mark.parametrize("angle", [-6, 6])
def test_turned_a_little_and_blurred(marks: dict[str, Logo], angle: int) -> None:
    picture = slide("kobberdal", 240, (400, 350)).rotate(angle, fillcolor="white", resample=Image.Resampling.BICUBIC)
    assert len(find_logos(picture.filter(ImageFilter.GaussianBlur(1.5)), [marks["kobberdal"]])) == 1


def test_at_the_very_edge(marks: dict[str, Logo]) -> None:
    (hit,) = find_logos(rendered_on_white("kobberdal"), [marks["kobberdal"]])
    assert is_at(hit, 0, 0, 400)


def rendered_on_white(name: str) -> Image.Image:
    mark = rendered(name, 435)
    picture = Image.new("RGB", mark.size, "white")
    picture.paste(mark, (0, 0), mark)
    return picture


def test_two_logos_come_from_left_to_right(marks: dict[str, Logo]) -> None:
    picture = slide("kobberdal", 150, (700, 540)).copy()
    picture.paste(rendered("word", 200), (100, 560), rendered("word", 200))
    hits = find_logos(picture, [marks["kobberdal"], marks["word"], marks["svinghjul"]])
    assert [hit.name for hit in hits] == ["word.svg", "kobberdal.svg"]


@pytest.mark.parametrize("name", ["", "svinghjul", "word", "disc"], ids=["none", "wheel", "word", "disc"])
@pytest.mark.parametrize("width", [100, 300], ids=["tenth", "third"])
def test_another_mark_is_not_ours(marks: dict[str, Logo], name: str, width: int) -> None:
    assert find_logos(slide(name, width), [marks["kobberdal"]]) == ()


@pytest.mark.parametrize("width", [80, 160, 400])
def test_a_frame_with_another_sign_in_it_is_not_ours(marks: dict[str, Logo], width: int) -> None:
    hits = find_logos(slide("framed-too", width, (80, 200)), [marks["framed"], marks["framed-too"]])
    assert [hit.name for hit in hits] == ["framed-too.svg"]


@photograph
@pytest.mark.parametrize("name", ["coffee.png", "chelsea.png", "rocket.jpg", "motorcycle_left.png", "coins.png"])
def test_nothing_is_claimed_of_a_photograph(marks: dict[str, Logo], name: str) -> None:
    with Image.open(BUNDLED / name) as picture:
        assert find_logos(picture.convert("RGB"), list(marks.values())) == ()


def test_a_disc_would_be_everywhere_and_is_not_looked_for(marks: dict[str, Logo]) -> None:
    assert {name: logo.plain for name, logo in marks.items()} == {
        "kobberdal": False, "svinghjul": False, "word": False, "framed": False, "framed-too": False, "disc": True,
    }  # fmt: skip
    assert find_logos(slide("disc"), [marks["disc"]]) == ()


@pytest.mark.parametrize("size", [(1, 1), (1, 2000), (2000, 1), (30, 30), (9000, 40)], ids=str)
def test_any_size_can_be_looked_at(marks: dict[str, Logo], size: tuple[int, int]) -> None:
    assert find_logos(Image.new("RGB", size, "gray"), list(marks.values())) == ()


def test_threads_see_the_same(marks: dict[str, Logo]) -> None:
    pictures = [slide("kobberdal"), slide("word"), slide()] * 2
    alone = [find_logos(picture, [marks["kobberdal"], marks["word"]]) for picture in pictures]
    with ThreadPoolExecutor(3) as pool:
        assert (
            list(pool.map(lambda picture: find_logos(picture, [marks["kobberdal"], marks["word"]]), pictures)) == alone
        )


BROKEN = {
    "text.svg": b"not a drawing",
    "open.svg": b"<svg",
    "latin.svg": "<svg>\xe6</svg>".encode("latin-1"),
    "text.png": b"not a picture",
    "none.png": b"",
    "film.gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
}


@pytest.mark.parametrize("name", [*BROKEN, "absent.svg"])
def test_a_broken_logo_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name in BROKEN:
        path.write_bytes(BROKEN[name])
    with pytest.raises(PostlintError) as caught:
        references([str(path)])
    assert (caught.value.problem.code, caught.value.problem.path) == ("logo-broken", str(path))


def test_half_a_png_is_broken(tmp_path: Path) -> None:
    whole = io.BytesIO()
    rendered("kobberdal", 300).save(whole, "PNG")
    (tmp_path / "half.png").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    with pytest.raises(PostlintError, match="complete picture"):
        references([str(tmp_path / "half.png")])


@pytest.mark.parametrize("svg", ["", '<rect width="1" height="100000000"/>'], ids=["nothing", "narrow"])
def test_a_logo_that_shows_nothing_is_told(tmp_path: Path, svg: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(OPEN.format(1, 100_000_000) + svg + "</svg>", encoding="utf-8")
    with pytest.raises(PostlintError) as caught:
        references([str(path)])
    assert caught.value.problem.code == "logo-empty"


@pytest.mark.parametrize("absent", ["cv2", "numpy", "resvg_py"])
def test_without_the_extra_one_sentence_says_what_to_install(absent: str) -> None:
    code = (
        f"import sys; sys.modules[{absent!r}] = None\n"
        "from postlint.pictures.logos import references\n"
        "from postlint.problem import PostlintError\n"
        "try: references(['logo.svg'])\n"
        "except PostlintError as error: print(error.problem.tell('da'), error.problem.tell('en'), sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert [line.rpartition(": ")[2] for line in done.stdout.splitlines()] == ['pip install "postlint[images]"'] * 2


def test_a_plain_check_loads_none_of_it() -> None:
    code = "import sys, postlint.pictures.logos; print({'cv2', 'numpy', 'PIL', 'resvg_py'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"
