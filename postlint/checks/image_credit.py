"""``image-credit``: a picture whose credit is empty, unknown, or only tells where the picture was found.

A picture whose credit is not given at all is left alone, unless its licence asks for one, its source is no own one,
or the file itself names somebody else as its maker whom the post does not mention.
"""

from __future__ import annotations

from postlint.checks.fact_text import holds, read
from postlint.draft import Match
from postlint.fold import fold
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.post import Image
    from postlint.rule import Rule

_FREE = ("cc0", "cc zero", "cc-zero", "public domain", "public-domain", "pd", "pdm", "fri af rettigheder", "offentlig")


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield a match for every such picture, and one for a credit line in the text that names no one."""
    for number, image in enumerate(draft.post.images):
        yield from _image(draft, number, image)
    for document in draft.documents:
        for hit in document.hits.get("nobodys-photo", ()):
            facts = {"file": document.slice(hit.first, hit.last)}
            yield Match(document.field, document, document.starts[hit.first], document.ends[hit.last - 1], "", facts)
            return


def _image(draft: Draft, number: int, image: Image) -> Iterator[Match | Unknown]:
    file = image.file or str(number + 1)
    credit = (image.credit or "").strip()
    source = read(draft, image.source or "", "source")
    named = any(c.isalpha() for c in credit) and not holds(read(draft, credit, "credit"), "found-place", "nobody")
    if named or _free(image.licence or "") or holds(source, "own-source"):
        return
    asks = (
        (image.licence or "").lower().startswith(("cc", "all rights", "alle rettigheder", "rights", "copyright", "©"))
    )
    if image.credit is not None or asks or holds(source, "found-place"):
        yield Match(f"images[{number}].credit", facts={"file": file, "words": credit or file})
    elif image.file:
        from postlint.checks.image_maker import somebody_else

        yield from somebody_else(draft, number, file)


def _free(licence: str) -> bool:
    return fold(licence).strip().startswith(_FREE)
