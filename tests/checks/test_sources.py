"""Rules about sources: that there are some, and what they bear out."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.checks import check
from vnjp_dataset.model import Citation, Conflict, DocumentId, FieldPath, Person, SourcedRecord
from vnjp_dataset.model.walk import at, walk

Breaches = Callable[..., list[tuple[str, str]]]
With = Callable[..., Dataset]

VISIT = "2021-an-van-binh"
HERALD, ARRIVAL, HANDBOOK = "herald/2021-11-26-visit", "gazette/2021-11-22-arrival", "gazette/handbook"


def cited(document: str, *supports: str) -> Citation:
    """Return a citation."""
    return Citation(document=DocumentId(document), supports=tuple(map(FieldPath, supports)))


def disputed(field: str, value: str, document: str) -> Conflict:
    """Return a conflict."""
    return Conflict(field=FieldPath(field), value=value, documents=(DocumentId(document),), reason="So it is.")


@given(st.data())
def test_a_record_without_a_source_is_reported(base: Dataset, breaches: Breaches, data: st.DataObject) -> None:
    """Whatever record loses its sources is reported, and no other."""
    record = data.draw(st.sampled_from([one for one in base if isinstance(one, SourcedRecord)]))
    assert breaches("sourced", attrs.evolve(record, sources=())) == [(record.id, "")]


@given(st.data())
def test_every_path_of_a_record_is_real(base: Dataset, breaches: Breaches, data: st.DataObject) -> None:
    """A path that the record has set is not reported, whether cited or disputed; one that it has not set is."""
    record = data.draw(st.sampled_from([one for one in base if isinstance(one, SourcedRecord)]))
    paths = [path for path, _, _ in walk(record) if not path.startswith(("id", "sources", "conflicts"))]
    path = data.draw(st.sampled_from(paths))
    broken = data.draw(st.sampled_from((f"{path}.nothing", f"{path}[77]", "nothing", "id", "sources[0].document")))
    for one, unreal in ((path, False), (broken, True)):
        changed = attrs.evolve(record, sources=(cited(HANDBOOK, one),), conflicts=(disputed(one, "-", HANDBOOK),))
        expected = [(record.id, "conflicts[0].field"), (record.id, "sources[0].supports[0]")] if unreal else []
        assert breaches("path-is-real", changed) == expected


def test_an_unset_field_is_no_real_path(base: Dataset, breaches: Breaches) -> None:
    """A field that the kind has but the record has not set cannot be cited."""
    visit = attrs.evolve(base.visits[VISIT], sources=(cited(HERALD, "occasion"),))
    assert breaches("path-is-real", visit) == [(VISIT, "sources[0].supports[0]")]


@pytest.mark.parametrize("path", ["id", "sources[0].document", "conflicts[0].value"])
def test_what_states_no_fact_is_not_cited(base: Dataset, breaches: Breaches, path: str) -> None:
    """A record's id, its sources and its conflicts are no facts that a document could bear out."""
    visit = attrs.evolve(base.visits[VISIT], sources=(cited(HERALD, path),))
    assert breaches("path-is-real", visit) == [(VISIT, "sources[0].supports[0]")]


def test_a_misspelt_path_is_met_with_the_right_one(base: Dataset, using: With) -> None:
    """The path of the record that is nearest to an unreal one is named in the hint."""
    visit = attrs.evolve(base.visits[VISIT], sources=(cited(HERALD, "labels.vn.stile"),))
    (problem,) = (one for one in check(using(base, visit)) if one.rule == "path-is-real")
    assert "`labels.vn.style`" in problem.hint


@pytest.mark.parametrize(
    ("supports", "document", "two_sides"),
    [
        ("labels.vn.style", ARRIVAL, True),
        ("labels", ARRIVAL, True),
        ("labels.vn.style", HERALD, False),
        ("labels.jp", ARRIVAL, False),
        ("label", ARRIVAL, False),
    ],
)
def test_a_conflict_has_two_sides(
    base: Dataset, breaches: Breaches, supports: str, document: str, two_sides: bool
) -> None:
    """A conflict is reported unless a document that does not dispute the value is cited for it, or for its whole."""
    visit = attrs.evolve(
        base.visits[VISIT],
        sources=(cited(HERALD, supports), cited(document, "start")),
        conflicts=(disputed("labels.vn.style", "state-visit", document),),
    )
    assert breaches("conflict-has-two-sides", visit) == ([] if two_sides else [(VISIT, "conflicts[0].documents")])


def test_a_part_bears_out_the_whole(base: Dataset, breaches: Breaches) -> None:
    """A conflict about a group of fields has two sides where another document is cited for one of them."""
    disputes = (disputed("labels", "none", ARRIVAL),)
    for supports, expected in (("labels.vn", []), ("start", [(VISIT, "conflicts[0].documents")])):
        visit = attrs.evolve(base.visits[VISIT], sources=(cited(HERALD, supports),), conflicts=disputes)
        assert breaches("conflict-has-two-sides", visit) == expected


@given(st.data())
def test_a_conflict_is_about_another_value(base: Dataset, breaches: Breaches, data: st.DataObject) -> None:
    """A conflict is reported where, and only where, its value is the adopted one; an unreal path is another's case."""
    visit = base.visits[VISIT]
    path = data.draw(st.sampled_from([path for path, _, value in walk(visit) if _is_fact(path, value)]))
    adopted = str(at(visit, path))
    for field, value, expected in (
        (path, adopted, [(VISIT, "conflicts[0].value")]),
        (path, f"{adopted}?", []),
        ("occasion.name", adopted, []),
    ):
        changed = attrs.evolve(visit, conflicts=(disputed(field, value, ARRIVAL),))
        assert breaches("conflict-differs", changed) == expected


def _is_fact(path: str, value: object) -> bool:
    return isinstance(value, (str, int)) and not path.startswith(("id", "sources", "conflicts"))


@pytest.mark.parametrize(
    ("supports", "sourced"),
    [("terms", True), ("terms[0]", True), ("terms[0].start", True), ("terms[1]", False), ("name", False)],
)
def test_every_term_is_sourced(base: Dataset, breaches: Breaches, supports: str, sourced: bool) -> None:
    """A term is borne out by a document cited for it, for a part of it or for all terms, and by no other."""
    person: Person = attrs.evolve(base.people["an-van-binh"], sources=(cited(HANDBOOK, supports),))
    assert breaches("term-sourced", person) == ([] if sourced else [("an-van-binh", "terms[0]")])
