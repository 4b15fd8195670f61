"""Every sentence that the program itself says, Danish and English side by side.

The sentences of the rules stand in the packs. Each part of the program has a file of its own here, with a table
``TEXTS``; ``{name}`` is filled in by the caller. A code stands in one file only.
"""

from __future__ import annotations

from importlib import import_module

from postlint.wording.sentences import TEXTS

# The parts that a plain check does not need; read when one of their sentences is asked for.
PARTS = ("consents", "pictures", "documents", "reports", "serving")


def say(code: str, lang: str, **facts: str | int) -> str:
    """Return the sentence ``code`` in ``lang`` (``da``, else English), filled in with ``facts``.

    Raises ``KeyError`` for a code that no part has.
    """
    danish, english = TEXTS.get(code) or _elsewhere(code)
    return (danish if lang == "da" else english).format(**facts)


def _elsewhere(code: str) -> tuple[str, str]:
    for part in PARTS:
        texts: dict[str, tuple[str, str]] = import_module(f"postlint.wording.{part}").TEXTS
        if code in texts:
            return texts[code]
    raise KeyError(code)
