-- The rate of completion is what was spent over the budget, within the rounding of both.
{{ rate_statements('N-BUDRATE', 'completion') }}
