"""Pictures made to do harm, and a measured attempt to open one: run as a program, it tells what that cost."""

from __future__ import annotations

import json
import struct
import sys
import zlib
from pathlib import Path

from pictures_made import drawn, saved, xmp

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><x>&j;</x>"
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, colour: int = 2, extra: bytes = b"", rows: int = 0) -> bytes:
    """Return a PNG of this size that is black all over; ``rows`` fewer are enough for a header to tell its lie."""
    depth = {0: 1, 2: 3, 6: 4}[colour]
    packer = zlib.compressobj(9)
    row = b"\0" * (width * depth + 1)
    data = b"".join(packer.compress(row) for _ in range(rows or height)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, **how: object) -> bytes:
    """Return a small JPEG whose header says that it is this large."""
    data = bytearray(saved(drawn(1, (64, 64)), **how))
    start = data.find(b"\xff\xc2" if how.get("progressive") else b"\xff\xc0")
    data[start + 5 : start + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def many_scans() -> bytes:
    """Return a progressive JPEG that paints the same scan again and again."""
    data = saved(drawn(1, (640, 640)), progressive=True)
    last = data.rfind(b"\xff\xda")
    return data[:-2] + data[last:-2] * 400 + data[-2:]


def webp(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + b"\x10\0\0\0"
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    real = saved(drawn(1, (64, 64)), "WEBP")[12:]
    return b"RIFF" + struct.pack("<I", 4 + len(body) + len(real)) + b"WEBP" + body + real


def text_bomb(kind: bytes) -> bytes:
    packed = zlib.compress(b"A" * 100_000_000, 1)
    if kind == b"iTXt":
        return png(20, 20, extra=chunk(kind, b"XML:com.adobe.xmp\0\1\0\0\0" + packed))
    return png(20, 20, extra=chunk(kind, b"name\0\0" + packed))


def flipped(data: bytes) -> bytes:
    found = bytearray(data)
    for number in range(60):
        found[300 + number * 37 % (len(found) - 400)] ^= 0x55
    return bytes(found)


FULL = saved(drawn(2, (1200, 900)))
REFUSED = {  # name: file name, bytes, the code of why it is refused
    "bomb-png-4-gigapixels": ("a.png", lambda: png(65500, 65500, rows=50), "picture-pixels"),
    "bomb-png-268-megapixels": ("a.png", lambda: png(16384, 16384, 0, rows=400), "picture-pixels"),
    "bomb-png-81-megapixels": ("a.png", lambda: png(9000, 9000, 0, rows=400), "picture-pixels"),
    "bomb-png-49-megapixels-with-alpha": ("a.png", lambda: png(7000, 7000, 6, rows=400), "picture-pixels"),
    "bomb-jpeg-4-gigapixels": ("a.jpg", lambda: jpeg(65500, 65500), "picture-pixels"),
    "bomb-jpeg-108-megapixels": ("a.jpg", lambda: jpeg(12000, 9000), "picture-pixels"),
    "jpeg-of-49-megapixels-without-them": ("a.jpg", lambda: jpeg(7000, 7000), "picture-broken"),
    "bomb-jpeg-progressive": ("a.jpg", lambda: jpeg(7000, 7000, progressive=True, subsampling=0), "picture-pixels"),
    "bomb-jpeg-many-scans": ("a.jpg", many_scans, "picture-broken"),
    "bomb-gif": ("a.gif", lambda: b"GIF89a\xff\xff\xff\xff" + saved(drawn(1), "GIF")[10:], "picture-pixels"),
    "bomb-webp-256-megapixels": ("a.webp", lambda: webp(16383, 16383), "picture-pixels"),
    "bomb-webp-49-megapixels": ("a.webp", lambda: webp(7000, 7000), "picture-pixels"),
    "bomb-png-packed-text": ("a.png", lambda: text_bomb(b"zTXt"), "picture-broken"),
    "bomb-png-packed-xmp": ("a.png", lambda: text_bomb(b"iTXt"), "picture-broken"),
    "truncated-jpeg": ("a.jpg", lambda: FULL[: len(FULL) // 2], "picture-broken"),
    "truncated-small-jpeg": ("a.jpg", lambda: saved(drawn(2, (90, 90)))[:-300], "picture-broken"),
    "truncated-jpeg-to-a-header": ("a.jpg", lambda: FULL[:200], "picture-broken"),
    "jpeg-with-flipped-bytes": ("a.jpg", lambda: flipped(FULL), "picture-broken"),
    "truncated-png": ("a.png", lambda: saved(drawn(2), "PNG")[:5000], "picture-broken"),
    "truncated-webp": ("a.webp", lambda: saved(drawn(2), "WEBP")[:3000], "picture-broken"),
    "truncated-gif": ("a.gif", lambda: saved(drawn(2), "GIF")[:3000], "picture-broken"),
    "text-called-jpg": ("a.jpg", lambda: b"Kajdag paa loerdag\n" * 50, "picture-format"),
    "html-called-png": ("a.png", lambda: b"<!doctype html><title>404</title>", "picture-format"),
    "svg-called-png": ("a.png", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "picture-format"),
    "bmp-called-jpg": ("a.jpg", lambda: saved(drawn(1), "BMP"), "picture-format"),
    "tiff-called-jpg": ("a.jpg", lambda: saved(drawn(1), "TIFF"), "picture-format"),
    "postscript-called-jpg": ("a.jpg", lambda: saved(drawn(1), "EPS"), "picture-format"),
    "zip-called-png": ("a.png", lambda: b"PK\x03\x04" + b"\0" * 500, "picture-format"),
    "no-bytes": ("a.jpg", lambda: b"", "picture-empty"),
    "only-zeros": ("a.jpg", lambda: b"\0" * 5000, "picture-format"),
    "41-megabytes": ("a.jpg", lambda: FULL + b"\0" * (41 * 2**20), "picture-large"),
}
READ = {  # name: file name, bytes: opened all the same
    "jpeg-called-png": ("a.png", lambda: FULL),
    "png-called-jpg": ("a.jpg", lambda: saved(drawn(2), "PNG")),
    "jpeg-with-a-second-picture": (
        "a.jpg",
        lambda: saved(drawn(1), "MPO", save_all=True, append_images=[drawn(2)]),
    ),
    "rubbish-behind-the-end": ("a.jpg", lambda: FULL + b"PK\x03\x04" * 1000),
    "xmp-of-laughs": ("a.jpg", lambda: saved(drawn(2), xmp=LAUGHS)),
    "xmp-that-is-none": ("a.jpg", lambda: saved(drawn(2), xmp=b"<x:xmpmeta <<<")),
    "exif-of-rubbish": ("a.jpg", lambda: saved(drawn(2), exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 200)),
    "exif-that-points-at-itself": (
        "a.jpg",
        lambda: saved(drawn(2), exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"),
    ),
    "gif-of-many-pictures": (
        "a.gif",
        lambda: saved(drawn(1, (60, 60)), "GIF", save_all=True, append_images=[drawn(n, (60, 60)) for n in range(80)]),
    ),
    "png-of-49-megapixels-in-grey": ("a.png", lambda: png(7000, 7000, 0)),
    "png-of-29-megapixels-in-colour": ("a.png", lambda: png(5400, 5400)),
    "png-of-18-megapixels-with-alpha": ("a.png", lambda: png(4300, 4300, 6)),
    "jpeg-of-48-megapixels": ("a.jpg", lambda: saved(drawn(1, (8000, 6000)), quality=60)),
    "one-pixel": ("a.png", lambda: png(1, 1)),
    "one-pixel-high": ("a.png", lambda: png(4000, 1)),
    "xmp-with-names": ("a.jpg", lambda: saved(drawn(2), xmp=xmp("<dc:creator>Grace Fictor</dc:creator>"))),
}


def write(name: str, folder: Path) -> Path:
    """Write one of the files into a folder and return its path."""
    file, make = (REFUSED | READ)[name][:2]  # type: ignore[operator]
    path = folder / file
    path.write_bytes(make())
    return path


def peak() -> int:
    """Return the most memory that this process has had, in MB. A child begins with its parent's on some systems, so
    Linux is asked for the process's own."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    import time

    from PIL import Image

    from postlint.pictures.hashing import fingerprints
    from postlint.pictures.opening import open_picture
    from postlint.problem import PostlintError

    Image.init()
    start = time.perf_counter()
    try:
        opened = open_picture(sys.argv[1])
        fingerprints(opened.sha256, opened.pixels)
        code = ""
    except PostlintError as error:
        code = error.problem.code
    print(json.dumps({"code": code, "seconds": time.perf_counter() - start, "megabytes": peak()}))
