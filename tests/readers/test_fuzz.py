"""A small share of the fuzz run, and that the run would see a crash or a made-up value."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from bench.fuzz import Mutant, judge, mutants, run
from bench.mutate_bytes import damaged
from bench.plain import numbers
from ingest.parse import parse
from ingest.records import ParsedFiling, Quarantined, Source

FORMATS = ("txt", "html", "xlsx", "docx", "zip")
HEADS = "项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n"
FILING = (
    "青原县水务局\n\n2023年度部门决算公开\n\n支出决算表\n\n部门名称：青原县水务局\n\n2023年度\n\n"
    f"金额单位：万元\n\n{HEADS}201\t一般公共服务支出\t9.00\t6.00\t3.00\n"
)
FORM = "expenditure_by_function"
TRUTH = {
    (FORM, "201", "total"): (Decimal("9.00"), "万元"),
    (FORM, "201", "basic"): (Decimal("6.00"), "万元"),
    (FORM, "201", "project"): (Decimal("3.00"), "万元"),
}


def test_a_share_of_the_run_finds_nothing() -> None:
    total: Counter[str] = Counter()
    for mutant, counts, bad in run(list(mutants(40, 11, FORMATS)), jobs=2):
        assert not bad, (mutant.name, mutant.format, mutant.mutation)
        total.update(counts)
    assert total["files"] == 40
    assert total["landed"] > 20
    assert total["landed"] < 40


def test_the_same_seed_gives_the_same_files() -> None:
    first, second = (list(mutants(12, 3, FORMATS)) for _ in range(2))
    assert [m.content for m in first] == [m.content for m in second]
    assert len({m.content for m in first}) > 8


def judged(folder: Path, family: str, was: str, now: str) -> tuple[Counter[str], list[str]]:
    """The verdict on a filing of which a reader gives another value than is printed."""
    path = folder / "a.txt"
    content = FILING.encode()
    path.write_bytes(content)
    result = parse(Source("a.txt", path, hashlib.sha256(content).hexdigest(), len(content), 1))
    assert isinstance(result, ParsedFiling)
    result.signals[:] = [s for s in result.signals if s.form != FORM]
    result.line_items[:] = [
        replace(i, value=Decimal(now)) if str(i.value) == was else i for i in result.line_items
    ]
    return judge(Mutant(family, "none", "txt", "a.txt", content, TRUTH), result)


@pytest.mark.parametrize(
    ("family", "now", "wrong"),
    [
        ("dress", "6.00", 0),
        ("dress", "6.01", 1),
        ("shape", "9.00", 1),
        ("damage", "6.01", 1),
        ("damage", "-6.00", 1),
        # 9.00 is printed there: which of two printed numbers it is, damage leaves open
        ("damage", "9.00", 0),
    ],
)
def test_a_value_that_is_not_printed_is_silent_wrong(
    tmp_path: Path, family: str, now: str, wrong: int
) -> None:
    counts, bad = judged(tmp_path, family, "6.00", now)
    assert (counts["landed"], counts["silent wrong"], len(bad)) == (1, wrong, wrong)


@pytest.mark.parametrize(("reason", "n"), [("crashed", 1), ("timeout", 1), ("damaged", 0)])
def test_crashes_and_hangs_are_bad(reason: str, n: int) -> None:
    row = Quarantined("a.txt", "0" * 64, reason, "en", "zh", "v", "")
    counts, bad = judge(Mutant("damage", "none", "txt", "a.txt", b"x", {}), row)
    assert (counts[reason], len(bad)) == (1, n)


def test_numbers_of_a_file_keep_their_sign() -> None:
    text = "1,234.56\t-7.10\t（3.20）\t−４．５０".encode()
    found = numbers(text, "txt")
    assert found is not None
    assert found >= {Decimal(n) for n in ("1234.56", "-7.10", "-3.20", "-4.50")}
    page = b"<td>-<b>7</b>.10</td><td>&#49;.5</td>"
    assert (numbers(page, "html") or set()) >= {Decimal("-7.10"), Decimal("1.5")}
    assert numbers(b"PK no zip", "xlsx") is None


def test_damage_always_gives_bytes() -> None:
    for number in range(200):
        _, content = damaged(b"<a>\t1</a>", "txt", Random(number))  # noqa: S311 - no secret
        assert isinstance(content, bytes)
