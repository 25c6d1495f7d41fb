-- 04 class line, general budget = 05 类 row, the classes that print anything.
{{ class_copy(
    'B-04-05L',
    left=['appropriation_summary', 'expenditure.', 'general_budget'],
    right=['general_budget_by_function', '', 'total'],
    marked_only=true
) }}
