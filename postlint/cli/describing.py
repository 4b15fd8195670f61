"""The help in plain words, in Danish and English, and its layout."""

from __future__ import annotations

from typing import Any

import click

from postlint.wording import say

_SAID: dict[str, tuple[str, str]] = {
    "postlint": ("Ser opslag igennem, før de kommer ud: .txt, .md, .json, .jsonl, .yaml, .csv, .xlsx, .docx og .html, "
                 "mapper, eller - for standard input. Afslutter med 0, når der ikke er fundet noget, 1, når der er, "
                 "og 2, når noget ikke kunne bruges.",
                 "Looks through posts before they are published: .txt, .md, .json, .jsonl, .yaml, .csv, .xlsx, "
                 ".docx and .html, folders, or - for standard input. Ends with 0 when nothing was found, 1 when "
                 "something was, and 2 when something could not be used."),
    "rules": ("Vis reglerne, og hvad de betyder her.", "Show the rules and what they mean here."),
    "explain": ("Forklar en regel med eksempler, og hvordan den ændres.",
                "Explain a rule with examples, and how to change it."),
    "coverage": ("Vis, hvordan hvert punkt i en politik bliver tjekket, og hvad der er fundet under det i opslagene.",
                 "Show how each clause of a policy is checked, and what the posts given show under it."),
    "init": ("Skriv en postlint.toml ud fra seks spørgsmål.", "Write a postlint.toml from six questions."),
    "test": ("Afprøv eksemplerne i reglerne, også jeres egne.", "Try the examples of the rules, your own too."),
    "doctor": ("Vis, hvad der kan findes her, og hvad der mangler.",
               "Show what can be found here, and what is missing."),
    "schema": ("Skriv et JSON-skema, som editorer kan hjælpe med.", "Print a JSON Schema that editors can help with."),
    "usage": ("Brug", "Usage"), "options": ("Tilvalg", "Options"), "arguments": ("Hvad du angiver", "Arguments"),
    "commands": ("Kommandoer", "Commands"),
    "[OPTIONS]": ("[TILVALG]", "[OPTIONS]"), "files": ("FIL…", "FILE…"),
    "or": ("eller", "or"), "command": ("KOMMANDO …", "COMMAND …"),
    "default": (" Ellers {}.", " Else {}."),
    "help": ("Vis denne hjælp.", "Show this help."), "version": ("Vis versionen.", "Show the version."),
    "rule": ("Reglens navn, fx work-email.", "The rule's name, such as work-email."),
    "config": ("Konfigurationen. Ellers den nærmeste opad fra denne mappe.",
               "The configuration. Else the nearest one upwards from this folder."),
    "format": ("text for mennesker, json for programmer.", "text for people, json for programs."),
    "ui-lang": ("Sproget: da eller en.", "The language: da or en."),
    "packs": ("Mapper eller filer med egne regler. Uden: dem, der følger med.",
              "Folders or files with rules of your own. None: those that come with postlint."),
    "what": ("post, config eller pack.", "post, config or pack."),
    "cover-format": ("text for mennesker, json for programmer, html for en side, der kan vises og printes.",
                     "text for people, json for programs, html for a page to show and print."),
    "cover-words": ("En politik (social-media, os2samtale, oktech, ecxo eller jeres egen), og de opslag, der skal "
                    "tælles med. Uden politik: dem, I bruger, ellers alle fire.",
                    "A policy (social-media, os2samtale, oktech, ecxo, or your own), and the posts to count. No "
                    "policy: those you use, else all four."),
    "name": ("Organisationens navn.", "The organisation's name."),
    "alias": ("Et andet navn; kan gentages.", "Another name; may be repeated."),
    "email-domain": ("Et maildomæne; kan gentages.", "A mail domain; may be repeated."),
    "account": ("En konto (@) eller et hashtag (#); kan gentages.",
                "An account (@) or a hashtag (#); may be repeated."),
    "competitor": ("En konkurrent; kan gentages.", "A competitor; may be repeated."),
    "spokesperson": ("En, der må udtale sig; kan gentages.", "Somebody who may speak for you; may be repeated."),
    "yes": ("Spørg ikke; brug det, der er angivet.", "Do not ask; use what is given."),
    "force": ("Skriv også oven i en fil, der findes.", "Also write over a file that is there."),
    "output": ("Filen, der skrives.", "The file to write."),
    "now": ("Regn med dette tidspunkt (ISO 8601).", "Reckon with this moment (ISO 8601)."),
    "cover-metavar": ("[POLITIK] [OPSLAG]…", "[POLICY] [POSTS]…"),
    "file-metavar": ("FIL", "FILE"), "rule-metavar": ("REGEL", "RULE"), "pack-metavar": ("[PAKKE]…", "[PACK]…"),
    "text-metavar": ("TEKST", "TEXT"), "moment-metavar": ("TIDSPUNKT", "MOMENT"),
}  # fmt: skip


def said(code: str, lang: str) -> str:
    """Return one of the help's texts; those of a part of the program stand with its sentences, as ``help-CODE``."""
    if code not in _SAID:
        return say(f"help-{code}", lang)
    return _SAID[code][0 if lang == "da" else 1]


def _layout(command: Any, context: Any, formatter: Any, lang: str) -> None:
    """Write the help of a command: usage, what it does, its arguments and options."""
    formatter.write_usage(context.command_path, _usage(command, context, lang), prefix=f"{said('usage', lang)}: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")
    rows: dict[str, list[tuple[str, str]]] = {"arguments": [], "options": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if parameter.param_type_name == "argument":
            rows["arguments"].append((parameter.metavar or "", parameter.help or ""))
        elif record is not None:
            helped = said("help", lang) if "--help" in parameter.opts else parameter.help or ""
            rows["options"].append((record[0], helped))
    for title, lines in rows.items():
        if lines:
            with formatter.section(said(title, lang)):
                formatter.write_dl(lines)


def _usage(command: Any, context: Any, lang: str) -> str:
    options = said("[OPTIONS]", lang)
    if hasattr(command, "commands"):
        either = f"{said('files', lang)} {said('or', lang)} " if context.parent is None else ""
        return f"{options} {either}{said('command', lang)}"
    names = [parameter.metavar for parameter in command.params if parameter.param_type_name == "argument"]
    return " ".join([options, *names])


def command(lang: str) -> type[click.Command]:
    """Return the class of a sub-command whose help is laid out in ``lang``."""

    class Command(click.Command):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            _layout(self, ctx, formatter, lang)

    return Command


def group(lang: str) -> type[click.Group]:
    """Return the class of the whole application, whose help is laid out in ``lang``."""

    class Group(click.Group):
        def list_commands(self, ctx: Any) -> list[str]:
            return list(self.commands)  # Click would sort them

        def format_help(self, ctx: Any, formatter: Any) -> None:
            _layout(self, ctx, formatter, lang)
            with formatter.section(said("commands", lang)):
                formatter.write_dl([(name, self.commands[name].help or "") for name in self.list_commands(ctx)])

    return Group
