"""postlint: a pre-publish linter for employees' social-media posts in Danish and English.

``check(post, settings)`` is the whole engine without files or command line: for servers, hooks and scripts.
"""

from __future__ import annotations

import os

from postlint.record import TYPE_CHECKING
from postlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from postlint.engine import Linter
    from postlint.finding import PostReport
    from postlint.post import Post

__all__ = ["__version__", "check", "linter"]


def linter(config: str | os.PathLike[str] = "", **options: Any) -> Linter:
    """Return a linter for a configuration file (empty: the defaults), to check many posts with.

    Options as in ``postlint.prepare.linter``. Raises ``postlint.problem.PostlintError``.
    """
    from postlint.prepare import linter as prepared

    return prepared(os.fspath(config), **options)


def check(post: Post | Mapping[str, Any] | str, policy: Linter | str | os.PathLike[str] = "") -> PostReport:
    """Return what is found in one post: a ``Post``, a mapping with the contract's fields, or its bare text.

    ``policy`` is a linter, or the path of a configuration. Raises ``postlint.problem.PostlintError``.
    """
    from postlint.post import Post

    if isinstance(post, str):
        post = Post("-", post)
    elif not isinstance(post, Post):
        from postlint.readers.records import read_record

        post = read_record(dict(post))
    return (linter(policy) if isinstance(policy, (str, os.PathLike)) else policy).check(post)
