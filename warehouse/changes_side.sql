-- What is compared of one release, attached as {side}: its filings, what it refused, the values that count in current
-- filings, its findings. A value's text says all that makes it another value; its place does not.
create temp table filing_{side} as
select filing.*, landed.override_hash, coalesce(n.n_values, 0) as n_values
from {side}.marts.dim_filing as filing
inner join {side}.raw.filing as landed using (filing_id)
left join (
    select filing_id, count(*) as n_values from {side}.raw.line_item where value is not null group by all
) as n using (filing_id);

-- A twin (duplicate) says nothing of bytes that landed under another path.
create temp table known_{side} as
select sha256, override_hash from filing_{side}
union all
select sha256, min(override_hash) from {side}.raw.quarantine
where reason <> 'duplicate' and sha256 not in (select landed.sha256 from filing_{side} as landed)
group by all;

create temp table value_{side} as
with applied as (
    select
        filing_id, form, row_key, measure, occurrence, value, unit, amount_cny,
        concat_ws(' ', value, unit, amount_cny) as correction
    from {side}.audit.correction
    where is_applied
),

counted as (
    select
        item.* exclude (value, unit, amount_cny, value_source),
        applied.correction,
        case when applied.correction is null then item.value else applied.value end as value,
        case when applied.correction is null then item.unit else applied.unit end as unit,
        case when applied.correction is null then item.amount_cny else applied.amount_cny end as amount_cny,
        case when applied.correction is null then item.value_source else 'corrected' end as value_source
    from {side}.raw.line_item as item
    left join applied using (filing_id, form, row_key, measure, occurrence)
    where item.filing_id in (select filing.filing_id from filing_{side} as filing where filing.is_current)
)

select
    * exclude (fiscal_year, region),
    concat_ws(
        ' ',
        coalesce(regexp_replace(cast(value as varchar), '\.?0+$', ''), nullif(trim(raw_text), ''), '–'),
        unit,
        '= ' || amount_cny || ' CNY',
        case when value_source <> 'printed' then '[' || value_source || ']' end
    ) as text
from counted;

create temp table finding_{side} as
select
    *,
    concat_ws(
        '; ', severity, 'printed ' || raw_text, 'expected ' || expected, 'difference ' || difference,
        case when corrected then 'corrected' end
    ) as text,
    row_number() over (
        partition by filing_id, rule_id, form, row_key, measure
        order by
            table_no asc nulls first, row_no asc nulls first, col_no asc nulls first, line_no asc nulls first,
            finding_id asc
    ) as nth
from {side}.audit.finding;
