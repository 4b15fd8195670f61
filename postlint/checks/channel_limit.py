"""``channel-limit``: more than the platform takes, counted as the platform counts.

The limits are options of the rule, one list for each channel: its name, the limits as "number unit" (the units of
``postlint.counting``), and their sources. ``CHANNEL_title`` holds those of a title. A limit that ends in "?" holds
for some accounts only. ``aliases`` names channels in other words. An unknown channel has no limit.
"""

from __future__ import annotations

from postlint.counting import LINK, UNITS, measure
from postlint.draft import Match
from postlint.record import TYPE_CHECKING
from postlint.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.document import Document
    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule

# What one code point counts at the most, besides links, in units where that is not one.
_HEAVIEST = {"bytes": 4, "threads": 4, "utf-16": 2, "weighted": 2}


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for every text and unit in which the post is too long for its channel."""
    if draft.post.audience == "direct":
        return
    named = dict.fromkeys(_channel(name, rule) for name in (draft.post.channel or "", *draft.post.also_on))
    for channel in named:
        if channel:
            yield from _too_long(draft, rule, channel)


def _too_long(draft: Draft, rule: Rule, channel: str) -> Iterator[Match]:
    for document in draft.documents:
        told = rule.option(channel if document.field == "text" else f"{channel}_{document.field}")
        passed: set[str] = set()
        for limit in told[1:]:
            most, unit, some = _limit(limit)
            if unit and unit not in passed and _at_most(document, unit) > most:
                match = _over(draft, document, told[0], most, unit)
                if match is not None:
                    passed.add(unit)
                    yield match._replace(reason="some" if some else match.reason)


def _channel(channel: str, rule: Rule) -> str:
    """Return the key of a channel's limits."""
    key = channel.strip().lower()
    for alias in rule.option("aliases"):
        other, _, name = alias.partition("=")
        if key == other:
            return name
    return key if rule.option(key)[1:] else ""


def _at_most(document: Document, unit: str) -> int:
    """Return what a text cannot count more than, told without counting: most texts are far below every limit."""
    if unit == "hashtags":
        return document.source.count("#")
    return len(document.source) * _HEAVIEST.get(unit, 1) + len(document.specials) * LINK


def _limit(limit: str) -> tuple[int, str, bool]:
    """Return number, unit and whether it holds for some accounts only; no unit where it is a source."""
    number, _, unit = limit.partition(" ")
    some = unit.endswith("?")
    unit = unit.removesuffix("?")
    return (int(number), unit, some) if number.isdecimal() and unit in UNITS else (0, "", False)


def _over(draft: Draft, document: Document, name: str, most: int, unit: str) -> Match | None:
    """Return where a text passes a limit, if it does. Blanks around the text do not count."""
    text = document.source
    begin, end = _begin(draft, text, unit), len(text.rstrip())
    places = [document.original(s.start, s.end) for s in document.specials if s.kind in ("url", "domain")]
    links = [(first - begin, last - begin) for first, last in places if first >= begin]
    count, passed = measure(text[begin:end], unit, most, links)
    if count <= most:
        return None
    lang = draft.ui_lang or draft.post.lang or document.language
    facts = {"channel": name, "count": _number(count, lang), "most": _number(most, lang)}
    facts["over"] = _number(count - most, lang)
    facts["unit"] = say(f"unit-{unit}", lang)
    # How the unit is counted is said once, with the whole number.
    facts["more"] = say(f"unit-{unit}-one" if count - most == 1 else f"unit-{unit}", lang).split(" (")[0]
    reason = "number" if unit in ("hashtags", "links") else ""
    token = _token(document, passed + begin)
    if token == len(document.words):
        return Match(document.field, facts=facts, reason=reason)
    return Match(document.field, document, document.starts[token], document.ends[-1], reason, facts)


def _begin(draft: Draft, text: str, unit: str) -> int:
    """Return where the counting begins: on X, those who are answered by name at the head of a reply are free."""
    at = len(text) - len(text.lstrip())
    while unit == "weighted" and draft.post.reply_to is not None and text.startswith("@", at):
        handle = text[at:].split(None, 1)[0]
        rest = text[at + len(handle) :]
        at += len(handle) + len(rest) - len(rest.lstrip())
    return at


def _token(document: Document, place: int) -> int:
    """Return the first token that ends after a code point of the post's own text."""
    low, high = 0, len(document.words)
    while low < high:
        middle = (low + high) // 2
        if document.original(document.starts[middle], document.ends[middle])[1] > place:
            high = middle
        else:
            low = middle + 1
    return low


def _number(number: int, lang: str) -> str:
    """Return a number with its thousands parted as the language does it."""
    parted = f"{number:,}"
    return parted.replace(",", ".") if lang == "da" else parted
