"""The archive: what is taken, kept, refused, and what a second look makes of it."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import archive, manifest
from ingest.inbox import UnusableInbox
from ingest.inventory import Inventory, inventory
from ingest.overrides import UnusableOverrides


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "archive"


def drop(inbox: Path, path: str, data: bytes, mtime: int | None = None) -> Path:
    file = inbox / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    if mtime is not None:
        os.utime(file, ns=(mtime, mtime))
    return file


def listed(kept: Path) -> Inventory:
    return inventory(manifest.read(kept), kept, archive.last_intake(kept).refused)


def seen(kept: Path) -> list[tuple[str, bytes, int]]:
    return [(s.path, s.file.read_bytes(), s.arrival) for s in listed(kept).sources]


def test_bytes_are_kept_immutable_under_their_hash(inbox: Path, kept: Path) -> None:
    drop(inbox, "县/财政局.TXT", b"abc")
    result = archive.intake(inbox, kept)
    # sha256 of "abc", FIPS 180-2, appendix B.1
    name = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    file = kept / "ba" / f"{name}.txt"
    assert file.read_bytes() == b"abc"
    assert stat.S_IMODE(file.stat().st_mode) == 0o444
    assert result.new == ("县/财政局.TXT",)
    assert [s.sha256 for s in listed(kept).sources] == [name]
    assert not list(kept.rglob("*.part"))


def test_an_unchanged_file_is_not_read_again(
    inbox: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(inbox, "a.txt", b"a")
    archive.intake(inbox, kept)
    before = (kept / manifest.NAME).read_bytes()
    monkeypatch.setattr(archive, "_copy", lambda *_: pytest.fail("read again"))
    result = archive.intake(inbox, kept)
    assert (result.unchanged, result.new, result.arrival) == (("a.txt",), (), 1)
    assert (kept / manifest.NAME).read_bytes() == before


def test_the_same_bytes_under_a_second_path_are_one_source(inbox: Path, kept: Path) -> None:
    for path in ("b.txt", "a.txt", "c/a.txt"):
        drop(inbox, path, b"same")
    archive.intake(inbox, kept)
    assert [s.path for s in listed(kept).sources] == ["a.txt"]
    twins = listed(kept).refused
    assert [(q.path, q.reason) for q in twins] == [("b.txt", "duplicate"), ("c/a.txt", "duplicate")]
    assert all("a.txt" in q.message_en and "a.txt" in q.message_zh for q in twins)


def test_a_replaced_file_leaves_both_versions(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"old", 1)
    drop(inbox, "b.txt", b"other", 1)
    archive.intake(inbox, kept)
    drop(inbox, "a.txt", b"new", 2)
    assert archive.intake(inbox, kept).changed == ("a.txt",)
    assert seen(kept) == [("a.txt", b"old", 1), ("a.txt", b"new", 2), ("b.txt", b"other", 1)]


def test_bytes_that_come_back_are_the_newest_again(inbox: Path, kept: Path) -> None:
    for mtime, data in enumerate((b"first", b"second", b"first"), 1):
        drop(inbox, "a.txt", data, mtime)
        archive.intake(inbox, kept)
    assert sorted(seen(kept)) == [("a.txt", b"first", 3), ("a.txt", b"second", 2)]


def test_a_later_copy_makes_nothing_newer(inbox: Path, kept: Path) -> None:
    drop(inbox, "m.txt", b"first", 1)
    archive.intake(inbox, kept)
    drop(inbox, "n.txt", b"second", 1)
    archive.intake(inbox, kept)
    drop(inbox, "z.txt", b"first", 1)
    archive.intake(inbox, kept)
    assert seen(kept) == [("m.txt", b"first", 1), ("n.txt", b"second", 2)]


def test_a_file_gone_from_the_inbox_stays(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"a").unlink()
    drop(inbox, "a.txt", b"a")
    archive.intake(inbox, kept)
    (inbox / "a.txt").unlink()
    result = archive.intake(inbox, kept)
    assert result.vanished == ("a.txt",)
    assert seen(kept) == [("a.txt", b"a", 1)]
    assert archive.intake(inbox, kept).vanished == ()


def test_a_moved_file_is_known_under_its_new_path(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"a")
    archive.intake(inbox, kept)
    (inbox / "a.txt").rename(inbox / "z.txt")
    archive.intake(inbox, kept)
    assert [s.path for s in listed(kept).sources] == ["z.txt"]
    assert listed(kept).refused == ()


def test_a_lost_archive_file_is_taken_again(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"a")
    archive.intake(inbox, kept)
    listed(kept).sources[0].file.unlink()
    archive.intake(inbox, kept)
    assert seen(kept) == [("a.txt", b"a", 1)]


def test_what_leaves_the_inbox_is_refused(inbox: Path, kept: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_bytes(b"secret")
    (inbox / "link.txt").symlink_to(secret / "key.txt")
    (inbox / "folder").symlink_to(secret, target_is_directory=True)
    (inbox / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(inbox / "pipe")
    drop(inbox, "line\nbreak.txt", b"x")
    drop(inbox, "back\\slash.txt", b"x")
    os.close(os.open(os.fsencode(inbox) + b"/\xff.txt", os.O_CREAT))
    archive.intake(inbox, kept)
    assert listed(kept).sources == ()
    refused = {q.path: q.reason for q in listed(kept).refused}
    assert refused == dict.fromkeys(
        [
            "back\\slash.txt",
            "dangling",
            "folder",
            "line\\nbreak.txt",
            "link.txt",
            "pipe",
            "\\udcff.txt",
        ],
        "outside_archive",
    )
    assert b"secret" not in b"".join(p.read_bytes() for p in kept.rglob("*") if p.is_file())


def test_a_link_inside_the_inbox_is_a_second_path(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"a")
    (inbox / "b.txt").symlink_to("a.txt")
    archive.intake(inbox, kept)
    assert [(q.path, q.reason) for q in listed(kept).refused] == [("b.txt", "duplicate")]


def test_names_of_passing_files_are_ignored(inbox: Path, kept: Path) -> None:
    for path in ("~$a.docx", "x/.DS_Store", "b.pdf.part", "Thumbs.db", "__MACOSX/a.txt"):
        drop(inbox, path, b"x")
    drop(inbox, "filings.csv", b"path\n")
    drop(inbox, "x/filings.csv", b"only the one at the top is ours\n")
    result = archive.intake(inbox, kept)
    assert result.new == ("x/filings.csv",)
    assert result.ignored == ("Thumbs.db", "__MACOSX", "b.pdf.part", "x/.DS_Store", "~$a.docx")


def test_a_file_still_being_written_waits(
    inbox: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = drop(inbox, "a.txt", b"half")
    copy = archive._copy

    def copy_while_it_grows(source: Path, target: Path) -> str:
        done = copy(source, target)
        drop(inbox, "a.txt", b"half and half")
        return done

    monkeypatch.setattr(archive, "_copy", copy_while_it_grows)
    assert archive.intake(inbox, kept).unsettled == ("a.txt",)
    assert listed(kept).sources == ()
    monkeypatch.setattr(archive, "_copy", copy)
    assert archive.intake(inbox, kept).new == ("a.txt",)
    assert file.read_bytes() == b"half and half"


def test_inboxes_do_not_mix(inbox: Path, kept: Path, tmp_path: Path) -> None:
    drop(inbox, "a.txt", b"a")
    archive.intake(inbox, kept, "one")
    other = tmp_path / "other"
    drop(other, "a.txt", b"b")
    archive.intake(other, kept, "two")
    assert [(e.inbox, e.arrival, e.present) for e in manifest.read(kept)] == [
        ("one", 1, True),
        ("two", 1, True),
    ]


def test_unusable_inboxes_are_said(inbox: Path, kept: Path, tmp_path: Path) -> None:
    with pytest.raises(UnusableInbox, match="no such folder"):
        archive.intake(tmp_path / "none", kept)
    with pytest.raises(UnusableInbox, match="the warehouse lies inside"):
        archive.intake(tmp_path, kept)
    assert not kept.exists()


def test_a_damaged_manifest_is_said(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"a")
    archive.intake(inbox, kept)
    with (kept / manifest.NAME).open("a") as out:
        out.write('{"inbox": "in')
    with pytest.raises(manifest.DamagedManifest, match="line 2"):
        archive.intake(inbox, kept)


HEAD = "path,fiscal_year,published_on\n"


def test_overrides_reach_the_source_and_stay_when_the_inbox_is_cleared(
    inbox: Path, kept: Path
) -> None:
    drop(inbox, "a.txt", b"a")
    drop(inbox, "filings.csv", f"{HEAD}a.txt,2023,\ngone.txt,2022,\n".encode())
    assert archive.intake(inbox, kept).unmatched == ("line 3: gone.txt",)
    assert listed(kept).sources[0].override.fiscal_year == 2023
    (inbox / "a.txt").unlink()
    (inbox / "filings.csv").unlink()
    archive.intake(inbox, kept)
    assert listed(kept).sources[0].override.fiscal_year == 2023
    drop(inbox, "filings.csv", f"{HEAD}a.txt,2021,\n".encode())
    archive.intake(inbox, kept)
    assert listed(kept).sources[0].override.fiscal_year == 2021


def test_each_version_keeps_what_was_said_of_it(inbox: Path, kept: Path) -> None:
    for mtime, published in enumerate(("2024-09-01", "2024-10-01"), 1):
        drop(inbox, "a.txt", published.encode(), mtime)
        drop(inbox, "filings.csv", f"{HEAD}a.txt,,{published}\n".encode())
        archive.intake(inbox, kept)
    said = [(s.arrival, s.override.published_on) for s in listed(kept).sources]
    assert said == [(1, "2024-09-01"), (2, "2024-10-01")]


def test_an_unusable_override_archives_nothing(inbox: Path, kept: Path) -> None:
    drop(inbox, "a.txt", b"a")
    drop(inbox, "filings.csv", f"{HEAD}a.txt,23,\n".encode())
    with pytest.raises(UnusableOverrides):
        archive.intake(inbox, kept)
    assert not kept.exists()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from([b"1", b"2", b"3"])), max_size=6)
)
def test_the_order_of_dropping_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, drops: list[tuple[str, bytes]]
) -> None:
    files = dict(drops)
    found = []
    for order in (sorted(files), sorted(files, reverse=True)):
        home = tmp_path_factory.mktemp("h")
        (home / "in").mkdir()
        for name in order:
            drop(home / "in", f"{name}.txt", files[name])
        archive.intake(home / "in", home / "archive")
        sources, refused = (listed(home / "archive")).sources, listed(home / "archive").refused
        found.append(
            (
                [(s.path, s.sha256, s.arrival) for s in sources],
                [(q.path, q.reason) for q in refused],
            )
        )
    assert found[0] == found[1]
    assert len(found[0][0]) == len(set(files.values()))
    assert len(found[0][0]) + len(found[0][1]) == len(files)
