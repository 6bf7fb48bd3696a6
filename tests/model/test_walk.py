"""Walking through a record finds everything in it."""

import attrs
import pytest
from hypothesis import given

from vnjp_dataset.model import PartialDate, Record, Value, Visit
from vnjp_dataset.model.shape import field_types
from vnjp_dataset.model.walk import at, documents, references, walk
from vnjp_dataset.strategies import records, visits


@given(records())
def test_every_path_leads_to_its_value(record: Record) -> None:
    """What stands at a path that the walk gives is the value that it gives, and no path comes twice."""
    steps = list(walk(record))
    for path, _, value in steps:
        assert at(record, path) is value
        assert value is not None
        assert value != ()
    assert len({path for path, _, _ in steps}) == len(steps)


@given(records())
def test_nothing_is_passed_over(record: Record) -> None:
    """The walk goes through every field that is set, at every depth."""
    found = {path for path, _, _ in walk(record)}

    def expect(value: Value, prefix: str) -> None:
        for one, _, _ in field_types(type(value)):
            part: object = getattr(value, one.name)
            if part is None or part == ():
                assert f"{prefix}{one.name}" not in found
                continue
            assert f"{prefix}{one.name}" in found
            if isinstance(part, Value) and not isinstance(part, PartialDate):
                expect(part, f"{prefix}{one.name}.")

    expect(record, "")


@given(visits())
def test_references_are_the_ids_in_fields_of_ids(visit: Visit) -> None:
    """A visit names its lead and office, the fields and everybody in it; its own id is no reference."""
    found = {(one.path, one.target, one.id) for one in references(visit)}
    assert ("lead", "people", visit.lead) in found
    assert ("office", "offices", visit.office) in found
    assert {(f"fields[{i}]", "fields", one) for i, one in enumerate(visit.fields)} <= found
    people = {one.person for one in visit.companions} | {one.person for one in visit.invited_by if one.person}
    assert people <= {one for _, target, one in found if target == "people"}
    assert all(path != "id" for path, _, _ in found)


@given(visits())
def test_documents_are_those_cited_and_those_that_dispute(visit: Visit) -> None:
    """Every document of a citation or conflict is found with its place."""
    cited = [(f"sources[{i}].document", one.document) for i, one in enumerate(visit.sources)]
    against = [
        (f"conflicts[{i}].documents[{j}]", document)
        for i, one in enumerate(visit.conflicts)
        for j, document in enumerate(one.documents)
    ]
    assert sorted(documents(visit)) == sorted(cited + against)


@given(visits())
def test_there_is_nothing_at_paths_that_do_not_exist(visit: Visit) -> None:
    """A path to no field, into a text, or beyond the end of a list raises LookupError; an unset field is None."""
    for path in ("leader", "lead.name", "start[0]", f"itinerary[{len(visit.itinerary)}]", "start.text"):
        with pytest.raises(LookupError):
            at(visit, path)
    assert at(attrs.evolve(visit, summary=None), "summary") is None


@pytest.mark.parametrize(
    "path",
    [
        "!start",
        "start!",
        "start start",
        "itinerary[x]",
        "itinerary[-1]",
        "itinerary[" + "9" * 5000 + "]",
        "a" * 9000 + "!",
    ],
)
@given(visits())
def test_what_is_no_path_leads_nowhere(path: str, visit: Visit) -> None:
    """Whatever somebody types for a path is one, or there is nothing at it."""
    with pytest.raises(LookupError):
        at(visit, path)
