-- 08: the total column = Σ the other columns, each row.
{{ row_sum(
    'A-08-H', 'state_capital_by_function',
    left=['total'],
    right=['basic', 'project']
) }}
