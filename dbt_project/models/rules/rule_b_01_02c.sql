-- 01 line = 02 column, for the sources that are no appropriation.
{{ cells_equal('B-01-02C', [
        {
            'key': 'superior_subsidy',
            'left': [['income_expenditure_summary', 'income.superior_subsidy', 'amount']],
            'right': [['income_by_function', 'total', 'superior_subsidy']],
        },
        {
            'key': 'institutional',
            'left': [['income_expenditure_summary', 'income.institutional', 'amount']],
            'right': [['income_by_function', 'total', 'institutional']],
        },
        {
            'key': 'operating',
            'left': [['income_expenditure_summary', 'income.operating', 'amount']],
            'right': [['income_by_function', 'total', 'operating']],
        },
        {
            'key': 'affiliated_remittance',
            'left': [['income_expenditure_summary', 'income.affiliated_remittance', 'amount']],
            'right': [['income_by_function', 'total', 'affiliated_remittance']],
        },
        {
            'key': 'other',
            'left': [['income_expenditure_summary', 'income.other', 'amount']],
            'right': [['income_by_function', 'total', 'other']],
        },
    ]) }}
