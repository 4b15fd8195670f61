"""Documents with bytes changed anywhere: always posts or a sentence, never an exception, never without end."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from made_calendars import HEADINGS, workbook
from made_documents import deleted, new, put, text_box

from postlint.post import Post
from postlint.readers import Noted, Warned, read

ROUNDS = 150
SIGNS = (b"", b"<", b">", b'"', b"&#0;", b"99999999999")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("files")
    book = workbook(folder / "a.xlsx", [HEADINGS, ("5-4-2027", "9.30", "LinkedIn", "Hej"), ("=1", None, "X", "Dav")])
    book.active.merge_cells("A2:A3")
    book.active.row_dimensions[3].hidden = True
    book.save(folder / "a.xlsx")
    document = new()
    paragraph = document.add_paragraph("Hej")
    put(paragraph, deleted("væk"))
    put(paragraph, text_box("boks"))
    document.add_table(2, 2).cell(0, 0).text = "celle"
    document.add_comment(paragraph.runs, text="kommentar", author="Bo")
    document.save(str(folder / "a.docx"))
    return {ending: (folder / f"a{ending}").read_bytes() for ending in (".xlsx", ".docx")}


def sound(path: Path) -> None:
    items = list(read(str(path)))
    assert items
    for item in items:
        if isinstance(item, Post):
            item.text.encode()
        else:
            told = (item.problem if isinstance(item, Warned | Noted) else item).tell("da")
            assert "\n" not in told


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some of them cut out, doubled, or replaced."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(found) or 1)
        end = at + chance.randint(1, 30)
        found[at:end] = chance.choice([*SIGNS, found[at:end] * 2, chance.randbytes(3)])
    return bytes(found)


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_changed_archives(files: dict[str, bytes], ending: str, tmp_path: Path) -> None:
    chance = random.Random(1)
    path = tmp_path / f"a{ending}"
    for _ in range(ROUNDS):
        path.write_bytes(changed(files[ending], chance))
        sound(path)


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_changed_parts(files: dict[str, bytes], ending: str, tmp_path: Path) -> None:
    chance = random.Random(2)
    path = tmp_path / f"a{ending}"
    with zipfile.ZipFile(io.BytesIO(files[ending])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "style" not in name}
    small = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(ROUNDS):
        part = chance.choice(small)
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, changed(data, chance) if name == part else data)
        sound(path)


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_parts_that_are_missing(files: dict[str, bytes], ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    with zipfile.ZipFile(io.BytesIO(files[ending])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for missing in parts:
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                if name != missing:
                    archive.writestr(name, data)
        sound(path)
