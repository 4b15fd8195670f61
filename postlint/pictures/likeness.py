"""How alike two pictures of one size are: as a whole, and part by part."""

from __future__ import annotations

import cv2
import numpy as np

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from postlint.pictures.found import Floats

_TILE = 24  # pixels of a part's side
_PLAIN = 0.25  # of the whole's deviation: a part with less shows nothing to compare
_NOISE = 0.15  # of the whole's deviation: what a part of the other picture counts as at least
_WORST = 10  # percent of the parts that may be less alike: a corner may be cut or covered


class Likeness(NamedTuple):
    """Correlation from -1 to 1: ``whole`` of two pictures, ``parts`` of their parts, but for the worst tenth."""

    whole: float
    parts: float


def likeness(expected: Floats, seen: Floats) -> Likeness:
    """Return how much ``seen`` is like ``expected`` (each height × width × channels)."""
    expected, seen = cv2.GaussianBlur(expected, (0, 0), 1.0), cv2.GaussianBlur(seen, (0, 0), 0.7)
    deviation = _deviation(expected)
    height, width = expected.shape[:2]
    down, across = max(1, round(height / _TILE)), max(1, round(width / _TILE))
    parts = []
    for rows in np.array_split(np.arange(height), down):
        for columns in np.array_split(np.arange(width), across):
            part = np.ix_(rows, columns)
            if _deviation(expected[part]) >= _PLAIN * deviation:
                parts.append(correlation(expected[part], seen[part], least=_NOISE * deviation))
    return Likeness(correlation(expected, seen), float(np.percentile(parts, _WORST)) if parts else 0.0)


def correlation(one: Floats, other: Floats, least: float = 1e-3) -> float:
    """Return the correlation of two pictures, each channel about its own mean; ``other`` counts as deviating by
    ``least`` levels at least, so that noise on a plain place is like nothing."""
    first, second = _centred(one), _centred(other)
    size = np.sqrt((first * first).sum() * max((second * second).sum(), least * least * second.size))
    return float((first * second).sum() / size) if size else 0.0


def _deviation(picture: Floats) -> float:
    return float(np.sqrt((_centred(picture) ** 2).mean()))


def _centred(picture: Floats) -> Floats:
    centred: Floats = picture - picture.mean(axis=(0, 1))
    return centred
