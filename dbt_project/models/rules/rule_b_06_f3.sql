-- 06 30110 + 30111 + 30112 = 05 21011 基本.
{{ cells_equal('B-06-F3', [
        {
            'key': '30110',
            'left': [['basic_expenditure_by_economic', '30110', 'amount'], ['basic_expenditure_by_economic', '30111', 'amount'], ['basic_expenditure_by_economic', '30112', 'amount']],
            'right': [['general_budget_by_function', '21011', 'basic']],
        },
    ], marked_only=true) }}
