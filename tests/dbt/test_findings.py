"""Findings of the rules in the warehouse: both numbers, all places, the rules; and the ranking."""

from __future__ import annotations

from decimal import Decimal

from conftest import Query

yuan = Decimal


def test_a_contradiction_has_both_numbers_and_says_which_cells_may_be_wrong(hard: Query) -> None:
    # 3 vehicles in all, 2 of them named: either may be wrong, so no value is proposed.
    assert hard(
        "select severity, cause, raw_text, expected, difference, unit, printed_cny, expected_cny,"
        " difference_cny, proposal_cny from audit.finding where rule_id = 'A-10-CARS'"
    ) == [
        ("error", "one_of_several", "3", "2", "1", "辆", yuan(3), yuan(2), yuan(1), None),
    ]
    assert hard(
        "select place.place_no, place.role, place.row_key, place.raw_text, place.proposal_cny"
        " from audit.finding_place as place join audit.finding using (finding_id)"
        " where rule_id = 'A-10-CARS' order by 1"
    ) == [
        (1, "candidate", "vehicles.total", "3", yuan(2)),
        (2, "candidate", "vehicles.other", "2", yuan(3)),
    ]


def test_a_finding_is_where_its_first_place_is_unless_that_is_printed_nowhere(hard: Query) -> None:
    assert (
        hard(
            "select finding.finding_id from audit.finding left join audit.finding_place as place"
            " on finding.finding_id = place.finding_id and place.place_no = 1"
            " where finding.table_no is not null and (place.table_no, place.row_no, place.col_no)"
            " is distinct from (finding.table_no, finding.row_no, finding.col_no)"
            " and (place.finding_id is null or place.table_no is not null)"
        )
        == []
    )


def test_a_failed_rule_leads_to_its_finding(hard: Query) -> None:
    # The total of filing 2 misses its columns by 100000 yuan in the rows total, 202 and 20201.
    assert hard(
        "select found.rule_id, sum(found.n_equations), max(found.max_difference_cny)"
        " from audit.rule_result as result join audit.finding_rule as found"
        " using (rule_id, filing_id) where result.status = 'fail' and filing_id = repeat('2', 16)"
        " group by found.rule_id"
    ) == [("A-03-H", 3, yuan(100000))]


def test_filings_rank_by_what_could_be_checked_and_what_was_found(hard: Query) -> None:
    ranked = {
        filing[0]: (rank, score)
        for filing, rank, score in hard(
            "select filing_id, quality_rank, quality_score from audit.filing_quality"
            " where fiscal_year = 2023"
        )
    }
    assert ranked["6"] == (None, None)  # superseded
    # Each prints one form: 4 with its sums right ranks before 1, which misses one, and both before
    # 5, which also has values that cannot be read.
    assert ranked["4"][0] < ranked["1"][0] < ranked["5"][0]
    assert all(0 <= score <= 100 for rank, score in ranked.values() if rank)
