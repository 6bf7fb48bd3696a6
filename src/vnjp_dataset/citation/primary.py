"""The documents behind some records, as bibliographies name them."""

from urllib.parse import quote

import attrs

from vnjp_dataset.model import Document, Source
from vnjp_dataset.model.ids import DocumentId

# What an address may hold as it is (RFC 3986); `%` because it may be encoded already.
_RESERVED = "%/:?#[]@!$&'()*+,;=~"


@attrs.frozen(kw_only=True)
class PrimarySource:
    """A document that records cite, with its publisher."""

    document: Document
    publisher: Source
    """Who put it where it was read."""
    original: Source | None = None
    """Who wrote it, where the publisher copied it."""

    @property
    def id(self) -> DocumentId:
        """The document as `publisher/key`."""
        return DocumentId(f"{self.publisher.id}/{self.document.key}")

    @property
    def author(self) -> str:
        """The body that stands for an author: whoever wrote the text, else whoever published it."""
        return one_line(str((self.original or self.publisher).name))

    @property
    def container(self) -> str | None:
        """The publisher where it is not the author."""
        return one_line(str(self.publisher.name)) if self.original else None

    @property
    def title(self) -> str:
        """The document's title, on one line."""
        return one_line(self.document.title)

    @property
    def address(self) -> str:
        """The address in ASCII, as every format takes it."""
        return quote(self.document.url, safe=_RESERVED)


def one_line(text: str) -> str:
    """Return a text without line breaks and with single spaces."""
    return " ".join(text.split())
