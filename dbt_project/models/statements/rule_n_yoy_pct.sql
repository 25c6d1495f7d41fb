-- Growth in percent is the change over what there was before: current amount less change.
{{ rate_statements('N-YOY-PCT', 'growth') }}
