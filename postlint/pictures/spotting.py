"""Where in a picture a logo might be: a small template over the picture in many sizes. Much of it is chance."""

from __future__ import annotations

import cv2
import numpy as np

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.pictures.found import Floats
    from postlint.pictures.marks import Mark, Variant

_SMALLEST = 0.05  # of the picture's longer side: the smallest logo
_STEP = 1.13  # from one size to the next
_NARROWEST = 10  # pixels: no logo's template is narrower
_LEAST = 0.6  # correlation of a place that is worth a closer look
_PLACES = 3  # of one variant in one size
_MOST = 6  # places of one logo in a picture


class Spot(NamedTuple):
    """A place where a logo might be: its corner, with the margin, in pixels of the picture, and how many of these
    make up one of the coarse template; which variant; whether light and dark are exchanged; the correlation."""

    left: float
    top: float
    scale: float
    variant: Variant
    inverted: bool
    likeness: float


def sizes(grey: Floats) -> list[tuple[float, Floats]]:
    """Return a grey picture in the sizes in which logos are looked for, each with how many pixels make one of its."""
    found, scale = [], 1.0
    while min(grey.shape) >= scale * _NARROWEST:
        size = round(grey.shape[1] / scale), round(grey.shape[0] / scale)
        # In whole levels: fractions of one, on a plain place, would be as like a logo as can be.
        found.append((scale, np.rint(cv2.resize(grey, size, interpolation=cv2.INTER_AREA))))
        scale *= _STEP
    return found


def spots(pictures: list[tuple[float, Floats]], mark: Mark) -> list[Spot]:
    """Return where a mark might be in a picture, given in the sizes of ``sizes``, the likeliest spot first."""
    found: list[Spot] = []
    for spot in sorted(_every(pictures, mark), key=lambda spot: -spot.likeness):
        if not any(_same(spot, other) for other in found):
            found.append(spot)
        if len(found) == _MOST:
            break
    return found


def _every(pictures: list[tuple[float, Floats]], mark: Mark) -> Iterator[Spot]:
    high, wide = mark.variants[0].coarse.shape
    for scale, small in pictures:
        large_enough = max(high, wide) >= _SMALLEST * max(small.shape)
        if large_enough and small.shape[0] >= high and small.shape[1] >= wide:
            for variant in mark.variants:
                yield from _peaks(small, variant, scale)


def _peaks(small: Floats, variant: Variant, scale: float) -> Iterator[Spot]:
    high, wide = variant.coarse.shape
    signed = np.nan_to_num(cv2.matchTemplate(small, variant.coarse, cv2.TM_CCOEFF_NORMED), posinf=0.0, neginf=0.0)
    signed[np.abs(signed) > 1.01] = 0  # what OpenCV says of a place without any difference
    likeness = np.abs(signed) if variant.inverted else signed.copy()
    for _ in range(_PLACES):
        _, most, _, (x, y) = cv2.minMaxLoc(likeness)
        if most < _LEAST:
            return
        yield Spot(x * scale, y * scale, scale, variant, bool(signed[y, x] < 0), most)
        likeness[max(0, y - high // 3) : y + high // 3 + 1, max(0, x - wide // 3) : x + wide // 3 + 1] = 0


def _same(spot: Spot, other: Spot) -> bool:
    """Say whether two spots are nearly one: in size, and by less than a third of it apart."""
    high, wide = spot.variant.coarse.shape
    near_x = abs(spot.left - other.left) < spot.scale * wide * 0.3
    near_y = abs(spot.top - other.top) < spot.scale * high * 0.3
    return near_x and near_y and 0.75 < spot.scale / other.scale < 1.33
