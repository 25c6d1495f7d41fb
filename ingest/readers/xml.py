"""Parsing the XML inside office files, with every door to the outside shut.

No entity is resolved, no DTD is accepted, nothing is fetched: an office file needs none of it,
so a file that brings one is refused.
"""

from __future__ import annotations

from lxml import etree

from ingest.document import UnreadableFile


def parse(data: bytes, what: str) -> etree._Element:
    """The root element of a part.

    Raises:
        UnreadableFile: `damaged` for XML that is not well-formed or brings a DTD.
    """
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise UnreadableFile(
            "damaged", f"{what} declares entities, as no office program does; it is not read"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            "damaged", f"{what} is not well-formed ({error}); open the file and save it again"
        ) from error
