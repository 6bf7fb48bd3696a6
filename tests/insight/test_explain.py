"""Why a record says what it says: who stands behind each value, who says otherwise, and since when."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, QueryError, RetiredIdError, UnknownIdError, load, strategies
from vnjp_dataset.changes import State, compare
from vnjp_dataset.insight import standing as standing_module
from vnjp_dataset.insight.standing import Standing
from vnjp_dataset.insight.values import fields_set
from vnjp_dataset.model import (
    KINDS,
    Citation,
    Document,
    DocumentId,
    DocumentKey,
    FieldPath,
    KindName,
    PartialDate,
    Record,
    RecordId,
    Release,
    Retired,
    Source,
    SourcedRecord,
    SourceId,
    Text,
    Url,
)
from vnjp_dataset.model.sources import Side
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.releases import Registry, ReleaseInfo
from vnjp_dataset.releases.history import Moment

VISIT = "2021-an-van-binh"


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return the dataset of a small tree in which nothing is wrong."""
    return load(Path(__file__).parents[1] / "checks" / "base")


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the dataset of the package."""
    return load()


def with_records(dataset: Dataset, *records: Record, version: str = "") -> Dataset:
    """Return a dataset with records added, in place of those that have their ids; with a version, the package's own."""
    kept = {record.id: record for record in (*dataset, *records)}
    by_kind: dict[KindName, list[Record]] = {kind: [] for kind in KINDS}
    for record in kept.values():
        by_kind[_kind(record)].append(record)
    return Dataset(by_kind, version=version or dataset.version, of_package=bool(version))


def _kind(record: Record) -> KindName:
    return next(kind.name for kind in KINDS.values() if type(record) is kind.record)


def publisher(key: str, side: Side, *, owner: str | None = None, original: str | None = None) -> Source:
    """Return a publisher with one document, which may be a copy."""
    document = Document(
        key=DocumentKey("report"),
        title=f"Report of <{key}>",
        url=Url(f"https://{key}.example/"),
        published=PartialDate("2021-12-01"),
        language="en",
        accessed=PartialDate("2026-01-02"),
        original=SourceId(RecordId(original)) if original else None,
        extent="opening",
    )
    return Source(
        id=RecordId(key),
        name=Text(en=key.title()),
        side=side,
        kind="newspaper",
        owner=SourceId(RecordId(owner)) if owner else None,
        documents=(document,),
    )


def cited(*publishers: str, supports: str = "start") -> tuple[Citation, ...]:
    """Return citations of the publishers' reports."""
    return tuple(
        Citation(document=DocumentId(f"{one}/report"), supports=(FieldPath(supports),), locator="page 2")
        for one in publishers
    )


# Who speaks -----------------------------------------------------------------------------------------------------------


def test_a_copy_is_the_voice_of_its_original_and_an_outlet_of_its_owner(base: Dataset) -> None:
    """Three papers that print one agency's text are one voice, of the agency's side; so are an outlet and its owner."""
    visit = attrs.evolve(base.visits[VISIT], sources=cited("agency", "daily", "weekly", "outlet", "house"))
    dataset = with_records(
        base,
        visit,
        publisher("agency", "JP"),
        publisher("daily", "VN", original="agency"),
        publisher("weekly", "VN", original="desk"),
        publisher("desk", "JP", owner="agency"),
        publisher("house", "VN"),
        publisher("outlet", "other", owner="house"),
    )
    found = dataset.explain(VISIT, "start")
    assert [(one.id, one.side) for one in found.voices] == [("agency", "JP"), ("house", "VN")]
    assert found.sides == {"JP", "VN"}
    assert [one.side for one in found.evidence] == ["JP", "VN", "VN", "VN", "VN"]
    assert [one.original.id if one.original else None for one in found.evidence][:3] == [None, "agency", "desk"]
    told = str(found)
    for expected in (
        "start: 2021-11-22",
        "5 sources, 2 independent voices (Vietnam; Japan)",
        "Daily (Vietnam), 2021-12-01 [daily/report]",
        "supports start (page 2); only its opening was read; copies Agency (Japan)",
        "counts as the voice of House (Vietnam)",
        "https://outlet.example/",
    ):
        assert expected in told


def test_a_circle_of_owners_ends(base: Dataset) -> None:
    """Publishers that own each other, which the checks refuse, are explained all the same."""
    visit = attrs.evolve(base.visits[VISIT], sources=cited("first", "second"))
    circle = (publisher("first", "VN", owner="second"), publisher("second", "VN", owner="first"))
    assert len(with_records(base, visit, *circle).explain(VISIT, "start").evidence) == 2


def test_a_document_that_is_not_there_is_said_to_be_missing(base: Dataset) -> None:
    """A citation that leads nowhere stays visible, with nothing known of it."""
    visit = attrs.evolve(base.visits[VISIT], sources=cited("nobody"))
    found = with_records(base, visit).explain(VISIT, "start")
    assert found.evidence[0].read is None
    assert found.sides == {None}
    assert "not among the documents" in str(found)
    assert found.plain()["sides"] == [None]


# What is adopted, and what is not -------------------------------------------------------------------------------------


def steps(path: str) -> list[str]:
    """Return a path in its steps."""
    return re.findall(r"[a-z_]+|\[[0-9]+\]", path)


def along(some: str, other: str) -> bool:
    """Whether one of two paths leads through the other."""
    return all(one == two for one, two in zip(steps(some), steps(other), strict=False))


@given(strategies.datasets(max_visits=1), st.data())
def test_what_speaks_of_a_field_lies_on_its_path(dataset: Dataset, data: st.DataObject) -> None:
    """A source or conflict speaks of a field exactly where its path is the field's, leads to it or comes from it."""
    record = data.draw(st.sampled_from([one for one in dataset if isinstance(one, SourcedRecord)]))
    field = data.draw(st.sampled_from(fields_set(record)))
    found = dataset.explain(record.id, field)
    expected = [one.document for one in record.sources if any(along(path, field) for path in one.supports)]
    assert [one.document for one in found.evidence] == expected
    assert all(along(path, field) for one in found.evidence for path in one.supports)
    assert [one.field for one in found.others] == [one.field for one in record.conflicts if along(one.field, field)]
    assert len({one.id for one in found.voices}) == len(found.voices) <= len(found.evidence)
    assert found.value is not None
    assert found.since is None


def leaves(plain: object, path: str = "") -> Iterator[str]:
    """Yield the paths of the values without parts of a record as JSON has it."""
    if isinstance(plain, dict):
        for key, value in cast("dict[str, object]", plain).items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(plain, list):
        for index, value in enumerate(cast("list[object]", plain)):
            yield from leaves(value, f"{path}[{index}]")
    else:
        yield path


def leads_to(path: str, leaf: str) -> bool:
    """Whether a path is a leaf's or that of something it is part of."""
    return along(path, leaf) and len(steps(path)) <= len(steps(leaf))


@given(strategies.datasets(max_visits=1), st.randoms(use_true_random=False))
def test_what_is_supported_and_what_is_not_make_up_the_record(dataset: Dataset, choice: random.Random) -> None:
    """Each value that a record states is supported by a source or lies in what is said to be unsupported, not both."""
    record = choice.choice([one for one in dataset if isinstance(one, SourcedRecord)])
    thinned = attrs.evolve(record, sources=tuple(one for one in record.sources if choice.random() < 0.5))
    found = with_records(dataset, thinned).explain(record.id)
    cited_paths = [path for one in thinned.sources for path in one.supports]
    for leaf in leaves(unstructure(thinned)):
        if steps(leaf)[0] not in ("id", "sources", "conflicts"):
            supported = any(leads_to(path, leaf) for path in cited_paths)
            assert supported != any(leads_to(path, leaf) for path in found.unsupported), leaf


def test_every_other_value_has_its_speaker_and_its_reason(base: Dataset) -> None:
    """A conflict about a part is told of the whole, and one about a whole of its parts."""
    for field in ("labels", "labels.vn", "labels.vn.style"):
        (other,) = base.explain(VISIT, field).others
        assert (other.field, other.value) == ("labels.vn.style", "state-visit")
        assert [one.id for one in other.voices] == ["gazette"]
        assert other.reason == "The guest's own paper knows best."
    assert base.explain(VISIT, "labels.jp").others == ()
    assert "not adopted: The guest's own paper knows best." in str(base.explain(VISIT, "labels.vn.style"))


def test_a_value_is_typed_and_told_as_text(base: Dataset) -> None:
    """Dates, numbers, lists and groups keep their types and are told in a line."""
    assert base.explain(VISIT, "start").value == PartialDate("2021-11-22")
    for field, text in (
        ("start", "2021-11-22"),
        ("fields", "politics, defence"),
        ("labels", "vn.style: official-visit; jp.style: official-working-visit"),
        ("itinerary[0]", "date: 2021-11-21; activity: arrival; place: tokyo"),
        ("counts.documents_signed.value", "2"),
        ("occasion", "not set"),
    ):
        assert base.explain(VISIT, field).text == text
    assert base.explain("2021-visit-ordinal", "value").plain()["value"] == 1


# A whole record -------------------------------------------------------------------------------------------------------


def test_a_record_is_explained_field_by_field(base: Dataset) -> None:
    """Every field that is set stands there in order, with what no source supports."""
    found = base.explain(VISIT)
    set_fields = [one for one in unstructure(base[VISIT]) if one not in ("id", "sources", "conflicts")]
    assert [one.field for one in found.fields] == set_fields
    assert "labels.jp" in found.unsupported
    assert "start" not in found.unsupported
    told = str(found)
    assert "itinerary: 4 items" in told
    assert "No source supports direction," in told
    assert "- labels.vn.style: state-visit – according to gazette/2021-11-22-arrival; not adopted" in told


def test_tables_of_the_project_have_no_sources(base: Dataset) -> None:
    """Publishers, measures and the like are the project's own, and are said to be."""
    found = base.explain("herald")
    assert not found.sourced
    assert "carry no sources" in str(found)


@given(strategies.datasets(max_visits=1))
def test_every_record_can_be_explained(dataset: Dataset) -> None:
    """Whatever a valid dataset holds is explained, as text, as JSON and as a table."""
    for record in dataset:
        if not isinstance(record, Retired):
            found = dataset.explain(record.id)
            assert found.plain()["record"] == record.id
            assert record.id in str(found)
            assert record.id in found._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks ask for


# Misses ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("strat", "did you mean `start`"),
        ("labels.vn.stile", "did you mean `labels.vn.style`"),
        ("itinerary[99].place", "did you mean `itinerary["),
        ("sources", "it has direction"),
        ("id", "it has direction"),
        ("Start", "did you mean `start`"),
        ("start!", "did you mean `start`"),
        ("", "it has direction"),
        ("itinerary[" + "9" * 5000 + "]", "expected the path of a field"),
    ],
)
def test_an_unknown_field_names_the_nearest(base: Dataset, field: str, hint: str) -> None:
    """A path at which such a record states nothing is a question that makes no sense."""
    with pytest.raises(QueryError, match=re.escape(hint)):
        base.explain(VISIT, field)


def test_an_unknown_id_is_a_miss(base: Dataset) -> None:
    """An id that no record has is an error with the nearest ids, a retired one with what became of it."""
    with pytest.raises(UnknownIdError, match=VISIT):
        base.explain("2021-an-van-bin", "start")
    tombstone = Retired(
        id=RecordId("2021-old"), kind="visits", fate="withdrawn", since=Release("0.2.0"), reason="It did not happen."
    )
    with pytest.raises(RetiredIdError, match="It did not happen"):
        with_records(base, tombstone).explain("2021-old")


def test_notebooks_get_escaped_text(base: Dataset) -> None:
    """No text of a source becomes markup."""
    visit = attrs.evolve(base.visits[VISIT], sources=cited("paper"), summary="<script>alert(1)</script>")
    name = Text(en="<b>Paper</b>")
    dataset = with_records(base, visit, attrs.evolve(publisher("paper", "VN"), name=name))
    for shown in (dataset.explain(VISIT), dataset.explain(VISIT, "start"), dataset.explain(VISIT, "summary")):
        page = shown._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks ask for
        assert "<script>" not in page
        assert "<b>" not in page


# Since when -----------------------------------------------------------------------------------------------------------

STATES = st.lists(st.fixed_dictionaries({"a": st.integers(0, 1), "b": st.lists(st.integers(0, 2), max_size=2)}))


@given(STATES, st.fixed_dictionaries({"a": st.integers(0, 1)}))
def test_a_value_stands_since_it_last_changed(states: list[dict[str, object]], now: dict[str, object]) -> None:
    """The release named is the first of the unbroken run, up to now, of those that have the value."""
    numbered = tuple((f"0.{number}.0", state) for number, state in enumerate(states, start=1))
    run: list[str] = []
    for version, state in numbered:
        run = [*run, version] if state["a"] == now["a"] else []
    past = Standing(now, numbered)
    assert past.since_at("a") == (run[0] if run else "unreleased")
    assert past.since == (numbered[0][0] if numbered else "unreleased")
    assert Standing(now, numbered, known=False).since_at("a") is None


@given(st.permutations(range(4)))
def test_an_item_that_moved_stands_as_long(order: list[int]) -> None:
    """An item of a list is as old as itself, wherever in the list it stood before."""
    items = [{"place": str(number)} for number in order]
    past = Standing({"steps": items}, (("0.1.0", {"steps": [{"place": str(one)} for one in range(4)]}),))
    assert {past.since_at(f"steps[{index}].place") for index in range(4)} == {"0.1.0"}
    assert past.since_at("steps") == ("0.1.0" if order == [0, 1, 2, 3] else "unreleased")


def release(monkeypatch: pytest.MonkeyPatch, *states: tuple[str, Dataset]) -> None:
    """Let datasets have been released, one after the other."""
    moments: dict[str, list[Moment]] = {}
    last = Dataset({})
    for version, dataset in states:
        before: dict[KindName, tuple[Record, ...]] = {kind: last.records(kind) for kind in KINDS}
        after: dict[KindName, tuple[Record, ...]] = {kind: dataset.records(kind) for kind in KINDS}
        for one in compare(before, after, (State("", ""), State(version, ""))):
            moments.setdefault(one.id, []).append(Moment(version, one))
        last = dataset
    infos = tuple(
        ReleaseInfo(version=version, date="2026-01-01", schema_version=1, fingerprint="", records=0)
        for version, _ in states
    )
    monkeypatch.setattr(standing_module, "registry", lambda: Registry(infos))

    def history(record_id: str) -> tuple[Moment, ...]:
        return tuple(moments.get(record_id, ()))

    monkeypatch.setattr(standing_module, "history", history)


def test_the_releases_say_since_when(base: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record stands since the release that added it, a value since the one that last changed it."""
    visit = base.visits[VISIT]
    moved = attrs.evolve(visit, itinerary=visit.itinerary[1:], end=PartialDate("2021-11-24"))
    second = with_records(base, moved, version="0.2.0")
    now = with_records(second, attrs.evolve(moved, summary="New words."), version="0.3.0.dev0")
    release(monkeypatch, ("0.1.0", base), ("0.2.0", second))
    assert now.explain(VISIT).since == "0.1.0"
    since = {field: now.explain(VISIT, field).since for field in ("start", "end", "summary", "itinerary[0].place")}
    assert since == {"start": "0.1.0", "end": "0.2.0", "summary": "unreleased", "itinerary[0].place": "0.1.0"}
    assert "so since release 0.2.0" in str(now.explain(VISIT, "end"))
    assert "in no release yet" in str(now.explain(VISIT, "summary"))
    # A dataset of an earlier release knows nothing of later ones, and a tree of one's own of none.
    earlier = with_records(base, version="0.1.0")
    assert earlier.explain(VISIT, "end").since == "0.1.0"
    assert base.explain(VISIT).since is None
    assert base.explain(VISIT, "end").since is None


def test_the_package_itself_knows_its_releases(real: Dataset) -> None:
    """The dataset of the package answers since when; one read from elsewhere does not."""
    assert real.of_package
    record = next(iter(real.visits))
    assert real.explain(record.id).since is not None


# The real data --------------------------------------------------------------------------------------------------------


def test_the_documents_signed_in_2022_are_explained(real: Dataset) -> None:
    """The adopted count has voices of both sides, and the other count its documents and a reason."""
    found = real.explain("2022-kishida-fumio", "counts.documents_signed")
    assert {"VN", "JP"} <= found.sides
    assert "21" in {one.value for one in found.others}
    assert all(one.reason and one.evidence for one in found.others)
