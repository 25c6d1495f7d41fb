-- 08: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
{{ row_sum(
    'A-08-ROW', 'state_capital_by_function',
    left=['opening_balance', 'income'],
    right=['total', 'closing_balance'],
    required=['opening_balance', 'closing_balance']
) }}
