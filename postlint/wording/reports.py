"""What reports, records, baselines, watching and editors say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {}
