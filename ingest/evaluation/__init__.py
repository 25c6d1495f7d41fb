"""Reading the self-evaluation forms of projects (项目支出绩效自评表), by their labels.

`land` adds their rows to a parsed filing; `own_blocks` tells the narrative which paragraphs belong
to them. The labels are data (`labels.yml`); a cell that none of them explains is signalled.
"""

from ingest.evaluation.land import land
from ingest.evaluation.recognise import own_blocks

__all__ = ["land", "own_blocks"]
