"""Rules about the ladder, the sessions of mechanisms and what followed what."""

import itertools
from collections.abc import Callable, Sequence

import attrs
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import Level, Milestone, RecordId, Session, Text

Ask = Callable[[str, Dataset], list[tuple[str, str]]]
Breaches = Callable[..., list[tuple[str, str]]]

YEARS = st.integers(2000, 2008)


def rung(year: int, rank: int, number: int = 0) -> Milestone:
    """Return a rung of the ladder on the first day of a year."""
    return Milestone(
        id=RecordId(f"{year}-rung-{number}"),
        date=PartialDate(f"{year}-01-01"),
        kind="partnership",
        name=Text(en="Partnership"),
        level=Level(rank=rank, name=Text(en="Partnership")),
    )


def rises(ladder: Sequence[tuple[int, int]]) -> bool:
    """Whether of every two rungs the later is the higher."""
    return all(
        one[0] != other[0] and (one[0] < other[0]) == (one[1] < other[1]) and one[1] != other[1]
        for one, other in itertools.combinations(ladder, 2)
    )


@given(st.lists(st.tuples(YEARS, st.integers(0, 5)), max_size=6))
def test_a_ladder_is_reported_unless_it_rises(ask: Ask, ladder: list[tuple[int, int]]) -> None:
    """Nothing is reported where, and only where, of every two rungs the later is the higher."""
    rungs = [rung(year, rank, number) for number, (year, rank) in enumerate(ladder)]
    assert (ask("ladder-rises", Dataset({"milestones": rungs})) == []) == rises(ladder)


@given(st.lists(YEARS, min_size=2, unique=True).map(sorted), st.data())
def test_the_rung_that_falls_is_reported(ask: Ask, years: list[int], data: st.DataObject) -> None:
    """In a rising ladder, a rung put down to the level of one before it is reported, and no other."""
    rungs = [rung(year, rank) for rank, year in enumerate(years)]
    which = data.draw(st.integers(1, len(years) - 1))
    rungs[which] = rung(years[which], data.draw(st.integers(0, which - 1)))
    assert ask("ladder-rises", Dataset({"milestones": rungs})) == [(rungs[which].id, "level.rank")]


def test_a_level_that_comes_twice_is_reported_though_it_is_above_the_one_before(ask: Ask) -> None:
    """After a fall, a rise to a level reached before is reported too; one to a level never reached is not."""
    ladder = [rung(2000 + number, rank) for number, rank in enumerate((0, 3, 1, 3))]
    fallen = (ladder[2].id, "level.rank")
    assert ask("ladder-rises", Dataset({"milestones": ladder})) == [fallen, (ladder[3].id, "level.rank")]
    ladder[3] = rung(2003, 2)
    assert ask("ladder-rises", Dataset({"milestones": ladder})) == [fallen]


def test_two_rungs_of_one_day_are_reported(ask: Ask) -> None:
    """Two levels reached on one day are reported at the date of the higher."""
    ladder = Dataset({"milestones": [rung(2001, 2, number=1), rung(2001, 1, number=2)]})
    assert ask("ladder-rises", ladder) == [("2001-rung-1", "date")]


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=5))
def test_every_upgrade_has_an_instrument(base: Dataset, ask: Ask, drawn: list[tuple[int, bool]]) -> None:
    """A rung is reported where, and only where, it is above the ground and names no instrument."""
    instrument = base.milestones["1973-relations"].instrument
    rungs = [
        attrs.evolve(rung(2000 + number, rank), instrument=instrument if named else None)
        for number, (rank, named) in enumerate(drawn)
    ]
    expected = [(one.id, "level") for one, (rank, named) in zip(rungs, drawn, strict=True) if rank and not named]
    assert ask("upgrade-has-instrument", Dataset({"milestones": rungs})) == expected


@given(
    st.none() | YEARS,
    st.lists(st.tuples(YEARS, st.none() | st.integers(1, 9)), max_size=5, unique_by=(lambda one: one[1] or object(),)),
)
def test_sessions_are_in_order(
    base: Dataset, breaches: Breaches, established: int | None, drawn: list[tuple[int, int | None]]
) -> None:
    """A session is reported at its day where one listed before it, or the beginning, is later; so is its number."""
    committee = attrs.evolve(
        base.mechanisms["joint-committee"],
        established=PartialDate(str(established)) if established else None,
        sessions=tuple(Session(start=PartialDate(str(year)), number=number) for year, number in drawn),
    )
    expected: list[tuple[str, str]] = []
    for index, (year, number) in enumerate(drawn):
        before = [established or 0, *(one for one, _ in drawn[:index])]
        if any(year < one for one in before):
            expected.append(("joint-committee", f"sessions[{index}].start"))
        if number and any(number < (one or 0) for _, one in drawn[:index]):
            expected.append(("joint-committee", f"sessions[{index}].number"))
    assert breaches("sessions-in-order", committee) == sorted(expected)


@given(YEARS, st.none() | YEARS, st.lists(st.sampled_from(("1973-exchange-of-notes", "2022-loan", "tokyo", "none"))))
def test_what_follows_a_commitment_is_not_earlier(
    base: Dataset, breaches: Breaches, made: int, due: int | None, followed: list[str]
) -> None:
    """A commitment is reported where it is due, or an event that follows it ends, in a year before it was made."""
    pledge = attrs.evolve(
        base.commitments["2021-loan-pledge"],
        made=PartialDate(str(made)),
        due=PartialDate(str(due)) if due else None,
        followed_by=tuple(map(RecordId, followed)),
    )
    expected = [("2021-loan-pledge", "due")] if due and due < made else []
    expected.extend(
        ("2021-loan-pledge", f"followed_by[{index}]")
        for index, one in enumerate(followed)
        if one == "1973-exchange-of-notes"
    )
    assert breaches("followed-by-later", pledge) == sorted(expected)
