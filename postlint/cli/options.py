"""The options of ``postlint FILE…``: one table, read by the hand parser and by the help.

The plain command must start fast, so nothing here imports more than names.
"""

from __future__ import annotations

from postlint.finding import SEVERITIES
from postlint.post import CHANNELS, LANGUAGES, ROLES
from postlint.record import NamedTuple
from postlint.writers import FORMATS

COMMANDS = (
    "rules", "explain", "coverage", "init", "consent", "images", "calendar", "verify", "watch", "lsp", "test", "doctor",
    "schema", "serve", "native-host", "install-native-host",
)  # fmt: skip
NEVER = "never"


class Option(NamedTuple):
    """One option. ``kind`` is ``flag``, ``text`` or ``list`` (repeatable and separated by commas).

    ``choices`` are all that may stand; ``known`` are suggested and read whatever their case. ``metavar`` and
    the help ``da``/``en`` are what a person reads; ``metavar`` is empty where the choices say it.
    """

    name: str
    kind: str
    da: str
    en: str
    choices: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    default: str = ""
    metavar: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """Return the name as a program writes it: ``--fail-on`` is ``fail_on``."""
        return self.name[2:].replace("-", "_")


class Options(NamedTuple):
    """What was asked for; the defaults stand in ``OPTIONS``. Empty: not given."""

    role: str
    channel: str
    lang: str
    config: str
    format: str
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    ui_lang: str
    fix: bool
    diff: bool
    show_matches: bool
    quiet: bool
    no_colour: bool
    now: str
    baseline: str
    write_baseline: str
    record: str
    by: str


_FILE = ("FIL", "FILE")
_RULES = ("REGEL,…", "RULE,…")
OPTIONS = (
    Option("--role", "text", "Hvem du skriver som, når opslaget ikke selv siger det.",
           "As whom you write, where the post does not say.", ROLES),
    Option("--channel", "text", "Hvor opslaget skal stå, fx linkedin, når det ikke selv siger det.",
           "Where the post will appear, such as linkedin, where it does not say.", known=CHANNELS,
           metavar=("KANAL", "CHANNEL")),
    Option("--lang", "text", "Opslagets sprog, når det ikke selv siger det. Ellers findes det stykke for stykke.",
           "The language of the post, where it does not say. Else it is found piece by piece.", LANGUAGES),
    Option("--config", "text", "Konfigurationen. Ellers den nærmeste postlint.toml opad fra hvert opslag.",
           "The configuration. Else the nearest postlint.toml upwards from each post.", metavar=_FILE),
    Option("--format", "text", "Hvordan resultatet skrives.", "How the result is written.", FORMATS,
           default="terminal"),
    Option("--fail-on", "text", "Fra hvilken alvor afslutningskoden er 1.",
           "From which severity on the exit status is 1.", (*SEVERITIES, NEVER), default="error"),
    Option("--select", "list", "Kun disse regler.", "Only these rules.", metavar=_RULES),
    Option("--ignore", "list", "Ikke disse regler.", "Not these rules.", metavar=_RULES),
    Option("--ui-lang", "text", "Sproget for alt, hvad postlint siger. Ellers følger fundene opslagets sprog.",
           "The language of all that postlint says. Else findings follow the language of the post.", LANGUAGES),
    Option("--fix", "flag", "Skriv de sikre rettelser ind i filerne, og vis det, der er tilbage.",
           "Write the safe fixes into the files, and show what remains."),
    Option("--diff", "flag", "Vis de sikre rettelser uden at ændre noget.",
           "Show the safe fixes and change nothing."),
    Option("--show-matches", "flag", "Vis også fortrolige ord i rapporter til andre programmer.",
           "Show confidential words in reports for other programs too."),
    Option("--quiet", "flag", "Vis kun fund og det, der ikke kunne læses.",
           "Show only findings and what could not be read."),
    Option("--no-colour", "flag", "Uden farver.", "Without colours."),
    Option("--now", "text", "Regn med dette tidspunkt (ISO 8601) i stedet for nu.",
           "Reckon with this moment (ISO 8601) instead of now.", metavar=("TIDSPUNKT", "MOMENT")),
    Option("--baseline", "text", "Vis ikke de fund, som denne fil kender.",
           "Leave out the findings that this file knows.", metavar=_FILE),
    Option("--write-baseline", "text", "Skriv de fund, der er nu, i denne fil, og vis kun det, der ikke må stå i den.",
           "Write the findings of now to this file, and show only what may not stand in it.", metavar=_FILE),
    Option("--record", "text", "Skriv i denne fil, hvad der er set igennem, og med hvilket resultat; aldrig teksten.",
           "Write to this file what was looked through, and with which result; never the text.", metavar=_FILE),
    Option("--by", "text", "Hvem der har set opslagene igennem, til --record.",
           "Who looked the posts through, for --record.", metavar=("NAVN", "NAME")),
)  # fmt: skip
EXITS = ("--help", "--version")  # told and done
ALL = (*(option.name for option in OPTIONS), *EXITS)
