"""``staffing`` on a single post: the organisation's post appears when nobody is there for the comments."""

from __future__ import annotations

from postlint.draft import Match, Unknown
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.draft import Draft
    from postlint.rule import Rule


def find(draft: Draft, rule: Rule) -> Iterator[Match | Unknown]:
    """Yield one match for a post of the organisation outside staffed hours, or the fact that is missing."""
    calendar, post = draft.settings.calendar, draft.post
    if post.staffed or post.inbound is not None or post.recipients or post.audience == "direct":
        return
    if draft.role not in ("official", "moderator"):
        return  # one's own posts are counted by the week, see postlint.history.hours
    if not calendar.staffed_hours:
        yield Unknown("staffed-hours-missing")
    elif post.scheduled is None:
        yield Unknown("time-not-said")
    else:
        from postlint.working_days import hours, moment

        staffed = hours(calendar.staffed_hours, weekends=calendar.staffed_weekends)
        if staffed is not None and not staffed.hold(moment(post.scheduled)):
            yield Match("scheduled", facts={"words": post.scheduled})
