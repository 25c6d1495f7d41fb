"""What each column of the tables of measures, peers and outliers means."""

from __future__ import annotations

_DEPARTMENT = {
    "department_id": "Stable id of the filer (部门标识)",
    "department": "Name of the filer (部门名称)",
    "department_kind": "Kind of department (部门类别)",
    "department_level": "Level of its region, or township (部门层级)",
    "region_code": "Administrative division code (行政区划代码)",
}
_WHO = {
    **_DEPARTMENT,
    "scope": (
        "Scope (公开范围): department, consolidated accounts (部门决算); unit, one unit's own "
        "(单位决算)"
    ),
    "fiscal_year": "Fiscal year (年度)",
}
_ITEM = {
    "dimension": (
        "Dimension of the item, for the measures of every printed item; null for measures whose "
        "operands are fixed (维度)"
    ),
    "code": "Code of the item in its dimension, as text (代码)",
    "code_name": "Name of the code (名称)",
    "code_level": "Level of the code in its dimension's tree: total, subtotal, class … (层级)",
}
_OPERANDS = {
    "numerator": (
        "Numerator: yuan, points or a count, as the measure says; of a concentration, the amounts' "
        "mean, each weighted by its own share (分子)"
    ),
    "denominator": (
        "Denominator: yuan or a count, as the measure says; null where it has none (分母)"
    ),
}
_GROUP = (
    "Peer group (同类组): same_kind, of the same kind and level in all regions (各地同级同类部门); "
    "same_region, of the same region (同地区各部门); same_size, of the same level and size "
    "(同级同规模部门); own:… is a user's own (自定). Always of the same fiscal year and scope"
)
_SUPPRESSED = "n < 8: too few to call anything unusual; there is no robust_z (样本不足)"

_OUTLIER_WHO = {name: text for name, text in _WHO.items() if name != "department_level"}

BENCHMARK_COLUMNS: dict[str, dict[str, str]] = {
    "measure": {
        "measure": "Id of the measure (指标标识)",
        "name_zh": "Name in Chinese (中文名称)",
        "name_en": "Name in English (英文名称)",
        "meaning_zh": "What it means, in Chinese (中文含义)",
        "meaning_en": "What it means, in English (英文含义)",
        "kind": (
            "Kind (类型): ratio, numerator in percent of the denominator (比率); per_head, yuan "
            "for each of a count (人均等); amount, yuan (金额); score (得分); concentration, sum "
            "of squared shares (集中度)"
        ),
        "unit_zh": "Unit of the value in Chinese (中文单位)",
        "unit_en": "Unit of the value in English (英文单位)",
        "direction": (
            "Direction that is called better (优劣方向): higher (高优), lower (低优), or neutral "
            "(中性)"
        ),
        "numerator": "Figures that are added to the numerator, dimension/code (分子构成)",
        "denominator": "Figures that are added to the denominator (分母构成)",
        "on_logs": "Whether robust_z is taken on logarithms (稳健 z 值是否取对数)",
    },
    "measure_value": {
        **_WHO,
        "measure": "Id of the measure, see analytics.measure (指标)",
        "value": "Value in the measure's unit; null unless the state is known (指标值)",
        "state": (
            "State (状态): known (可计算); not_published: the numerator is not printed "
            "(分子未公布); unread: an operand could not be read, or is said in two ways "
            "(未能识别); no_denominator: it is not printed, zero or negative (无分母)"
        ),
        **_OPERANDS,
        "filing_id": "The filing (决算文件)",
    },
    "peer_group": {
        "peer_group": _GROUP,
        "group_key": "Filings with one key are compared; null for who is left out (组键)",
        "left_out": (
            "Why it is in no group (未入组原因): no_fiscal_year, no_scope, no_region_code, "
            "no_department_kind, no_department_level, no_size_band; no_filing: a department of an "
            "own group that has no filing here"
        ),
        **_WHO,
        "size_band": (
            "Total expenditure of the year, in yuan, at which its size band begins (规模档下限)"
        ),
        "filing_id": "The filing (决算文件)",
    },
    "benchmark": {
        **_WHO,
        "measure": "Id of the measure, see analytics.measure (指标)",
        **_ITEM,
        "peer_group": _GROUP,
        "value": "The filer's own value, in the measure's unit (本部门数值)",
        **_OPERANDS,
        "n_members": "Number of filings in the group, its own included (组内文件数，含本部门)",
        "n": "Number of them that could be compared, its own included (可比数，含本部门)",
        "n_not_published": "Left out: the numerator is not printed (未公布而未计入数)",
        "n_unread": (
            "Left out: an operand could not be read, or is said in two ways (未能识别而未计入数)"
        ),
        "n_no_denominator": (
            "Left out: the denominator is not printed, zero or negative (无分母而未计入数)"
        ),
        "coverage": "n by n_members, 0 to 1 (可比率)",
        "share_zero": "Share of the n values that are zero, 0 to 1 (零值比例)",
        "median": "Median of the n values; null when n = 1 (中位数)",
        "q1": "First quartile, linear interpolation (type 7); null when n < 4 (下四分位数)",
        "q3": "Third quartile, linear interpolation (type 7); null when n < 4 (上四分位数)",
        "percentile_rank": (
            "Share of the n values below its own, equal ones counted half, 0 to 100; null when "
            "n = 1 (百分位)"
        ),
        "robust_z": (
            "(x - median) / (1.4826 × median absolute deviation), on logarithms for measures in "
            "yuan; null when n < 8, when the deviation is 0, or of a logarithm of zero or less "
            "(稳健 z 值)"
        ),
        "suppressed": _SUPPRESSED,
        "filing_id": "The filing (决算文件)",
    },
    "outlier": {
        "outlier_id": "Stable id: hash of what it speaks of (编号)",
        "rank": "Rank within the fiscal year, 1 is the most surprising (名次)",
        "kind": (
            "Kind (类别): change, an amount changed unlike that of others (变动); position, a "
            "measure stands far from its peers (位置)"
        ),
        "score": "Size of robust_z, 10 at most: what it is ranked by (惊异度)",
        "robust_z": (
            "Robust z of the position, see analytics.benchmark; of the change, 2 × change by the "
            "sum of both amounts, among all that publish the code (稳健 z 值)"
        ),
        **_OUTLIER_WHO,
        "measure": "Id of the measure; change for a change (指标)",
        **_ITEM,
        "peer_group": (
            "Group in which it stands out most; same_year for a change: all filings of the year "
            "and scope with the code (同类组)"
        ),
        "n": "Number compared, its own included (可比数，含本部门)",
        "value": "The measure's value; the change in percent, null from zero (数值)",
        "median": "Median of those compared, in the same unit (中位数)",
        **_OPERANDS,
        "amount_cny": "Amount of the year, for a change; null when ended (本年决算数)",
        "prior_amount_cny": "Amount of the prior year, for a change; null when new (上年决算数)",
        "delta_cny": "Change in yuan (增减额)",
        "prior_code": "Code or codes of the prior year, where they are others (上年代码)",
        "share_pp": (
            "How much it weighs: the change in percent of the filing's total expenditure; for a "
            "share, its distance from the median in percentage points (影响程度，百分点)"
        ),
        "reason_zh": "Why it is here, in Chinese (中文说明)",
        "reason_en": "Why it is here, in English (英文说明)",
        "filing_id": "The filing of the year (本年决算文件)",
        "prior_filing_id": "The filing of the prior year, for a change (上年决算文件)",
    },
    "outlier_place": {
        "outlier_id": "The outlier (编号)",
        "place_no": "Number of the place within the outlier (序号)",
        "role": (
            "Role of the figure (角色): amount, prior_amount (本年数、上年数); numerator, "
            "denominator (分子、分母)"
        ),
        "dimension": "Dimension of the figure (维度)",
        "code": "Code of the figure (代码)",
        "value": "The figure: yuan, or a count (数值)",
        "n_findings": (
            "Number of audit findings that name this cell, which may be a misprint (涉及的发现数)"
        ),
        "filing_id": "The filing that prints it (决算文件)",
        "form": "Form that it is printed in; null for the text and for sums over projects (表)",
        "row_key": "Row (行)",
        "measure": "Column (栏)",
        "raw_text": "As printed (原文)",
        "page": "Page (页)",
        "sheet": "Sheet (工作表)",
        "table_no": "Number of the table in the file (表序号)",
        "row_no": "Number of the row in the table (行序号)",
        "col_no": "Number of the column in the table (列序号)",
        "line_no": "Number of the line in a text file (行号)",
    },
}
