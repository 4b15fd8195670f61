"""What the check itself, its packs, its configuration and its command line say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # packs
    "phrase-sign": (
        "vendingen »{phrase}« har et tegn, der ikke kan bruges her. Skriv ord med blanktegn imellem; "
        "(a|b) er valg, (a)? kan udelades, .. er et hul, ord* er enhver endelse, og /n, /a og /v bøjer.",
        "the phrase '{phrase}' has a sign that cannot stand there. Write words with blanks between them; "
        "(a|b) is a choice, (a)? may be left out, .. is a gap, word* any ending, and /n, /a and /v inflect.",
    ),
    "phrase-start": (
        "vendingen »{phrase}« begynder med noget, der kan udelades. Begynd med et ord.",
        "the phrase '{phrase}' begins with something that may be left out. Begin with a word.",
    ),
    "phrase-empty": ("her står en tom vending. Skriv mindst ét ord.", "this phrase is empty. Write at least one word."),
    "phrase-wide": (
        "vendingen »{phrase}« står for alt for mange ordfølger. Del den i flere.",
        "the phrase '{phrase}' stands for far too many sequences of words. Split it up.",
    ),
    "phrase-stem": (
        "stammen i »{phrase}« er for kort. Skriv mindst fire bogstaver før stjernen.",
        "the stem in '{phrase}' is too short. Write at least four letters before the star.",
    ),
    "pattern-broken": (
        "mønsteret »{pattern}« er ikke et gyldigt regulært udtryk: {what}.",
        "the pattern '{pattern}' is not a valid regular expression: {what}.",
    ),
    "rule-said-twice": (
        "»{key}« står allerede et andet sted for reglen {rule}. Behold det ene.",
        "'{key}' is already said elsewhere for the rule {rule}. Keep one of them.",
    ),
    "check-unknown": (
        "der er intet eftersyn, der hedder »{check}«.{hint_da} Der kan stå: {allowed}.",
        "there is no check called '{check}'.{hint_en} Allowed: {allowed}.",
    ),
    "rule-wordless": (
        "reglen {rule} har ingen ordlyd. Skriv mindst en besked på dansk eller engelsk.",
        "the rule {rule} has no wording. Write at least a message in Danish or English.",
    ),
    "rule-unknown": ("reglen »{rule}« kendes ikke.{hint_da}", "unknown rule '{rule}'.{hint_en}"),
    "rule-messageless": ("reglen {rule} mangler »message« på {lang}.", "the rule {rule} lacks 'message' in {lang}."),
    "pack-empty": ("i {path} er der ingen .toml-filer.", "there are no .toml files in {path}."),
    # checks
    "the-organisation": ("organisationen", "the organisation"),
    "somebody-else": ("en anden", "somebody else"),
    "people-not-said": (
        "{file}: der står ikke, hvem der er på billedet. Skriv people: [] hvis der ingen er.",
        "{file}: it is not said who is in the picture. Write people: [] if nobody is.",
    ),
    "register-missing": ("der er intet samtykkeregister i postlint.toml.", "postlint.toml names no consent register."),
    "language-not-read": ("teksten er hverken på dansk eller engelsk.", "the text is neither Danish nor English."),
    "rule-out-of-time": (
        "reglens mønstre tog for lang tid på denne tekst.",
        "the rule's patterns took too long on this text.",
    ),
    "fix-disclaimer": ("Tilføj »{words}« nederst", "Add '{words}' at the end"),
    # facts of a post
    "original-not-said": (
        "citatet »{start} …« kan ikke sammenlignes: originalens ordlyd mangler (quotes.original).",
        "the quotation '{start} …' cannot be compared: the original wording is missing (quotes.original).",
    ),
    "wording-not-said": (
        "den rettede kommentar kan ikke sammenlignes: skriv moderation.before og moderation.after.",
        "the edited comment cannot be compared: give moderation.before and moderation.after.",
    ),
    "permission-not-said": (
        "der står ikke, om {who} har sagt ja til at få beskeder (recipients.permission).",
        "it is not said whether {who} agreed to get messages (recipients.permission).",
    ),
    "account-not-said": (
        "der står ikke, hvilken konto opslaget kommer fra (account).",
        "it is not said which account the post comes from (account).",
    ),
    "accounts-not-configured": (
        "postlint.toml siger ikke, hvilke konti (handles) eller talspersoner der er organisationens.",
        "postlint.toml does not say which accounts (handles) or spokespersons are the organisation's.",
    ),
    "author-not-said": (
        "der står ikke, hvem der skriver (author.name).",
        "it is not said who writes (author.name).",
    ),
    "shows-nudity": ("nøgenhed", "nudity"),
    "shows-sexual": ("seksuelt indhold", "sexual content"),
    "shows-violence": ("vold", "violence"),
    "shows-injury": ("tilskadekomst", "injury"),
    "moderation-delete": ("slette", "delete"),
    "moderation-hide": ("skjule", "hide"),
    "moderation-edit": ("rette i andres ord", "edit somebody's words"),
    "moderation-block": ("blokere", "block"),
    "moderation-close-comments": ("lukke for kommentarer", "close comments"),
    "fix-advertising": ("Begynd med »{words}«", "Begin with '{words}'"),
    # what a platform counts
    "unit-characters": ("tegn", "characters"),
    "unit-characters-one": ("tegn", "character"),
    "unit-utf-16": ("tegn (en emoji tæller 2)", "characters (an emoji counts 2)"),
    "unit-utf-16-one": ("tegn", "character"),
    "unit-bytes": ("byte (æ, ø og å fylder 2, en emoji 4 eller flere)", "bytes (æ takes 2, an emoji 4 or more)"),
    "unit-bytes-one": ("byte", "byte"),
    "unit-graphemes": ("synlige tegn", "visible characters"),
    "unit-graphemes-one": ("synligt tegn", "visible character"),
    "unit-weighted": (
        "vægtede tegn (et link tæller 23, en emoji 2)",
        "weighted characters (a link counts 23, an emoji 2)",
    ),
    "unit-weighted-one": ("vægtet tegn", "weighted character"),
    "unit-mastodon": ("synlige tegn (et link tæller 23)", "visible characters (a link counts 23)"),
    "unit-mastodon-one": ("synligt tegn", "visible character"),
    "unit-bluesky": ("synlige tegn (links forkortes)", "visible characters (links are shortened)"),
    "unit-bluesky-one": ("synligt tegn", "visible character"),
    "unit-threads": ("tegn (en emoji tæller 4 eller flere)", "characters (an emoji counts 4 or more)"),
    "unit-threads-one": ("tegn", "character"),
    "unit-hashtags": ("hashtags", "hashtags"),
    "unit-hashtags-one": ("hashtag", "hashtag"),
    "unit-links": ("forskellige links", "different links"),
    "unit-links-one": ("link", "link"),
    # end of platforms
    "spell-extra-missing": (
        "stavekontrollen er ikke installeret. Skriv: pip install \"postlint[spell]\"",
        "the spelling check is not installed. Type: pip install \"postlint[spell]\"",
    ),
    "or": (" eller ", " or "),
    "quoted": ("»{words}«", "'{words}'"),
    "fix-spelling": ("Skriv »{words}«", "Write '{words}'"),
    # history
    "history-facts-missing": (
        "tid eller konto mangler (scheduled, account), så opslaget kan ikke ses sammen med de andre.",
        "time or account is missing (scheduled, account), so the post cannot be seen together with the others.",
    ),
    "inbound-time-missing": (
        "der står ikke, hvornår beskeden kom (inbound.at).",
        "it is not said when the message came (inbound.at).",
    ),
    "time-not-said": (
        "der står ikke, hvornår opslaget kommer ud (scheduled).",
        "it is not said when the post will appear (scheduled).",
    ),
    "staffed-hours-missing": (
        "postlint.toml siger ikke, hvornår nogen passer kontiene (calendar.staffed_hours).",
        "postlint.toml does not say when somebody looks after the accounts (calendar.staffed_hours).",
    ),
    "working-hours-missing": (
        "postlint.toml siger ikke, hvornår arbejdstiden er (calendar.working_hours).",
        "postlint.toml does not say what the working hours are (calendar.working_hours).",
    ),
    "topic-not-said": (
        "der står ikke, hvad tråden handler om (reply_to.topic).",
        "it is not said what the thread is about (reply_to.topic).",
    ),
    "hours-form": (
        "»{key}« skal være to klokkeslæt, fx 08:00-16:00.",
        "'{key}' must be two times of day, such as 08:00-16:00.",
    ),
    "period-form": (
        "»{key}« skal være en dato eller to, fx 2027-07-12/2027-07-30.",
        "'{key}' must be a date or two, such as 2027-07-12/2027-07-30.",
    ),
    "history-date": ("{day}. {month} {year}", "{day} {month} {year}"),
    "month-1": ("januar", "January"),
    "month-2": ("februar", "February"),
    "month-3": ("marts", "March"),
    "month-4": ("april", "April"),
    "month-5": ("maj", "May"),
    "month-6": ("juni", "June"),
    "month-7": ("juli", "July"),
    "month-8": ("august", "August"),
    "month-9": ("september", "September"),
    "month-10": ("oktober", "October"),
    "month-11": ("november", "November"),
    "month-12": ("december", "December"),
    # end of checks
    # code: (Danish, English)
    "unknown-key": (
        "nøglen »{key}« kendes ikke.{hint}",
        "unknown key '{key}'.{hint}",
    ),
    "did-you-mean": (" Mente du »{word}«?", " Did you mean '{word}'?"),
    "allowed": (" Der kan stå: {words}.", " Allowed: {words}."),
    "wrong-type": (
        "»{key}« skal være {wanted}, men er {got}.",
        "'{key}' must be {wanted}, but is {got}.",
    ),
    "wrong-choice": (
        "»{value}« kan ikke bruges som »{key}«.{hint}",
        "'{value}' cannot be used as '{key}'.{hint}",
    ),
    # command line
    "option-unknown": (
        "tilvalget »{option}« findes ikke.{hint_da} »postlint --help« viser dem alle.",
        "there is no option '{option}'.{hint_en} 'postlint --help' shows them all.",
    ),
    "option-valueless": ("tilvalget »{option}« mangler sin værdi.", "the option '{option}' lacks its value."),
    "option-flag": ("tilvalget »{option}« tager ingen værdi.", "the option '{option}' takes no value."),
    "file-or-command": (
        "filen findes ikke. Mente du kommandoen »{command}«?",
        "there is no such file. Did you mean the command '{command}'?",
    ),
    "files-none": (
        "der er ikke nævnt noget at læse. Skriv filer, mapper, eller - for standard input.",
        "nothing to read was named. Give files, folders, or - for standard input.",
    ),
    "unexpected": (
        "noget gik galt i postlint selv ({what} i {where}). Meld det gerne, men uden opslaget.",
        "something went wrong in postlint itself ({what} in {where}). Please report it, without the post.",
    ),
    "rule-idle": (
        "reglen {rule} er valgt med --select, men slået fra her.",
        "the rule {rule} is asked for with --select, but switched off here.",
    ),
    "progress": ("{done} af {total} opslag", "{done} of {total} posts"),
    "fixed-one": ("rettet 1 opslag.", "fixed 1 post."),
    "fixed-many": ("rettet {number} opslag.", "fixed {number} posts."),
    "fix-only-shown": (
        "rettelsen er kun vist: den kan ikke skrives i denne slags fil uden at røre ved andet.",
        "the fix is only shown: it cannot be written into this kind of file without touching anything else.",
    ),
    "fix-encoding": (
        "rettelsen kan ikke skrives i {encoding}. Gem filen som UTF-8, og prøv igen.",
        "the fix cannot be written in {encoding}. Save the file as UTF-8 and try again.",
    ),
    "fix-unwritten": ("rettelsen kunne ikke skrives: {reason}.", "the fix could not be written: {reason}."),
    "file-changed": (
        "filen er ændret, siden den blev læst, og er ladt i fred.",
        "the file has changed since it was read and was left alone.",
    ),
    "argument-missing": (
        "»postlint {command}« mangler noget. »postlint {command} --help« viser hvad.",
        "'postlint {command}' needs more. 'postlint {command} --help' shows what.",
    ),
    "usage": (
        "kommandolinjen kan ikke læses. »{command} --help« viser, hvad der kan stå.",
        "the command line cannot be read. '{command} --help' shows what may stand there.",
    ),
    "column-rule": ("regel", "rule"),
    "column-severity": ("alvor", "severity"),
    "column-roles": ("roller", "roles"),
    "column-clauses": ("punkter", "clauses"),
    "column-title": ("hvad det er", "what it is"),
    "column-languages": ("sprog", "languages"),
    "all-roles": ("alle", "all"),
    "no-clauses": ("ingen", "none"),
    "switched-off": ("slået fra", "switched off"),
    "explain-says": ("Den siger:", "It says:"),
    "explain-also-says": ("Eller, alt efter hvad der er set:", "Or, depending on what was seen:"),
    "explain-clauses": ("Den bygger på:", "It rests on:"),
    "explain-roles": ("Den gælder her:", "It holds here for:"),
    "explain-bad": ("Den finder fx:", "It finds, for example:"),
    "explain-good": ("Den lader fx dette være:", "It leaves alone, for example:"),
    "explain-regrade": (
        "Slå den fra, eller giv den en anden alvor, i postlint.toml:",
        "Switch it off or give it another severity in postlint.toml:",
    ),
    "explain-waive": (
        "Se bort fra den i ét opslag, med en grund og en, der svarer for det:",
        "Set it aside in one post, with a reason and somebody who answers for it:",
    ),
    "explain-firm": ("Den kan ikke fraviges:", "It cannot be waived:"),
    "explain-firm-always": ("Intet opslag kan se bort fra den.", "No post can set it aside."),
    "explain-firm-minor": ("når det gælder et barn", "where it concerns a minor"),
    "explain-firm-reason": ("når grunden er »{reason}«", "where the reason is '{reason}'"),
    "explain-date": ("2027-01-31", "2027-01-31"),
    "example-missed": (
        "eksemplet skulle findes af {rule} ({language}), men bliver det ikke: »{text}«",
        "{rule} ({language}) should find this example, but does not: '{text}'",
    ),
    "example-reported": (
        "eksemplet skulle gå fri af {rule} ({language}), men bliver fundet (»{words}«): »{text}«",
        "{rule} ({language}) should leave this example alone, but finds it ('{words}'): '{text}'",
    ),
    "examples-lacking": (
        "reglen {rule} mangler eksempler ({language}). Skriv mindst ét under »bad« og ét under »good«.",
        "the rule {rule} lacks examples ({language}). Write at least one under 'bad' and one under 'good'.",
    ),
    "examples-counted": (
        "{examples} eksempler fra {rules} regler afprøvet; {failures} gik galt.",
        "{examples} examples of {rules} rules tried; {failures} failed.",
    ),
    "doctor-configuration": ("Konfiguration: {path}", "Configuration: {path}"),
    "doctor-defaults": (
        "Der er ingen postlint.toml her eller opad; standarden gælder. »postlint init« skriver en.",
        "There is no postlint.toml here or upwards; the defaults hold. 'postlint init' writes one.",
    ),
    "doctor-complete": ("Der mangler ingen oplysninger.", "No facts are missing."),
    "doctor-silent": (
        "Uden det kan disse ikke finde noget: {rules}.",
        "Without that these cannot find anything: {rules}.",
    ),
    "doctor-partly": ("Uden det ser disse kun en del: {rules}.", "Without that these see only a part: {rules}."),
    "doctor-cache-works": ("Mellemlageret i {folder} virker.", "The cache in {folder} works."),
    "doctor-cache-off": (
        "Mellemlageret er slået fra, så hver start læser reglerne forfra.",
        "The cache is switched off, so every start reads the rules afresh.",
    ),
    "doctor-cache-unwritable": (
        "Mellemlageret i {folder} kan ikke bruges, så hver start læser reglerne forfra.",
        "The cache in {folder} cannot be used, so every start reads the rules afresh.",
    ),
    "lacks-name": (
        "Organisationens navn mangler (organisation.name).",
        "The organisation's name is missing (organisation.name).",
    ),
    "lacks-hours": (
        "Arbejdstiden og vagterne mangler (calendar.working_hours og calendar.staffed_hours).",
        "Working hours and staffed hours are missing (calendar.working_hours and calendar.staffed_hours).",
    ),
    "lacks-logos": ("Der er ingen logofiler (organisation.logos).", "There are no logo files (organisation.logos)."),
    "lacks-domains": (
        "Der er ingen maildomæner (organisation.email_domains).",
        "There are no mail domains (organisation.email_domains).",
    ),
    "lacks-spell": (
        "Stavekontrollen er ikke installeret (pip install postlint[spell]).",
        "The spelling check is not installed (pip install postlint[spell]).",
    ),
    "lacks-register": (
        "Der er intet samtykkeregister (consent.register).",
        "There is no consent register (consent.register).",
    ),
    "lacks-competitors": (
        "Der er ingen konkurrenter ([[competitors]]).",
        "There are no competitors ([[competitors]]).",
    ),
    "lacks-customers": ("Der er ingen kunder ([[customers]]).", "There are no customers ([[customers]])."),
    "init-name": ("Hvad hedder organisationen?", "What is the organisation called?"),
    "init-aliases": (
        "Andre navne, adskilt af komma (Enter for ingen):",
        "Other names, separated by commas (Enter for none):",
    ),
    "init-email_domains": (
        "Maildomæner, fx firma.dk (Enter for ingen):",
        "Mail domains, such as company.com (Enter for none):",
    ),
    "init-accounts": (
        "Konti og hashtags, fx @firma, #firma (Enter for ingen):",
        "Accounts and hashtags, such as @company, #company (Enter for none):",
    ),
    "init-competitors": ("Konkurrenter (Enter for ingen):", "Competitors (Enter for none):"),
    "init-spokespersons": (
        "Hvem må udtale sig på organisationens vegne (Enter for ingen)?",
        "Who may speak for the organisation (Enter for none)?",
    ),
    "init-unanswered": (
        "der kom intet svar. Brug tilvalgene og --yes, hvis ingen skal spørges.",
        "no answer came. Use the options and --yes if nobody is to be asked.",
    ),
    "init-exists": (
        "filen findes allerede. Brug --force for at skrive oven i den.",
        "the file is already there. Use --force to write over it.",
    ),
    "init-unwritten": ("filen kunne ikke skrives: {reason}.", "the file could not be written: {reason}."),
    "init-written": ("Skrevet: {path}. Prøv nu »postlint doctor«.", "Written: {path}. Now try 'postlint doctor'."),
    # end of command line
    # coverage
    "coverage-unknown": (
        "her er hverken en politik eller en fil, der hedder »{value}«.{hint_da}",
        "there is neither a policy nor a file called '{value}'.{hint_en}",
    ),
    "policy-none": (
        "filen er ikke en politik: tabellen [policy] mangler.",
        "the file is no policy: the table [policy] is missing.",
    ),
    "coverage-checked": ("tjekkes", "checked"),
    "coverage-partly": ("delvist", "partly"),
    "coverage-needs-a-person": ("kræver et menneske", "needs a person"),
    "coverage-not-a-rule": ("ikke en regel", "not a rule"),
    "coverage-checked-means": (
        "postlint leder i hvert opslag efter tegn på, at punktet ikke er overholdt.",
        "postlint looks through every post for signs that the clause is not kept.",
    ),
    "coverage-partly-means": (
        "postlint ser en del af det; under punktet står, hvad mennesker selv må holde øje med.",
        "postlint sees a part of it; the clause says what people must watch for themselves.",
    ),
    "coverage-needs-a-person-means": (
        "Punktet stiller et krav, men her kan kun mennesker vurdere, om det er overholdt.",
        "The clause asks for something, but here only people can judge whether it is kept.",
    ),
    "coverage-not-a-rule-means": (
        "Punktet beder ikke om noget, som et opslag kan bryde: det er ramme, formål eller oplysning.",
        "The clause asks for nothing that a post could break: it is scope, purpose or information.",
    ),
    "coverage-off": ("Reglen {rule} er slået fra her.", "The rule {rule} is switched off here."),
    "coverage-not-built": ("Reglen {rule} findes ikke endnu.", "The rule {rule} does not exist yet."),
    "coverage-limited": (
        "Reglen {rule} ser ikke på offentligt ansattes egne opslag: de har ytringsfrihed.",
        "The rule {rule} leaves public employees' own posts alone: they have freedom of speech.",
    ),
    "coverage-lacks-facts": (
        "Reglen {rule} kan ikke finde noget endnu. {lack}",
        "The rule {rule} cannot find anything yet. {lack}",
    ),
    "coverage-counts": (
        "{clauses}: {checked} tjekkes, {partly} delvist, {person} kræver et menneske, {none} er ikke en regel.",
        "{clauses}: {checked} checked, {partly} partly, {person} needing a person, {none} not a rule.",
    ),
    "coverage-in-all": ("I alt", "In all"),
    "coverage-defaults": (
        "Der er ingen postlint.toml her eller opad, så dette viser, hvad postlint kan tjekke, når alle oplysninger er "
        "givet.",
        "There is no postlint.toml here or upwards, so this shows what postlint can check once it has all the facts.",
    ),
    "coverage-unused": (
        "Jeres postlint.toml bruger ikke denne politik; her ses, hvad der ville blive tjekket.",
        "Your postlint.toml does not use this policy; this shows what would be checked.",
    ),
    "coverage-found": (
        "Under punkterne her: {findings} i {posts}. Et fund tæller med under alle de punkter, det hører til.",
        "Under the clauses here: {findings} in {posts}. A finding counts under every clause that it belongs to.",
    ),
    "coverage-beyond": ("Fundet af regler, som ingen af punkterne nævner:", "Found by rules that no clause names:"),
    "coverage-waived": ("{number} undtaget", "{number} waived"),
    "coverage-unjudged": ("ikke vurderet i {posts}", "not evaluated in {posts}"),
    "coverage-more-posts": ("og {number} til", "and {number} more"),
    "count-clause-one": ("1 punkt", "1 clause"),
    "count-clause-many": ("{number} punkter", "{number} clauses"),
    "count-finding-one": ("1 fund", "1 finding"),
    "count-finding-many": ("{number} fund", "{number} findings"),
    "coverage-heading": ("Hvad der tjekkes i vores opslag", "What is checked in our posts"),
    "coverage-intro": (
        "Her står hvert punkt i politikken, og hvordan det bliver tjekket, før et opslag kommer ud. Når intet er "
        "fundet, er det ikke en godkendelse: det er mennesker, der afgør, hvad der udgives.",
        "This lists every clause of the policy and how it is checked before a post is published. When nothing is "
        "found, that is no approval: people decide what is published.",
    ),
    "coverage-read": ("{posts} læst", "{posts} read"),
    "coverage-overview": ("Overblik", "Overview"),
    "coverage-policy": ("politik", "policy"),
    "coverage-clause": ("punkt", "clause"),
    "coverage-status": ("status", "status"),
    "coverage-how": ("hvordan, eller hvorfor ikke", "how, or why not"),
    "coverage-findings": ("fund", "findings"),
    "coverage-footer": (
        "Lavet af postlint {version}. Regler om billeder bygger på det, der er oplyst om dem. Regler om flere opslag i "
        "træk kender kun dem, der er set igennem på én gang.",
        "Made by postlint {version}. Rules on pictures rest on what is said about them. Rules on several posts in a "
        "row know only those that were looked through together.",
    ),
    # end of coverage
    # writers
    "severity-error": ("fejl", "error"),
    "severity-warning": ("advarsel", "warning"),
    "severity-info": ("bemærkning", "note"),
    "count-error-one": ("1 fejl", "1 error"),
    "count-error-many": ("{number} fejl", "{number} errors"),
    "count-warning-one": ("1 advarsel", "1 warning"),
    "count-warning-many": ("{number} advarsler", "{number} warnings"),
    "count-info-one": ("1 bemærkning", "1 note"),
    "count-info-many": ("{number} bemærkninger", "{number} notes"),
    "count-post-one": ("1 opslag", "1 post"),
    "count-post-many": ("{number} opslag", "{number} posts"),
    "list-and": ("{first} og {last}", "{first} and {last}"),
    "found": ("Fundet: {what} i {posts}.", "Found: {what} in {posts}."),
    "found-nothing-one": ("Der er ikke fundet noget i opslaget.", "Nothing was found in the post."),
    "found-nothing-many": (
        "Der er ikke fundet noget i de {number} opslag.",
        "Nothing was found in the {number} posts.",
    ),
    "found-nothing-else": (
        "Der er ikke fundet andet end det, der er undtaget.",
        "Nothing was found apart from what is waived.",
    ),
    "found-nothing-new": ("Der er ikke fundet noget nyt.", "Nothing new was found."),
    "found-no-posts": ("Der var ingen opslag at læse.", "There were no posts to read."),
    "fix-safe": ("Sikker rettelse: {titles}", "Safe fix: {titles}"),
    "fix-suggested": ("Kun et forslag: {titles}", "Only a suggestion: {titles}"),
    "clause-also": (" (også {names})", " (also {names})"),
    "waived-heading": ("Undtaget:", "Waived:"),
    "waived-until": ("til og med {date}", "until {date}"),
    "waived-times": ("{number} gange", "{number} times"),
    "void-heading": ("Undtagelser uden virkning:", "Waivers without effect:"),
    "void-unknown": ("der er ingen regel med det navn.{fact}", "there is no rule of that name.{fact}"),
    "void-unwaivable": ("reglen kan ikke fraviges", "this rule cannot be waived"),
    "void-firm": ("kan ikke fraviges for det, der er fundet her", "cannot be waived for what was found here"),
    "void-firm-minor": ("kan ikke fraviges, når det gælder et barn", "cannot be waived where it concerns a minor"),
    "void-reasonless": ("mangler en grund", "gives no reason"),
    "void-nameless": ("siger ikke, hvem der svarer for den", "does not say who answers for it"),
    "void-expired": ("gjaldt kun til og med {fact}", "held only until {fact}"),
    "void-unused": ("passer ikke på noget i opslaget", "matches nothing in the post"),
    "not-evaluated-heading": ("Ikke vurderet:", "Not evaluated:"),
    # end of writers
    # Reading: shapes, posts, configuration, register
    "key-unknown": ("nøglen »{key}« kendes ikke.{hint_da}", "unknown key '{key}'.{hint_en}"),
    "key-missing": ("»{key}« mangler.", "'{key}' is missing."),
    "key-twice": ("»{key}« står der to gange.", "'{key}' is given twice."),
    "type-wrong": (
        "»{key}« skal være {wanted_da}, men er {got_da}.",
        "'{key}' must be {wanted_en}, but is {got_en}.",
    ),
    "text-is-flag": (
        "»{key}« skal være tekst, men YAML læser yes, no, on og off som sandt eller falsk. Sæt anførselstegn om ordet.",
        "'{key}' must be text, but YAML reads yes, no, on and off as true or false. Put quotes around the word.",
    ),
    "post-not-keys": (
        "et opslag skal skrives som nøgler med værdier, men her står {got_da}.",
        "a post must be written as keys with values, but here stands {got_en}.",
    ),
    "choice-wrong": (
        "»{value}« kan ikke bruges som »{key}«.{hint_da}",
        "'{value}' cannot be used as '{key}'.{hint_en}",
    ),
    "text-empty": ("»{key}« må ikke være tom.", "'{key}' may not be empty."),
    "text-too-long": (
        "teksten fylder mere end {limit} MB, og så store opslag læses ikke.",
        "the text is larger than {limit} MB, which is more than a post may have.",
    ),
    "list-short": (
        "»{key}« har for få led. Der skal være mindst {least}.",
        "'{key}' has too few entries. There must be at least {least}.",
    ),
    "number-low": ("»{key}« skal være mindst {least}.", "'{key}' must be at least {least}."),
    "number-high": ("»{key}« må højst være {most}.", "'{key}' may be at most {most}."),
    "moment-form": (
        "»{key}« skal skrives efter ISO 8601, fx 2026-12-01T08:00:00+01:00.",
        "'{key}' must be written as ISO 8601 has it, such as 2026-12-01T08:00:00+01:00.",
    ),
    "moment-none": (
        "»{key}« er et tidspunkt, der ikke findes. Se efter i måned, dag og klokkeslæt.",
        "'{key}' is a time that does not exist. Look at the month, the day and the time of day.",
    ),
    "moment-without-time": (
        "»{key}« mangler klokkeslættet, fx 2026-12-01T08:00:00+01:00.",
        "'{key}' lacks the time of day, such as 2026-12-01T08:00:00+01:00.",
    ),
    "date-form": (
        "»{key}« skal være en dato efter ISO 8601, fx 2026-12-01.",
        "'{key}' must be a date as ISO 8601 has it, such as 2026-12-01.",
    ),
    "date-none": (
        "»{key}« er en dato, der ikke findes. Se efter i måned og dag.",
        "'{key}' is a date that does not exist. Look at the month and the day.",
    ),
    "file-missing": ("filen findes ikke.", "there is no such file."),
    "file-forbidden": ("du har ikke lov til at læse filen.", "you are not allowed to read the file."),
    "file-is-folder": ("det er en mappe, ikke en fil.", "this is a folder, not a file."),
    "file-failed": ("filen kan ikke læses: {reason}.", "the file cannot be read: {reason}."),
    "file-empty": ("filen er tom.", "the file is empty."),
    "file-too-big": (
        "filen fylder mere end {limit} MB, og så store filer læses ikke.",
        "the file is larger than {limit} MB, which is more than is read.",
    ),
    "line-too-big": (
        "linjen fylder mere end {limit} MB, og så lange linjer læses ikke.",
        "the line is larger than {limit} MB, which is more than is read.",
    ),
    "file-binary": (
        "filen indeholder ikke tekst, men binære data ({sort}).",
        "the file holds no text, but binary data ({sort}).",
    ),
    "file-not-text": (
        "teksten er hverken UTF-8 eller en anden tegnkodning, der kan genkendes. Gem filen som UTF-8.",
        "the text is neither UTF-8 nor another encoding that can be told. Save the file as UTF-8.",
    ),
    "encoding-guessed": (
        "teksten er ikke UTF-8 og er læst som {encoding}. Gem helst filen som UTF-8.",
        "the text is not UTF-8 and was read as {encoding}. Better save the file as UTF-8.",
    ),
    "ending-unknown": (
        "filer, der ender på »{ending}«, læses ikke. Disse endelser læses: {endings}.",
        "files ending in '{ending}' are not read. These endings are: {endings}.",
    ),
    "ending-none": (
        "filen har ingen endelse, der siger, hvad den er. Disse endelser læses: {endings}.",
        "the file has no ending that tells what it is. These endings are read: {endings}.",
    ),
    "folder-without-posts": (
        "i mappen er der ingen opslag. Disse endelser læses: {endings}.",
        "there are no posts in the folder. These endings are read: {endings}.",
    ),
    "posts-none": ("her er ingen opslag.", "there are no posts here."),
    "nesting-deep": ("indholdet er lagt for dybt i hinanden.", "the content is nested too deeply."),
    "front-unclosed": (
        "den første linje er »{mark}«, men der kommer ingen linje »{mark}« efter nøglerne. Det hele er læst som tekst.",
        "the first line is '{mark}', but no line '{mark}' follows the keys. All of it was read as text.",
    ),
    "front-not-keys": (
        "mellem linjerne »{mark}« står der ikke nøgler med værdier. Det hele er læst som tekst.",
        "between the lines '{mark}' stand no keys with values. All of it was read as text.",
    ),
    "front-near": (
        "nøglen »{key}« er ikke læst. Mente du »{near}«?",
        "the key '{key}' was not read. Did you mean '{near}'?",
    ),
    "front-text": (
        "nøglen »{key}« er ikke læst: opslagets tekst er det, der står under nøglerne.",
        "the key '{key}' was not read: the text of the post is what stands below the keys.",
    ),
    "json-broken": ("JSON'en kan ikke læses her.", "the JSON cannot be read here."),
    "json-name": (
        "her skal der stå en nøgle i dobbelte anførselstegn. Måske står der et komma for meget foran.",
        "a key in double quotes must stand here. Perhaps there is one comma too many before it.",
    ),
    "json-comma": ("her mangler der et komma i JSON'en.", "a comma is missing from the JSON here."),
    "json-colon": ("her mangler der et kolon efter nøglen.", "a colon after the key is missing here."),
    "json-unclosed": (
        "teksten, der begynder her, mangler sit afsluttende anførselstegn.",
        "the string that begins here lacks its closing quote.",
    ),
    "json-control": (
        "i en tekst i JSON skal linjeskift skrives som \\n og tabulator som \\t.",
        "in a JSON string a line break must be written \\n and a tab \\t.",
    ),
    "json-more": (
        "efter opslaget kommer der mere. Flere opslag skal stå i en liste eller i en .jsonl-fil.",
        "more follows after the post. Several posts belong in a list or in a .jsonl file.",
    ),
    "json-line-more": (
        "på hver linje kan der kun stå ét opslag, og her kommer der mere.",
        "each line holds one post, and more follows here.",
    ),
    "yaml-broken": (
        "YAML'en kan ikke læses her. Se efter indrykning og anførselstegn.",
        "the YAML cannot be read here. Look at the indentation and the quotes.",
    ),
    "yaml-tab": (
        "YAML må ikke rykkes ind med tabulator. Brug mellemrum.",
        "YAML may not be indented with tabs. Use spaces.",
    ),
    "yaml-colon": (
        "her er et kolon for meget. Sæt anførselstegn om en værdi, der har kolon i sig.",
        "here is one colon too many. Put quotes around a value that has a colon in it.",
    ),
    "yaml-letter": (
        "her står et usynligt styretegn, som YAML ikke tillader.",
        "here stands an invisible control character, which YAML does not allow.",
    ),
    "yaml-alias": (
        "»*{alias}« henviser til noget, der ikke er sat med »&{alias}« før.",
        "'*{alias}' refers to something that was not set with '&{alias}' before.",
    ),
    "yaml-aliases": (
        "henvisningerne (»*navn«) folder sig ud til for meget.",
        "the aliases ('*name') unfold to too much.",
    ),
    "yaml-too-much": (
        "filen har for mange værdier. Del den i flere, eller brug .jsonl.",
        "the file has too many values. Split it, or use .jsonl.",
    ),
    "toml-broken": ("TOML'en kan ikke læses her.", "the TOML cannot be read here."),
    "toml-value": (
        "her skal der stå en værdi. Tekst skal have anførselstegn om sig.",
        "a value must stand here. Text needs quotes around it.",
    ),
    "toml-equals": (
        "her mangler et lighedstegn mellem nøgle og værdi.",
        "an equals sign between key and value is missing here.",
    ),
    "toml-unclosed": (
        "her mangler det, der lukker listen, tabellen eller teksten.",
        "what closes the list, the table or the text is missing here.",
    ),
    "toml-twice": ("nøglen her er sat før.", "the key here was set before."),
    "path-missing": (
        "»{key}« peger på »{file}«, og den fil findes ikke.",
        "'{key}' points to '{file}', and there is no such file.",
    ),
    "policy-unknown": (
        "politikken »{value}« kendes ikke.{hint_da} Skriv en sti, hvis den er jeres egen.",
        "unknown policy '{value}'.{hint_en} Write a path if it is one of your own.",
    ),
    "configuration-none": (
        "i filen er der ingen tabel [tool.postlint].",
        "there is no table [tool.postlint] in the file.",
    ),
    "column-missing": ("kolonnen »{key}« mangler.", "the column '{key}' is missing."),
    "column-unknown": ("kolonnen »{key}« kendes ikke.{hint_da}", "unknown column '{key}'.{hint_en}"),
    "column-twice": ("kolonnen »{key}« er der to gange.", "the column '{key}' is there twice."),
    "row-long": (
        "rækken har flere felter, end der er kolonner. Sæt anførselstegn om felter med skilletegn i.",
        "the row has more fields than there are columns. Put quotes around fields that hold a separator.",
    ),
    "row-broken": ("rækken kan ikke læses som CSV.", "the row cannot be read as CSV."),
    "row-person": ("rækken siger ikke, hvem samtykket gælder.", "the row does not say whose consent it is."),
}
