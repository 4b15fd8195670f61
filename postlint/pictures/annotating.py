"""A copy of a picture with what was found drawn into it, for people who would rather look than read."""

from __future__ import annotations

import os

from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

    from postlint.pictures.looking import Seen, Spot

ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
_FACE, _LOGO = "#ff2d55", "#0a84ff"
_PART = 200  # parts of the longer side that a line is thick


def check_target(target: str, originals: list[str], *, force: bool) -> None:
    """Raise PostlintError where a copy may not be written to ``target``: over a picture that was looked at, over
    another file (without ``force``), or in a format that we do not write."""
    if not target.lower().endswith(ENDINGS):
        raise PostlintError(Problem("picture-copy-ending", {"endings": ", ".join(ENDINGS)}, target))
    if not os.path.lexists(target):
        return
    if any(_is_same(target, original) for original in originals):
        raise PostlintError(Problem("picture-copy-original", {}, target))
    if not force or os.path.islink(target):
        raise PostlintError(Problem("picture-copy-exists", {}, target))


def annotate(seen: Seen, target: str) -> None:
    """Write a copy of a picture with its faces (numbered from 1) and logos marked, without any of its metadata.

    Raises PostlintError where the picture cannot be opened or the copy not be written.
    """
    from PIL import Image

    from postlint.pictures.opening import open_picture

    pixels = open_picture(seen.path).pixels
    copy = Image.new("RGB", pixels.size)
    copy.paste(pixels)
    _draw(copy, seen)
    try:
        copy.save(target)
    except OSError as error:
        raise PostlintError(Problem("picture-copy-unwritten", {"reason": error.strerror or str(error)}, target)) from None


def _draw(copy: Image.Image, seen: Seen) -> None:
    from PIL import ImageDraw

    draw = ImageDraw.Draw(copy)
    for spot in seen.logos or ():
        _mark(draw, copy.size, spot, spot.name, _LOGO)
    for number, spot in enumerate(seen.faces or (), 1):
        _mark(draw, copy.size, spot, str(number), _FACE)


def _mark(draw: ImageDraw.ImageDraw, size: tuple[int, int], spot: Spot, label: str, colour: str) -> None:
    from PIL import ImageFont

    width, height = size
    line = max(2, max(width, height) // _PART)
    left, top, right, bottom = spot.left * width, spot.top * height, spot.right * width, spot.bottom * height
    draw.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), outline=colour, width=line)
    font = ImageFont.load_default(size=max(16, line * 5))
    corner = (left + 2 * line, top + line)
    draw.rectangle(draw.textbbox(corner, label, font=font), fill=colour)
    draw.text(corner, label, fill="white", font=font)


def _is_same(target: str, original: str) -> bool:
    try:
        return os.path.samefile(target, original)
    except OSError:
        return False
