"""What each table made here is: table → description, which becomes its comment in the database."""

from __future__ import annotations

TABLES: dict[str, str] = {
    "yoy_change": (
        "Change of every published amount from the year before (与上年比较), each with the basis "
        "of its prior amount."
    ),
    "change_since": (
        "Change of every published amount since each earlier year that its filer filed for "
        "(与各基期年度比较): one row per base year, never to be added up over them."
    ),
    "staff_change": (
        "Change of posts and people (编制与人员变动) since each earlier year whose text states "
        "them."
    ),
    "growth_contribution": (
        "Growth from the year before taken apart (增长贡献): the parts of a total add up to its "
        "change, with a residual row where they are not all known."
    ),
    "measure": "Measures that departments are compared by (指标), with what they mean.",
    "measure_value": (
        "Measures of each filing (各文件指标值) with their operands, or why there is none; those "
        "of every printed item stand in benchmark alone."
    ),
    "peer_group": "Who is compared with whom (同类组), and why somebody is in no group.",
    "benchmark": (
        "Every measure of a filing beside those of its peers (同类比较): median, quartiles, "
        "percentile; suppressed where too few are compared."
    ),
    "outlier": (
        "What is worth a look (值得一看): the most surprising changes and positions, ranked, each "
        "with its reason; none is proven wrong."
    ),
    "outlier_place": "Where the figures of each outlier are printed (原文位置).",
}
