"""What `dagster dev` loads: the pipeline of the warehouse that `JUESUAN_HOME` names."""

from __future__ import annotations

from orchestration.pipeline import pipeline
from orchestration.resources import Warehouse

defs = pipeline(Warehouse())
