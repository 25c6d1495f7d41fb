-- 04: for each budget, 总计 of its column = its 本年收入 + its 年初.
{{ cells_equal('A-04-BALF', [
        {
            'key': 'general_budget',
            'left': [['appropriation_summary', 'expenditure.grand_total', 'general_budget']],
            'right': [['appropriation_summary', 'income.general_budget', 'total'], ['appropriation_summary', 'income.opening_balance.general_budget', 'total']],
        },
        {
            'key': 'government_fund',
            'left': [['appropriation_summary', 'expenditure.grand_total', 'government_fund']],
            'right': [['appropriation_summary', 'income.government_fund', 'total'], ['appropriation_summary', 'income.opening_balance.government_fund', 'total']],
        },
        {
            'key': 'state_capital',
            'left': [['appropriation_summary', 'expenditure.grand_total', 'state_capital']],
            'right': [['appropriation_summary', 'income.state_capital', 'total'], ['appropriation_summary', 'income.opening_balance.state_capital', 'total']],
        },
    ]) }}
