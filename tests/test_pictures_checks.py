"""What a picture shows and its file says, held against what the post says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_posts import MILL, found, linter
from pictures_made import VOCABULARY, drawn, saved, xmp
from PIL import Image

from postlint.checks import image_logo, image_people
from postlint.draft import Match, Unknown
from postlint.finding import PostReport
from postlint.pictures.hashing import difference_hash, fingerprints
from postlint.pictures.looking import Seen, Spot
from postlint.pictures.metadata import Metadata
from postlint.post import Origin, Post
from postlint.readers.records import read_record
from postlint.settings import Settings

HEAD = "ref,person,image,channels,given,expires,withdrawn,guardian\n"
RULES = ("photo-consent", "org-logo", "image-credit", "sensitive-imagery", "personal-data")
BO = '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Bo Bly</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>'
CHILD = f"<plus:MinorModelAgeDisclosure>{VOCABULARY}AG-A16</plus:MinorModelAgeDisclosure>"
NO_RELEASE = f"<plus:ModelReleaseStatus>{VOCABULARY}MR-NON</plus:ModelReleaseStatus>"
MAKER = "<dc:creator><rdf:Seq><rdf:li>Grace Fictor</rdf:li></rdf:Seq></dc:creator>"
FACE, OTHER = Spot(0.1, 0.1, 0.2, 0.2), Spot(0.7, 0.5, 0.8, 0.6)


def settled(folder: Path, rows: str | None) -> Settings:
    if rows is None:
        return MILL
    (folder / "consents.csv").write_text(HEAD + rows + "\n", encoding="utf-8")
    return MILL._replace(register=str(folder / "consents.csv"))


def posted(folder: Path, image: dict[str, Any], **fields: Any) -> Post:
    given = {"text": "Fest i møllen!", "channel": "linkedin", "images": [{"file": "a.jpg", **image}], **fields}
    return read_record(given)._replace(origin=Origin(str(folder / "post.json")))


def checked(folder: Path, data: bytes | None, rows: str | None = "", /, **image: Any) -> PostReport:
    """Return what is found in a post with one picture, whose file holds ``data``."""
    if data is not None:
        (folder / str(image.get("file", "a.jpg"))).write_bytes(data)
    fields = image.pop("post", {})
    return linter(settled(folder, rows), select=RULES).check(posted(folder, image, **fields))


def seen(*faces: Spot, searched: bool = True, **metadata: Any) -> Seen:
    own = fingerprints("0" * 64, drawn(1))
    return Seen("a.jpg", "JPEG", 600, 450, own, Metadata(**metadata), faces if searched else None, "faces-missing")


def answers(folder: Path, shown: Seen, rows: str | None = "", **image: Any) -> list[tuple[str, dict[str, str]]]:
    """Return reason and facts of what photo-consent says where this was seen; the code, where it cannot say."""
    lint = linter(settled(folder, rows))
    draft = lint.read(posted(folder, image))._replace(seen=lambda number: shown)
    rule = next(rule for rule in lint.rules if rule.id == "photo-consent")
    told = list(image_people.find(draft, rule))
    return [(one.reason if isinstance(one, Match) else one.code, dict(one.facts)) for one in told]


def reasons(folder: Path, shown: Seen, rows: str | None = "", **image: Any) -> list[str]:
    return [reason for reason, _ in answers(folder, shown, rows, **image)]


BROKEN = {"truncated": saved(drawn(1))[:4000], "disguised": b"no picture at all", "empty": b""}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("people", [[], ["Bo Bly"], "unknown", None])
def test_a_broken_picture_is_told_whatever_the_post_says(data: bytes, people: object, tmp_path: Path) -> None:
    image = {} if people is None else {"people": people}
    findings = found(checked(tmp_path, data, "S-1,Bo Bly,,,,,,", **image), "photo-consent")
    assert [f.severity for f in findings if f.field == "images[0].file"] == ["warning"]
    assert "nobody can tell" in findings[0].message or "ingen sige" in findings[0].message


def test_a_missing_picture_is_left_alone(tmp_path: Path) -> None:
    report = checked(tmp_path, None, people=[])
    assert (report.findings, report.not_evaluated) == ((), ())


@pytest.mark.parametrize("file", ["../a.jpg", "/etc/hostname", "C:\\a.jpg", "link.jpg"])
def test_a_picture_outside_is_not_opened(file: str, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (tmp_path / "a.jpg").write_bytes(b"broken")
    (folder / "link.jpg").symlink_to(tmp_path / "a.jpg")
    report = checked(folder, None, file=file, people=[])
    assert report.findings == ()
    assert [file in one.reason for one in report.not_evaluated] == [True]


@pytest.mark.parametrize("file", ["film.mp4", "tegning.svg", "foto.heic"])
def test_another_kind_of_file_is_not_evaluated(file: str, tmp_path: Path) -> None:
    report = checked(tmp_path, b"not for us", file=file, people=[])
    assert report.findings == ()
    assert [one.rule for one in report.not_evaluated] == ["photo-consent"]


def test_a_post_that_stands_in_no_file_has_no_pictures_to_look_at(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jpg").write_bytes(b"broken")
    post = posted(tmp_path, {"people": []})._replace(origin=Origin("-"))
    assert linter(settled(tmp_path, ""), select=RULES).check(post).findings == ()


# consent follows the picture


def test_a_consent_follows_the_picture_and_not_its_name(tmp_path: Path) -> None:
    row = f"S-1,Bo Bly,dhash:{difference_hash(drawn(1))},,,,,"
    small = drawn(1)
    small.thumbnail((200, 200))
    assert checked(tmp_path, saved(small, quality=30), row, file="renamed.jpg", people=["Bo Bly"]).findings == ()
    other = found(checked(tmp_path, saved(drawn(2)), row, file="other.jpg", people=["Bo Bly"]), "photo-consent")
    assert ["other" in f.message for f in other] == [True]


def test_a_withdrawn_picture_is_known_again_though_nobody_is_named(tmp_path: Path) -> None:
    row = f"S-1,Bo Bly,dhash:{difference_hash(drawn(1))},,,,2026-01-01,"
    for image in ({"people": []}, {}, {"people": ["Ida Skifer"]}):
        findings = found(checked(tmp_path, saved(drawn(1)), row, file="x.jpg", **image), "photo-consent")
        assert any("S-1" in f.message for f in findings), image


def test_the_same_bytes_are_known_again_without_any_detail(tmp_path: Path) -> None:
    data = saved(Image.new("RGB", (300, 200), "white"), "PNG")
    (tmp_path / "x.png").write_bytes(data)
    import hashlib

    row = f"S-1,Bo Bly,sha256:{hashlib.sha256(data).hexdigest()},,,,,"
    assert checked(tmp_path, data, row, file="x.png", people=["Bo Bly"]).findings == ()


# faces against what is said


def test_a_face_where_nobody_should_be_is_a_contradiction(tmp_path: Path) -> None:
    assert answers(tmp_path, seen(FACE), people=[]) == [
        ("face-in-empty", {"file": "a.jpg", "words": "a.jpg", "faces": "1"})
    ]


def test_a_face_that_nobody_speaks_of_needs_a_consent(tmp_path: Path) -> None:
    told = answers(tmp_path, seen(FACE, OTHER))
    assert told == [("faces", {"file": "a.jpg", "words": "a.jpg", "faces": "2", "consents": "0"})]


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        ("S-1,Bo Bly,a.jpg,,,,,", True),
        ("S-1,Bo Bly,a*.jpg,,,,,", True),
        (f"S-1,Bo Bly,{fingerprints('0' * 64, drawn(1))[0]},,,,,", True),
        (f"S-1,Bo Bly,{fingerprints('0' * 64, drawn(1))[1]},,,,,", True),
        pytest.param("S-1,Bo Bly,,,,,,", False, id="for-any-picture-is-not-for-this-one"),
        ("S-1,Bo Bly,b.jpg,,,,,", False),
        ("S-1,Bo Bly,a.jpg,intranet,,,,", False),
    ],
)
def test_a_consent_for_this_picture_covers_a_face(rows: str, holds: bool, tmp_path: Path) -> None:
    assert (reasons(tmp_path, seen(FACE), rows) == []) is holds


def test_two_faces_are_not_covered_by_one_consent(tmp_path: Path) -> None:
    told = answers(tmp_path, seen(FACE, OTHER), "S-1,Bo Bly,a.jpg,,,,,")
    assert [(reason, facts["consents"]) for reason, facts in told] == [("faces", "1")]


def test_more_faces_than_names(tmp_path: Path) -> None:
    told = answers(tmp_path, seen(FACE, OTHER), "S-1,Bo Bly,,,,,,", people=["Bo Bly"])
    assert [(reason, facts["faces"], facts["named"]) for reason, facts in told] == [("more-faces", "2", "1")]
    assert reasons(tmp_path, seen(FACE), "S-1,Bo Bly,,,,,,", people=["Bo Bly"]) == []


def test_fewer_faces_than_names_is_nothing(tmp_path: Path) -> None:
    assert reasons(tmp_path, seen(), "S-1,Bo Bly,,,,,,", people=["Bo Bly"]) == []


def test_no_face_clears_nobody(tmp_path: Path) -> None:
    assert reasons(tmp_path, seen()) == ["seen-no-face"]
    assert reasons(tmp_path, seen(), people=[]) == []


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path) -> None:
    assert reasons(tmp_path, seen(searched=False)) == ["people-not-said", "seen-faces-missing"]
    assert reasons(tmp_path, seen(searched=False), people=[]) == []


def test_a_face_in_a_crowd_is_only_pointed_at(tmp_path: Path) -> None:
    assert reasons(tmp_path, seen(FACE), identifiable=False) == ["face-in-crowd"]
    assert reasons(tmp_path, seen(), identifiable=False) == []


@pytest.mark.parametrize(
    ("reason", "severity"),
    [("faces", "warning"), ("face-in-empty", "warning"), ("more-faces", "warning"), ("face-in-crowd", "info"),
     ("unreadable", "warning"), ("no-release", "warning"), ("name-in-file", "error"), ("minor-in-file", "error")],
)  # fmt: skip
def test_what_a_machine_sees_is_no_error(reason: str, severity: str) -> None:
    rule = next(rule for rule in linter().rules if rule.id == "photo-consent")
    assert rule.by_reason.get(reason, rule.severity) == severity
    assert all(reason in wording.reasons for wording in rule.wording.values())


# what the file says


def test_a_name_in_the_file_needs_a_consent(tmp_path: Path) -> None:
    data = saved(drawn(1), xmp=xmp(BO))
    findings = found(checked(tmp_path, data), "photo-consent")
    assert [("Bo Bly" in f.message, f.severity, f.field) for f in findings] == [(True, "error", "images[0].file")]
    assert found(checked(tmp_path, data, "S-1,Bo Bly,,,,,,"), "photo-consent") == []
    assert found(checked(tmp_path, data, "", post={"author": {"name": "Bo Bly"}}), "photo-consent") == []


def test_a_name_in_the_file_contradicts_nobody(tmp_path: Path) -> None:
    findings = found(checked(tmp_path, saved(drawn(1), xmp=xmp(BO)), None, people=[]), "photo-consent")
    assert ["people: []" in f.message and "Bo Bly" in f.message for f in findings] == [True]


def test_a_name_that_the_post_has_too_is_told_once(tmp_path: Path) -> None:
    findings = found(checked(tmp_path, saved(drawn(1), xmp=xmp(BO)), people=["bo bly"]), "photo-consent")
    assert [f.field for f in findings] == ["images[0].people"]


@pytest.mark.parametrize(
    ("rows", "people", "holds"),
    [
        ("", [], False),
        ("S-1,Liv Bly,,,,,,", ["Liv Bly"], False),
        ("S-1,Liv Bly,,,,,,Bo Bly", ["Liv Bly"], True),
        ("S-1,Liv Bly,a.jpg,,,,,Bo Bly", None, True),
    ],
)
def test_a_child_in_the_file_needs_a_guardian(rows: str, people: object, holds: bool, tmp_path: Path) -> None:
    image = {} if people is None else {"people": people}
    report = checked(tmp_path, saved(drawn(1), xmp=xmp(CHILD)), rows, **image)
    assert (found(report, "photo-consent") == []) is holds


def test_a_child_in_the_file_cannot_be_waived(tmp_path: Path) -> None:
    waiver = {"rule": "photo-consent", "reason": "aftalt", "by": "Bo Bly", "expires": "2028-01-01"}
    report = checked(tmp_path, saved(drawn(1), xmp=xmp(CHILD)), people=[], post={"waivers": [waiver]})
    assert len(found(report, "photo-consent")) == 1


def test_a_release_that_was_not_given(tmp_path: Path) -> None:
    data = saved(drawn(1), xmp=xmp(NO_RELEASE))
    assert [f.severity for f in found(checked(tmp_path, data), "photo-consent")] == ["warning"]
    assert found(checked(tmp_path, data, people=[]), "photo-consent") == []
    assert found(checked(tmp_path, data, "S-1,Bo Bly,,,,,,", people=["Bo Bly"]), "photo-consent") == []


def placed() -> bytes:
    exif = Image.Exif()
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (55.0, 40.0, 12.0), "E", (12.0, 34.0, 5.0)
    return saved(drawn(1), exif=exif)


def test_a_position_is_told_without_the_place(tmp_path: Path) -> None:
    findings = found(checked(tmp_path, placed(), people=[]), "personal-data")
    assert [(f.severity, f.field, "GPS" in f.message) for f in findings] == [("warning", "images[0].file", True)]
    assert "55" not in findings[0].message


NOT_OURS: dict[str, dict[str, Any]] = {
    "an-author-of-another-name": {"post": {"author": {"name": "Bo Bly"}}},
    "the-organisation": {"post": {"role": "official"}},
}
OURS: dict[str, dict[str, Any]] = {
    "the-author": {"post": {"author": {"name": "Grace Fictor"}}},
    "the-author-with-a-middle-name": {"post": {"author": {"name": "Grace Anna Fictor"}}},
    "credited": {"credit": "Grace Fictor", "post": {"author": {"name": "Bo Bly"}}},
    "author-says-own": {"credit": "author", "post": {"author": {"name": "Bo Bly"}}},
    "named-in-the-text": {"post": {"text": "Fest. Foto: Grace Fictor", "author": {"name": "Bo Bly"}}},
    "free": {"licence": "cc0", "post": {"author": {"name": "Bo Bly"}}},
}


@pytest.mark.parametrize("image", NOT_OURS.values(), ids=NOT_OURS)
def test_somebody_else_made_it(image: dict[str, Any], tmp_path: Path) -> None:
    findings = found(checked(tmp_path, saved(drawn(1), xmp=xmp(MAKER)), people=[], **image), "image-credit")
    assert ["Grace Fictor" in f.message for f in findings] == [True]


@pytest.mark.parametrize("image", OURS.values(), ids=OURS)
def test_nobody_else_made_it(image: dict[str, Any], tmp_path: Path) -> None:
    report = checked(tmp_path, saved(drawn(1), xmp=xmp(MAKER)), people=[], **image)
    assert (found(report, "image-credit"), report.not_evaluated) == ([], ())


def test_whether_it_was_the_author_cannot_be_told_without_a_name(tmp_path: Path) -> None:
    report = checked(tmp_path, saved(drawn(1), xmp=xmp(MAKER)), people=[])
    assert [one.rule for one in report.not_evaluated] == ["image-credit"]


def test_the_organisation_made_it(tmp_path: Path) -> None:
    maker = "<dc:rights>© 2026 Kvernholt A/S. All rights reserved</dc:rights>"
    report = checked(tmp_path, saved(drawn(1), xmp=xmp(maker)), people=[], post={"author": {"name": "Bo Bly"}})
    assert found(report, "image-credit") == []


def test_a_warning_in_the_file(tmp_path: Path) -> None:
    warned = xmp(f"<plus:AdultContentWarning>{VOCABULARY}CW-AWR</plus:AdultContentWarning>")
    (tmp_path / "a.jpg").write_bytes(saved(drawn(1), xmp=warned))
    settings = MILL._replace(rules=(("sensitive-imagery", "error"),))
    report = linter(settings, select=RULES).check(posted(tmp_path, {"people": []}))
    assert [f.severity for f in found(report, "sensitive-imagery")] == ["warning"]


# logos


def test_the_logo_itself_is_known_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text("", encoding="utf-8")
    (tmp_path / "mark.png").write_bytes(saved(drawn(7), "PNG"))
    (tmp_path / "profil.jpg").write_bytes(saved(drawn(7).resize((400, 300)), quality=60))
    (tmp_path / "udsigt.jpg").write_bytes(saved(drawn(8)))
    organisation = MILL.organisation._replace(logos=("mark.png", "none.svg"))
    settings = MILL._replace(path=str(tmp_path / "postlint.toml"), organisation=organisation)
    lint = linter(settings, select=("org-logo",))
    told = {file: lint.check(posted(tmp_path, {"file": file, "people": []})) for file in ("profil.jpg", "udsigt.jpg")}
    assert [f.severity for f in told["profil.jpg"].findings] == ["error"]
    assert told["udsigt.jpg"].findings == ()


def test_without_the_extra_logos_inside_a_picture_are_not_evaluated(tmp_path: Path) -> None:
    settings = MILL._replace(organisation=MILL.organisation._replace(logos=("mark.png",)))
    lint = linter(settings, select=("org-logo",))
    shown = seen()._replace(logoless="faces-missing")
    draft = lint.read(posted(tmp_path, {"people": []}))._replace(seen=lambda number: shown)
    assert [one.code for one in image_logo.find(draft, lint.rules[0]) if isinstance(one, Unknown)] == [
        "seen-logos-missing"
    ]


def test_a_logo_that_was_found_is_told_with_its_place(tmp_path: Path) -> None:
    settings = MILL._replace(organisation=MILL.organisation._replace(logos=("mark.png",)))
    lint = linter(settings, select=("org-logo",))
    shown = seen()._replace(logos=(Spot(0.05, 0.02, 0.3, 0.2, "mark.png"),))
    for lang, place in (("da", "øverst til venstre"), ("en", "upper left")):
        post = posted(tmp_path, {"people": []}, lang=lang)
        draft = lint.read(post)._replace(seen=lambda number: shown)
        (match,) = image_logo.find(draft, lint.rules[0])
        assert isinstance(match, Match)
        assert (match.reason, match.facts["where"]) == ("seen", place)


def test_each_picture_is_looked_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(drawn(1)))
    lint = linter(settled(tmp_path, ""), select=RULES)
    post = posted(tmp_path, {"people": []})
    assert lint.seen(post, "private", 0) is lint.seen(post, "private", 0)
    assert lint.seen(post, "private", 0) is not None


def test_what_no_rule_asks_for_is_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(drawn(1)))
    shown = linter(select=("personal-data",)).seen(posted(tmp_path, {}), "private", 0)
    assert shown is not None
    assert (shown.faces, shown.faceless, shown.sha256 != "") == (None, "", True)
