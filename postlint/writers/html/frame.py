"""What every page of postlint shares: its head, its safety, and text that may stand in HTML.

A page is one file: no scripts, nothing loaded from anywhere, and a policy of its own that says so to the browser.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

from postlint.record import TYPE_CHECKING
from postlint.wording import say
from postlint.writers.escaping import sentence, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
INLINE = "'unsafe-inline'"  # for a page with style attributes


def text(words: str) -> str:
    """Return running text that may stand in HTML, also in an attribute; control characters are made visible."""
    return escape(sentence(words))


def lines(words: str) -> str:
    """Return text that may stand in HTML and keeps its line ends and tabs; other control characters are visible."""
    kept = words.replace("\r\n", "\n").replace("\t", "    ")
    return "\n".join(escape(visible(line)) for line in kept.split("\n"))


def day_told(day: date, lang: str) -> str:
    """Return a date as a person writes it."""
    return say("history-date", lang, day=day.day, month=say(f"month-{day.month}", lang), year=day.year)


def moment_told(moment: str, lang: str) -> str:
    """Return an ISO 8601 moment as a person writes it, by its own clock; as it was given where it is none."""
    from datetime import datetime

    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    date = day_told(found, lang)
    if len(moment) <= len("2026-12-01"):
        return say("report-day", lang, date=date)
    return say("report-moment", lang, date=date, time=found.strftime("%H.%M" if lang == "da" else "%H:%M"))


def opening(title: str, lang: str, style: str, allowed: str = "") -> Iterator[str]:
    """Yield a page down to its body. ``allowed`` is what the page's policy says of styles, else only this one."""
    policy = escape(_CLOSED + (allowed or _hashed(style)), quote=False)
    yield f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">'
    yield f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n<body>"


def _hashed(style: str) -> str:
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
