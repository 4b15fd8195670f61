"""Faces by a YuNet model of the user's own, through OpenCV's reader of it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from postlint.pictures.found import NOTHING, Found, letterboxed
from postlint.pictures.weights import quiet
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.pictures.found import Bytes

SIDE = 1024  # pixels of the square that is looked at
_MOST = 20  # MB of a model's file; the known ones have less than one
_OVERLAP, _CANDIDATES = 0.3, 5000  # as in the model's own example


class Detector:
    """The network. Not for two threads at once."""

    def __init__(self, path: str) -> None:
        """Read the model in the file ``path``. Raises ``PostlintError`` with "face-model-broken"."""
        try:
            self._network = _network(_read(path))
            with quiet():
                self.find(np.zeros((8, 8, 3), np.uint8), 1.0)  # another sort of network fails when it is used
        except (OSError, ValueError, cv2.error):
            raise PostlintError(Problem("face-model-broken", {"most": _MOST}, path)) from None

    def find(self, picture: Bytes, threshold: float) -> Found:
        """Return what has at least the score ``threshold`` in a picture (height × width × RGB)."""
        square, scale = letterboxed(picture, SIDE)
        self._network.setScoreThreshold(threshold)
        _, rows = self._network.detect(cv2.cvtColor(square, cv2.COLOR_RGB2BGR))
        if rows is None or not len(rows):
            return NOTHING
        corner, sides, marks = rows[:, :2], rows[:, 2:4], rows[:, 4:14].reshape(-1, 5, 2)
        edges = np.array([picture.shape[1], picture.shape[0]] * 2, np.float32)
        boxes = np.concatenate([corner, corner + sides], axis=1) / scale
        return Found(boxes.clip(0, edges).astype(np.float32), marks / scale, rows[:, 14])


def _network(data: bytes) -> cv2.FaceDetectorYN:
    model, settings = np.frombuffer(data, np.uint8), np.empty(0, np.uint8)
    with quiet():
        return cv2.FaceDetectorYN.create("onnx", model, settings, (SIDE, SIDE), 0.5, _OVERLAP, _CANDIDATES)


def _read(path: str) -> bytes:
    """Return the file's content. Raises ``ValueError`` where it is empty or too large."""
    with Path(path).open("rb") as file:
        data = file.read(_MOST * 2**20 + 1)
    if not 0 < len(data) <= _MOST * 2**20:
        raise ValueError(len(data))
    return data
