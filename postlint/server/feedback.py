"""What people say of findings, kept for whoever looks after the rules: one line of JSON each, without the post."""

from __future__ import annotations

import json
import os

from postlint.record import TYPE_CHECKING
from postlint.server.limits import MEGABYTE
from postlint.server.problem_details import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "feedback.jsonl"
MOST = 5 * MEGABYTE


def keep(folder: str, said: Mapping[str, object], now: str) -> None:
    """Add a line to the feedback in ``folder``. Raises Refused where the file is full or cannot be written."""
    line = json.dumps({"at": now, **said}, ensure_ascii=False) + "\n"
    path = os.path.join(folder, FILE)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
            if file.tell() + len(line) > MOST:
                raise Refused("full")
            file.write(line.encode())
    except OSError:
        raise Refused("full") from None
