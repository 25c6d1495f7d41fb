-- 10 机关运行经费 <= 06 公用经费; equal where the whole unit is 行政 or 参公, which no form says.
{{ cells_equal('B-06-10', [
        {
            'key': 'operating_cost', 'relation': '<=',
            'left': [['disclosure_statistics', 'operating_cost.administrative', 'value'], ['disclosure_statistics', 'operating_cost.quasi_civil', 'value']],
            'right': [['basic_expenditure_by_economic', 'office_total', 'amount']],
        },
    ]) }}
