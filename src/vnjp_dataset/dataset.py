"""The dataset: the records of one version and the answers that need more than one of them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, overload

from vnjp_dataset.collection import DateLike, Visits
from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import InvalidValueError, QueryError
from vnjp_dataset.model import LEADER_RANKS, Agreement, Level, Milestone, Person, Record, partial_date
from vnjp_dataset.model.vocabulary import RELATION_RANKS

# What answers some questions only is imported when one of them is asked: loading does not wait for it.
if TYPE_CHECKING:
    from vnjp_dataset.citation import DatasetCitation
    from vnjp_dataset.insight.asymmetries import Aspect, Asymmetries, Government
    from vnjp_dataset.insight.audit import Audit, Outcome
    from vnjp_dataset.insight.coverage import CoverageAnswer
    from vnjp_dataset.insight.explain import FieldExplanation, RecordExplanation
    from vnjp_dataset.insight.panel import DyadYears
    from vnjp_dataset.insight.resolve import Resolution
    from vnjp_dataset.insight.yearly import YearCounts
    from vnjp_dataset.model import Direction, Rank
    from vnjp_dataset.model.classification import EventKind
    from vnjp_dataset.relation import Relation
    from vnjp_dataset.search import Entry
    from vnjp_dataset.terms import Holder


class Dataset(RecordSet):
    """The records of one version, by kind, and the questions they answer; it never changes.

    `visits`, `meetings`, `agreements`, `milestones`, `mechanisms`, `commitments`, `figures`, `people`, `offices`,
    `organizations`, `places`, `sources`, `fields`, `measures`, `coverage` and `retired` are its collections.
    """

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

    # Why it says so -----------------------------------------------------------------------------------------------

    @overload
    def explain(self, record_id: str, field: None = None) -> "RecordExplanation": ...
    @overload
    def explain(self, record_id: str, field: str) -> "FieldExplanation": ...
    def explain(self, record_id: str, field: str | None = None) -> "RecordExplanation | FieldExplanation":
        """Return why a record says what it says, field by field or at one field path such as `labels.vn.style`.

        The adopted value, every other one, who stands behind each, and since which release. Raises UnknownIdError with
        the nearest ids, QueryError with the nearest fields for a path at which the record states nothing.
        """
        from vnjp_dataset.insight.explain import explain_field, explain_record  # noqa: PLC0415 - see the top

        return explain_record(self, record_id) if field is None else explain_field(self, record_id, field)

    def asymmetries(
        self,
        *,
        kind: "EventKind | Collection[EventKind] | None" = None,
        aspect: "Aspect | Collection[Aspect] | None" = None,
        side: "Government | Collection[Government] | None" = None,
    ) -> "Asymmetries":
        """Return where the two governments' sides tell one event differently, or only one of them tells it.

        `kind`, `aspect` and `side` – `VN` or `JP`, who alone has spoken – take one value or several. Raises QueryError
        for a value that there is none of.
        """
        from vnjp_dataset.insight.asymmetries import asymmetries  # noqa: PLC0415 - see the top

        return asymmetries(self, kind=kind, aspect=aspect, side=side)

    def resolve(self, record_id: str) -> "Resolution":
        """Return what became of an id.

        `Current`, `MergedInto`, `SplitInto`, `Withdrawn`, `Elsewhere` (released, but not in this dataset) or
        `NeverExisted` with the nearest ids; no id is an error.
        """
        from vnjp_dataset.insight.resolve import resolve  # noqa: PLC0415 - see the top

        return resolve(self, record_id)

    # Claims and counts --------------------------------------------------------------------------------------------

    def audit(self, *ids: str, verdict: "Outcome | Iterable[Outcome] | None" = None) -> "Audit":
        """Return whether reported counts, ordinals and firsts are borne out by the records, in order of date.

        With ids only the claims of these figures and milestones; with verdicts only those that have one of them. Each
        is `confirmed`, `contradicted`, confirmed only when counted a certain way (`depends`), or `undecidable`, and
        lists the records counted and the coverage rows relied on. Raises UnknownIdError for an id that is not there,
        QueryError for a record that carries no check.
        """
        from vnjp_dataset.insight.audit import audit  # noqa: PLC0415 - see the top

        return audit(self, ids, verdict=verdict)

    def coverage_of(
        self,
        kind: "EventKind",
        *,
        rank: "Rank | Iterable[Rank] | None" = None,
        direction: "Direction | Iterable[Direction] | None" = None,
        start: DateLike | None = None,
        end: DateLike | None = None,
    ) -> "CoverageAnswer":
        """Return what was searched for records of a kind, how complete each part of a period is, and the gaps.

        Without start it begins with relations on 1973-09-21, without end it ends with the last day known. Raises
        QueryError for an unknown kind, rank or direction and for a start after the end.
        """
        from vnjp_dataset.insight.coverage import coverage_of  # noqa: PLC0415 - see the top

        return coverage_of(self, kind, rank=rank, direction=direction, start=start, end=end)

    def counts_by_year(
        self, kind: "EventKind", start: DateLike | None = None, end: DateLike | None = None, **criteria: object
    ) -> "YearCounts":
        """Return how many records of a kind began in each year of a period, with what was searched for them.

        Criteria are those of the kind's `where`. Every year is there; a zero says whether none took place, none was
        found or nobody searched. Visits and meetings count where they were held. Raises QueryError as `where` and
        `coverage_of` do, and for mechanisms, which begin on no day.
        """
        from vnjp_dataset.insight.yearly import counts_by_year  # noqa: PLC0415 - see the top

        return counts_by_year(self, kind, start, end, criteria)

    def dyad_years(self, start: int | None = None, end: int | None = None) -> "DyadYears":
        """Return a row for each year of a period and each direction, in the codes of other datasets, ready to merge.

        Without start it begins with relations in 1973, without end it ends with the last year known. Visits, talks,
        instruments and commitments are counted in the year in which they surely began; how completely the year was
        searched stands beside them. Raises QueryError for a year before 1945 and for a start after the end.
        """
        from vnjp_dataset.insight.panel import dyad_years  # noqa: PLC0415 - see the top

        return dyad_years(self, start, end)

    # The version --------------------------------------------------------------------------------------------------

    def cite(self, records: Iterable[Record] | None = None) -> "DatasetCitation":
        """Return how to cite this version, or some of its records: `.apa`, `.bibtex`, `.csl`, `.cff`.

        A citation of records has the fingerprint of exactly these and the documents that they name. Raises
        UnknownIdError for a record, or a document, that is not there, QueryError for a record of another version.
        """
        from vnjp_dataset.citation import DatasetCitation, cite_records  # noqa: PLC0415 - see the top

        if records is None:
            return DatasetCitation(version=self.version, fingerprint=self.fingerprint, released=self._released())
        return cite_records(map(self._own, records), self.version, self._publisher, self._released())

    def _own(self, record: Record) -> Record:
        if record not in self and record not in self.retired:
            found = self[record.id]
            raise QueryError(f"expected a record of this dataset, got another {found!r}", "cite it from its own")
        return record


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
