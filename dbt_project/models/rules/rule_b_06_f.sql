-- 06 30108 = 05 2080505 基本; 30109 = 2080506; 30113 = 2210201; where both are printed or either is.
{{ cells_equal('B-06-F', [
        {
            'key': '30108',
            'left': [['basic_expenditure_by_economic', '30108', 'amount']],
            'right': [['general_budget_by_function', '2080505', 'basic']],
        },
        {
            'key': '30109',
            'left': [['basic_expenditure_by_economic', '30109', 'amount']],
            'right': [['general_budget_by_function', '2080506', 'basic']],
        },
        {
            'key': '30113',
            'left': [['basic_expenditure_by_economic', '30113', 'amount']],
            'right': [['general_budget_by_function', '2210201', 'basic']],
        },
    ], marked_only=true) }}
