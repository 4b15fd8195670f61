"""Word documents for tests, made with python-docx, and with the parts that it cannot make put in by hand."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

W = nsdecls("w")
BOX = (
    '<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    "<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FOOTNOTES = (
    '<w:footnotes {ns}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(words: str, inside: str = "") -> str:
    """Return a run of words; ``inside`` is its formatting."""
    return f'<w:r><w:rPr>{inside}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def put(paragraph: Paragraph, xml: str) -> None:
    """Put an element of WordprocessingML at the end of a paragraph."""
    known = xml if "xmlns:w=" in xml else re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {W}", xml)
    paragraph._p.append(parse_xml(known))


def inserted(words: str) -> str:
    return f'<w:ins w:id="1" w:author="Bo" w:date="2026-11-01T09:00:00Z">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:id="2" w:author="Bo"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def content_control(words: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


def text_box(words: str) -> str:
    content = f"<w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent>"
    return BOX.format(ns=W, content=content)


def hyperlink(document: Document, words: str, address: str) -> str:
    relation = document.part.relate_to(address, f"{_KIND}/hyperlink", is_external=True)
    return f'<w:hyperlink {W} {nsdecls("r")} r:id="{relation}">{run(words)}</w:hyperlink>'


def add_part(path: Path, name: str, content: str, kind: str) -> None:
    """Add a part to a saved document, with its relationship to the main part."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    rels = "word/_rels/document.xml.rels"
    relation = f'<Relationship Id="own-{kind}" Type="{_KIND}/{kind}" Target="{name}"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    parts[f"word/{name}"] = content.encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)


def png(width: int = 2, height: int = 2) -> BytesIO:
    """Return a small white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * width * 3) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return BytesIO(b"\x89PNG\r\n\x1a\n" + parts)


def new() -> Document:
    """Return an empty document."""
    return docx.Document()
