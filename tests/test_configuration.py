from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint.configuration import examine, find, load, look
from postlint.keys import Key, undotted
from postlint.problem import PostlintError
from postlint.settings import Competitor, Customer, Disclaimer, Organisation, Quotations, Settings
from postlint.toml_source import TomlPlaces, locate, parse, parse_text


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(content: str | bytes, name: str = "postlint.toml") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


FULL = """\
policies = ["social-media", "own/policy.toml"]
packs = ["own"]
role = "employee"
sector = "public"
strict = false

[organisation]
name = "Kobberdal"
aliases = ["Kobberdal A/S"]
spokespersons = ["Vera Vinge"]

[[competitors]]
name = "Svinghjul"
hashtags = ["#klit"]

[[customers]]
name = "Havblik Bageri"
aliases = ["Havblik"]
public_reference = true

[consent]
register = "own/consents.csv"

[disclaimer]
accept_profile = false
da = "Mine ord."

[quotations]
min_words = 6

[rules]
employer-disparagement = "off"
"""


def test_every_setting_is_read() -> None:
    write("", "etc/own/policy.toml")
    write("", "etc/own/consents.csv")
    path = write(FULL, "etc/postlint.toml")
    own = os.path.abspath("etc/own")
    assert load(path) == Settings(
        path=path,
        policies=("social-media", os.path.join(own, "policy.toml")),
        packs=(own,),
        role="employee",
        sector="public",
        strict=False,
        organisation=Organisation("Kobberdal", ("Kobberdal A/S",), spokespersons=("Vera Vinge",)),
        competitors=(Competitor("Svinghjul", hashtags=("#klit",)),),
        customers=(Customer("Havblik Bageri", ("Havblik",), True),),
        register=os.path.join(own, "consents.csv"),
        disclaimer=Disclaimer(False, "Mine ord."),
        quotations=Quotations(6),
        rules=(("employer-disparagement", "off"),),
    )


def test_an_empty_configuration_is_the_defaults() -> None:
    assert load(write("")) == Settings(path="postlint.toml")


def test_rules_come_with_their_lines() -> None:
    read = examine(write('[rules]\n# why\nprivate-data = "info"\n'))
    assert read.settings.rules == (("private-data", "info"),)
    assert read.places(("rules", "private-data")) == (3, 1, 'private-data = "info"')


def test_pyproject() -> None:
    source = '[project]\nname = "x"\n\n[tool.postlint]\nrole = "vendor"\n[tool.postlint.rules]\na = "off"\n'
    path = write(source, "pyproject.toml")
    read = examine(path)
    assert read.settings.role == "vendor"
    assert read.places(("rules", "a")).line == 7


@pytest.mark.parametrize(
    ("source", "place", "sentence"),
    [
        pytest.param(
            'rolle = "x"', "postlint.toml:1:1", "unknown key 'rolle'. Did you mean 'role'?", id="key"
        ),
        pytest.param(
            '\n[organisation]\nnames = "x"',
            "postlint.toml:3:1",
            "unknown key 'organisation.names'. Did you mean 'name'?",
            id="nested-key",
        ),
        pytest.param(
            '[[competitors]]\nname = "a"\n[[competitors]]\nname = 1',
            "postlint.toml:4:1",
            "'competitors[1].name' must be text, but is a whole number.",
            id="array-of-tables",
        ),
        pytest.param("[[customers]]\n", "postlint.toml:1:1", "'customers[0].name' is missing.", id="missing"),
        pytest.param(
            '[rules]\na = "of"',
            "postlint.toml:2:1",
            "'of' cannot be used as 'rules.a'. Did you mean 'off'? Allowed: off, info, warning, error.",
            id="grade",
        ),
        pytest.param(
            '[organisation]\naliases = [\n  "a",\n  3,\n]',
            "postlint.toml:4:3",
            "'organisation.aliases[1]' must be text, but is a whole number.",
            id="list-entry",
        ),
        pytest.param(
            'policies = ["ok-tech"]',
            "postlint.toml:1:13",
            "unknown policy 'ok-tech'. Did you mean 'oktech'?"
            " Allowed: social-media, os2samtale, oktech, ecxo. Write a path if it is one of your own.",
            id="policy",
        ),
        pytest.param(
            'policies = ["own.toml"]',
            "postlint.toml:1:13",
            "'policies[0]' points to 'own.toml', and there is no such file.",
            id="own-policy-missing",
        ),
        pytest.param(
            '[consent]\nregister = "c.csv"',
            "postlint.toml:2:1",
            "'consent.register' points to 'c.csv', and there is no such file.",
            id="register-missing",
        ),
        pytest.param(
            'packs = ["p"]',
            "postlint.toml:1:10",
            "'packs[0]' points to 'p', and there is no such file.",
            id="pack",
        ),
        pytest.param(
            "policies = []",
            "postlint.toml:1:1",
            "'policies' has too few entries. There must be at least 1.",
            id="none",
        ),
        pytest.param(
            'strict = "no"', "postlint.toml:1:1", "'strict' must be true or false, but is text.", id="flag"
        ),
        pytest.param(
            "[quotations]\nmin_words = 0",
            "postlint.toml:2:1",
            "'quotations.min_words' must be at least 1.",
            id="low",
        ),
        pytest.param(
            "a =", "postlint.toml:1:4", "a value must stand here. Text needs quotes around it.", id="value"
        ),
        pytest.param(
            "role = private",
            "postlint.toml:1:8",
            "a value must stand here. Text needs quotes around it.",
            id="unquoted",
        ),
        pytest.param(
            "strict = true\nstrict = true", "postlint.toml:2:14", "the key here was set before.", id="twice"
        ),
        pytest.param(
            "role", "postlint.toml:1:5", "an equals sign between key and value is missing here.", id="equals"
        ),
    ],
)
def test_problems_name_line_column_and_key(source: str, place: str, sentence: str) -> None:
    with pytest.raises(PostlintError) as error:
        load(write(source))
    problem = error.value.problem
    assert problem.tell("en").partition("\n")[0] == f"{place}: {sentence}"
    assert problem.source == source.split("\n")[problem.line - 1]


def test_all_problems_are_known_at_once() -> None:
    read = look(write('rolle = "x"\nsector = "y"\n'))
    assert [problem.code for problem in read.problems] == ["key-unknown", "choice-wrong"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("postlint.toml", b"\0", "file-binary", id="binary"),
        pytest.param("postlint.toml", b"a" * (2 * 2**20), "file-too-big", id="too-big"),
        pytest.param("postlint.toml", b"a = " + b"[" * 100_000, "nesting-deep", id="deep"),
        pytest.param("pyproject.toml", b"[tool.ruff]\n", "configuration-none", id="not-ours"),
        pytest.param("pyproject.toml", b"tool = 1\n", "configuration-none", id="no-tools"),
        pytest.param("pyproject.toml", b"[tool]\npostlint = 1\n", "post-not-keys", id="no-table"),
    ],
)
def test_unusable_files(name: str, content: bytes, code: str) -> None:
    assert [problem.code for problem in look(write(content, name)).problems] == [code]


def test_a_missing_file() -> None:
    with pytest.raises(PostlintError, match=r"^no\.toml: there is no such file\.$"):
        load("no.toml")


def test_windows_encoding_is_read() -> None:
    assert load(write('[organisation]\nname = "Ærø"'.encode("cp1252"))).organisation.name == "Ærø"


def test_find_takes_the_nearest_upwards() -> None:
    top = os.path.abspath(write("", "a/postlint.toml"))
    write("[tool.ruff]\n", "a/b/pyproject.toml")
    ours = os.path.abspath(write("[tool.postlint]\n", "a/b/c/pyproject.toml"))
    Path("a/b/c/d").mkdir()
    assert find("a/b/x.txt") == find("a/b") == find("a") == top
    assert find("a/b/c/d/no-such-file.txt") == find("a/b/c/d") == ours
    assert find("a/b/c") != find("a")
    write("", "a/b/c/postlint.toml")
    assert find("a/b/c").endswith("postlint.toml")


def test_find_does_not_stumble_over_the_projects_of_others() -> None:
    top = os.path.abspath(write(""))
    write("[broken", "a/pyproject.toml")
    write('[tool.x]\ny = "postlint"', "b/pyproject.toml")
    write(b"\0", "c/pyproject.toml")
    assert find("a") == find("b") == find("c") == top
    ours = os.path.abspath(write("[tool.postlint]\nrole = \n", "d/pyproject.toml"))
    assert find("d") == ours


# Places in TOML

SOURCE = '''\
# words = [1]
title = "a # b" # c
"quoted key" = \'x\'
dotted.key.path = """
not = "a key"
"""
list = [
  "a", # one
  { name = "b", deep.er = [1, 2] },
  [3,
   4],
]

[table.sub]
x = {y = 1, z = ["]", "}"]}

[[rule]]
id = "one"

[[rule]]
id = "two"
[rule.da]
phrases = ["ord", "flere ord"]
[[rule.example]]
bad = "nej"
'''


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("title", (2, 1)),
        ("quoted key", (3, 1)),
        ("dotted", (4, 1)),
        ("dotted.key.path", (4, 12)),
        ("list", (7, 1)),
        ("list[0]", (8, 3)),
        ("list[1]", (9, 3)),
        ("list[1].name", (9, 5)),
        ("list[1].deep.er[1]", (9, 31)),
        ("list[2][1]", (11, 4)),
        ("table", (14, 2)),
        ("table.sub", (14, 1)),
        ("table.sub.x.y", (15, 6)),
        ("table.sub.x.z[1]", (15, 23)),
        ("rule", (17, 1)),
        ("rule[0].id", (18, 1)),
        ("rule[1]", (20, 1)),
        ("rule[1].id", (21, 1)),
        ("rule[1].da.phrases[1]", (23, 19)),
        ("rule[1].example[0].bad", (25, 1)),
        ("rule[1].da.no-such-key", (22, 1)),
        ("nothing", (0, 0)),
    ],
    ids=str,
)
def test_keys_are_found(key: str, place: tuple[int, int]) -> None:
    parse_text(SOURCE, "")
    found = TomlPlaces(SOURCE)(undotted(key))
    assert found[:2] == place
    assert found.source == (SOURCE.split("\n")[place[0] - 1] if place[0] else "")


def test_phrases_are_found_in_the_value_of_their_key() -> None:
    assert locate(SOURCE, "rule[1].da.phrases", "flere ord")[:2] == (23, 20)
    assert locate(SOURCE, "rule[0].id", "flere ord")[:2] == (18, 1)
    assert locate(SOURCE, "rule[0].id")[:2] == (18, 1)


def test_windows_newlines_do_not_shift_places() -> None:
    source = SOURCE.replace("\n", "\r\n")
    assert TomlPlaces(source)(("rule", 1, "id")) == (21, 1, 'id = "two"')
    assert parse(write(source, "a.toml"))[1] == parse_text(SOURCE, "")


def paths(value: object, key: Key = ()) -> list[Key]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for name, item in inner for path in [(*key, name), *paths(item, (*key, name))]]


NAMES = st.sampled_from(["a", "b", '"c d"', "'e'", "a.b", "f-1", '"\\u0041"'])
VALUES = st.recursive(
    st.sampled_from(
        ["1", "true", '"x"', '"]}#,"', "''", '"""a\n"b = 1"""', "2026-12-01 08:00:00", '"\\"#"', "'''x'y'''"]
    ),
    lambda inner: st.one_of(
        st.lists(inner).map(lambda items: "[" + ", # c\n".join([*items, ""]) + "]"),
        st.lists(st.tuples(NAMES, inner)).map(
            lambda pairs: "{" + ", ".join(f"{k} = {v}" for k, v in pairs) + "}"
        ),
    ),
)
LINES = st.one_of(
    st.tuples(NAMES, VALUES).map(" = ".join),
    NAMES.map("[{}] # x".format),
    NAMES.map("[[ {} ]]".format),
    st.just("# [a]"),
    st.just(""),
)


@given(st.lists(LINES).map("\n".join))
def test_every_key_of_any_valid_toml_is_found(source: str) -> None:
    try:
        tables = parse_text(source, "")
    except PostlintError:
        return
    places = TomlPlaces(source)
    places(())
    assert not [path for path in paths(tables) if path not in places.offsets]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.text(alphabet="[]{}=.,\"'#\n ab1\\æ").map(str.encode))
def test_any_bytes_give_settings_or_problems(data: bytes) -> None:
    for name in ("postlint.toml", "pyproject.toml"):
        for problem in look(write(data, name)).problems:
            assert problem.tell("da")
    find(".")
