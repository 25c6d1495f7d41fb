-- 01 lines 1 to 3 = 04 lines 1 to 3, those that print anything; its one line 财政拨款收入 (until FY2018) = their sum.
{{ cells_equal('B-01-04', [
        {
            'key': 'combined', 'with_row': 'income.appropriation',
            'left': [['income_expenditure_summary', 'income.appropriation', 'amount']],
            'right': [['appropriation_summary', 'income.income_total', 'total']],
        },
        {
            'key': 'general_budget', 'without_row': 'income.appropriation',
            'left': [['income_expenditure_summary', 'income.general_budget', 'amount']],
            'right': [['appropriation_summary', 'income.general_budget', 'total']],
        },
        {
            'key': 'government_fund',
            'left': [['income_expenditure_summary', 'income.government_fund', 'amount']],
            'right': [['appropriation_summary', 'income.government_fund', 'total']],
        },
        {
            'key': 'state_capital',
            'left': [['income_expenditure_summary', 'income.state_capital', 'amount']],
            'right': [['appropriation_summary', 'income.state_capital', 'total']],
        },
    ], marked_only=true) }}
