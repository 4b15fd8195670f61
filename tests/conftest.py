"""What all tests share: a cache folder of their own, and a terminal that speaks English."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ["POSTLINT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "POSTLINT_TRACEBACK"):
        os.environ.pop(name, None)
    yield
    os.environ.clear()
    os.environ.update(kept)
