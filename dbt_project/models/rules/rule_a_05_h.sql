-- 05: the total column = Σ the other columns, each row.
{{ row_sum(
    'A-05-H', 'general_budget_by_function',
    left=['total'],
    right=['basic', 'project']
) }}
