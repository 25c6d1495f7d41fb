-- 04 本年支出合计, general budget = 05 合计.
{{ cells_equal('B-04-05', [
        {
            'key': 'general_budget',
            'left': [['appropriation_summary', 'expenditure.expenditure_total', 'general_budget']],
            'right': [['general_budget_by_function', 'total', 'total']],
        },
    ]) }}
