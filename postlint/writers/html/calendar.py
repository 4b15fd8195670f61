"""Posts and findings by week: a chart for the eye, and the same numbers as a table."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from postlint.record import TYPE_CHECKING, NamedTuple
from postlint.wording import say
from postlint.writers.html.frame import day_told, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.finding import PostReport

_FILLED = 106  # weeks, two years: over a longer time the weeks without posts are left out
_WEEK = timedelta(days=7)
# The chart, in its own units: one unit is a CSS pixel where there is room.
_HEIGHT, _TOP, _FOOT, _LEFT, _WIDTH = 160, 12, 40, 34, 720
_WEEKS, _MONTHS = _HEIGHT + _TOP + 15, _HEIGHT + _TOP + 32  # the lines on which their numbers and names stand
_ROOMY = 20  # units a week must have for every number to stand below; else every other one does
_SEVERITIES = ("error", "warning", "info")  # from the foot of a column upwards


class Week(NamedTuple):
    """A week from its Monday: how many posts appear in it, and how many findings of each severity they have."""

    monday: date
    posts: int
    errors: int
    warnings: int
    infos: int

    @property
    def findings(self) -> int:
        """The number of findings."""
        return self.errors + self.warnings + self.infos


def weeks(posts: Sequence[PostReport]) -> list[Week]:
    """Return the weeks in which posts are scheduled, in order, with the empty ones between them."""
    found: dict[date, list[PostReport]] = {}
    for post in posts:
        day = _day(post.scheduled)
        if day is not None:
            found.setdefault(day - timedelta(days=day.weekday()), []).append(post)
    return [_week(monday, found.get(monday, [])) for monday in _mondays(found)]


def _mondays(found: dict[date, list[PostReport]]) -> list[date]:
    if not found:
        return []
    first, last = min(found), max(found)
    number = (last - first).days // 7 + 1
    return [first + _WEEK * step for step in range(number)] if number <= _FILLED else sorted(found)


def _week(monday: date, posts: Sequence[PostReport]) -> Week:
    counts = [sum(one.severity == severity for post in posts for one in post.findings) for severity in _SEVERITIES]
    return Week(monday, len(posts), *counts)


def _day(scheduled: str) -> date | None:
    """Return the day on which a post appears, as its author's own clock has it."""
    try:
        return datetime.fromisoformat(scheduled).date() if scheduled else None
    except ValueError:
        return None


def section(posts: Sequence[PostReport], lang: str) -> Iterator[str]:
    """Yield the section: chart, table, and how many posts do not say when they appear."""
    found = weeks(posts)
    yield f'<section id="calendar">\n<h2>{text(say("report-calendar", lang))}</h2>'
    if found:
        yield f'<figure class="scroll" tabindex="0" role="group" aria-label="{text(say("report-chart", lang))}">'
        yield from _chart(found, lang)
        yield f"</figure>\n{_legend(lang)}"
        yield from _table(found, lang)
    undated = len(posts) - sum(week.posts for week in found)
    if undated:
        code = "report-undated-one" if undated == 1 else "report-undated-many"
        yield f'<p class="note">{text(say(code, lang, number=undated))}</p>'
    yield "</section>"


def _legend(lang: str) -> str:
    names = [("posts", say("report-posts", lang)), *((one, say(f"report-{one}s", lang)) for one in _SEVERITIES)]
    items = "".join(f'<li><svg width="12" height="12" aria-hidden="true"><rect class="{name}" x="1" y="1" width="10" '
                    f'height="10"/></svg> {text(told)}</li>' for name, told in names)  # fmt: skip
    return f'<ul class="legend">{items}</ul>'


def _chart(found: Sequence[Week], lang: str) -> Iterator[str]:
    step = min(max((_WIDTH - _LEFT) / len(found), 14.0), 64.0)
    width = max(round(_LEFT + step * len(found)), 300)
    top = _nice(max(max(week.posts, week.findings) for week in found))
    most = max(found, key=lambda week: week.findings)
    told = say("report-chart-told", lang, first=day_told(found[0].monday, lang), last=day_told(found[-1].monday, lang),
               posts=sum(week.posts for week in found), findings=sum(week.findings for week in found),
               most=day_told(most.monday, lang), number=most.findings)  # fmt: skip
    whole = _HEIGHT + _TOP + _FOOT
    yield f'<svg class="chart" role="img" aria-labelledby="chart-told" width="{width}" height="{whole}" ' \
          f'viewBox="0 0 {width} {whole}"><title id="chart-told">{text(told)}</title>'  # fmt: skip
    yield from _scale(top, width)
    for number, week in enumerate(found):
        x = _LEFT + number * step
        yield from _columns(week, x, step, top)
        if step >= _ROOMY or number % 2 == 0:
            yield f'<text class="week" x="{x + step / 2:.1f}" y="{_WEEKS}">{week.monday.isocalendar().week}</text>'
    yield from _months(found, step, lang)
    yield "</svg>"


def _scale(top: int, width: int) -> Iterator[str]:
    for value in sorted({0, top // 2, top}):
        y = _y(value, top)
        yield f'<line class="grid" x1="{_LEFT}" x2="{width}" y1="{y}" y2="{y}"/>'
        yield f'<text class="value" x="{_LEFT - 6}" y="{y + 4}">{value}</text>'


def _columns(week: Week, x: float, step: float, top: int) -> Iterator[str]:
    """Yield the two columns of a week: its posts, and beside them its findings, the gravest at the foot."""
    wide = round(step * 0.36, 1)
    if week.posts:
        yield _column("posts", x + step * 0.12, wide, 0, week.posts, top)
    foot = 0
    for severity, number in zip(_SEVERITIES, week[2:], strict=True):
        if number:
            yield _column(severity, x + step * 0.52, wide, foot, foot + number, top)
        foot += number


def _column(kind: str, x: float, wide: float, low: int, high: int, top: int) -> str:
    y = _y(high, top)
    return f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{wide}" height="{round(_y(low, top) - y, 1)}"/>'


def _months(found: Sequence[Week], step: float, lang: str) -> Iterator[str]:
    """Yield the names of the months below their first weeks; one that would run into the last one is left out."""
    free, before = 0.0, None
    for number, week in enumerate(found):
        x, month = _LEFT + number * step, (week.monday.year, week.monday.month)
        if month != before and x >= free:
            name = say(f"month-{week.monday.month}", lang)[:3]
            told = f"{name} {week.monday.year}" if before is None or month[0] != before[0] else name
            yield f'<text class="month" x="{x + 2:.1f}" y="{_MONTHS}">{text(told)}</text>'
            free, before = x + 7 * len(told) + 6, month


def _y(value: int, top: int) -> float:
    return round(_TOP + _HEIGHT * (1 - value / top), 1)


def _nice(most: int) -> int:
    """Return a round number, at least ``most``, for the top of the scale."""
    if most <= 4:
        return max(most + most % 2, 2)
    size = int("1" + "0" * (len(str(most)) - 1))
    return next(part * size // 5 for part in (5, 6, 8, 10, 15, 20, 25, 30, 40, 50) if part * size // 5 >= most)


def _table(found: Sequence[Week], lang: str) -> Iterator[str]:
    """Yield the numbers of the weeks that have posts."""
    heads = ("report-week", "report-posts", "report-findings", "report-errors", "report-warnings", "report-infos")
    yield f"<details>\n<summary>{text(say('report-calendar-table', lang))}</summary>"
    yield '<table class="numbers">\n<thead><tr>'
    yield "".join(f'<th scope="col">{text(say(head, lang))}</th>' for head in heads) + "</tr></thead>\n<tbody>"
    for week in (one for one in found if one.posts):
        number = week.monday.isocalendar().week
        name = say("report-week-of", lang, number=number, date=day_told(week.monday, lang))
        cells = "".join(f"<td>{count}</td>" for count in (week.posts, week.findings, *week[2:]))
        yield f'<tr><th scope="row">{text(name)}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</details>"
