-- 02 财政拨款 合计 = 04 本年收入合计.
{{ cells_equal('B-02-04', [
        {
            'key': 'appropriation',
            'left': [['income_by_function', 'total', 'appropriation']],
            'right': [['appropriation_summary', 'income.income_total', 'total']],
        },
    ]) }}
