"""What reading office documents, spreadsheets and calendars says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {}
