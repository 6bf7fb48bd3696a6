"""Publishers and the documents read."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import DocumentKey, SourceId, Url
from vnjp_dataset.model.record import Record
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.text import Text

Side = Literal["VN", "JP", "other"]
SourceKind = Literal[
    "foreign-ministry",
    "government",
    "parliament",
    "party",
    "court",
    "agency",
    "embassy",
    "news-agency",
    "state-media",
    "newspaper",
    "magazine",
    "broadcaster",
    "company",
    "research",
    "database",
    "other",
]
Extent = Literal["full", "opening", "excerpt"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Document(Value):
    """A text that was read."""

    key: Annotated[DocumentKey, Doc("Its name under the publisher.")]
    title: Annotated[str, Doc("Its exact title.")]
    url: Annotated[Url, Doc("The address it was read at.")]
    published: Annotated[PartialDate | None, Doc("When it came out.")] = None
    language: Annotated[str, Doc("ISO 639-1 code of its language.")]
    accessed: Annotated[PartialDate, Doc("When it was read.")]
    original: Annotated[SourceId | None, Doc("The publisher whose text it copies, where it is a copy.")] = None
    extent: Annotated[Extent, Doc("How much of it was read.")] = "full"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Source(Record):
    """A publisher: what it is, which side it belongs to, and its documents."""

    name: Annotated[Text, Doc("The publisher's name.")]
    side: Annotated[Side, Doc("Whose voice it is.")]
    kind: Annotated[SourceKind, Doc("What sort of publisher it is.")]
    homepage: Annotated[Url | None, Doc("Its home page.")] = None
    owner: Annotated[SourceId | None, Doc("The publisher of which it is an outlet; both are one voice.")] = None
    documents: Annotated[tuple[Document, ...], Doc("The documents read.")] = ()

    def flaws(self) -> Iterator[Flaw]:
        """No two documents share a key."""
        for key, count in Counter(document.key for document in self.documents).items():
            if count > 1:
                yield Flaw("documents", "each key once", f"`{key}` {count} times", rule="duplicate-id")
