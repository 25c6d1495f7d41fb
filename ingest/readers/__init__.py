"""From bytes to `Document`: one module a format. `read` is the only door.

The type of a file is told by its content (`sniff.py`), never by its name. A reader's library is
imported when the first file of its kind comes, so that reading a text costs no PDF engine.
"""

from ingest.readers.sniff import read

__all__ = ["read"]
