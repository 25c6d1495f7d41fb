-- A correction that is applied still speaks of what is printed. One that does not stops the build before any fact is
-- made, and its message is the error.
with broken as (
    select string_agg(message, chr(10) order by line) as said
    from {{ ref('int_correction') }}
    where status = 'applied' and problem is not null
)

select said from broken where said is not null and error(said) is null
