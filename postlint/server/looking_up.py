"""What may be looked up: versions, policies, rules with their examples, and consents."""

from __future__ import annotations

from postlint import catalogue
from postlint.problem import nearest
from postlint.record import TYPE_CHECKING
from postlint.server.answering import API
from postlint.server.bodies import wrong_field
from postlint.server.consents import answers
from postlint.server.problem_details import Refused
from postlint.version import __version__
from postlint.wording import say

if TYPE_CHECKING:
    from typing import Any

    from postlint.examples import Example
    from postlint.server.limits import Limits
    from postlint.server.reloading import Ready, Rules

_SHOWN = 20  # examples of each sort and language
HASH_SIZES = {"sha256": 64, "dhash": 16}  # hexadecimal digits


def versions(rules: Rules, lang: str) -> dict[str, Any]:
    """Return what is running; ``stale`` says what is wrong with the files as they are now, where those before hold."""
    ready, problem = rules.ready, rules.problem
    return {
        "postlint": __version__, "api": API, "policies": [policy._asdict() for policy in ready.policies],
        "packs": [pack._asdict() for pack in ready.packs], "stale": problem.tell(lang) if problem else None,
    }  # fmt: skip


def policies(ready: Ready, lang: str) -> list[dict[str, Any]]:
    """Return the policies in use."""
    found = []
    for printed in ready.policies:
        policy = ready.linter.rulebook.policies[printed.id]
        title = policy.title.get(lang) or next(iter(policy.title.values()), "")
        found.append({**printed._asdict(), "title": title, "clauses": len(policy.clauses)})
    return found


def rules(ready: Ready, lang: str) -> list[dict[str, Any]]:
    """Return every rule there is, as ``postlint rules --format json`` has it."""
    linter = ready.linter
    return [catalogue.value(entry) for entry in catalogue.entries(linter.settings, linter.rulebook, lang)]


def rule(ready: Ready, name: str, lang: str) -> dict[str, Any]:
    """Return one rule with what it says and its examples. Raises Refused for one that there is not."""
    linter = ready.linter
    known = linter.rulebook.rules
    if name not in known:
        near = nearest(name[:100], known)
        da, en = (say("did-you-mean", one, word=near) if near else "" for one in ("da", "en"))
        raise Refused("rule", extra={"nearest": near} if near else {}, hint_da=da, hint_en=en)
    found = known[name]
    on = any(name == active.id for active in linter.rulebook.active(linter.settings))
    wording = found.wording.get(lang) or next(iter(found.wording.values()))
    told = catalogue.value(catalogue.entry(found, linter.settings, linter.rulebook, lang, on=on))
    examples = [one for one in ready.examples() if one.rule == name and one.lang == lang]
    return {
        **told, "message": wording.message, "advice": wording.advice, "bad": _told(examples, bad=True),
        "good": _told(examples, bad=False),
    }  # fmt: skip


def _told(examples: list[Example], *, bad: bool) -> list[str]:
    return [one.told() for one in examples if one.bad is bad][:_SHOWN]


def consents(ready: Ready, asked: dict[str, Any], now: str, limits: Limits, lang: str) -> dict[str, Any]:
    """Return yes, no or expired for each person who was asked about, in that order.

    ``register`` is false where the organisation keeps none: then nobody has said yes. Raises Refused.
    """
    hashes = [f"{name}:{_hash(name, asked[name], lang)}" for name in HASH_SIZES if asked.get(name)]
    if not hashes:
        raise wrong_field("key-missing", "sha256", lang)
    if len(asked["people"]) > limits.people:
        raise wrong_field("server-list-long", "people", lang, most=limits.people)
    register = ready.linter.consents()
    said = ["no"] * len(asked["people"])
    if register is not None:
        said = answers(register, asked["people"], hashes, asked.get("channel") or "", now[:10])
    people = [{"id": who, "answer": answer} for who, answer in zip(asked["people"], said, strict=True)]
    return {"register": register is not None, "people": people}


def _hash(name: str, value: str, lang: str) -> str:
    """Return a hash in small letters. Raises Refused for what is none."""
    bare = value.lower().removeprefix(f"{name}:")
    if len(bare) != HASH_SIZES[name] or not set(bare) <= set("0123456789abcdef"):
        raise wrong_field("server-hash", name, lang, digits=HASH_SIZES[name])
    return bare
