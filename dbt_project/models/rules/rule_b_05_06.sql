-- 05 基本支出 合计 = 06 人员经费合计 + 公用经费合计.
{{ cells_equal('B-05-06', [
        {
            'key': 'basic',
            'left': [['general_budget_by_function', 'total', 'basic']],
            'right': [['basic_expenditure_by_economic', 'personnel_total', 'amount'], ['basic_expenditure_by_economic', 'office_total', 'amount']],
        },
    ]) }}
