"""The world in which a drawn dataset's events happen: people in office, places, bodies, and who wrote about it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vnjp_dataset.model import (
    Citation,
    Conflict,
    CountryCode,
    Document,
    DocumentId,
    DocumentKey,
    Event,
    FieldId,
    FieldPath,
    KindName,
    Office,
    OfficeId,
    Organization,
    OrganizationId,
    PartialDate,
    Person,
    PersonId,
    Place,
    PlaceId,
    Rank,
    Record,
    RecordId,
    Source,
    SourceId,
    Term,
    Url,
    Value,
    identifier,
    partial_date,
)
from vnjp_dataset.model.classification import CooperationField
from vnjp_dataset.model.record import SourcedRecord
from vnjp_dataset.model.walk import walk
from vnjp_dataset.strategies.pruning import by_kind, pruned
from vnjp_dataset.strategies.shapes import built, plan
from vnjp_dataset.strategies.values import person_names, texts
from vnjp_dataset.strategies.words import names, prose, record_ids

T = TypeVar("T")
V = TypeVar("V", bound=Value)
S = TypeVar("S", bound=SourcedRecord)

VN, JP = CountryCode("VN"), CountryCode("JP")
READ = PartialDate("2026-06-01")
_RANKS: Mapping[CountryCode, tuple[Rank, ...]] = {
    VN: ("head-of-government", "head-of-state", "party-leader"),
    JP: ("head-of-government", "imperial-house", "presiding-officer"),
}
_CITIES = {VN: ("VN-HN", "VN-SG", "VN-DN"), JP: ("JP-13", "JP-27", "JP-26")}


class World:
    """What a dataset is drawn into: its records by id, and its publishers' documents."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.records: dict[str, Record] = {}
        self._sources: dict[str, Source] = {}
        self._documents: dict[str, list[Document]] = {}
        self._holders: dict[OfficeId, list[tuple[dt.date, PersonId]]] = {}
        self.offices: dict[CountryCode, list[OfficeId]] = {VN: [], JP: []}
        self._publishers()
        self.fields = self._fields()
        self.places = {country: self._places(country) for country in (VN, JP)}

    def make(self, cls: type[V], **fields: object) -> V:
        """Draw an instance of a class of which some fields are settled; those about sources are empty."""
        settled = {"sources": (), "conflicts": (), **fields}
        # Drawing field by field spares making a new strategy, and having it checked, for every record.
        return built(cls, {one: settled[one] if one in settled else self.draw(how) for one, how in plan(cls).items()})

    def maybe(self, value: T) -> T | None:
        """Draw something or nothing."""
        return value if self.draw(st.booleans()) else None

    def any_of(self, items: Sequence[T]) -> T:
        """Draw one of some things."""
        return items[0] if len(items) == 1 else self.draw(st.sampled_from(items))

    def some_of(self, items: Sequence[T]) -> tuple[T, ...]:
        """Draw any of the first four of some things, in their order."""
        few = items[:4]
        chosen = self.number(0, 2 ** len(few) - 1)  # one bit for each
        return tuple(one for place, one in enumerate(few) if chosen >> place & 1)

    def mint(self, wanted: str) -> RecordId:
        """Return an id that no record has, as near as can be to the one wanted."""
        number = 1
        while (name := wanted if number == 1 else f"{wanted}-{number}") in self.records:
            number += 1
        return identifier(RecordId, name)

    def number(self, low: int, high: int) -> int:
        """Draw a whole number."""
        return self.draw(st.integers(low, high))

    def add(self, record: Record) -> RecordId:
        """Add a record, sourced if it states facts, and return its id."""
        self.records[record.id] = self._sourced(record) if isinstance(record, SourcedRecord) else record
        return record.id

    # Sources ------------------------------------------------------------------------------------------------------

    def _publishers(self) -> None:
        for _ in range(self.number(1, 2)):
            source = self.make(Source, id=self.mint(f"publisher-{self.draw(record_ids())}"), owner=None, documents=())
            self._sources[source.id] = source
            self._documents[self.add(source)] = []

    def document(self, publisher: str, published: PartialDate | None) -> DocumentId:
        """Add a document to a publisher's."""
        documents = self._documents[publisher]
        others = [SourceId(RecordId(one)) for one in self._documents if one != publisher]
        key = identifier(DocumentKey, f"document-{len(documents) + 1}")
        document = Document(
            key=key,
            title=self.draw(names("vi")),
            url=identifier(Url, f"https://{publisher}.example/{key}"),
            published=published,
            language="vi",
            accessed=READ,
            original=self.any_of((None, *others)),
        )
        documents.append(document)
        return identifier(DocumentId, f"{publisher}/{document.key}")

    def _sourced(self, record: S) -> S:
        """Return a record with a document that bears out all of it, perhaps another, and perhaps a conflict."""
        publishers = list(self._documents)
        published = None
        if isinstance(record, Event):
            published = partial_date(record.ends.latest + dt.timedelta(self.number(0, 20)))
        publisher = self.any_of(publishers)
        full = self.document(publisher, published)
        paths = [identifier(FieldPath, path) for path, _, _ in walk(record) if not path.startswith("id")]
        wholes = [path for path in paths if "." not in path and "[" not in path]
        terms = [path for path in paths if path.startswith("terms[") and path.endswith("]")]
        citations = [Citation(document=full, supports=(*wholes, *terms))]
        conflicts: list[Conflict] = []
        more = self.any_of(("", "", "citation", "conflict"))
        if more == "citation":
            citations.append(
                Citation(document=self.document(self.any_of(publishers), None), supports=(self.any_of(paths),))
            )
        elif more == "conflict" and len(publishers) > 1:
            other = self.document(next(one for one in publishers if one != publisher), None)
            value = f"otherwise: {self.draw(prose())}"
            conflicts.append(self.make(Conflict, field=self.any_of(wholes), value=value, documents=(other,)))
        return attrs.evolve(record, sources=tuple(citations), conflicts=tuple(conflicts))

    # Fields, places and bodies ------------------------------------------------------------------------------------

    def _fields(self) -> tuple[FieldId, ...]:
        found: list[FieldId] = []
        for number in range(2):
            field = self.make(CooperationField, id=self.mint(f"field-{number}"), broader=self.any_of((None, *found)))
            found.append(FieldId(self.add(field)))
        return tuple(found)

    def _places(self, country: CountryCode) -> tuple[PlaceId, ...]:
        whole = self.place(f"country-{country.lower()}", country, kind="country", iso=None)
        city = self.place(
            f"city-{country.lower()}",
            country,
            kind="city",
            iso=self.any_of(_CITIES[country]),
            part_of=self.maybe(whole),
        )
        return (whole, city)

    def place(self, name: str, country: CountryCode, **fields: object) -> PlaceId:
        """Add a place."""
        settled = {"id": self.mint(name), "country": country, "part_of": None, **fields}
        return PlaceId(self.add(self.make(Place, **settled)))

    def organization(self, country: CountryCode) -> OrganizationId:
        """Add a body of a country."""
        body = self.make(Organization, id=self.mint(f"body-{country.lower()}"), country=country)
        return OrganizationId(self.add(body))

    # People -------------------------------------------------------------------------------------------------------

    def people_offices(self) -> None:
        """Add offices of one in both countries, each held without a break by one person after another."""
        for country in (VN, JP):
            for rank in self.draw(st.lists(st.sampled_from(_RANKS[country]), min_size=1, max_size=2, unique=True)):
                name = self.mint(f"{rank}-{country.lower()}")
                office = Office(id=name, title=self.draw(texts()), country=country, rank=rank, single=True)
                self.offices[country].append(OfficeId(self.add(office)))
                self._holders[self.offices[country][-1]] = self._terms(OfficeId(name), country)

    def _terms(self, office: OfficeId, country: CountryCode) -> list[tuple[dt.date, PersonId]]:
        years = self.draw(st.lists(st.integers(1975, 2024), max_size=2, unique=True))
        starts = [dt.date(1970, 1, 1), *(dt.date(year, 1, 1) for year in sorted(years))]
        holders: list[tuple[dt.date, PersonId]] = []
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            # Offices change hands within a day or over night.
            gap = dt.timedelta(self.number(0, 1))
            term = Term(
                office=office,
                start=partial_date(start),
                end=partial_date(following - gap) if following else None,
                open=following is None and bool(self.maybe(1)),
            )
            holders.append((start, self.person(country, term)))
        return holders

    def person(self, country: CountryCode, *terms: Term) -> PersonId:
        """Add a person of a country."""
        name = self.draw(person_names())
        wanted = "-".join(name.en.lower().split())
        person = Person(id=self.mint(wanted), name=name, country=country, terms=terms)
        return PersonId(self.add(person))

    def holder(self, office: OfficeId, day: dt.date) -> PersonId:
        """Return who holds an office on a day."""
        return next(person for start, person in reversed(self._holders[office]) if start <= day)

    # The whole ----------------------------------------------------------------------------------------------------

    def finished(self) -> Mapping[KindName, tuple[Record, ...]]:
        """Return the records by kind, publishers with their documents, and nothing that no record names."""
        for publisher, documents in self._documents.items():
            self.records[publisher] = attrs.evolve(self._sources[publisher], documents=tuple(documents))
        return by_kind(pruned(self.records.values()))
