"""Whether a logo is too plain to be told from any disc, ring, box or triangle."""

from __future__ import annotations

import cv2
import numpy as np

from postlint.pictures.likeness import likeness
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.pictures.found import Floats

_WHOLE, _PARTS = 0.78, 0.65  # likeness to a plain shape; a little less than makes a logo found
# Corners of polygons, and the breadths of rings, all in parts of the logo's box.
_POLYGONS = (
    ((0, 0), (1, 0), (1, 1), (0, 1)),
    ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    ((0.5, 0), (1, 1), (0, 1)),
    ((0, 0), (1, 0), (0.5, 1)),
    ((0, 0.5), (1, 0), (1, 1)),
    ((1, 0.5), (0, 0), (0, 1)),
)
_RINGS = 1.0, 0.6, 0.4, 0.2


def is_plain(logo: Floats, margin: int) -> bool:
    """Say whether a plain shape looks like a logo in grey (height × width) that has a margin of so many pixels."""
    logo = logo[..., None]
    for shape in _shapes(logo.shape[0], logo.shape[1], margin):
        alike = max(likeness(logo, shape), likeness(255 - logo, shape))
        if alike.whole >= _WHOLE and alike.parts >= _PARTS:
            return True
    return False


def _shapes(height: int, width: int, margin: int) -> Iterator[Floats]:
    """Yield plain shapes that fill the size but for its margin (height × width × 1, 255 on 0)."""
    corner, sides = np.array([margin, margin]), np.array([width, height]) - 2 * margin - 1
    for points in _POLYGONS:
        shape = np.zeros((height, width), np.uint8)
        cv2.fillPoly(shape, [np.rint(corner + np.array(points) * sides).astype(np.int32)], 255)
        yield shape[..., None].astype(np.float32)
    for breadth in _RINGS:
        yield _ring(height, width, corner + sides / 2, sides / 2, breadth)


def _ring(height: int, width: int, middle: Floats, half: Floats, breadth: float) -> Floats:
    y, x = np.mgrid[:height, :width]
    away = np.hypot((x - middle[0]) / half[0], (y - middle[1]) / half[1])
    inside: Floats = (away <= 1) & (away >= 1 - breadth)
    return inside[..., None].astype(np.float32) * 255
