"""The console entry. ``postlint FILE…`` goes straight to the check; the help and the sub-commands to Click."""

from __future__ import annotations

import os
import sys

from postlint.cli.arguments import command, parse, ui_language
from postlint.cli.telling import tell
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
UNUSABLE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0, 1 or 2 as in the contract, 130 after Ctrl-C."""
    if argv is None:
        _spare_collection()
    given = list(sys.argv[1:] if argv is None else argv)
    lang = ui_language(given, dict(os.environ))
    try:
        status = _run(given, lang)
        sys.stdout.flush()  # while a reader that has gone away can still be borne quietly
        return status
    except PostlintError as error:
        tell(error.problem, lang)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _hush()
        return UNUSABLE
    except Exception as error:  # a mistake of ours: one sentence, and nothing of what was being read
        if os.environ.get("POSTLINT_TRACEBACK"):
            raise
        tell(_unexpected(error), lang)
        return UNUSABLE


def _run(given: list[str], lang: str) -> int:
    if not given or command(given):
        from postlint.cli.application import run

        return run(given or ["--help"], lang)
    arguments = parse(given)
    if "--help" in arguments.exits:
        from postlint.cli.application import run

        return run(["--help"], lang)
    if "--version" in arguments.exits:
        from postlint.version import __version__

        print(f"postlint {__version__}")
        return 0
    from postlint.cli.checking import check

    return check(arguments.options, arguments.paths, lang)


def _spare_collection() -> None:
    """Let the interpreter end without looking for cycles in what ends with it: a tenth of a cold start."""
    import atexit
    import gc

    atexit.register(gc.freeze)


def _hush() -> None:
    """Give up standard output, whose reader has gone away, so that closing it fails silently."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> Problem:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    name = os.path.basename(last.tb_frame.f_code.co_filename) if last else ""
    where = f"{name}:{last.tb_lineno}" if last else ""
    return Problem("unexpected", {"what": type(error).__name__, "where": where})
