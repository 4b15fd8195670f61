"""What reading office documents, spreadsheets and calendars says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # places
    "spot-row": ("række {row}, kolonne {column}", "row {row}, column {column}"),
    "spot-row-whole": ("række {row}{column}", "row {row}{column}"),
    "spot-paragraph": ("{part}, afsnit {inner}", "{part}, paragraph {inner}"),
    "spot-body": ("afsnit {inner}", "paragraph {inner}"),
    "spot-markup-comment": ("kommentar{number} i kildeteksten", "comment{number} in the source"),
    "spot-table": ("tabel{number}, celle {name}", "table{number}, cell {name}"),
    "spot-textbox": ("tekstboks{number}", "text box{number}"),
    "spot-header": ("sidehoved{number}", "header{number}"),
    "spot-footer": ("sidefod{number}", "footer{number}"),
    "spot-footnote": ("fodnote{number}", "footnote{number}"),
    "spot-endnote": ("slutnote{number}", "endnote{number}"),
    "spot-comment": ("kommentar{number}", "comment{number}"),
    "spot-drawing": ("tegning{number}", "drawing{number}"),
    "spot-picture": ("billede{number}", "picture{number}"),
    "spot-hyperlink": ("adressen på link{number}", "address of link{number}"),
    "spot-property": ("egenskaben »{name}«", "property '{name}'"),
    "spot-deleted": ("slettet, men stadig i filen", "deleted, but still in the file"),
    "spot-hidden": ("skjult tekst", "hidden text"),
    "spot-in": ("{part} ({inner})", "{part} ({inner})"),
    # archives
    "office-broken": (
        "filen er beskadiget eller ikke hentet helt. Åbn den, gem den igen, og prøv så.",
        "the file is damaged or was not downloaded in full. Open it, save it again, and retry.",
    ),
    "office-locked": (
        "filen er beskyttet med en adgangskode. Gem en kopi uden, og tjek den.",
        "the file is protected by a password. Save a copy without one, and check that.",
    ),
    "office-old": (
        "filen har det gamle format fra før 2007 (.doc, .xls). Gem den som .docx eller .xlsx.",
        "the file has the old format from before 2007 (.doc, .xls). Save it as .docx or .xlsx.",
    ),
    "office-bomb": (
        "filen fylder mere end {limit} MB pakket ud og bliver ikke læst.",
        "the file is larger than {limit} MB when unpacked and is not read.",
    ),
    "office-ratio": (
        "»{part}« i filen fylder over {ratio} gange så meget pakket ud, som det gør i skadelige filer. "
        "Filen bliver ikke læst.",
        "'{part}' in the file grows more than {ratio} times when unpacked, as it does in harmful files. "
        "The file is not read.",
    ),
    "office-entries": (
        "filen består af mere end {most} dele og bliver ikke læst.",
        "the file has more than {most} parts and is not read.",
    ),
    "office-part-big": (
        "»{part}« i filen fylder mere end {limit} MB, og så meget læses ikke.",
        "'{part}' in the file is larger than {limit} MB, which is more than is read.",
    ),
    "office-part-missing": (
        "»{part}« mangler i filen. Åbn den, gem den igen, og prøv så.",
        "'{part}' is missing in the file. Open it, save it again, and retry.",
    ),
    "office-doctype": (
        "»{part}« i filen har en DOCTYPE, som kan skjule tekst, og som Word og Excel aldrig skriver. "
        "Filen bliver ikke læst.",
        "'{part}' in the file has a DOCTYPE, which can hide text and which Word and Excel never write. "
        "The file is not read.",
    ),
    "office-paragraphs": (
        "»{part}« i filen har mere end {most} afsnit og bliver ikke læst.",
        "'{part}' in the file has more than {most} paragraphs and is not read.",
    ),
    "office-deep": (
        "»{part}« i filen er for stort eller for dybt sammensat og bliver ikke læst.",
        "'{part}' in the file is composed too widely or too deeply and is not read.",
    ),
    "office-no-workbook": (
        "filen er ikke en projektmappe, som Excel gemmer den. Åbn den, og gem den som .xlsx.",
        "the file is no workbook as Excel saves it. Open it, and save it as .xlsx.",
    ),
    "office-no-document": (
        "filen er ikke et dokument, som Word gemmer det. Åbn den, og gem den som .docx.",
        "the file is no document as Word saves it. Open it, and save it as .docx.",
    ),
    "docx-parts-unread": (
        "diagrammer og indlejrede filer er ikke læst: {parts}.",
        "charts and embedded files were not read: {parts}.",
    ),
    "office-macros": (
        "filen har makroer. De bliver hverken kørt eller læst.",
        "the file has macros. They are neither run nor read.",
    ),
    "office-sheets": (
        "filen har mere end {most} ark og bliver ikke læst.",
        "the file has more than {most} sheets and is not read.",
    ),
    # calendars: what cannot be read
    "calendar-no-text": (
        "ingen kolonne er genkendt som opslagets tekst. Kolonnerne er: {seen}. Kald den Tekst, eller skriv i "
        "postlint.toml under [calendar.columns], hvilken det er, fx \"Copy\" = \"text\".",
        "no column is known as the text of the post. The columns are: {seen}. Call it Text, or say in "
        "postlint.toml under [calendar.columns] which it is, such as \"Copy\" = \"text\".",
    ),
    "calendar-rows": (
        "»{sheet}« har mere end {most} rækker med indhold eller en million celler og bliver ikke læst. "
        "Del kalenderen op.",
        "'{sheet}' has more than {most} rows with something in them, or a million cells, and is not read. "
        "Split the calendar.",
    ),
    "calendar-column-twice": (
        "kolonne {first} »{name}« og {second} »{other}« er begge »{field}«. Skriv i postlint.toml under "
        "[calendar.columns], hvad den ene er, fx \"{other}\" = \"ignore\".",
        "columns {first} '{name}' and {second} '{other}' are both '{field}'. Say in postlint.toml under "
        "[calendar.columns] what one of them is, such as \"{other}\" = \"ignore\".",
    ),
    "calendar-quotes": (
        "rækken har et anførselstegn (\"), der ikke bliver lukket eller står midt i en celle. "
        "Gem tabellen igen fra regnearket.",
        "the row has a quotation mark (\") that is never closed or stands inside a cell. "
        "Save the table again from the spreadsheet.",
    ),
    "calendar-row-wide": (
        "rækken har {cells} celler, men der er kun {headings} overskrifter. Sæt teksten i anførselstegn, så "
        "skilletegn i den ikke deler den.",
        "the row has {cells} cells, but there are only {headings} headings. Put the text in quotation marks, so "
        "that signs in it do not split it.",
    ),
    "calendar-cell-formula": (
        "cellen i »{name}« er en formel, der ikke er regnet ud, så ordene kan ikke læses. Åbn filen i Excel, og gem "
        "den.",
        "the cell under '{name}' is a formula that was never computed, so its words cannot be read. Open the file in "
        "Excel and save it.",
    ),
    "calendar-cell-error": (
        "cellen i »{name}« viser en fejl og kan ikke læses.",
        "the cell under '{name}' shows an error and cannot be read.",
    ),
    "calendar-cell-long": (
        "cellen i »{name}« har over 100.000 tegn og bliver ikke læst.",
        "the cell under '{name}' has more than 100,000 characters and is not read.",
    ),
    "calendar-cells-more": (
        "{number} celler mere kan ikke læses.",
        "{number} more cells cannot be read.",
    ),
    # calendars: what is doubtful
    "calendar-column-near": (
        "kolonnen »{name}« er ikke læst. Menes der »{near}« ({field})?",
        "the column '{name}' is not read. Was '{near}' meant ({field})?",
    ),
    "calendar-column-unclear": (
        "kolonnen »{name}« kan være kommentarer, der kommer ud, eller noter til jer selv, og er ikke læst. Skriv i "
        "postlint.toml under [calendar.columns]: \"{name}\" = \"follow_up\" eller \"ignore\".",
        "the column '{name}' may be comments that are published or notes to yourselves, and is not read. Say in "
        "postlint.toml under [calendar.columns]: \"{name}\" = \"follow_up\" or \"ignore\".",
    ),
    "calendar-column-channel": (
        "kolonnen »{name}« hedder som en kanal, men har ord i sig, og er ikke læst. Er det opslagets tekst dér, så "
        "skriv i postlint.toml under [calendar.columns]: \"{name}\" = \"text\".",
        "the column '{name}' is called like a channel, but holds words, and is not read. If they are the post's text "
        "there, say in postlint.toml under [calendar.columns]: \"{name}\" = \"text\".",
    ),
    "calendar-date-ambiguous": (
        "»{words}« kan være to datoer, og intet i kolonnen afgør, om dag eller måned står først "
        "(antal rækker: {number}). Skriv i postlint.toml under [calendar]: date_order = \"day-month\" "
        "eller \"month-day\".",
        "'{words}' may be two dates, and nothing in the column tells whether day or month is first "
        "(number of rows: {number}). Say in postlint.toml under [calendar]: date_order = \"day-month\" "
        "or \"month-day\".",
    ),
    "calendar-date-yearless": (
        "»{words}« er en dato uden årstal på fire cifre, så tidspunktet er ikke kendt (antal rækker: {number}).",
        "'{words}' is a date without a year of four digits, so the time is not known (number of rows: {number}).",
    ),
    "calendar-date-unread": (
        "»{words}« kan ikke læses som en dato, så tidspunktet er ikke kendt (antal rækker: {number}). "
        "Skriv fx 3-4-2027 eller 2027-04-03.",
        "'{words}' cannot be read as a date, so the time is not known (number of rows: {number}). "
        "Write 2027-04-03, for example.",
    ),
    "calendar-time-missing": (
        "»{words}« har intet klokkeslæt, så regler om tid ser ikke opslaget (antal rækker: {number}).",
        "'{words}' has no time of day, so rules on time do not see the post (number of rows: {number}).",
    ),
    "calendar-time-unread": (
        "»{words}« kan ikke læses som et klokkeslæt (antal rækker: {number}). Skriv fx 9.30 eller 09:30.",
        "'{words}' cannot be read as a time of day (number of rows: {number}). Write 09:30, for example.",
    ),
    "calendar-rows-hidden": (
        "{sheet}skjulte rækker med opslag er læst som de andre: {number} (række {rows}).",
        "{sheet}hidden rows with posts were read like the others: {number} (row {rows}).",
    ),
    "calendar-rows-cancelled": (
        "{sheet}opslag, der er aflyst ifølge deres status, er ikke tjekket: {number} (række {rows}).",
        "{sheet}posts that are cancelled by their status were not checked: {number} (row {rows}).",
    ),
    "calendar-columns-hidden": (
        "skjulte kolonner er læst som de andre: {columns}.",
        "hidden columns were read like the others: {columns}.",
    ),
    "calendar-sheets-hidden": (
        "skjulte ark er læst som de andre: {sheets}.",
        "hidden sheets were read like the others: {sheets}.",
    ),
    "calendar-sheet-left": (
        "arket »{sheet}« har ingen kolonne, der er genkendt som tekst, og er ikke tjekket. Kolonnerne er: {seen}.",
        "the sheet '{sheet}' has no column known as text and was not checked. Its columns are: {seen}.",
    ),
    "calendar-sheet-left-hidden": (
        "det skjulte ark »{sheet}« har ingen kolonne, der er genkendt som tekst, og er ikke tjekket. Der står: {seen}.",
        "the hidden sheet '{sheet}' has no column known as text and was not checked. It says: {seen}.",
    ),
    # calendars: how they were understood
    "calendar-columns": (
        "overskrifterne står i række {row}: {columns}.",
        "the headings are in row {row}: {columns}.",
    ),
    "calendar-positions": (
        "der er ingen overskrifter; kolonnerne er læst efter deres plads: {columns}.",
        "there are no headings; the columns were read by position: {columns}.",
    ),
    "calendar-columns-unused": ("ikke brugt: {columns}.", "not used: {columns}."),
    "calendar-columns-missing": (
        "[calendar.columns] nævner kolonner, som ikke er her: {columns}.",
        "[calendar.columns] names columns that are not here: {columns}.",
    ),
    "calendar-boxes": (
        "på arket »{sheet}« ligger der tekstbokse eller figurer med ord. De er ikke læst; sæt ordene i celler.",
        "on the sheet '{sheet}' there are text boxes or shapes with words. They were not read; put the words in cells.",
    ),
    "calendar-comments": (
        "kommentarer til cellerne er ikke læst; de er noter mellem kolleger.",
        "comments on cells were not read; they are notes between colleagues.",
    ),
    "calendar-scheduler": ("tabellen er læst som en fra {name}.", "the table was read as one of {name}."),
    "calendar-csv": (
        "tegnsæt: {encoding}; mellem cellerne: {delimiter_da}.",
        "encoding: {encoding}; between cells: {delimiter_en}.",
    ),
    "delimiter-semicolon": ("semikolon", "semicolon"),
    "delimiter-comma": ("komma", "comma"),
    "delimiter-tab": ("tabulator", "tab"),
    "calendar-order-day-month": ("datoer er læst med dagen først.", "dates were read with the day first."),
    "calendar-order-month-day": ("datoer er læst med måneden først.", "dates were read with the month first."),
    "calendar-roleless": (
        "ingen kolonne siger, hvem der skriver. Brug --role official, hvis det er organisationens kalender.",
        "no column says who writes. Use --role official if it is the organisation's calendar.",
    ),
    # the command
    "help-calendar": (
        "Se en kalender igennem (.csv, .xlsx), vis, hvordan den er læst, og skriv en kopi med fundene i.",
        "Look through a calendar (.csv, .xlsx), show how it was read, and write a copy with the findings in it.",
    ),
    "help-calendar-file": ("Kalenderen.", "The calendar."),
    "help-calendar-metavar": ("KALENDER", "CALENDAR"),
    "help-annotate": (
        "Skriv en kopi (.xlsx) med fundene som kommentarer i cellerne og en kolonne med resultatet.",
        "Write a copy (.xlsx) with the findings as comments in the cells and a column with the result.",
    ),
    "help-calendar-role": (
        "Hvem der skriver, når kalenderen ikke siger det, fx official.",
        "Who writes, where the calendar does not say, such as official.",
    ),
    "help-calendar-fail-on": (
        "Fra hvilken alvor afslutningskoden er 1.", "From which severity on the exit status is 1."
    ),
    "calendar-read": ("Sådan er kalenderen læst:", "How the calendar was read:"),
    "calendar-extra-missing": (
        "for at skrive en kopi skal openpyxl være installeret. Skriv: pip install \"postlint[calendar]\"",
        "writing a copy needs openpyxl. Type: pip install \"postlint[calendar]\"",
    ),
    "calendar-not-one": (
        "det er ikke en kalender. Angiv en fil, der ender på .csv, .xlsx eller .xlsm.",
        "this is no calendar. Give a file that ends in .csv, .xlsx or .xlsm.",
    ),
    "annotate-ending": ("kopien skal ende på .xlsx.", "the copy must end in .xlsx."),
    "annotate-original": (
        "kopien ville blive skrevet oven i kalenderen selv. Giv den et andet navn.",
        "the copy would be written over the calendar itself. Give it another name.",
    ),
    "annotate-exists": (
        "filen findes allerede. Giv kopien et andet navn, eller skriv --force.",
        "the file is already there. Give the copy another name, or add --force.",
    ),
    "annotate-failed": (
        "kopien kunne ikke skrives: {reason}.",
        "the copy could not be written: {reason}.",
    ),
    "annotate-unopened": (
        "kalenderen er læst, men openpyxl kan ikke åbne den, så der er ingen kopi. Gem den igen fra Excel.",
        "the calendar was read, but openpyxl cannot open it, so there is no copy. Save it again from Excel.",
    ),
    "annotate-written": ("kopien med fundene er skrevet: {path}", "the copy with the findings was written: {path}"),
    "status-nothing": ("intet fundet", "nothing found"),
    "status-unread": ("kunne ikke læses", "could not be read"),
    "status-not-evaluated": ("{told}; ikke vurderet: {rules}", "{told}; not evaluated: {rules}"),
}
