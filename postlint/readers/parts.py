"""The words of a document by field, paragraph by paragraph, and where each stands."""

from __future__ import annotations

from postlint.post import Spot, Stretch


class Parts:
    """Fields that grow a paragraph at a time."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._lengths: dict[str, int] = {}
        self.places: list[Stretch] = []

    def __contains__(self, field: str) -> bool:
        return field in self._lines

    def __len__(self) -> int:
        return len(self._lines)

    def names(self) -> list[str]:
        """Return the names of the fields with words."""
        return list(self._lines)

    def add(self, field: str, words: str, spot: Spot) -> None:
        """Put a paragraph at the end of a field; blanks alone are nothing."""
        if not words.strip():
            return
        start = self._lengths.get(field, -1) + 1  # one for the line break between paragraphs
        self.places.append(Stretch(field, start, spot))
        self._lines.setdefault(field, []).append(words)
        self._lengths[field] = start + len(words)

    def point(self, field: str, spot: Spot) -> None:
        """Say where a field stands that is no words of ours."""
        self.places.append(Stretch(field, 0, spot))

    def text(self) -> str:
        """Return the words of the post itself."""
        return "\n".join(self._lines.get("text", ()))

    def extra(self) -> tuple[tuple[str, str], ...]:
        """Return the other fields with their words."""
        return tuple((field, "\n".join(lines)) for field, lines in self._lines.items() if field != "text")

    def stretches(self) -> tuple[Stretch, ...]:
        """Return where everything stands, and the beginning of the document for what stands nowhere."""
        return tuple(self.places) or (Stretch("text", 0, Spot("body", inner=1)),)
