"""Writing a file that people or programs rely on: whole or not at all, in one step."""

from __future__ import annotations

import os

from postlint.problem import PostlintError, Problem


def put(path: str, data: bytes, mode: int = 0o666, *, keep: bool = False) -> None:
    """Put ``data`` in the place of the file at ``path``, or of what a link there leads to, in one step.

    ``mode`` is that of the new file (less the process's mask), from its first moment on; with ``keep`` it has that of
    the file before it. Raises OSError or
    ValueError; then what was there is still there, and nothing is left beside it.
    """
    target = os.path.realpath(path)
    if os.path.isdir(target):
        raise IsADirectoryError(None, os.strerror(21))
    draft = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
        if keep:
            os.chmod(draft, os.stat(target).st_mode & 0o7777)
        os.replace(draft, target)
    except (OSError, ValueError):
        if os.path.exists(draft):
            os.remove(draft)
        raise


def write_whole(path: str, text: str, mode: int = 0o666, code: str = "report-unwritten") -> None:
    """Write ``text`` as UTF-8 to ``path`` as ``put`` does. Raises PostlintError of ``code``, which tells the reason."""
    try:
        put(path, text.encode("utf-8"), mode)
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        raise PostlintError(Problem(code, {"reason": reason}, path)) from None
