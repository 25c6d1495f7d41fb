-- 01 本年支出合计 = 03 合计.
{{ cells_equal('B-01-03', [
        {
            'key': 'expenditure_total',
            'left': [['income_expenditure_summary', 'expenditure.expenditure_total', 'amount']],
            'right': [['expenditure_by_function', 'total', 'total']],
        },
    ]) }}
