"""What reports, records, baselines, watching and editors say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # the page
    "report-title": ("Hvad der er fundet i opslagene", "What was found in the posts"),
    "report-checked": ("Set igennem {moment}", "Looked through {moment}"),
    "report-moment": ("den {date} kl. {time}", "on {date} at {time}"),
    "report-day": ("den {date}", "on {date}"),
    "report-intro": (
        "Her står, hvilke ord der går imod hvilket punkt i politikken, og hvad du kan gøre ved det. Et opslag uden "
        "fund kan stadig være uklogt, og et med fund kan være fint: det er mennesker, der afgør, hvad der udgives.",
        "This says which words go against which clause of the policy, and what you can do about it. A post without "
        "findings may still be unwise, and one with findings may be fine: people decide what is published.",
    ),
    "report-hides": (
        "Ordene i fortrolige og personlige fund er skjult. Resten af teksten er, som den står i opslagene, og de er "
        "ikke udgivet endnu: pas lige så godt på siden som på opslagene.",
        "The words of confidential and personal findings are hidden. The rest of the text is as it stands in the "
        "posts, which are not published yet: look after this page as you would after them.",
    ),
    "report-shows": (
        "Siden viser også ordene i fortrolige og personlige fund (--show-matches). Giv den kun til dem, der må se dem.",
        "This page also shows the words of confidential and personal findings (--show-matches). Give it only to those "
        "who may see them.",
    ),
    "report-contents": ("Indhold", "Contents"),
    "report-posts": ("Opslag", "Posts"),
    "report-calendar": ("Uge for uge", "Week by week"),
    "report-rules": ("Regler", "Rules"),
    "report-clauses": ("Politikkens punkter", "Clauses of the policy"),
    "report-rest": ("Uden fund, undtaget og ikke vurderet", "Without findings, waived, not evaluated"),
    "report-errors": ("fejl", "errors"),
    "report-warnings": ("advarsler", "warnings"),
    "report-infos": ("bemærkninger", "notes"),
    "report-findings": ("fund", "findings"),
    "report-posts-with": ("opslag med fund", "posts with findings"),
    "report-posts-without": ("opslag uden fund", "posts without findings"),
    "report-role-private": ("som privatperson", "as a private person"),
    "report-role-employee": ("som ansat", "as an employee"),
    "report-role-official": ("på organisationens vegne", "on behalf of the organisation"),
    "report-role-vendor": ("som leverandør", "as a vendor"),
    "report-role-moderator": ("som moderator", "as a moderator"),
    "report-scheduled": ("kommer ud {moment}", "appears {moment}"),
    "report-finding": ("Fund {number}", "Finding {number}"),
    "report-to-mark": ("Fund {number}, til stedet i teksten", "Finding {number}, to its place in the text"),
    "report-line": ("linje {line}", "line {line}"),
    "report-gap": ("(noget af teksten er udeladt)", "(some of the text is left out)"),
    "report-hidden-words": ("[skjult]", "[hidden]"),
    "report-none": ("Der er ikke fundet noget.", "Nothing was found."),
    "report-in-posts": ("i opslagene", "in the posts"),
    "report-clauses-note": (
        "Et fund tæller med under alle de punkter, det hører til.",
        "A finding counts under every clause that it belongs to.",
    ),
    "report-no-praise": (
        "Det siger kun, at postlint ikke har fundet noget i dem.",
        "That says only that postlint found nothing in them.",
    ),
    "report-waived": ("undtaget", "waived"),
    "report-void": ("undtagelser uden virkning", "waivers without effect"),
    "report-not-evaluated": ("ikke vurderet", "not evaluated"),
    "report-week": ("uge", "week"),
    "report-week-of": ("uge {number}, fra {date}", "week {number}, from {date}"),
    "report-chart": ("Diagram over opslag og fund uge for uge", "Chart of posts and findings week by week"),
    "report-chart-told": (
        "Fra ugen, der begynder {first}, til ugen, der begynder {last}: {posts} opslag og {findings} fund. Flest fund, "
        "{number}, er der i ugen, der begynder {most}. Tallene står i tabellen nedenfor.",
        "From the week beginning {first} to the week beginning {last}: {posts} posts and {findings} findings. Most "
        "findings, {number}, are in the week beginning {most}. The table below has the numbers.",
    ),
    "report-calendar-table": ("Tallene som tabel", "The numbers as a table"),
    "report-undated-one": (
        "1 opslag siger ikke, hvornår det kommer ud (scheduled), og er ikke med her.",
        "1 post does not say when it appears (scheduled) and is not counted here.",
    ),
    "report-undated-many": (
        "{number} opslag siger ikke, hvornår de kommer ud (scheduled), og er ikke med her.",
        "{number} posts do not say when they appear (scheduled) and are not counted here.",
    ),
    "report-footer": (
        "Lavet af postlint {version} på egen maskine; intet er sendt nogen steder hen.",
        "Made by postlint {version} on your own machine; nothing was sent anywhere.",
    ),
    # a comment on a pull request
    "report-place": ("sted", "place"),
    "report-what": ("hvad og hvorfor", "what and why"),
    "report-cut": (
        "{number} fund mere er ikke vist her: der er ikke plads til dem i en kommentar.",
        "{number} more findings are not shown here: a comment has no room for them.",
    ),
    # baselines
    "known-one": ("1 fund er kendt fra baselinen.", "1 finding is known from the baseline."),
    "known-many": ("{number} fund er kendt fra baselinen.", "{number} findings are known from the baseline."),
    "gone-heading": ("I baselinen, men ikke i opslagene længere:", "In the baseline, but no longer in the posts:"),
    "gone-times": (" ({number} gange)", " ({number} times)"),
    "report-gone": ("i baselinen, men ikke i opslagene længere", "in the baseline, but no longer in the posts"),
    "report-posts-known": (
        "opslag, hvor alle fund er kendt fra baselinen",
        "posts whose findings are all known from the baseline",
    ),
    "baseline-format": (
        "filen er ikke en baseline, som denne postlint kan læse (udgave {version}). Skriv en ny med --write-baseline.",
        "the file is no baseline that this postlint can read (version {version}). Write a new one with "
        "--write-baseline.",
    ),
    "baseline-written": ("{number} fund er skrevet i {path}.", "{number} findings were written to {path}."),
    "baseline-firm": (
        "{number} fund kan ikke fraviges og er derfor ikke skrevet i baselinen.",
        "{number} findings cannot be waived and were therefore not written to the baseline.",
    ),
    "baseline-unwritten": (
        "baselinen er ikke skrevet, for ikke alt kunne læses.",
        "the baseline was not written, for not everything could be read.",
    ),
    "report-unwritten": ("filen kunne ikke skrives: {reason}.", "the file could not be written: {reason}."),
    # records
    "by-alone": (
        "--by siger, hvem der har set opslagene igennem, og hører sammen med --record.",
        "--by says who looked the posts through and belongs with --record.",
    ),
    "record-and-fix": (
        "--record kan ikke bruges sammen med --fix. Ret først, og kør så --record på det, der er tilbage.",
        "--record cannot be used together with --fix. Fix first, then run --record on what remains.",
    ),
    "record-unwritten": (
        "protokollen er ikke skrevet, for ikke alt kunne læses.",
        "the record was not written, for not everything could be read.",
    ),
    "record-written": ("Protokollen er skrevet i {path}.", "The record was written to {path}."),
    "record-format": (
        "filen er ikke en protokol, som denne postlint kan læse (udgave {version}).",
        "the file is no record that this postlint can read (version {version}).",
    ),
    "verify-head": (
        "Set igennem {moment}{by} med postlint {version}.",
        "Looked through {moment}{by} with postlint {version}.",
    ),
    "verify-by": (" af {name}", " by {name}"),
    "verify-unchanged": ("uændret", "unchanged"),
    "verify-text-changed": ("teksten er ændret", "the text has changed"),
    "verify-facts-changed": ("oplysningerne er ændret", "the facts have changed"),
    "verify-picture-changed": ("et billede er ændret", "a picture has changed"),
    "verify-not-in-record": ("står ikke i protokollen", "is not in the record"),
    "verify-no-longer-there": ("er der ikke længere", "is no longer there"),
    "verify-policies": ("Politikken {name} er ændret siden.", "The policy {name} has changed since."),
    "verify-packs": ("Regelpakken {name} er ændret siden.", "The pack {name} has changed since."),
    "verify-settings": ("Konfigurationen er ændret siden.", "The configuration has changed since."),
    "verify-register": ("Samtykkeregisteret er ændret siden.", "The consent register has changed since."),
    "verify-expired": (
        "{post}: undtagelsen fra {rule} gjaldt kun til og med {date}.",
        "{post}: the waiver of {rule} held only until {date}.",
    ),
    "verify-unasked-one": (
        "1 opslag i protokollen er der ikke spurgt om.",
        "1 post of the record was not asked about.",
    ),
    "verify-unasked-many": (
        "{number} opslag i protokollen er der ikke spurgt om.",
        "{number} posts of the record were not asked about.",
    ),
    "verify-same": (
        "Det er de opslag, der blev set igennem, og reglerne er de samme.",
        "These are the posts that were looked through, and the rules are the same.",
    ),
    "verify-not-same": (
        "Noget er ændret, siden opslagene blev set igennem. Kør postlint på dem igen.",
        "Something has changed since the posts were looked through. Run postlint on them again.",
    ),
    "help-verify": (
        "Sig, om opslag stadig er dem, der blev set igennem, og om reglerne er de samme. Afslutter med 0, når intet er "
        "ændret, 1, når noget er, og 2, når noget ikke kunne bruges.",
        "Say whether posts are still those that were looked through, and whether the rules are the same. Ends with 0 "
        "when nothing has changed, 1 when something has, and 2 when something could not be used.",
    ),
    "help-verify-record": ("Protokollen, skrevet med --record.", "The record, written with --record."),
    "help-verify-record-metavar": ("PROTOKOL", "RECORD"),
    "help-verify-posts": ("Opslagene, filer eller mapper.", "The posts, files or folders."),
    "help-verify-posts-metavar": ("OPSLAG…", "POST…"),
    # watching
    "watch-extra-missing": (
        "der kan ikke holdes øje med mapper endnu. Skriv: pip install \"postlint[watch]\"",
        "folders cannot be watched yet. Type: pip install \"postlint[watch]\"",
    ),
    "watch-begin": ("Holder øje med {folders}. Ctrl-C slutter.", "Watching {folders}. Ctrl-C ends it."),
    "watch-whole": ("I alt: {verdict}", "In all: {verdict}"),
    "watch-gone": ("{path} er væk", "{path} is gone"),
    "watch-rules-changed": (
        "konfigurationen er ændret; alt er set igennem igen",
        "the configuration has changed; everything was looked through again",
    ),
    "help-config-each": (
        "Konfigurationen. Ellers den nærmeste postlint.toml opad fra hvert opslag.",
        "The configuration. Else the nearest postlint.toml upwards from each post.",
    ),
    "help-watch": (
        "Hold øje med mapper, og se opslag igennem, hver gang de bliver gemt.",
        "Watch folders, and look posts through whenever they are saved.",
    ),
    "help-watch-folders": ("Mapper eller filer.", "Folders or files."),
    "help-watch-folders-metavar": ("MAPPE…", "FOLDER…"),
    # editors
    "lsp-extra-missing": (
        "sprogserveren er ikke installeret. Skriv: pip install \"postlint[lsp]\"",
        "the language server is not installed. Type: pip install \"postlint[lsp]\"",
    ),
    "lsp-fix-all": ("Lav alle sikre rettelser", "Make all safe fixes"),
    "lsp-waive": ("Undtag {rule} med en grund", "Waive {rule} with a reason"),
    "lsp-waive-why": ("skriv hvorfor", "say why"),
    "lsp-waive-who": ("skriv, hvem der svarer for det", "say who answers for it"),
    "lsp-void": ("Undtagelsen fra {rule} virker ikke: {why}.", "The waiver of {rule} has no effect: {why}."),
    "help-lsp": (
        "Tal med en editor (LSP over standard input og output): fund, mens du skriver, med punkt, råd og rettelser.",
        "Speak to an editor (LSP over standard input and output): findings as you write, with clause, advice and "
        "fixes.",
    ),
}
