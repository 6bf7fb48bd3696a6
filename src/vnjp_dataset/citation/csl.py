"""Items of CSL-JSON, which reference managers import."""

from collections.abc import Mapping

from vnjp_dataset.citation.dates import parts, words
from vnjp_dataset.citation.facts import ABSTRACT, AUTHOR, TITLE
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.model import PartialDate

Item = Mapping[str, object]


def dataset(key: str, version: str, extent: str, released: PartialDate | None) -> Item:
    """Return the dataset's item."""
    item = {
        "id": key,
        "type": "dataset",
        "title": TITLE,
        "author": [{"literal": AUTHOR}],
        "version": version,
        "issued": _date(released),
        "abstract": ABSTRACT,
        "note": extent,
    }
    return {name: value for name, value in item.items() if value is not None}


def document(source: PrimarySource) -> Item:
    """Return a document's item, a page read at an address."""
    document = source.document
    item = {
        "id": source.id,
        "type": "webpage",
        "title": source.title,
        "author": [{"literal": source.author}],
        "container-title": source.container,
        "issued": _date(document.published),
        "accessed": _date(document.accessed),
        "URL": source.address,
        "language": document.language,
    }
    return {name: value for name, value in item.items() if value is not None}


def _date(date: PartialDate | None) -> Mapping[str, object] | None:
    if date is None:
        return None
    known = parts(date)
    if known is None:
        return {"literal": words(date)}
    about = date.approximate or date.uncertain
    return {"date-parts": [list(known)], **({"circa": True} if about else {})}
