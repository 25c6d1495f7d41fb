-- Region codes of filings that no list of regions knows: kept, and signalled.
select
    'unknown_region' as rule_id,
    'warehouse' as origin,
    'warn' as severity,
    filing.filing_id,
    filing.fiscal_year,
    filing.region_code,
    'Region code ' || filing.region_code || ' is not in the list of regions; kept' as message_en,
    '行政区划代码 ' || filing.region_code || ' 不在区划表中，已保留' as message_zh,
    region.region_name as raw_text,
    1 as occurrence
from {{ ref('stg_filing') }} as filing
inner join {{ ref('dim_region') }} as region on filing.region_code = region.region_code
where region.origin = 'observed'
