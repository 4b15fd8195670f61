"""Finding faces in a picture: that there is one and where, and never whose it is. Needs ``postlint[images]``.

MTCNN comes with the extra. Where CenterFace is installed too, the two are asked together: each alone must be sure,
and both together may be less so. The thresholds and what they cost are in ``docs/faces-and-logos.md``.
"""

from __future__ import annotations

from importlib import import_module
from threading import Lock

from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PIL import Image

    from postlint.pictures.found import Bytes, Floats, Found

_POINTS = 900_000  # pixels of a picture that are looked at; a larger one is made smaller
_LONGEST = 3000  # pixels of the longer side of a very wide or very high one
_LOCK = Lock()
_DETECTORS: dict[str, Detector] = {}


class Face(NamedTuple):
    """A face: its box in pixels of the picture, and how sure the detector is (from 0 to 1)."""

    left: int
    top: int
    width: int
    height: int
    score: float


class Detector(Protocol):
    """Something that finds faces in a picture (height × width × RGB)."""

    def faces(self, picture: Bytes) -> Found:
        """Return the faces that are sure enough to be told of."""


def find_faces(pixels: Image.Image, model: str = "") -> tuple[Face, ...]:
    """Return the faces in a picture, from left to right; ``model`` is the file of a YuNet model to use instead.

    None found does not mean that nobody is in the picture: backs, silhouettes and small or dark faces are missed.

    Raises ``PostlintError``: "faces-missing" where the extra is not installed, "face-weights-changed" where its
    networks are not the ones that were measured, "face-model-broken" where ``model`` cannot be used.
    """
    _check_extra()
    picture, scale = _sized(pixels)
    with _LOCK:
        found = _detector(model).faces(picture)
    faces = [_face(box / scale, score) for box, score in zip(found.boxes, found.scores.tolist(), strict=True)]
    return tuple(sorted(faces))


def _check_extra() -> None:
    try:
        for name in ("numpy", "cv2"):  # cv2 without numpy prints a sentence of its own
            import_module(name)
    except ImportError:
        raise PostlintError(Problem("faces-missing", {})) from None


def _sized(pixels: Image.Image) -> tuple[Bytes, float]:
    """Return a picture that is quick to look at, and by how much it was scaled."""
    import cv2
    import numpy as np

    width, height = pixels.size
    scale = min(1.0, (_POINTS / (width * height)) ** 0.5, _LONGEST / max(width, height))
    picture = np.asarray(pixels.convert("RGB"))
    if scale < 1:
        size = max(1, round(width * scale)), max(1, round(height * scale))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return picture, scale


def _detector(model: str) -> Detector:
    """Return the detector, which is loaded once in a process. Called with the lock held."""
    if model not in _DETECTORS:
        from postlint.pictures import detecting

        _DETECTORS[model] = detecting.Given(model) if model else detecting.Installed()
    return _DETECTORS[model]


def _face(box: Floats, score: float) -> Face:
    left, top, right, bottom = (round(float(edge)) for edge in box)
    left, top = max(left, 0), max(top, 0)
    return Face(left, top, right - left, bottom - top, round(score, 3))
