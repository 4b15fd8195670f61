"""What a picture's file says of itself: EXIF, IPTC-IIM and XMP, as far as it matters before publishing.

Only what is worth a decision is kept. Of a position we keep that there is one, never where it is. The vocabularies
of PLUS (model releases, ages) and IPTC (kinds of digital source) are web addresses; their last part is the term.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any
    from xml.etree.ElementTree import Element

    from PIL import Image

_LONG = 200  # letters of a name that are kept
_MANY = 50  # names that are kept
_XMP_BYTES = 2 * 2**20
_ARTIST, _COPYRIGHT, _ORIENTATION, _GPS = 0x013B, 0x8298, 0x0112, 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_BYLINE, _CREDIT, _NOTICE, _CHARSET = (2, 80), (2, 110), (2, 116), (1, 90)
_UTF_8 = b"\x1b%G"  # what IIM writes where its strings are UTF-8

# Names that cameras and programs write where nobody has said who took the picture.
_NOBODY = frozenset(
    "unknown user admin owner administrator picasa default photographer none null author artist camera".split()
)


class Metadata(NamedTuple):
    """What the file says. Everything may be absent: empty, or ``False``, or 0.

    ``position``: that it holds where it was taken. ``release``: PLUS ModelReleaseStatus, such as ``MR-NON``.
    ``age``: the youngest age in years that PLUS or IPTC give for anybody shown, ``None`` where they give none (PLUS
    has "14 or under" and "25 or over": 14 and 25). ``persons``: who is in it by name. ``creators``, ``rights`` (the
    notice as written), ``credit``: whose it is. ``source``: the IPTC digital source type, such as
    ``trainedAlgorithmicMedia``. ``warned``: PLUS asks for a warning of adult content. ``orientation``: EXIF, 1 to 8,
    0 where not said. ``unread``: a part that is broken (``exif``, ``iptc``, ``xmp``), the rest being read.
    """

    position: bool = False
    release: str = ""
    age: int | None = None
    persons: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    rights: str = ""
    credit: str = ""
    source: str = ""
    warned: bool = False
    orientation: int = 0
    unread: tuple[str, ...] = ()


def read_metadata(image: Image.Image) -> Metadata:
    """Return what an opened picture's file says of it. Raises nothing: a broken part is named in ``unread``."""
    found: dict[str, Any] = {}
    unread: list[str] = []
    parts: dict[str, Callable[[Image.Image], dict[str, Any]]] = {"xmp": _xmp, "iptc": _iptc, "exif": _exif}
    for part, read in parts.items():
        try:
            _merge(found, read(image))
        except Exception:  # the bytes are anybody's, and so are the ways in which a reader fails on them
            unread.append(part)
    return Metadata(**found, unread=tuple(unread))


def _merge(found: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add what another part says: names to names; else what was said first stays."""
    for field, value in more.items():
        if isinstance(value, tuple):
            known = found.get(field, ())
            found[field] = (*known, *(one for one in value if one not in known))[:_MANY]
        elif not found.get(field) and value not in ("", None):
            found[field] = value


def _exif(image: Image.Image) -> dict[str, Any]:
    exif = image.getexif()
    if not exif:
        return {}
    place = exif.get_ifd(_GPS)
    turned = exif.get(_ORIENTATION, 0)
    return {
        "position": _is_place(place.get(_LATITUDE)) and _is_place(place.get(_LONGITUDE)),
        "creators": _names(_text(exif.get(_ARTIST, "")).split(";")),
        "rights": _line(_text(exif.get(_COPYRIGHT, "")).replace("\0", " ")),
        "orientation": turned if isinstance(turned, int) and 1 <= turned <= 8 else 0,
    }


def _is_place(angle: object) -> bool:
    """Say whether degrees, minutes and seconds are some: cameras without a fix write none, or only zeros over zero."""
    return isinstance(angle, tuple) and any(part == part for part in angle)


def _iptc(image: Image.Image) -> dict[str, Any]:
    from PIL import IptcImagePlugin

    fields = IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]  # only JPEG has any
    charset = "utf-8" if fields.get(_CHARSET) == _UTF_8 else ""

    def texts(key: tuple[int, int]) -> list[str]:
        value = fields.get(key, [])
        return [_text(one, charset) for one in (value if isinstance(value, list) else [value])]

    return {
        "creators": _names(texts(_BYLINE)),
        "rights": _line(" ".join(texts(_NOTICE))),
        "credit": _line(" ".join(texts(_CREDIT))),
    }


def _xmp(image: Image.Image) -> dict[str, Any]:
    packet = image.info.get("xmp")
    if not packet:
        return {}
    from defusedxml import ElementTree

    raw = packet.encode() if isinstance(packet, str) else bytes(packet)
    if len(raw) > _XMP_BYTES:
        raise ValueError("the XMP packet is too large")
    root = ElementTree.fromstring(raw.strip(b"\0 \r\n\t"), forbid_dtd=True)
    said: dict[str, list[str]] = {}
    for name, value in _properties(root):
        said.setdefault(name, []).append(value)
    return _facts(said)


def _facts(said: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the facts among the properties of an XMP packet, by their name without the namespace."""

    def term(name: str) -> str:
        return next((value.rstrip("/").rpartition("/")[2] for value in said.get(name, ()) if value), "")

    people = [*said.get("PersonInImage", ()), *said.get("PersonName", ()), *said.get("PersonDisplayName", ())]
    return {
        "position": "GPSLatitude" in said and "GPSLongitude" in said,
        "release": term("ModelReleaseStatus"),
        "age": _youngest(term("MinorModelAgeDisclosure"), said.get("ModelAge", ())),
        "persons": _names([*people, *said.get("face", ())]),
        "creators": _names(said.get("creator", ())),
        "rights": _line(next(iter(said.get("rights", ())), "")),
        "credit": _line(next(iter(said.get("Credit", ())), "")),
        "source": term("DigitalSourceType"),
        "warned": term("AdultContentWarning") == "CW-AWR",
    }


_WANTED = frozenset(
    "ModelReleaseStatus MinorModelAgeDisclosure ModelAge PersonInImage PersonName PersonDisplayName creator rights "
    "Credit DigitalSourceType GPSLatitude GPSLongitude AdultContentWarning".split()
)


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the values of the properties wanted, by local name: from elements, their lists, and attributes.

    A face that a program has marked (a region of the Metadata Working Group) is ``face``.
    """
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        for name, value in _attributes(node):
            if name in _WANTED:
                yield name, value
        name = _local(node.tag)
        if name in _WANTED:
            yield from ((name, value) for value in _values(node))
        yield from (("face", value) for value in _face(node))


def _attributes(node: Element) -> Iterator[tuple[str, str]]:
    yield from ((_local(name), value.strip()) for name, value in node.attrib.items())


def _values(node: Element) -> Iterator[str]:
    """Yield the text of a property, of each item of its list, or the address that it refers to."""
    items = [item for item in node.iter() if isinstance(item.tag, str) and _local(item.tag) == "li"]
    for item in items or [node]:
        referred = next((value for name, value in _attributes(item) if name == "resource"), "")
        text = (item.text or "").strip() or referred
        if text:
            yield text


def _face(node: Element) -> Iterator[str]:
    said = dict(_attributes(node)) | {
        _local(child.tag): (child.text or "").strip() for child in node if isinstance(child.tag, str)
    }
    if said.get("Type") == "Face" and said.get("Name"):
        yield said["Name"]


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _youngest(term: str, ages: list[str] | tuple[str, ...]) -> int | None:
    """Return the least of the ages given in years, or ``None``: PLUS writes ``AG-A16``, ``AG-U14`` (or under)."""
    digits = "".join(letter for letter in term if letter.isdecimal()) if term.startswith("AG-") else ""
    found = [int(digits)] if digits else []
    found += [int(age) for age in ages if age.isdecimal() and len(age) <= 3]
    return min(found, default=None)


def _names(raw: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    lines = [_line(name) for name in raw[:_MANY]]
    return tuple(dict.fromkeys(name for name in lines if name and name.lower() not in _NOBODY))


def _line(text: str) -> str:
    """Return a text on one short line, without what a terminal would obey."""
    clean = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * _LONG])
    return " ".join(clean.split())[:_LONG]


def _text(value: object, charset: str = "") -> str:
    if isinstance(value, bytes):
        for encoding in (charset or "utf-8", "utf-8"):
            try:
                return value.decode(encoding)
            except UnicodeDecodeError:
                continue
        return value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    try:  # Pillow reads EXIF as Latin-1; what programs write there is UTF-8
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
