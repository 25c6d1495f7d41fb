-- 02 财政拨款收入 = Σ of the three appropriation lines of 01, or its one line 财政拨款收入 (until FY2018).
{{ cells_equal('B-01-02F', [
        {
            'key': 'appropriation', 'without_row': 'income.appropriation',
            'left': [['income_by_function', 'total', 'appropriation']],
            'right': [['income_expenditure_summary', 'income.general_budget', 'amount'], ['income_expenditure_summary', 'income.government_fund', 'amount'], ['income_expenditure_summary', 'income.state_capital', 'amount']],
        },
        {
            'key': 'combined', 'with_row': 'income.appropriation',
            'left': [['income_by_function', 'total', 'appropriation']],
            'right': [['income_expenditure_summary', 'income.appropriation', 'amount']],
        },
    ]) }}
