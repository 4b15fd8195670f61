"""A logo as it is looked for: its file rendered, cut free of its background, in a coarse and a fine size."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from postlint.pictures.likeness import correlation
from postlint.pictures.plainness import is_plain
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from postlint.pictures.found import Bytes, Floats

MOST = 10  # MB of a logo's file
_PIXELS = 50_000_000  # of a logo's picture
_SIDE = 512  # pixels of the longer side of a rendering
_COARSE, _FINE = (28, 84), (96, 320)  # pixels: the root of a size's area, and its longest side
_MARGIN = 0.12  # of the shorter side: plain background that belongs to what is looked for
_FAR = 24  # levels from which a colour is another than the background's
_FLAT = 12.0  # standard deviation in levels below which a picture shows nothing
_ALIKE = 0.97  # correlation from which two variants are one


class Variant(NamedTuple):
    """A logo in grey, coarse and fine. ``inverted``: light and dark may be exchanged."""

    coarse: Floats
    fine: Floats
    inverted: bool


class Mark(NamedTuple):
    """A logo to look for. ``fine`` is its rendering with a margin (height × width × RGBA from 0 to 255, the colours
    multiplied by the opacity), ``margin`` pixels wide. ``variants``: in what forms it is looked for, none where each
    is too plain. ``silhouette``: its outline alone, in one colour, is enough to know it by."""

    fine: Floats
    margin: int
    variants: tuple[Variant, ...]
    silhouette: bool


def mark(path: str) -> Mark:
    """Return the mark of a logo's file. Raises ``PostlintError`` with "logo-broken" or "logo-empty"."""
    try:
        rendering = _rendering(path)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise PostlintError(Problem("logo-broken", {"most": MOST}, path)) from None
    free = _cut_free(rendering)
    rows, columns = np.nonzero(free[..., 3] > _FAR)
    if rows.size:
        free = free[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        fine, margin = _sized(free, *_FINE)
        variants = _variants(_sized(free, *_COARSE)[0], fine)
        if variants:
            telling = tuple(variant for variant in variants if not is_plain(variant.fine, margin))
            return Mark(fine, margin, telling, any(variant.inverted for variant in telling))
    raise PostlintError(Problem("logo-empty", {}, path))


def _rendering(path: str) -> Bytes:
    """Return a logo's file as height × width × RGBA."""
    with Path(path).open("rb") as file:
        data = file.read(MOST * 2**20 + 1)
    if len(data) > MOST * 2**20:
        raise ValueError(len(data))
    if path.lower().endswith(".svg"):
        data = _drawn(data.decode("utf-8-sig"))
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
        if picture.width * picture.height > _PIXELS:
            raise ValueError(picture.size)
        whole = picture.convert("RGBA")
    whole.thumbnail((_SIDE, _SIDE))
    return np.asarray(whole)


def _drawn(svg: str) -> bytes:
    """Return an SVG as PNG. Raises ``ValueError`` for one that is broken."""
    from resvg_py import svg_to_bytes

    # Reading the system's fonts takes longer than all else. Without a height a narrow drawing would fill the memory.
    return svg_to_bytes(svg_string=svg, width=_SIDE, height=_SIDE, skip_system_fonts="<text" not in svg)


def _cut_free(rendering: Bytes) -> Bytes:
    """Return a rendering whose plain background, up to the mark's outer edge, is transparent."""
    rim = np.concatenate([rendering[0], rendering[-1], rendering[:, 0], rendering[:, -1]]).astype(np.int16)
    colour = np.median(rim[:, :3], axis=0)
    if rim[:, 3].min() < 250 or (np.abs(rim[:, :3] - colour).max(axis=1) < _FAR).mean() < 0.97:
        return rendering
    away = np.abs(rendering[..., :3] - colour).max(axis=2)
    _, parts = cv2.connectedComponents((away <= _FAR).astype(np.uint8), connectivity=4)
    outer = np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))
    background = np.isin(parts, outer[outer > 0])
    free = rendering.copy()
    free[..., 3] = np.where(background, away * 255 / _FAR, 255)
    return free


def _sized(free: Bytes, root: int, longest: int) -> tuple[Floats, int]:
    """Return a rendering in a certain size with a transparent margin about it, and the margin's width."""
    height, width = free.shape[:2]
    scale = min(root / (height * width) ** 0.5, longest / max(height, width))
    size = max(6, round(width * scale)), max(6, round(height * scale))
    whole = free.astype(np.float32)
    whole[..., :3] *= whole[..., 3:] / 255
    margin = max(2, round(_MARGIN * min(size)))
    small = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
    return np.pad(small, ((margin, margin), (margin, margin), (0, 0))), margin


def _variants(coarse: Floats, fine: Floats) -> tuple[Variant, ...]:
    """Return the silhouette and the logo on white and on black, without those that look like one before."""
    found: list[Variant] = []
    for number, (small, large) in enumerate(zip(_greys(coarse), _greys(fine), strict=True)):
        new = all(abs(correlation(large, other.fine)) < _ALIKE for other in found)
        if large.std() >= _FLAT and new:
            found.append(Variant(small, large, number == 0))
    return tuple(found)


def _greys(rendering: Floats) -> tuple[Floats, Floats, Floats]:
    opacity = rendering[..., 3]
    grey = cv2.cvtColor(np.ascontiguousarray(rendering[..., :3]), cv2.COLOR_RGB2GRAY)
    return opacity.copy(), grey + (255 - opacity), grey
