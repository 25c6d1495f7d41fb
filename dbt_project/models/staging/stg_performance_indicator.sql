-- Indicators of projects, as read.
select * exclude (fiscal_year, region) from {{ source('raw', 'performance_indicator') }}
