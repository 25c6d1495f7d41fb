"""Parsing the XML inside office files, with every door to the outside shut.

No entity is resolved, no DTD is accepted, nothing is fetched: an office file needs none of it,
so a file that brings one is refused.
"""

from __future__ import annotations

from lxml import etree

from ingest.document import UnreadableFile

_DECLARATIONS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def refuse_entities(data: bytes, what: str) -> None:
    """Refuses a part that declares entities, wherever: what they stand for would be left out.

    Raises:
        UnreadableFile: `damaged`.
    """
    if b"!" in data and any(mark in data for mark in _DECLARATIONS):
        raise UnreadableFile(
            "damaged", f"{what} declares entities, as no office program does; it is not read"
        )


def parse(data: bytes, what: str) -> etree._Element:
    """The root element of a part.

    Raises:
        UnreadableFile: `damaged` for XML that is not well-formed or brings a DTD.
    """
    refuse_entities(data, what)
    # Nothing is looked up by an id: listing them takes a third of the time.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            "damaged", f"{what} is not well-formed ({error}); open the file and save it again"
        ) from error
