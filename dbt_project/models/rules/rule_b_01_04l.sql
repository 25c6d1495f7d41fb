-- 04 class line <= 01 class line.
{{ class_copy(
    'B-01-04L',
    left=['appropriation_summary', 'expenditure.', 'total'],
    right=['income_expenditure_summary', 'expenditure.', 'amount'],
    relation='<='
) }}
