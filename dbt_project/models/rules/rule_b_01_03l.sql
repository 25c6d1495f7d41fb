-- 01 class line = 03 类 row.
{{ class_copy(
    'B-01-03L',
    left=['income_expenditure_summary', 'expenditure.', 'amount'],
    right=['expenditure_by_function', '', 'total']
) }}
