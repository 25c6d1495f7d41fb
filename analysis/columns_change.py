"""What each column of the tables of change means: over the years, its parts, posts and people."""

from __future__ import annotations

_WHO = {
    "department_id": "Stable id of the filer (部门标识)",
    "department": "Name of the filer, as of its last filing (部门名称)",
    "department_kind": "Kind of department, the key of peers (部门类别)",
    "region_code": "Administrative division code (行政区划代码)",
    "scope": (
        "Scope (公开范围): department, consolidated accounts (部门决算); unit, one unit's own "
        "(单位决算)"
    ),
    "fiscal_year": "Fiscal year (年度)",
    "is_additive": (
        "Whether the filing may be added up with others (可否汇总): no unit whose department filed "
        "consolidated accounts, one filing a department and year"
    ),
    "prior_year": "Fiscal year of the base (基期年度)",
}

_WHAT = {
    "dimension": (
        "What the code says (维度): total, fund, nature, general_budget_nature, function (all "
        "expenditure), general_budget, government_fund, state_capital (a fund by function), "
        "economic, three_public (总额、资金性质、支出性质、一般公共预算支出性质、功能分类、"
        "一般公共预算、政府性基金、国有资本经营预算功能分类、经济分类、三公经费)"
    ),
    "code": "Code in its dimension, as printed (代码); that of the base year when ended",
    "code_name": "Name of the code, as of its fiscal year where it is printed (名称)",
    "code_level": "Level of the code in its dimension's tree: total, subtotal, class … (层级)",
    "prior_code": (
        "The code, or codes, of the base year that the code took over; null where it is the same "
        "(基期代码)"
    ),
}

_STATUS = (
    "How it changed (变动状态): continuing (延续), both years print it; moved (改码延续), the base "
    "year prints it under prior_code; new (新增); ended (终止); reclassified (口径调整), what the "
    "code stands for changed between the years; scope_change (范围变化), the filer was split, "
    "gained a part, one that merged into it did not file, or the text names another number of "
    "units; no_base (无基期数), no filing of the base year and nothing of it in the text; unknown "
    "(不明), a value could not be read, or one filing says nothing in this dimension"
)

_BASIS = (
    "Where the base comes from (基期数来源): own_filing (基期决算文件); own_filing_restated, "
    "the same, though this year's text gives another amount, stated_prior_cny (本年文字另有重述); "
    "stated_in_text, where that filing says nothing and this year's text does (本年文字说明)"
)

_CHANGE = {
    "status": _STATUS,
    "basis": _BASIS,
    "amount_cny": "Published amount of the year, yuan; null when ended (本年决算数)",
    "prior_amount_cny": (
        "Amount of the base, yuan; those of all filings and codes that went over to this one; "
        "null when new (基期数)"
    ),
    "delta_cny": (
        "Change in yuan: the amount itself when new, minus the base when ended; null for no_base "
        "and unknown (增减额)"
    ),
    "percent": (
        "Change in percent of the base; only where continuing, moved or ended, and the base is at "
        "least ten units of its last printed digit (增减率)"
    ),
    "real_percent": "The same at prices of the base year, by the deflator (扣除价格因素的增减率)",
    "deflator": "The series and region of the deflator (价格指数来源)",
    "price_ratio": "Price level of the year by that of the base year (价格比)",
    "whole": "The total that the code is a part of, as dimension/code (所属合计)",
    "contribution_pp": (
        "Change in percent of the base of whole: percentage points of its growth; null where that "
        "has none (对所属合计增长的贡献，百分点)"
    ),
    "stated_by": (
        "How this year's text speaks of the year before (文字说明方式): amount (直接写明), delta "
        "(按增减额推算), growth (按增减率推算); null where it does not"
    ),
    "stated_prior_cny": "The prior amount that this year's text gives (文字推算的上年数)",
    "stated_prior_low_cny": "Its lower bound under rounding (下限)",
    "stated_prior_high_cny": "Its upper bound under rounding (上限)",
    "stated_percent": "Growth as the text states it, in percent (文字所写增减率)",
    "stated_agrees": (
        "Whether the change and the growth that the text states can both be true; null where it "
        "states one (文字所写增减额与增减率是否相符)"
    ),
    "restated_percent": (
        "Change in percent of the stated amount, where rounding cannot explain that it is not what "
        "the base year's own filing prints: the base was restated or is wrong; null elsewhere "
        "(按重述后上年数计算的增减率)"
    ),
    "filing_id": "The filing of the year (本年决算文件)",
    "prior_filing_id": (
        "The filing of the base year, or several, separated by commas (基期决算文件)"
    ),
}

_TABLE = {**_WHO, **_WHAT, **_CHANGE}

CHANGE_COLUMNS: dict[str, dict[str, str]] = {
    "yoy_change": _TABLE,
    "change_since": _TABLE,
    "staff_change": {
        **{name: text for name, text in _WHO.items() if name != "is_additive"},
        "headcount": (
            "What is counted (人数口径): quota, posts (编制); on_duty, people on duty (在职); "
            "retired (离退休). Posts are nobody on duty"
        ),
        "status": (
            "How it changed (变动状态): continuing (延续), or scope_change (范围变化), the filer "
            "was split, gained a part, or one that merged into it did not file"
        ),
        "persons": "Number of the year as the text states it (本年人数)",
        "prior_persons": "Number of the base year (基期人数)",
        "delta": "Change in number (增减人数)",
        "percent": "Change in percent; null for scope_change and a base of zero (增减率)",
        "filing_id": "The filing of the year (本年决算文件)",
        "prior_filing_id": (
            "The filing of the base year, or several, separated by commas (基期决算文件)"
        ),
    },
    "growth_contribution": {
        **_WHO,
        "partition": (
            "How the total is taken apart (分解方式): function, nature, fund, general_budget, "
            "economic … (功能分类、支出性质、资金性质、一般公共预算、经济分类等)"
        ),
        "whole": "The total whose growth it is, as dimension/code (所分解的合计)",
        "code": "Code of the part; residual for what the parts leave open (代码)",
        "code_name": "Name of the part (名称)",
        "kind": (
            "What became of it (变动类别): status of yoy_change, or residual (差额), what the "
            "parts leave of the total's change"
        ),
        "basis": _BASIS,
        "amount_cny": "Amount of the part, yuan; null for residual (本年决算数)",
        "prior_amount_cny": "Base of the part, yuan; null for residual (基期数)",
        "contribution_cny": (
            "Its part of the total's change, yuan; the parts add up to whole_delta_cny exactly "
            "(对增减额的贡献)"
        ),
        "contribution_pp": (
            "The same in percent of the total's base: percentage points of its growth "
            "(对增减率的贡献，百分点)"
        ),
        "whole_delta_cny": "Change of the total, yuan (合计增减额)",
        "filing_id": "The filing of the year (本年决算文件)",
        "prior_filing_id": (
            "The filing of the base year, or several, separated by commas (基期决算文件)"
        ),
    },
}
