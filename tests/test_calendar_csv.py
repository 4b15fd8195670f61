"""Calendars as CSV: encodings, delimiters, columns, presets, dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_calendars import Read, where

from postlint.cli.start import main
from postlint.configuration import load
from postlint.office.workbook import Grid, Row
from postlint.post import Image, Person
from postlint.readers.calendar.columns import header
from postlint.settings import Calendar

DANISH = "Dato{0}Tidspunkt{0}Kanal{0}Tekst\r\n24-12-2026{0}9.30{0}Facebook{0}\"Glædelig jul; til jer, og til os\"\r\n"


def made(tmp_path: Path, text: str | bytes, calendar: Calendar = Calendar()) -> Read:  # noqa: B008
    path = tmp_path / "plan.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return Read(path, calendar)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"], ids=["semicolon", "comma", "tab"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_delimiter_in_every_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    found = made(tmp_path, DANISH.format(delimiter).encode(encoding))
    [post] = found.posts
    assert (post.text, post.channel) == ("Glædelig jul; til jer, og til os", "facebook")
    assert post.scheduled == "2026-12-24T09:30:00+01:00"
    assert (post.id, found.place(post)) == ("plan.csv!D2", "række 2, kolonne D")
    assert found.place(post, lang="en") == "row 2, column D"
    [note] = [note for note in found.noted if note.code == "calendar-csv"]
    assert note.facts["encoding"] == encoding
    assert found.codes() == ([], ["encoding-guessed"] if encoding == "cp1252" else [])


@pytest.mark.parametrize("text", ["Hej; og dav; til jer", "Hej, og dav, til jer"], ids=["semicolons", "commas"])
def test_a_single_column_is_not_cut_by_signs_in_its_texts(tmp_path: Path, text: str) -> None:
    found = made(tmp_path, f"text\n{text}\n")
    assert [post.text for post in found.posts] == [text]
    assert found.codes() == ([], [])


def test_excels_own_hint_is_taken_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    found = made(tmp_path, "sep=,\r\nTekst,Kanal\r\nHej,X\r\n")
    assert [found.place(post) for post in found.posts] == ["række 3, kolonne A"]


@pytest.mark.parametrize(
    ("heading", "field", "cell", "value"),
    [
        pytest.param("Opslag", "text", "Hej", "Hej", id="opslag"),
        pytest.param("Brødtekst", "text", "Hej", "Hej", id="brødtekst"),
        pytest.param("Brødtekst", "text", "Hej", "Hej", id="loose-accent"),
        pytest.param("POST_TEXT", "text", "Hej", "Hej", id="case-and-signs"),
        pytest.param("Konto", "account", "@kobberdal", "@kobberdal", id="account"),
        pytest.param("Platform", "channel", "Insta", "instagram", id="platform"),
        pytest.param("Kanal", "channel", "Twitter/X", "x", id="two-names-of-one"),
        pytest.param("Kanal", "channel", "Værkstedsvæg", "Værkstedsvæg", id="own-word"),
        pytest.param("Rolle", "role", "Officiel", "official", id="role-in-danish"),
        pytest.param("Sprog", "lang", "Dansk", "da", id="language-in-danish"),
        pytest.param("Billeder", "images", "a.jpg, b.png", (Image("a.jpg"), Image("b.png")), id="pictures"),
        pytest.param("Alt-tekst", "images", "En cykel", (Image(alt="En cykel"),), id="alt"),
        pytest.param("imageUrls", "images", "https://x.example/a.png", (Image("https://x.example/a.png"),), id="url"),
        pytest.param("images[0].file", "images", "a.jpg", (Image("a.jpg"),), id="name-of-the-contract"),
    ],
)
def test_a_column_by_its_heading(tmp_path: Path, heading: str, field: str, cell: str, value: object) -> None:
    text = "" if field == "text" else "Tekst;"
    rest = "" if field == "text" else "Hej;"
    [post] = made(tmp_path, f'{text}"{heading}";Dato\n{rest}"{cell}";\n').posts
    assert getattr(post, field) == value


def test_facts_of_a_single_picture(tmp_path: Path) -> None:
    [post] = made(
        tmp_path, "Tekst;Billede;Alt-tekst;Fotograf;Personer\nHej;a.jpg;En cykel;Bo Brink;Ida Iversen, Per Pind\n"
    ).posts
    assert post.images == (
        Image("a.jpg", alt="En cykel", people=(Person("Ida Iversen"), Person("Per Pind")), credit="Bo Brink"),
    )


def test_several_channels_are_one_post_with_the_limits_of_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = made(tmp_path, f"Tekst;Kanal\n{'Så er der kage. ' * 25};LinkedIn, FB og X\n")
    [post] = found.posts
    assert (post.channel, post.also_on) == ("linkedin", ("facebook", "x"))
    main([str(tmp_path / "plan.csv"), "--select", "channel-limit", "--role", "official"])
    assert "280" in capsys.readouterr().out


def test_a_text_for_each_channel_and_language(tmp_path: Path) -> None:
    found = made(tmp_path, "Dato;Tekst til LinkedIn;Tekst (FB);Tekst dansk;Copy EN\n;a;b;c;d\n;e;;;\n")
    assert [(post.text, post.channel, post.lang) for post in found.posts] == [
        ("a", "linkedin", None), ("b", "facebook", None), ("c", None, "da"), ("d", None, "en"),
        ("e", "linkedin", None),
    ]  # fmt: skip
    assert [post.id for post in found.posts][1] == "plan.csv!C2"


def test_a_column_called_like_a_channel_may_hold_ticks_or_texts(tmp_path: Path) -> None:
    text = "Tekst;LinkedIn;Facebook\nHej;x;En helt anden tekst til Facebook\n"
    found = made(tmp_path, text)
    assert [post.text for post in found.posts] == ["Hej"]
    assert [where(problem) for problem in found.warned] == ["række 1, kolonne C"]
    told = made(tmp_path, text, Calendar(columns=(("Facebook", "text"),)))
    assert [(post.text, post.channel) for post in told.posts][1] == ("En helt anden tekst til Facebook", "facebook")


def test_facts_by_the_names_of_the_contract(tmp_path: Path) -> None:
    heads = "text,reply_to.author,reply_to.question,commercial.paid,ai_generated,author.employee,inbound.at"
    [post] = made(tmp_path, f"{heads}\nHej,Bo,ja,true,nej,no,\n").posts
    assert post.reply_to is not None
    assert (post.reply_to.author, post.reply_to.question, post.author.employee) == ("Bo", True, False)
    assert post.commercial is not None
    assert (post.commercial.paid, post.ai_generated, post.inbound) == (True, False, None)


def test_a_fact_that_is_neither_yes_nor_no_is_told_at_its_cell(tmp_path: Path) -> None:
    found = made(tmp_path, "text,ai_generated\nHej,måske\n")
    assert found.codes() == (["type-wrong"], [])
    assert where(found.problems[0]) == "række 2, kolonne B"


def test_a_comment_that_follows_is_a_post_of_its_own(tmp_path: Path) -> None:
    found = made(tmp_path, "Tekst;Kanal;Rolle;followUpComment\nHej;LinkedIn;official;Kun til internt brug\n")
    parent, comment = found.posts
    assert (comment.text, comment.channel, comment.role, comment.id) == (
        "Kun til internt brug", "linkedin", "official", "plan.csv!D2"
    )  # fmt: skip
    assert comment.reply_to is not None
    assert comment.reply_to.id == parent.id == "plan.csv!A2"


PRESETS = {
    "sprout": "date,time_24hr,message_text,link,image\n25/12/2026,09:30,Hej,,a.png\n",
    "highlevel": "postAtSpecificTime,content,OGmetaUrl,imageUrls,gifUrl,videoUrls,followUpComment\n"
                 "2026-12-25 09:30:00,Hej,,a.png,,,\n",
    "socialbee": "text,link,imageUrls,gifUrls,videoUrls,postAtSpecificTime\nHej,,a.png,,,2026-12-25 09:30\n",
    "socialpatra": "content,platforms,platformIds,scheduledAt,mediaUrls,tags\n"
                   "Hej,linkedin,,2026-12-25T08:30:00Z,a.png,\n",
    "magicsync": "content,image_url,scheduled_time,comments\nHej,a.png,2026-12-25T09:30:00+01:00,\n",
    "hootsuite": "25/12/2026 09:30,Hej,https://kobberdal.example,a.png\n",
}  # fmt: skip


@pytest.mark.parametrize("name", PRESETS)
def test_a_schedulers_own_columns(tmp_path: Path, name: str) -> None:
    found = made(tmp_path, PRESETS[name])
    [post] = found.posts
    assert (post.text, post.images) == ("Hej", (Image("a.png"),))
    assert post.scheduled in ("2026-12-25T09:30:00+01:00", "2026-12-25T08:30:00+00:00")
    assert {"name": name} in [note.facts for note in found.noted]
    assert found.codes() == ([], [])


@pytest.mark.parametrize(
    ("columns", "row", "fields"),
    [
        pytest.param("Network,Message,LinkUrl,LinkTitle,ImageUrl,Description,Picture",
                     "LinkedIn,Hej,,Nyt værksted,a.png,Vi åbner,", {"title": "Nyt værksted", "description": "Vi åbner"},
                     id="oktopost"),
        pytest.param("text,image URL", "Hej,a.png", {}, id="statusbrew"),
    ],
)  # fmt: skip
def test_a_scheduler_without_dates(tmp_path: Path, columns: str, row: str, fields: dict[str, str]) -> None:
    found = made(tmp_path, f"{columns}\n{row}\n")
    [post] = found.posts
    assert (post.text, dict(post.extra), post.images) == ("Hej", fields, (Image("a.png"),))


def test_comments_are_published_where_the_scheduler_says_so(tmp_path: Path) -> None:
    found = made(tmp_path, "content,image_url,scheduled_time,comments\nHej,,,Kun til jer\n")
    assert [post.text for post in found.posts] == ["Hej", "Kun til jer"]


def test_comments_elsewhere_may_be_notes_and_are_told(tmp_path: Path) -> None:
    found = made(tmp_path, "Tekst;Kommentarer\nHej;Husk at spørge Bo\n")
    assert [post.text for post in found.posts] == ["Hej"]
    assert found.codes() == ([], ["calendar-column-unclear"])
    assert where(found.warned[0]) == "række 1, kolonne B"


def test_own_columns_by_the_configuration(tmp_path: Path) -> None:
    columns = (("Linje 1", "text"), ("Kommentarer", "follow_up"), ("Tekst", "ignore"))
    found = made(tmp_path, "Tekst;Linje 1;Kommentarer\nArbejdstitel;Hej;Og hej\n", Calendar(columns=columns))
    assert [post.text for post in found.posts] == ["Hej", "Og hej"]


def test_the_configuration_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "postlint.toml").write_text(
        '[calendar]\ndate_order = "month-day"\n[calendar.columns]\n"Linje 1" = "text"\n', encoding="utf-8"
    )
    (tmp_path / "plan.csv").write_text("Dato;Linje 1\n03-04-2027 9:00;Kun til internt brug\n", encoding="utf-8")
    assert main([str(tmp_path / "plan.csv")]) == 1
    assert "plan.csv, row 2, column B" in capsys.readouterr().out
    (tmp_path / "postlint.toml").write_text('[calendar.columns]\n"Linje 1" = "tekst"\n', encoding="utf-8")
    assert main([str(tmp_path / "plan.csv")]) == 2
    assert "text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("dates", "scheduled", "codes"),
    [
        pytest.param(["2027-04-03 09:00"], ["2027-04-03T09:00:00+02:00"], [], id="iso"),
        pytest.param(["2027-04-03T09:00:00Z"], ["2027-04-03T09:00:00+00:00"], [], id="iso-with-zone"),
        pytest.param(["03-04-2027 9:00"], [None], ["calendar-date-ambiguous"], id="ambiguous"),
        pytest.param(["04-04-2027 9:00"], ["2027-04-04T09:00:00+02:00"], [], id="the-same-either-way"),
        pytest.param(["03-04-2027 9:00", "13-04-2027 9:00"],
                     ["2027-04-03T09:00:00+02:00", "2027-04-13T09:00:00+02:00"], [], id="told-by-another-row"),
        pytest.param(["03/04/2027 9:00", "04/13/2027 9:00"],
                     ["2027-03-04T09:00:00+01:00", "2027-04-13T09:00:00+02:00"], [], id="month-first-by-another-row"),
        pytest.param(["03/04/2027 9:00", "04/13/2027 9:00", "13/04/2027 9:00"],
                     [None, "2027-04-13T09:00:00+02:00", "2027-04-13T09:00:00+02:00"],
                     ["calendar-date-ambiguous"], id="rows-that-disagree"),
        pytest.param(["3.4.2027 kl. 9"], ["2027-04-03T09:00:00+02:00"], [], id="full-stops"),
        pytest.param(["lørdag den 3. april 2027 kl. 9.00"], ["2027-04-03T09:00:00+02:00"], [], id="danish-words"),
        pytest.param(["April 3, 2027 9:00 PM"], ["2027-04-03T21:00:00+02:00"], [], id="english-words"),
        pytest.param(["3/4 9:00"], [None], ["calendar-date-unread"], id="no-year-with-time"),
        pytest.param(["3. april"], [None], ["calendar-date-yearless"], id="no-year"),
        pytest.param(["03-04-27"], [None], ["calendar-date-yearless"], id="year-of-two-digits"),
        pytest.param(["31-02-2027 9:00"], [None], ["calendar-date-unread"], id="no-such-day"),
        pytest.param(["efter påske"], [None], ["calendar-date-unread"], id="words"),
        pytest.param(["13-04-2027"], [None], ["calendar-time-missing"], id="no-time"),
        pytest.param(["", "13-04-2027 25:00"], [None, None], ["calendar-time-missing"], id="no-such-time"),
    ],
)  # fmt: skip
def test_dates_are_read_or_told(
    tmp_path: Path, dates: list[str], scheduled: list[str | None], codes: list[str]
) -> None:
    rows = "".join(f'"{date}";Hej {number}\n' for number, date in enumerate(dates))
    found = made(tmp_path, f"Dato og tid;Tekst\n{rows}")
    assert [post.scheduled for post in found.posts] == scheduled
    assert found.codes() == ([], codes)


def test_the_configuration_settles_an_order(tmp_path: Path) -> None:
    found = made(tmp_path, "Dato;Tid;Tekst\n03-04-2027;9;Hej\n", Calendar(date_order="day-month"))
    assert [post.scheduled for post in found.posts] == ["2027-04-03T09:00:00+02:00"]


@pytest.mark.parametrize(
    ("text", "problems", "warnings"),
    [
        pytest.param("Tekst;Tekst\na;b\n", ["calendar-column-twice"], [], id="the-same-heading-twice"),
        pytest.param("Opslag;Tekst\na;b\n", ["calendar-column-twice"], [], id="two-headings-for-the-text"),
        pytest.param("Navn;Adresse\na;b\n", ["calendar-no-text"], [], id="no-text"),
        pytest.param("Tekst;Tidpunkt\na;9\n", [], ["calendar-column-near"], id="nearly-a-known-one"),
        pytest.param("Tekst;Kanal\nto, tre;X;og mere\n", ["calendar-row-wide"], [], id="text-cut-in-two"),
        pytest.param('Tekst;Kanal\n"a;X\nb;X\n', ["calendar-quotes"], [], id="mark-never-closed"),
        pytest.param("Tekst;Status\na;Aflyst\nb;Klar\n", [], ["calendar-rows-cancelled"], id="cancelled"),
        pytest.param("Tekst;Kanal\n", ["posts-none"], [], id="headings-alone"),
        pytest.param("Tekst;Rolle\na;chef\nb;official\n", ["choice-wrong"], [], id="no-such-role"),
        pytest.param(f"Tekst;Kanal\n{'x' * 1_000_000};X\nb;X\n", ["calendar-cell-long"], [], id="a-cell-of-1-mb"),
        pytest.param("Tekst;Kanal\n" + "a;X\n" * 100_000, ["calendar-rows"], [], id="a-hundred-thousand-rows"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    tmp_path: Path, text: str, problems: list[str], warnings: list[str]
) -> None:
    found = made(tmp_path, text)
    assert found.codes() == (problems, warnings)
    for problem in (*found.problems, *found.warned):
        assert len(problem.tell("da")) < 500
        assert "{" not in problem.tell("en")


def test_a_wrong_role_is_told_at_its_cell(tmp_path: Path) -> None:
    found = made(tmp_path, "Tekst;Rolle\na;chef\nb;official\n")
    assert where(found.problems[0]) == "række 2, kolonne B"
    assert [post.text for post in found.posts] == ["b"]


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.csv").write_text("Navn;Adresse\na;b\n", encoding="utf-8")
    (tmp_path / "good.csv").write_text("Tekst\nKun til internt brug\n", encoding="utf-8")
    assert main([str(tmp_path / "bad.csv"), str(tmp_path / "good.csv")]) == 2
    told = capsys.readouterr()
    assert "good.csv, row 2, column A" in told.out
    assert told.err.count("\n") == 1


def test_tables_are_not_picked_up_in_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "consents.csv").write_text("ref,person,image\n1,Ida,a.jpg\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Hej", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_rules_on_history_see_the_whole_calendar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Møllen åbner igen på mandag klokken ni, og de første halvtreds gæster får varmt brød med hjem."
    rows = "".join(f'2027-04-{day:02};09:00;LinkedIn;@kobberdal;"{text}"\n' for day in (6, 7, 8))
    (tmp_path / "plan.csv").write_text(f"Dato;Tid;Kanal;Konto;Tekst\n{rows}", encoding="utf-8")
    main([str(tmp_path / "plan.csv"), "--role", "official"])
    assert "over-sharing" in capsys.readouterr().out


def test_headings_that_come_again_are_no_post(tmp_path: Path) -> None:
    found = made(tmp_path, "Dato;Tekst\n;Hej\nDato;Tekst\n;Dav\n")
    assert [post.text for post in found.posts] == ["Hej", "Dav"]


def test_a_column_of_the_configuration_that_is_not_there_is_noted(tmp_path: Path) -> None:
    found = made(tmp_path, "Tekst\nHej\n", Calendar(columns=(("Copy", "text"),)))
    assert "calendar-columns-missing" in [note.code for note in found.noted]


def test_the_page_on_calendars_says_what_is_so(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "calendars.md").read_text(encoding="utf-8")
    (tmp_path / "postlint.toml").write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    calendar = load(str(tmp_path / "postlint.toml")).calendar
    assert dict(calendar.columns)["Linje 1"] == "text"
    rows = [line.split("|")[1:3] for line in page.splitlines() if line.startswith("| `")]
    for fields, headings in rows:
        for heading in headings.replace(";", ",").split(","):
            found = header(Grid("", [Row(1, 1, {1: heading.strip()})]), Calendar())
            assert found is None or found.columns[0].field in fields
    assert {"`date`, `time`", "`text`"} <= {fields.strip() for fields, _ in rows}


def checked(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str], *rules: str) -> str:
    (tmp_path / "plan.csv").write_text(text, encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('[organisation]\nname = "Kobberdal"\nhandles = ["@kobberdal"]\n')
    words = ["--role", "official", "--select", ",".join(rules), "--now", "2027-05-01T09:00+02:00"]
    main([str(tmp_path / "plan.csv"), *words])
    return capsys.readouterr().out


def test_the_same_link_below_ones_own_posts_derails_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "Dato;Tid;Kanal;Konto;Tekst;Første kommentar\n"
    rows = "".join(
        f"2027-04-{day:02};09:00;LinkedIn;@kobberdal;Nyt nummer {day};Læs mere: https://kobberdal.example/blad\n"
        for day in range(5, 10)
    )
    assert "derailing" not in checked(tmp_path, head + rows, capsys, "derailing")


@pytest.mark.parametrize(("channels", "silent"), [("LinkedIn, Facebook", False), ("LinkedIn", True)])
def test_a_post_on_several_channels_breaks_the_silence_on_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], channels: str, silent: bool
) -> None:
    days = ((1, "Facebook"), (11, channels), (21, "Facebook"), (30, "LinkedIn"))
    rows = "".join(f"2027-04-{day:02};09:00;{on};@kobberdal;Nyt nummer {day} er ude\n" for day, on in days)
    told = checked(tmp_path, f"Dato;Tid;Kanal;Konto;Tekst\n{rows}", capsys, "posting-cadence")
    assert ("plan.csv, row 4, column A  " in told) is silent
