-- 02: the total column = Σ the other columns, each row.
{{ row_sum(
    'A-02-H', 'income_by_function',
    left=['total'],
    right=['appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other']
) }}
