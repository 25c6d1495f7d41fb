-- 04 column of the state capital budget = 08 合计.
{{ cells_equal('B-04-08', [
        {
            'key': 'total',
            'left': [['appropriation_summary', 'expenditure.expenditure_total', 'state_capital']],
            'right': [['state_capital_by_function', 'total', 'total']],
        },
    ]) }}
