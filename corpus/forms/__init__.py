"""The ten forms as format-free tables, one module a shape. `form_tables` builds all of them."""

from __future__ import annotations

from corpus.forms.build import form_tables
from corpus.forms.values import Values

__all__ = ["Values", "form_tables"]
