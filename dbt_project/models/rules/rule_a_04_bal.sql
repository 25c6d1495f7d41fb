-- 04: the grand totals of both sides.
{{ cells_equal('A-04-BAL', [
        {
            'key': 'grand_total',
            'left': [['appropriation_summary', 'income.grand_total', 'total']],
            'right': [['appropriation_summary', 'expenditure.grand_total', 'total']],
        },
    ]) }}
