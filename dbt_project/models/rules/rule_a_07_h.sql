-- 07: the total column = Σ the other columns, each row.
{{ row_sum(
    'A-07-H', 'government_fund_by_function',
    left=['total'],
    right=['basic', 'project']
) }}
