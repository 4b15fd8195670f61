"""What a picture's file says of itself is read from EXIF, IPTC and XMP, in all the forms that programs write."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from pictures_hostile import chunk
from pictures_made import VOCABULARY, drawn, saved, xmp
from PIL import Image, PngImagePlugin

from postlint.pictures.metadata import Metadata
from postlint.pictures.opening import open_picture

SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def bag(name: str, *values: str, kind: str = "Bag") -> str:
    items = "".join(f"<rdf:li>{value}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def read(folder: Path, data: bytes, name: str = "a.jpg") -> Metadata:
    (folder / name).write_bytes(data)
    return open_picture(str(folder / name)).metadata


def said(folder: Path, elements: str = "", attributes: str = "") -> Metadata:
    return read(folder, saved(drawn(1), xmp=xmp(elements, attributes)))


def exif(**tags: Any) -> Image.Exif:
    found = Image.Exif()
    for name, value in tags.items():
        found[{"artist": 0x013B, "rights": 0x8298}[name]] = value
    return found


def placed(*degrees: float) -> Image.Exif:
    found = exif()
    found[0x0131] = "Kamera 1.0"
    place = found.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", degrees, "E", degrees
    return found


def iptc(*fields: tuple[int, int, bytes]) -> bytes:
    """Return a JPEG with an IPTC-IIM block, as Photoshop wraps it."""
    block = b"".join(struct.pack(">BBBH", 0x1C, record, number, len(value)) + value for record, number, value in fields)
    block += b"\0" * (len(block) % 2)
    wrapped = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block
    data = saved(drawn(1))
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(wrapped) + 2) + wrapped + data[2:]


def test_nothing_said_is_nothing_found(tmp_path: Path) -> None:
    assert read(tmp_path, saved(drawn(1))) == Metadata()


RELEASES = {
    "attribute": ("", f'plus:ModelReleaseStatus="{VOCABULARY}MR-NON"'),
    "element": (f"<plus:ModelReleaseStatus>{VOCABULARY}MR-NON</plus:ModelReleaseStatus>", ""),
    "resource": (f'<plus:ModelReleaseStatus rdf:resource="{VOCABULARY}MR-NON"/>', ""),
    "list": (bag("plus:ModelReleaseStatus", f"{VOCABULARY}MR-NON"), ""),
    "short": ("<plus:ModelReleaseStatus>MR-NON</plus:ModelReleaseStatus>", ""),
}


@pytest.mark.parametrize(("elements", "attributes"), RELEASES.values(), ids=RELEASES)
def test_a_term_is_the_last_part_of_its_address(elements: str, attributes: str, tmp_path: Path) -> None:
    assert said(tmp_path, elements, attributes).release == "MR-NON"


@pytest.mark.parametrize(
    ("elements", "age"),
    [
        (f"<plus:MinorModelAgeDisclosure>{VOCABULARY}AG-A16</plus:MinorModelAgeDisclosure>", 16),
        (f"<plus:MinorModelAgeDisclosure>{VOCABULARY}AG-U14</plus:MinorModelAgeDisclosure>", 14),
        (f"<plus:MinorModelAgeDisclosure>{VOCABULARY}AG-A25</plus:MinorModelAgeDisclosure>", 25),
        (f"<plus:MinorModelAgeDisclosure>{VOCABULARY}AG-UNK</plus:MinorModelAgeDisclosure>", None),
        (bag("Iptc4xmpExt:ModelAge", "41", "7", "x"), 7),
        (bag("Iptc4xmpExt:ModelAge", "unknown"), None),
    ],
)
def test_the_youngest_counts(elements: str, age: int | None, tmp_path: Path) -> None:
    assert said(tmp_path, elements).age == age


def test_names_come_from_every_place(tmp_path: Path) -> None:
    face = '<rdf:li><rdf:Description mwg-rs:Name="Liv Bly" mwg-rs:Type="Face"/></rdf:li>'
    pet = '<rdf:li><rdf:Description mwg-rs:Name="Fido" mwg-rs:Type="Pet"/></rdf:li>'
    region = f"<mwg-rs:Regions><mwg-rs:RegionList><rdf:Bag>{face}{pet}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    elements = bag("Iptc4xmpExt:PersonInImage", "Bo Bly", "Ida Skifer") + region
    assert said(tmp_path, elements).persons == ("Bo Bly", "Ida Skifer", "Liv Bly")


def test_whose_it_is(tmp_path: Path) -> None:
    elements = bag("dc:creator", "Grace Fictor", kind="Seq") + bag("dc:rights", "© Grace Fictor", kind="Alt")
    found = said(tmp_path, elements, f'photoshop:Credit="Fictor Foto" Iptc4xmpExt:DigitalSourceType="{SOURCE}"')
    assert found == Metadata(
        creators=("Grace Fictor",), rights="© Grace Fictor", credit="Fictor Foto", source="trainedAlgorithmicMedia"
    )


def test_a_warning_of_the_content(tmp_path: Path) -> None:
    assert said(tmp_path, attributes=f'plus:AdultContentWarning="{VOCABULARY}CW-AWR"').warned
    assert not said(tmp_path, attributes=f'plus:AdultContentWarning="{VOCABULARY}CW-NRQ"').warned


def test_exif_names_artist_and_rights(tmp_path: Path) -> None:
    found = read(tmp_path, saved(drawn(1), exif=exif(artist="Grace Fictor; Bo Bly", rights="(c) Fictor")))
    assert (found.creators, found.rights) == (("Grace Fictor", "Bo Bly"), "(c) Fictor")


@pytest.mark.parametrize("artist", ["unknown", "Picasa", "User", " ", "Owner"])
def test_what_cameras_write_is_nobody(artist: str, tmp_path: Path) -> None:
    assert read(tmp_path, saved(drawn(1), exif=exif(artist=artist))).creators == ()


def test_a_position_is_one(tmp_path: Path) -> None:
    assert read(tmp_path, saved(drawn(1), exif=placed(55.0, 40.0, 12.0))).position
    assert said(tmp_path, attributes='exif:GPSLatitude="55,40.2N" exif:GPSLongitude="12,34.1E"').position


def test_half_a_position_is_none(tmp_path: Path) -> None:
    found = exif()
    found.get_ifd(0x8825)[29] = "2027:03:10"  # the day alone
    assert not read(tmp_path, saved(drawn(1), exif=found)).position
    assert not said(tmp_path, attributes='exif:GPSLatitude="55,40.2N"').position


def test_where_it_was_taken_is_kept_nowhere(tmp_path: Path) -> None:
    assert "55" not in repr(read(tmp_path, saved(drawn(1), exif=placed(55.0, 55.0, 55.0))))


@pytest.mark.parametrize(
    ("charset", "encoding"), [(b"\x1b%G", "utf-8"), (b"", "latin-1"), (b"", "utf-8")], ids=["said", "old", "guessed"]
)
def test_iptc_in_old_and_new_letters(charset: bytes, encoding: str, tmp_path: Path) -> None:
    fields = [(1, 90, charset)] if charset else []
    data = iptc(*fields, (2, 80, "Søren Påhit".encode(encoding)), (2, 110, "Møllefoto".encode(encoding)))
    found = read(tmp_path, data)
    assert (found.creators, found.credit) == (("Søren Påhit",), "Møllefoto")


def test_png_and_webp_say_as_much(tmp_path: Path) -> None:
    packet = xmp(bag("Iptc4xmpExt:PersonInImage", "Bo Bly"))
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet.decode())
    png = read(tmp_path, saved(drawn(1), "PNG", pnginfo=info, exif=placed(55.0, 40.0, 12.0)), "a.png")
    webp = read(tmp_path, saved(drawn(1), "WEBP", xmp=packet, exif=placed(55.0, 40.0, 12.0)), "a.webp")
    assert png == webp == Metadata(position=True, persons=("Bo Bly",))


def test_metadata_behind_the_pixels_of_a_png_is_read(tmp_path: Path) -> None:
    data, packet = saved(drawn(1), "PNG"), xmp(bag("Iptc4xmpExt:PersonInImage", "Bo Bly"))
    end = data.rfind(b"IEND") - 4
    late = data[:end] + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet) + data[end:]
    assert read(tmp_path, late, "a.png").persons == ("Bo Bly",)


@pytest.mark.parametrize("packet", [b"<x", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a>" + b" " * 3_000_000],
                         ids=["broken", "entities", "huge"])  # fmt: skip
def test_a_broken_part_is_named_and_the_rest_read(packet: bytes, tmp_path: Path) -> None:
    found = read(tmp_path, saved(drawn(1), "WEBP", xmp=packet, exif=exif(artist="Grace Fictor")), "a.webp")
    assert (found.unread, found.creators) == (("xmp",), ("Grace Fictor",))


def test_names_are_short_and_on_one_line(tmp_path: Path) -> None:
    found = said(tmp_path, bag("Iptc4xmpExt:PersonInImage", "Bo\n\u202eBly", "x" * 5000))
    assert found.persons == ("Bo Bly", "x" * 200)
