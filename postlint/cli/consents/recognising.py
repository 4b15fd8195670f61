"""Pictures beside posts, known again by their fingerprints where pictures can be read here."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postlint.consent.register import Consent
    from postlint.post import Image, Post


class Recogniser:
    """Looks at each picture once; where pictures cannot be read, it knows none."""

    def __init__(self) -> None:
        try:
            self._hashing: Any = import_module("postlint.pictures.hashing")
            self._looker: Any = import_module("postlint.pictures.looking").Looker()
        except ImportError:
            self._looker = None

    def __call__(self, post: Post, image: Image, row: Consent) -> bool:
        """Tell whether the picture of a post is the one that a row has the fingerprints of, whatever it is called."""
        if self._looker is None or not image.file or post.origin.path in ("", "-"):
            return False
        folder = os.path.dirname(post.origin.path) or "."
        seen = self._looker.look(image.file, folder, faces=False, logos=False)
        if seen is None or seen.broken:
            return False
        return bool(self._hashing.known_again((row.image, *row.hashes), seen.fingerprints))
