"""The cache: used where it may be trusted, ignored where it may not, and never a place for a draft."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from made_posts import NOW, post

from postlint import linter

TEXT = "Den nye mølle hos Kvernholt er flot. Projekt Sneugle er klar. Alle ved, at Stampemo er svindlere."
CONFIG = 'packs = ["own"]\n[organisation]\nname = "Kvernholt"\n[[competitors]]\nname = "Stampemo"\n'
PACK = '[[rule]]\nid = "code-names"\n[rule.da]\nmessage = "Et projekt."\nphrases = ["projekt {bird}"]\n'


def settle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder with a configuration, a pack and the cache the place to be."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("POSTLINT_CACHE", str(folder / "cache"))
    Path("own").mkdir(exist_ok=True)
    if not Path("own/words.toml").exists():
        Path("own/words.toml").write_text(PACK.format(bird="sneugle"), encoding="utf-8")
        Path("postlint.toml").write_text(CONFIG, encoding="utf-8")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared")


@pytest.fixture
def used(shared: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The cache files of a folder that several tests share; each run makes good what the last one spoilt."""
    settle(shared, monkeypatch)
    return kept()


def answers() -> object:
    report = linter("postlint.toml", now=NOW).check(post(TEXT))
    return report.findings, report.not_evaluated


def found() -> list[str]:
    """Return the rules of this file's concern that report the text; others may report it too."""
    findings = linter("postlint.toml", now=NOW).check(post(TEXT)).findings
    return sorted(finding.rule for finding in findings if finding.rule in CONCERN)


def kept() -> list[Path]:
    """Return the cache files, made by a first run."""
    found()
    return sorted(Path("cache").iterdir())


def written() -> dict[str, tuple[int, int]]:
    """Return what tells whether a cache file has been written anew."""
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in Path("cache").iterdir()}


def is_used() -> bool:
    """Say whether a run takes the cache files as they are; those that it does not trust it writes anew."""
    before = written()
    assert found() == EVERYTHING
    after = written()
    kept_as_they_are = {name for name in before if before[name] == after.get(name)}
    assert kept_as_they_are in (set(), set(before))
    return bool(kept_as_they_are)


EVERYTHING = ["code-names", "competitor-disparagement", "missing-disclaimer"]
CONCERN = (*EVERYTHING, "more")


def test_the_second_run_reads_the_cache() -> None:
    kept()
    assert is_used()


def test_the_cache_gives_the_answers_of_the_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = answers(), answers()
    monkeypatch.setenv("POSTLINT_CACHE", "off")
    assert first == second == answers()


def test_other_texts_get_the_same_answers_too(used: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("", "#sneugle", "Ingenting her.", "We opened a new mill at Kvernholt today.")
    cached = linter("postlint.toml", now=NOW)
    monkeypatch.setenv("POSTLINT_CACHE", "off")
    fresh = linter("postlint.toml", now=NOW)
    assert [cached.check(post(text)) for text in texts] == [fresh.check(post(text)) for text in texts]


def test_what_is_read_from_the_cache_really_comes_from_it() -> None:
    pack = Path("own/words.toml")
    kept()
    before = pack.stat()
    pack.write_text(PACK.format(bird="havlomm"), encoding="utf-8")  # as many letters
    os.utime(pack, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found() == EVERYTHING


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_only_the_user_may_read_it() -> None:
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept()} == {0o600}
    assert stat.S_IMODE(Path("cache").stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
@pytest.mark.parametrize("mode", [0o620, 0o602], ids=oct)
def test_a_file_that_others_may_write_is_not_read(mode: int, used: list[Path]) -> None:
    for file in used:
        file.chmod(mode)
    assert not is_used()


@pytest.mark.parametrize("at", [0, 0.00001, 0.001], ids=str)
def test_a_file_with_one_byte_of_its_head_changed_is_not_read(at: float, used: list[Path]) -> None:
    for file in used:
        data = bytearray(file.read_bytes())
        data[int(at * (len(data) - 1))] ^= 0xFF
        file.write_bytes(data)
    assert not is_used()


def test_damaged_phrases_are_compiled_anew(used: list[Path]) -> None:
    packs = max(used, key=lambda file: file.stat().st_size)
    data = bytearray(packs.read_bytes())
    for at in range(len(data) // 2, len(data), 16):
        data[at] ^= 0xFF
    packs.write_bytes(data)
    before = written()
    assert found() == EVERYTHING
    assert written()[packs.name] != before[packs.name]


@pytest.mark.parametrize("length", [0, 10, 60, -1])
def test_a_file_cut_short_is_not_read(length: int, used: list[Path]) -> None:
    for file in used:
        file.write_bytes(file.read_bytes()[:length])
    assert not is_used()


def test_a_file_of_another_version_is_not_read(used: list[Path]) -> None:
    for file in used:
        head, _, rest = file.read_bytes().partition(b"\n")
        file.write_bytes(head.replace(b"0", b"9", 1) + b"\n" + rest)
    assert not is_used()


def test_a_broken_file_is_replaced_by_a_good_one() -> None:
    for file in kept():
        file.write_bytes(b"")
    assert found() == EVERYTHING
    assert is_used()


# What makes it stale


def test_a_changed_pack_counts_at_once() -> None:
    kept()
    Path("own/words.toml").write_text(PACK.format(bird="havtornen"), encoding="utf-8")
    assert found() == EVERYTHING[1:]


def test_a_changed_configuration_counts_at_once() -> None:
    kept()
    Path("postlint.toml").write_text(CONFIG + '[rules]\ncode-names = "off"\n', encoding="utf-8")
    assert found() == EVERYTHING[1:]


@pytest.mark.parametrize("name", ["own/more.toml", "own/deep/more.toml"])
def test_a_new_pack_file_counts_at_once(name: str) -> None:
    kept()
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(PACK.format(bird="x").replace("code-names", "more").replace("projekt x", "flot"), "utf-8")
    assert found() == sorted([*EVERYTHING, "more"])


def test_a_new_file_in_a_folder_that_had_none_counts_at_once() -> None:
    Path("own/deep/er").mkdir(parents=True)
    kept()
    pack = PACK.format(bird="x").replace("code-names", "more").replace("projekt x", "flot")
    Path("own/deep/er/more.toml").write_text(pack, encoding="utf-8")
    assert found() == sorted([*EVERYTHING, "more"])


def test_a_pack_file_that_is_gone_counts_at_once() -> None:
    kept()
    Path("own/words.toml").unlink()
    assert found() == EVERYTHING[1:]


def test_a_changed_policy_of_ones_own_counts_at_once() -> None:
    policy = '[policy]\nid = "house"\n[[clause]]\nid = "1"\nrules = ["missing-disclaimer"]\n'
    Path("house.toml").write_text(policy, encoding="utf-8")
    Path("postlint.toml").write_text('policies = ["./house.toml"]\n' + CONFIG, encoding="utf-8")
    assert found() == ["code-names", "missing-disclaimer"]
    Path("house.toml").write_text(policy.replace("missing-disclaimer", "competitor-disparagement"), encoding="utf-8")
    assert found() == ["code-names", "competitor-disparagement"]


def test_two_configurations_are_kept_apart() -> None:
    Path("other.toml").write_text(CONFIG.replace("Kvernholt", "Rugbjerg"), encoding="utf-8")
    found()
    other = linter("other.toml", now=NOW).check(post(TEXT))
    assert sorted(f.rule for f in other.findings if f.rule in CONCERN) == EVERYTHING[:2]
    assert is_used()


# Off, or in the way


def test_off_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTLINT_CACHE", "off")
    assert found() == EVERYTHING
    assert {path.name for path in Path().iterdir()} == {"own", "postlint.toml"}


def test_off_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = Path("own/words.toml")
    kept()
    before = pack.stat()
    pack.write_text(PACK.format(bird="havlomm"), encoding="utf-8")  # as many letters
    os.utime(pack, ns=(before.st_atime_ns, before.st_mtime_ns))
    monkeypatch.setenv("POSTLINT_CACHE", "off")
    assert found() == EVERYTHING[1:]


def test_a_folder_that_cannot_be_made_does_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POSTLINT_CACHE", str(tmp_path / "postlint.toml" / "cache"))
    assert [found(), found()] == [EVERYTHING, EVERYTHING]


def test_a_file_where_the_folder_should_be_does_no_harm() -> None:
    Path("cache").write_text("in the way", encoding="utf-8")
    assert [found(), found()] == [EVERYTHING, EVERYTHING]


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_a_folder_that_cannot_be_written_does_no_harm() -> None:
    Path("cache").mkdir()
    Path("cache").chmod(0o500)
    assert [found(), found()] == [EVERYTHING, EVERYTHING]


def test_a_folder_in_the_place_of_the_file_does_no_harm() -> None:
    for file in kept():
        file.unlink()
        file.mkdir()
    assert found() == EVERYTHING


def test_nothing_unfinished_is_left_behind() -> None:
    found()
    assert {path.suffix for path in Path("cache").iterdir()} == {".packs"}


# Privacy


def test_no_words_of_a_draft_are_kept() -> None:
    linter("postlint.toml").check(post("Hemmeligheden er brombærmarmelade. Skriv til zq@privat.example."))
    kept_bytes = b"".join(path.read_bytes() for path in Path("cache").rglob("*") if path.is_file())
    assert not any(word.encode() in kept_bytes for word in ("brombærmarmelade", "brombaermarmelade", "zq@privat"))


def test_no_names_of_the_consent_register_are_kept() -> None:
    Path("c.csv").write_text("ref,person,image,channels,given,expires,withdrawn,guardian\nS,Bo Bly,,,,,,\n", "utf-8")
    Path("postlint.toml").write_text(CONFIG + '[consent]\nregister = "c.csv"\n', encoding="utf-8")
    linter("postlint.toml", now=NOW).check(post("Fest!", channel="x", images=[{"file": "a.jpg", "people": ["Bo Bly"]}]))
    assert all(b"Bo Bly" not in path.read_bytes() for path in Path("cache").iterdir())
