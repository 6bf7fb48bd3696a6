"""Claims against the records: what is confirmed, contradicted, a matter of counting, or open."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate, QueryError, UnknownIdError, load
from vnjp_dataset.checks import check as problems
from vnjp_dataset.insight.audit import OUTCOMES, WORDS, Audit, Claim, Verdict
from vnjp_dataset.insight.tally import tally
from vnjp_dataset.insight.ways import WAYS
from vnjp_dataset.model import KINDS, Bound, Check, Criteria, Figure, Record, Visit
from vnjp_dataset.model.classification import CoverageStatus
from vnjp_dataset.strategies import datasets

D = PartialDate
RANK: Mapping[str, Any] = {"direction": "VN-JP", "rank": ("head-of-state",)}


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return the dataset of a small tree in which nothing is wrong."""
    return load(Path(__file__).parents[1] / "checks" / "base")


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the dataset of the package."""
    return load()


def using(dataset: Dataset, *records: Record, without: type[Record] | None = None) -> Dataset:
    """Return a dataset with records added, in place of those that have their ids, and without those of a class."""
    kept = {one.id: one for one in (*dataset, *records) if without is None or type(one) is not without}
    return Dataset({kind.name: [one for one in kept.values() if type(one) is kind.record] for kind in KINDS.values()})


def president(base: Dataset, number: int, start: str, **fields: Any) -> Visit:
    """Return a trip of the base tree's President on another day."""
    settled = {"itinerary": (), "companions": (), "counts": None, "sources": (), "conflicts": ()}
    visit = base.visits["2021-an-van-binh"]
    return attrs.evolve(visit, **{**settled, "id": f"trip-{number}", "start": D(start), "end": D(start), **fields})


def claiming(base: Dataset, value: int, bound: Bound = "exact", **check: Any) -> Figure:
    """Return a claim of the base tree with another number, and another check."""
    figure = base.figures["2021-visit-ordinal"]
    asked: dict[str, Any] = {"collection": "visits", "where": Criteria(**RANK), "answer": "count", **check}
    return attrs.evolve(figure, value=Decimal(value), bound=bound, as_of=D("2022-12-31"), check=Check(**asked))


def searched(base: Dataset, status: CoverageStatus | None, start: str = "1973-09-21") -> Dataset:
    """Return the base tree with one row about visits, or none."""
    row = attrs.evolve(base.coverage[0], start=D(start), end=D("2026"), status=status or "partial")
    return using(base, *([row] if status else []), without=None if status else type(row))


def judged(dataset: Dataset, figure: Figure, *others: Record) -> Verdict:
    """Return the verdict on a claim."""
    return using(dataset, *others, figure).audit(figure.id)[0]


# What the records can and cannot say ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "value", "outcome"),
    [
        ("complete", 1, "contradicted"),
        ("complete", 2, "confirmed"),
        ("complete", 3, "contradicted"),
        ("partial", 1, "contradicted"),
        ("partial", 2, "confirmed"),
        ("partial", 3, "undecidable"),
        ("not-searched", 1, "contradicted"),
        ("not-searched", 2, "undecidable"),
        ("not-searched", 3, "undecidable"),
        (None, 1, "contradicted"),
        (None, 2, "undecidable"),
        (None, 3, "undecidable"),
    ],
)
def test_a_search_that_may_have_missed_some_contradicts_from_above_only(
    base: Dataset, status: CoverageStatus | None, value: int, outcome: str
) -> None:
    """Two trips: fewer claimed is wrong, two is right where something was searched, more is wrong where all was."""
    assert judged(searched(base, status), claiming(base, value), president(base, 1, "2020-05-01")).outcome == outcome


def test_a_gap_in_the_search_keeps_a_claim_open(base: Dataset) -> None:
    """A number that fits is not confirmed where nobody looked for a part of the period."""
    late = judged(searched(base, "complete", "1980"), claiming(base, 2), president(base, 1, "2020-05-01"))
    assert late.outcome == "undecidable"
    assert [str(gap.start) for one in late.coverage for gap in one.gaps] == ["1973-09-21"]
    assert "not searched" in late.reason
    whole = claiming(base, 2, where=Criteria(**RANK, since=D("1980")))
    assert judged(searched(base, "complete", "1980"), whole, president(base, 1, "2020-05-01")).outcome == "confirmed"


@pytest.mark.parametrize(
    ("start", "status", "value", "outcome"),
    [
        ("2021", "held", 2, "undecidable"),  # before or after the trip of November
        ("2021", "held", 1, "undecidable"),
        ("2021", "held", 3, "contradicted"),
        ("2021-11", "held", 2, "undecidable"),
        ("2021-11-22", "held", 2, "undecidable"),
        ("2021-10", "held", 2, "confirmed"),
        ("2021-12", "held", 1, "confirmed"),
        ("2021-10", "announced", 2, "undecidable"),
        ("2021-10", "announced", 1, "undecidable"),
        ("2021-10", "cancelled", 1, "confirmed"),
    ],
)
def test_a_vague_day_or_a_mere_announcement_may_stand_before_or_after(
    base: Dataset, start: str, status: str, value: int, outcome: str
) -> None:
    """A place is settled only where every other trip is surely before or surely after it, and took place."""
    place = claiming(base, value, answer="ordinal", through="2021-an-van-binh")
    found = judged(searched(base, "complete"), place, president(base, 1, start, status=status))
    assert found.outcome == outcome
    assert found.tally is not None
    assert ("trip-1" in {one.id for one in found.tally.perhaps}) == (outcome == "undecidable" or value == 3)


@given(st.sampled_from(get_args(Bound)), st.integers(0, 60), st.integers(0, 60))
def test_a_bound_says_which_numbers_bear_a_claim_out(base: Dataset, bound: Bound, value: int, number: int) -> None:
    """Exact is that number; about is within a tenth, nearly within a tenth below; the others are open to one side."""
    figure = claiming(base, value, bound)
    assert figure.check is not None
    claim = Claim(record=figure, value=figure.value, bound=bound, check=figure.check, day=figure.as_of)
    low, high = claim.range
    holds = {
        "exact": number == value,
        "about": abs(number - value) * 10 <= value,
        "at-least": number >= value,
        "more-than": number > value,
        "nearly": value * 9 <= number * 10 and number < value,
        "at-most": number <= value,
        "less-than": number < value,
    }
    assert (low <= number and (high is None or number <= high)) == holds[bound]


def test_at_least_needs_no_search(base: Dataset) -> None:
    """What is found is enough for “at least”, however little was searched; “at most” is contradicted by it."""
    assert judged(searched(base, None), claiming(base, 1, "at-least")).outcome == "confirmed"
    assert judged(searched(base, None), claiming(base, 0, "at-most")).outcome == "contradicted"
    assert judged(searched(base, None), claiming(base, 9, "at-most")).outcome == "undecidable"


def test_what_lies_beyond_the_records_is_never_confirmed(base: Dataset) -> None:
    """A first among all countries can be contradicted by the records of two, not confirmed."""
    place: dict[str, Any] = {
        "answer": "ordinal",
        "through": "2021-an-van-binh",
        "beyond": "guests from other countries",
    }
    alone = judged(searched(base, "complete"), claiming(base, 1, **place))
    assert (alone.outcome, "guests from other countries" in alone.reason) == ("undecidable", True)
    second = judged(searched(base, "complete"), claiming(base, 1, **place), president(base, 1, "2020-05-01"))
    assert second.outcome == "contradicted"


# Ways of counting -----------------------------------------------------------------------------------------------------


def test_the_way_by_which_a_claim_holds_is_named(real: Dataset, base: Dataset) -> None:
    """A claim that a trip to a funeral contradicts holds when bilateral visits alone count, and the trip is named."""
    occasion = next(one.occasion for one in real.visits if one.occasion and one.occasion.kind == "funeral")
    trip = president(base, 1, "2020-05-01", occasion=occasion, labels=None)
    found = judged(searched(base, "partial"), claiming(base, 1), trip)
    assert found.outcome == "depends"
    assert found.records == (trip, base.visits["2021-an-van-binh"])
    ways = {way.way.id: found.left_out(way) for way in found.ways if way.way}
    assert ways["bilateral"] == ("trip-1",)
    assert ways["state-and-official"] == ("trip-1",)  # nobody styles it
    assert "without-multilateral" not in ways


def test_a_criterion_dropped_is_named_too(base: Dataset) -> None:
    """A claim about official visits may hold for visits of whatever style."""
    official = Criteria(**RANK, style=("official-visit",))
    found = judged(
        searched(base, "partial"), claiming(base, 2, where=official), president(base, 1, "2020-05-01", labels=None)
    )
    assert [(way.way.id, found.added(way)) for way in found.ways if way.way] == [("any-style", ("trip-1",))]


def test_talks_on_visits_and_elsewhere_count_together(base: Dataset) -> None:
    """Several kinds are counted together, and a criterion that one has not leaves it alone."""
    people = ("an-van-binh", "sato-hanako")
    where = Criteria(person=people, medium=("telephone",))  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    check = Check(collection="meetings", also=("visits",), where=where, answer="count")
    found = tally(base, check, D("2030"))
    assert found is not None
    named = base.visits.where(person=people[0]).where(person=people[1])
    calls = base.meetings.where(medium="telephone", person=people[0]).where(person=people[1])
    assert set(found.ids) == {*named.ids, *calls.ids}
    assert found.ids


@given(datasets(min_visits=1), st.sampled_from(("VN-JP", "JP-VN")), st.integers(0, 4), st.sampled_from(get_args(Bound)))
def test_a_way_that_is_named_bears_the_claim_out(dataset: Dataset, direction: str, value: int, bound: Bound) -> None:
    """Whatever is claimed, ways stand under claims that depend on them alone, and count what the claim says."""
    figure = next(iter(dataset.figures), None)
    if figure is None:
        return
    check = Check(collection="visits", where=Criteria(direction=direction), answer="count")  # type: ignore[arg-type]  # as drawn # pyright: ignore[reportArgumentType]
    claim = attrs.evolve(figure, value=Decimal(value), bound=bound, check=check)
    found = judged(dataset, claim)
    low, high = found.claim.range
    assert bool(found.ways) == (found.outcome == "depends")
    for way in found.ways:
        assert low <= way.least
        assert high is None or way.most <= high
        assert found.left_out(way) or found.added(way)
    if found.outcome == "contradicted" and found.tally:
        complete = all(one.status == "complete" for one in found.coverage)
        assert (high is not None and found.tally.least > high) or (complete and found.tally.most < low)
    ids = [one.id for one in dataset.visits.where(direction=direction)]  # type: ignore[arg-type]  # as drawn # pyright: ignore[reportArgumentType]
    assert {one.id for one in found.records} <= set(ids)


@given(datasets(min_visits=1))
def test_what_is_so_is_never_contradicted(dataset: Dataset) -> None:
    """Whole datasets make true claims; none of them is contradicted, and each lists the record that it is about."""
    assert not problems(dataset)
    for verdict in dataset.audit():
        assert verdict.outcome in ("confirmed", "undecidable", "depends")
        assert verdict.claim.check.through in {
            one.id for one in (*verdict.records, *(verdict.tally.perhaps if verdict.tally else ()))
        }
        assert verdict.claim.value == verdict.tally.most if verdict.tally else False


def test_ways_have_ids_of_their_own() -> None:
    """No two ways share an id or words, and each drops criteria that there are."""
    assert len({one.id for one in WAYS}) == len({one.words for one in WAYS}) == len(WAYS)
    names = {one.name for one in attrs.fields(Criteria)}
    assert all(set(one.drop) <= names and (one.keep or one.drop) for one in WAYS)


# The answer as an object ----------------------------------------------------------------------------------------------


def test_a_place_among_others_is_no_place(base: Dataset) -> None:
    """Where the record is not among those counted, or nowhere, nothing is decided and the reason says so."""
    other = judged(base, claiming(base, 1, answer="ordinal", through="2022-sato-hanako"))
    assert (other.outcome, other.tally, other.records) == ("undecidable", None, ())
    assert "not among those counted" in other.reason
    assert "not in the dataset" in judged(base, claiming(base, 1, answer="ordinal", through="nowhere")).reason


def test_an_impossible_check_is_named(base: Dataset) -> None:
    """A check that asks for a value that no record can have is refused with the claim's id."""
    with pytest.raises(QueryError, match="2021-visit-ordinal"):
        judged(base, claiming(base, 1, collection="agreements", where=Criteria(kind="papers")))


def test_a_first_is_a_claim(base: Dataset) -> None:
    """A milestone of kind `first` with a check is audited as the first place."""
    check = Check(collection="agreements", where=Criteria(kind="loan-agreement"), answer="ordinal", through="2022-loan")  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    first = attrs.evolve(base.milestones["2022-first-loan"], check=check)
    found = using(base, first).audit(first.id)[0]
    assert (str(found.claim), [one.id for one in found.records]) == ("ordinal 1", ["2022-loan"])


def test_an_audit_is_in_order_and_can_be_narrowed(real: Dataset) -> None:
    """Verdicts are in order of the claims' dates; ids and verdicts narrow them; counts add up."""
    whole = real.audit()
    assert [one.id for one in whole] == [one.id for one in sorted(whole, key=lambda one: (one.claim.day, one.id))]
    assert sum(whole.counts.values()) == len(whole)
    for outcome in OUTCOMES:
        some = real.audit(verdict=outcome)
        assert [one.id for one in some] == [one.id for one in whole if one.outcome == outcome]
        assert len(some) == whole.counts[outcome]
    assert [one.id for one in real.audit(whole[1].id, whole[0].id)] == [whole[0].id, whole[1].id]
    assert whole[whole[0].id] == whole[0]
    assert whole[:2].verdicts == whole.verdicts[:2]


def test_an_unknown_id_is_a_miss(real: Dataset) -> None:
    """An id that is not there is a KeyError, as everywhere."""
    with pytest.raises(UnknownIdError, match="2023-vo-van-thuong"):
        real.audit("2023-vo-van-thuon")
    with pytest.raises(UnknownIdError, match="2021-visit-ordinal"):
        real.audit()["2021-visit-ordina"]


def test_what_cannot_be_audited_is_refused(real: Dataset) -> None:
    """A record without a check and an unknown verdict are refused."""
    with pytest.raises(QueryError, match="no check"):
        real.audit("2023-vo-van-thuong")
    with pytest.raises(QueryError, match="confirmed"):
        real.audit(verdict="confirmd")  # type: ignore[arg-type]  # that is what is tested # pyright: ignore[reportArgumentType]


def test_a_verdict_shows_what_it_rests_on(real: Dataset) -> None:
    """Text, JSON and the notebook's table name the records counted, the ways and the coverage rows."""
    found = real.audit("2023-thuong-presidential-visit-ordinal")
    (verdict,) = found
    text, plain = str(found), json.loads(json.dumps(found.plain()))["verdicts"][0]
    for one in (*verdict.records, *verdict.rows):
        assert one.id in text
    assert plain["counted"]["records"] == [one.id for one in verdict.records]
    assert plain["verdict"] == verdict.outcome
    assert WORDS[verdict.outcome] in text
    for page in (found._repr_html_(), verdict._repr_html_()):  # pyright: ignore[reportPrivateUsage] - as notebooks do
        assert verdict.id in page
    assert repr(verdict) == f"<Verdict {verdict.id}: {verdict.outcome}>"
    assert repr(Audit()) == "<Audit: 0 confirmed, 0 depends, 0 contradicted, 0 undecidable>"
    assert str(Audit()) == "0 claims"


def test_the_fourth_visit_is_the_fourth_bilateral_one(real: Dataset) -> None:
    """The claim of November 2023 holds without the summit of 2010 and the funeral of 2022."""
    (verdict,) = real.audit("2023-thuong-presidential-visit-ordinal")
    assert verdict.outcome == "depends"
    bilateral = next(way for way in verdict.ways if way.way and way.way.id == "bilateral")
    assert verdict.left_out(bilateral) == ("2010-nguyen-minh-triet", "2022-nguyen-xuan-phuc")
    assert bilateral.ids[-1] == "2023-vo-van-thuong"
