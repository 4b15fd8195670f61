"""From the name of a picture in a post to a file that may be read: in the post's own folder, or below it.

A post may come from anybody, so its picture may not be a way to other files: nothing that climbs, no absolute path,
no drive, no share of a network, no link that leads out. Nothing is ever fetched.
"""

from __future__ import annotations

import os

from postlint.problem import PostlintError, Problem


def reach(file: str, folder: str) -> str:
    """Return the path of the picture that a post in ``folder`` names, without links; the empty string where there is
    none: it is missing, or stands on the web.

    Raises PostlintError with the code ``picture-outside`` where the name leads out of the folder. What leads out by
    its name alone is not touched at all, not even to see whether it is there.
    """
    name = file.strip()
    if not name or _is_address(name) or not name.isprintable():
        return ""
    if _leads_out(name):
        raise PostlintError(Problem("picture-outside", {}, file))
    for path in _paths(name, folder):
        if os.path.lexists(path):
            return _inside(path, folder, file)
    return ""


def _is_address(name: str) -> bool:
    import re

    return re.match(r"[a-z][a-z0-9+.-]+:", name, re.IGNORECASE | re.ASCII) is not None


def _leads_out(name: str) -> bool:
    """Say whether a path is absolute on any system, or climbs."""
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "" or parts[0][1:2] == ":" or ".." in parts


def _paths(name: str, folder: str) -> list[str]:
    """Return the paths that a name may stand for: as written, with the separators of Windows, and with its letters
    composed or decomposed, as file systems keep them."""
    from unicodedata import normalize

    names = [name, name.replace("\\", "/")]
    names += [normalize(form, one) for form in ("NFC", "NFD") for one in tuple(names)]
    return [os.path.join(folder, *one.split("/")) for one in dict.fromkeys(names)]


def _inside(path: str, folder: str, file: str) -> str:
    real, root = os.path.realpath(path), os.path.realpath(folder)
    try:
        inside = os.path.commonpath((real, root)) == root
    except ValueError:  # another drive
        inside = False
    if not inside:
        raise PostlintError(Problem("picture-outside", {}, file))
    return real
