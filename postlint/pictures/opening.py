"""Opening a picture that somebody gave us: four formats, limits before anything is decoded, no half pictures.

The limits are counted in memory and not in pixels alone, since a format decides what a pixel costs while it is
decoded: a baseline JPEG is read row by row and made smaller on the way, a progressive one is held whole, and WEBP
keeps several copies. Whatever cannot be opened in full is a ``PostlintError`` and never an empty picture.
"""

from __future__ import annotations

import os
import stat

from postlint.pictures.metadata import Metadata, read_metadata
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from io import BufferedReader, BytesIO

    from PIL import Image

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
BYTES = 40 * 2**20  # of the file
PIXELS = 50_000_000  # of the picture, as its header says
MEMORY = 150_000_000  # bytes that decoding may take
LONGEST = 1600  # pixels of the longer side that are kept
SCANS = 64  # of a progressive JPEG; an ordinary one has about ten
_WEBP = 13_000_000  # pixels of a WEBP picture, which its decoder holds four times
_MOST_FOR_A_BYTE = 300  # pixels; a baseline JPEG needs two bits for every 64
_COLOUR = 5  # bytes of a pixel that is decoded and made smaller
_WIDTH = {"1": 5, "L": 1, "P": 9, "LA": 8, "RGBA": 8, "I;16": 10, "I": 12}  # bytes of a pixel on its way to RGB


class Opened(NamedTuple):
    """A picture that was read in full. ``width`` and ``height`` are its own, upright; ``pixels`` is RGB, upright,
    the first frame on white, its longer side at most ``LONGEST``. ``sha256`` is that of the file, in hex."""

    path: str
    format: str
    width: int
    height: int
    sha256: str
    pixels: Image.Image
    metadata: Metadata

    @property
    def scale(self) -> float:
        """Return how many pixels of the picture one of ``pixels`` stands for."""
        return max(self.width, self.height) / max(self.pixels.size)


def open_picture(path: str, data: bytes | None = None) -> Opened:
    """Return the picture in the file ``path``, which may be anything: the caller has settled whether it may be read
    (see ``postlint.pictures.reaching``). With ``data`` it is in these bytes, and ``path`` only what it is called.

    Raises PostlintError with the codes ``picture-missing``, ``-denied``, ``-special`` (no regular file), ``-empty``,
    ``-large`` (file), ``-pixels`` (picture), ``-format`` (none of the four) and ``-broken`` (cannot be read in full).
    """
    with _opened(path) if data is None else _unpacked(path, data) as file:
        digest = _digest(file)
        _check_start(file, path)
        return _decoded(file, path, digest)


def _unpacked(path: str, data: bytes) -> BufferedReader | BytesIO:
    """Return bytes as a file, within the limits of one."""
    from io import BytesIO

    if not data or len(data) > BYTES:
        raise _problem("picture-large" if data else "picture-empty", path, limit=BYTES // 2**20)
    return BytesIO(data)


def _opened(path: str) -> BufferedReader | BytesIO:
    """Return the file, open; anything but a regular file is refused without waiting for it."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise _problem("picture-missing", path) from None
    except OSError as error:
        code = "picture-special" if os.path.exists(path) and not os.path.isfile(path) else "picture-denied"
        raise _problem(code, path, reason=error.strerror or "?") from None
    state = os.fstat(handle)
    code = _refused(state)
    if code:
        os.close(handle)
        raise _problem(code, path, limit=BYTES // 2**20)
    return os.fdopen(handle, "rb")


def _refused(state: os.stat_result) -> str:
    """Return the code of what is wrong with a file by its kind and size alone, or the empty string."""
    if not stat.S_ISREG(state.st_mode):
        return "picture-special"
    if state.st_size == 0:
        return "picture-empty"
    return "picture-large" if state.st_size > BYTES else ""


def _digest(file: BufferedReader | BytesIO) -> str:
    from hashlib import file_digest

    return file_digest(file, "sha256").hexdigest()


def _size(file: BufferedReader | BytesIO) -> int:
    """Return how many bytes a file has; it stands where it stood afterwards."""
    place = file.tell()
    size = file.seek(0, os.SEEK_END)
    file.seek(place)
    return size


def _check_start(file: BufferedReader | BytesIO, path: str) -> None:
    """Refuse by the first bytes what Pillow would make room for before it can be asked how large it is."""
    file.seek(0)
    start = file.read(30)
    file.seek(0)
    if start[:4] == b"RIFF" and start[8:16] == b"WEBPVP8X":
        width, height = (int.from_bytes(start[at : at + 3], "little") + 1 for at in (24, 27))
        _check_size(path, "WEBP", "RGBA", width, height)


def _decoded(file: BufferedReader | BytesIO, path: str, digest: str) -> Opened:
    import warnings

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
            _check_room(image, file, path)
            return _read(image, path, digest)
    except PostlintError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _problem("picture-pixels", path, limit=PIXELS // 1_000_000) from None
    except UnidentifiedImageError:
        raise _problem("picture-format", path) from None
    except Exception:  # a decoder may fail in any way on bytes that somebody made to fail it
        raise _problem("picture-broken", path) from None


def _check_room(image: Image.Image, file: BufferedReader | BytesIO, path: str) -> None:
    """Refuse a picture whose header says that it would take too much, before any of it is decoded."""
    format = image.format or ""
    if format in ("JPEG", "MPO"):
        _check_size(path, "JPEG", "", *image.size)
        if image.info.get("progressive"):
            _check_progressive(image, file, path)
        elif _size(file) * _MOST_FOR_A_BYTE < image.width * image.height:
            raise _problem("picture-broken", path)  # its decoder would make up the rest in grey
    else:
        _check_size(path, format, image.mode, *image.size)


def _check_size(path: str, format: str, mode: str, width: int, height: int) -> None:
    most = PIXELS
    if format == "WEBP":
        most = _WEBP
    elif format != "JPEG":
        most = min(PIXELS, MEMORY // _WIDTH.get(mode, _COLOUR))
    _check_pixels(path, width * height, most)


def _check_pixels(path: str, pixels: int, most: int) -> None:
    if pixels > most:
        raise _problem("picture-pixels", path, limit=most // 1_000_000)


def _check_progressive(image: Image.Image, file: BufferedReader | BytesIO, path: str) -> None:
    """Refuse a progressive JPEG whose coefficients fill the memory, or whose scans would take for ever."""
    parts = [across * down for _, across, down, _ in getattr(image, "layer", ())]
    _check_pixels(path, image.width * image.height, MEMORY * max(parts, default=1) // (2 * sum(parts) or 1))
    place = file.tell()
    file.seek(0)
    scans = sum(block.count(b"\xff\xda") for block in iter(lambda: file.read(2**20), b""))
    file.seek(place)
    if scans > SCANS:
        raise _problem("picture-broken", path)


def _read(image: Image.Image, path: str, digest: str) -> Opened:
    width, height = image.size
    format = "JPEG" if image.format == "MPO" else image.format or ""
    share = max(width, height) / LONGEST
    if share > 1:
        image.draft("RGB", (round(width / share), round(height / share)))
    image.load()
    metadata = read_metadata(image)  # only now, since a PNG may have it behind its pixels
    pixels = _flat(_smaller(image))
    if metadata.orientation >= 5:
        width, height = height, width
    return Opened(path, format, width, height, digest, _upright(pixels, metadata.orientation), metadata)


def _upright(pixels: Image.Image, orientation: int) -> Image.Image:
    """Return a picture as EXIF says that it is to be seen (1 to 8; else as it is)."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }  # fmt: skip
    return pixels.transpose(turns[orientation]) if orientation in turns else pixels


def _smaller(image: Image.Image) -> Image.Image:
    """Return a picture no longer than ``LONGEST``: by whole steps first, which needs least memory."""
    from PIL import Image

    if image.mode in ("P", "1"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    longest = max(image.size)
    if longest > 2 * LONGEST:
        image = image.reduce(longest // LONGEST)
    if max(image.size) > LONGEST:
        image.thumbnail((LONGEST, LONGEST), Image.Resampling.BILINEAR)
    return image


def _flat(image: Image.Image) -> Image.Image:
    """Return a picture in RGB; what is transparent becomes white, as most networks show it."""
    from PIL import Image

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    above = image.convert("RGBA")
    ground = Image.new("RGB", above.size, "white")
    ground.paste(above, mask=above.getchannel("A"))
    return ground


def _problem(code: str, path: str, **facts: str | int) -> PostlintError:
    return PostlintError(Problem(code, facts, path))
