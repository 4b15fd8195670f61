"""Writing a file that people or programs rely on: whole or not at all, in one step."""

from __future__ import annotations

import os

from postlint.problem import PostlintError, Problem


def write_whole(path: str, text: str, mode: int | None = None) -> None:
    """Write ``text`` as UTF-8 to ``path``, in the place of what is there; ``mode`` is that of the new file.

    Raises PostlintError where that cannot be done; then what was there is still there.
    """
    target = os.path.realpath(path)
    draft = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}")
    try:
        if os.path.isdir(target):
            raise IsADirectoryError(None, os.strerror(21))
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or 0o666), "wb") as file:
            file.write(text.encode("utf-8"))
        os.replace(draft, target)
    except (OSError, ValueError) as error:
        if os.path.exists(draft):
            os.remove(draft)
        reason = str(getattr(error, "strerror", None) or error)
        raise PostlintError(Problem("report-unwritten", {"reason": reason}, path)) from None
