"""Regular expressions that are compiled when they are first used: most drafts need only a few of them, and
compiling one costs as much as reading a draft."""

from __future__ import annotations

import re

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    lazy = re.compile
else:

    class lazy:  # stands in for re.compile
        """A pattern that compiles itself at the first use of any of its methods."""

        __slots__ = ("_flags", "_pattern", "_source")

        def __init__(self, source: str, flags: int = 0) -> None:
            self._source, self._flags, self._pattern = source, flags, None

        def __getattr__(self, name: str) -> Any:
            if self._pattern is None:
                self._pattern = re.compile(self._source, self._flags)
            return getattr(self._pattern, name)
