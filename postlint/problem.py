"""What is wrong with something that postlint was given: one sentence, with its place.

A problem names a sentence of ``postlint.wording`` and the facts that fill it in, so that it can be told in
Danish or in English wherever it surfaces.
"""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint.post import Spot


class Problem(NamedTuple):
    """One thing that cannot be used. ``line`` and ``column`` count from 1; 0 where there is none.

    ``source`` is the offending line itself, where showing it helps and it holds nothing private. ``spot`` is the
    place in a file whose lines nobody counts.
    """

    code: str
    facts: Mapping[str, str | int]
    path: str = ""
    line: int = 0
    column: int = 0
    source: str = ""
    spot: Spot | None = None

    def place(self) -> str:
        """Return ``path:line:column``, as far as known."""
        parts = [self.path] + [str(number) for number in (self.line, self.column) if number]
        return ":".join(part for part in parts if part)

    def tell(self, lang: str) -> str:
        """Return the place and the sentence in ``lang``, with the offending line below where there is one."""
        from postlint.wording import say

        sentence = say(self.code, lang, **self.facts)
        told = f"{self._where(lang)}: {sentence}" if self.place() else sentence
        return f"{told}\n    {self.source.strip()}" if self.source.strip() else told

    def _where(self, lang: str) -> str:
        if self.spot is None:
            return self.place()
        from postlint.whereabouts import told

        return f"{self.path}, {told(self.spot, lang)}"


class PostlintError(Exception):
    """The command, the configuration, a pack or an input could not be used (exit status 2)."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.tell("en"))
        self.problem = problem


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like ``word``, or the empty string."""
    from difflib import get_close_matches

    choices = sorted(known)
    folded = {choice.lower().replace("_", "-"): choice for choice in choices}
    found = get_close_matches(word.lower().replace("_", "-"), list(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else ""
