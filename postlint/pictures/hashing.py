"""Knowing a picture again after it was made smaller, compressed harder, or cropped a little.

The hash is the plain difference hash: the picture in grey, 9 by 8 cells, one bit for each neighbour to the right that
is brighter; 64 bits, written as 16 hex digits, row by row from the upper left, the first cell highest. What is new
is only how a picture is compared: also as it may have been before up to 5 % was cut off at one side or two, its edges
drawn out to stand in for what is gone. So one recorded hash is enough. What was measured stands in docs/pictures.md.

A picture with hardly any detail, such as an even sky, has a hash that many others have. It is known again by its
bytes alone (sha256), and one with little detail must agree more closely.
"""

from __future__ import annotations

from itertools import product

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PIL import Image

SHA256, DHASH = "sha256:", "dhash:"  # how recorded values begin
ALIKE = 8  # bits of 64 that may differ
_STRICT = 4  # the same, where there is little detail
_PLAIN, _SPARSE = 16, 24  # changes of bit between neighbours (of 112) below which there is no detail, or little
_SIDE, _EDGE = 240, 24  # pixels of the grey square, and of the edge around it
_CUT = round(0.05 / 0.95 * _SIDE, 2)


def difference_hash(picture: Image.Image | str) -> str:
    """Return the hash of a picture, given as pixels or as the path of a file: 16 hex digits.

    Raises PostlintError where a path cannot be opened (see ``postlint.pictures.opening``).
    """
    return _hash(_drawn_out(_pixels(picture)), (0, 0, 0, 0))


def hashes_before_cropping(picture: Image.Image | str) -> tuple[str, ...]:
    """Return the hash of a picture first, then those that it may have had before somebody cropped it a little."""
    ground = _drawn_out(_pixels(picture))
    return tuple(dict.fromkeys(_hash(ground, cut) for cut in _CUTS))


def same(a: str, b: str) -> bool:
    """Say whether two hashes (16 hex digits each) are of one picture, as far as hashes can tell."""
    detail = min(_detail(a), _detail(b))
    if detail < _PLAIN:
        return False
    return (int(a, 16) ^ int(b, 16)).bit_count() <= (_STRICT if detail < _SPARSE else ALIKE)


def is_plain(value: str) -> bool:
    """Say whether a hash is that of a picture with too little detail to be known again by it."""
    return _detail(value) < _PLAIN


def fingerprints(sha256: str, picture: Image.Image | str) -> tuple[str, ...]:
    """Return all by which a picture may be known, as registers record it: ``sha256:HEX`` of its file, ``dhash:HEX16``
    of the picture itself, then of what it may have been before cropping. The first two are worth recording."""
    return (f"{SHA256}{sha256}", *(f"{DHASH}{value}" for value in hashes_before_cropping(picture)))


def known_again(recorded: Iterable[str], own: Sequence[str]) -> bool:
    """Say whether a picture with the fingerprints ``own`` is one of those recorded (as ``sha256:HEX`` or
    ``dhash:HEX16``). Values of any other form are passed over."""
    hashes = [value.removeprefix(DHASH) for value in own if value.startswith(DHASH)]
    for value in (value.strip().lower() for value in recorded):
        digits = value.removeprefix(DHASH)
        if value.startswith(SHA256) and value in own:
            return True
        if digits != value and is_hash(digits) and any(same(digits, one) for one in hashes):
            return True
    return False


def is_hash(digits: str) -> bool:
    """Say whether a text is a hash as written here."""
    return len(digits) == 16 and all(digit in "0123456789abcdef" for digit in digits)


def _cuts() -> tuple[tuple[float, ...], ...]:
    """Return what may have been cut off left, above, right and below: nothing, a little all round, one side or two,
    or all of them."""
    sides = [cut for cut in product((0.0, _CUT), repeat=4) if 0 < sum(map(bool, cut)) <= 2]
    return ((0.0,) * 4, (_CUT / 2,) * 4, *sides, (_CUT,) * 4)


_CUTS = _cuts()


def _pixels(picture: Image.Image | str) -> Image.Image:
    if not isinstance(picture, str):
        return picture
    from postlint.pictures.opening import open_picture

    return open_picture(picture).pixels


def _drawn_out(pixels: Image.Image) -> Image.Image:
    """Return a picture as a grey square with its edges drawn out on every side."""
    from PIL import Image

    grey = pixels.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    end, whole = _EDGE + _SIDE, 2 * _EDGE + _SIDE
    ground = Image.new("L", (whole, whole))
    ground.paste(grey, (_EDGE, _EDGE))
    for at, row in ((0, _EDGE), (end, end - 1)):
        ground.paste(ground.crop((0, row, whole, row + 1)).resize((whole, _EDGE)), (0, at))
    for at, column in ((0, _EDGE), (end, end - 1)):
        ground.paste(ground.crop((column, 0, column + 1, whole)).resize((_EDGE, whole)), (at, 0))
    return ground


def _hash(ground: Image.Image, cut: Sequence[float]) -> str:
    from PIL import Image

    left, above, right, below = cut
    end = _EDGE + _SIDE
    box = (_EDGE - left, _EDGE - above, end + right, end + below)
    cells = ground.resize((9, 8), Image.Resampling.BOX, box=box).tobytes()
    bits = 0
    for row in range(0, 72, 9):
        for cell in range(row, row + 8):
            bits = bits << 1 | (cells[cell] < cells[cell + 1])
    return f"{bits:016x}"


def _detail(value: str) -> int:
    """Return how often neighbouring bits differ, across and down: 0 to 112."""
    bits = int(value, 16)
    across = (bits ^ bits >> 1) & 0x7F7F7F7F7F7F7F7F
    down = (bits ^ bits >> 8) & 0x00FFFFFFFFFFFFFF
    return across.bit_count() + down.bit_count()
