"""Laying a logo over a spot of a picture as exactly as can be, and comparing the two in full detail."""

from __future__ import annotations

import cv2
import numpy as np

from postlint.pictures.likeness import Likeness, likeness
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from postlint.pictures.found import Bytes, Floats
    from postlint.pictures.marks import Mark
    from postlint.pictures.spotting import Spot

_AROUND = 0.2  # of a spot's size: what is looked at around it
_ENLARGED = 2.0  # times: a small spot is enlarged by no more
_ROUNDS = 40  # of fitting at most
_SQUEEZED = 1.25  # times: how much more in one direction than in the other a logo may be stretched
_OTHER_SIZE = 1.33  # times: how far the size may move while fitting
_COARSER = 1.6  # pixels of the picture for one of the logo, from which the picture is made smaller first


class Fit(NamedTuple):
    """Where a logo lies: the map from points of its fine size to points of the picture (2 × 3)."""

    place: Floats

    def box(self, mark: Mark) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the logo itself in the picture, without its margin."""
        (height, width), margin = mark.fine.shape[:2], mark.margin
        edges = (margin, margin), (width - margin, margin), (margin, height - margin), (width - margin, height - margin)
        points = np.array([self.place @ np.array([x, y, 1.0]) for x, y in edges])
        return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())


def fitted(grey: Floats, spot: Spot) -> Fit | None:
    """Return how the logo lies at a spot of a grey picture; ``None`` where it cannot be made to fit."""
    logo = 255 - spot.variant.fine if spot.inverted else spot.variant.fine
    scale = spot.scale * spot.variant.coarse.shape[1] / logo.shape[1]
    part, corner, zoom = _surroundings(grey, spot, scale, logo.shape[0], logo.shape[1])
    start = (np.array([spot.left, spot.top]) - corner) * zoom
    place: Floats = np.array([[scale * zoom[0], 0, start[0]], [0, scale * zoom[1], start[1]]], np.float32)
    ending = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, _ROUNDS, 1e-4)
    everywhere = np.full(part.shape, 255, np.uint8)
    try:
        found: Floats = cv2.findTransformECC(logo, part, place, cv2.MOTION_AFFINE, ending, everywhere, 5)[1]
    except cv2.error:  # nothing there that it could follow
        return None
    place = found / zoom[:, None]
    place[:, 2] += corner
    return Fit(place) if _likely(place, scale) else None


def compared(picture: Bytes, mark: Mark, fit: Fit) -> Likeness:
    """Return how much the picture (height × width × RGB) looks like the logo where it lies: in the logo's own
    colours or, where that is enough to know it by, in one; on what colour there is around it."""
    seen, opacity = _seen(picture, mark, fit), mark.fine[..., 3:] / 255
    outside, inside = opacity[..., 0] < 0.05, opacity[..., 0] > 0.95
    ground = np.median(seen[outside], axis=0)
    expected = [mark.fine[..., :3] + (1 - opacity) * ground]
    if mark.silhouette and inside.any():
        expected.append(np.median(seen[inside], axis=0) * opacity + (1 - opacity) * ground)
    found = [likeness(one, seen) for one in expected if one.std(axis=(0, 1)).max() >= 10]
    return max(found, key=min, default=Likeness(0.0, 0.0))


def _surroundings(grey: Floats, spot: Spot, scale: float, height: int, width: int) -> tuple[Floats, Floats, Floats]:
    """Return what is around a spot, about as large as the logo's fine size; its corner; and the zoom."""
    low = np.array([spot.left - _AROUND * width * scale, spot.top - _AROUND * height * scale])
    high = np.array([spot.left + (1 + _AROUND) * width * scale, spot.top + (1 + _AROUND) * height * scale])
    left, top = (int(edge) for edge in low.clip(min=0))
    part = grey[top : int(high[1]), left : int(high[0])]
    zoom = min(1 / scale, _ENLARGED)
    size = max(8, round(part.shape[1] * zoom)), max(8, round(part.shape[0] * zoom))
    how = cv2.INTER_AREA if zoom < 1 else cv2.INTER_LINEAR
    exact = np.array([size[0] / part.shape[1], size[1] / part.shape[0]])
    return cv2.resize(part, size, interpolation=how), np.array([left, top], np.float64), exact


def _likely(place: Floats, scale: float) -> bool:
    """Say whether a logo is laid as one may lie on a slide or a banner: hardly squeezed, slanted or mirrored."""
    across, down = np.hypot(*place[:, 0]), np.hypot(*place[:, 1])
    upright = np.linalg.det(place[:, :2]) > 0.9 * across * down
    squeezed = max(across / down, down / across) if min(across, down) > 0 else np.inf
    return bool(upright and squeezed < _SQUEEZED and 1 / _OTHER_SIZE < across / scale < _OTHER_SIZE)


def _seen(picture: Bytes, mark: Mark, fit: Fit) -> Floats:
    """Return the part of the picture where the logo lies, as large as its fine size."""
    place, scale = fit.place, float(np.hypot(*fit.place[:, 0]))
    if scale > _COARSER:
        picture = cv2.resize(picture, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA)
        place = place / scale
    height, width = mark.fine.shape[:2]
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    part = cv2.warpAffine(picture, place, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return part.astype(np.float32)
