"""The real records as Turtle, read and asked by rdflib: its answers are those of the dataset."""

from collections.abc import Iterator

import pytest
import rdflib
from rdflib.query import ResultRow

import vnjp_dataset as vnjp
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.iri import document_iri, iri
from vnjp_dataset.model import KindName, PartialDate, SourcedRecord

KINDS: tuple[KindName, ...] = ("visits", "people", "offices")
"""What rdflib reads in a short while; the other kinds are read from the other form, in `test_jsonld`."""

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX term: <urn:vnjp-dataset:term:>
PREFIX vnjp: <urn:vnjp-dataset:>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the dataset."""
    return vnjp.load()


@pytest.fixture(scope="module")
def graph(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    """Return what rdflib reads from the files."""
    turtle, _ = FORMATS["turtle"].write(dataset, tmp_path_factory.mktemp("turtle"), kinds=KINDS)
    return rdflib.Graph(bind_namespaces="none").parse(turtle)


def asked(graph: rdflib.Graph, query: str, **names: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an answer as texts, each once."""
    given = {name: rdflib.URIRef(value) for name, value in names.items()}
    rows = graph.query(PREFIXES + query, initBindings=given)
    return iter(sorted({tuple(map(str, row)) for row in rows if isinstance(row, ResultRow)}))


def test_every_record_is_found(dataset: Dataset, graph: rdflib.Graph) -> None:
    """Each record is there with its id and in its class."""
    found = asked(graph, "SELECT ?class ?id WHERE { ?one a ?class ; schema:identifier ?id ; schema:subjectOf ?record }")
    own = {(name.removeprefix("urn:vnjp-dataset:term:"), record) for name, record in found if ":term:" in name}
    assert own == {(type(one).__name__, str(one.id)) for kind in KINDS for one in dataset.records(kind)}


def test_names_are_in_their_languages(dataset: Dataset, graph: rdflib.Graph) -> None:
    """A person is found by the name in Japanese script, and the reading by the tag of the syllabaries."""
    query = "SELECT ?id ?name WHERE { ?p a schema:Person ; schema:identifier ?id ; schema:name ?name . FILTER(%s) }"
    names = {(str(one.id), one.name.ja) for one in dataset.people if one.name.ja}
    assert set(asked(graph, query % "LANG(?name) = 'ja'")) == names
    readings = {(str(one.id), one.name.kana) for one in dataset.people if one.name.kana}
    assert readings
    assert set(asked(graph, query % "LANGMATCHES(LANG(?name), 'ja-Hrkt')")) == readings


def test_visits_of_a_person_in_a_period(dataset: Dataset, graph: rdflib.Graph) -> None:
    """Those that can have begun then: first and last day compare; an open side has none and excludes nothing."""
    query = """
        SELECT ?id WHERE {
            ?visit a term:Visit ; term:lead ?lead ; schema:identifier ?id .
            FILTER NOT EXISTS { ?visit term:start_earliest ?day . FILTER(?day > "2016-12-31"^^xsd:date) }
            FILTER NOT EXISTS { ?visit term:start_latest ?day . FILTER(?day < "2013-01-01"^^xsd:date) }
        }
    """
    period = PartialDate("2013/2016")
    for person in ("abe-shinzo", "truong-tan-sang", "nguyen-tan-dung"):
        wanted = {(str(one.id),) for one in dataset.visits.led_by(person) if one.start.overlaps(period)}
        assert wanted
        assert set(asked(graph, query, lead=iri(person))) == wanted


def test_documents_behind_a_record(dataset: Dataset, graph: rdflib.Graph) -> None:
    """A record derives from the documents that it cites, each with the fields that it supports."""
    query = """
        SELECT ?id ?document ?path WHERE {
            ?one schema:identifier ?id ; schema:subjectOf/prov:qualifiedDerivation ?citation .
            ?citation prov:entity ?document ; term:supports ?path .
        }
    """
    records = [one for kind in KINDS for one in dataset.records(kind) if isinstance(one, SourcedRecord)]
    assert set(asked(graph, query)) == {
        (str(one.id), document_iri(citation.document), str(path))
        for one in records
        for citation in one.sources
        for path in citation.supports
    }
    visit = dataset.visits["2022-kishida-fumio"]
    direct = asked(graph, "SELECT ?one WHERE { ?visit schema:subjectOf/prov:wasDerivedFrom ?one }", visit=iri(visit.id))
    assert set(direct) == {(document_iri(one.document),) for one in visit.sources}


def test_other_values_of_a_field(dataset: Dataset, graph: rdflib.Graph) -> None:
    """Each conflict is another account of its record, with the value, who says so, and why it was not adopted."""
    query = """
        SELECT ?id ?field ?value ?document ?reason WHERE {
            ?one schema:identifier ?id ; schema:subjectOf ?record .
            ?other a term:Conflict ; prov:alternateOf ?record ; schema:propertyID ?field ; schema:value ?value ;
                prov:wasDerivedFrom ?document ; term:reason ?reason .
        }
    """
    records = [one for kind in KINDS for one in dataset.records(kind) if isinstance(one, SourcedRecord)]
    assert set(asked(graph, query)) == {
        (str(one.id), str(conflict.field), conflict.value, document_iri(document), conflict.reason)
        for one in records
        for conflict in one.conflicts
        for document in conflict.documents
    }


def test_who_held_an_office(dataset: Dataset, graph: rdflib.Graph) -> None:
    """A person has an occupation through a role, which has the dates."""
    query = """
        SELECT ?person ?start WHERE {
            ?person schema:hasOccupation ?term . ?term schema:hasOccupation ?office ; term:start ?start .
        }
    """
    office = "prime-minister-of-japan"
    assert set(asked(graph, query, office=iri(office))) == {
        (iri(person.id), str(term.start)) for person in dataset.people for term in person.terms if term.office == office
    }


def test_the_version_is_named(dataset: Dataset, graph: rdflib.Graph) -> None:
    """Every record is part of a version of the dataset; it is that of the file."""
    versions = asked(graph, "SELECT DISTINCT ?v WHERE { ?record a term:Record ; schema:isPartOf/schema:version ?v }")
    assert list(versions) == [(dataset.version,)]
