"""Pictures that were sent along: known by their hash, and looked at where postlint can look at pictures.

A file that a post only names is never opened: whoever asks over HTTP has no business with the files of this machine.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.util import find_spec

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from postlint.engine import Linter
    from postlint.post import Post

_LOOKING = "postlint.pictures.looking"


def told(post: Post, pictures: Mapping[int, bytes]) -> list[dict[str, Any]]:
    """Return what is said of the pictures of a post, in their order."""
    looked_at = can_look()
    return [
        {
            "image": number, "file": post.images[number].file, "sha256": hashlib.sha256(data).hexdigest(),
            "looked_at": looked_at,
        }
        for number, data in sorted(pictures.items())
    ]  # fmt: skip


def can_look() -> bool:
    """Say whether this postlint can look at pictures."""
    try:
        return find_spec(_LOOKING) is not None and find_spec("PIL") is not None
    except ModuleNotFoundError:
        return False


@contextmanager
def looking(linter: Linter, pictures: Mapping[int, bytes]) -> Iterator[Linter]:
    """Give the linter eyes for these pictures, for as long as the context lasts. It must be nobody else's."""
    with ExitStack() as held:
        if pictures and can_look():
            files = {number: held.enter_context(_file(data)) for number, data in pictures.items()}
            looker = import_module(_LOOKING).looker_for(linter.settings)

            def seen(post: Post, number: int) -> Any:
                return looker.at(files[number]) if number in files else None

            setattr(linter, "seen", seen)  # noqa: B010
        yield linter


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
