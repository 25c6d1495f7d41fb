"""The sample, whose truth the generator knows: every figure read exactly, at its place, no more."""

from pathlib import Path

import pytest
from typed import source

from corpus.sample import SampleFiling, sample_filings
from ingest.parse import parse
from ingest.records import ParsedFiling

SAMPLE = list(sample_filings())


@pytest.mark.parametrize("made", SAMPLE, ids=[f.path for f in SAMPLE])
def test_every_figure_of_the_sample(tmp_path: Path, made: SampleFiling) -> None:
    parsed = parse(source(tmp_path, made.content, Path(made.path).name))
    assert isinstance(parsed, ParsedFiling)
    got = [
        (i.form, i.row_key, i.measure, f"{i.value:f}", i.unit, i.sheet, i.row_no, i.col_no)
        for i in parsed.line_items
        if i.value is not None
    ]
    truth = [(*p.key, p.value, p.unit, p.sheet, p.row_no, p.col_no) for p in made.truth]
    assert sorted(got, key=str) == sorted(truth, key=str)
    assert {s.code for s in parsed.signals} <= {"region_unknown"}
