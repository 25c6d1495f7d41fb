select form, title_zh, title_en, number_2023, key_kind, fund, fund_zh, description_en
from {{ ref('forms') }}
order by number_2023
