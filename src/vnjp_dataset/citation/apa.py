"""References in the style of the American Psychological Association (seventh edition)."""

from vnjp_dataset.citation.dates import spoken, words
from vnjp_dataset.citation.facts import AUTHOR, TITLE
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.model import PartialDate


def dataset(version: str, extent: str, released: PartialDate | None) -> str:
    """Return the dataset's reference; a version that is no release has no date."""
    date = words(released) if released else "n.d."
    return f"{_closed(AUTHOR)} ({date}). {TITLE} (Version {version}) [Data set]. {extent}."


def document(source: PrimarySource) -> str:
    """Return a document's reference; the day it was read stands only where no other date does."""
    published, address = source.document.published, source.address
    date = words(published) if published else "n.d."
    where = address if published else f"Retrieved {spoken(source.document.accessed)}, from {address}"
    parts = (source.author, f"({date})", source.title, source.container)
    return " ".join((*(_closed(part) for part in parts if part), where))


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
