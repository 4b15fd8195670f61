"""What the service and the native host say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {}
