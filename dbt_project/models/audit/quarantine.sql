-- Files that did not land, each with its reason.
select path, sha256, reason, message_en, message_zh, parser_version
from {{ source('raw', 'quarantine') }}
order by path asc, sha256 asc, reason asc
