"""Pictures that tests draw themselves: many shapes on a gradient, the same for the same seed."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageDraw

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" {attributes}>{elements}</rdf:Description>'
    "</rdf:RDF></x:xmpmeta>"
)
VOCABULARY = "http://ns.useplus.org/ldf/vocab/"


def drawn(seed: int, size: tuple[int, int] = (600, 450)) -> Image.Image:
    """Return a picture with as much detail as a photograph has when it is seen from afar."""
    chance = random.Random(seed)
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = chance.uniform(-0.1, 1) * size[0], chance.uniform(-0.1, 1) * size[1]
        length = chance.expovariate(5) * max(size) + 10
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse((x, y, x + length, y + length * chance.uniform(0.3, 1.5)), fill=colour)
    return picture


def saved(picture: Image.Image, format: str = "JPEG", **how: Any) -> bytes:
    """Return the bytes of a picture as a file."""
    out = io.BytesIO()
    picture.save(out, format, **how)
    return out.getvalue()


def xmp(elements: str = "", attributes: str = "") -> bytes:
    """Return an XMP packet with properties written as elements and as attributes."""
    return XMP.format(elements=elements, attributes=attributes).encode()
