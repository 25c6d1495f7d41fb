-- 01: the grand totals of both sides.
{{ cells_equal('A-01-BAL', [
        {
            'key': 'grand_total',
            'left': [['income_expenditure_summary', 'income.grand_total', 'amount']],
            'right': [['income_expenditure_summary', 'expenditure.grand_total', 'amount']],
        },
    ]) }}
