-- The changes of all rows that the text lists make the total change, unless a row ended: to be looked at, no more.
{{ sum_of_listed('N-SUM-DELTA', 'delta') }}
