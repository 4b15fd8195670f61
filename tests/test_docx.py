"""Word documents: everything that a file holds is read, with its place; what means harm is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from made_calendars import Read
from made_documents import (
    FOOTNOTES,
    W,
    add_part,
    content_control,
    deleted,
    hyperlink,
    inserted,
    new,
    png,
    put,
    run,
    text_box,
)

from postlint.cli.start import main
from postlint.office.pictures import embedded, part_of
from postlint.post import Post
from postlint.whereabouts import at, told

# What marks each place, and where it is then found: the field, and the place in Danish and English.
PLACES = {
    "linkordet": ("text", "afsnit 2", "paragraph 2"),
    "deltord": ("text", "afsnit 3", "paragraph 3"),
    "indsat": ("text", "afsnit 4", "paragraph 4"),
    "fjernet": ("deleted", "slettet, men stadig i filen (afsnit 4)",
                "deleted, but still in the file (paragraph 4)"),
    "feltord": ("text", "afsnit 5", "paragraph 5"),
    "celleord": ("text", "tabel 1, celle B2", "table 1, cell B2"),
    "fodord": ("footer1", "sidefod 1, afsnit 2", "footer 1, paragraph 2"),
    "hovedord": ("header1", "sidehoved 1, afsnit 1", "header 1, paragraph 1"),
    "kommentarord": ("comment2", "kommentar 2, afsnit 1", "comment 2, paragraph 1"),
    "egenskabsord": ("properties.keywords", "egenskaben »keywords«", "property 'keywords'"),
    "noteord": ("footnote1", "fodnote 1, afsnit 1", "footnote 1, paragraph 1"),
    "boksord": ("text", "tekstboks 1, afsnit 1", "text box 1, paragraph 1"),
    "skjultord": ("hidden", "skjult tekst (afsnit 7)", "hidden text (paragraph 7)"),
    "adresseord": ("hyperlinks", "adressen på link 1", "address of link 1"),
    "billedord": ("images[0].alt", "billede 1", "picture 1"),
}  # fmt: skip


def marked(path: Path) -> None:
    """Write a document with a word in every place that a document has."""
    document = new()
    document.add_paragraph("Vi holder åbent hus.")
    put(document.add_paragraph("Se "), hyperlink(document, "linkordet", "https://kobberdal.example/adresseord"))
    split = document.add_paragraph("delt")
    split.add_run("ord").bold = True
    tracked = document.add_paragraph("Her er ")
    put(tracked, inserted("indsat"))
    put(tracked, deleted("fjernet"))
    put(document.add_paragraph(""), content_control("feltord"))
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Dag"
    table.cell(1, 1).text = "celleord"
    put(document.add_paragraph("Boks:"), text_box("boksord"))
    put(document.add_paragraph("Skjult: "), run("skjultord", "<w:vanish/>"))
    section = document.sections[0]
    section.footer.paragraphs[0].text = "Kobberdal"
    section.footer.add_paragraph("fodord")
    section.header.paragraphs[0].text = "hovedord"
    document.add_comment(split.runs, text="Ser fint ud", author="Bo")
    document.add_comment(split.runs, text="kommentarord", author="Bo")
    document.core_properties.keywords = "egenskabsord"
    document.add_picture(png())
    document.inline_shapes[0]._inline.docPr.set("descr", "billedord")
    document.save(str(path))
    add_part(path, "footnotes.xml", FOOTNOTES.format(ns=W, words="noteord"), "footnotes")


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents") / "plan.docx"
    marked(path)
    return path


@pytest.fixture(scope="module")
def post(document: Path) -> Post:
    found = Read(document)
    assert found.codes() == ([], [])
    return found.posts[0]


def fields(post: Post) -> dict[str, str]:
    alts = {f"images[{n}].alt": image.alt or "" for n, image in enumerate(post.images)}
    return {"text": post.text, **dict(post.extra), **alts}


@pytest.mark.parametrize("word", PLACES)
def test_every_place_is_read_and_told(post: Post, word: str) -> None:
    field, danish, english = PLACES[word]
    words = fields(post)
    assert [name for name, text in words.items() if word in text] == [field]
    assert words[field].count(word) == 1
    spot = at(post.origin.places, field, words[field].index(word))
    assert spot is not None
    assert (told(spot, "da"), told(spot, "en")) == (danish, english)


def test_the_text_is_the_body_in_order(post: Post) -> None:
    assert post.text.split("\n") == [
        "Vi holder åbent hus.", "Se linkordet", "deltord", "Her er indsat", "feltord", "Dag", "celleord", "Boks:",
        "boksord", "Skjult: ",
    ]  # fmt: skip


def test_findings_name_the_part_and_the_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = new()
    document.add_paragraph("Vi holder åbent hus.")
    document.sections[0].footer.paragraphs[0].text = "Fortroligt – kun internt brug"
    put(document.add_paragraph("Kom og se. "), deleted("Strengt fortroligt."))
    document.save(str(tmp_path / "plan.docx"))
    assert main([str(tmp_path / "plan.docx"), "--ui-lang", "da"]) == 1
    out = capsys.readouterr().out
    assert "plan.docx, sidefod 1, afsnit 1  fejl  confidential-marker" in out
    assert "plan.docx, slettet, men stadig i filen (afsnit 2)  fejl  confidential-marker" in out


def test_pictures_are_handed_on(document: Path, post: Post) -> None:
    [image] = post.images
    assert image.file == "plan.docx!word/media/image1.png"
    assert part_of(image.file) == "word/media/image1.png"
    assert embedded(post.origin.path, image.file) == png().getvalue()
    assert part_of("fest!.png") == ""


def test_a_moved_passage_is_read_once_and_where_it_was_is_told(tmp_path: Path) -> None:
    document = new()
    paragraph = document.add_paragraph("")
    put(paragraph, f'<w:moveFrom w:id="1" w:author="Bo">{run("flyttet")}</w:moveFrom>')
    put(paragraph, f'<w:moveTo w:id="2" w:author="Bo">{run("flyttet")}</w:moveTo>')
    document.save(str(tmp_path / "a.docx"))
    [post] = Read(tmp_path / "a.docx").posts
    assert (post.text, dict(post.extra)["deleted"]) == ("flyttet", "flyttet")


def test_signs_between_words(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("a\tb\nc")
    document.save(str(tmp_path / "a.docx"))
    assert [post.text for post in Read(tmp_path / "a.docx").posts] == ["a\tb\nc"]


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = new()
    document.add_paragraph("Hej")
    document.save(str(path))
    add_part(path, "embeddings/tal.xlsx", "PK", "package")
    found = Read(path)
    assert found.codes() == ([], ["docx-parts-unread"])
    assert "word/embeddings/tal.xlsx" in found.warned[0].tell("da")


def test_own_properties_and_labels_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = new()
    document.add_paragraph("Hej")
    document.save(str(path))
    _own_property(path, "MSIP_Label_Name", "Fortroligt")
    [post] = Read(path).posts
    assert dict(post.extra)["properties.MSIP_Label_Name"] == "Fortroligt"


def _own_property(path: Path, name: str, value: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    xml = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="x" pid="2" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property></Properties>'
    )
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    relation = f'<Relationship Id="own" Type="{kind}" Target="docProps/custom.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    parts["docProps/custom.xml"] = xml.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)


@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml", "word/comments.xml"])
def test_a_doctype_in_any_part_is_refused(tmp_path: Path, document: Path, part: str) -> None:
    with zipfile.ZipFile(document) as archive, zipfile.ZipFile(tmp_path / "a.docx", "w") as copy:
        for entry in archive.namelist():
            data = archive.read(entry)
            if entry == part:
                head, _, rest = data.partition(b"?>")
                data = head + b'?><!DOCTYPE x [<!ENTITY e "Fortroligt">]>' + rest
            copy.writestr(entry, data)
    assert Read(tmp_path / "a.docx").codes() == (["office-doctype"], [])


def test_macros_are_told(tmp_path: Path, document: Path) -> None:
    path = tmp_path / "plan.docm"
    shutil.copy(document, path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\0")
    assert Read(path).codes() == ([], ["office-macros"])


def test_a_workbook_is_no_document(tmp_path: Path) -> None:
    from made_calendars import workbook

    workbook(tmp_path / "plan.docx", [("Tekst",)])
    assert Read(tmp_path / "plan.docx").codes() == (["office-no-document"], [])


def bomb(path: Path) -> None:
    """Write the document of the threat model: some 400 KB that become hundreds of megabytes."""
    document = new()
    document.add_paragraph("Hej")
    document.save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    head, _, tail = parts["word/document.xml"].partition(b"<w:body>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry, data in parts.items():
            if entry != "word/document.xml":
                archive.writestr(entry, data)
        with archive.open("word/document.xml", "w", force_zip64=True) as stream:
            stream.write(head + b"<w:body>")
            piece = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 10_000
            for _ in range(1120):
                stream.write(piece)
            stream.write(tail)


# The peak is asked of the kernel's own count, which begins anew with the program; that of getrusage does not.
MEASURE = """
import sys, time
from postlint.readers import read
list(read(sys.argv[2]))
before = time.process_time()
items = list(read(sys.argv[1]))
seconds = time.process_time() - before
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(getattr(items[-1], "code", "post"), seconds, peak)
"""


def measured(path: Path, before: Path) -> tuple[str, float, float]:
    """Return what a file comes to in a process of its own, in how many seconds, and the peak of memory in MB."""
    if not Path("/proc/self/status").exists():
        pytest.skip("the kernel tells no peak of memory here")
    command = [sys.executable, "-c", MEASURE, str(path), str(before)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    code, seconds, peak = done.stdout.split()
    return code, float(seconds), int(peak) / 1024


def test_the_bomb_is_refused_within_100_ms_and_200_mb(tmp_path: Path, document: Path) -> None:
    path = tmp_path / "bomb.docx"
    bomb(path)
    assert 200_000 < path.stat().st_size < 2_000_000
    with zipfile.ZipFile(path) as archive:
        assert sum(entry.file_size for entry in archive.infolist()) > 380_000_000
    code, seconds, peak = measured(path, document)
    assert (code, seconds < 0.1, peak < 200) == ("office-bomb", True, True)


@pytest.mark.parametrize(
    ("paragraphs", "outcome"), [(40_000, "post"), (110_000, "office-paragraphs")], ids=["long", "too-long"]
)
def test_memory_stays_flat(tmp_path: Path, document: Path, paragraphs: int, outcome: str) -> None:
    path = tmp_path / "long.docx"
    body = b"".join(
        b'<w:p><w:pPr><w:spacing w:after="120"/></w:pPr><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>%x</w:t></w:r></w:p>'
        % (number * 7_919) for number in range(paragraphs)
    )  # fmt: skip
    with zipfile.ZipFile(document) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in archive.namelist():
            data = archive.read(entry)
            copy.writestr(entry, data.replace(b"<w:body>", b"<w:body>" + body) if "document.xml" in entry else data)
    code, _, peak = measured(path, document)
    assert (code, peak < 120) == (outcome, True)


def test_written_by_libreoffice(tmp_path: Path, document: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    command = [office, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    [post] = Read(tmp_path / "plan.docx").posts
    every = "\n".join(fields(post).values())
    assert [word for word in PLACES if word not in every] == []


