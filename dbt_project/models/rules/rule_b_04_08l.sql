-- 04 class line, state capital budget = 08 类 row, the classes that print anything.
{{ class_copy(
    'B-04-08L',
    left=['appropriation_summary', 'expenditure.', 'state_capital'],
    right=['state_capital_by_function', '', 'total'],
    marked_only=true
) }}
