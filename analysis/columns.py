"""What each column of the tables made here means: table → column → description.

The order of the columns is the order here. Descriptions become comments in the database.
"""

from __future__ import annotations

_WHO = {
    "department_id": "Stable id of the filer (部门标识)",
    "department": "Name of the filer, as of this fiscal year (部门名称)",
    "department_kind": "Kind of department, the key of peers (部门类别)",
    "region_code": "Administrative division code (行政区划代码)",
    "scope": (
        "Scope (公开范围): department, consolidated accounts (部门决算); unit, one unit's own "
        "(单位决算)"
    ),
    "fiscal_year": "Fiscal year (年度)",
}

_WHAT = {
    "dimension": (
        "What the code says (维度): total, fund, nature, function (all expenditure), "
        "general_budget (the general public budget by function), economic, three_public "
        "(总额、资金性质、支出性质、功能分类、一般公共预算功能分类、经济分类、三公经费)"
    ),
    "code": "Code in its dimension, as text (代码)",
    "code_name": "Name of the code, as of this fiscal year where it is printed (名称)",
    "code_level": "Level of the code in its dimension's tree: total, subtotal, class … (层级)",
}

COLUMNS: dict[str, dict[str, str]] = {
    "yoy_change": {
        **_WHO,
        "prior_year": "The fiscal year exactly before (上年)",
        **_WHAT,
        "status": (
            "How it changed (变动状态): continuing (延续), both years print the code; new "
            "(新增), only this year; ended (终止), only the year before; no_base (无上年数), no "
            "filing of the year before, and nothing of it in the text, never a growth; unknown "
            "(不明), both years filed, but one value could not be read or one filing says nothing "
            "in this dimension"
        ),
        "basis": (
            "Where the prior amount comes from (上年数来源): own_filing (上年决算文件), or "
            "stated_in_text: no filing of that year is there, and this year's text states the "
            "change (本年文字说明反推)"
        ),
        "amount_cny": "Published amount of the year, yuan; null when ended (本年决算数)",
        "prior_amount_cny": "Published amount of the year before, yuan; null when new (上年决算数)",
        "delta_cny": (
            "Change in yuan: the amount itself when new, minus the prior amount when ended; "
            "null for no_base and unknown (增减额)"
        ),
        "percent": (
            "Change in percent of the prior amount; null where that is missing, zero or "
            "negative (增减率)"
        ),
        "contribution_pp": (
            "Change in percent of the prior year's total expenditure (of itself for a total), that "
            "is percentage points of the growth of total expenditure; null where that total is "
            "missing, zero or negative (对本年支出合计增长的贡献，百分点)"
        ),
        "stated_prior_cny": (
            "The prior amount that this year's text implies, kept beside that of the prior filing: "
            "where they differ, one of them was restated or is wrong (文字反推的上年数)"
        ),
        "stated_prior_low_cny": "Its lower bound under rounding (下限)",
        "stated_prior_high_cny": "Its upper bound under rounding (上限)",
        "filing_id": "The filing of the year (本年决算文件)",
        "prior_filing_id": "The filing of the year before; null for no_base (上年决算文件)",
    },
    "benchmark": {
        **_WHO,
        **_WHAT,
        "measure": (
            "What is compared (比较指标): amount_cny, the amount in yuan (金额); share_pct, its "
            "percentage of the filing's total expenditure (占本年支出合计的比重)"
        ),
        "peer_group": (
            "Group of peers (可比组): same_kind_other_regions, departments of the same kind in "
            "other regions (其他地区同类部门); same_region_other_departments, the other "
            "departments of the region (同地区其他部门). Same fiscal year and scope, and only "
            "those that publish the code"
        ),
        "value": "The filer's own value, in the measure's unit (本部门数值)",
        "n": "Number of values compared, its own included (可比部门数，含本部门)",
        "n_unread": (
            "Number of its peers that print the code and are left out, because the amount, or the "
            "total that it is a share of, could not be read (未能识别而未计入的部门数)"
        ),
        "median": "Median of the n values; null when n = 1 (中位数)",
        "q1": "First quartile, linear interpolation (type 7); null when n < 4 (下四分位数)",
        "q3": "Third quartile, linear interpolation (type 7); null when n < 4 (上四分位数)",
        "percentile_rank": (
            "Share of the n values below its own, equal ones counted half, 0 to 100; "
            "null when n = 1 (百分位)"
        ),
        "robust_z": (
            "(value - median) / (1.4826 × median absolute deviation); null when n < 8 or the "
            "deviation is 0 (稳健 z 值)"
        ),
        "suppressed": "True when n < 8: too few to call anything unusual (样本不足)",
        "amount_cny": "The filer's published amount, yuan: numerator of the share (决算数)",
        "filing_id": "The filing that prints it (决算文件)",
    },
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
