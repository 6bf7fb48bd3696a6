"""Counts by year that carry their coverage, so that a zero says what it means."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated

import attrs

from vnjp_dataset.collection import DateLike
from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import QueryError
from vnjp_dataset.frames import Tabular
from vnjp_dataset.insight.coverage import CoverageAnswer, coverage_of
from vnjp_dataset.insight.lines import Line, joined
from vnjp_dataset.insight.selecting import Window, asked, collection_of, place_of, ranks_of, words_of
from vnjp_dataset.model import Record, Value
from vnjp_dataset.model.classification import CoverageStatus, EventKind
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.ids import RecordId
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.tables import Column, cells, columns

ZERO: Mapping[CoverageStatus, str] = MappingProxyType(
    {"complete": "none took place", "partial": "none found", "not-searched": "not searched"}
)
"""What a zero means."""


@attrs.frozen(kw_only=True)
class YearCount:
    """The records that begin in one year of the period, with how completely they were searched for."""

    year: int
    records: tuple[RecordId, ...]
    """Ids of the records that began in the year, in order of date."""
    perhaps: tuple[RecordId, ...]
    """Ids of the records that may have begun in it: their date is not known so well, or they are only announced."""
    status: CoverageStatus
    """How complete the search was over those days of the year that lie in the period."""

    @property
    def count(self) -> int:
        """How many records began in the year."""
        return len(self.records)

    @property
    def words(self) -> str:
        """The count in words; a zero is `none took place`, `none found` or `not searched`."""
        words = str(self.count) if self.count else ZERO[self.status]
        return f"{words}, perhaps {len(self.perhaps)} more" if self.perhaps else words

    def __str__(self) -> str:
        return f"{self.year}  {self.words}"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {
            "year": self.year,
            "count": self.count,
            "words": self.words,
            "status": self.status,
            "records": list(self.records),
            "perhaps": list(self.perhaps),
        }


@attrs.frozen(kw_only=True, repr=False, eq=False)
class YearRow(Value):
    """The count of one year as a row of a table."""

    year: Annotated[int, Doc("The calendar year.")]
    count: Annotated[int, Doc("How many records began in it.")]
    status: Annotated[CoverageStatus, Doc("How complete the search was over its days in the period.")]
    words: Annotated[str, Doc("The count in words, which say what a zero means.")]
    records: Annotated[tuple[RecordId, ...], Doc("The records that began in it.")]
    perhaps: Annotated[tuple[RecordId, ...], Doc("The records that may have begun in it.")]


@attrs.frozen(kw_only=True, repr=False)
class YearCounts(Tabular):
    """Counts for every year of a period, in order, and the coverage that they rest on."""

    years: tuple[YearCount, ...]
    coverage: CoverageAnswer

    def __iter__(self) -> Iterator[YearCount]:
        return iter(self.years)

    def __len__(self) -> int:
        return len(self.years)

    def __getitem__(self, year: int) -> YearCount:
        """Return the count of a year.

        Raises QueryError for a year outside the period.
        """
        first, last = self.years[0].year, self.years[-1].year
        if not first <= year <= last:
            raise QueryError(f"expected a year from {first} to {last}, got {year}", "ask for a longer period")
        return self.years[year - first]

    def __repr__(self) -> str:
        return f"<YearCounts: {self.coverage.question}, {self.years[0].year}–{self.years[-1].year}>"

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees: a line for each year, then what was searched."""
        for one in self.years:
            yield Line(one.words, f"{one.year}  ")

    def plain(self) -> dict[str, object]:
        """Return them as JSON has them."""
        return {"years": [one.plain() for one in self.years], "coverage": self.coverage.plain()}

    def _table(self) -> tuple[Sequence[Column], Iterable[Sequence[object]]]:
        return columns(YearRow), map(cells(YearRow), map(_row, self.years))

    def _repr_html_(self) -> str:
        """Show them as a table in notebooks."""
        rows = tuple((str(one.year), str(one.count), one.status, one.words) for one in self.years)
        return rows_html(self.coverage.question, ("year", "records", "searched", "in words"), rows)


def _row(one: YearCount) -> YearRow:
    return YearRow(
        year=one.year,
        count=one.count,
        status=one.status,
        words=one.words,
        records=one.records,
        perhaps=one.perhaps,
    )


def counts_by_year(
    records: RecordSet,
    kind: EventKind,
    start: DateLike | None = None,
    end: DateLike | None = None,
    criteria: Mapping[str, object] | None = None,
) -> YearCounts:
    """Return how many records began in each year of a period, with what was searched for them.

    Visits and meetings count where they were held, unless `status` asks otherwise. Raises QueryError for a kind whose
    records have no day, and for what the kind's `where` does not take.
    """
    given = dict(criteria or {})
    if kind == "mechanisms":
        raise QueryError("mechanisms begin on no day that could be counted", "count their sessions one by one")
    ranks = ranks_of(records, words_of(given.get("rank")), words_of(given.get("office")))
    directions = words_of(given.get("direction")) or None
    coverage = coverage_of(records, kind, rank=ranks, direction=directions, start=start, end=end)
    found = tuple(asked(collection_of(records, kind), given))
    return YearCounts(
        years=tuple(
            _of_year(year, found, coverage, given) for year in range(coverage.start.year, coverage.end.year + 1)
        ),
        coverage=coverage,
    )


def _of_year(year: int, found: Iterable[Record], coverage: CoverageAnswer, given: Mapping[str, object]) -> YearCount:
    first, last = max(coverage.start, dt.date(year, 1, 1)), min(coverage.end, dt.date(year, 12, 31))
    days = Window(first, last)
    standing = {one.id: place_of(one, days, held_only="status" not in given) for one in found}
    return YearCount(
        year=year,
        records=tuple(one for one, place in standing.items() if place == "in"),
        perhaps=tuple(one for one, place in standing.items() if place == "perhaps"),
        status=coverage.within(first, last),
    )
