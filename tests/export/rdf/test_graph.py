"""Everything that records say is said in the graph."""

import datetime as dt
import re
import typing
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.iri import document_iri, iri
from vnjp_dataset.export.rdf import Iri, Literal, Node, nodes
from vnjp_dataset.export.rdf.additions import all_properties
from vnjp_dataset.export.rdf.forms import ADDRESS, EARLIEST, EXACT, LATEST, decimal, tagged
from vnjp_dataset.export.rdf.names import PREFIXES, country_iri, own, part_iri, public, record_iri
from vnjp_dataset.export.rdf.properties import classes
from vnjp_dataset.export.rdf.records import document_nodes, record_node
from vnjp_dataset.export.rdf.vocabularies import vocabulary_nodes
from vnjp_dataset.model import (
    KINDS,
    Actor,
    Citation,
    Conflict,
    CountryCode,
    Document,
    KindName,
    PartialDate,
    Person,
    PersonName,
    Place,
    Record,
    Source,
    SourcedRecord,
    Text,
    Value,
    Visit,
)
from vnjp_dataset.model.ids import DocumentId, DocumentKey
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.shape import field_types, unwrap
from vnjp_dataset.tables.columns import first_day, is_vocabulary, last_day

VERSION = Iri("urn:vnjp-dataset:dataset:0")
slow = settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def of_record(record: Record) -> dict[Iri, Node]:
    """Return the nodes that a record makes, by IRI."""
    made = [record_node(record, "label", VERSION), *(document_nodes(record) if isinstance(record, Source) else ())]
    found = [node for one in made for node in one.all()]
    assert len({node.iri for node in found}) == len(found)
    return {node.iri: node for node in found}


def items(value: Value) -> Iterator[tuple[str, str, object, object]]:
    """Yield the fields of a value item by item: the field, the path from the value, declared type and item."""
    for field, annotated, _ in field_types(type(value)):
        declared, _ = unwrap(annotated)
        found: object = getattr(value, field.name)
        if isinstance(found, tuple):
            (item, *_) = typing.get_args(declared)
            for index, one in enumerate(typing.cast("tuple[object, ...]", found)):
                yield field.name, f"{field.name}.{index}", item, one
        elif found is not None:
            yield field.name, field.name, declared, found


def leaves(value: Value, here: Iri, whole: Iri, path: str) -> Iterator[tuple[Iri, object, object]]:
    """Yield what a value says: where it stands in the graph, its declared type, and itself."""
    for name, step, declared, one in items(value):
        if isinstance(one, Document) and isinstance(value, Source):
            named = Iri(document_iri(f"{value.id}/{one.key}"))
            yield from leaves(one, named, named, "")
        elif isinstance(one, Value) and not isinstance(one, (Text, PersonName)):
            owner = part_iri(whole, "record") if isinstance(one, (Citation, Conflict)) else here
            yield owner, None, part_iri(whole, f"{path}{step}")
            yield from leaves(one, part_iri(whole, f"{path}{step}"), whole, f"{path}{step}.")
        else:
            coordinate = isinstance(value, Place) and name in ("latitude", "longitude")
            yield part_iri(whole, "geo") if coordinate else here, declared, one


def says(node: Node, declared: object, value: object) -> bool:
    """Whether a node has a value that stands for one of a record."""
    objects = [one for _, one in node.flat()]
    texts = [one.text if isinstance(one, Literal) else str(one) for one in objects]
    if isinstance(value, bool):
        return not value or Literal("true", public("xsd:boolean")) in objects
    if isinstance(value, Decimal):
        return any(re.fullmatch(r"-?[0-9]+\.[0-9]+", text) and Decimal(text) == value for text in texts)
    if isinstance(value, PartialDate):
        edges = [one.isoformat() for one in (first_day(value), last_day(value)) if one is not None]
        return Literal(value.text, public("datatypes:edtf")) in objects and set(edges) <= set(texts)
    if isinstance(value, (Text, PersonName)):
        return all(
            Literal(text, language="ja-Hrkt" if tag == "kana" else tag) in objects
            for tag in ("en", "vi", "ja", "kana")
            if (text := getattr(value, tag, None)) is not None
        )
    if declared is CountryCode:
        return country_iri(str(value)) in objects
    if declared in TARGETS:
        return record_iri(str(value)) in objects or str(value) == node.iri.removeprefix("urn:vnjp-dataset:")
    if declared is DocumentId:
        return document_iri(str(value)) in texts
    if is_vocabulary(declared):
        return any(text.endswith(f".{value}") for text in texts) or value in [
            one.language for one in objects if isinstance(one, Literal)
        ]
    if declared is DocumentKey:
        return any(text.endswith(f"/{value}") for text in texts)
    return str(value) in texts


@pytest.mark.parametrize("kind", list(KINDS))
def test_whatever_a_record_says_is_said(kind: KindName) -> None:
    """Each value of each field, however deep, is said of the node of the part that it stands in."""

    @slow
    @given(record=st.from_type(KINDS[kind].record))
    def law(record: Record) -> None:
        found = of_record(record)
        here = record_iri(record.id)
        for there, declared, value in leaves(record, here, here, ""):
            if declared is None:
                assert value in [one for _, one in found[there].flat()]
                assert value in found
            else:
                assert says(found[there], declared, value), (there, declared, value)

    law()


@pytest.mark.parametrize("kind", list(KINDS))
def test_nothing_is_said_that_is_not_documented(kind: KindName) -> None:
    """Every property of every node is one of those that its class has, a position, or a role's way to somebody."""
    documented = {own(one): {prop.iri for prop in all_properties(cls)} for cls in classes() for one in (_name(cls),)}

    @slow
    @given(record=st.from_type(KINDS[kind].record))
    def law(record: Record) -> None:
        for node in of_record(record).values():
            said = {prop for prop, _ in node.statements} - {public("schema:position")}
            wanted = documented.get(node.types[0], {public("schema:latitude"), public("schema:longitude")})
            roles = own("Actor"), own("Companion")
            assert len(said - wanted) <= (1 if node.types[0] in roles else 0), (node.types, said - wanted)

    law()


def _name(cls: type[Value]) -> str:
    return "Record" if cls is SourcedRecord else cls.__name__


@settings(max_examples=10)
@given(dataset=strategies.datasets(max_visits=2))
def test_every_record_has_a_node(dataset: Dataset) -> None:
    """Each record, document and country has one node; no two nodes have one name, and none is blank."""
    found = [node for top in nodes(dataset) for node in top.all()]
    names = [node.iri for node in found]
    assert len(set(names)) == len(names)
    assert all(name.startswith("urn:vnjp-dataset:") for name in names)
    assert all(node.types and len(set(node.types)) == len(node.types) for node in found)
    assert {iri(record.id) for record in (*dataset, *dataset.retired)} <= set(names)
    assert {document_iri(one) for one in dataset.documents} <= set(names)
    named = {one for node in found for _, one in node.flat() if not isinstance(one, Literal)}
    # Everything that is named in the project's own namespace is there: nothing leads nowhere.
    assert {one for one in named if one.startswith(PREFIXES["vnjp"])} <= set(names)


@settings(max_examples=10)
@given(dataset=strategies.datasets(max_visits=1), kind=st.sampled_from(tuple(KINDS)))
def test_only_some_kinds(dataset: Dataset, kind: KindName) -> None:
    """With one kind the graph has its records and no others; the fingerprint is that of these records."""
    found = {node.iri: node for node in nodes(dataset, kinds=(kind,))}
    assert {str(name) for name in found} & {iri(one.id) for one in (*dataset, *dataset.retired)} == {
        iri(one.id) for one in dataset.records(kind)
    }
    only = Dataset({kind: dataset.records(kind)}, version=dataset.version)
    head = next(node for node in found.values() if public("schema:Dataset") in node.types)
    assert (public("schema:identifier"), Literal(f"sha256:{only.fingerprint}")) in head.statements


@settings(max_examples=5)
@given(dataset=strategies.datasets(max_visits=1))
def test_equal_data_gives_equal_nodes(dataset: Dataset) -> None:
    """The order in which records were given makes no difference."""
    turned = Dataset({kind: tuple(reversed(dataset.records(kind))) for kind in KINDS}, version=dataset.version)
    assert list(nodes(turned)) == list(nodes(dataset))


@given(date=strategies.partial_dates())
def test_only_what_is_exact_is_a_date_of_xml_schema(date: PartialDate) -> None:
    """A day, month or year has a public date; what is about then, doubtful or a stretch has days that it can be."""
    found = list(EXACT.objects(date))
    exact = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", date.text) is not None
    assert [one.text for one in found if isinstance(one, Literal)] == ([date.text] if exact else [])
    for form, day, side in ((EARLIEST, date.earliest, "start"), (LATEST, date.latest, "end")):
        is_open = date.text.startswith("..") if side == "start" else date.text.endswith("..")
        assert list(form.objects(date)) == ([] if is_open else [Literal(day.isoformat(), public("xsd:date"))])


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("0001", "xsd:gYear"), ("0001-01", "xsd:gYearMonth"), ("0001-01-01", "xsd:date"), ("9999-12-31", "xsd:date")],
)
def test_exact_dates_have_their_datatypes(text: str, datatype: str) -> None:
    """A year, a month and a day have each their own, from the first year to the last."""
    assert list(EXACT.objects(PartialDate(text))) == [Literal(text, public(datatype))]


@given(value=strategies.decimals())
def test_numbers_are_whole(value: Decimal) -> None:
    """No digit is lost, none is added but a nought after the point, and there is no exponent."""
    text = decimal(value)
    assert re.fullmatch(r"-?[0-9]+\.[0-9]+", text)
    assert Decimal(text) == value


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("https://example.org/a?b=1&c=%20#d", True),
        ("https://example.org./ニュース/「日越」", True),
        ("http://example.org:8080", True),
        ("http://example.org/a[1]", False),
        ("http://example.org/100%", False),
        ("http://example.org/a#b#c", False),
        ("http://user@example.org/", False),
        ("http://example.org/\u202eexe", False),
        ("http://example.org/\x01", False),
        ("http://[::1]/", False),
        ("http://a:b", False),
    ],
)
def test_an_address_is_a_name_where_it_can_be(text: str, named: bool) -> None:
    """What is no IRI as it stands is a literal with the same text: nothing is changed."""
    (found,) = ADDRESS.objects(text)
    assert found == (Iri(text) if named else Literal(text, public("xsd:anyURI")))


@pytest.mark.parametrize(
    ("language", "tag"), [("ja", "ja"), ("fil", "fil"), ("Japanese", None), ("j a", None), ("e\n", None), ("日", None)]
)
def test_a_language_is_a_tag_where_it_is_one(language: str, tag: str | None) -> None:
    """A code is a text's tag; anything else that stands in its place is none."""
    assert tagged("text", language) == Literal("text", language=tag)


@given(visit=strategies.visits())
def test_roles_repeat_the_property_that_led_to_them(visit: Visit) -> None:
    """From a visit two steps by `schema:attendee` lead to whoever came along, and from a step to those met."""
    found = of_record(visit)
    attendee = public("schema:attendee")
    for index, companion in enumerate(visit.companions):
        role = part_iri(record_iri(visit.id), f"companions.{index}")
        assert (attendee, role) in found[record_iri(visit.id)].flat()
        assert (attendee, record_iri(companion.person)) in found[role].flat()
    for place, step in enumerate(visit.itinerary):
        for index, actor in enumerate(step.participants):
            role = part_iri(record_iri(visit.id), f"itinerary.{place}.participants.{index}")
            assert (attendee, _agent(actor)) in found[role].flat()


def _agent(actor: Actor) -> Iri:
    named = actor.person or actor.organization
    return record_iri(named) if named else country_iri(str(actor.country))


@given(person=strategies.people())
def test_an_office_is_reached_through_its_term(person: Person) -> None:
    """`schema:hasOccupation` leads to a role, and from there to the office."""
    found = of_record(person)
    for index, term in enumerate(person.terms):
        role = part_iri(record_iri(person.id), f"terms.{index}")
        assert (public("schema:hasOccupation"), role) in found[record_iri(person.id)].flat()
        assert (public("schema:hasOccupation"), record_iri(term.office)) in found[role].flat()


def test_words_are_concepts_in_their_scheme() -> None:
    """Each word has its notation, a label and its scheme; ranks stand in their order."""
    found = {node.iri: node for node in vocabulary_nodes()}
    ambassador = found[own("Rank.ambassador")]
    assert dict(ambassador.flat()) == {
        public("skos:prefLabel"): Literal("ambassador", language="en"),
        public("skos:notation"): Literal("ambassador"),
        public("skos:inScheme"): own("Rank"),
    }
    assert found[own("Rank")].types == (public("skos:ConceptScheme"),)


def test_no_clock_is_read() -> None:
    """Written tomorrow, the graph is the same: no date in it is today's."""
    empty = [node for top in nodes(Dataset({})) for node in top.all()]
    today = dt.datetime.now(dt.UTC).date().isoformat()
    assert not [one for node in empty for _, one in node.flat() if isinstance(one, Literal) and today in one.text]


def test_versions_may_be_any_text() -> None:
    """A version that is no name is quoted in the dataset's IRI."""
    (head, *_) = nodes(Dataset({}, version="1 <b>"))
    assert head.iri == "urn:vnjp-dataset:dataset:1%20%3Cb%3E"
