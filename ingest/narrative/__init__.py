"""The text outside tables: paragraphs with their sections, and the numbers that they state.

What a wording means is data (the yml files here); the modules hold only how it is applied. Tables
and evaluation forms are read elsewhere. Nothing is guessed: an amount is a fact, or it is unread.
"""

from __future__ import annotations

from ingest.narrative.reading import Narrative, read_narrative

__all__ = ["Narrative", "read_narrative"]
