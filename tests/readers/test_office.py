"""Old formats through LibreOffice, where it is installed; a clear message where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.document import Grid, Paragraph, UnreadableFile
from ingest.readers import office, read

RTF = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}"
    rb"\f0 \u20915?\u31639?\par"
    rb"\trowd\trgaph100\cellx3000\cellx6000\intbl \u21512?\u35745?\cell 233.67\cell\row"
    rb"\pard \u27880?\par}"
)
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def test_without_the_program_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableFile, match="apt-get install libreoffice") as caught:
        read(RTF, "a.rtf")
    assert caught.value.reason == "unsupported"


@needs_office
def test_an_rtf_and_the_doc_made_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.rtf"
    source.write_bytes(RTF)
    targets = dict.fromkeys(office._TARGETS, "doc")
    with monkeypatch.context() as patch:
        patch.setattr(office, "_TARGETS", targets)
        doc = office.convert_many([source])[source]
    assert isinstance(doc, bytes)
    for data, key in ((RTF, "rtf"), (doc, "doc")):
        document = read(data, "a.txt")
        assert document.format == key
        assert [
            b.text if isinstance(b, Paragraph) else [c.text for c in b.cells]
            for b in document.blocks
        ] == ["决算", ["合计", "233.67"], "注"]


@needs_office
def test_one_bad_file_does_not_take_the_batch_with_it(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.rtf", tmp_path / "bad.rtf"
    good.write_bytes(RTF)
    bad.write_bytes(b"")
    done = office.convert_many([bad, good])
    assert isinstance(done[good], bytes)
    grids = list(office.read_converted(done[good], "rtf", "good.rtf").grids())
    assert [isinstance(g, Grid) for g in grids] == [True]
    empty = done[bad]
    if isinstance(empty, bytes):
        with pytest.raises(UnreadableFile) as caught:
            office.read_converted(empty, "rtf", "bad.rtf")
        assert caught.value.reason == "damaged"
