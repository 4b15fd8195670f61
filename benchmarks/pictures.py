"""Measure how surely a picture is known again, and what looking at one costs.

    python benchmarks/pictures.py [--quick] [--photographs FOLDER]

It draws pictures of its own (see made_pictures.py). Photographs are taken from scikit-image and scikit-learn where
they are installed beside it (``pip install scikit-image scikit-learn``), or from a folder. Every picture is recorded
with one hash and looked for again after each edit; then every picture, and for photographs every quarter of one, is
held against the records of all others. It prints, and never fails because something is not reached.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from importlib.util import find_spec
from itertools import permutations
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from made_pictures import composed, slide
from PIL import Image, ImageEnhance

from postlint.pictures.hashing import fingerprints, is_plain, known_again
from postlint.pictures.looking import Looker
from postlint.pictures.opening import open_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Edit = Callable[[Image.Image], Image.Image]

NO_PHOTOGRAPHS = ("chessboard", "logo", "phantom", "microaneurysms", "horse", "multipage", "no_time")
CHARTS = ("color", "page", "text")  # a chart of colours, and scans
# Two pictures of one scene a hand apart: the same to a hash, as they are to a reader.
ONE_SCENE = ("motorcycle_right",)
ROUNDS = 7


def compressed(picture: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def small(picture: Image.Image, longest: int) -> Image.Image:
    copy = picture.copy()
    copy.thumbnail((longest, longest))
    return copy


def cropped(picture: Image.Image, left: float, above: float, right: float, below: float) -> Image.Image:
    width, height = picture.size
    box = (round(left * width), round(above * height), round((1 - right) * width), round((1 - below) * height))
    return picture.crop(box)


EDITS: Mapping[str, Edit] = {
    "200 px": lambda picture: small(picture, 200),
    "JPEG quality 20": lambda picture: compressed(picture, 20),
    "both": lambda picture: compressed(small(picture, 200), 20),
    "grey": lambda picture: picture.convert("L").convert("RGB"),
    "brightness × 1.3": lambda picture: ImageEnhance.Brightness(picture).enhance(1.3),
    "5 % cropped, all round": lambda picture: cropped(picture, 0.025, 0.025, 0.025, 0.025),
    "5 % cropped, one side": lambda picture: cropped(picture, 0.05, 0, 0, 0),
    "5 % cropped, below": lambda picture: cropped(picture, 0, 0, 0, 0.05),
    "5 % cropped, two sides": lambda picture: cropped(picture, 0.05, 0.05, 0, 0),
    "5 % cropped, quality 60": lambda picture: compressed(cropped(picture, 0.025, 0.025, 0.025, 0.025), 60),
    "5 % off every side": lambda picture: cropped(picture, 0.05, 0.05, 0.05, 0.05),
    "10 % off every side": lambda picture: cropped(picture, 0.1, 0.1, 0.1, 0.1),
    "mirrored": lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
}


def photographs(folder: str = "") -> dict[str, Image.Image]:
    """Return the photographs of a folder, or of the two packages, by name; none where there are none."""
    folders = [Path(folder)] if folder else []
    for package, inside in (("skimage", "data"), ("sklearn", "datasets/images")) if not folder else ():
        spec = find_spec(package)
        folders += [Path(spec.origin).parent / inside] if spec and spec.origin else []
    found = [path for one in folders for path in sorted(one.iterdir()) if path.suffix in (".jpg", ".png", ".jpeg")]
    chosen = [path for path in found if not path.stem.startswith((*NO_PHOTOGRAPHS, *ONE_SCENE))]
    return {path.name: open_picture(str(path)).pixels for path in chosen}


def quarters(pictures: Mapping[str, Image.Image]) -> dict[str, Image.Image]:
    """Return each picture of some size as four more."""
    found = {}
    for name, picture in pictures.items():
        if min(picture.size) >= 400:
            for number, (x, y) in enumerate(((0, 0), (0.5, 0), (0, 0.5), (0.5, 0.5))):
                found[f"{name} {number + 1}/4"] = cropped(picture, x, y, 0.5 - x, 0.5 - y)
    return found


def own(picture: Image.Image) -> tuple[str, ...]:
    return fingerprints("0" * 64, picture)


def found_again(pictures: Mapping[str, Image.Image], edit: Edit) -> float:
    """Return the share of pictures that are known by their one recorded hash after an edit."""
    hits = sum(known_again([own(picture)[1]], own(edit(picture))) for picture in pictures.values())
    return hits / len(pictures)


def false_matches(pictures: Mapping[str, Image.Image]) -> list[tuple[str, str]]:
    """Return the pairs of different pictures of which one is taken for the other."""
    prints = {name: own(picture) for name, picture in pictures.items()}
    return [(a, b) for a, b in permutations(prints, 2) if known_again([prints[a][1]], prints[b])]


def cost(rounds: int) -> dict[str, float]:
    """Return CPU seconds for one photograph of 12 megapixels, by what is done with it: the median of some rounds."""
    import os

    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind, options in {"JPEG": {}, "JPEG, progressive": {"progressive": True}, "PNG": {}, "WEBP": {}}.items():
            path = os.path.join(folder, "a." + kind.split(",")[0].lower())
            composed(1, (4000, 3000)).save(path, kind.split(",")[0], quality=85, **options)
            for _ in range(rounds):
                start = time.process_time()
                Looker().at(path)
                found.setdefault(kind, []).append(time.process_time() - start)
    return {kind: median(times) for kind, times in found.items()}


def report(sets: Mapping[str, Mapping[str, Image.Image]], rounds: int) -> None:
    print("found again by one recorded hash\n")
    print(f"| edit | {' | '.join(f'{name} ({len(pictures)})' for name, pictures in sets.items())} |")
    print(f"|---|{'---|' * len(sets)}")
    for name, edit in EDITS.items():
        shares = [found_again(pictures, edit) if pictures else 0.0 for pictures in sets.values()]
        print(f"| {name} | {' | '.join(f'{share:.3f}' for share in shares)} |")
    whole = {name: picture for pictures in sets.values() for name, picture in pictures.items()}
    plain = [name for name, picture in whole.items() if is_plain(own(picture)[1].partition(":")[2])]
    print(f"\ntoo plain for a hash: {len(plain)} of {len(whole)} {plain}")
    wrong = false_matches(whole)
    print(f"false matches: {len(wrong)} among {len(whole) * (len(whole) - 1)} pairs of {len(whole)} pictures {wrong}")
    print("\none picture of 12 megapixels, all together (without the extra: no faces, no logos)\n")
    for kind, seconds in cost(rounds).items():
        print(f"| {kind} | {seconds:.2f} s |")


def main(words: Sequence[str]) -> int:
    """Run the benchmark and return 0."""
    quick = "--quick" in words
    folder = words[words.index("--photographs") + 1] if "--photographs" in words else ""
    many = 60 if quick else 200
    found = photographs(folder)
    charts = {name: picture for name, picture in found.items() if name.startswith(CHARTS)}
    taken = {name: picture for name, picture in found.items() if name not in charts}
    sets = {
        "photographs": taken,
        "quarters of them": quarters(taken),
        "chart and scans": charts,
        "composed": {f"composed {seed}": composed(seed) for seed in range(many)},
        "slides": {f"slide {seed}": slide(seed) for seed in range(many // 3)},
    }
    report({name: pictures for name, pictures in sets.items() if pictures}, 3 if quick else ROUNDS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
