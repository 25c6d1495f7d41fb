-- 03: the total column = Σ the other columns, each row.
{{ row_sum(
    'A-03-H', 'expenditure_by_function',
    left=['total'],
    right=['basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated']
) }}
