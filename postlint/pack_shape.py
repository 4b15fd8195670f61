"""The shape of a pack file: rules, families of words, a policy and its clauses, in TOML."""

from __future__ import annotations

from postlint.post import ROLES
from postlint.post_shape import POST
from postlint.settings import GRADES
from postlint.shape import Either, Field, Flag, Items, Map, Number, Table, Text

WORDS = Text(filled=True)
SEVERITY = Text(choices=GRADES[1:])
GRADE = Text(choices=GRADES)
LANGUAGE = Text(choices=("da", "en", "any"))
IDENTIFIER = Text(filled=True)

REASON = Table(
    Field("message", WORDS, "hvad der er set", "what was seen"),
    Field("advice", WORDS, "hvad man gør", "what to do"),
)
EXAMPLE = Either((WORDS, POST))
WORDING = Table(
    Field("title", WORDS, "reglens navn i klar tekst", "the rule's name in plain words"),
    Field("message", WORDS, "hvad der er set", "what was seen"),
    Field("advice", WORDS, "hvad man gør", "what to do"),
    Field("phrases", Items(WORDS), "ord og vendinger", "words and phrases"),
    Field("patterns", Items(WORDS), "regulære udtryk", "regular expressions"),
    Field("reasons", Map(REASON), "egne ord for en undergrund", "words of its own for a sub-reason"),
    Field("bad", Items(EXAMPLE), "eksempler, der skal findes", "examples that must be found"),
    Field("good", Items(EXAMPLE), "eksempler, der ikke må findes", "examples that must not be found"),
)
RULE = Table(
    Field("id", IDENTIFIER, "reglens navn", "the rule's id", required=True),
    Field("check", WORDS, "slags eftersyn", "the kind of check"),
    Field("severity", SEVERITY, "alvor", "severity"),
    Field("advisory", SEVERITY, "alvor, når strict = false", "severity where strict = false"),
    Field("roles", Items(Text(choices=ROLES)), "de roller, den gælder for", "the roles it holds for"),
    Field("by_role", Map(SEVERITY, ROLES), "alvor efter rolle", "severity by role"),
    Field("raised", Items(Text(choices=ROLES)), "roller, hvor alvoren er et trin højere", "roles one level higher"),
    Field("by_reason", Map(GRADE), "alvor efter undergrund", "severity by sub-reason"),
    Field(
        "options", Map(Either((Text(), Flag(), Number(), Items(Text())))), "eftersynets valg", "options of the check"
    ),
    Field("secret", Flag(), "ordene vises kun i terminalen", "its words are shown in the terminal only"),
    Field("waivable", Flag(), "kan fraviges", "may be waived"),
    Field("unwaivable", Items(WORDS), "undergrunde, der ikke kan fraviges", "sub-reasons that may not be waived"),
    Field("on", Flag(), "slået til fra start", "on from the start"),
    Field("da", WORDING, "dansk ordlyd", "Danish wording"),
    Field("en", WORDING, "engelsk ordlyd", "English wording"),
)
FAMILY = Table(
    Field("name", IDENTIFIER, "familiens navn", "the family's name", required=True),
    Field("language", LANGUAGE, "sprog", "language"),
    Field("about", WORDS, "hvad der hører til", "what belongs here"),
    Field("words", Items(WORDS), "ord og vendinger", "words and phrases", required=True),
)
TITLE = (
    Field("da", WORDS, "dansk ordlyd", "Danish wording"),
    Field("en", WORDS, "engelsk ordlyd", "English wording"),
)
POLICY = Table(
    Field("id", IDENTIFIER, "politikkens navn", "the policy's id", required=True),
    *TITLE,
    Field("version", WORDS, "politikkens udgave, fx 2026.2", "the policy's version, such as 2026.2"),
)
CLAUSE = Table(
    Field("id", IDENTIFIER, "punktets nummer", "the clause's number", required=True),
    *TITLE,
    Field("rules", Items(IDENTIFIER), "regler, der bærer punktet", "rules that carry the clause"),
    Field(
        "why", Map(WORDS, ("da", "en")), "hvorfor det er vejledning, eller hvad reglerne ikke ser",
        "why it is guidance, or what the rules do not see",
    ),
    Field("person", Flag(), "kun et menneske kan vurdere det", "only a person can judge it"),
)
PACK = Table(
    Field("language", LANGUAGE, "sprog for hele filen", "language of the whole file"),
    Field("rule", Items(RULE), "regler", "rules"),
    Field("family", Items(FAMILY), "familier af ord", "families of words"),
    Field("policy", POLICY, "en politik", "a policy"),
    Field("clause", Items(CLAUSE), "politikkens punkter", "the policy's clauses"),
)
