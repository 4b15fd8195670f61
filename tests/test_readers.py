from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint.post import Author, Image, Person, Post
from postlint.post_shape import POST
from postlint.problem import PostlintError, Problem
from postlint.readers import READERS, Noted, Warned, expand, read
from postlint.readers.records import read_record


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def one(name: str, content: str | bytes) -> Post:
    """Return the one post that a file must hold, without problems or warnings."""
    (post,) = read(write(name, content))
    assert isinstance(post, Post)
    return post


def said(name: str, content: str | bytes) -> list[str]:
    """Return what comes out of a file, a line each: a post's id, or a problem or warning with its place."""
    return lines(list(read(write(name, content))))


def lines(items: list[Post | Problem | Warned]) -> list[str]:
    found = []
    for item in items:
        if isinstance(item, Post):
            found.append(item.id)
        elif isinstance(item, Warned):
            found.append(f"warning {item.problem.place()} {item.problem.code}")
        else:
            found.append(f"{item.place()} {item.code}")
    return found


# Text


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        pytest.param("æøå\r\n".encode(), "utf-8", "æøå\r\n", id="utf-8"),
        pytest.param("æøå".encode("utf-8-sig"), "utf-8-sig", "æøå", id="utf-8-with-mark"),
        pytest.param(b"\xff\xfe" + "æ😀".encode("utf-16-le"), "utf-16", "æ😀", id="utf-16-le"),
        pytest.param(b"\xfe\xff" + "æ😀".encode("utf-16-be"), "utf-16", "æ😀", id="utf-16-be"),
        pytest.param(b"GIF8 is a word\n", "utf-8", "GIF8 is a word\n", id="begins-like-a-picture"),
    ],
)
def test_a_text_is_verbatim(data: bytes, encoding: str, text: str) -> None:
    post = one("draft.txt", data)
    assert (post.id, post.text, post.role) == ("draft.txt", text, None)
    assert (post.origin.path, post.origin.line, post.origin.offset) == ("draft.txt", 1, 0)
    assert (post.origin.verbatim, post.origin.encoding) == (True, encoding)
    with open("draft.txt", encoding=encoding, newline="") as file:
        assert file.read() == text


def test_windows_text_is_read_with_a_warning() -> None:
    warned, post = read(write("a.txt", "blåbærgrød".encode("cp1252")))
    assert isinstance(warned, Warned)
    assert "Windows-1252" in warned.problem.tell("da")
    assert isinstance(post, Post)
    assert (post.text, post.origin.encoding) == ("blåbærgrød", "cp1252")


FRONT = "---\ntitle: Nyt\nrole: official\nscheduled: 2026-12-01 08:00\ntags: [a]\n---\n\nHej æ\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_front_matter(newline: str) -> None:
    source = FRONT.replace("\n", newline)
    post = one("a.md", source)
    assert (post.text, post.role, post.scheduled) == (f"Hej æ{newline}", "official", "2026-12-01T08:00")
    assert post.extra == (("title", "Nyt"),)
    assert (post.origin.line, post.origin.verbatim) == (8, True)
    assert source[post.origin.offset :] == post.text


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        pytest.param("---\nauthor: Ida\n---\n", "author", Author("Ida"), id="author-as-a-name"),
        pytest.param("---\nauthor: [Ida]\n---\n", "author", Author("Ida"), id="author-in-a-list"),
        pytest.param("---\nimages: [a.png]\n---\n", "images", (Image("a.png"),), id="images-as-files"),
        pytest.param("---\nimages: a.png\n---\n", "images", (Image("a.png"),), id="one-image"),
        pytest.param("---\nlang: da-DK\n---\n", "lang", "da", id="language-with-country"),
        pytest.param("---\npostlint:\n  role: vendor\n---\n", "role", "vendor", id="under-our-key"),
        pytest.param(
            "---\nrole: private\npostlint: {role: vendor}\n---\n", "role", "vendor", id="our-key-wins"
        ),
        pytest.param("---\nid: x\n---\n", "id", "x", id="id"),
        pytest.param('+++\nrole = "vendor"\n+++\n', "role", "vendor", id="toml"),
        pytest.param("+++\n[postlint]\nai_generated = true\n+++\n", "ai_generated", True, id="toml-table"),
        pytest.param(
            "+++\nscheduled = 2026-12-01T08:00:00Z\n+++\n",
            "scheduled",
            "2026-12-01T08:00:00+00:00",
            id="toml-date",
        ),
        pytest.param("---\nsummary: 2024\n---\n", "extra", (("summary", "2024"),), id="number-as-words"),
        pytest.param("---\n---\n", "role", None, id="nothing-in-it"),
        pytest.param("---\ntags: a\ntags: b\ndate: 2026-01-01\nx: {{ y }}\n---\n", "role", None, id="theirs"),
        pytest.param("---\nx: !ENV [A]\ny: !!python/name:os.system z\n---\n", "role", None, id="tags"),
        pytest.param(
            "---\nimages:\n- people:\n  - {name: Bo, minor: yes}\n---\n",
            "images",
            (Image(people=(Person("Bo", True),)),),
            id="yes-is-true",
        ),
    ],
)
def test_what_front_matter_may_say(front: str, field: str, value: object) -> None:
    assert getattr(one("a.md", f"{front}Hej"), field) == value


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("---\nrole: boss\n---\nHej", ["a.md:2:1 choice-wrong"], id="unknown-role"),
        pytest.param("---\nlang: no\n---\nHej", ["a.md:2:1 text-is-flag"], id="norway"),
        pytest.param("---\nrol: x\n---\nHej", ["warning a.md:2:1 front-near", "a.md"], id="nearly-ours"),
        pytest.param("---\ntext: x\n---\nHej", ["warning a.md:2:1 front-text", "a.md"], id="text-above-text"),
        pytest.param(
            "---\npostlint:\n  rol: x\n---\nHej", ["a.md:3:3 key-unknown"], id="unknown-under-our-key"
        ),
        pytest.param("---\nrole: vendor\nrole: vendor\n---\nHej", ["a.md:3:1 key-twice"], id="twice"),
        pytest.param("---\na: b: c\n---\nHej", ["a.md:2:5 yaml-colon"], id="broken-yaml"),
        pytest.param("---\na:\n\tb: c\n---\nHej", ["a.md:3:1 yaml-tab"], id="tab"),
        pytest.param("+++\na = \n+++\nHej", ["a.md:2:5 toml-value"], id="broken-toml"),
        pytest.param('+++\nrole = "boss"\n+++\nHej', ["a.md:2:1 choice-wrong"], id="unknown-role-in-toml"),
        pytest.param("---\nHej", ["warning a.md:1 front-unclosed", "a.md"], id="never-closed"),
        pytest.param("---\nHej\n---\nmed", ["warning a.md:1 front-not-keys", "a.md"], id="prose"),
        pytest.param("---\nscheduled: i morgen\n---\nHej", ["a.md:2:1 moment-form"], id="no-date"),
        pytest.param("---\nscheduled: 2026-12-01\n---\nHej", ["a.md:2:1 moment-without-time"], id="no-time"),
        pytest.param("--- \n\nHej -- du\n", ["warning a.md:1 front-unclosed", "a.md"], id="a-rule"),
        pytest.param("----\nHej\n----\n", ["a.md"], id="four-dashes"),
    ],
)
def test_what_is_told_about_front_matter(content: str, expected: list[str]) -> None:
    assert said("a.md", content) == expected


def test_an_unclosed_front_is_text() -> None:
    _, post = read(write("a.md", "---\nHej"))
    assert isinstance(post, Post)
    assert (post.text, post.origin.offset) == ("---\nHej", 0)


# Records


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.json", '{"text": "a"}', ["a.json"], id="json-one"),
        pytest.param("a.json", '[{"text": "a"}, {"text": "b"}]', ["a.json:1", "a.json:2"], id="json-list"),
        pytest.param("a.json", '{"text": "a", "id": "x"}', ["x"], id="json-id"),
        pytest.param("a.jsonl", '{"text":"a"}\n\n{"text":"b"}', ["a.jsonl:1", "a.jsonl:3"], id="jsonl"),
        pytest.param(
            "a.jsonl", '{"text":"a"}\r\n{"text":"b"}\r\n', ["a.jsonl:1", "a.jsonl:2"], id="jsonl-crlf"
        ),
        pytest.param("a.jsonl", '{"text":"a\u2028b"}', ["a.jsonl:1"], id="jsonl-line-separator"),
        pytest.param("a.yaml", "text: a", ["a.yaml"], id="yaml-one"),
        pytest.param("a.yml", "- text: a\n- text: b\n", ["a.yml:1", "a.yml:2"], id="yaml-list"),
        pytest.param("a.yaml", "text: a\n---\ntext: b\n", ["a.yaml:1", "a.yaml:2"], id="yaml-documents"),
        pytest.param("A.JSON", '{"text": "a"}', ["A.JSON"], id="capitals"),
        pytest.param("a.json", '{"text": "a",}', ["a.json:1:14 json-name"], id="trailing-comma"),
        pytest.param("a.json", '{"text": "a"', ["a.json:1:13 json-comma"], id="unclosed"),
        pytest.param("a.json", '{"text": "a\nb"}', ["a.json:1:12 json-control"], id="line-break"),
        pytest.param("a.json", '{"text": "a', ["a.json:1:10 json-unclosed"], id="unclosed-string"),
        pytest.param("a.json", '{"text" "a"}', ["a.json:1:9 json-colon"], id="no-colon"),
        pytest.param("a.json", '{"text":"a"} {}', ["a.json:1:14 json-more"], id="two-posts"),
        pytest.param("a.json", "[]", ["a.json:1 posts-none"], id="no-posts"),
        pytest.param(
            "a.json", '[{"text":"a"},\n]', ["a.json:1", "a.json:2:1 json-broken"], id="comma-at-the-end"
        ),
        pytest.param(
            "a.json", '[{"text":"a"}\n{"text":"b"}]', ["a.json:1", "a.json:2:1 json-comma"], id="no-comma"
        ),
        pytest.param("a.json", '"text"', ["a.json:1:1 post-not-keys"], id="json-text"),
        pytest.param(
            "a.json", '[1, {"text":"b"}]', ["a.json:1:2 post-not-keys", "a.json:2"], id="number-in-list"
        ),
        pytest.param("a.json", '{"text":"a",\n "rol": 1}', ["a.json:2:2 key-unknown"], id="unknown-key"),
        pytest.param("a.json", '{"text":"a",\n"text":"b"}', ["a.json:2:1 key-twice"], id="json-twice"),
        pytest.param(
            "a.json",
            '[\n{"text":"a",\n"images": [{}, {"fil": 1}]}\n]',
            ["a.json:3:17 key-unknown"],
            id="deep-key",
        ),
        pytest.param("a.json", '{"text":' + "9" * 5000 + "}", ["a.json:1:1 json-broken"], id="long-number"),
        pytest.param(
            "a.jsonl",
            '{bad\n{"text":"b"}\n[1]',
            ["a.jsonl:1:2 json-name", "a.jsonl:2", "a.jsonl:3:1 post-not-keys"],
            id="jsonl-broken-line",
        ),
        pytest.param(
            "a.jsonl", '{"text":"a"} {"text":"b"}', ["a.jsonl:1:14 json-line-more"], id="two-on-a-line"
        ),
        pytest.param(
            "a.jsonl",
            b'{"text":"\x81"}\n{"text":"b"}',
            ["a.jsonl:1 file-not-text", "a.jsonl:2"],
            id="jsonl-bad-bytes",
        ),
        pytest.param(
            "a.jsonl",
            '{"text":"æ"}\n{"text":"ø"}\n'.encode("cp1252"),
            ["warning a.jsonl encoding-guessed", "a.jsonl:1", "a.jsonl:2"],
            id="jsonl-windows",
        ),
        pytest.param(
            "a.jsonl",
            '{"text":"æ"}\n{"text":"ø"}'.encode("utf-16"),
            ["a.jsonl:1", "a.jsonl:2"],
            id="jsonl-utf-16",
        ),
        pytest.param("a.yaml", "text: a\nrol: b\n", ["a.yaml:2:1 key-unknown"], id="yaml-unknown"),
        pytest.param("a.yaml", "text: a\ntext: b\n", ["a.yaml:2:1 key-twice"], id="yaml-twice"),
        pytest.param(
            "a.yaml",
            "- text: a\n  text: b\n- text: c\n",
            ["a.yaml:2:3 key-twice", "a.yaml:2"],
            id="one-bad-post",
        ),
        pytest.param(
            "a.yaml", "text: a\n---\ntext: [\n", ["a.yaml:1", "a.yaml:4:1 yaml-broken"], id="second-broken"
        ),
        pytest.param("a.yaml", "text: a\nlang: no\n", ["a.yaml:2:1 text-is-flag"], id="yaml-norway"),
        pytest.param("a.yaml", "text: 2024\n", ["a.yaml:1:1 type-wrong"], id="yaml-number"),
        pytest.param("a.yaml", "a text\n", ["a.yaml:1 post-not-keys"], id="yaml-prose"),
        pytest.param("a.yaml", "text: *x\n", ["a.yaml:1:7 yaml-alias"], id="unknown-alias"),
        pytest.param("a.yaml", "text: &x [*x]\n", ["a.yaml:1:11 yaml-alias"], id="alias-to-itself"),
        pytest.param("a.yaml", "text: a\x07b\n", ["a.yaml:1 yaml-letter"], id="control-character"),
        pytest.param("a.yaml", "# nothing\n", ["a.yaml posts-none"], id="yaml-comment"),
        pytest.param("a.yaml", "text: a\n\trole: b\n", ["a.yaml:2:1 yaml-tab"], id="yaml-tab"),
    ],
)
def test_records(name: str, content: str | bytes, expected: list[str]) -> None:
    assert said(name, content) == expected


def test_records_say_where_they_begin() -> None:
    posts = list(read(write("a.json", '\n[\n {"text": "a"},\n\n {"text": "b"}]')))
    assert [(p.origin.line, p.origin.verbatim) for p in posts if isinstance(p, Post)] == [
        (3, False),
        (5, False),
    ]
    posts = list(read(write("a.yaml", "# x\n- text: a\n\n- role: vendor\n  text: b\n")))
    assert [p.origin.line for p in posts if isinstance(p, Post)] == [2, 4]


def test_yaml_dates_become_iso_text() -> None:
    post = one("a.yaml", "text: a\nscheduled: 2026-12-01 08:00:00\napprovals: [{by: Bo, date: 2026-11-30}]\n")
    assert post.scheduled == "2026-12-01T08:00:00"
    assert post.approvals[0].date == "2026-11-30"


def test_yaml_aliases_and_merges_may_be_used_sensibly() -> None:
    source = (
        "- &base {text: a, author: &ida {name: Ida}}\n- {<<: *base, text: b}\n- {text: c, author: *ida}\n"
    )
    posts = [post for post in read(write("a.yaml", source)) if isinstance(post, Post)]
    assert [(post.text, post.author.name) for post in posts] == [("a", "Ida"), ("b", "Ida"), ("c", "Ida")]


def test_a_half_letter_is_replaced() -> None:
    assert one("a.json", r'{"text": "a\ud83d"}').text == "a�"


def test_a_record_in_memory() -> None:
    assert read_record({"text": "Hej", "role": "vendor"}, "x") == Post("x", "Hej", role="vendor")
    with pytest.raises(PostlintError, match="Did you mean 'role'"):
        read_record({"text": "Hej", "rol": "vendor"})


# Standard input


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("Hej æ", ["-"], id="text"),
        pytest.param("[Video] hej", ["-"], id="bracket"),
        pytest.param("{{navn}} er ansat", ["-"], id="brace"),
        pytest.param('{"text": "a"}', ["-"], id="json"),
        pytest.param('[\n{"text": "a"}]', ["-:1"], id="json-list"),
        pytest.param('{"text":"a"}\n{"text":"b"}\n', ["-:1", "-:2"], id="jsonl"),
        pytest.param('{"text": ', ["-:1:10 json-broken"], id="broken-json"),
        pytest.param('{"txt": "a"}', ["-:1:2 key-unknown", "-:1:1 key-missing"], id="unknown-key"),
        pytest.param("---\nrole: boss\n---\na", ["-:2:1 choice-wrong"], id="front-matter"),
        pytest.param("", ["- file-empty"], id="nothing"),
    ],
)
def test_standard_input(data: str, expected: list[str]) -> None:
    assert lines(list(read("-", stdin=data.encode()))) == expected


# Files that cannot be used


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.txt", b"", "file-empty", id="empty"),
        pytest.param("a.txt", b" \n", "file-empty", id="blank"),
        pytest.param("a.txt", b"\xef\xbb\xbf", "file-empty", id="mark-alone"),
        pytest.param("a.jsonl", b"\n\n", "file-empty", id="blank-lines"),
        pytest.param("a.txt", b"a\0b", "file-binary", id="nul"),
        pytest.param("a.md", b"\x89PNG\r\n\x1a\n\0\0", "file-binary", id="png"),
        pytest.param("a.txt", b"PK\x03\x04\x14", "file-binary", id="zip"),
        pytest.param("a.txt", b"\xff\xd8\xff\xe0", "file-binary", id="jpeg"),
        pytest.param("a.txt", b"a\x01\xe6", "file-binary", id="control-and-no-utf-8"),
        pytest.param("a.txt", b"abc\x81", "file-not-text", id="no-encoding"),
        pytest.param("a.txt", b"\xff\xfeabc", "file-not-text", id="half-utf-16"),
        pytest.param("a.txt", b"a" * (21 * 2**20), "file-too-big", id="too-big"),
        pytest.param(
            "a.json", b'{"text":"' + b"a" * (21 * 2**20) + b'"}', "text-too-long", id="text-too-long"
        ),
        pytest.param("a.png", b"abc", "ending-unknown", id="unknown-ending"),
        pytest.param("a", b"abc", "ending-none", id="no-ending"),
    ],
)
def test_unusable_files_give_one_problem(name: str, data: bytes, code: str) -> None:
    (problem,) = read(write(name, data))
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert problem.tell("da").startswith(name)


def test_missing_files_and_folders() -> None:
    os.mkdir("folder.txt")
    assert lines(list(read("no.txt"))) == ["no.txt file-missing"]
    assert lines(list(read("folder.txt"))) == ["folder.txt file-is-folder"]
    assert lines(list(read("a\0b.txt")))[0].endswith("file-failed")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_files() -> None:
    os.chmod(write("a.txt", "a"), 0)
    assert lines(list(read("a.txt"))) == ["a.txt file-forbidden"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.json", "[" * 500, id="json-500"),
        pytest.param("a.json", "[" * 500 + "]" * 500, id="json-500-closed"),
        pytest.param("a.json", "[" * 200_000, id="json-200000"),
        pytest.param("a.json", '{"text":' * 100_000, id="json-objects"),
        pytest.param("a.jsonl", "[" * 100_000, id="jsonl"),
        pytest.param("a.yaml", "[" * 500, id="yaml-500"),
        pytest.param("a.yaml", "a: " + "{a: " * 100_000, id="yaml-tables"),
        pytest.param("a.yaml", "- " * 100_000, id="yaml-lists"),
        pytest.param("a.md", "---\na: " + "[" * 100_000 + "\n---\n", id="front-matter"),
        pytest.param("a.md", "+++\na = " + "[" * 100_000 + "\n+++\n", id="toml"),
        pytest.param("a.yaml", "[" + "a," * 1_500_000, id="yaml-wide"),
        pytest.param(
            "a.yaml",
            "a0: &a0 [x,x]\n"
            + "".join(f"a{i + 1}: &a{i + 1} [{','.join([f'*a{i}'] * 10)}]\n" for i in range(30)),
            id="yaml-bomb",
        ),
    ],
)
def test_what_would_explode_is_refused_soon(name: str, content: str) -> None:
    start = time.process_time()
    (problem,) = read(write(name, content))
    assert isinstance(problem, Problem)
    assert time.process_time() - start < 20  # without libyaml; a second or two with it


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.yaml"])
def test_ten_megabytes_are_read(name: str) -> None:
    text = "æøå hej\n" * 1_000_000
    record = json.dumps({"text": text})
    assert one(name, text if name == "a.txt" else record).text == text


# Folders


def test_expand_takes_what_can_be_read() -> None:
    for name in (
        "b/z.md",
        "b/a.txt",
        "b/.git/a.txt",
        "b/node_modules/a.md",
        "b/c/d.JSON",
        "b/x.png",
        "b/.a.md",
        "b/program/.no-postlint",
        "b/program/deeper/a.md",
    ):
        write(name, "a")
    assert expand(["b"]) == [
        os.path.join("b", name) for name in ("a.txt", "z.md", os.path.join("c", "d.JSON"))
    ]
    assert expand(["b/z.md", "b", "-"])[0] == "b/z.md"
    assert len(expand(["b", "b"])) == 3


def test_expand_tells_what_it_cannot_take() -> None:
    write("b/x.png", "a")
    os.mkdir("empty")
    found = expand(["b/x.png", "empty", "no.txt", "b"])
    assert [item.code for item in found if isinstance(item, Problem)] == [
        "ending-unknown",
        "folder-without-posts",
        "file-missing",
        "folder-without-posts",
    ]
    assert isinstance(found[0], Problem)
    assert all(ending in found[0].tell("en") for ending in READERS)


def test_one_bad_file_does_not_stop_the_others() -> None:
    write("b/a.txt", b"\0")
    write("b/b.txt", "Hej")
    items = [item for path in expand(["b"]) if isinstance(path, str) for item in read(path)]
    assert [type(item) for item in items] == [Problem, Post]


# Whatever comes

ENDINGS = sorted({*READERS})
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def assert_sound(ending: str, data: bytes) -> None:
    for path in (write(f"any{ending}", data), "-"):
        items = list(read(path, stdin=data))
        assert items
        for item in items:
            if isinstance(item, Post):
                item.text.encode()
            else:
                told = (item.problem if isinstance(item, Warned | Noted) else item).tell("da")
                assert "\n" not in told
                told.encode()


@QUIET
@given(st.sampled_from(ENDINGS), st.binary())
def test_any_bytes(ending: str, data: bytes) -> None:
    assert_sound(ending, data)


@QUIET
@given(
    st.sampled_from(ENDINGS), st.sampled_from(["", "---\n", "+++\n", "{", "[", "- "]), st.text(), st.text()
)
def test_any_letters(ending: str, head: str, text: str, body: str) -> None:
    data = f"{head}{text}\n{head}{body}".encode("utf-8", "replace")
    assert_sound(ending, data)


@QUIET
@given(st.sampled_from(ENDINGS), st.text(alphabet="---+{}[]:,\"'&*!|>#=\n\t a0.<éæ\\", max_size=60))
def test_any_marks(ending: str, text: str) -> None:
    assert_sound(ending, text.encode())
    assert_sound(ending, f"---\n{text}\n---\n".encode())
    assert_sound(ending, f"+++\n{text}\n+++\n".encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(list(POST.kinds)), inner),
)


@QUIET
@given(st.sampled_from([".json", ".jsonl", ".yaml"]), JSON)
def test_any_json(ending: str, value: object) -> None:
    assert_sound(ending, json.dumps(value).encode())


@QUIET
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")))
def test_text_comes_back_as_it_was(text: str) -> None:
    for ending in (".jsonl", ".json"):
        write(f"a{ending}", json.dumps({"text": text}))
        (post,) = read(f"a{ending}")
        assert isinstance(post, Post)
        assert post.text == text
