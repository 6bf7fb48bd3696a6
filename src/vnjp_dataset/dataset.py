"""The dataset: its collections, the links between them, and answers that need more than one of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from vnjp_dataset.collection import (
    Agreements,
    Commitments,
    CoverageRows,
    DateLike,
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
    Sources,
    Tables,
    Visits,
    facet_tables,
)
from vnjp_dataset.collection.facets import Facet, Store
from vnjp_dataset.collection.ordered import Given, OrderedRecords
from vnjp_dataset.errors import InvalidValueError, Problem, QueryError, UnknownIdError
from vnjp_dataset.model import (
    KINDS,
    LEADER_RANKS,
    Agreement,
    Commitment,
    CooperationField,
    Coverage,
    Document,
    Figure,
    KindName,
    Level,
    Measure,
    Mechanism,
    Meeting,
    Milestone,
    Office,
    Organization,
    Person,
    Place,
    Record,
    Source,
    Visit,
    partial_date,
)
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.vocabulary import RELATION_RANKS
from vnjp_dataset.nearest import nearest
from vnjp_dataset.version import __version__

# What answers some questions only is imported when one of them is asked: loading does not wait for it.
if TYPE_CHECKING:
    from vnjp_dataset.citation import DatasetCitation
    from vnjp_dataset.links import Link, Links
    from vnjp_dataset.relation import Relation
    from vnjp_dataset.search import Entry
    from vnjp_dataset.terms import Holder

R = TypeVar("R", bound=Record)

Locate = Callable[[KindName, Problem], Problem]
"""Adds file, line and column to a problem of a record of some kind."""


class Dataset:
    """The records of one version, by kind; it never changes.

    `visits`, `meetings`, `agreements`, `milestones`, `mechanisms`, `commitments`, `figures`, `people`, `offices`,
    `organizations`, `places`, `sources`, `fields`, `measures` and `coverage` are its collections.
    """

    def __init__(
        self,
        records: Mapping[KindName, Given],
        *,
        version: str = __version__,
        fingerprint: str | None = None,
        locate: Locate | None = None,
    ) -> None:
        self.version = version
        self._records = OrderedRecords(records)
        self._fingerprint = fingerprint
        self._locate = locate
        self._tables = Tables(self._records)

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

    def _store(self, kind: KindName, cls: type[R], facets: Mapping[str, Facet[R]]) -> Store[R]:
        found = self._records[kind]
        if not all(isinstance(one, cls) for one in found):
            raise TypeError(f"{kind} holds records of another kind")
        return Store(kind, tuple(one for one in found if isinstance(one, cls)), facets)

    # Any record ---------------------------------------------------------------------------------------------------

    def records(self, kind: KindName) -> tuple[Record, ...]:
        """Return the records of a kind in their natural order: events by date, others by id."""
        return self._records[kind]

    def __iter__(self) -> Iterator[Record]:
        return (record for found in self._records.values() for record in found)

    def __len__(self) -> int:
        return sum(map(len, self._records.values()))

    def __getitem__(self, record_id: str) -> Record:
        """Return a record of whatever kind.

        Raises UnknownIdError (a KeyError) with the nearest ids.
        """
        try:
            return self._by_id[record_id]
        except KeyError:
            raise UnknownIdError(record_id, "the dataset", nearest(str(record_id), self._by_id)) from None

    def __contains__(self, item: object) -> bool:
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

    def search(self, text: str) -> tuple[Record, ...]:
        """Return the records that hold every word of a text, best first.

        Case, Vietnamese diacritics, width and hiragana or katakana make no difference; a record is also found by the
        names of those it mentions.
        """
        from vnjp_dataset.search import find  # noqa: PLC0415 - see the top

        return find(self._search_entries, text)

    @cached_property
    def _search_entries(self) -> "tuple[Entry, ...]":
        from vnjp_dataset.search import entries  # noqa: PLC0415 - see the top

        return entries(self, self._by_id)

    # The relation on a day ----------------------------------------------------------------------------------------

    def milestone_on(self, day: DateLike) -> Milestone | None:
        """Return the last rung of the ladder reached by the end of a day, or None before the first.

        A rung dated to a month or year counts as reached at that month's or year's end.
        """
        date = _one_day(day)
        reached = [one for one in self._ladder if one.date.latest <= date]
        return reached[-1] if reached else None

    @cached_property
    def _ladder(self) -> tuple[Milestone, ...]:
        return tuple(sorted(self.milestones.ladder, key=lambda one: (one.date.latest, one.id)))

    def partnership_on(self, day: DateLike) -> Level | None:
        """Return the partnership's level on a day, or None before relations were established."""
        milestone = self.milestone_on(day)
        return milestone.level if milestone else None

    def office_holder(self, office: str, day: DateLike) -> Person | None:
        """Return who held an office on a day, or None where the records do not say.

        On a hand-over day it is whoever took the office up; somebody of whom the records only say that they were in
        office by another day is not assumed to have been there on this one. Raises UnknownIdError for an office that
        is not there.
        """
        from vnjp_dataset.terms import holder_on  # noqa: PLC0415 - see the top

        found = holder_on(self._holders.get(self.offices[office].id, ()), _one_day(day))
        return found.person if found else None

    @cached_property
    def _holders(self) -> "Mapping[str, tuple[Holder, ...]]":
        from vnjp_dataset.terms import holders_by_office  # noqa: PLC0415 - see the top

        return holders_by_office(self.people, {office.id: office for office in self.offices})

    def relation_on(self, day: DateLike) -> "Relation":
        """Return the state of the relation on a day."""
        from vnjp_dataset.relation import Relation  # noqa: PLC0415 - see the top

        date = _one_day(day)
        milestone = self.milestone_on(date)
        return Relation(
            day=date,
            level=milestone.level if milestone else None,
            since=milestone,
            office_holders=self._single_holders(date),
            agreements_in_force=self.agreements.filter(lambda one: _in_force(one, date)),
            visits_under_way=self._leaders_visits.between(date, date),
            visits_before=self._nearest_visits(self._leaders_visits.filter(lambda one: one.end.latest < date), -1),
            visits_after=self._nearest_visits(self._leaders_visits.filter(lambda one: one.start.earliest > date), 0),
        )

    @cached_property
    def _leaders_visits(self) -> Visits:
        return self.visits.where(rank=LEADER_RANKS, status="held")

    def _nearest_visits(self, visits: Visits, place: int) -> Visits:
        groups = visits.group_by("direction").values()
        chosen = frozenset(group[place].id for group in groups)
        return visits.filter(lambda one: one.id in chosen)

    def _single_holders(self, date: dt.date) -> "tuple[Holder, ...]":
        from vnjp_dataset.terms import holder_on  # noqa: PLC0415 - see the top

        found: list[Holder] = []
        for office in self.offices.where(rank=RELATION_RANKS).filter(lambda one: one.single):
            holder = holder_on(self._holders.get(office.id, ()), date)
            if holder:
                found.append(holder)
        order = {rank: place for place, rank in enumerate(self.offices.group_by("rank"))}
        return tuple(
            sorted(found, key=lambda one: (one.office.country != "VN", order.get(one.office.rank, 0), one.office.id))
        )

    # The version --------------------------------------------------------------------------------------------------

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, over the canonical form of the records."""
        if self._fingerprint is None:
            # Writing records needs cattrs, which a snapshot carries its fingerprint in order not to load.
            from vnjp_dataset.fingerprint import fingerprint  # noqa: PLC0415 - see above

            self._fingerprint = fingerprint(self._records)
        return self._fingerprint

    def cite(self) -> "DatasetCitation":
        """Return how to cite this version: `.apa`, `.bibtex`, `.csl`, `.cff`."""
        from vnjp_dataset.citation import DatasetCitation  # noqa: PLC0415 - see the top

        return DatasetCitation(version=self.version, fingerprint=self.fingerprint)

    def located(self, problem: Problem) -> Problem:
        """Return a problem with file, line and column, where the dataset was read from files."""
        if self._locate is None or problem.record not in self._by_id:
            return problem
        return self._locate(self.kind_of(problem.record), problem)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return (self.version, self._records) == (other.version, other._records)

    def __hash__(self) -> int:
        return hash((self.version, self.fingerprint))

    def __repr__(self) -> str:
        return f"<Dataset {self.version}: {len(self)} records, sha256:{self.fingerprint[:12]}…>"

    def _repr_html_(self) -> str:
        """Show the dataset as a table of its collections in notebooks."""
        rows = tuple((kind, str(len(found))) for kind, found in self._records.items())
        return rows_html(f"vnjp-dataset {self.version}", ("collection", "records"), rows)


def _in_force(agreement: Agreement, day: dt.date) -> bool:
    if agreement.in_force is None or agreement.in_force.latest > day:
        return False
    return agreement.ended is None or agreement.ended.earliest > day


def _one_day(day: DateLike) -> dt.date:
    try:
        date = partial_date(day)
    except InvalidValueError as error:
        raise QueryError(str(error)) from None
    if date.earliest != date.latest:
        raise QueryError(f"expected a day, got `{date}`", "give year, month and day: YYYY-MM-DD")
    return date.earliest
