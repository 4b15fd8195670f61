"""The native host: one process that a browser keeps, with the same question and answer as ``POST /v1/check``."""

from __future__ import annotations

import json
import os
import time

from postlint.native.messages import MOST, TooBig, receive, send
from postlint.record import TYPE_CHECKING
from postlint.server.answering import Answerer
from postlint.server.bodies import read_check, too_big
from postlint.server.limits import Limits
from postlint.server.problem_details import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from postlint.server.reloading import Rules

WATCH = 1.0  # seconds between two looks at the files of rules and settings


class Host:
    """Answers messages. ``told`` is called when rules and settings have changed, or could not be used."""

    def __init__(self, rules: Rules, key: bytes, lang: str, *, now: str = "", told: Callable[[Rules], None]) -> None:
        self.rules, self.lang, self.told = rules, lang, told
        self.limits = Limits(body=MOST)
        self.answerer = Answerer(key, self.limits, now)
        self._looked = time.monotonic()

    def run(self, given: BinaryIO, taken: BinaryIO) -> None:
        """Answer every message until there are no more."""
        while True:
            try:
                message = receive(given)
                if message is None:
                    return
                answer = self.answer(message)
            except TooBig:
                answer = self._refusal(too_big(MOST))
            send(taken, answer)

    def answer(self, message: bytes) -> bytes:
        """Return the report on what a message asks for, or the problem details of a refusal."""
        self._look()
        try:
            answer = self.answerer.answer(read_check(message, self.limits, self.lang), self.rules.ready, self.lang)
            if len(answer) > MOST:
                raise too_big(MOST)
            return answer
        except Refused as refused:
            return self._refusal(refused)
        except Exception:  # a mistake of ours must not end the process, nor show what was being read
            if os.environ.get("POSTLINT_TRACEBACK"):
                raise
            return self._refusal(Refused("unexpected"))

    def _look(self) -> None:
        if time.monotonic() - self._looked > WATCH:
            self._looked = time.monotonic()
            if self.rules.look():
                self.told(self.rules)

    def _refusal(self, refused: Refused) -> bytes:
        return json.dumps(refused.details(self.lang), ensure_ascii=False).encode()
