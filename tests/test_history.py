"""Rules that look at the posts of a run together, by account and time."""

from __future__ import annotations

import json
import sys
import tracemalloc
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from made_posts import MILL, NOW, found, linter, post, rulebook

from postlint.cli.start import main
from postlint.engine import Linter
from postlint.finding import Finding, PostReport
from postlint.history import Timeline, prints
from postlint.looking_back import look_back
from postlint.post import Post
from postlint.settings import Calendar, Settings
from postlint.working_days import (
    easter,
    from_stamp,
    hours,
    is_working_day,
    moment,
    period,
    public_holidays,
    working_hours_between,
)

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = (
    "over-sharing", "posting-cadence", "response-time", "repeated-contact", "working-hours", "derailing",
    "harassment", "personal-attack",
)  # fmt: skip
NEWS = "Møllen åbner igen på mandag klokken ni, og de første halvtreds gæster får varmt brød med hjem."


def ready(settings: Settings = MILL) -> Linter:
    """Return a linter with all rules on history on, and the one that tells of insults."""
    everything = settings._replace(rules=tuple((rule, rulebook().rules[rule].severity) for rule in RULES))
    return linter(everything, select=RULES)


def run(*posts: dict[str, Any], settings: Settings = MILL) -> list[PostReport]:
    """Return what is found in posts that are checked together."""
    return ready(settings).check_run([post(**fields) for fields in posts])


def told(reports: list[PostReport], rule: str) -> list[int]:
    """Return the numbers of the posts that a rule reports."""
    return [number for number, report in enumerate(reports) if found(report, rule)]


def lacking(reports: list[PostReport], rule: str) -> list[int]:
    """Return the numbers of the posts on which a rule was not evaluated."""
    return [n for n, report in enumerate(reports) if any(missing.rule == rule for missing in report.not_evaluated)]


def official(day: str, text: str = "Brødet er bagt.", **fields: Any) -> dict[str, Any]:
    return {"text": text, "role": "official", "account": "@kvernholt", "scheduled": f"2027-{day}T10:00:00", **fields}


def own(day: str, text: str, **fields: Any) -> dict[str, Any]:
    return {"text": text, "author": {"handle": "@mette"}, "scheduled": f"2027-{day}T20:00:00", **fields}


def inbound(text: str, at: str, name: str = "Åge Prøve", **facts: Any) -> dict[str, Any]:
    return {"text": text, "author": {"name": name}, "inbound": {"at": f"2027-{at}+01:00", **facts}}


# --- the calendar


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2027, (3, 28)), (2038, (4, 25))],
    ids=str,
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_public_holidays_of_a_year() -> None:
    days = ["01-01", "03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17", "12-25", "12-26"]
    assert sorted(public_holidays(2027)) == [date.fromisoformat(f"2027-{day}") for day in days]


@pytest.mark.parametrize(("day", "works"), [("2023-05-05", False), ("2024-04-26", True)], ids=["2023", "2024"])
def test_store_bededag_was_abolished(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize("day", ["2027-06-05", "2027-12-24"], ids=["Constitution Day", "Christmas Eve"])
def test_is_no_public_holiday(day: str) -> None:
    assert date.fromisoformat(day) not in public_holidays(2027)


@pytest.mark.parametrize(
    ("given", "danish"),
    [
        ("2027-03-28T00:59:59Z", "2027-03-28T01:59:59+01:00"),
        ("2027-03-28T01:00:00Z", "2027-03-28T03:00:00+02:00"),
        ("2027-10-31T00:59:59Z", "2027-10-31T02:59:59+02:00"),
        ("2027-10-31T01:00:00Z", "2027-10-31T02:00:00+01:00"),
        ("2027-07-01T12:00:00", "2027-07-01T12:00:00+02:00"),
        ("2027-01-01T12:00:00", "2027-01-01T12:00:00+01:00"),
    ],
)
def test_moment_is_in_danish_time(given: str, danish: str) -> None:
    assert moment(given).isoformat() == danish


def test_danish_time_is_that_of_the_zone_database() -> None:
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        zone = zoneinfo.ZoneInfo("Europe/Copenhagen")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("this system has no zone database")
    for stamp in range(1_104_534_000, 1_900_000_000, 3_600_000 - 1700):
        assert from_stamp(stamp).isoformat() == datetime.fromtimestamp(stamp, UTC).astimezone(zone).isoformat()


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2027-03-12T12:00", "2027-03-15T12:00", 24.0),  # over a weekend
        ("2027-03-24T12:00", "2027-03-30T12:00", 24.0),  # over Easter and the beginning of summer time
        ("2027-03-13T12:00", "2027-03-14T12:00", 0.0),
        ("2027-03-10T09:00", "2027-03-10T10:30", 1.5),
    ],
)
def test_working_hours(start: str, end: str, wanted: float) -> None:
    assert working_hours_between(moment(start), moment(end)) == wanted


def test_hours_may_pass_midnight() -> None:
    night = hours("22:00-06:00")
    assert night is not None
    assert night.hold(moment("2027-03-10T23:30"))
    assert not night.hold(moment("2027-03-10T12:00"))


@pytest.mark.parametrize("value", ["8-16", "08:00", "", "25:00-26:00"])
def test_no_hours(value: str) -> None:
    assert hours(value) is None


def test_period_runs_forward() -> None:
    assert period("2027-07-30/2027-07-12") is None


# --- prints


def test_prints_know_a_text_again() -> None:
    words = NEWS.lower().split()
    changed = [*words[:-1], "ud"]
    assert prints.alike(prints.of_words(words), prints.of_words(changed))
    assert not prints.alike(prints.of_words(words), prints.of_words(words[::-1]))
    assert prints.of_words(words[:5]) == ()


def test_prints_of_links_leave_tracking_out() -> None:
    links = "https://a.example/x", "http://www.a.example/x/?utm_source=nyt#top", "https://a.example/x?id=2"
    plain, tracked, other = (prints.of_links([link]) for link in links)
    assert plain == tracked
    assert plain != other


# --- over-sharing


def test_same_text_on_same_channel() -> None:
    assert told(run(official("03-01", NEWS), official("03-03", NEWS + " 🥖")), "over-sharing") == [1]


@pytest.mark.parametrize(
    "second",
    [
        official("03-09", NEWS), official("03-03", NEWS, channel="facebook"), official("03-03", "Rettelse: " + NEWS),
        official("03-03", NEWS, account="@another"), official("03-03", NEWS, reply_to={"author": "Åge"}),
    ],
    ids=["a week later", "another channel", "a correction", "another account", "an answer"],
)  # fmt: skip
def test_same_text_is_no_repetition(second: dict[str, Any]) -> None:
    assert told(run(official("03-01", NEWS), second), "over-sharing") == []


def test_order_in_the_files_does_not_matter() -> None:
    assert told(run(official("03-03", NEWS), official("03-01", NEWS)), "over-sharing") == [0]


def test_fourth_plug_in_a_week() -> None:
    plugs = [own(f"03-0{day}", f"Min bog, dag {day}.") for day in (1, 2, 3, 4)]
    assert told(run(*plugs), "over-sharing") == [3]


def test_limits_are_options() -> None:
    checker = ready()
    checker.over_time = [rule._replace(options={"shares": 1, "days": 7}) for rule in checker.over_time]
    posts = [post(**own("03-01", "Min bog er ude.")), post(**own("03-02", "Min bog er god."))]
    assert told(checker.check_run(posts), "over-sharing") == [1]


def test_same_text_without_time_is_not_evaluated() -> None:
    twice = {"text": NEWS, "role": "official"}
    reports = run(twice, twice)
    assert told(reports, "over-sharing") == []
    assert lacking(reports, "over-sharing") == [1]


# --- posting-cadence


def test_gap() -> None:
    reports = run(official("02-01"), official("02-16"), official("03-02"))
    assert told(reports, "posting-cadence") == [1]
    assert "15" in found(reports[1], "posting-cadence")[0].message


def test_silence_until_now() -> None:
    reports = run(official("01-25"), official("02-01"))
    assert told(reports, "posting-cadence") == [1]
    assert "37" in found(reports[1], "posting-cadence")[0].message


def test_archive_is_not_silent() -> None:
    assert told(run(official("01-25", scheduled="2020-01-25T10:00"), official("", scheduled="2020-02-01T10:00")),
                "posting-cadence") == []  # fmt: skip


def test_closed_days_are_left_out() -> None:
    closed = MILL._replace(calendar=Calendar(closed=("2027-02-03/2027-02-14",)))
    posts = official("02-01"), official("02-20"), official("03-04")
    assert told(run(*posts, settings=closed), "posting-cadence") == []
    assert told(run(*posts), "posting-cadence") == [1]


def test_posts_without_time_are_not_evaluated() -> None:
    reports = run(official("03-01"), {"text": "Rugbrød i dag.", "role": "official"})
    assert lacking(reports, "posting-cadence") == [1]


def test_single_draft_says_nothing_of_history() -> None:
    report = ready().check(post("Rugbrød i dag.", role="official"))
    assert {missing.rule for missing in report.not_evaluated} <= {"working-hours"}


# --- response-time


def test_unanswered_question_is_told_of_the_question() -> None:
    reports = run(inbound("Har I åbent på lørdag?", "03-08T09:00"), official("03-09"))
    assert told(reports, "response-time") == [0]
    assert "8. marts 2027" in found(reports[0], "response-time")[0].message


@pytest.mark.parametrize(
    "answer",
    [{"author": "Åge Prøve"}, {"id": "q1"}],
    ids=["by name", "by id"],
)
def test_answered_question(answer: dict[str, Any]) -> None:
    asked = {**inbound("Har I åbent på lørdag?", "03-08T09:00"), "id": "q1"}
    assert told(run(asked, official("03-08", reply_to=answer)), "response-time") == []


def test_answer_before_the_question_is_none() -> None:
    asked = inbound("Har I åbent på lørdag?", "03-08T09:00")
    assert told(run(official("03-07", reply_to={"author": "Åge Prøve"}), asked), "response-time") == [1]


def test_weekend_does_not_count_for_questions_but_for_reports() -> None:
    asked = inbound("Har I åbent?", "03-05T13:00", name="A")
    report = inbound("Der ligger glas på gulvet.", "03-05T13:00", name="B", flags=["report"])
    answers = [official("03-08", reply_to={"author": "A"}), official("03-09", reply_to={"author": "B"})]
    assert told(run(asked, report, *answers), "response-time") == [1]


def test_inbound_is_not_checked_itself() -> None:
    report = ready().check(post(**inbound("Åge er en idiot.", "03-08T09:00")))
    assert report.findings == ()


def test_inbound_without_time() -> None:
    reports = run({"text": "Har I åbent?", "inbound": {"question": True}}, official("03-09"))
    assert lacking(reports, "response-time") == [0]


# --- repeated-contact, harassment, derailing


def direct(day: str, text: str = "Hej?") -> dict[str, Any]:
    return own(day, text, recipients=[{"name": "Åge Prøve", "permission": True}])


def test_fourth_message_without_an_answer() -> None:
    messages = [direct(f"03-0{day}") for day in (1, 2, 3, 4)]
    assert told(run(*messages), "repeated-contact") == [3]
    assert told(run(*messages, inbound("Ja?", "03-02T21:00")), "repeated-contact") == []


def test_message_after_a_request_to_stop() -> None:
    reports = run(direct("03-01"), inbound("Hold op med at skrive til mig.", "03-02T10:00"), direct("03-03"))
    assert told(reports, "repeated-contact") == [2]


def test_insults_at_the_same_person() -> None:
    reports = run(*(own(f"03-0{day}", "Åge Prøve er en idiot.") for day in (1, 2, 3)))
    assert told(reports, "harassment") == [2]
    assert found(reports[2], "harassment")[0].severity == "error"


def test_insults_at_different_people_or_far_apart() -> None:
    people = "Åge Prøve", "Bo Skitse", "Eva Test"
    several = [own(f"03-0{n}", f"{who} er en idiot.") for n, who in enumerate(people, 1)]
    apart = [own(f"03-{day}", "Åge Prøve er en idiot.") for day in ("01", "09", "17")]
    assert told(run(*several), "harassment") == told(run(*apart), "harassment") == []


def test_same_link_in_three_threads() -> None:
    replies = [
        own(f"03-0{n}", f"Brød og brød https://a.example/x nummer {n}", reply_to={"id": f"t{n}", "topic": "brød"})
        for n in (1, 2, 3)
    ]
    assert told(run(*replies), "derailing") == [2]


def test_reply_without_topic_is_not_evaluated() -> None:
    assert lacking([ready().check(post("Enig.", reply_to={"author": "Åge"}))], "derailing") == [0]


# --- working-hours


STAFFED = MILL._replace(calendar=Calendar("08:00-16:00", "08:00-18:00"))


def test_public_employee_posts_in_working_hours() -> None:
    posts = [own(f"03-0{day}", "Kage.", scheduled=f"2027-03-0{day}T10:00:00") for day in (1, 2, 3, 4)]
    assert told(run(*posts, settings=STAFFED), "working-hours") == [3]
    assert told(run(*posts, settings=STAFFED._replace(sector="public")), "working-hours") == []
    night = official("03-07", scheduled="2027-03-07T23:55:00")
    assert told(run(night, settings=STAFFED._replace(sector="public")), "working-hours") == [0]


def test_working_hours_are_off_by_default() -> None:
    assert "working-hours" not in {rule.id for rule in Linter(MILL, rulebook(), now=NOW).rules}


def test_week_53_is_one_week() -> None:
    days = ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"]
    posts = [own("", "Kage.", scheduled=f"{day}T10:00:00") for day in days]
    assert told(run(*posts, settings=STAFFED), "working-hours") == [3]


# --- the run


def test_waiver_covers_what_history_shows() -> None:
    waiver = {"rule": "over-sharing", "reason": "Aftalt", "by": "Mia Tænkt"}
    reports = run(official("03-01", NEWS), official("03-03", NEWS, waivers=[waiver]))
    assert told(reports, "over-sharing") == []
    assert [one.finding.rule for one in reports[1].waived] == ["over-sharing"]


def test_own_history_equals_a_run() -> None:
    first, second = official("03-01", NEWS), official("03-03", NEWS)
    alone = ready().check(post(**second, history=[first]))
    assert [finding.message for finding in alone.findings] == _messages(run(first, second)[1].findings)


def _messages(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.message for finding in findings]


def test_command_looks_at_all_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "postlint.toml").write_text('[organisation]\nname = "Kvernholt"\nhandles = ["@kvernholt"]\n')
    for number, day in enumerate(("2027-03-01", "2027-03-03")):
        (tmp_path / f"{number}.json").write_text(json.dumps(official("", NEWS, scheduled=f"{day}T10:00:00+01:00")))
    main([str(tmp_path), "--format", "json", "--now", NOW, "--select", "over-sharing"])
    posts = json.loads(capsys.readouterr().out)["posts"]
    assert [[finding["rule"] for finding in one["findings"]] for one in posts] == [[], ["over-sharing"]]


@pytest.mark.parametrize("line", ['working_hours = "8 til 16"', 'closed = ["juli"]'], ids=["hours", "period"])
def test_calendar_that_says_nothing(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "postlint.toml").write_text(f"[calendar]\n{line}\n")
    (tmp_path / "a.txt").write_text("Hej.")
    assert main([str(tmp_path / "a.txt")]) == 2
    assert "calendar" in capsys.readouterr().err


def _kept(checker: Linter, number: int) -> Timeline:
    """Return a timeline of so many posts, a few texts over and over, an hour apart."""
    timeline = Timeline(checker.settings, checker.now)
    posts = [Post("", f"{NEWS} Nummer {n}.", role="official", account="@kvernholt") for n in range(5)]
    drafts = [checker.read(one) for one in posts]
    begin = moment("2020-01-01T00:00").timestamp()
    for n in range(number):
        kept = timeline.add(drafts[n % 5], ())
        timeline.entries[-1] = kept._replace(at=begin + n * 3600.0, number=n)
    return timeline


def test_work_grows_with_the_number_of_posts() -> None:
    checker = ready()
    taken = []
    for number in (1000, 4000):
        timeline = _kept(checker, number)
        reports = [PostReport(str(n), "", "official", (), (), (), {}) for n in range(number)]
        taken.append(_calls(lambda timeline=timeline, reports=reports: look_back(checker, timeline, reports)))
    assert all(later < 8 * earlier for earlier, later in pairwise(taken))  # four times the posts, not sixteen


def _calls(work: Callable[[], object]) -> int:
    """Return how many functions are called in doing something: work that no busy machine changes."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_entries_are_small() -> None:
    checker = ready()
    drafts = [checker.read(Post("", f"{NEWS} Nummer {n}.", account="@kvernholt")) for n in range(100)]
    timeline = Timeline(checker.settings, checker.now)
    for draft in drafts:
        timeline.add(draft, ())  # everything that is computed once is there now
    timeline.entries.clear()
    tracemalloc.start()
    for draft in drafts:
        timeline.add(draft, ())
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert size < 100 * 4000  # bytes


def test_posts_on_different_channels_without_time_are_left_alone() -> None:
    once = {"text": NEWS, "role": "official", "account": "@kvernholt"}
    reports = run({**once, "channel": "facebook"}, {**once, "channel": "linkedin"})
    assert lacking(reports, "over-sharing") == []


def test_rule_is_told_once_of_a_post() -> None:
    asked = {"author": "Åge Prøve", "text": "Hold op med at skrive til mig."}
    stopped = inbound("Lad mig være i fred.", "03-01T10:00")
    reports = run(stopped, own("03-02", "Men hør nu.", reply_to=asked))
    assert len(found(reports[1], "repeated-contact")) == 1


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31"], ids=["first", "last"])
def test_ends_of_the_calendar(year: str) -> None:
    far = {"role": "official", "account": "@kvernholt", "scheduled": f"{year}T23:30:00-12:00"}
    asked = {"text": "Har I åbent?", "author": {"name": "Åge"}, "inbound": {"at": f"{year}T00:10:00"}}
    reports = run({"text": "Brød.", **far}, asked, official("03-01"), settings=STAFFED)
    assert told(reports, "response-time") == ([1] if year < "2027" else [])


def test_years_of_waiting_are_counted_too() -> None:
    assert working_hours_between(moment("2020-01-01T12:00"), moment("2027-01-01T12:00")) == pytest.approx(43_000, 0.03)
