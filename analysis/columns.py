"""What each column of the tables made here means: table → column → description.

The order of the columns is the order here. Descriptions become comments in the database.
"""

from __future__ import annotations

from analysis.columns_benchmark import BENCHMARK_COLUMNS
from analysis.columns_change import CHANGE_COLUMNS

COLUMNS: dict[str, dict[str, str]] = {
    **CHANGE_COLUMNS,
    **BENCHMARK_COLUMNS,
    "finding": {
        "finding_id": (
            "Stable id: hash of the filing, the rule, the cause and the cells (发现编号)"
        ),
        "filing_id": "The filing that prints the named cell (决算文件)",
        "rule_id": "The rule that says it best, of all that the finding explains (规则)",
        "severity": (
            "error: cannot be true under rounding (错误); warn: needs a fact that is not printed "
            "(警告); info: explained (提示). The gravest among its equations"
        ),
        "cause": (
            "one_cell: this cell alone explains all (一格有误); one_of_several: one of the cells "
            "of role wrong or candidate, it cannot be told which (数格之一有误); several_cells: "
            "these cells together (数格有误); shifted: values in a wrong column or row (错位); "
            "missing_row: a row that the table lost (缺行); unit_slip: a whole table in another "
            "unit (元、万元); rounding: within rounding (四舍五入); rounding_infeasible: each "
            "equation holds within rounding, but not all together (舍入不可同时成立); soft: a "
            "relation that need not hold (非必然关系); unexplained: no small set of cells explains "
            "it (原因不明)"
        ),
        "hint": (
            "What the digits suggest, never proven: unit_slip, decimal_point, digits_transposed, "
            "sign, shifted; null for nothing (数字线索，仅供参考)"
        ),
        "form": "Form of the named cell (表)",
        "row_key": (
            "Row of the named cell; the sum that falls short where a row nobody knows of is "
            "missing; null for a whole table (行)"
        ),
        "measure": "Column of the named cell; null for a whole table (栏)",
        "message_zh": "What was expected, what was found, where, what to do, in Chinese (中文说明)",
        "message_en": "The same in English (英文说明)",
        "printed": "The named cell as printed (原文)",
        "expected": "What it would say, in the unit and decimals of its table (应有数，原单位)",
        "difference": "Printed less expected, in the same way (差额，原单位)",
        "unit": "That unit (计量单位)",
        "printed_cny": "The printed amount in yuan; null for a blank (公布数)",
        "expected_cny": (
            "What the equations give for the named cell; for a mere bound, the bound (应有数)"
        ),
        "difference_cny": (
            "printed_cny less expected_cny, a blank counted as nothing in this column alone (差额)"
        ),
        "proposal_cny": (
            "The value that would satisfy all equations together with the proposals of `places`; "
            "never applied; null where it cannot be told which cell is wrong (建议数)"
        ),
        "n_equations": "Number of equations explained (涉及关系数)",
        "equations": "Their ids (涉及的关系)",
        "places": (
            "Every operand with its place, the named cell first: role (wrong, missing_row, "
            "candidate, left, right), filing, form, row, column, text, amount, proposal (各数位置)"
        ),
    },
}
