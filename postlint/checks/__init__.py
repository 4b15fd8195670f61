"""The kinds of looking, one file each. A check is ``find(draft, rule)`` and yields what it saw, or which fact
it lacks; severity, wording, waivers and redaction are not its business. A new kind is one file and one line here.

Most drafts give most checks nothing to look at, so a check may name what it cannot do without; its file is imported
when a draft first has some of that.
"""

from __future__ import annotations

from importlib import import_module

from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from postlint.draft import Draft, Match, Unknown
    from postlint.rule import Rule

    Find = Callable[[Draft, Rule], Iterable[Match | Unknown]]


class Check:
    """A kind of looking, imported at first use.

    Without any of ``families`` (of the lexicon), ``facts`` (fields of the post) and ``seen`` (lists of a document,
    such as ``mentions``) there is nothing that the check could find; where none are named it always looks.
    """

    __slots__ = ("_facts", "_families", "_find", "_module", "_seen")

    def __init__(self, module: str, families: str = "", facts: str = "", seen: str = "") -> None:
        self._module = module
        self._families = frozenset(families.split())
        self._facts = tuple(facts.split())
        self._seen = tuple(seen.split())
        self._find: Find | None = None

    def __call__(self, draft: Draft, rule: Rule) -> Iterable[Match | Unknown]:
        """Return what the check answers."""
        return self.find(draft, rule) if self.can_find(draft) or weighs(draft, rule) else ()

    def can_find(self, draft: Draft) -> bool:
        """Say whether a draft has anything that the check cannot do without."""
        if not (self._families or self._facts or self._seen):
            return True
        if any(getattr(draft.post, fact) for fact in self._facts):
            return True
        return any(
            not self._families.isdisjoint(document.hits) or any(getattr(document, seen) for seen in self._seen)
            for document in draft.documents
        )

    @property
    def find(self) -> Find:
        """The check's own function."""
        if self._find is None:
            self._find = import_module(f"postlint.checks.{self._module}").find
        return self._find


def weighs(draft: Draft, rule: Rule) -> bool:
    """Say whether what a draft shows weighs enough for the breach of a rule."""
    for document in draft.documents:
        found = document.weighed.get(rule.id)
        if found is not None and found.is_enough:
            return True
    return False


# Signs of which one at least must be there before scorn is weighed, whatever the wording.
_SCORN = (
    "exasperation dim-idiom wits low-creature humble-task ill-trait specimen mock-contest never-seen sighed-tally"
    " ridicule sarcasm simile likeness plain-likeness thinks-itself of-a-frame ruin-place sorry-outfit negative"
    " quality-comparative incompetence"
)
CHECKS: Mapping[str, Check] = {
    "accusation": Check("accusation", "accused-act accused-being wrong-object crime-noun"),
    "address": Check("address"),
    "advertising": Check("advertising", "ad-cue ad-tag code-word together-with", "commercial"),
    "affiliation": Check("affiliation"),
    "altered-quote": Check("altered_quote", "", "quotes moderation"),
    "alternative-wording": Check("alternative_wording"),
    "answering": Check("late_answer", "", "reply_to"),
    "audience": Check("audience", "close-people", "audience images"),
    "authorship": Check("authorship"),
    "cadence": Check("over_time"),
    "channel-limit": Check("channel_limit", "", "channel also_on"),
    "comparison": Check("comparison"),
    "condescension": Check("condescension"),
    "confidence": Check("confidence", "client-matter client-loss client-person client-child client-described"),
    "contact": Check("contact", "harvested", "recipients"),
    "customer-contempt": Check(
        "customer_contempt", f"customer-scorn customer-noun support-case {_SCORN}", "", "mentions"
    ),
    "derailing": Check("derailing", "", "reply_to"),
    "employer-contempt": Check("employer_contempt", f"gross-scorn employer-scorn scorn-noun {_SCORN}"),
    "group-hostility": Check("group_hostility"),
    "hidden-text": Check("hidden_text"),
    "image-alt": Check("image_alt", "", "images"),
    "image-content": Check("image_content", "", "images"),
    "image-credit": Check("image_credit", "nobodys-photo", "images"),
    "image-logo": Check("image_logo", "", "images"),
    "image-people": Check("image_people", "", "images"),
    "incitement": Check("incitement", "vanish pile-on crowd-harm drive-out dox-ask", "", "people"),
    "link-share": Check("link_share", "", "", "specials"),
    "marking": Check("marking"),
    "moderation": Check("moderation", "", "moderation"),
    "obligation": Check("obligation", "employer", "", "mentions"),
    "official-word": Check("official_word"),
    "person-attack": Check("person_attack"),
    "persona": Check("persona"),
    "personal-data": Check("personal_data"),
    "phrase": Check("phrase"),
    "quotation": Check("quotation", "", "", "quotations"),
    "repeated-contact": Check("repeated_contact", "stop-ignored", "recipients reply_to"),
    "report-confidentiality": Check(
        "report_confidentiality",
        "report-reveal report-act report-thing report-person report-brave report-setting report-letter",
    ),
    "role": Check("role"),
    "secret-exposure": Check("secret_exposure"),
    "selling": Check("selling", "call-to-act offer own-wares scarcity"),
    "sexual-remark": Check("sexual_remark"),
    "sharing": Check("over_time"),
    "sourcing": Check("sourcing"),
    "staffing": Check("staffing"),
    "spelling": Check("spelling"),
    "swearing": Check("swearing"),
    "target-evaluation": Check("target_evaluation", "", "", "mentions"),
    "threat": Check(
        "threat",
        "threatening threat-wish harm-soft harm-thing whereabouts hurt hurt-passive"
        " known-of weapon menace-hint menace-end dear-part",
        "",
        "people",
    ),
    "trolling": Check("trolling", "troll-talk", "reply_to"),
}
