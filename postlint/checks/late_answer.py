"""``answering`` on a single post: an answer that says when the question came, and is late."""

from __future__ import annotations

from postlint.draft import Match
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft, Unknown
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match where question or report had to wait longer than the rule allows."""
    reply = draft.post.reply_to
    if reply is None or not reply.at or not (reply.question or "report" in reply.flags) or "troll" in reply.flags:
        return
    from postlint.working_days import from_stamp, stamp, working_hours_between, written

    asked, answered = from_stamp(stamp(reply.at)), from_stamp(stamp(draft.post.scheduled or draft.now))
    if "report" in reply.flags:
        hours, most = (answered - asked).total_seconds() / 3600, rule.limit("report_hours", 72)
        reason = "report-late"
    else:
        hours, most, reason = working_hours_between(asked, answered), rule.limit("hours", 24), "late"
    if hours > most:
        date = written(asked, draft.ui_lang or draft.post.lang or draft.text.language)
        facts = {"date": date, "hours": str(int(hours)), "most": str(most), "words": reason}
        yield Match("reply_to.at", reason=reason, facts=facts)
