"""Calendars as workbooks: places, hidden rows and sheets, formulas, dates, and files that mean harm."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

import pytest
from made_calendars import HEADINGS, Read, where, workbook
from made_documents import png
from openpyxl import Workbook
from openpyxl.comments import Comment

from postlint.cli.start import main
from postlint.office.package import Package
from postlint.office.pictures import embedded
from postlint.office.workbook import shows_date
from postlint.post import Image
from postlint.problem import PostlintError

MARKED = "Kun til internt brug"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def save(book: Workbook, path: Path) -> Read:
    book.save(path)
    return Read(path)


def test_a_row_is_a_post_and_its_cells_have_places(plan: Path) -> None:
    row = (date(2027, 4, 5), clock(9, 30), "LinkedIn", "Hej", "fest.jpg", "En cykel")
    workbook(plan, [("Plan for april",), (), (*HEADINGS, "Billede", "Alt-tekst"), row])
    found = Read(plan)
    [post] = found.posts
    assert (post.text, post.channel, post.scheduled) == ("Hej", "linkedin", "2027-04-05T09:30:00+02:00")
    assert post.images == (Image("fest.jpg", alt="En cykel"),)
    assert (post.id, found.place(post)) == ("plan.xlsx!D4", "Plan!D4")
    assert found.place(post, "images[0].alt") == "Plan!F4"
    assert found.place(post, "channel") == "Plan!C4"
    assert found.codes() == ([], [])


def test_a_finding_points_at_its_cell(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook(plan, [("Tekst", "Første kommentar"), ("Hej", ""), ("Hej", MARKED)], title="Uge 14")
    assert main([str(plan)]) == 1
    assert "plan.xlsx, 'Uge 14'!B3  error  confidential-marker" in capsys.readouterr().out


def test_a_column_beyond_z(plan: Path) -> None:
    workbook(plan, [(*["Uge"] * 28, "Tekst", "Kanal"), (*[1] * 28, "Hej", "X")])
    found = Read(plan)
    assert [found.place(post) for post in found.posts] == ["Plan!AC2"]


@pytest.mark.parametrize(
    ("cell", "form", "scheduled"),
    [
        pytest.param(datetime(2027, 4, 5, 9, 30), "dd-mm-yyyy hh:mm", "2027-04-05T09:30:00+02:00", id="own-format"),
        pytest.param(datetime(2027, 1, 5, 9, 30), "m/d/yy h:mm", "2027-01-05T09:30:00+01:00", id="built-in-format"),
        pytest.param(datetime(2027, 1, 5), "[$-406]d. mmmm yyyy;@", "2027-01-05T00:00:00+01:00", id="midnight"),
    ],
)
def test_a_date_is_what_the_cell_holds(plan: Path, cell: datetime, form: str, scheduled: str) -> None:
    book = workbook(plan, [("Dato og tid", "Tekst"), (cell, "Hej")])
    book.active["A2"].number_format = form
    assert [post.scheduled for post in save(book, plan).posts] == [scheduled]


def test_dates_from_1904(plan: Path) -> None:
    book = workbook(plan, [("Dato og tid", "Tekst")])
    book.epoch = datetime(1904, 1, 1)
    book.active.append((datetime(2027, 4, 5, 9, 30), "Hej"))
    assert [post.scheduled for post in save(book, plan).posts] == ["2027-04-05T09:30:00+02:00"]


def test_a_number_that_is_no_date_is_told(plan: Path) -> None:
    workbook(plan, [("Dato og tid", "Tekst"), (46117.4, "Hej")])
    assert Read(plan).codes() == ([], ["calendar-date-unread"])


@pytest.mark.parametrize(
    ("form", "date"),
    [("General", False), ("0.00", False), ('0 "dage"', False), ("[Red]0", False), ("dd-mm-yyyy", True),
     ("[h]:mm", True), ('yyyy"år"', True), ("#,##0 _k_r", False)],
)  # fmt: skip
def test_which_number_formats_show_dates(form: str, date: bool) -> None:
    assert shows_date(form) is date


def test_hidden_rows_columns_and_sheets_are_read_and_told(plan: Path) -> None:
    book = workbook(plan, [HEADINGS, (None, None, "X", MARKED), (None, None, "X", "Hej")])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["D"].hidden = True
    other = book.create_sheet("Gammel")
    other.append(("Tekst",))
    other.append((MARKED,))
    other.sheet_state = "veryHidden"
    lists = book.create_sheet("Lister")
    lists.append(("LinkedIn", "Facebook"))
    found = save(book, plan)
    assert [(post.text, found.place(post)) for post in found.posts] == [
        (MARKED, "Plan!D2"), ("Hej", "Plan!D3"), (MARKED, "Gammel!A2")
    ]  # fmt: skip
    assert [post.id for post in found.posts] == ["plan.xlsx!Plan!D2", "plan.xlsx!Plan!D3", "plan.xlsx!Gammel!A2"]
    assert sorted(found.codes()[1]) == [
        "calendar-columns-hidden", "calendar-rows-hidden", "calendar-sheet-left", "calendar-sheets-hidden",
    ]  # fmt: skip


def test_a_formula_that_was_never_computed_is_told_and_nothing_is_passed_over(plan: Path) -> None:
    workbook(plan, [HEADINGS, ("=A1", None, "X", '="For"&"troligt"'), (None, None, "X", "Hej")])
    found = Read(plan)
    assert [post.text for post in found.posts] == ["Hej"]
    assert found.codes()[0] == ["calendar-cell-formula"]
    assert where(found.problems[0]) == "Plan!D2"
    assert main([str(plan)]) == 2


def test_a_computed_formula_is_read(plan: Path) -> None:
    workbook(plan, [("Tekst",), ("=B2",)])
    _rewrite(plan, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>Fortroligt</v>", b"<v/>", b"<v>Fortroligt</v>")
    _rewrite(plan, "xl/worksheets/sheet1.xml", b'<c r="A2">', b'<c r="A2" t="str">')
    assert [post.text for post in Read(plan).posts] == ["Fortroligt"]


def test_a_merged_fact_holds_for_all_its_rows_and_a_text_for_one(plan: Path) -> None:
    book = workbook(
        plan, [HEADINGS, (date(2027, 4, 5), "9.00", "X", "a"), (None, "10.00", "X", "b"), (None, "11", "X", "")]
    )
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("D3:D4")
    assert [(post.text, post.scheduled) for post in save(book, plan).posts] == [
        ("a", "2027-04-05T09:00:00+02:00"), ("b", "2027-04-05T10:00:00+02:00")
    ]  # fmt: skip


SHARED = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Tekst</t></si>'
    "<si><r><t>Kun til </t></r><r><t>intern_x0074_ brug</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si></sst>"
)


def test_shared_and_rich_text(plan: Path) -> None:
    workbook(plan, [("Tekst",), ("Hej",)])
    cells = [b'<c r="A%d" t="s"><v>%d</v></c>' % (row, number) for row, number in ((1, 0), (2, 1))]
    rows = b"".join(b'<row r="%d">%s</row>' % (number, cell) for number, cell in enumerate(cells, start=1))
    with zipfile.ZipFile(plan) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    data = sheet[sheet.index(b"<sheetData>") + 11 : sheet.index(b"</sheetData>")]
    _rewrite(plan, "xl/worksheets/sheet1.xml", data, rows)
    if b"sharedStrings" not in zipfile.ZipFile(plan).read("xl/_rels/workbook.xml.rels"):
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
        relation = b'<Relationship Id="shared" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind
        _rewrite(plan, "xl/_rels/workbook.xml.rels", b"</Relationships>", relation)
    _rewrite(plan, "xl/sharedStrings.xml", b"", SHARED.encode())
    assert [post.text for post in Read(plan).posts] == [MARKED]


@pytest.mark.parametrize("formula", [b"", b"<f>REPT(1,9)</f>"], ids=["words", "formula"])
def test_a_cell_of_1_mb_is_one_sentence(plan: Path, formula: bytes) -> None:
    workbook(plan, [("Tekst",), (1,), ("Hej",)])
    long = b'<c r="A2" t="str">%s<v>%s</v></c>' % (formula, b"x" * 1_000_000)
    _rewrite(plan, "xl/worksheets/sheet1.xml", b'<c r="A2" t="n"><v>1</v></c>', long)
    found = Read(plan)
    assert found.codes() == (["calendar-cell-long"], [])
    assert [post.text for post in found.posts] == ["Hej"]


def test_an_error_in_a_cell_is_told(plan: Path) -> None:
    workbook(plan, [("Tekst",), (1,), ("Hej",)])
    broken = b'<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    _rewrite(plan, "xl/worksheets/sheet1.xml", b'<c r="A2" t="n"><v>1</v></c>', broken)
    assert Read(plan).codes() == (["calendar-cell-error"], [])


def test_comments_on_cells_are_noted(plan: Path) -> None:
    book = workbook(plan, [("Tekst",), ("Hej",)])
    book.active["A2"].comment = Comment("Fortroligt", "Bo")
    found = save(book, plan)
    assert "calendar-comments" in [note.code for note in found.noted]
    assert [post.text for post in found.posts] == ["Hej"]


def test_a_picture_on_a_row_is_the_posts_own(plan: Path) -> None:
    pytest.importorskip("PIL")
    from openpyxl.drawing.image import Image as Picture

    book = workbook(plan, [("Tekst", "Billede", "Alt-tekst"), ("Hej", "", "En cykel"), ("Dav", "fest.jpg", "Fest")])
    for cell in ("B2", "B3"):
        book.active.add_image(Picture(png()), cell)
    found = save(book, plan)
    assert [post.images for post in found.posts] == [
        (Image("plan.xlsx!xl/media/image1.png", alt="En cykel"),), (Image("fest.jpg", alt="Fest"),),
    ]  # fmt: skip
    assert embedded(str(plan), "plan.xlsx!xl/media/image1.png").startswith(b"\x89PNG")


DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:twoCellAnchor>'
    "<xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row></xdr:to>"
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" descr="En cykel"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="p"/>'
    "</xdr:blipFill></xdr:pic></xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Fortroligt</a:t></a:r></a:p>"
    "</xdr:txBody></xdr:sp></xdr:wsDr>"
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="{id}"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)


def test_pictures_and_boxes_on_a_sheet(plan: Path) -> None:
    workbook(plan, [("Tekst",), ("Hej",)])
    with zipfile.ZipFile(plan, "a") as archive:
        link = LINKS.format(id="d", kind="drawing", target="../drawings/drawing1.xml")
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", link)
        archive.writestr("xl/drawings/drawing1.xml", DRAWING)
        link = LINKS.format(id="p", kind="image", target="../media/image1.png")
        archive.writestr("xl/drawings/_rels/drawing1.xml.rels", link)
        archive.writestr("xl/media/image1.png", png().getvalue())
    found = Read(plan)
    assert [post.images for post in found.posts] == [(Image("plan.xlsx!xl/media/image1.png", alt="En cykel"),)]
    assert embedded(str(plan), "plan.xlsx!xl/media/image1.png") == png().getvalue()
    assert found.codes() == ([], ["calendar-boxes"])


def test_macros_are_told_and_not_run(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsm"
    workbook(path, [("Tekst",), ("Hej",)])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0")
    found = Read(path)
    assert [post.text for post in found.posts] == ["Hej"]
    assert found.codes() == ([], ["office-macros"])


def _rewrite(path: Path, part: str, *changes: bytes) -> None:
    """Replace bytes in a part of an archive: the first of each pair by the second."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        parts[part] = parts[part].replace(old, new) if old else new
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _doctype(path: Path) -> None:
    _rewrite(path, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY e "e">]><workbook')


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(50_000_000))


def _locked(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le"))


def _old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def _deep(path: Path) -> None:
    _rewrite(path, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<x>" * 5000 + b"</x>" * 5000 + b"<sheetData>")


def _encrypted_entry(path: Path) -> None:
    data = bytearray(path.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    path.write_bytes(data)


def _two_of_a_name(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<workbook/>")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_bytes(b"Tekst;Kanal\nHej;X\n")


def _rows(path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    for _ in range(100_000):
        sheet.append(("Tekst",))
    book.save(path)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_doctype, "office-doctype"), (_truncated, "office-broken"), (_bomb, "office-ratio"),
        (_locked, "office-locked"), (_old, "office-old"), (_deep, "office-deep"), (_encrypted_entry, "office-locked"),
        (_two_of_a_name, "office-broken"), (_empty, "file-empty"), (_text, "office-broken"), (_rows, "calendar-rows"),
    ],
)  # fmt: skip
def test_bad_files_are_one_sentence_and_the_others_are_checked(
    plan: Path, harm: object, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook(plan, [("Tekst",), ("Hej",)])
    harm(plan)  # type: ignore[operator]
    good = plan.with_name("good.csv")
    good.write_text(f"Tekst\n{MARKED}\n", encoding="utf-8")
    assert Read(plan).codes() == ([code], [])
    assert main([str(plan), str(good)]) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "confidential-marker" in told.out


def test_a_part_larger_than_it_claims_is_refused(plan: Path) -> None:
    workbook(plan, [("Tekst",), ("Hej",)])
    with zipfile.ZipFile(plan, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b"<a>" + b" " * 3_000_000 + b"</a>")
    data = bytearray(plan.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    plan.write_bytes(data)
    with plan.open("rb") as stream, pytest.raises(PostlintError) as raised:
        list(Package(stream, "plan.xlsx").events("xl/more.xml"))
    assert raised.value.problem.code == "office-broken"


def test_a_bomb_costs_neither_time_nor_memory(plan: Path) -> None:
    workbook(plan, [("Tekst",), ("Hej",)])
    _bomb(plan)
    Read(plan)
    tracemalloc.start()
    start = time.process_time()
    assert Read(plan).codes() == (["office-ratio"], [])
    assert time.process_time() - start < 0.1
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
