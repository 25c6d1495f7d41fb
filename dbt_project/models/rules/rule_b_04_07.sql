-- 04 column of the government fund budget = 07 小计 合计; income and balances too.
{{ cells_equal('B-04-07', [
        {
            'key': 'total',
            'left': [['appropriation_summary', 'expenditure.expenditure_total', 'government_fund']],
            'right': [['government_fund_by_function', 'total', 'total']],
        },
        {
            'key': 'opening_balance',
            'left': [['appropriation_summary', 'income.opening_balance.government_fund', 'total']],
            'right': [['government_fund_by_function', 'total', 'opening_balance']],
        },
        {
            'key': 'income',
            'left': [['appropriation_summary', 'income.government_fund', 'total']],
            'right': [['government_fund_by_function', 'total', 'income']],
        },
        {
            'key': 'closing_balance',
            'left': [['appropriation_summary', 'expenditure.closing_balance', 'government_fund']],
            'right': [['government_fund_by_function', 'total', 'closing_balance']],
        },
    ]) }}
