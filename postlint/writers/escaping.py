"""Hostile text made harmless: control characters are shown as signs that control nothing."""

from __future__ import annotations

# Directional overrides hide what a line says; invisible characters hide where a word is split.
INVISIBLE = (
    0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
    0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF,
)  # fmt: skip

_SIGNS: dict[int, str] = {code: f"<U+{code:04X}>" for code in (*range(0x80, 0xA0), *INVISIBLE)}
_SIGNS.update({code: chr(0x2400 + code) for code in range(0x20)})
_SIGNS[0x7F] = "\u2421"


def visible(text: str) -> str:
    """Return ``text`` on one line, every control character (line ends and tabs too) as a visible sign.

    Half a surrogate pair, which no stream can encode, becomes ``?``.
    """
    if text.isprintable():
        return text
    return text.translate(_SIGNS).encode("utf-8", "replace").decode()


def sentence(text: str) -> str:
    """Return ``text`` as running text: white space and line ends single blanks, the rest visible."""
    return visible(" ".join(text.split()))
