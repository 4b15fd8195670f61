"""Pictures inside a document: their bytes, got when they are asked for."""

from __future__ import annotations

from postlint.office.package import MEGABYTE, Package

SIGN = "!"  # between the name of a document and that of a part: ``plan.docx!word/media/image1.png``
_DOCUMENTS = (".docx", ".docm", ".xlsx", ".xlsm")
PICTURE_LIMIT = 64 * MEGABYTE


def part_of(file: str) -> str:
    """Return the part that an ``Image.file`` names; empty where it is a file of its own."""
    document, sign, part = file.rpartition(SIGN)
    return part if sign and document.lower().endswith(_DOCUMENTS) else ""


def embedded(path: str, file: str, limit: int = PICTURE_LIMIT) -> bytes:
    """Return the bytes of a picture of at most ``limit`` bytes; ``path`` is the document's own (``Post.origin.path``)
    and ``file`` the ``Image.file`` that names the part.

    Raises PostlintError where the document cannot be used, and OSError where it cannot be opened.
    """
    with open(path, "rb") as stream:
        return Package(stream, path).data(part_of(file), limit)
