"""A rule: one demand. What is said once for all languages, and what is said once for each."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Wording(NamedTuple):
    """What a rule says in one language: ``title`` names it, ``message`` what was seen, ``advice`` what to do.

    Both hold ``{placeholders}`` that the check fills in. ``reasons`` maps a sub-reason to its own
    ``(message, advice)``, ``patterns`` holds regular expressions for the check ``phrase``.
    """

    title: str
    message: str
    advice: str
    reasons: Mapping[str, tuple[str, str]]
    patterns: tuple[str, ...] = ()

    def told(self, reason: str) -> tuple[str, str]:
        """Return message and advice for a sub-reason, or the rule's own."""
        message, advice = self.reasons.get(reason, ("", ""))
        return message or self.message, advice or self.advice


class Rule(NamedTuple):
    """One demand of a policy, checked by the check it names.

    ``severity`` holds where the configuration is strict, ``advisory`` where it is not; ``by_role`` and
    ``by_reason`` say where it differs (see ``postlint.grading``), and for the roles in ``raised`` it is one level
    higher. ``secret`` keeps its words out
    of every report but the terminal. ``waivable`` is false where no post may set the rule aside, ``unwaivable`` names
    sub-reasons, and what findings concern (such as ``minor``), for which none may.
    ``on`` is false for rules that an organisation must ask for, ``shipped`` for those of its own packs.
    """

    id: str
    check: str
    severity: str
    advisory: str
    roles: tuple[str, ...]
    by_role: Mapping[str, str]
    raised: tuple[str, ...]
    by_reason: Mapping[str, str]
    options: Mapping[str, str | int | bool | tuple[str, ...]]
    secret: bool
    waivable: bool
    unwaivable: tuple[str, ...]
    on: bool
    shipped: bool
    wording: Mapping[str, Wording]

    def option(self, name: str) -> tuple[str, ...]:
        """Return a list option of the check, empty where the rule does not set it."""
        value = self.options.get(name, ())
        return value if isinstance(value, tuple) else (str(value),)

    def limit(self, name: str, otherwise: int) -> int:
        """Return a number among the options of the check, ``otherwise`` where the rule sets none above zero."""
        value = self.options.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else otherwise
