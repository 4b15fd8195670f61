"""What a check keeps and is held against: ``--baseline``, ``--write-baseline`` and ``--record``."""

from __future__ import annotations

import json
import os

from postlint import baseline
from postlint.cli.telling import note
from postlint.problem import PostlintError, Problem
from postlint.record import TYPE_CHECKING
from postlint.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.cli.checking import Draft, Run
    from postlint.finding import PostReport, Report


SAID = ("role", "channel", "lang", "select", "ignore")  # options that decide what is found


def keep(run: Run, drafts: Sequence[Draft], reports: Sequence[PostReport | None], report: Report) -> Report:
    """Return the report without what a baseline knows, after writing what was asked for. Raises PostlintError."""
    pairs = [(draft, found) for draft, found in zip(drafts, reports, strict=True) if found is not None]
    checked = [baseline.Checked(draft.post, found) for draft, found in pairs]
    left_out = {rule for draft, _ in pairs for rule in draft.linter.left_out}
    if run.options.by and not run.options.record:
        raise PostlintError(Problem("by-alone", {}))
    if run.options.baseline or run.options.write_baseline:
        report = _compared(run, checked, left_out, report)
    if run.options.record:
        _record(run, [draft for draft, _ in pairs], report)
    return report


def _record(run: Run, drafts: Sequence[Draft], report: Report) -> None:
    """Write the record of what was looked through. Raises PostlintError."""
    from postlint.recording.making import Checked, Occasion, made

    options = run.options
    if options.fix:
        raise PostlintError(Problem("record-and-fix", {}))
    if run.told:
        raise PostlintError(Problem("record-unwritten", {}, options.record))
    said = {name: getattr(options, name) for name in SAID}
    now = drafts[0].linter.now if drafts else options.now
    checked = [
        Checked(draft.post, draft.linter.settings, found) for draft, found in zip(drafts, report.posts, strict=True)
    ]
    value = made(checked, Occasion(now, options.by, report.version, said))
    write_whole(options.record, json.dumps(value, ensure_ascii=False, indent=1) + "\n", 0o600)
    if not options.quiet:
        note("record-written", run.lang, path=options.record)


def _compared(run: Run, checked: Sequence[baseline.Checked], left_out: set[str], report: Report) -> Report:
    path = run.options.write_baseline or run.options.baseline
    folder = os.path.dirname(os.path.abspath(path))
    writes = bool(run.options.write_baseline)
    known = _written(run, path, folder, checked, left_out) if writes else baseline.read(path)
    posts, baselined = baseline.compare(known, folder, checked, left_out)
    return report._replace(posts=tuple(posts), baselined=baselined)


def _written(
    run: Run, path: str, folder: str, checked: Sequence[baseline.Checked], left_out: set[str]
) -> baseline.Baseline:
    """Write the baseline of what was found now, with the salt of the one that is there."""
    before = baseline.read(path) if os.path.exists(path) else baseline.fresh()
    if run.told:
        raise PostlintError(Problem("baseline-unwritten", {}, path))
    after, firm = baseline.renewed(before, folder, checked, left_out)
    baseline.write(path, after)
    if not run.options.quiet:
        note("baseline-written", run.lang, number=sum(entry.times for entry in after.entries), path=path)
        if firm:
            note("baseline-firm", run.lang, number=firm)
    return after
