"""Finding the organisation's logos in a picture. Needs ``postlint[images]``.

A logo is looked for in many sizes, fitted where it might be, and compared in full detail; it is reported only where
all of it agrees. Nothing found says nothing: a logo may be turned, covered, bent, or smaller than is looked for.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from postlint.pictures.found import Bytes, Floats
    from postlint.pictures.marks import Mark

    Hit = tuple[str, tuple[float, float, float, float], float]

_LONGEST = 1024  # pixels of a picture's longer side that are looked at
_RIM = 0.1  # of the longer side: the picture is continued so far, for logos that reach its edge
_WHOLE, _PARTS = 0.8, 0.75  # likeness of a logo that is there; see docs/faces-and-logos.md
_SMALLEST = 24  # pixels of the longer side of a picture that can show a logo


class Logo(NamedTuple):
    """A logo to look for: its file's name, and what is looked for."""

    name: str
    mark: Mark

    @property
    def plain(self) -> bool:
        """Say whether it is so plain, a disc or a bar, that it would be found everywhere: it is not looked for."""
        return not self.mark.variants


class LogoHit(NamedTuple):
    """A logo that was found: its name, its box in pixels of the picture, and how alike they are (from 0 to 1)."""

    name: str
    left: int
    top: int
    width: int
    height: int
    score: float


def references(paths: Sequence[str]) -> tuple[Logo, ...]:
    """Return the logos in files (SVG, PNG, JPEG, WEBP), to be looked for in many pictures.

    Raises ``PostlintError``: "logos-missing" where the extra is not installed, "logo-broken" where a file cannot be
    read, "logo-empty" where it shows nothing.
    """
    try:
        for name in ("numpy", "cv2", "resvg_py"):  # cv2 without numpy prints a sentence of its own
            import_module(name)
    except ImportError:
        raise PostlintError(Problem("logos-missing", {})) from None
    from postlint.pictures.marks import mark

    return tuple(Logo(Path(path).name, mark(path)) for path in paths)


def find_logos(pixels: Image.Image, references: Sequence[Logo]) -> tuple[LogoHit, ...]:
    """Return the logos that a picture shows, each at most once, from left to right. None found says nothing."""
    looked_for = [logo for logo in references if not logo.plain]
    if not looked_for or max(pixels.size) < _SMALLEST:
        return ()
    picture, rim, scale = _prepared(pixels)
    found = [_in_pixels(hit, rim, scale, pixels.size) for hit in _hits(picture, looked_for)]
    return tuple(sorted(found, key=lambda hit: (hit.left, hit.top, hit.name)))


def _prepared(pixels: Image.Image) -> tuple[Bytes, int, float]:
    """Return a picture that is quick to look at, continued beyond its edges; by how much; and its scale."""
    import cv2
    import numpy as np

    picture, longest = np.asarray(pixels.convert("RGB")), max(pixels.size)
    scale = min(1.0, _LONGEST / longest)
    size = max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale))
    rim = round(_RIM * max(size))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return cv2.copyMakeBorder(small, rim, rim, rim, rim, cv2.BORDER_REPLICATE), rim, scale


def _hits(picture: Bytes, logos: Sequence[Logo]) -> Iterator[Hit]:
    """Yield a name, a box and a likeness for each logo that is found, where it is found first."""
    import cv2
    import numpy as np

    from postlint.pictures.fitting import compared, fitted
    from postlint.pictures.spotting import sizes, spots

    grey: Floats = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    smaller = sizes(grey)
    for logo in logos:
        for spot in spots(smaller, logo.mark):
            fit = fitted(grey, spot)
            alike = compared(picture, logo.mark, fit) if fit else None
            if fit and alike and alike.whole >= _WHOLE and alike.parts >= _PARTS:
                yield logo.name, fit.box(logo.mark), alike.whole
                break


def _in_pixels(hit: Hit, rim: int, scale: float, size: tuple[int, int]) -> LogoHit:
    name, box, alike = hit
    left, top = (max(0, round((edge - rim) / scale)) for edge in box[:2])
    right, bottom = (min(most, round((edge - rim) / scale)) for edge, most in zip(box[2:], size, strict=True))
    return LogoHit(name, left, top, right - left, bottom - top, round(alike, 3))
