"""What a detector finds, and what all detectors share: boxes, and one fixed square to look at."""

from __future__ import annotations

import cv2
import numpy as np

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    # What OpenCV returns is of no known sort to a type checker, so the names only tell a reader.
    Floats = NDArray[Any]
    Bytes = NDArray[Any]
    Indices = NDArray[np.intp]

_GROWN = 2.0  # times: a small picture is enlarged by no more


class Found(NamedTuple):
    """Faces: boxes (n × 4: left, top, right, bottom, in pixels), the marks of each (n × 5 × 2: the eyes, the nose,
    the corners of the mouth; none known: n × 0 × 2), and scores (n)."""

    boxes: Floats
    marks: Floats
    scores: Floats

    def only(self, which: NDArray[np.generic]) -> Found:
        """Return some of them, by index or by a mask."""
        return Found(self.boxes[which], self.marks[which], self.scores[which])


NOTHING = Found(np.empty((0, 4), np.float32), np.empty((0, 0, 2), np.float32), np.empty(0, np.float32))


def letterboxed(picture: Bytes, side: int) -> tuple[Bytes, float]:
    """Return a picture (height × width × RGB) in the corner of a black square, and by how much it was scaled.

    A network that is given another shape than the last time answers with garbage in OpenCV 4, so each has its square.
    """
    height, width = picture.shape[:2]
    scale = min(side / max(height, width), _GROWN)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    square = np.zeros((side, side, 3), np.uint8)
    square[: size[1], : size[0]] = cv2.resize(picture, size, interpolation=how)
    return square, scale


def best(boxes: Floats, scores: Floats, most: float, *, smaller: bool = False) -> Indices:
    """Return the indices of the boxes, best first, that share at most the part ``most`` with a better one:
    of both together, or (``smaller``) of the smaller of the two."""
    kept, order = [], np.argsort(-scores, kind="stable")
    while len(order):
        first, order = order[0], order[1:]
        kept.append(first)
        order = order[shared(boxes[first], boxes[order], smaller=smaller) <= most]
    return np.array(kept, np.intp)


def shared(box: Floats, others: Floats, *, smaller: bool = False) -> Floats:
    """Return what part one box has in common with each of the others, of both together or of the smaller one."""
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    common: Floats = sides.clip(min=0).prod(axis=1)
    one, other = (box[2:] - box[:2]).clip(min=0).prod(), (others[:, 2:] - others[:, :2]).clip(min=0).prod(axis=1)
    whole = np.minimum(one, other) if smaller else one + other - common
    part: Floats = common / np.maximum(whole, 1e-6)
    return part
