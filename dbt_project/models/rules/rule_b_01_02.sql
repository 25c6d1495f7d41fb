-- 01 本年收入合计 = 02 合计.
{{ cells_equal('B-01-02', [
        {
            'key': 'income_total',
            'left': [['income_expenditure_summary', 'income.income_total', 'amount']],
            'right': [['income_by_function', 'total', 'total']],
        },
    ]) }}
