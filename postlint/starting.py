"""The first configuration of an organisation: six answers become a commented ``postlint.toml``."""

from __future__ import annotations

from postlint.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Answers(NamedTuple):
    """What was answered. ``accounts`` holds handles (``@``) and hashtags (``#``) together."""

    name: str
    aliases: tuple[str, ...] = ()
    email_domains: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    spokespersons: tuple[str, ...] = ()


# One line of comment over each key: what it is for, in Danish and English.
_SAID = {
    "head": ("Hvad postlint skal vide om jer. Alt kan ændres; »postlint doctor« viser, hvad der mangler.",
             "What postlint should know about you. Change anything; 'postlint doctor' shows what is missing."),
    "policies": ("Politikker, der gælder: social-media, os2samtale, oktech, ecxo, eller en fil af jeres egen.",
                 "Policies that apply: social-media, os2samtale, oktech, ecxo, or a file of your own."),
    "role": ("Rollen for opslag, der ikke selv siger det: private, employee, official, vendor, moderator.",
             "The role of posts that do not say: private, employee, official, vendor, moderator."),
    "sector": ("»public« for offentligt ansatte, som har ytringsfrihed om deres arbejde.",
               "'public' for public employees, who are free to speak about their work."),
    "strict": ("false: politikkens eget, mildere niveau.", "false: the policy's own, milder level."),
    "name": ("Navnet, som folk skriver det.", "The name as people write it."),
    "aliases": ("Andre navne, fx det fulde firmanavn.", "Other names, such as the full company name."),
    "handles": ("Organisationens konti.", "The organisation's accounts."),
    "hashtags": ("Organisationens hashtags.", "The organisation's hashtags."),
    "products": ("Produkter og ydelser.", "Products and services."),
    "email_domains": ("Domæner for arbejdsmail; underdomæner er med.", "Domains of work mail; sub-domains included."),
    "public_mailboxes": ("Adresser, som alle gerne må skrive.", "Addresses that anybody may publish."),
    "logos": ("Filer med logoet.", "Files that hold the logo."),
    "spokespersons": ("Hvem der må udtale sig på organisationens vegne.", "Who may speak for the organisation."),
    "competitors": ("Konkurrenter; skriv en [[competitors]] for hver.", "Competitors; one [[competitors]] each."),
    "consent": ("Registeret over samtykker til billeder, en CSV-fil med kolonnerne\n"
                "# ref, person, image, channels, given, expires, withdrawn, guardian.",
                "The register of consents to pictures, a CSV file with the columns\n"
                "# ref, person, image, channels, given, expires, withdrawn, guardian."),
    "disclaimer": ("Et forbehold i profilteksten er nok. da og en er det, som --fix skriver.",
                   "A disclaimer in the profile is enough. da and en are what --fix writes."),
    "rules": ("Slå regler fra, eller giv dem en anden alvor: off, info, warning, error. Se »postlint rules«.",
              "Switch rules off or give them another severity: off, info, warning, error. See 'postlint rules'."),
}  # fmt: skip


def configuration_text(answers: Answers, lang: str) -> str:
    """Return the text of a ``postlint.toml`` for the answers, with comments in ``lang``."""
    handles = [name for name in map(_account, answers.accounts) if name[0] == "@"]
    hashtags = [name for name in map(_account, answers.accounts) if name[0] == "#"]
    lines = [
        _comment("head", lang), "",
        *_pair("policies", '["social-media"]', lang), *_pair("role", '"private"', lang),
        *_pair("sector", '"private"', lang), *_pair("strict", "true", lang), "",
        "[organisation]",
        *_pair("name", _text(answers.name), lang), *_pair("aliases", _list(answers.aliases), lang),
        *_pair("handles", _list(handles), lang), *_pair("hashtags", _list(hashtags), lang),
        *_pair("products", "[]", lang),
        *_pair("email_domains", _list(domain.rpartition("@")[2] for domain in answers.email_domains), lang),
        *_pair("public_mailboxes", "[]", lang), *_pair("logos", "[]", lang),
        *_pair("spokespersons", _list(answers.spokespersons), lang), "",
        *_competitors(answers.competitors, lang),
        "# [consent]", *_aside("consent", 'register = "consents.csv"', lang), "",
        "[disclaimer]", *_pair("disclaimer", "", lang)[:1], "accept_profile = true",
        'da = "Egne holdninger."', 'en = "Views are my own."', "",
        "[rules]", *_aside("rules", 'missing-disclaimer = "warning"', lang),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _competitors(names: Iterable[str], lang: str) -> list[str]:
    lines = [_comment("competitors", lang)]
    for name in names:
        lines += ["[[competitors]]", f"name = {_text(name)}", "aliases = []", "handles = []", "products = []", ""]
    return lines if len(lines) > 1 else [*lines, "# [[competitors]]", '# name = "…"', ""]


def _pair(key: str, value: str, lang: str) -> list[str]:
    return [_comment(key, lang), f"{key} = {value}"]


def _aside(key: str, example: str, lang: str) -> list[str]:
    return [_comment(key, lang), f"# {example}"]


def _comment(key: str, lang: str) -> str:
    return "# " + _SAID[key][0 if lang == "da" else 1]


def _account(name: str) -> str:
    return name if name[0] in "@#" else f"@{name}"


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(_text(word) for word in words)}]"


def _text(word: str) -> str:
    """Return a TOML string; control characters have no place in a name and are left out."""
    clean = "".join(letter for letter in word if letter.isprintable())
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
