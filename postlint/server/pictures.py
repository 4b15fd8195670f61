"""Pictures that were sent along: known by their hashes, and looked at like those that lie beside a post.

A file that a post only names is never opened: whoever asks over HTTP has no business with the files of this machine.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import ExitStack, contextmanager

from postlint.pictures.looking import looker_for
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from postlint.engine import Linter
    from postlint.pictures.looking import Looker, Seen
    from postlint.post import Post


class Eyes:
    """What sees the pictures of one request: ``pictures`` and the ``files`` they can be opened by, by their number."""

    def __init__(self, looker: Looker, pictures: Mapping[int, bytes], files: Mapping[int, str]) -> None:
        self.looker, self.pictures, self.files = looker, pictures, files

    def seen(self, post: Post, role: str, number: int) -> Seen | None:
        """Return what is seen in a picture, as ``Linter.seen``; ``None`` for one that was not sent along."""
        return self.looker.at(self.files[number]) if number in self.files else None

    def told(self, post: Post) -> list[dict[str, Any]]:
        """Return what is said of the pictures, in their order; ``dhash`` is empty for one that cannot be opened."""
        found = []
        for number, data in sorted(self.pictures.items()):
            seen = self.seen(post, "", number)
            found.append({
                "image": number, "file": post.images[number].file, "sha256": hashlib.sha256(data).hexdigest(),
                "dhash": seen.dhash if seen else "", "looked_at": seen is not None and not seen.broken,
            })  # fmt: skip
        return found


@contextmanager
def looking(linter: Linter, pictures: Mapping[int, bytes]) -> Iterator[Eyes]:
    """Give the linter eyes for these pictures, for as long as the context lasts. It must be nobody else's."""
    with ExitStack() as held:
        files = {number: held.enter_context(_file(data)) for number, data in pictures.items()}
        eyes = Eyes(looker_for(linter.settings), pictures, files)
        linter.seen = eyes.seen  # type: ignore[method-assign]
        yield eyes


@contextmanager
def _file(data: bytes) -> Iterator[str]:
    """Give a path under which the data can be opened: in memory where the system can, else in a folder of one's own
    that is gone afterwards."""
    if hasattr(os, "memfd_create"):
        with open(os.memfd_create("picture"), "wb") as file:
            file.write(data)
            file.flush()
            yield f"/proc/self/fd/{file.fileno()}"
    else:
        with tempfile.TemporaryDirectory(prefix="postlint") as folder:
            path = os.path.join(folder, "picture")
            with open(path, "wb") as file:
                file.write(data)
            yield path
