"""What lies on a sheet rather than in its cells (DrawingML for spreadsheets, ECMA-376 part 1, 20.5): pictures with the
row they begin in, and text boxes."""

from __future__ import annotations

from postlint.office.package import Package, relations
from postlint.record import NamedTuple

MOST_DRAWN = 20_000  # things on one sheet
_ANCHORS = ("twoCellAnchor", "oneCellAnchor")
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


class Drawn(NamedTuple):
    """A picture on a sheet: the row where it begins, from 1, its part, and its alternative text if it has one."""

    row: int
    part: str
    alt: str | None


class Drawings(NamedTuple):
    """The pictures of a sheet in the order of the file, and whether text boxes or shapes with words lie on it."""

    pictures: tuple[Drawn, ...] = ()
    words: bool = False


def drawings(package: Package, sheet: str) -> Drawings:
    """Return what lies on the sheet whose part is ``sheet``. Raises PostlintError where the part cannot be used."""
    pictures: list[Drawn] = []
    words = False
    for link in relations(package, sheet):
        if link.kind == "drawing" and not link.external and link.target in package:
            found = _read(package, link.target)
            pictures += found.pictures
            words = words or found.words
    return Drawings(tuple(pictures), words)


def _read(package: Package, part: str) -> Drawings:
    targets = {link.id: link.target for link in relations(package, part) if not link.external}
    pictures: list[Drawn] = []
    row, alt, words, begins = 0, None, False, False
    for event in package.events(part):
        if event.opens:
            if event.name in _ANCHORS:
                row, alt = 0, None
            elif event.name == "from":
                begins = True
            elif event.name == "cNvPr":
                alt = event.element.get("descr")
            elif event.name == "blip" and (target := targets.get(event.element.get(_EMBED) or "")):
                pictures.append(Drawn(row, target, alt))
        elif event.name == "from":
            begins = False
        elif event.name == "row" and begins:
            row = _number(event.element.text) + 1
        elif event.name == "t":
            words = words or bool((event.element.text or "").strip())
        if len(pictures) > MOST_DRAWN:
            raise package.error("office-deep", part=part)
    return Drawings(tuple(pictures), words)


def _number(text: str | None) -> int:
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else 0
