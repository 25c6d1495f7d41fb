-- 04 class line, government fund budget = 07 类 row, the classes that print anything.
{{ class_copy(
    'B-04-07L',
    left=['appropriation_summary', 'expenditure.', 'government_fund'],
    right=['government_fund_by_function', '', 'total'],
    marked_only=true
) }}
