"""Packs: folders (or single files) of TOML that hold rules, families of words, and policies.

Reading a pack never runs anything of it. What is wrong is told with ``path:line:column``, the line, and what
is allowed. See ``docs/packs.md`` for the format.
"""

from __future__ import annotations

import os

from postlint.lexicon import Index
from postlint.phrases import NotationError, table, unroll
from postlint.policy import Policy, PolicyClause
from postlint.post import ROLES
from postlint.problem import PostlintError, Problem, nearest
from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.rule import Rule, Wording
from postlint.rulebook import Rulebook, rules_folder
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from postlint.keys import Key

LANGUAGES = ("da", "en", "any")


class PackFile(NamedTuple):
    """One file as read: its path, its source text, what it says, and whether it came with postlint."""

    path: str
    source: str
    data: Mapping[str, Any]
    shipped: bool


def shipped_files(policies: Sequence[str]) -> list[str]:
    """Return the shipped pack files, with those of the policies asked for, in a fixed order."""
    folder = rules_folder()
    paths: list[str] = []
    for part in ("core", "da", "en"):
        paths += toml_files(os.path.join(folder, part))
    return paths + [os.path.join(folder, "policies", f"{name}.toml") for name in policies if "/" not in name]


def toml_files(path: str) -> list[str]:
    """Return the TOML files of a pack: the file itself, or those of the folder and its folders, sorted."""
    if os.path.isfile(path):
        return [path]
    found: list[str] = []
    for folder, _, names in os.walk(path):
        found += [os.path.join(folder, name) for name in names if name.endswith(".toml") and name != "postlint.toml"]
    return sorted(found)


def load(paths: Sequence[tuple[str, bool]], checks: Sequence[str]) -> Rulebook:
    """Return the rulebook of pack files, given as ``(path, shipped)``; raises ``PostlintError``."""
    return compile_packs([read(path, shipped) for path, shipped in paths], checks)[0]


def read(path: str, shipped: bool) -> PackFile:
    """Return one pack file, parsed and checked against the shape of a pack; raises ``PostlintError``."""
    from postlint.pack_shape import PACK
    from postlint.toml_source import parse

    source, data = parse(path)
    PACK.require(data, path, source)
    return PackFile(path, source, data, shipped)


def compile_packs(files: Sequence[PackFile], checks: Sequence[str]) -> tuple[Rulebook, Mapping[str, object]]:
    """Return the rulebook of parsed files and the table behind its index; raises ``PostlintError``."""
    filed = table(_families(files))
    rules = _rules(files, checks)
    return Rulebook(rules, policies_of(files, rules), Index(filed)), filed


def policies_of(files: Sequence[PackFile], rules: Mapping[str, Rule]) -> dict[str, Policy]:
    """Return the policies of parsed files by id. Raises ``PostlintError`` where an organisation's own policy names a
    rule that is not among ``rules``."""
    return {policy.id: policy for file in files for policy in _policy(file, rules)}


def _families(files: Sequence[PackFile]) -> dict[tuple[str, str], list[str]]:
    families: dict[tuple[str, str], list[str]] = {}
    for file in files:
        for number, family in enumerate(file.data.get("family", ())):
            lang = family.get("language", file.data.get("language", "any"))
            words = families.setdefault((family["name"], lang), [])
            words += _checked(file, ("family", number, "words"), family["words"], lang)
        for number, rule in enumerate(file.data.get("rule", ())):
            for lang in ("da", "en"):
                phrases = rule.get(lang, {}).get("phrases", ())
                if phrases:
                    key = ("rule", number, lang, "phrases")
                    families.setdefault((rule["id"], lang), []).extend(_checked(file, key, phrases, lang))
    return families


def _checked(file: PackFile, key: Key, phrases: Sequence[str], lang: str) -> Sequence[str]:
    """Return the phrases, all of which follow the notation."""
    for number, phrase in enumerate(phrases):
        try:
            unroll(phrase, lang)
        except NotationError as error:
            raise _problem(file, (*key, number), error.reason, phrase=phrase) from None
    return phrases


def _problem(file: PackFile, place: Key, code: str, /, **facts: str) -> PostlintError:
    from postlint.toml_source import TomlPlaces

    return PostlintError(Problem(code, facts, file.path, *TomlPlaces(file.source)(place)))


def _hint(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the nearest known word as a hint in both languages."""
    found = nearest(word, known)
    return {f"hint_{lang}": say("did-you-mean", lang, word=found) if found else "" for lang in ("da", "en")}


def _rules(files: Sequence[PackFile], checks: Sequence[str]) -> dict[str, Rule]:
    merged: dict[str, dict[str, Any]] = {}
    for file in files:
        for number, part in enumerate(file.data.get("rule", ())):
            known = merged.setdefault(part["id"], {"shipped": file.shipped})
            _merge(known, part, file, number)
            for lang in ("da", "en"):
                _checked_patterns(file, ("rule", number, lang, "patterns"), part.get(lang, {}).get("patterns", ()))
    found: dict[str, Rule] = {}
    for file in files:
        for number, part in enumerate(file.data.get("rule", ())):
            if part["id"] not in found:
                found[part["id"]] = _rule(part["id"], merged[part["id"]], file, number, checks)
    return dict(sorted(found.items()))


def _merge(known: dict[str, Any], part: Mapping[str, Any], file: PackFile, number: int) -> None:
    for key, value in part.items():
        if key in known and (key in ("da", "en") or (key == "options" and not file.shipped)):
            known[key] = {**known[key], **value}
        elif key in known and key not in ("id", "da", "en") and file.shipped:
            raise _problem(file, ("rule", number, key), "rule-said-twice", key=key, rule=part["id"])
        else:
            known[key] = value


def _rule(name: str, data: Mapping[str, Any], file: PackFile, number: int, checks: Sequence[str]) -> Rule:
    check = data.get("check", "phrase")
    if check not in checks:
        facts = {"check": check, **_hint(check, checks), "allowed": ", ".join(checks)}
        raise _problem(file, ("rule", number, "check"), "check-unknown", **facts)
    wording = {lang: _wording(data[lang]) for lang in ("da", "en") if lang in data}
    if not wording:
        raise _problem(file, ("rule", number, "id"), "rule-wordless", rule=name)
    severity = data.get("severity", "warning")
    options = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.get("options", {}).items()
    }
    return Rule(
        name, check, severity, data.get("advisory", severity), tuple(data.get("roles", ROLES)),
        data.get("by_role", {}), tuple(data.get("raised", ())), data.get("by_reason", {}), options,
        data.get("secret", False), data.get("waivable", True),
        tuple(data.get("unwaivable", ())), data.get("on", True), data["shipped"], wording,
    )  # fmt: skip


def _checked_patterns(file: PackFile, key: Key, patterns: Sequence[str]) -> None:
    """Raise PostlintError for an expression that does not compile."""
    for number, pattern in enumerate(patterns):
        import regex

        try:
            regex.compile(pattern, regex.VERSION1)
        except regex.error as error:
            raise _problem(file, (*key, number), "pattern-broken", pattern=pattern, what=str(error)) from None


def _wording(data: Mapping[str, Any]) -> Wording:
    reasons = {
        name: (part.get("message", ""), part.get("advice", "")) for name, part in data.get("reasons", {}).items()
    }
    return Wording(
        data.get("title", ""), data.get("message", ""), data.get("advice", ""), reasons, tuple(data.get("patterns", ()))
    )


def _policy(file: PackFile, rules: Mapping[str, Rule]) -> list[Policy]:
    if "policy" not in file.data:
        return []
    clauses: list[PolicyClause] = []
    for number, clause in enumerate(file.data.get("clause", ())):
        for rule in clause.get("rules", ()):
            if rule not in rules and not file.shipped:
                raise _problem(file, ("clause", number, "rules"), "rule-unknown", rule=rule, **_hint(rule, rules))
        title = {lang: clause[lang] for lang in ("da", "en") if lang in clause}
        why, person = clause.get("why", {}), clause.get("person", False)
        clauses.append(PolicyClause(clause["id"], title, tuple(clause.get("rules", ())), why, person))
    head = file.data["policy"]
    return [Policy(head["id"], {lang: head[lang] for lang in ("da", "en") if lang in head}, tuple(clauses))]


def unknown_rule(rule: str, known: Iterable[str], path: str = "") -> PostlintError:
    """Return the error that tells of a rule that there is not; ``path`` is the configuration that names it."""
    place: tuple[int, int, str] = (0, 0, "")
    if path:
        from postlint.configuration import examine

        place = examine(path).places(("rules", rule))
    return PostlintError(Problem("rule-unknown", {"rule": rule, **_hint(rule, known)}, path, *place))


def examples(file: PackFile) -> list[tuple[str, str, bool, Any]]:
    """Return the examples of a file as ``(rule, language, is bad, example)``."""
    found: list[tuple[str, str, bool, Any]] = []
    for part in file.data.get("rule", ()):
        for lang in ("da", "en"):
            for key in ("bad", "good"):
                found += [(part["id"], lang, key == "bad", example) for example in part.get(lang, {}).get(key, ())]
    return found
