"""``--fix``: the safe fixes made and written back; what remains is reported."""

from __future__ import annotations

from postlint.cli.telling import note, tell
from postlint.mending import Change, mended, writable, write_back
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.cli.checking import Draft, Run
    from postlint.finding import PostReport
    from postlint.post import Post


def mend(run: Run, drafts: Sequence[Draft], reports: Sequence[PostReport | None]) -> list[PostReport | None]:
    """Write the safe fixes of the drafts into their files; return the reports of what remains."""
    remaining = list(reports)
    changed: dict[str, dict[int, tuple[Post, PostReport]]] = {}
    for number, (draft, report) in enumerate(zip(drafts, reports, strict=True)):
        if report is None:
            continue
        post, left = mended(draft.post, report, draft.linter.check)
        if post.text != draft.post.text:
            changed.setdefault(post.origin.path, {})[number] = post, left
    written = 0
    for path, posts in changed.items():
        for number in _write(run, path, drafts, posts):
            remaining[number] = posts[number][1]
            written += 1
    if written and not run.options.quiet:
        note("fixed-one" if written == 1 else "fixed-many", run.lang, number=written)
    return remaining


def _write(run: Run, path: str, drafts: Sequence[Draft], posts: dict[int, tuple[Post, PostReport]]) -> list[int]:
    """Write the changed posts of one file; return the numbers of those that were written."""
    left: list[Post] = [drafts[number].post for number in posts]
    try:
        if writable(path):
            left = write_back(path, [Change(drafts[n].post, post.text) for n, (post, _) in posts.items()])
    except PostlintError as error:
        run.tell(error.problem)
        return []
    if left and not run.options.quiet:
        tell(Problem("fix-only-shown", {}, "<stdin>" if path == "-" else path), run.lang, warning=True)
    ids = {id(post) for post in left}
    return [number for number in posts if id(drafts[number].post) not in ids]
