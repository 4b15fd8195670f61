"""The description of the interface, against the running service: made-up requests find no answer that it does not
promise, and no mistake."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from served import service

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 8  # for made-up requests; a bound, not a goal
FEWEST = 10  # requests that a busy machine manages in that time


@pytest.mark.skipif(find_spec("schemathesis") is None, reason="schemathesis is not installed")
def test_answers_as_described(tmp_path: Path) -> None:
    with service(tmp_path) as served:
        command = [sys.executable, "-m", "schemathesis.cli", "run", f"{served.base}/openapi.json", "--no-color"]
        command += ["-H", f"Authorization: Bearer {served.token}", "--phases", "coverage,fuzzing", "--seed", "1"]
        command += ["--max-time", str(SECONDS), "--max-examples", "8", "--generation-database", "none"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout[-4000:]
        passed = re.search(r"(\d+) generated, (\d+) passed", done.stdout)
        assert passed is not None
        assert int(passed[2]) > FEWEST
        assert served.client().get("/v1/health").status_code == 200
        assert "went wrong" not in served.words()
