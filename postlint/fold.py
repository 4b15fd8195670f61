"""One spelling for comparison: lower case, ``æ ø å`` as ``ae oe aa``, no accents, one apostrophe.

Both sides are folded, the lexicon and the text; nothing is ever unfolded (``poesi`` is not ``pøsi``).
"""

from __future__ import annotations

_FOLDS = str.maketrans(
    {
        "æ": "ae", "ø": "oe", "å": "aa", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "ó": "o", "ò": "o",
        "ü": "u", "ö": "oe", "ä": "ae", "í": "i", "ú": "u", "ñ": "n", "ç": "c", "ß": "ss", "ð": "d",
        "’": "'", "ʼ": "'", "´": "'", "`": "'", "‘": "'",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Return ``text`` folded for comparison; its length may change."""
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_FOLDS)
