-- The initial budgets of all rows that the text lists make the total budget.
{{ sum_of_listed('N-SUM-BUDGET', 'budget') }}
