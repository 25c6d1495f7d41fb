"""Every "always" identity of the accounts holds in exact yuan, for any department and seed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.accounts import Account, consolidated
from corpus.figures import Figures, Key, figures
from corpus.generate import accounts
from corpus.profile import Department, departments

DEPARTMENTS = departments()
YEARS = (2021, 2022, 2023)
THREE_PUBLIC_ITEMS = (
    "total",
    "abroad",
    "vehicle",
    "vehicle_purchase",
    "vehicle_operation",
    "reception",
)
FISCAL = ("general_budget", "government_fund", "state_capital")

drawn = given(department=st.sampled_from(DEPARTMENTS), seed=st.integers(0, 10**6))
few = settings(max_examples=30, deadline=None)


class Forms:
    """Figures asked for by place; what is not there is zero."""

    def __init__(self, account: Account) -> None:
        self.figures: Figures = figures(account)

    def of(self, form: str, row_key: str, measure: str) -> Decimal:
        return self.figures.get(Key(form, row_key, measure), Decimal(0))

    def sum(self, form: str, row_keys: Iterable[str], measure: str) -> Decimal:
        return sum((self.of(form, key, measure) for key in row_keys), Decimal(0))

    def codes(self, form: str, n: int) -> set[str]:
        keys = {k.row_key for k in self.figures if k.form == form}
        return {key for key in keys if key.isdigit() and len(key) == n}


def all_forms(department: Department, seed: int) -> list[Forms]:
    return [Forms(account) for account in accounts(department, YEARS, seed)]


BY_FUNCTION = {
    "income_by_function": (
        "appropriation",
        "superior_subsidy",
        "institutional",
        "operating",
        "affiliated_remittance",
        "other",
    ),
    "expenditure_by_function": (
        "basic",
        "project",
        "remitted_to_superior",
        "operating",
        "subsidy_to_affiliated",
    ),
    "general_budget_by_function": ("basic", "project"),
    "government_fund_by_function": ("basic", "project"),
    "state_capital_by_function": ("basic", "project"),
}


@drawn
@few
def test_by_function_adds_up_down_and_across(department: Department, seed: int) -> None:
    for forms in all_forms(department, seed):
        for form, parts in BY_FUNCTION.items():
            classes = forms.codes(form, 3)
            for measure in ("total", *parts):
                assert forms.of(form, "total", measure) == forms.sum(form, classes, measure)
                for n in (5, 7):
                    for parent in forms.codes(form, n - 2):
                        children = [c for c in forms.codes(form, n) if c.startswith(parent)]
                        assert forms.of(form, parent, measure) == forms.sum(form, children, measure)
            for row_key in classes | forms.codes(form, 5) | forms.codes(form, 7) | {"total"}:
                across = sum((forms.of(form, row_key, part) for part in parts), Decimal(0))
                assert forms.of(form, row_key, "total") == across


@drawn
@few
def test_summary_01(department: Department, seed: int) -> None:
    for forms in all_forms(department, seed):

        def line(key: str, forms: Forms = forms) -> Decimal:
            return forms.of("income_expenditure_summary", key, "amount")

        sources = (*FISCAL, *BY_FUNCTION["income_by_function"][1:])
        classes = forms.codes("expenditure_by_function", 3)
        assert line("income.income_total") == sum(line(f"income.{s}") for s in sources)
        assert line("expenditure.expenditure_total") == sum(
            line(f"expenditure.{c}") for c in classes
        )
        assert line("income.grand_total") == (
            line("income.income_total")
            + line("income.surplus_used")
            + line("income.opening_balance")
        )
        assert line("expenditure.grand_total") == (
            line("expenditure.expenditure_total")
            + line("expenditure.surplus_distributed")
            + line("expenditure.closing_balance")
        )
        assert line("income.grand_total") == line("expenditure.grand_total") > 0


@drawn
@few
def test_summary_04(department: Department, seed: int) -> None:
    for forms in all_forms(department, seed):

        def cell(key: str, measure: str = "total", forms: Forms = forms) -> Decimal:
            return forms.of("appropriation_summary", key, measure)

        classes = [f"expenditure.{c}" for c in forms.codes("expenditure_by_function", 3)]
        stocks = ["expenditure.expenditure_total", "expenditure.closing_balance"]
        assert cell("income.income_total") == sum(cell(f"income.{f}") for f in FISCAL)
        assert cell("income.opening_balance") == sum(
            cell(f"income.opening_balance.{f}") for f in FISCAL
        )
        for key in [*classes, *stocks, "expenditure.grand_total"]:
            assert cell(key) == sum(cell(key, fund) for fund in FISCAL)
        for measure in ("total", *FISCAL):
            assert cell("expenditure.expenditure_total", measure) == sum(
                cell(c, measure) for c in classes
            )
            assert cell("expenditure.grand_total", measure) == sum(cell(s, measure) for s in stocks)
        assert cell("income.grand_total") == (
            cell("income.income_total") + cell("income.opening_balance")
        )
        assert cell("income.grand_total") == cell("expenditure.grand_total")


@drawn
@few
def test_forms_agree_with_each_other(department: Department, seed: int) -> None:
    for forms in all_forms(department, seed):
        of = forms.of
        first, fourth = "income_expenditure_summary", "appropriation_summary"
        assert of(first, "income.income_total", "amount") == of(
            "income_by_function", "total", "total"
        )
        for source in BY_FUNCTION["income_by_function"][1:]:
            assert of(first, f"income.{source}", "amount") == of(
                "income_by_function", "total", source
            )
        for fund in FISCAL:
            line = of(first, f"income.{fund}", "amount")
            assert line == of(fourth, f"income.{fund}", "total")
        assert of("income_by_function", "total", "appropriation") == of(
            fourth, "income.income_total", "total"
        )
        for code in forms.codes("expenditure_by_function", 3):
            spent = of(first, f"expenditure.{code}", "amount")
            assert spent == of("expenditure_by_function", code, "total")
            assert of(fourth, f"expenditure.{code}", "total") <= spent
            assert of(fourth, f"expenditure.{code}", "general_budget") == of(
                "general_budget_by_function", code, "total"
            )
        for stock in ("income.opening_balance", "expenditure.closing_balance"):
            assert of(fourth, stock, "total") <= of(first, stock, "amount")


@drawn
@few
def test_fund_forms_agree_with_04_and_03(department: Department, seed: int) -> None:
    for forms in all_forms(department, seed):
        of = forms.of
        fund, state = "government_fund_by_function", "state_capital_by_function"
        spent = "expenditure.expenditure_total"
        assert of("appropriation_summary", spent, "government_fund") == of(fund, "total", "total")
        assert of("appropriation_summary", spent, "state_capital") == of(state, "total", "total")
        assert of("appropriation_summary", "income.opening_balance.government_fund", "total") == of(
            fund, "total", "opening_balance"
        )
        assert of("appropriation_summary", "expenditure.closing_balance", "government_fund") == of(
            fund, "total", "closing_balance"
        )
        for code in forms.codes(fund, 7) | {"total"}:
            came = of(fund, code, "opening_balance") + of(fund, code, "income")
            assert came == of(fund, code, "total") + of(fund, code, "closing_balance")
        for key in forms.codes("expenditure_by_function", 7):
            fiscal = [
                of(form, key, "total") for form in (fund, state, "general_budget_by_function")
            ]
            assert sum(fiscal) <= of("expenditure_by_function", key, "total")


@drawn
@few
def test_economic_three_public_and_statistics(department: Department, seed: int) -> None:
    for forms in all_forms(department, seed):
        of, form = forms.of, "basic_expenditure_by_economic"
        for code in forms.codes(form, 3):
            children = [c for c in forms.codes(form, 5) if c.startswith(code)]
            assert of(form, code, "amount") == forms.sum(form, children, "amount")
        personnel, office = (of(form, f"{s}_total", "amount") for s in ("personnel", "office"))
        assert personnel == forms.sum(form, ("301", "303"), "amount")
        assert office == forms.sum(form, ("302", "307", "310", "312", "313", "399"), "amount")
        assert personnel + office == of("general_budget_by_function", "total", "basic")
        for code, function in (
            ("30108", "2080505"),
            ("30109", "2080506"),
            ("30113", "2210201"),
        ):
            assert of(form, code, "amount") == of("general_budget_by_function", function, "basic")
        for half in ("budget", "final"):
            item = {name: of("three_public", name, half) for name in THREE_PUBLIC_ITEMS}
            assert item["total"] == item["abroad"] + item["vehicle"] + item["reception"]
            assert item["vehicle"] == item["vehicle_purchase"] + item["vehicle_operation"]
        for code, name in (
            ("30212", "abroad"),
            ("30217", "reception"),
            ("30231", "vehicle_operation"),
            ("31013", "vehicle_purchase"),
        ):
            assert of(form, code, "amount") <= of("three_public", name, "final")
        cost = forms.sum(
            "disclosure_statistics",
            ("operating_cost.administrative", "operating_cost.quasi_civil"),
            "value",
        )
        assert cost in (Decimal(0), office)


@drawn
@few
def test_opening_is_last_years_closing_and_nothing_is_negative(
    department: Department, seed: int
) -> None:
    years = accounts(department, YEARS, seed)
    for before, after in pairwise(years):
        closing = {(f.function, f.fund): f.closing for f in before.flows if f.closing}
        opening = {(f.function, f.fund): f.opening for f in after.flows if f.opening}
        assert closing == opening
    for account in years:
        for flow in account.flows:
            assert flow.imbalance == 0
            money = [*flow.income.values(), *flow.spending.values(), flow.opening, flow.closing]
            assert min(money) >= 0


def test_a_department_is_the_sum_of_its_office_and_its_units() -> None:
    by_id = {d.id: d for d in DEPARTMENTS}
    parts = [accounts(by_id[i], YEARS)[0] for i in ("qcy-education", "qcy-exams")]
    whole = Forms(consolidated(parts))
    for key, amount in whole.figures.items():
        assert amount == sum(Forms(part).of(*key) for part in parts)


def test_accounts_of_different_years_are_not_consolidated() -> None:
    with pytest.raises(ValueError, match="different years"):
        consolidated(accounts(DEPARTMENTS[0], YEARS))
