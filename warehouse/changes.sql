-- All changes from one release to the next, from the tables that changes_side.sql makes. The variable code_changed says
-- whether other code made the later one.

-- Current filings of both, the one that counts before and the one that counts after: the same bytes, or else the same
-- filer, scope and year.
create temp table pair as
with same as (
    select earlier.filing_id
    from filing_before as earlier
    inner join filing_after as later using (filing_id)
    where earlier.is_current and later.is_current
),

earlier as (select * from filing_before where is_current and filing_id not in (select same.filing_id from same)),

later as (select * from filing_after where is_current and filing_id not in (select same.filing_id from same)),

versions as (
    select filing_id as before_id, filing_id as after_id from same
    union all
    select earlier.filing_id, later.filing_id
    from earlier
    full join later
        on earlier.department_id = later.department_id and earlier.fiscal_year = later.fiscal_year
            and earlier.scope is not distinct from later.scope
),

-- Versions that count in neither release, and came or went.
aside as (
    select null as before_id, filing_id as after_id from filing_after
    where not is_current and filing_id not in (select f.filing_id from filing_before as f)
    union all
    select filing_id, null from filing_before
    where not is_current and filing_id not in (select f.filing_id from filing_after as f)
)

select * from versions
union all
select aside.* from aside
where coalesce(before_id, after_id) not in (
    select unnest([coalesce(v.before_id, ''), coalesce(v.after_id, '')]) from versions as v
);

-- The first cause that holds, as the module's docstring defines them.
create temp table paired as
select
    pair.*,
    coalesce(pair.after_id, pair.before_id) as pair_id,
    case
        when known_b.sha256 is null and pair.after_id is not null then 'source'
        when known_a.sha256 is null and pair.before_id is not null then 'source'
        when known_b.override_hash <> later.override_hash or known_a.override_hash <> earlier.override_hash
            then 'override'
        when pair.before_id = pair.after_id and earlier.path <> later.path then 'override'
        when getvariable('code_changed') or earlier.parser_version <> later.parser_version then 'code'
        else 'neighbour'
    end as cause
from pair
left join filing_before as earlier on pair.before_id = earlier.filing_id
left join filing_after as later on pair.after_id = later.filing_id
left join known_before as known_b on later.sha256 = known_b.sha256
left join known_after as known_a on earlier.sha256 = known_a.sha256;

create temp table filing_change as
select
    'filing' as what,
    case when before_id is null then 'added' when after_id is null then 'removed' else 'changed' end as kind,
    paired.cause,
    pair_id,
    {differences_before} as before,
    coalesce({differences_after}, 'withdrawn_on=' || gone.withdrawn_on) as after,
    coalesce(a.n_values, b.n_values) as n_values
from paired
left join filing_after as gone on paired.before_id = gone.filing_id
left join filing_before as b on paired.before_id = b.filing_id
left join filing_after as a on paired.after_id = a.filing_id
where before_id is null or after_id is null or {differ};

-- Values of filings that came or went are counted with their filing (n_values), not listed.
create temp table value_change as
with both_there as (select * from paired where before_id is not null and after_id is not null),

b as (select both_there.pair_id, v.* from both_there inner join value_before as v on both_there.before_id = v.filing_id),

a as (select both_there.pair_id, v.* from both_there inner join value_after as v on both_there.after_id = v.filing_id)

select
    'value' as what,
    case when b.text is null then 'added' when a.text is null then 'removed' else 'changed' end as kind,
    case
        when paired.cause <> 'source' and a.correction is distinct from b.correction then 'correction'
        else paired.cause
    end as cause,
    paired.pair_id,
    b.text as before,
    a.text as after,
    form, row_key, measure, occurrence,
    {place}
from b
full join a using (pair_id, form, row_key, measure, occurrence)
inner join paired on pair_id = paired.pair_id
where a.text is distinct from b.text;

-- A finding that hangs on no current filing is compared by the filing that it names, or as one of the whole.
create temp table finding_change as
with b as (
    select coalesce(paired.pair_id, f.filing_id, '') as pair_id, f.*
    from finding_before as f left join paired on f.filing_id = paired.before_id
),

a as (
    select coalesce(paired.pair_id, f.filing_id, '') as pair_id, f.*
    from finding_after as f left join paired on f.filing_id = paired.after_id
)

select
    'finding' as what,
    case when b.text is null then 'added' when a.text is null then 'removed' else 'changed' end as kind,
    case
        when coalesce(paired.cause, '') <> 'source' and a.corrected <> b.corrected then 'correction'
        else coalesce(paired.cause, case when getvariable('code_changed') then 'code' else 'neighbour' end)
    end as cause,
    coalesce(b.pair_id, a.pair_id) as pair_id,
    b.text as before,
    a.text as after,
    coalesce(a.rule_id, b.rule_id) as rule_id,
    coalesce(a.severity, b.severity) as severity,
    coalesce(a.form, b.form) as form,
    coalesce(a.row_key, b.row_key) as row_key,
    coalesce(a.measure, b.measure) as measure,
    {place}
from b
full join a
    on b.pair_id = a.pair_id and b.rule_id = a.rule_id and b.nth = a.nth
        and b.form is not distinct from a.form and b.row_key is not distinct from a.row_key
        and b.measure is not distinct from a.measure
left join paired on coalesce(b.pair_id, a.pair_id) = paired.pair_id
where a.text is distinct from b.text;

create temp table change as
with every as (
    select * from filing_change
    union all by name
    select * from value_change
    union all by name
    select * from finding_change
)

select
    every.what,
    every.kind,
    every.cause,
    coalesce(a.fiscal_year, b.fiscal_year) as fiscal_year,
    coalesce(a.region_code, b.region_code) as region_code,
    coalesce(a.department, b.department) as department,
    coalesce(a.unit, b.unit) as unit,
    coalesce(a.path, b.path) as path,
    b.filing_id as filing_before,
    a.filing_id as filing_after,
    every.rule_id,
    every.severity,
    every.form,
    every.row_key,
    every.measure,
    every.occurrence,
    every.before,
    every.after,
    every.n_values,
    every.page,
    every.sheet,
    every.table_no,
    every.row_no,
    every.col_no,
    every.line_no
from every
left join paired on every.pair_id = paired.pair_id
left join filing_before as b on coalesce(paired.before_id, every.pair_id) = b.filing_id
left join filing_after as a on coalesce(paired.after_id, every.pair_id) = a.filing_id
order by all;
