"""The records of one version together: collections, ids, links and fingerprint; what every answer is made from."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from vnjp_dataset.collection import (
    Agreements,
    Commitments,
    CoverageRows,
    Fields,
    Figures,
    Measures,
    Mechanisms,
    Meetings,
    Milestones,
    Offices,
    Organizations,
    People,
    Places,
    RetiredIds,
    Sources,
    Tables,
    Visits,
    facet_tables,
)
from vnjp_dataset.collection.facets import Facet, Origin, Store
from vnjp_dataset.collection.ordered import Given, OrderedRecords
from vnjp_dataset.errors import Problem, RetiredIdError, UnknownIdError
from vnjp_dataset.model import (
    KINDS,
    Agreement,
    Commitment,
    CooperationField,
    Coverage,
    Document,
    Figure,
    KindName,
    Measure,
    Mechanism,
    Meeting,
    Milestone,
    Office,
    Organization,
    PartialDate,
    Person,
    Place,
    Record,
    Retired,
    Source,
    Visit,
)
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.nearest import nearest
from vnjp_dataset.version import __version__

# What answers some questions only is imported when one of them is asked: loading does not wait for it.
if TYPE_CHECKING:
    from vnjp_dataset.links import Link, Links

R = TypeVar("R", bound=Record)

Locate = Callable[[KindName, Problem], Problem]
"""Adds file, line and column to a problem of a record of some kind."""


class RecordSet:
    """The records of one version, by kind; it never changes.

    `visits`, `meetings`, `agreements`, `milestones`, `mechanisms`, `commitments`, `figures`, `people`, `offices`,
    `organizations`, `places`, `sources`, `fields`, `measures`, `coverage` and `retired` are its collections.
    """

    def __init__(
        self,
        records: Mapping[KindName, Given],
        *,
        version: str = __version__,
        fingerprint: str | None = None,
        locate: Locate | None = None,
        of_package: bool = False,
    ) -> None:
        self.version = version
        self.of_package = of_package
        """Whether these are the package's own records, of which its releases tell; False for any other tree."""
        self._records = OrderedRecords(records)
        self._fingerprint = fingerprint
        self._locate = locate
        self._tables = Tables(self._records)
        self._origin = Origin(version, self._publisher, self._released)

    # Collections --------------------------------------------------------------------------------------------------

    @cached_property
    def visits(self) -> Visits:
        """Trips of senior figures of one country to the other."""
        return Visits(self._store("visits", Visit, facet_tables.visit_facets(self._tables)))

    @cached_property
    def meetings(self) -> Meetings:
        """Talks that are not part of a visit."""
        return Meetings(self._store("meetings", Meeting, facet_tables.meeting_facets(self._tables)))

    @cached_property
    def agreements(self) -> Agreements:
        """Every instrument, from treaty to business document."""
        return Agreements(self._store("agreements", Agreement, facet_tables.agreement_facets(self._tables)))

    @cached_property
    def milestones(self) -> Milestones:
        """Turning points, the partnership's ladder among them."""
        return Milestones(self._store("milestones", Milestone, facet_tables.milestone_facets(self._tables)))

    @cached_property
    def mechanisms(self) -> Mechanisms:
        """Standing bodies and dialogues."""
        return Mechanisms(self._store("mechanisms", Mechanism, facet_tables.mechanism_facets(self._tables)))

    @cached_property
    def commitments(self) -> Commitments:
        """What was pledged, agreed, declared or asked."""
        return Commitments(self._store("commitments", Commitment, facet_tables.commitment_facets(self._tables)))

    @cached_property
    def figures(self) -> Figures:
        """Numbers, ranks and ordinals as sources reported them."""
        return Figures(self._store("figures", Figure, facet_tables.figure_facets(self._tables)))

    @cached_property
    def people(self) -> People:
        """Those who take part, with their terms of office."""
        return People(self._store("people", Person, facet_tables.person_facets(self._tables)))

    @cached_property
    def offices(self) -> Offices:
        """Offices of state, party and parliament."""
        return Offices(self._store("offices", Office, facet_tables.office_facets(self._tables)))

    @cached_property
    def organizations(self) -> Organizations:
        """Ministries, agencies, companies and other bodies."""
        facets = facet_tables.organization_facets(self._tables)
        return Organizations(self._store("organizations", Organization, facets))

    @cached_property
    def places(self) -> Places:
        """Places, with ISO codes and coordinates."""
        return Places(self._store("places", Place, facet_tables.place_facets(self._tables)))

    @cached_property
    def sources(self) -> Sources:
        """Publishers, with the documents that were read."""
        return Sources(self._store("sources", Source, facet_tables.source_facets(self._tables)))

    @cached_property
    def fields(self) -> Fields:
        """Fields of cooperation."""
        return Fields(self._store("fields", CooperationField, facet_tables.field_facets(self._tables)))

    @cached_property
    def measures(self) -> Measures:
        """What figures measure."""
        return Measures(self._store("measures", Measure, {}))

    @cached_property
    def coverage(self) -> CoverageRows:
        """What was searched for, and how complete the result is judged."""
        return CoverageRows(self._store("coverage", Coverage, facet_tables.coverage_facets(self._tables)))

    @cached_property
    def retired(self) -> RetiredIds:
        """Ids that no record has any more, why, and what replaces them."""
        return RetiredIds(self._store("retired", Retired, facet_tables.retired_facets()))

    def _store(self, kind: KindName, cls: type[R], facets: Mapping[str, Facet[R]]) -> Store[R]:
        found = self._records[kind]
        if not all(isinstance(one, cls) for one in found):
            raise TypeError(f"{kind} holds records of another kind")
        return Store(kind, tuple(one for one in found if isinstance(one, cls)), facets, self._origin)

    def _publisher(self, source_id: str) -> Source:
        return self.sources[source_id]

    def _released(self) -> PartialDate | None:
        """Return the day on which these very records were released under this version, or None."""
        from vnjp_dataset.releases import registry  # noqa: PLC0415 - only citations need it, and loading none

        release = registry().release(self.version)
        return PartialDate(release.date) if release and release.fingerprint == self.fingerprint else None

    # Any record ---------------------------------------------------------------------------------------------------

    def records(self, kind: KindName) -> tuple[Record, ...]:
        """Return the records of a kind in their natural order: events by date, others by id."""
        return self._records[kind]

    def __iter__(self) -> Iterator[Record]:
        """Yield every record of every kind; a retired id stands for none, and is found in `retired`."""
        return (record for kind, found in self._records.items() if kind != "retired" for record in found)

    def __len__(self) -> int:
        return sum(len(found) for kind, found in self._records.items() if kind != "retired")

    def __getitem__(self, record_id: str) -> Record:
        """Return a record of whatever kind.

        Raises UnknownIdError (a KeyError) with the nearest ids; for a retired id RetiredIdError, one of these, with
        what became of it.
        """
        try:
            return self._by_id[record_id]
        except KeyError:
            raise self._miss(record_id) from None

    def _miss(self, record_id: str) -> UnknownIdError:
        tombstone = self.retired.find(record_id)
        if tombstone is None:
            return UnknownIdError(record_id, "the dataset", nearest(str(record_id), self._by_id))
        return RetiredIdError(record_id, tombstone.fate, tombstone.since, tombstone.reason, tombstone.replaced_by)

    def __contains__(self, item: object) -> bool:
        """Whether a record, or a record with an id, is there; a retired id is none."""
        if isinstance(item, str):
            return item in self._by_id
        return isinstance(item, Record) and self._by_id.get(item.id) == item

    def find(self, record_id: str) -> Record | None:
        """Return a record of whatever kind, or None."""
        return self._by_id.get(record_id)

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return {record.id: record for record in self}

    def kind_of(self, record_id: str) -> KindName:
        """Return the kind of a record.

        Raises UnknownIdError (a KeyError) with the nearest ids.
        """
        record = self[record_id]
        return next(kind.name for kind in KINDS.values() if type(record) is kind.record)

    def document(self, document_id: str) -> Document:
        """Return a document by `publisher/key`.

        Raises UnknownIdError (a KeyError) with the nearest ids.
        """
        try:
            return self.documents[document_id]
        except KeyError:
            near = nearest(document_id, self.documents)
            raise UnknownIdError(document_id, "the documents", near) from None

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document read, by `publisher/key`."""
        return {f"{source.id}/{one.key}": one for source in self.sources for one in source.documents}

    def links_from(self, record_id: str) -> "tuple[Link, ...]":
        """Return the links by which a record names others, in order of its fields."""
        return self._links.forward.get(self[record_id].id, ())

    def links_to(self, record_id: str) -> "tuple[Link, ...]":
        """Return the links by which other records name this one."""
        return self._links.backward.get(self[record_id].id, ())

    @cached_property
    def _links(self) -> "Links":
        from vnjp_dataset.links import find_links  # noqa: PLC0415 - see the top

        return find_links(self, self._by_id)

    # The version --------------------------------------------------------------------------------------------------

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, over the canonical form of the records."""
        if self._fingerprint is None:
            # Writing records needs cattrs, which a snapshot carries its fingerprint in order not to load.
            from vnjp_dataset.fingerprint import fingerprint  # noqa: PLC0415 - see above

            self._fingerprint = fingerprint(self._records)
        return self._fingerprint

    def located(self, problem: Problem) -> Problem:
        """Return a problem with file, line and column, where the dataset was read from files."""
        kind = self._kinds.get(problem.record)
        return problem if self._locate is None or kind is None else self._locate(kind, problem)

    @cached_property
    def _kinds(self) -> Mapping[str, KindName]:
        return {record.id: kind for kind, found in self._records.items() for record in found}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RecordSet):
            return NotImplemented
        return (self.version, self._records) == (other.version, other._records)

    def __hash__(self) -> int:
        return hash((self.version, self.fingerprint))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.version}: {len(self)} records, sha256:{self.fingerprint[:12]}…>"

    def _repr_html_(self) -> str:
        """Show the dataset as a table of its collections in notebooks."""
        rows = tuple((kind, str(len(found))) for kind, found in self._records.items())
        return rows_html(f"vnjp-dataset {self.version}", ("collection", "records"), rows)
