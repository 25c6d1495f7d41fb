"""Filings whose text is typed by hand: cases of `statement_cases.yml` as a reader hands them on.

A fact is `p1 05 208 final 3.33万元`: paragraph, form, row (`/measure`), aspect, what is printed;
form `-` for none, row `?name` where the name is that of no code; a year before it where it is not
the filing's. A change is signed. A paragraph that starts with `H|` or `C|` is a heading or a line
of the contents. Money of a project is `total 30 22.865 7.135 76.22 7.62`: source, budget,
executed, balance, rate, score, `-` for nothing, then where needed the weight. An indicator is
`level|name|target|actual|weight|score`, a text `label|text`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from raw_rows import FACTORS, FORMS, MEASURES, Typed, parsed

from ingest.records import ParsedFiling
from ingest.text_records import (
    NarrativeFact,
    PerformanceIndicator,
    ProjectEvaluation,
    ProjectFunding,
    ProjectText,
    TextParagraph,
)

FACT = re.compile(
    r"(?:(?P<year>\d{4}) )?p(?P<paragraph>\d+) (?P<form>\d\d|-) (?P<row>[^ /]+)"
    r"(?:/(?P<measure>\w+))? (?P<aspect>\w+) (?P<sign>-?)(?P<number>[\d.]*)(?P<rest>\S*)"
)
QUANTITY = re.compile(r"([≤≥=<>]?)(\d+(?:\.\d+)?)([^\d]*)")
KINDS = {"H": "heading", "C": "contents", "T": "text"}
UNITS = {"万元", "元", "万", "%", "辆", "个"}


@dataclass(frozen=True)
class Case:
    """A filing, the rule that it is about, and what that rule should say."""

    rule: str
    filing_id: str
    verdict: str
    severity: str | None
    filing: ParsedFiling


def cases() -> list[Case]:
    """All cases, each in a filing of its own."""
    path = Path(__file__).with_name("statement_cases.yml")
    listed = yaml.safe_load(path.read_text("utf-8"))
    typed = [(rule, case) for rule, rows in listed.items() for case in rows]
    return [_case(rule, case, f"said{n:04}") for n, (rule, case) in enumerate(typed)]


def _case(rule: str, case: Mapping[str, Any], filing_id: str) -> Case:
    filing = told(case, filing_id)
    return Case(rule, filing_id, case["verdict"], case.get("severity"), filing)


def told(case: Mapping[str, Any], filing_id: str) -> ParsedFiling:
    """The filing of a case."""
    year = case.get("year", 2023)
    department = case.get("department", "青山县信访局")
    typed = Typed(
        filing_id, case.get("cells", ""), case.get("empty", ""), year, department + filing_id
    )
    bare = parsed(typed)
    labels = {str(key): label for key, label in case.get("labels", {}).items()}
    items = [replace(i, row_label=labels.get(i.row_key, i.row_label)) for i in bare.line_items]
    said = case.get("text", ["."])
    return replace(
        bare,
        filing=replace(
            bare.filing,
            department=case.get("department") or bare.filing.department,
            region_name=case.get("region"),
            # A filer without a region code is a version of itself alone, whatever its name.
            region_code=None if "region" in case else bare.filing.region_code,
            title=case.get("title"),
        ),
        line_items=items,
        paragraphs=[_paragraph(filing_id, n, text) for n, text in enumerate(said, start=1)],
        facts=[
            _fact(filing_id, n, text, year, said) for n, text in enumerate(case.get("facts", []), 1)
        ],
        projects=[_project(filing_id, n, p) for n, p in enumerate(case.get("projects", []), 1)],
        fundings=_of_projects(filing_id, case, "money", _funding),
        indicators=_of_projects(filing_id, case, "indicators", _indicator),
        project_texts=_of_projects(filing_id, case, "words", _text),
    )


def _of_projects(filing_id: str, case: Mapping[str, Any], part: str, make: Any) -> list[Any]:
    return [
        make(filing_id, project_no, n, line)
        for project_no, project in enumerate(case.get("projects", []), 1)
        for n, line in enumerate(project.get(part, []), 1)
    ]


def _blank(record: type) -> dict[str, Any]:
    return dict.fromkeys(f.name for f in fields(record))


def _paragraph(filing_id: str, number: int, text: str) -> TextParagraph:
    kind, _, rest = text.partition("|")
    known = kind in KINDS
    return TextParagraph(
        filing_id,
        number,
        KINDS[kind] if known else "text",
        None,
        "一、情况",
        rest if known else text,
        None,
        None,
        number,
    )


def _fact(filing_id: str, number: int, typed: str, year: int, said: list[str]) -> NarrativeFact:
    match = FACT.fullmatch(typed)
    assert match, typed
    unit = match["rest"] if match["rest"] in UNITS else None
    value = Decimal(match["sign"] + (match["number"] or "0"))
    factor = FACTORS.get(unit or "")
    form = FORMS.get(match["form"])
    is_named = match["row"].startswith("?")
    paragraph = int(match["paragraph"])
    return NarrativeFact(
        filing_id=filing_id,
        fact_no=number,
        period=match["year"] or str(year),
        form=form,
        row_key=None if is_named else match["row"],
        measure=(match["measure"] or MEASURES.get(match["form"], "total")) if form else None,
        aspect=match["aspect"],
        name=match["row"][1:] if is_named else None,
        level=None,
        raw_text=match["number"] + match["rest"],
        value=value,
        unit=unit,
        amount_cny=value * factor if factor else None,
        template="typed",
        section="一、情况",
        sentence=said[paragraph - 1] if paragraph <= len(said) else "",
        paragraph_no=paragraph,
        page=None,
        line_no=number,
    )


def _project(filing_id: str, number: int, project: Mapping[str, Any]) -> ProjectEvaluation:
    told_of = {
        "filing_id": filing_id,
        "project_no": number,
        "table_no": 100 + number,
        "project": f"项目{number}",
        "competent_code": project.get("competent"),
        "total_score": Decimal(project["total"]) if "total" in project else None,
    }
    return ProjectEvaluation(**_blank(ProjectEvaluation) | told_of)


def _funding(filing_id: str, project_no: int, number: int, line: str) -> ProjectFunding:
    source, *numbers = line.split()
    keys = ("budget", "executed", "balance", "execution_rate", "score", "weight")
    read = {k: None if n == "-" else Decimal(n) for k, n in zip(keys, numbers, strict=False)}
    told_of = {
        "filing_id": filing_id,
        "project_no": project_no,
        "source": source,
        "source_label": source,
        "unit": "万元",
        "status": "repeated" if source == "unlabelled" else "read",
        "aligned_by": "heads",
        "raw_text": " | ".join(numbers),
        "row_no": number,
    }
    return ProjectFunding(**_blank(ProjectFunding) | read | told_of)


def _quantity(text: str, side: str) -> dict[str, Any]:
    match = QUANTITY.fullmatch(text)
    if match is None or (Decimal(match[2]) > 1000 and not match[3]):
        return {}
    found = (match[1] or None, Decimal(match[2]), match[3] or None)
    return dict(zip((f"{side}_operator", f"{side}_value", f"{side}_unit"), found, strict=True))


def _indicator(filing_id: str, project_no: int, number: int, line: str) -> PerformanceIndicator:
    level, name, target, actual, weight, score = line.split("|")
    told_of = {
        "filing_id": filing_id,
        "project_no": project_no,
        "indicator_no": number,
        "level_1": level,
        "name": name,
        "target": target,
        "actual": actual,
        "weight": Decimal(weight),
        "score": Decimal(score),
        "status": "read",
        "raw_text": line,
    }
    parts = _quantity(target, "target") | _quantity(actual, "actual")
    return PerformanceIndicator(**_blank(PerformanceIndicator) | parts | told_of)


def _text(filing_id: str, project_no: int, number: int, line: str) -> ProjectText:
    label, _, text = line.partition("|")
    told_of = {
        "filing_id": filing_id,
        "project_no": project_no,
        "text_no": number,
        "label": label,
        "text": text,
    }
    return ProjectText(**_blank(ProjectText) | told_of)
