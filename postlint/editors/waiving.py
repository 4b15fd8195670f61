"""A waiver written into the front matter of a post, for its author to fill in.

Reason and name are left empty: until somebody answers for it, a waiver covers nothing, and postlint says so.
"""

from __future__ import annotations

import re

from postlint.finding import Edit
from postlint.readers.plain import Front, split
from postlint.wording import say

_WAIVERS = re.compile(r"^([ \t]*)waivers:[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_OTHERWISE = re.compile(r"^[ \t]*(?:waivers[ \t]*:|postlint[ \t]*:[ \t]*[^\s#])", re.MULTILINE)
_ITEM = re.compile(r"([ \t]*)- ")


def waiver_edit(source: str, rule: str, lang: str) -> Edit | None:
    """Return the edit of a whole file that adds a waiver of ``rule``; ``None`` where that cannot be done for sure."""
    end = "\r\n" if "\r\n" in source else "\n"
    front = split(source)
    if isinstance(front, str):  # front matter that is never closed
        return None
    if front is None or not _is_keys(front):
        words = ["---", "waivers:", *_item(rule, "  ", lang), "---", ""]
        return Edit(0, 0, end.join(words))
    first = source.index("\n") + 1
    last = first + len(front.block) - 1  # the block has a line break of its own in front
    written = _in_toml if front.mark == "+++" else _in_yaml
    return written(source, first, last, rule, lang, end)


def _is_keys(front: Front) -> bool:
    from postlint.readers.front_matter import facts

    return facts(front.mark, front.block, "").given is not None


def _in_yaml(source: str, first: int, last: int, rule: str, lang: str, end: str) -> Edit | None:
    block = source[first:last]
    found = _WAIVERS.search(block)
    if found is not None:
        item = _ITEM.match(block, found.end())
        indent = item[1] if item else found[1] + "  "
        at = first + found.end()
        return Edit(at, at, end.join([*_item(rule, indent, lang), ""]))
    if _OTHERWISE.search(block):
        return None
    return Edit(last, last, end.join(["waivers:", *_item(rule, "  ", lang), ""]))


def _in_toml(source: str, first: int, last: int, rule: str, lang: str, end: str) -> Edit | None:
    if re.search(r"^\s*waivers\s*=", source[first:last], re.MULTILINE):
        return None
    why, who = say("lsp-waive-why", lang), say("lsp-waive-who", lang)
    words = ["[[waivers]]", f'rule = "{rule}"', f'reason = ""  # {why}', f'by = ""  # {who}', ""]
    return Edit(last, last, end.join(words))


def _item(rule: str, indent: str, lang: str) -> list[str]:
    why, who = say("lsp-waive-why", lang), say("lsp-waive-who", lang)
    return [f"{indent}- rule: {rule}", f'{indent}  reason: ""  # {why}', f'{indent}  by: ""  # {who}']
