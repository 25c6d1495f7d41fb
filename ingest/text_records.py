"""The rows that ingest hands on of a filing's text: paragraphs, narrative facts, evaluation forms.

Only shapes live here, beside those of `records`. `domain.md` sections 3 and 4 give the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """One paragraph of the text outside tables, joined over page ends, in reading order.

    `kind` is `heading`, `text`, `contents` (a line of the table of contents), `note` or `caption`
    (of a table). `part` is the part's title (第三部分 情况说明), `section` the path of headings
    below it, joined by ` / `; both null before the first heading.
    """

    filing_id: str
    paragraph_no: int
    kind: str
    part: str | None
    section: str | None
    text: str
    page: int | None
    sheet: str | None
    line_no: int | None


@dataclass(frozen=True, slots=True)
class NarrativeFact:
    """One number (or stated zero) of the text, as read, with its sentence and its place.

    What it speaks of is named like a cell of the forms: `form`, `row_key`, `measure`; where no
    form has such a cell `form` and `measure` are null and `row_key` is one of the narrative's own
    keys (`staff.administrative_quota`, `abroad.groups` …). `aspect` says what of it:

    - `final`; `budget` (年初预算), `adjusted_budget` (全年预算), `unnamed_budget` (预算, not said
      which);
    - `delta` (signed) and `growth` (%, signed) against the year before, `budget_delta` and
      `budget_growth` against a budget; a wording that leaves the direction open (下降（增长）)
      has the template `….undecided` and the sign of the change before it, or a null value;
    - `share` (%), `completion` (%; template `completion_adjusted` of 全年预算,
      `completion_unnamed` of 预算), `count`, `quota`, and `flag` (1 or 0: a statement).

    `name` and `level` (类, 款, 项) are as printed, from the top and joined by ` / `, brackets
    folded; `row_key` is null where the name is not that of a code (every name above it included).
    `period` is a year or a date (2023-12-31). `value` has the unit as read (`0.39 万` has the
    unit 万), null where it is printed without; `amount_cny` is null where the unit is no money or
    missing, and 0 for a zero in words, whose `raw_text` is these words.
    """

    filing_id: str
    fact_no: int
    period: str
    form: str | None
    row_key: str | None
    measure: str | None
    aspect: str
    name: str | None
    level: str | None
    raw_text: str
    value: Decimal | None
    unit: str | None
    amount_cny: Decimal | None
    template: str
    section: str | None
    sentence: str
    paragraph_no: int
    page: int | None
    line_no: int | None


@dataclass(frozen=True, slots=True)
class UnreadSentence:
    """A sentence with an amount that no template took."""

    filing_id: str
    paragraph_no: int
    section: str | None
    sentence: str
    page: int | None
    line_no: int | None


@dataclass(frozen=True, slots=True)
class ProjectEvaluation:
    """One self-evaluation form (绩效自评表): who, what, the total score.

    Codes and names are as printed (`025-襄垣县信访局` → `025`, `襄垣县信访局`). `table_no` is
    that of the printed table, whose cells are kept. `competent_*_no` and `score_*_no` say where the
    competent department and the total score stand.
    """

    filing_id: str
    project_no: int
    table_no: int
    project: str | None
    stated_year: int | None
    competent_code: str | None
    competent_name: str | None
    unit_code: str | None
    unit_name: str | None
    target: str | None
    achieved: str | None
    total_score: Decimal | None
    grade: str | None
    page: int | None
    sheet: str | None
    line_no: int | None
    competent_row_no: int | None
    competent_line_no: int | None
    score_row_no: int | None
    score_line_no: int | None


@dataclass(frozen=True, slots=True)
class ProjectFunding:
    """The money of a project from one source of funds, `total` for 资金总额.

    Amounts have the unit as read; `raw_text` holds the row. `source` is `unlisted` where the label
    is on no list, `unlabelled` where there is none. `status`: `read`; `empty` (nothing printed);
    `repeated` (a row without a label that says a row beside it again: not to be counted); `unread`,
    then the numbers are null. `aligned_by` says why a number is taken for what it is: `heads` (each
    stands under its head; what contradicts itself then does so in print) or `arithmetic` (the row
    is shifted, and only so do balance, rate and score recompute). `col_no` is that of the first
    number.
    """

    filing_id: str
    project_no: int
    source: str
    source_label: str
    requested: Decimal | None
    initial_budget: Decimal | None
    budget: Decimal | None
    executed: Decimal | None
    balance: Decimal | None
    execution_rate: Decimal | None
    weight: Decimal | None
    score: Decimal | None
    unit: str | None
    status: str
    aligned_by: str | None
    raw_text: str
    page: int | None
    sheet: str | None
    row_no: int | None
    col_no: int | None
    line_no: int | None


@dataclass(frozen=True, slots=True)
class PerformanceIndicator:
    """One indicator of a project: texts as printed, and what could be parsed of them.

    Operator, value and unit are there where the text is plainly that (`≤2.52万元`), all null where
    it is words or garbled. `status` is `read`, or `unread` where the row could not be aligned with
    its heads: then only `raw_text` and the levels above it are known.
    """

    filing_id: str
    project_no: int
    indicator_no: int
    level_1: str | None
    level_2: str | None
    name: str | None
    target: str | None
    adjusted_target: str | None
    actual: str | None
    target_operator: str | None
    target_value: Decimal | None
    target_unit: str | None
    actual_operator: str | None
    actual_value: Decimal | None
    actual_unit: str | None
    weight: Decimal | None
    score: Decimal | None
    note: str | None
    status: str
    raw_text: str
    page: int | None
    sheet: str | None
    row_no: int | None
    line_no: int | None


@dataclass(frozen=True, slots=True)
class ProjectText:
    """One text of a project by its label: 年度目标, 实际完成情况, its analysis (产出情况 …)."""

    filing_id: str
    project_no: int
    text_no: int
    label: str
    text: str
    page: int | None
    sheet: str | None
    row_no: int | None
    line_no: int | None
