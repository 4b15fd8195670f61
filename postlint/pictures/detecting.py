"""Which detectors look at a picture, and how sure they must be."""

from __future__ import annotations

import numpy as np

from postlint.pictures import centerface, mtcnn, yunet
from postlint.pictures.found import NOTHING, Found, shared
from postlint.pictures.weights import installed
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.pictures.found import Bytes

_GIVEN = 0.7  # for a YuNet model: the threshold that was measured
_ALONE = 0.7  # for MTCNN where it is the only one
_MAP, _CASCADE = 0.5, 0.9  # for CenterFace and for MTCNN, each without the other
_LEAST = 0.15  # of each, where they are asked together
_DARK = 80  # levels of 255: the mean of a picture that is dark
_SURER = 1.2  # times: how much surer a detector must be of a picture that was brightened
_SAME = 0.3  # the part that two boxes share if they are of one face


class Given:
    """The user's own YuNet model."""

    def __init__(self, path: str) -> None:
        self._detector = yunet.Detector(path)

    def faces(self, picture: Bytes) -> Found:
        """Return the faces in a picture."""
        return self._detector.find(picture, _GIVEN)


class Installed:
    """What the installed packages bring: MTCNN, and CenterFace beside it where that is there."""

    def __init__(self) -> None:
        self._cascade = mtcnn.Detector()
        self._map = centerface.Detector() if installed(centerface.WEIGHTS) else None

    def faces(self, picture: Bytes) -> Found:
        """Return the faces in a picture; a dark one without any is looked at once more, brightened."""
        found = self._looked(picture, 1.0)
        if len(found.boxes) or picture.mean() >= _DARK:
            return found
        return self._looked(brightened(picture), _SURER)

    def _looked(self, picture: Bytes, surer: float) -> Found:
        """Return the faces that are surer than the thresholds by a factor."""
        cascaded = self._cascade.find(picture, _LEAST if self._map else _ALONE * surer)
        return together(self._map.find(picture, _LEAST), cascaded, surer) if self._map else cascaded


def brightened(picture: Bytes) -> Bytes:
    """Return a picture from nearly black to nearly white, its mean near the middle."""
    low, high = np.percentile(picture.mean(axis=2), (1, 99))
    spread = ((picture.astype(np.float32) - low) / max(high - low, 8)).clip(0, 1)
    power = np.log(0.45) / np.log(spread.mean().clip(0.02, 0.98))
    bright: Bytes = (255 * spread ** power.clip(0.4, 1.5)).astype(np.uint8)
    return bright


def together(mapped: Found, cascaded: Found, whole: float = 1.0) -> Found:
    """Return the faces on which CenterFace and MTCNN together are sure enough.

    Each score counts as a part of what would do alone; the parts of one face must make up the ``whole``.
    """
    boxes, scores = [], []
    left = np.ones(len(cascaded.boxes), bool)
    for box, score in zip(mapped.boxes, mapped.scores / _MAP, strict=True):
        same = (shared(box, cascaded.boxes) > _SAME) & left
        part = (cascaded.scores[same] / _CASCADE).max(initial=0)
        left &= ~same
        boxes.append(box)
        scores.append(score + part)
    boxes += list(cascaded.boxes[left])
    scores += list(cascaded.scores[left] / _CASCADE)
    if not boxes:
        return NOTHING
    every = np.array(scores, np.float32)
    found = Found(np.stack(boxes), np.empty((len(boxes), 0, 2), np.float32), (every / 2).clip(0, 1))
    return found.only(every >= whole)
