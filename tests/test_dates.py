"""Dates and times as people write them, in Danish and in English."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.document.dates import moment

NEAR = datetime.fromisoformat("2027-03-10T12:00:00+01:00")  # a Wednesday

DATES = {
    "danish": ("den 3. maj 2027 kl. 8.30", "2027-05-03T08:30"),
    "danish-short": ("d. 3/5 2027 kl. 8", "2027-05-03T08:00"),
    "danish-without-year": ("3. maj kl. 8.30", "2027-05-03T08:30"),
    "danish-capitals": ("TIL DEN 3. MAJ KL. 08.30", "2027-05-03T08:30"),
    "danish-short-month": ("14. okt. 2027", "2027-10-14T00:00"),
    "danish-weekday-and-date": ("fredag den 12. marts 2027 kl. 6", "2027-03-12T06:00"),
    "danish-midnight": ("den 12. marts ved midnat", "2027-03-12T00:00"),
    "danish-noon": ("den 12. marts kl. 12.00", "2027-03-12T12:00"),
    "danish-colon": ("12. marts 2027, kl. 06:15", "2027-03-12T06:15"),
    "english": ("3 May 2027 at 8.30", "2027-05-03T08:30"),
    "english-ordinal": ("the 3rd of May, 8:30 am", "2027-05-03T08:30"),
    "english-month-first": ("May 3, 2027 at 8:30 pm", "2027-05-03T20:30"),
    "english-month-first-ordinal": ("May 3rd at 9am", "2027-05-03T09:00"),
    "english-short-month": ("on 14 Oct 2027", "2027-10-14T00:00"),
    "english-noon": ("12 March at noon", "2027-03-12T12:00"),
    "english-midnight": ("12 March at midnight", "2027-03-12T00:00"),
    "twelve-am-is-midnight": ("12 March 12:00 am", "2027-03-12T00:00"),
    "twelve-pm-is-noon": ("12 March 12:00 pm", "2027-03-12T12:00"),
    "iso": ("2027-04-01", "2027-04-01T00:00"),
    "iso-with-time": ("2027-04-01 10:45", "2027-04-01T10:45"),
    "iso-with-t": ("2027-04-01T10:45", "2027-04-01T10:45"),
    "slash": ("3/4", "2027-04-03T00:00"),
    "slash-with-year": ("3/12/2027", "2027-12-03T00:00"),
    "slash-with-short-year": ("3/12-27", "2027-12-03T00:00"),
    "dotted": ("03.12.2027", "2027-12-03T00:00"),
    "dotted-with-time": ("03.12.2027 kl. 9.15", "2027-12-03T09:15"),
    "time-before-date": ("kl. 9.15 den 3. maj 2027", "2027-05-03T09:15"),
    "the-year-that-is-closest": ("31. december", "2026-12-31T00:00"),
    "a-leap-day": ("29. februar 2028", "2028-02-29T00:00"),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=DATES)
def test_dates_and_times(text: str, expected: str) -> None:
    found = moment(text, NEAR)
    assert found is not None
    assert found.replace(tzinfo=None) == datetime.fromisoformat(expected)


RELATIVE = {
    "friday": ("fredag", "2027-03-12T00:00"),
    "friday-with-time": ("til fredag kl. 06.00", "2027-03-12T06:00"),
    "friday-english": ("until Friday 9 am", "2027-03-12T09:00"),
    "short-weekday": ("fre kl. 9", "2027-03-12T09:00"),
    "sunday": ("søndag", "2027-03-14T00:00"),
    "tuesday-is-next-week": ("tirsdag", "2027-03-16T00:00"),
    "same-day": ("onsdag kl. 18", "2027-03-10T18:00"),
    "tomorrow": ("i morgen kl. 7.15", "2027-03-11T07:15"),
    "tomorrow-english": ("tomorrow at 5:30 pm", "2027-03-11T17:30"),
    "the-day-after": ("i overmorgen", "2027-03-12T00:00"),
    "today": ("i dag kl. 15", "2027-03-10T15:00"),
    "today-english": ("today at 3pm", "2027-03-10T15:00"),
    "time-alone": ("kl. 14.30", "2027-03-10T14:30"),
    "time-alone-english": ("2:30 pm", "2027-03-10T14:30"),
}


@pytest.mark.parametrize(("text", "expected"), RELATIVE.values(), ids=RELATIVE)
def test_days_near_the_moment(text: str, expected: str) -> None:
    found = moment(text, NEAR)
    assert found is not None
    assert found.replace(tzinfo=None) == datetime.fromisoformat(expected)


@pytest.mark.parametrize("text", ["onsdag kl. 8", "Wednesday 8 am", "onsdag"])
def test_a_weekday_whose_time_is_past_means_next_week_when_looking_ahead(text: str) -> None:
    found = moment(text, NEAR, ahead=True)
    assert found is not None
    assert found.date().isoformat() == "2027-03-17"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("12 March 2027 09:00 CET", 1, id="cet"),
        pytest.param("12 March 2027 09:00 CEST", 2, id="cest"),
        pytest.param("12 March 2027 09:00 GMT", 0, id="gmt"),
        pytest.param("12 March 2027 09:00 UTC", 0, id="utc"),
        pytest.param("12 March 2027 9 am EST", -5, id="est"),
        pytest.param("2027-03-12T09:00Z", 0, id="z"),
        pytest.param("2027-03-12T09:00+05:00", 5, id="offset"),
        pytest.param("12. marts 2027 kl. 9", 1, id="left-out-is-that-of-the-post"),
    ],
)
def test_zones(text: str, hours: int) -> None:
    found = moment(text, NEAR)
    assert found == datetime(2027, 3, 12, 9, tzinfo=timezone(timedelta(hours=hours)))


NONSENSE = [
    "", "snart", "until further notice", "31. februar 2027", "32. maj", "99/99", "kl. 99.99",
    "45/13/2027", "2027-13-45",
    "0/0", "vi er 12 mand", "manden kommer", "our friends agree", "sunlight", "money talks", "saturated", "torskene",
    "3 markeder", "2 decks", "12 julekager", "5 mayors", "1.000 kr.", "tlf. 00 00",
]  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_no_moment(text: str) -> None:
    assert moment(text, NEAR) is None


@given(st.text(alphabet="0123456789./-:, kldenmajfrwTZ+ap", max_size=30), st.booleans())
def test_no_text_is_too_odd(text: str, ahead: bool) -> None:
    found = moment(text, NEAR, ahead)
    assert found is None or found.tzinfo is not None


@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)))
def test_every_written_out_day_is_read(day: datetime) -> None:
    months = "januar februar marts april maj juni juli august september oktober november december".split()
    found = moment(f"den {day.day}. {months[day.month - 1]} {day.year} kl. {day.hour}.{day.minute:02}", NEAR)
    assert found is not None
    assert found.replace(tzinfo=None) == day.replace(second=0, microsecond=0)
