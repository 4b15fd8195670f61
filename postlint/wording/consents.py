"""What ``postlint consent`` and the register behind it say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # what is wrong
    "consent-which": (
        "hvilket register? Skriv --register FIL, eller nævn det i postlint.toml under [consent] som register = \"…\".",
        "which register? Give --register FILE, or name it in postlint.toml under [consent] as register = \"…\".",
    ),
    "consent-read-only": (
        "et register i CSV bliver kun læst her. Ret det i et regneark, eller gør det til en database med "
        "»postlint consent import {path} --register samtykker.db«.",
        "a register in CSV is only read here. Change it in a spreadsheet, or make it a database with "
        "'postlint consent import {path} --register consents.db'.",
    ),
    "consent-no-log": (
        "et register i CSV har ingen log, der kan efterprøves.",
        "a register in CSV has no log that could be verified.",
    ),
    "consent-busy": (
        "et andet program skriver i registeret. Intet er ændret; prøv igen om lidt.",
        "another program is writing to the register. Nothing was changed; try again in a moment.",
    ),
    "consent-forbidden": (
        "du har ikke lov til at skrive i registeret.",
        "you are not allowed to write to the register.",
    ),
    "consent-broken": ("registerets fil er beskadiget.", "the register's file is damaged."),
    "consent-failed": ("registeret kan ikke bruges ({reason}).", "the register cannot be used ({reason})."),
    "consent-refused": (
        "registeret tillader ikke ændringen ({reason}).",
        "the register does not allow this change ({reason}).",
    ),
    "consent-newer": (
        "registeret er skrevet af en nyere udgave af postlint.",
        "the register was written by a newer version of postlint.",
    ),
    "consent-foreign": (
        "filen er en SQLite-database, men ikke et samtykkeregister.",
        "the file is an SQLite database, but no consent register.",
    ),
    "consent-unwiped": (
        "personen er slettet, men et andet program har registeret åbent, så der kan ligge rester i filen. "
        "Luk programmet, og kør kommandoen igen.",
        "the person has been erased, but another program has the register open, so traces may be left in the file. "
        "Close that program and run the command again.",
    ),
    "consent-unknown": (
        "intet i registeret har den reference, det id eller det navn. »postlint consent list« viser, hvad der er.",
        "nothing in the register has that reference, id or name. 'postlint consent list' shows what there is.",
    ),
    "consent-person-unknown": ("registeret kender ikke {id}.", "the register does not know {id}."),
    "consent-own-guardian": (
        "et barn kan ikke være sin egen værge.",
        "a minor cannot be their own guardian.",
    ),
    "consent-guardian-missing": (
        "en mindreårigs samtykke kræver en værge. Skriv, hvem der har givet det (guardian).",
        "a minor's consent needs a guardian. Say who gave it (guardian).",
    ),
    "consent-backwards": (
        "»{key}« ligger før den dag, samtykket blev givet.",
        "'{key}' lies before the day on which the consent was given.",
    ),
    "consent-ref-taken": (
        "referencen {ref} er brugt til et andet samtykke.",
        "the reference {ref} belongs to another consent.",
    ),
    "consent-twice": ("det samme samtykke står der allerede som {ref}.", "the same consent is there as {ref}."),
    "consent-hash": (
        "»{hash}« er ikke et fingeraftryk af et billede. Skriv sha256: og 64 hexcifre eller dhash: og 16.",
        "'{hash}' is no fingerprint of a picture. Write sha256: and 64 hex digits, or dhash: and 16.",
    ),
    "consent-no-folder": (
        "mappen findes ikke, så registeret kan ikke oprettes her.",
        "there is no such folder, so the register cannot be made here.",
    ),
    "consent-no-file": ("det er ikke en almindelig fil.", "this is not a regular file."),
    "consent-exists": (
        "filen findes. Skriv --force for at skrive oven i den.",
        "the file is there. Give --force to write over it.",
    ),
    "consent-onto-itself": ("det er registeret selv.", "this is the register itself."),
    "consent-unwritten": ("filen kunne ikke skrives: {reason}.", "the file could not be written: {reason}."),
    "consent-unanswered": (
        "der kom intet svar. Skriv --person eller --yes på kommandolinjen.",
        "no answer came. Give --person or --yes on the command line.",
    ),
    "consent-not-erased": ("intet er slettet.", "nothing was erased."),
    # what was done
    "consent-whose": ("Hvem har givet samtykke?", "Who has consented?"),
    "consent-added": ("{ref}: samtykket fra {id} er registreret.", "{ref}: the consent from {id} is recorded."),
    "consent-withdrawn-now": (
        "{ref}: {id} har trukket sit samtykke tilbage fra {date}.",
        "{ref}: {id} has withdrawn the consent from {date}.",
    ),
    "consent-withdrawn-before": (
        "{ref}: {id} havde trukket samtykket tilbage i forvejen, fra {date}.",
        "{ref}: {id} had withdrawn the consent before, from {date}.",
    ),
    "consent-expires-now": (
        "{ref}: samtykket fra {id} gælder til og med {date}.",
        "{ref}: the consent from {id} holds until {date}.",
    ),
    "consent-sure": (
        "Slet {id} og alt, hvad registeret har om personen? Det kan ikke fortrydes. (ja/nej)",
        "Erase {id} and all that the register has of this person? It cannot be undone. (yes/no)",
    ),
    "consent-erased": (
        "{id} er slettet. Samtykker, der er slettet: {rows}.",
        "{id} has been erased. Consents erased: {rows}.",
    ),
    "consent-erased-before": (
        "personen var slettet i forvejen. Filen er renset igen.",
        "this person had been erased before. The file has been cleaned again.",
    ),
    "consent-unguarded": (
        "disse samtykker har ikke længere en værge og gælder derfor ikke: {refs}.",
        "these consents have no guardian any more and so do not hold: {refs}.",
    ),
    "consent-redacted": (
        "navnet stod også i disse samtykker fra andre og er erstattet med id'et: {refs}. Se efter, om billedets navn "
        "stadig passer.",
        "the name also stood in these consents from others and was replaced by the id: {refs}. Look whether the "
        "picture's name still fits.",
    ),
    "consent-see-affected": (
        "»postlint consent affected {word} MAPPE« viser, hvilke planlagte opslag det berører.",
        "'postlint consent affected {word} FOLDER' shows which scheduled posts this touches.",
    ),
    "consent-picture-unseen": (
        "billedfilen er ikke her, så samtykket gælder det, der hedder sådan.",
        "the picture's file is not here, so the consent is for what bears this name.",
    ),
    "consent-in-repository": (
        "{path} ligger i et git-arkiv. Læg registeret uden for det, eller hold det ude med .gitignore.",
        "{path} lies in a git repository. Keep the register outside it, or keep it out with .gitignore.",
    ),
    "consent-open": (
        "andre brugere på maskinen kan læse {path}. Luk for dem, fx med chmod 600.",
        "other users of this machine can read {path}. Shut them out, such as with chmod 600.",
    ),
    "consent-conflict": (
        "{other} gælder samme person og billede; {ref} er givet senere og er det, der tæller.",
        "{other} is for the same person and picture; {ref} was given later and is what counts.",
    ),
    "consent-imported": (
        "Registreret: {added}. Stod der i forvejen: {known}.",
        "Recorded: {added}. There before: {known}.",
    ),
    "consent-import-nothing": (
        "intet er registreret. Ret rækkerne, og prøv igen.",
        "nothing was recorded. Mend the rows and try again.",
    ),
    "consent-import-conflict": (
        "linje {line} og {other} gælder samme person og billede, og det ene er trukket tilbage; linje {line} tæller.",
        "lines {line} and {other} are for the same person and picture, and one is withdrawn; line {line} counts.",
    ),
    "consent-exported": (
        "{rows} samtykker er skrevet til {path}, med navne. Slet filen, når du er færdig med den.",
        "{rows} consents were written to {path}, with names. Delete the file when you are done with it.",
    ),
    # what there is
    "consent-none": ("Ingen samtykker.", "No consents."),
    "consent-any": ("alle billeder", "any picture"),
    "consent-any-channel": ("alle", "any"),
    "consent-named": ("ja", "yes"),
    "consent-minor-yes": ("ja", "yes"),
    "consent-basis-consent": ("samtykke", "consent"),
    "consent-basis-interest-assessment": ("interesseafvejning", "assessment of interests"),
    "consent-column-ref": ("ref", "ref"),
    "consent-column-person": ("person", "person"),
    "consent-column-name": ("navn", "name"),
    "consent-column-image": ("billede", "picture"),
    "consent-column-hashes": ("fingeraftryk", "fingerprints"),
    "consent-column-channels": ("kanaler", "channels"),
    "consent-column-state": ("tilstand", "state"),
    "consent-column-basis": ("grundlag", "basis"),
    "consent-column-purpose": ("formål", "purpose"),
    "consent-column-given": ("givet", "given"),
    "consent-column-expires": ("udløber", "expires"),
    "consent-column-withdrawn": ("trukket tilbage", "withdrawn"),
    "consent-column-minor": ("mindreårig", "minor"),
    "consent-column-guardian": ("værge", "guardian"),
    "consent-column-evidence": ("dokumentation", "evidence"),
    "consent-column-by": ("registreret af", "recorded by"),
    "consent-is-holds": ("gælder", "holds"),
    "consent-is-until": ("gælder til og med {date}", "holds until {date}"),
    "consent-is-withdrawn": ("trukket tilbage {date}", "withdrawn {date}"),
    "consent-is-expired": ("udløb {date}", "expired {date}"),
    "consent-is-guardian": ("mangler en værge", "lacks a guardian"),
    "consent-is-not-yet": ("gælder først fra {date}", "holds only from {date}"),
    "consent-is-channel": ("gælder ikke kanalen", "does not cover the channel"),
    "consent-is-image": ("gælder andre billeder", "is for other pictures"),
    "consent-is-missing": ("står ikke i registeret", "is not in the register"),
    "consent-is-without": ("står så uden samtykke", "is then without a consent"),
    "consent-is-author": ("skriver selv opslaget", "writes the post"),
    "consent-is-not-identifiable": ("ingen kan genkendes", "nobody can be recognised"),
    "consent-is-unknown": ("det vides ikke, hvem det er", "it is not known who this is"),
    "consent-is-not-said": ("der står ikke, hvem der er på billedet", "it is not said who is in the picture"),
    "consent-event-by": (" af {by}", " by {by}"),
    "consent-event-add": ("registreret", "recorded"),
    "consent-event-import": ("registreret fra CSV", "recorded from CSV"),
    "consent-event-withdraw": ("trukket tilbage", "withdrawn"),
    "consent-event-expire": ("udløbsdato sat", "last day set"),
    "consent-event-redact": ("et slettet navn fjernet", "an erased name taken out"),
    "consent-untouched": (
        "Ingen planlagte opslag bygger på det.",
        "No scheduled post rests on it.",
    ),
    "consent-unseen": (
        "billeder i opslagene, hvor der ikke står, hvem der er på dem: {number}. De kan også vise personen.",
        "pictures in the posts that do not say who is in them: {number}. They may show this person too.",
    ),
    # verify
    "consent-whole": (
        "Loggen er hel og passer med registeret: {entries} hændelser, den sidste {head}.",
        "The log is whole and agrees with the register: {entries} events, the last one {head}.",
    ),
    "consent-tables-changed": (
        "tabellerne eller det, der beskytter loggen, er ændret udenom.",
        "the tables, or what protects the log, were changed from outside.",
    ),
    "consent-entry-gone": ("hændelse {number} mangler i loggen.", "event {number} is missing from the log."),
    "consent-entry-changed": ("hændelse {number} er ændret i loggen.", "event {number} has been changed in the log."),
    "consent-detail-gone": (
        "det, hændelse {number} fortalte, er fjernet uden en sletning.",
        "what event {number} told is gone without an erasure.",
    ),
    "consent-person-changed": (
        "p-{number} er ændret uden om loggen.",
        "p-{number} was changed past the log.",
    ),
    "consent-row-changed": (
        "samtykke nummer {number} er ændret uden om loggen.",
        "consent number {number} was changed past the log.",
    ),
    "consent-head-gone": (
        "den noterede hændelse findes ikke i loggen mere.",
        "the event noted earlier is no longer in the log.",
    ),
    # help
    "help-consent": (
        "Før registeret over samtykker til billeder, og spørg det.",
        "Keep the register of consents to pictures, and ask it.",
    ),
    "help-consent-add": ("Registrer et samtykke.", "Record a consent."),
    "help-consent-list": (
        "Vis samtykkerne: id, billede og tilstand.",
        "List the consents: id, picture and state.",
    ),
    "help-consent-show": (
        "Vis alt om et samtykke eller en person, også hvad der er sket.",
        "Show all about a consent or a person, and what happened.",
    ),
    "help-consent-check": (
        "Vis for hver person på opslagenes billeder, om et samtykke gælder. Afslutter med 1, hvis der mangler et.",
        "Show for each person in the pictures of posts whether a consent holds. Ends with 1 where one is lacking.",
    ),
    "help-consent-withdraw": (
        "Træk et samtykke tilbage, eller alle en persons. Rækken bliver stående som trukket tilbage.",
        "Withdraw a consent, or all of a person's. The row stays, as withdrawn.",
    ),
    "help-consent-expire": (
        "Vis, hvad der er udløbet eller snart gør det; med REF og --on: sæt den sidste dag.",
        "List what has expired or soon will; with REF and --on: set the last day.",
    ),
    "help-consent-erase": (
        "Slet en person helt, også i loggen og i filens rester.",
        "Erase a person everywhere, from the log and the file's remains too.",
    ),
    "help-consent-import": (
        "Registrer rækkerne i en CSV-fil: dem alle, eller ingen, hvis en er forkert.",
        "Record the rows of a CSV file: all of them, or none where one is wrong.",
    ),
    "help-consent-export": (
        "Skriv registeret til en CSV-fil, med navne. Kun du kan læse filen.",
        "Write the register to a CSV file, with names. Only you can read the file.",
    ),
    "help-consent-affected": (
        "Vis de planlagte opslag, der bygger på et samtykke eller en persons samtykker, og hvad der sker uden. "
        "Afslutter med 1, hvis et opslag så mangler samtykke.",
        "List the scheduled posts that rest on a consent, or on a person's, and what happens without. Ends with 1 "
        "where a post then lacks one.",
    ),
    "help-consent-verify": (
        "Efterprøv, at intet er ændret uden om loggen.",
        "Verify that nothing was changed past the log.",
    ),
    "help-consent-register": (
        "Registeret. Ellers det, den nærmeste postlint.toml nævner.",
        "The register. Else the one that the nearest postlint.toml names.",
    ),
    "help-consent-person": (
        "Navnet, eller id'et på en, der står der i forvejen. Ellers bliver du spurgt.",
        "The name, or the id of somebody who is there already. Else you are asked.",
    ),
    "help-consent-picture": (
        "Billedet: en fil, et navn, et mønster (fest*.jpg) eller et fingeraftryk. Ellers alle billeder.",
        "The picture: a file, a name, a pattern (party*.jpg) or a fingerprint. Else any picture.",
    ),
    "help-consent-channel": (
        "En kanal, fx linkedin; kan gentages. Ellers alle kanaler.",
        "A channel, such as linkedin; may be repeated. Else any channel.",
    ),
    "help-consent-basis": (
        "Grundlaget: et samtykke, eller jeres egen interesseafvejning. Ellers consent.",
        "The basis: a consent, or your own assessment of interests. Else consent.",
    ),
    "help-consent-purpose": ("Hvad billedet må bruges til.", "What the picture may be used for."),
    "help-consent-given": ("Dagen, samtykket blev givet. Ellers i dag.", "The day it was given. Else today."),
    "help-consent-expires": ("Den sidste dag, det gælder.", "The last day on which it holds."),
    "help-consent-guardian": (
        "Den værge, der har givet samtykke for en mindreårig.",
        "The guardian who consented for a minor.",
    ),
    "help-consent-minor": ("Personen er mindreårig.", "The person is a minor."),
    "help-consent-evidence": (
        "Hvor samtykket kan ses, fx et sagsnummer.",
        "Where the consent can be seen, such as a case number.",
    ),
    "help-consent-by": (
        "Hvem der registrerer det. Ellers dit brugernavn.",
        "Who records it. Else your user name.",
    ),
    "help-consent-ref": ("Jeres egen reference. Ellers c-1, c-2 …", "A reference of your own. Else c-1, c-2 …"),
    "help-consent-on": ("Fra hvilken dag. Ellers i dag.", "From which day. Else today."),
    "help-consent-until": ("Den sidste dag, det gælder.", "The last day on which it holds."),
    "help-consent-within": (
        "Også dem, der udløber inden for så mange dage. Ellers 30.",
        "Those too that expire within so many days. Else 30.",
    ),
    "help-consent-names": ("Vis også navnene.", "Show the names too."),
    "help-consent-state": ("Kun dem i denne tilstand.", "Only those in this state."),
    "help-consent-yes": ("Slet uden at spørge.", "Erase without asking."),
    "help-consent-full": (
        "Også grundlag, formål, fingeraftryk og resten; ellers de otte kolonner.",
        "Basis, purpose, fingerprints and the rest too; else the eight columns.",
    ),
    "help-consent-force": ("Skriv også oven i en fil, der findes.", "Also write over a file that is there."),
    "help-consent-head": (
        "En hændelse, som »verify« viste tidligere: den skal stadig stå i loggen.",
        "An event that 'verify' showed earlier: it must still stand in the log.",
    ),
    "help-consent-published": (
        "Også opslag, der er kommet ud.",
        "Posts that have appeared too.",
    ),
    "help-consent-word": (
        "Et samtykke (c-3) eller en person (p-17, eller navnet).",
        "A consent (c-3) or a person (p-17, or the name).",
    ),
    "help-consent-person-word": ("Personen: p-17, eller navnet.", "The person: p-17, or the name."),
    "help-consent-expire-word": (
        "Et samtykke (c-3) eller en person, der skal have en sidste dag.",
        "A consent (c-3) or a person to be given a last day.",
    ),
    "help-consent-files": ("Opslag: filer eller mapper, eller - for standard input.",
                           "Posts: files or folders, or - for standard input."),
    "help-consent-csv": ("CSV-filen med samtykker.", "The CSV file with consents."),
    "help-consent-csv-out": ("Filen, der skrives.", "The file to write."),
    "help-consent-word-metavar": ("REF", "REF"),
    "help-consent-person-word-metavar": ("PERSON", "PERSON"),
    "help-consent-channel-metavar": ("KANAL", "CHANNEL"),
    "help-consent-days-metavar": ("DAGE", "DAYS"),
    "help-name-metavar": ("NAVN", "NAME"),
    "help-date-metavar": ("DATO", "DATE"),
    "help-hash-metavar": ("HASH", "HASH"),
}  # fmt: skip
