"""Pages and text pasted from editors: what is seen, what is hidden, and where it stands."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from made_calendars import Read

from postlint.cli.start import main
from postlint.post import Image, Post
from postlint.whereabouts import at, told


def page(tmp_path: Path, html: str | bytes) -> Read:
    path = tmp_path / "side.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode("utf-8"))
    return Read(path)


def one(tmp_path: Path, html: str) -> Post:
    [post] = page(tmp_path, html).posts
    return post


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>Hej</p><p>med dig</p>", "Hej\nmed dig", id="paragraphs"),
        pytest.param("<div>Kun til internt<div>brug</div></div>", "Kun til internt\nbrug", id="nested-blocks"),
        pytest.param("for<b>tro</b>ligt", "fortroligt", id="a-word-over-elements"),
        pytest.param("Hej<br>med<br/>dig", "Hej\nmed\ndig", id="breaks"),
        pytest.param("<p>bl&aring;b&#230;r &amp; gr&oslash;d", "blåbær & grød", id="entities"),
        pytest.param("<ul><li>a<li>b</ul>", "a\nb", id="unclosed"),
        pytest.param("<p>a\n  b\t c</p>", "a b c", id="blanks"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b", id="preformatted"),
        pytest.param("<script>fortroligt()</script><style>p{}</style><p>Hej", "Hej", id="scripts-are-no-words"),
        pytest.param("<table><tr><td>a<td>b</table>", "a\nb", id="cells"),
        pytest.param("</p></b>Hej</div>", "Hej", id="ends-of-nothing"),
        pytest.param("Hej uden mærker", "Hej uden mærker", id="no-markup"),
        pytest.param("<!-- wp:paragraph --><p>Hej</p>", "Hej", id="marks-of-an-editor"),
    ],
)
def test_the_text_is_what_is_seen(tmp_path: Path, html: str, text: str) -> None:
    assert one(tmp_path, html).text == text


@pytest.mark.parametrize(
    ("html", "field", "words", "place"),
    [
        pytest.param('a<p style="display: none">Fortroligt</p>', "hidden", "Fortroligt", "skjult tekst, afsnit 1",
                     id="display-none"),
        pytest.param("a<span hidden>Fortroligt</span>", "hidden", "Fortroligt", "skjult tekst, afsnit 1", id="hidden"),
        pytest.param("a<!-- Fortroligt -->", "comments", "Fortroligt", "kommentar 1 i kildeteksten", id="comment"),
        pytest.param("<title>Fortroligt</title>a", "title", "Fortroligt", "egenskaben »title«", id="title"),
        pytest.param('<meta name=description content="Fortroligt">a', "description", "Fortroligt",
                     "egenskaben »description«", id="description"),
        pytest.param('<a href="mailto:ida@kobberdal.example">a</a>', "hyperlinks", "mailto:ida@kobberdal.example",
                     "adressen på link 1", id="address"),
        pytest.param("<p>a</p><p>b</p>", "text", "b", "afsnit 2", id="paragraph"),
    ],
)  # fmt: skip
def test_every_place_is_told(tmp_path: Path, html: str, field: str, words: str, place: str) -> None:
    post = one(tmp_path, html)
    text = {"text": post.text, **dict(post.extra)}[field]
    spot = at(post.origin.places, field, text.index(words))
    assert spot is not None
    assert told(spot, "da") == place


def test_pictures_and_their_texts(tmp_path: Path) -> None:
    post = one(tmp_path, '<img src="a.jpg" alt="En cykel"><img src="https://x.example/b.png"><img src="data:x,y" alt>')
    assert post.images == (Image("a.jpg", alt="En cykel"), Image("https://x.example/b.png"), Image("data:x", alt=""))


def test_hidden_words_end_where_their_element_does(tmp_path: Path) -> None:
    post = one(tmp_path, '<div style="display:none">a<div>b</div>c</div>d')
    assert (post.text, dict(post.extra)["hidden"]) == ("d", "a\nb\nc")


def test_findings_name_the_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page(tmp_path, "<p>Hej</p><p>Kun til <b>internt</b> brug</p><!-- Fortroligt -->")
    assert main([str(tmp_path / "side.html"), "--ui-lang", "da"]) == 1
    out = capsys.readouterr().out
    assert "side.html, afsnit 2  fejl  confidential-marker" in out
    assert "side.html, kommentar 1 i kildeteksten  fejl  confidential-marker" in out


@pytest.mark.parametrize("html", ["<p></p>", "<script>x</script>", "  "], ids=["nothing", "a-script", "blanks"])
def test_a_page_without_words_is_told(tmp_path: Path, html: str) -> None:
    assert page(tmp_path, html).codes() == (["file-empty"], [])


@pytest.mark.parametrize(
    "html",
    ["<!--" * 200_000, "<p>" * 200_000, "<a " * 200_000, "</b>" * 200_000, "&#" * 200_000, "<![" * 100_000,
     "<p" + ' a="b"' * 100_000 + ">", "<b>" * 100_000 + "</i>" * 100_000],
    ids=["comments", "paragraphs", "half-tags", "ends", "half-entities", "half-sections", "attributes", "mismatched"],
)  # fmt: skip
def test_hostile_markup_costs_little(tmp_path: Path, html: str) -> None:
    start = time.perf_counter()
    page(tmp_path, html)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", ["plan.doc", "plan.xls"])
def test_old_formats_are_one_sentence(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    assert main([str(tmp_path / name), "--ui-lang", "da"]) == 2
    assert "Gem den som .docx eller .xlsx" in capsys.readouterr().err
