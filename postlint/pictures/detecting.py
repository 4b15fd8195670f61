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
_ALONE = 0.65  # for MTCNN where it is the only one
_MAP, _CASCADE = 0.5, 0.9  # for CenterFace and for MTCNN, each without the other
_LEAST = 0.15  # of CenterFace, and
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
        """Return the faces in a picture."""
        if self._map is None:
            return self._cascade.find(picture, _ALONE)
        return together(self._map.find(picture, _LEAST), self._cascade.find(picture, _LEAST))


def together(mapped: Found, cascaded: Found) -> Found:
    """Return the faces on which CenterFace and MTCNN together are sure enough.

    Each score counts as a part of what would do alone; the parts of one face must make up a whole.
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
    return found.only(every >= 1)
