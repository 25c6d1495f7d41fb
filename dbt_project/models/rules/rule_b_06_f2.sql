-- 06 303 = 05 2080501 + 2080502 基本.
{{ cells_equal('B-06-F2', [
        {
            'key': '303',
            'left': [['basic_expenditure_by_economic', '303', 'amount']],
            'right': [['general_budget_by_function', '2080501', 'basic'], ['general_budget_by_function', '2080502', 'basic']],
        },
    ], marked_only=true) }}
