"""Reading posts: which files there are, which reader reads them, and what comes out.

A reader takes a ``Source`` and yields posts, problems (exit status 2) and warnings. One bad post or file
does not stop the others.
"""

from __future__ import annotations

import os
from importlib import import_module

from postlint.decoding import unreadable
from postlint.problem import PostlintError, Problem
from postlint.readers.source import Noted, Source, Warned
from postlint.record import TYPE_CHECKING
from postlint.settings import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from postlint.post import Post

__all__ = ["READERS", "STDIN", "Noted", "Source", "Warned", "expand", "read"]

STDIN = "-"
# Which module reads files with which ending; imported when the first such file comes.
READERS: dict[str, str] = {
    ".txt": "postlint.readers.plain",
    ".md": "postlint.readers.plain",
    ".markdown": "postlint.readers.plain",
    ".json": "postlint.readers.json_file",
    ".jsonl": "postlint.readers.json_lines",
    ".yaml": "postlint.readers.yaml_file",
    ".yml": "postlint.readers.yaml_file",
    ".csv": "postlint.readers.calendar.csv_file",
    ".xlsx": "postlint.readers.calendar.xlsx_file",
    ".xlsm": "postlint.readers.calendar.xlsx_file",
    ".docx": "postlint.readers.docx_file",
    ".docm": "postlint.readers.docx_file",
    ".html": "postlint.readers.html_file",
    ".htm": "postlint.readers.html_file",
}
# Read where they are named, but not picked up in folders: most tables and pages there are something else.
_WHEN_NAMED = (".csv", ".xlsx", ".xlsm", ".html", ".htm")
_OLD = (".doc", ".xls", ".dot", ".xlt")  # formats from before 2007
_HERE = os.path.join(".", "")
_SKIPPED = ("node_modules",)
# A file of this name says that its folder holds no posts: a program's own files, say, beside the drafts.
NO_POSTS = ".no-postlint"


def read(
    path: str, *, stdin: bytes | None = None, calendar: Calendar = Calendar()  # noqa: B008
) -> Iterator[Post | Problem | Warned | Noted]:
    """Yield the posts of a file, and what is wrong with it. Raises nothing.

    ``stdin`` is what came from standard input, for the path ``-``; ``calendar`` what the configuration says of
    calendars.
    """
    try:
        reader = _reader(path)
        with _opened(path, stdin) as stream:
            yield from reader(Source(path, os.path.basename(path), stream, calendar))
    except PostlintError as error:
        yield error.problem
    except (OSError, ValueError) as error:
        yield unreadable(path, error)


def expand(paths: list[str]) -> list[str | Problem]:
    """Return the files to read, each once: those named and those in folders, sorted, in the order given.

    In folders only known endings are taken, and no tables or pages; hidden files and folders are left alone, and so
    are folders with a file ``.no-postlint`` in them. What is missing, has no known ending, or is a folder without
    posts, comes back as a problem.
    """
    found: list[str | Problem] = []
    seen: set[str] = set()
    for path in paths:
        for item in _files(path):
            if isinstance(item, Problem) or item not in seen:
                found.append(item)
            if isinstance(item, str):
                seen.add(item)
    return found


def _files(path: str) -> list[str | Problem]:
    if path == STDIN:
        return [path]
    if os.path.isdir(path):
        return _in_folder(path)
    if not os.path.exists(path):
        return [Problem("file-missing", {}, path)]
    return [path] if _ending(path) in READERS else [_unknown_ending(path)]


def _in_folder(folder: str) -> list[str | Problem]:
    found: list[str | Problem] = []
    failed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _SKIPPED)
        folders[:] = [name for name in folders if not os.path.exists(os.path.join(here, name, NO_POSTS))]
        readable = sorted(name for name in files if name[0] != "." and _in_folders(name))
        found += [os.path.join(here, name).removeprefix(_HERE) for name in readable]
    found += [unreadable(str(error.filename or folder), error) for error in failed]
    return found or [Problem("folder-without-posts", {"endings": ", ".join(filter(_in_folders, READERS))}, folder)]


def _in_folders(name: str) -> bool:
    return _ending(name) in READERS and _ending(name) not in _WHEN_NAMED


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _unknown_ending(path: str) -> Problem:
    endings = ", ".join(READERS)
    if _ending(path) in _OLD:
        return Problem("office-old", {}, path)
    if not _ending(path):
        return Problem("ending-none", {"endings": endings}, path)
    return Problem("ending-unknown", {"ending": _ending(path), "endings": endings}, path)


def _reader(path: str) -> Callable[[Source], Iterator[Post | Problem | Warned | Noted]]:
    if path == STDIN:
        from postlint.readers.standard_input import read

        return read
    if os.path.isdir(path):
        raise PostlintError(Problem("file-is-folder", {}, path))
    if _ending(path) not in READERS:
        raise PostlintError(_unknown_ending(path))
    reader: Callable[[Source], Iterator[Post | Problem | Warned | Noted]] = import_module(READERS[_ending(path)]).read
    return reader


def _opened(path: str, stdin: bytes | None) -> BinaryIO:
    if path != STDIN:
        return open(path, "rb")
    from io import BytesIO

    return BytesIO(stdin or b"")
