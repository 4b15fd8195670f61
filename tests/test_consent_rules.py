"""When a picture of somebody may be shown: each way in which a consent can hold, and each in which it can fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_posts import MILL, check, found

from postlint.finding import PostReport
from postlint.settings import Settings

HEAD = "ref,person,image,channels,given,expires,withdrawn,guardian\n"


def settled(tmp_path: Path, rows: str) -> Settings:
    register = tmp_path / "consents.csv"
    register.write_text(HEAD + rows + "\n", encoding="utf-8")
    return MILL._replace(register=str(register))


def shown(tmp_path: Path, rows: str, **fields: Any) -> PostReport:
    """Return what is found in a post with one picture of Bo Bly, unless ``fields`` say otherwise."""
    given = {"channel": "linkedin", "images": [{"file": "fest_07.jpg", "people": ["Bo Bly"]}]} | fields
    return check("Fest i møllen!", settled(tmp_path, rows), **given)


HOLDS = {
    "for-anything": "S-1,Bo Bly,,,,,,",
    "for-this-file": "S-1,Bo Bly,fest_07.jpg,,,,,",
    "for-a-pattern": "S-1,Bo Bly,fest*.jpg,,,,,",
    "for-this-channel": "S-1,Bo Bly,,linkedin,,,,",
    "for-several-channels": "S-1,Bo Bly,,intranet linkedin,,,,",
    "channel-in-capitals": "S-1,Bo Bly,,LinkedIn,,,,",
    "until-today": "S-1,Bo Bly,,,2026-01-01,2027-03-10,,",
    "given-today": "S-1,Bo Bly,,,2027-03-10,,,",
    "withdrawn-from-later": "S-1,Bo Bly,,,,,2027-04-01,",
    "name-in-small-letters": "S-1,bo bly,,,,,,",
    "blanks-in-the-name": "S-1,  Bo   Bly ,,,,,,",
    "given-anew-after-a-withdrawal": "S-1,Bo Bly,,,2026-01-01,,2026-06-01,\nS-2,Bo Bly,,,2026-07-01,,,",
    "another-picture-withdrawn": "S-1,Bo Bly,,,2026-01-01,,,\nS-2,Bo Bly,a.jpg,,2026-07-01,,2026-08-01,",
    "another-channel-withdrawn": "S-1,Bo Bly,,linkedin,2026-01-01,,,\nS-2,Bo Bly,,x,2026-07-01,,2026-08-01,",
    "withdrawn-later-than-the-post": "S-1,Bo Bly,,,2026-01-01,,,\nS-2,Bo Bly,,,2026-07-01,,2027-04-01,",
    "one-of-two-rows": "S-1,Bo Bly,,,,2020-01-01,,\nS-2,Bo Bly,,,,2028-01-01,,",
}


@pytest.mark.parametrize("rows", HOLDS.values(), ids=HOLDS)
def test_a_consent_that_holds(rows: str, tmp_path: Path) -> None:
    report = shown(tmp_path, rows)
    assert (found(report, "photo-consent"), report.not_evaluated) == ([], ())


FAILS = {
    "none": "",
    "of-somebody-else": "S-1,Ida Bly,,,,,,",
    "for-another-file": "S-1,Bo Bly,sommer_01.jpg,,,,,",
    "for-another-pattern": "S-1,Bo Bly,sommer*.jpg,,,,,",
    "for-another-channel": "S-1,Bo Bly,,intranet,,,,",
    "expired-yesterday": "S-1,Bo Bly,,,,2027-03-09,,",
    "not-given-until-tomorrow": "S-1,Bo Bly,,,2027-03-11,,,",
    "withdrawn-today": "S-1,Bo Bly,,,,,2027-03-10,",
    "withdrawn-long-ago": "S-1,Bo Bly,,,2020-01-01,2030-01-01,2021-01-01,",
    "later-one-withdrawn": "S-1,Bo Bly,,,2026-01-01,,,\nS-2,Bo Bly,,,2026-07-01,,2026-08-01,",
    "one-withdrawn-and-nobody-knows-which-is-later": "S-1,Bo Bly,,,,,,\nS-2,Bo Bly,,,,,2026-08-01,",
    "two-rows-that-fail": "S-1,Bo Bly,,intranet,,,,\nS-2,Bo Bly,,,,2020-01-01,,",
}


@pytest.mark.parametrize("rows", FAILS.values(), ids=FAILS)
def test_a_consent_that_does_not_hold(rows: str, tmp_path: Path) -> None:
    findings = found(shown(tmp_path, rows), "photo-consent")
    assert [(f.severity, f.field) for f in findings] == [("error", "images[0].people")]
    assert "S-" in findings[0].message if rows.count("Bo Bly") else "Bo Bly" in findings[0].message


@pytest.mark.parametrize("who", ["S-1", "s-1", "Bo Bly"])
def test_a_post_may_name_the_reference(who: str, tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": [who]}]
    assert found(shown(tmp_path, "S-1,Bo Bly,,,,,,", images=images), "photo-consent") == []
    (finding,) = found(shown(tmp_path, "S-1,Bo Bly,,,,2020-01-01,,", images=images), "photo-consent")
    assert finding.message == "a.jpg: tilladelsen fra S-1 er udløbet, når opslaget kommer ud."


def test_the_author_may_stand_there_by_reference(tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": ["S-1"]}]
    report = shown(tmp_path, "S-1,Bo Bly,,,,2020-01-01,,", images=images, author={"name": "Bo Bly"})
    assert found(report, "photo-consent") == []


def test_an_assessment_of_interests_is_a_basis(tmp_path: Path) -> None:
    register = tmp_path / "consents.csv"
    register.write_text(f"{HEAD.strip()},basis\nS-1,Bo Bly,,,,,,,interest-assessment\n", encoding="utf-8")
    images = [{"file": "a.jpg", "people": ["Bo Bly"]}]
    assert found(check("Fest!", MILL._replace(register=str(register)), images=images), "photo-consent") == []


def test_a_message_names_the_file(tmp_path: Path) -> None:
    assert "fest_07.jpg" in found(shown(tmp_path, ""), "photo-consent")[0].message


@pytest.mark.parametrize(
    ("scheduled", "holds"),
    [
        pytest.param("2027-06-30T23:00:00+02:00", True, id="on-the-last-day"),
        pytest.param("2027-07-01T00:30:00+02:00", False, id="half-an-hour-after"),
        pytest.param("2027-12-24T10:00:00+01:00", False, id="long-after"),
    ],
)
def test_a_consent_must_hold_when_the_post_appears(scheduled: str, holds: bool, tmp_path: Path) -> None:
    report = shown(tmp_path, "S-1,Bo Bly,,,,2027-06-30,,", scheduled=scheduled)
    assert (found(report, "photo-consent") == []) is holds


@pytest.mark.parametrize(("rows", "holds"), [("S-1,Liv Bly,,,,,,", False), ("S-1,Liv Bly,,,,,,Bo Bly", True)])
def test_a_child_needs_a_guardian(rows: str, holds: bool, tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": [{"name": "Liv Bly", "minor": True}]}]
    assert (found(shown(tmp_path, rows, images=images), "photo-consent") == []) is holds


def test_a_guardian_does_not_mend_another_lack(tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": [{"name": "Liv Bly", "minor": True}]}]
    assert found(shown(tmp_path, "S-1,Liv Bly,,,,2020-01-01,,Bo Bly", images=images), "photo-consent")


def test_a_consent_for_some_channels_needs_to_know_the_channel(tmp_path: Path) -> None:
    settings = settled(tmp_path, "S-1,Bo Bly,,linkedin,,,,")
    assert found(check("Fest!", settings, images=[{"file": "a.jpg", "people": ["Bo Bly"]}]), "photo-consent")


def test_of_two_people_the_one_without_is_named(tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": ["Bo Bly", "Ida Skifer"]}]
    findings = found(shown(tmp_path, "S-1,Bo Bly,,,,,,", images=images), "photo-consent")
    assert [("Ida Skifer" in f.message, "Bo Bly" in f.message) for f in findings] == [(True, False)]


def test_two_people_without_are_two_findings(tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": ["Bo Bly", "Ida Skifer"]}]
    assert len(found(shown(tmp_path, "", images=images), "photo-consent")) == 2


NOBODY = {
    "nobody-in-it": {"people": []},
    "not-recognisable": {"people": ["Bo Bly"], "identifiable": False},
    "nobody-can-tell-who-but-blurred": {"people": "unknown", "identifiable": False},
}


@pytest.mark.parametrize("image", NOBODY.values(), ids=NOBODY)
def test_a_picture_without_a_recognisable_person(image: dict[str, Any], tmp_path: Path) -> None:
    report = shown(tmp_path, "", images=[{"file": "a.jpg", **image}])
    assert (found(report, "photo-consent"), report.not_evaluated) == ([], ())


@pytest.mark.parametrize("author", [{"name": "Bo Bly"}, {"handle": "Bo Bly"}, {"name": " bo  bly "}])
def test_the_author_alone_needs_no_consent(author: dict[str, str], tmp_path: Path) -> None:
    assert found(shown(tmp_path, "", author=author), "photo-consent") == []


def test_the_author_beside_somebody_else_covers_only_the_author(tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": ["Bo Bly", "Ida Skifer"]}]
    findings = found(shown(tmp_path, "", images=images, author={"name": "Bo Bly"}), "photo-consent")
    assert ["Ida Skifer" in f.message for f in findings] == [True]


def test_an_author_without_a_name_is_nobody_in_particular(tmp_path: Path) -> None:
    images = [{"file": "a.jpg", "people": ["Ida Skifer"]}]
    assert found(shown(tmp_path, "", images=images, author={"email": "bo@privat.example"}), "photo-consent")


def test_who_cannot_tell_is_told(tmp_path: Path) -> None:
    findings = found(shown(tmp_path, "", images=[{"file": "a.jpg", "people": "unknown"}]), "photo-consent")
    assert [f.severity for f in findings] == ["error"]


def test_what_is_not_said_is_not_evaluated(tmp_path: Path) -> None:
    report = shown(tmp_path, "", images=[{"file": "a.jpg"}])
    assert (found(report, "photo-consent"), [e.rule for e in report.not_evaluated]) == ([], ["photo-consent"])


def test_without_a_register_nothing_is_clean() -> None:
    report = check("Fest!", MILL, images=[{"file": "a.jpg", "people": ["Bo Bly"]}])
    assert [entry.rule for entry in report.not_evaluated] == ["photo-consent"]


@pytest.mark.parametrize("text", ["Julefrokost, helt privat!", "De har ikke noget imod det.", "They said it was fine."])
def test_a_private_setting_is_no_exemption(text: str, tmp_path: Path) -> None:
    report = check(text, settled(tmp_path, ""), channel="x", images=[{"file": "a.jpg", "people": ["Bo Bly"]}])
    assert found(report, "photo-consent")
