"""A picture is known again after what happens to pictures on their way, and never taken for another."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import permutations

import pytest
from pictures_made import drawn, saved
from PIL import Image, ImageEnhance

from postlint.pictures.hashing import difference_hash, fingerprints, is_plain, known_again, same

SEEDS = range(12)


def again(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def small(picture: Image.Image) -> Image.Image:
    copy = picture.copy()
    copy.thumbnail((200, 200))
    return copy


def cropped(picture: Image.Image, *shares: float) -> Image.Image:
    left, above, right, below = shares
    width, height = picture.size
    box = (round(left * width), round(above * height), round((1 - right) * width), round((1 - below) * height))
    return picture.crop(box)


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as-png": lambda picture: again(saved(picture, "PNG")),
    "200-pixels": small,
    "quality-20": lambda picture: again(saved(picture, quality=20)),
    "grey": lambda picture: picture.convert("L").convert("RGB"),
    "brighter": lambda picture: ImageEnhance.Brightness(picture).enhance(1.2),
    "cropped-all-round": lambda picture: cropped(picture, 0.025, 0.025, 0.025, 0.025),
    "cropped-at-a-corner": lambda picture: cropped(picture, 0.05, 0.05, 0, 0),
    "cropped-below": lambda picture: cropped(picture, 0, 0, 0, 0.05),
    "cropped-and-compressed": lambda picture: again(saved(cropped(picture, 0.05, 0, 0, 0), quality=40)),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_same_picture_is_known_again(edit: Callable[[Image.Image], Image.Image]) -> None:
    missed = []
    for seed in SEEDS:
        picture = drawn(seed)
        recorded = [f"dhash:{difference_hash(picture)}"]
        if not known_again(recorded, fingerprints("0" * 64, edit(picture))):
            missed.append(seed)
    assert missed == []


def test_different_pictures_are_never_taken_for_one() -> None:
    own = {seed: fingerprints("0" * 64, drawn(seed)) for seed in range(40)}
    taken = [(a, b) for a, b in permutations(own, 2) if known_again([own[a][1]], own[b])]
    assert taken == []


EVEN = {
    "white": Image.new("RGB", (300, 200), "white"),
    "sky": Image.linear_gradient("L").resize((300, 200)).convert("RGB"),
    "dusk": Image.linear_gradient("L").rotate(90).resize((300, 200)).convert("RGB"),
}


@pytest.mark.parametrize("picture", EVEN.values(), ids=EVEN)
def test_a_picture_without_detail_is_known_by_its_bytes_alone(picture: Image.Image) -> None:
    own = fingerprints("a" * 64, picture)
    assert is_plain(difference_hash(picture))
    assert not known_again([own[1]], own)
    assert known_again([own[0]], own)


def test_a_hash_is_16_hex_digits() -> None:
    value = difference_hash(drawn(1))
    assert len(value) == 16
    assert int(value, 16).bit_length() <= 64
    assert same(value, value)


@pytest.mark.parametrize("recorded", ["", "dhash:", "dhash:xyz", "fest.jpg", "dhash:12345678901234567", "sha256:"])
def test_what_is_no_fingerprint_is_passed_over(recorded: str) -> None:
    assert not known_again([recorded], fingerprints("0" * 64, drawn(1)))


def test_capitals_and_blanks_do_not_matter() -> None:
    own = fingerprints("ab" * 32, drawn(1))
    assert known_again([f" {own[0].upper()} "], own)
    assert known_again([f" {own[1].upper()} "], own)
