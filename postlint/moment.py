"""Dates and times as ISO 8601 writes them, and what is wrong with those that it does not."""

from __future__ import annotations


def wrong_moment(value: str) -> str:
    """Return the code of what is wrong with a date-time, or the empty string. The zone may be left out."""
    import re
    from datetime import datetime

    if re.fullmatch(r"\d{4}-?\d\d-?\d\d", value):
        return wrong_date(value) or "moment-without-time"
    if not re.fullmatch(r"\d{4}-?\d\d-?\d\d[T ]\d\d[\d:.,]*(Z|[+-]\d\d(:?\d\d)?)?", value, re.ASCII):
        return "moment-form"
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return "moment-none"
    return ""


def wrong_date(value: str) -> str:
    """Return the code of what is wrong with a date (a time of day may follow), or the empty string."""
    import re
    from datetime import datetime

    if not re.match(r"\d{4}-?\d\d-?\d\d([T ]\d\d|$)", value, re.ASCII):
        return "date-form"
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return "date-none"
    return ""


def wrong_hours(value: str) -> str:
    """Return the code of what is wrong with hours of the day ("08:00-16:00"), or the empty string."""
    from postlint.working_days import hours

    return "" if hours(value) else "hours-form"


def wrong_period(value: str) -> str:
    """Return the code of what is wrong with a date or a period of dates, or the empty string."""
    from postlint.working_days import period

    return "" if period(value) else "period-form"
