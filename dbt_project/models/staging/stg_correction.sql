-- One row a row of corrections.csv, typed.
select
    cast(line as bigint) as line,
    nullif(filing_id, '') as filing_id,
    nullif(path, '') as path,
    form,
    row_key,
    measure,
    cast(occurrence as bigint) as occurrence,
    expects,
    cast(value as decimal(24, 6)) as value,
    reason,
    evidence,
    status
from {{ source('raw', 'correction') }}
