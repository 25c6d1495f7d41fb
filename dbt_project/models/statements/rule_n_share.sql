-- A share is its part over its whole, within the rounding of both.
{{ rate_statements('N-SHARE', 'share') }}
