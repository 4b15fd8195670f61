"""What ``postlint consent`` and the register behind it say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {}
