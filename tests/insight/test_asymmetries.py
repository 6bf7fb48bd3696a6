"""Where the two sides differ on an event, or one of them alone speaks."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Asymmetry, Dataset, QueryError, load, strategies
from vnjp_dataset.insight.asymmetries import ASPECTS, GOVERNMENTS, Aspect, Government
from vnjp_dataset.model import (
    KINDS,
    Amount,
    Citation,
    Conflict,
    CurrencyCode,
    DocumentId,
    Event,
    FieldPath,
    Figure,
    KindName,
    Label,
    Labels,
    Record,
    RecordId,
    Visit,
)
from vnjp_dataset.model.sources import Side
from vnjp_dataset.model.visits import VisitStyle

VISIT = "2021-an-van-binh"
HERALD, GAZETTE = DocumentId("herald/2021-11-26-visit"), DocumentId("gazette/2021-11-22-arrival")
SIDES: st.SearchStrategy[Side] = st.sampled_from(("VN", "JP", "other"))
SWAPPED: dict[str, Side] = {"VN": "JP", "JP": "VN", "other": "other"}


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return the dataset of a small tree in which nothing is wrong."""
    return load(Path(__file__).parents[1] / "checks" / "base")


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the dataset of the package."""
    return load()


def using(dataset: Dataset, *records: Record) -> Dataset:
    """Return a dataset with records added, in place of those that have their ids."""
    kept = {record.id: record for record in (*dataset, *records)}
    by_kind: dict[KindName, list[Record]] = {kind: [] for kind in KINDS}
    for record in kept.values():
        by_kind[_kind(record)].append(record)
    return Dataset(by_kind)


def _kind(record: Record) -> KindName:
    return next(kind.name for kind in KINDS.values() if type(record) is kind.record)


def sided(dataset: Dataset, herald: Side, gazette: Side) -> Dataset:
    """Return a dataset whose two publishers are of some sides."""
    sources = dataset.sources
    return using(dataset, attrs.evolve(sources["herald"], side=herald), attrs.evolve(sources["gazette"], side=gazette))


def cited(document: DocumentId, *supports: str) -> Citation:
    """Return a citation."""
    return Citation(document=document, supports=tuple(map(FieldPath, supports)))


def disputed(field: str, value: str = "another", *documents: DocumentId) -> Conflict:
    """Return a conflict."""
    return Conflict(field=FieldPath(field), value=value, documents=documents or (GAZETTE,), reason="It is so.")


def mirrored(one: Asymmetry) -> tuple[object, ...]:
    """Return what an asymmetry is when the two sides have changed their places."""
    return (one.record.id, one.aspect, one.field, told(one, "JP"), told(one, "VN"))


def told(one: Asymmetry, side: Government) -> tuple[str | None, tuple[str, ...]] | None:
    """Return what a side says, and in which documents."""
    account = one.vietnam if side == "VN" else one.japan
    return (account.value, tuple(each.document for each in account.evidence)) if account else None


# Laws -----------------------------------------------------------------------------------------------------------------


@given(SIDES, SIDES)
def test_the_sides_are_alike(base: Dataset, herald: Side, gazette: Side) -> None:
    """If the publishers of the two sides change their sides, what Vietnam says is what Japan said."""
    here = [one for one in sided(base, herald, gazette).asymmetries() if one.field != "labels"]
    there = [one for one in sided(base, SWAPPED[herald], SWAPPED[gazette]).asymmetries() if one.field != "labels"]
    swapped = [mirrored(one) for one in there]
    assert [(one.record.id, one.aspect, one.field, told(one, "VN"), told(one, "JP")) for one in here] == swapped


@given(SIDES, SIDES)
def test_a_conflict_is_one_of_sides_where_the_sides_differ(base: Dataset, herald: Side, gazette: Side) -> None:
    """A dispute is an asymmetry exactly where its two publishers are of the two governments' sides."""
    found = [one for one in sided(base, herald, gazette).asymmetries().of(VISIT) if one.field == "labels.vn.style"]
    assert len(found) == ({herald, gazette} == {"VN", "JP"})


@given(strategies.datasets(max_visits=2))
def test_one_side_alone_is_all_there_is(dataset: Dataset) -> None:
    """An event is one-sided exactly where the sides of its voices are one, and a government's; figures never are."""
    side_of: dict[str, Side] = {source.id: source.side for source in dataset.sources}

    def voice(document: str) -> Side:
        read = dataset.documents[document]
        publisher = read.original or document.partition("/")[0]
        return side_of[dataset.sources[publisher].owner or publisher]

    expected: dict[str, str] = {}
    for record in dataset:
        if isinstance(record, Event) and not isinstance(record, Figure):
            disputing = (document for conflict in record.conflicts for document in conflict.documents)
            sides = {voice(one) for one in (*(citation.document for citation in record.sources), *disputing)}
            if len(sides) == 1 and sides <= set(GOVERNMENTS):
                expected[record.id] = sides.pop()
    assert {one.record.id: one.side for one in dataset.asymmetries(aspect="one-sided")} == expected


STYLES: st.SearchStrategy[VisitStyle | None] = st.sampled_from((None, "state-visit", "working-visit", "other"))


@given(STYLES, STYLES)
def test_a_style_is_told_differently_or_by_one(base: Dataset, vn: VisitStyle | None, jp: VisitStyle | None) -> None:
    """Two styles are an asymmetry where they differ, one alone always, none never."""
    labels = Labels(vn=Label(style=vn) if vn else None, jp=Label(style=jp) if jp else None)
    visit = attrs.evolve(base.visits[VISIT], labels=labels, conflicts=(), sources=(cited(HERALD, "labels", "start"),))
    found = tuple(using(base, visit).asymmetries(aspect="style").of(VISIT))
    assert len(found) == (vn != jp)
    for one in found:
        assert (one.vietnam and one.vietnam.value, one.japan and one.japan.value) == (vn, jp)
        assert one.side == (None if vn and jp else "VN" if vn else "JP")
        # The only document is the Vietnamese paper's, which reports what Japan calls it.
        assert one.vietnam is None or not one.vietnam.reported
        assert one.japan is None or one.japan.reported


Asked = tuple[str | None, Aspect | list[Aspect] | None, str | None]
FILTERS: st.SearchStrategy[Asked] = st.tuples(
    st.none() | st.sampled_from(("visits", "agreements", "figures")),
    st.none() | st.sampled_from(ASPECTS) | st.lists(st.sampled_from(ASPECTS), max_size=3),
    st.none() | st.sampled_from(GOVERNMENTS),
)


@given(FILTERS)
def test_a_filter_leaves_what_it_says(base: Dataset, asked: Asked) -> None:
    """Filtered by kind, aspect and side there is what the whole has of them, in the same order."""
    kind, aspect, side = asked
    aspects = [aspect] if isinstance(aspect, str) else ASPECTS if aspect is None else aspect
    expected = [
        one
        for one in base.asymmetries()
        if kind in (None, one.kind) and one.aspect in aspects and (side is None or one.side == side)
    ]
    found = base.asymmetries(kind=kind, aspect=aspect, side=side)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - drawn
    assert list(found) == expected
    assert sum(found.counts.values()) == len(found) == len(expected)


# Aspects --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "field", "aspect"),
    [
        (VISIT, "start", "date"),
        (VISIT, "itinerary[1].date", "date"),
        (VISIT, "labels.vn.style", "style"),
        (VISIT, "counts.documents_signed", "count"),
        (VISIT, "summary", "other"),
        ("2021-treaty", "title", "title"),
        ("2021-treaty", "title.en", "title"),
        ("2021-treaty", "in_force", "date"),
        ("2021-treaty", "parties", "signatory"),
        ("2021-treaty", "signatories[0].person", "signatory"),
        ("2021-treaty", "amount.value", "amount"),
        ("2021-partnership", "level.name.en", "title"),
        ("2021-visit-ordinal", "value", "count"),
        ("2021-treaty", "nothing", "other"),
        ("2021-treaty", "sources", "other"),
    ],
)
def test_what_a_field_is_about(base: Dataset, record: str, field: str, aspect: Aspect) -> None:
    """Each field path is about one aspect, dates wherever they stand; a path that leads nowhere does no harm."""
    event = base[record]
    assert isinstance(event, Event)
    changed = attrs.evolve(event, sources=(cited(HERALD, field),), conflicts=(disputed(field),))
    (found,) = (one for one in using(base, changed).asymmetries().of(record) if one.field == field)
    assert found.aspect == aspect
    assert told(found, "JP") == ("another", (GAZETTE,))
    assert found.vietnam is not None
    assert [one.document for one in found.vietnam.evidence] == [HERALD]


def test_a_sum_of_money_is_an_amount(base: Dataset) -> None:
    """A reported figure in a currency is an amount, in anything else a count."""
    figure = base.figures["2021-visit-ordinal"]
    changed = attrs.evolve(figure, unit="JPY", sources=(cited(HERALD, "value"),), conflicts=(disputed("value", "2"),))
    assert dict(using(base, changed).asymmetries(kind="figures").counts) == {"amount": 1}
    loan = attrs.evolve(
        base.agreements["2021-treaty"],
        amount=Amount(value=figure.value, currency=CurrencyCode("JPY")),
        sources=(cited(HERALD, "amount"),),
        conflicts=(disputed("amount", "2 yen"),),
    )
    (found,) = using(base, loan).asymmetries(aspect="amount")
    assert told(found, "VN") == ("value: 1; currency: JPY", (HERALD,))


def test_third_parties_do_not_count(base: Dataset) -> None:
    """Where neither government's side has a part in a dispute on one hand, it is no dispute between them."""
    source = base.sources["gazette"]
    third = attrs.evolve(source, id=RecordId("agency"), side="other", documents=source.documents[:1])
    agency = DocumentId("agency/2021-11-22-arrival")
    visit = attrs.evolve(
        base.visits[VISIT],
        sources=(cited(HERALD, "start"), cited(agency, "start")),
        conflicts=(disputed("start", "2021-11-23", GAZETTE, agency), disputed("end", "2021-11-26", agency)),
    )
    (found,) = using(base, third, visit).asymmetries(aspect="date")
    assert (told(found, "VN"), told(found, "JP")) == (("2021-11-22", (HERALD,)), ("2021-11-23", (GAZETTE,)))


# Forms ----------------------------------------------------------------------------------------------------------------


def test_they_are_told_with_a_summary(base: Dataset) -> None:
    """Each has what both say; at the end a line for each aspect counts them."""
    lines = str(base.asymmetries(kind="visits")).splitlines()
    assert f"{VISIT}  style (labels.vn.style)" in lines
    assert f"  Vietnam: official-visit [{HERALD}]" in lines
    assert f"  Japan:   state-visit [{GAZETTE}]" in lines
    assert "2022-sato-hanako  one-sided" in lines
    assert "  Japan:   says nothing" in lines
    assert lines[-2:] == ["style: 2 told differently", "one-sided: 1 told by Vietnam alone"]
    assert str(Dataset({}).asymmetries()) == "no asymmetry found"
    assert repr(Dataset({}).asymmetries()) == "<Asymmetries: none>"


def test_json_has_what_both_say(base: Dataset) -> None:
    """A side that says nothing is null."""
    found = base.asymmetries(kind="visits")[-1].plain()
    assert (found["record"], found["aspect"]) == ("2022-sato-hanako", "one-sided")
    assert (found["side"], found["japan"]) == ("VN", None)
    assert base.asymmetries().plain()["counts"] == dict(base.asymmetries().counts)
    assert len(base.asymmetries()[:2]) == 2


def test_notebooks_get_escaped_text(base: Dataset) -> None:
    """No text of a source becomes markup, and a long table says that it is cut."""
    visit = attrs.evolve(base.visits[VISIT], conflicts=(disputed("start", "<script>"),))
    assert "<script>" not in using(base, visit).asymmetries()._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks ask for
    many = tuple(attrs.evolve(base.visits["2022-sato-hanako"], id=RecordId(f"2022-{number}")) for number in range(70))
    assert "the first 60 of them" in using(base, *many).asymmetries()._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks ask for


def test_a_word_that_is_none_is_an_error(base: Dataset) -> None:
    """A slip of the pen does not pass for an empty answer."""
    with pytest.raises(QueryError, match="or `style`"):
        base.asymmetries(aspect="stile")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(QueryError, match="one of VN, JP"):
        base.asymmetries(side="Vietnam")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(QueryError, match="did you mean `visits`"):
        base.asymmetries(kind="visit")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


# The real data --------------------------------------------------------------------------------------------------------


def test_vietnams_official_visit_is_japans_working_visit(real: Dataset) -> None:
    """The visit of November 2021 is styled differently by the two governments, each in its own words."""
    (found,) = (one for one in real.asymmetries(aspect="style").of("2021-pham-minh-chinh") if one.field == "labels")
    assert (told(found, "VN") or ("",))[0] == "official-visit"
    assert (told(found, "JP") or ("",))[0] == "working-visit"


def test_every_asymmetry_has_its_documents(real: Dataset) -> None:
    """Whoever says something says it in a document, and of its own side unless it is reported by others."""
    for one in real.asymmetries():
        assert isinstance(one.record, Visit) or one.aspect != "style"
        for side, account in (("VN", one.vietnam), ("JP", one.japan)):
            if account and not account.reported:
                assert {each.voice.side for each in account.evidence} <= {side}
