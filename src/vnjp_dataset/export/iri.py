"""What records are called where everything has an IRI."""

from urllib.parse import quote

BASE = "urn:vnjp-dataset:"
"""No server answers for the project's records, so they have names and no addresses."""


def iri(record_id: str) -> str:
    """Return the IRI of a record: ids are unique over all kinds."""
    return f"{BASE}{quote(record_id, safe='')}"


def document_iri(document: str) -> str:
    """Return the IRI of a document, `publisher/key`."""
    return f"{BASE}document:{quote(document, safe='/')}"


def term_iri(name: str) -> str:
    """Return the IRI of a class, property or word of the project's own."""
    return f"{BASE}term:{quote(name, safe='')}"
