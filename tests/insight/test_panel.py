"""The panel of dyad-years says what the records say."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, DyadYear, DyadYears, PartialDate, QueryError, load
from vnjp_dataset.insight.panel import VARIABLES
from vnjp_dataset.insight.panel.dealings import AGREEMENT_GROUPS, MEDIA
from vnjp_dataset.insight.panel.searching import OTHER_RANKS
from vnjp_dataset.insight.panel.travel import RANKS, STYLES
from vnjp_dataset.model import (
    KINDS,
    LEADER_RANKS,
    Actor,
    Agreement,
    Commitment,
    CountryCode,
    Coverage,
    Direction,
    Event,
    Level,
    Meeting,
    Milestone,
    Office,
    OfficeId,
    PersonId,
    Rank,
    Record,
    RecordId,
    Text,
    Visit,
    identifier,
)
from vnjp_dataset.model.agreements import AgreementKind
from vnjp_dataset.model.classification import CoverageStatus, EventKind
from vnjp_dataset.model.visits import EventStatus, Label, Labels
from vnjp_dataset.strategies import datasets, partial_dates
from vnjp_dataset.strategies.datasets import FIRST_YEAR, LAST_YEAR

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
GIVEN_RANKS: tuple[Rank, ...] = ("head-of-state", "party-leader", "minister", "official")
OFFICES = tuple(identifier(OfficeId, f"office-of-{rank}") for rank in GIVEN_RANKS)
NOWHERE = identifier(OfficeId, "office-that-is-not-there")
SOMEBODY = identifier(PersonId, "somebody")
VN, JP = CountryCode("VN"), CountryCode("JP")
FIRST, LAST = 1999, 2003
DATES = partial_dates(min_value=dt.date(FIRST, 1, 1), max_value=dt.date(LAST, 12, 31))
DAYS = st.dates(dt.date(1998, 6, 1), dt.date(2004, 6, 30))
VISIT_IDS = ("visit-0", "visit-1", "visit-2")
COUNTED: tuple[EventKind, ...] = ("visits", "meetings", "agreements", "commitments", "milestones")
LABEL = st.none() | st.builds(Label, style=st.sampled_from(STYLES))


def lasting(start: PartialDate, days: int) -> dict[str, PartialDate]:
    """Return the first and the last day of a visit: of a first one that is known the last is so many days later.

    With days below zero the last one is known to the year only.
    """
    if start.precision != "day":
        return {"start": start, "end": start}
    end = start.earliest + dt.timedelta(days) if days >= 0 else start.earliest.year
    return {"start": start, "end": PartialDate(str(end))}


def numbered(name: str, made: st.SearchStrategy[Callable[[str], Record]]) -> st.SearchStrategy[tuple[Record, ...]]:
    """Make a few records with ids of their own."""
    several = st.lists(made, max_size=4)
    return several.map(lambda makers: tuple(make(f"{name}-{place}") for place, make in enumerate(makers)))


def fields(cls: type[Record], **made: st.SearchStrategy[Any]) -> st.SearchStrategy[Callable[[str], Record]]:
    """Make what makes a record of an id; `days` are its first and its last one."""

    def maker(drawn: dict[str, Any]) -> Callable[[str], Record]:
        settled: dict[str, Any] = {name: value for name, value in drawn.items() if name != "days"}
        settled.update(drawn.get("days", {}))
        return lambda name: cls(**settled, id=identifier(RecordId, name))

    return st.fixed_dictionaries(made).map(maker)


ACTORS = st.sampled_from([Actor(person=SOMEBODY, office=one) for one in (*OFFICES, NOWHERE, None)])
SPEAKERS = st.sampled_from([Actor(country=VN), Actor(country=JP), Actor(person=SOMEBODY)])
BELONGS = st.sampled_from((*VISIT_IDS, None))
STATUSES: st.SearchStrategy[EventStatus] = st.sampled_from(("held", "held", "announced", "cancelled"))
WORLDS: st.SearchStrategy[Dataset] = st.fixed_dictionaries(
    {
        "offices": st.just(
            tuple(
                Office(id=name, title=Text(en=rank), country=VN, rank=rank)
                for name, rank in zip(OFFICES, GIVEN_RANKS, strict=True)
            )
        ),
        "visits": numbered(
            "visit",
            fields(
                Visit,
                direction=st.sampled_from(DIRECTIONS),
                lead=st.just(SOMEBODY),
                office=st.sampled_from((*OFFICES, NOWHERE)),
                days=st.builds(lasting, DATES, st.integers(-6, 6)),
                status=STATUSES,
                labels=st.none() | st.builds(Labels, vn=LABEL, jp=LABEL),
            ),
        ),
        "meetings": numbered(
            "meeting",
            fields(
                Meeting,
                date=DATES,
                medium=st.sampled_from(MEDIA),
                status=STATUSES,
                participants=st.lists(ACTORS, min_size=2, max_size=3).map(tuple),
            ),
        ),
        "agreements": numbered(
            "agreement",
            fields(
                Agreement,
                kind=st.sampled_from(get_args(AgreementKind)),
                title=st.just(Text(en="Notes")),
                signed=DATES,
                visit=BELONGS,
            ),
        ),
        "commitments": numbered(
            "commitment",
            fields(
                Commitment,
                kind=st.just("pledge"),
                by=st.lists(SPEAKERS, min_size=1, max_size=2).map(tuple),
                made=DATES,
                summary=st.just("Paper."),
                visit=BELONGS,
            ),
        ),
        "milestones": numbered(
            "milestone",
            st.one_of(
                fields(
                    Milestone,
                    kind=st.just("partnership"),
                    name=st.just(Text(en="Partnership")),
                    date=DATES,
                    level=st.builds(Level, rank=st.integers(0, 3), name=st.builds(Text, vi=st.sampled_from("abc"))),
                ),
                fields(Milestone, kind=st.just("other"), name=st.just(Text(en="Other")), date=DATES),
            ),
        ),
        "coverage": numbered(
            "row",
            fields(
                Coverage,
                kind=st.sampled_from(COUNTED),
                rank=st.sampled_from((*GIVEN_RANKS, None)),
                direction=st.sampled_from((*DIRECTIONS, None)),
                start=DAYS.map(lambda day: PartialDate(f"{min(day, dt.date(2001, 5, 5))}")),
                end=DAYS.map(lambda day: PartialDate(f"{max(day, dt.date(2001, 5, 6))}")),
                status=st.sampled_from(get_args(CoverageStatus)),
                swept=st.just("Papers."),
            ),
        ),
    }
).map(lambda records: Dataset({kind: records.get(kind, ()) for kind in KINDS}))


@pytest.fixture(scope="module")
def ds() -> Dataset:
    """Return the dataset."""
    return load()


def sure(records: Iterable[Event], year: int) -> int:
    """Return how many records began in a year, whatever their dates turn out to be."""
    return sum(one.begins.earliest.year == one.begins.latest.year == year for one in records)


def perhaps(records: Iterable[Event], year: int) -> int:
    """Return how many records may have begun in a year, or in another."""
    within = [one.begins for one in records if one.begins.earliest.year <= year <= one.begins.latest.year]
    return sum(one.earliest.year != one.latest.year for one in within)


def panel_of(dataset: Dataset) -> DyadYears:
    """Return the years of the worlds, and one on either side."""
    return dataset.dyad_years(FIRST - 1, LAST + 1)


# Counts --------------------------------------------------------------------------------------------------------------


@given(WORLDS)
def test_visits_are_those_that_where_gives(world: Dataset) -> None:
    """Counts of visits, by rank and by style, are the visits held that `where` gives and that surely began then."""
    for row in panel_of(world):
        year, asked = row.year, world.visits.where(direction=row.direction, status="held")
        assert row["visits"] == sure(asked, year) == len(row.visit_ids)
        assert set(row.visit_ids) <= set(asked.where(year=year).ids)
        assert row["visits_perhaps"] == perhaps(asked, year)
        leading = asked.where(rank=LEADER_RANKS)
        assert row["leader_visits"] == sure(leading, year)
        assert row["leader_visits_perhaps"] == perhaps(leading, year)
        for rank in RANKS:
            assert row[f"visits_{rank.replace('-', '_')}"] == sure(asked.where(rank=rank), year)
        for style in STYLES:
            assert row[f"styled_{style.replace('-', '_')}"] == sure(asked.where(style=style), year)


@given(WORLDS)
def test_counts_are_those_of_counts_by_year(world: Dataset) -> None:
    """Where both answer, the panel and `counts_by_year` say the same."""
    for row in panel_of(world):
        period = f"{row.year}", f"{row.year}"
        for name, ranks in (("visits", None), ("leader_visits", LEADER_RANKS), ("visits_minister", ("minister",))):
            (same,) = world.counts_by_year("visits", *period, status="held", direction=row.direction, rank=ranks)
            assert row[name] == same.count
            if name != "visits_minister":
                assert row[f"{name}_perhaps"] == len(same.perhaps)
                assert row.words(name) == same.words
        for kind in ("agreements", "commitments", "milestones"):
            (same,) = world.counts_by_year(kind, *period)
            assert (row[kind], row[f"{kind}_perhaps"], row.words(kind)) == (same.count, len(same.perhaps), same.words)


@given(WORLDS)
def test_styles_are_told_by_government(world: Dataset) -> None:
    """State 1 is the visitor's, state 2 the host's; whose label is missing stands under none of its styles."""

    def styled(visit: Visit, vietnam: bool) -> str | None:
        label = visit.labels and (visit.labels.vn if vietnam else visit.labels.jp)
        return label.style if label else None

    for row in panel_of(world):
        visits = [world.visits[one] for one in row.visit_ids]
        from_vietnam = row.direction == "VN-JP"
        for style in STYLES:
            name = f"styled_{style.replace('-', '_')}"
            assert row[f"{name}_by_1"] == sum(styled(one, from_vietnam) == style for one in visits)
            assert row[f"{name}_by_2"] == sum(styled(one, not from_vietnam) == style for one in visits)
        neither = [one for one in visits if not (styled(one, True) or styled(one, False))]
        assert row["styled_by_neither"] == len(neither)


@given(WORLDS)
def test_days_are_those_of_visits_known_to_the_day(world: Dataset) -> None:
    """Both the first and the last day count, wherever the visit ended; of other visits no day does."""
    for row in panel_of(world):
        for name, ranks in (("visit", None), ("leader_visit", LEADER_RANKS)):
            asked = world.visits.where(rank=ranks).filter(lambda one: one.id in row.visit_ids)  # noqa: B023 - used here
            exact = [one for one in asked if one.start.precision == one.end.precision == "day"]
            days = [len(range(one.start.earliest.toordinal(), one.end.latest.toordinal() + 1)) for one in exact]
            assert (row[f"{name}_days"], row[f"{name}s_with_days"]) == (sum(days), len(days))


@given(WORLDS)
def test_dealings_are_those_that_where_gives(world: Dataset) -> None:
    """Meetings held, instruments by kind and commitments by speaker are those that `where` gives."""
    for row in panel_of(world):
        year = row.year
        meetings = world.meetings.where(status="held")
        assert (row["meetings"], row["meetings_perhaps"]) == (sure(meetings, year), perhaps(meetings, year))
        assert row["leader_meetings"] == sure(meetings.where(rank=LEADER_RANKS), year)
        for medium in MEDIA:
            found = meetings.where(rank=LEADER_RANKS, medium=medium)
            assert row[f"leader_meetings_{medium.replace('-', '_')}"] == sure(found, year)
        for name, kinds in AGREEMENT_GROUPS.items():
            assert row[f"agreements_{name}"] == sure(world.agreements.where(kind=kinds), year)
        speaker = "VN" if row.direction == "VN-JP" else "JP"
        assert row["commitments_by_1"] == sure(world.commitments.where(by=speaker), year)
        held = world.visits.where(direction=row.direction, status="held").ids
        assert row["agreements_of_visits"] == sum(sure(world.agreements.of_visit(one), year) for one in held)
        assert row["commitments_of_visits"] == sum(sure(world.commitments.of_visit(one), year) for one in held)


@given(WORLDS)
def test_levels_are_those_of_the_first_and_the_last_day(world: Dataset) -> None:
    """The level is what `partnership_on` gives on 1 January and 31 December; before the first rung there is none."""
    for row in panel_of(world):
        for name, day in (("start", dt.date(row.year, 1, 1)), ("end", dt.date(row.year, 12, 31))):
            level = world.partnership_on(day)
            wanted = (level.rank, str(level.name)) if level else (None, None)
            assert (row[f"partnership_rank_{name}"], row[f"partnership_name_{name}"]) == wanted


@given(WORLDS)
def test_flags_are_those_of_coverage_of(world: Dataset) -> None:
    """Each flag is what `coverage_of` answers for the whole year and, where it is about visits, the direction."""
    asked: dict[str, tuple[EventKind, Collection[Rank] | None]] = {
        "coverage_leader_visits": ("visits", LEADER_RANKS),
        "coverage_other_visits": ("visits", OTHER_RANKS),
        "coverage_visits": ("visits", None),
        "coverage_meetings": ("meetings", None),
        "coverage_leader_meetings": ("meetings", LEADER_RANKS),
        "coverage_agreements": ("agreements", None),
        "coverage_commitments": ("commitments", None),
        "coverage_milestones": ("milestones", None),
    }
    for row in panel_of(world):
        for name, (kind, ranks) in asked.items():
            direction = row.direction if kind == "visits" else None
            start, end = dt.date(row.year, 1, 1), dt.date(row.year, 12, 31)
            assert row[name] == world.coverage_of(kind, rank=ranks, direction=direction, start=start, end=end).status


@given(WORLDS)
def test_what_is_not_of_the_direction_stands_in_both_rows(world: Dataset) -> None:
    """A variable about the year has one value in it; those of the direction are all that can differ."""
    panel = panel_of(world)
    for year in range(panel.start, panel.end + 1):
        one, other = (panel.row(year, way) for way in DIRECTIONS)
        differ = {variable.name for variable in panel.variables if one[variable.name] != other[variable.name]}
        assert differ <= {variable.name for variable in panel.variables if variable.directed}


@given(datasets())
def test_nothing_is_lost(dataset: Dataset) -> None:
    """Over all years every held visit whose year is known is counted once, in total and by rank."""
    panel = dataset.dyad_years(FIRST_YEAR, LAST_YEAR)
    held = dataset.visits.where(status="held")
    known = [one for one in held if one.start.earliest.year == one.start.latest.year]
    assert sorted(one for row in panel for one in row.visit_ids) == sorted(one.id for one in known)
    for row in panel:
        assert row["visits"] == sum(int(row[f"visits_{rank.replace('-', '_')}"] or 0) for rank in RANKS)
        groups = [row[f"agreements_{name}"] for name in AGREEMENT_GROUPS]
        assert row["agreements"] == sum(one for one in groups if isinstance(one, int))


@given(WORLDS)
def test_without_an_end_every_kind_is_counted_to_its_last(world: Dataset) -> None:
    """The panel reaches the last year of which anything counted, or any search for it, is known."""
    panel = world.dyad_years(1990)
    assert panel.end == max(world.coverage_of(kind, start=1990).end.year for kind in COUNTED)
    for kind in ("agreements", "commitments", "milestones"):
        known = [one.begins for one in world.records(kind) if isinstance(one, Event)]
        counted = sum(int(row[kind] or 0) for row in panel if row.direction == "VN-JP")
        assert counted == sum(one.earliest.year == one.latest.year for one in known)


@given(WORLDS)
def test_equal_data_gives_equal_panels(dataset: Dataset) -> None:
    """A panel is a value: made twice it is equal, has the same hash, and cannot be changed."""
    panel, again = panel_of(dataset), panel_of(Dataset({kind: dataset.records(kind) for kind in KINDS}))
    assert panel == again
    assert hash(panel) == hash(again)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        panel.rows = ()  # type: ignore[misc]  # that is what is tested # pyright: ignore[reportAttributeAccessIssue]


def test_the_dataset_is_counted_whole(ds: Dataset) -> None:
    """Without years the panel has every held visit, from 1973 to the last year of which something is known."""
    panel = ds.dyad_years()
    assert panel.start == 1973
    assert panel.end == max(ds.coverage_of(kind).end.year for kind in COUNTED)
    held = ds.visits.where(status="held")
    counted = {one for row in panel for one in row.visit_ids}
    assert {one.id for one in held if one.id not in counted} == {
        one.id for one in held if one.start.earliest.year != one.start.latest.year
    }


# Rows ----------------------------------------------------------------------------------------------------------------


@given(st.integers(1945, 2035), st.integers(0, 6))
def test_every_year_is_there_twice(start: int, more: int) -> None:
    """Years follow each other, VN-JP before JP-VN, with or without records; each row has every variable."""
    panel = Dataset({}).dyad_years(start, start + more)
    wanted = [(year, way) for year in range(start, start + more + 1) for way in DIRECTIONS]
    assert [(one.year, one.direction) for one in panel] == wanted
    assert [(one["year"], one["direction"]) for one in panel.rows] == wanted
    assert len(panel) == len(panel.rows) == 2 * (more + 1)
    for row in panel:
        assert list(row.plain()) == [one.name for one in panel.variables]
        assert tuple(row.plain().values()) == row.values
        assert panel.row(row.year, row.direction) is row


@given(WORLDS)
def test_cells_are_of_their_type(world: Dataset) -> None:
    """A whole number is an int, a word is of its vocabulary, and only what may be empty is."""
    for row in panel_of(world):
        for variable, value in zip(VARIABLES, row.values, strict=True):
            column = variable.column
            assert value is not None or not column.required
            assert value is None or type(value) is (int if column.type == "whole" else str)
            assert not column.words or value in column.words


def test_before_relations_there_is_no_level(ds: Dataset) -> None:
    """What there was not is empty, not zero; what was found is counted from the beginning."""
    panel = ds.dyad_years(1972, 1974)
    assert [panel.row(year, "VN-JP")["partnership_rank_end"] for year in (1972, 1973, 1974)] == [None, 0, 0]
    assert [panel.row(year, "VN-JP")["partnership_rank_start"] for year in (1972, 1973, 1974)] == [None, None, 0]
    assert panel.row(1972, "JP-VN").words("leader_visits") == "not searched"


def test_a_row_is_told_in_words(ds: Dataset) -> None:
    """Readers see counts in words, in text and in notebooks."""
    panel = ds.dyad_years(1994, 1994)
    lines = str(panel).splitlines()
    assert [line.split("  ")[:2] for line in lines] == [["1994", way] for way in DIRECTIONS]
    assert str(panel.row(1994, "JP-VN")) == lines[1]
    assert "leader visits: 1;" in lines[1]
    assert repr(panel) == f"<DyadYears: 1994–1994, 2 rows, {len(VARIABLES)} variables>"
    assert repr(panel.rows[0]) == "<DyadYear: 1994 VN-JP>"
    html = panel._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks call
    assert html.count("<tr>") == 3
    assert "leader_visits" in html


# Errors --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (2003, 2001, "expected the start before the end, got 2003 and 2001 – swap them"),
        (1944, 2001, "start: expected a year from 1945 to 9999, got 1944"),
        (2001, 10_000, "end: expected a year from 1945 to 9999, got 10000"),
        (True, None, "start: expected a year as a whole number, got True"),
        ("1973", None, "start: expected a year as a whole number, got `1973`"),
        (None, 1972, "expected the start before the end, got 1973 and 1972 – swap them"),
    ],
)
def test_years_that_make_no_sense_are_refused(start: Any, end: Any, said: str) -> None:
    """Years out of order or out of range, and what is no year, are named."""
    with pytest.raises(QueryError) as error:
        Dataset({}).dyad_years(start, end)
    assert str(error.value) == said


@given(st.integers(1945, 2035))
def test_the_period_may_begin_after_all_that_is_known(start: int) -> None:
    """Where nothing is known any more the panel has the one year that was asked for."""
    assert Dataset({}).dyad_years(start).end == start


def test_the_last_year_there_is_can_be_asked_for() -> None:
    """The calendar's end is no obstacle."""
    (one, other) = Dataset({}).dyad_years(9999, 9999)
    assert one["coverage_visits"] == other["coverage_visits"] == "not-searched"


def test_what_is_not_there_is_named() -> None:
    """An unknown variable, a row out of the period and a count that is none are errors that help."""
    panel = Dataset({}).dyad_years(2000, 2001)
    row: DyadYear = panel.rows[0]
    with pytest.raises(QueryError, match="no such variable `leader_visit` – did you mean `leader_visits`"):
        row["leader_visit"]
    with pytest.raises(QueryError, match="counts nothing that was searched for"):
        row.words("visits_perhaps")
    with pytest.raises(QueryError, match="a year from 2000 to 2001 and VN-JP or JP-VN, got 2002 `VN-JP`"):
        panel.row(2002, "VN-JP")
    with pytest.raises(QueryError):
        panel.row(2000, "VN")  # type: ignore[arg-type]  # no direction # pyright: ignore[reportArgumentType]


# The table of variables ----------------------------------------------------------------------------------------------


def test_variables_are_whole() -> None:
    """Names are given once and need no quotes, each is told in a sentence, and a flag is a variable of its own."""
    names = [one.name for one in VARIABLES]
    assert len(set(names)) == len(names)
    for one in VARIABLES:
        assert one.name.isidentifier()
        assert one.name.islower()
        assert one.doc.endswith(".")
        assert not one.coverage or one.coverage in names
        assert not one.coverage or one.unit
    assert {one.coverage for one in VARIABLES} - {""} == {one for one in names if one.startswith("coverage_")}


def test_every_kind_of_instrument_is_in_one_group() -> None:
    """The groups share the vocabulary out among them."""
    assert sorted(one for kinds in AGREEMENT_GROUPS.values() for one in kinds) == sorted(get_args(AgreementKind))
