"""The sentences of findings, in Chinese and English, by cause and hint. Words only, no logic.

Placeholders: `place` the cell named, `printed` and `expected` amounts as its table would
print them, `difference`, `n` how many relations, `others` the other cells that may be wrong.
"""

from __future__ import annotations

BLANK = {"zh": "空白", "en": "blank"}

EQUATION = {
    "zh": "{name}：{left}{sign}{right}，相差 {difference}。",
    "en": "{name}: {left} {sign} {right}, off by {difference}. ",
}

CAUSES: dict[str, dict[str, str]] = {
    "one_cell": {
        "zh": "{place}印为 {printed}；只改这一格为 {expected}，"
        "相关的 {n} 个不成立的关系就全部成立。请核对该格。",
        "en": "{place} prints {printed}; {expected} there alone would satisfy all {n} relations "
        "that fail. Check this cell.",
    },
    "one_of_several": {
        "zh": "{place}印为 {printed}，按关系应为 {expected}；仅凭数字不能断定是哪一格有误，"
        "也可能是：{others}。请逐一核对。",
        "en": "{place} prints {printed}, the relation gives {expected}; the numbers alone do not "
        "tell which cell is wrong, it may also be: {others}. Check each of them.",
    },
    "one_of_parts": {
        "zh": "{place}印为 {printed}，按关系应为 {expected}，而其他关系支持这一合计；有误的应是下列"
        "某一格，仅凭数字不能断定：{others}。请逐一核对。",
        "en": "{place} prints {printed}, the relation gives {expected}; other relations confirm "
        "the sum, so one of these is wrong, and the numbers alone do not tell which: {others}. "
        "Check each of them.",
    },
    "several_cells": {
        "zh": "{place}印为 {printed}，应为 {expected}；同时有误的还有：{others}。请核对这几格。",
        "en": "{place} prints {printed}, {expected} is expected; wrong along with it: {others}. "
        "Check these cells.",
    },
    "shifted": {
        "zh": "{place}印为 {printed}，应为 {expected}：数字似错位（串列或串行），涉及：{others}。"
        "请对照原表逐列核对。",
        "en": "{place} prints {printed}, {expected} is expected: values seem to stand in the wrong "
        "column or row, with: {others}. Compare the columns with the original table.",
    },
    "missing_row": {
        "zh": "{place}：似缺一行，所缺金额：{others}。请查该表是否漏印一行。",
        "en": "{place}: a row seems to be missing, with the amounts: {others}. "
        "Look for a row that the table has lost.",
    },
    "unit_slip": {
        "zh": "{place}印为 {printed}，按其他各表应为 {expected}：整张表的金额相差 10,000 倍，"
        "单位（元、万元）似有误。请核对表头单位。",
        "en": "{place} prints {printed}, the other tables give {expected}: all amounts of the "
        "table are off by the factor 10,000, as 元 for 万元. Check the unit in the table's head.",
    },
    "rounding": {
        "zh": "{place}：差异在四舍五入范围内，共 {n} 处，不是错误。",
        "en": "{place}: within rounding (relations: {n}); no error.",
    },
    "rounding_infeasible": {
        "zh": "{place}：以下 {n} 个关系各自都在四舍五入范围内，但不可能同时成立，其中至少一格有误。"
        "请核对所列各格。",
        "en": "{place}: each of {n} relations holds within rounding, but they cannot all hold "
        "together; at least one cell is wrong. Check the cells listed.",
    },
    "soft": {
        "zh": "{place}：通常成立的关系在 {n} 处不成立，不一定是错误。",
        "en": "{place}: a relation that usually holds does not (times: {n}); "
        "not necessarily an error.",
    },
    "unexplained": {
        "zh": "{place}印为 {printed}，按关系应为 {expected}；有 {n} 个关系不成立，"
        "改一两格不能使其全部成立。请核对所列各格。",
        "en": "{place} prints {printed}, the relation gives {expected}; {n} relations fail, and no "
        "change of one or two cells would satisfy them. Check the cells listed.",
    },
}

HINTS: dict[str, dict[str, str]] = {
    "unit_slip": {
        "zh": "（提示：可能把元写成了万元，或相反）",
        "en": " (Hint: perhaps 元 taken for 万元, or the reverse.)",
    },
    "decimal_point": {
        "zh": "（提示：小数点可能错位或遗漏）",
        "en": " (Hint: perhaps a lost or misplaced decimal point.)",
    },
    "digits_transposed": {
        "zh": "（提示：可能相邻两位数字颠倒）",
        "en": " (Hint: perhaps two neighbouring digits transposed.)",
    },
    "sign": {"zh": "（提示：正负号可能有误）", "en": " (Hint: perhaps the sign.)"},
    "shifted": {"zh": "（提示：可能整列错位）", "en": " (Hint: perhaps whole columns shifted.)"},
}

PLACE = {"zh": "{form}“{row}”{measure}{where}", "en": "{form}, {row}, {measure}{where}"}

LOST_ROW = {"zh": "{}下所缺的一行", "en": "a row missing under {}"}

WHERE = {
    "page": {"zh": "第{}页", "en": "page {}"},
    "sheet": {"zh": "工作表{}", "en": "sheet {}"},
    "row_no": {"zh": "第{}行", "en": "row {}"},
    "col_no": {"zh": "第{}列", "en": "column {}"},
    "line_no": {"zh": "文本第{}行", "en": "line {}"},
}

BRACKETS = {"zh": ("（", "，", "）", "、"), "en": (" (", ", ", ")", "; ")}

MORE = {"zh": "等共 {} 格", "en": "… {} cells in all"}
