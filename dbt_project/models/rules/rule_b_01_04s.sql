-- 04 年初, 年末 <= 01 年初, 年末.
{{ cells_equal('B-01-04S', [
        {
            'key': 'opening_balance', 'relation': '<=',
            'left': [['appropriation_summary', 'income.opening_balance', 'total']],
            'right': [['income_expenditure_summary', 'income.opening_balance', 'amount']],
        },
        {
            'key': 'closing_balance', 'relation': '<=',
            'left': [['appropriation_summary', 'expenditure.closing_balance', 'total']],
            'right': [['income_expenditure_summary', 'expenditure.closing_balance', 'amount']],
        },
    ]) }}
