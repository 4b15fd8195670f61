"""Calendars: tables with one post a row, as spreadsheets and schedulers have them."""
