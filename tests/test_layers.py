"""Lower modules never import higher ones, and no module is called after nothing in particular."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "postlint"
# From low to high. A module may import from its own layer and from those below.
LAYERS = (
    ("record", "patterns"),
    ("version", "fold", "wording", "post", "finding", "settings", "fixing", "moment", "working_days"),
    ("places", "counting", "keys", "problem", "decoding", "identifiers", "whereabouts", "office"),
    ("problems", "toml_source", "shape", "writing"),
    ("lexicon", "phrases", "post_shape", "settings_shape", "pack_shape", "schema", "consent", "spelling", "pictures"),
    ("document",),
    ("baseline",),
    ("draft", "rule", "policy"),
    ("rulebook", "configuration"),
    ("pack", "waiving", "grading", "store"),
    ("checks",),
    ("history",),
    ("engine", "looking_back"),
    ("prepare",),
    ("readers", "writers"),
    ("mending", "mending_json", "catalogue", "diagnosis", "examples", "starting", "recording", "editors"),
    ("coverage",),
    ("server",),
    ("native",),
    ("__init__",),
    ("cli",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FORBIDDEN = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
FILES = sorted(PACKAGE.rglob("*.py"))


def part(module: str) -> str:
    """Return the first name below the package: ``postlint.document.markup`` is ``document``."""
    return module.split(".")[1] if "." in module else "__init__"


def own(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """Return the parts of postlint that a file imports when it is imported, or for its types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {part(alias.name) for alias in node.names if alias.name.split(".")[0] == "postlint"}
        elif isinstance(node, ast.ImportFrom) and node.module == "postlint":
            found |= {alias.name if alias.name in RANK else "__init__" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("postlint."):
            found.add(part(node.module or ""))
    return found


def id_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_module_has_a_layer(path: Path) -> None:
    assert own(path) in RANK, f"say in LAYERS where {own(path)} belongs"


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_imports_only_downwards(path: Path) -> None:
    higher = {name for name in imported(path) if RANK.get(name, 0) > RANK.get(own(path), 0)}
    assert higher == set()


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_name_says_something(path: Path) -> None:
    assert path.stem not in FORBIDDEN
