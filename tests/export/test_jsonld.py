"""The real records as JSON-LD: rdflib reads the graph from them, and any program reads the records."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.query import ResultRow
from tests.export.rdf.reading import triples

import vnjp_dataset as vnjp
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.iri import document_iri, iri
from vnjp_dataset.export.rdf import nodes
from vnjp_dataset.model import KINDS, KindName

# rdflib's reader of JSON-LD makes a graph of a class that rdflib is about to give up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

READ: tuple[KindName, ...] = tuple(kind for kind in KINDS if kind not in ("visits", "people", "offices", "sources"))
"""Those that `test_turtle` does not read; without publishers, whose documents are many and much alike."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the dataset."""
    return vnjp.load()


@pytest.fixture(scope="module")
def whole(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the file with everything as any program reads it."""
    (path,) = FORMATS["jsonld"].write(dataset, tmp_path_factory.mktemp("whole"))
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def graph(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    """Return what rdflib reads."""
    (path,) = FORMATS["jsonld"].write(dataset, tmp_path_factory.mktemp("part"), kinds=READ)
    return rdflib.Graph(bind_namespaces="none").parse(path, format="json-ld")


def test_the_graph_comes_back(dataset: Dataset, graph: rdflib.Graph) -> None:
    """The triples that rdflib reads are those that the records make."""
    assert set(graph) == triples(nodes(dataset, kinds=READ))


def test_agreements_in_a_field_or_a_narrower_one(dataset: Dataset, graph: rdflib.Graph) -> None:
    """`skos:broader*` finds what `where(field=...)` finds."""
    query = """
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?one WHERE { ?one a <urn:vnjp-dataset:term:Agreement> ; dcterms:subject/skos:broader* ?field }
    """
    for field in ("economy", "security", "culture"):
        wanted = {iri(one.id) for one in dataset.agreements.where(field=field)}
        rows = graph.query(query, initBindings={"field": rdflib.URIRef(iri(field))})
        assert wanted
        assert {str(row[0]) for row in rows if isinstance(row, ResultRow)} == wanted


def test_figures_are_observations(dataset: Dataset, graph: rdflib.Graph) -> None:
    """Measure, value and unit of each figure are those of its record, digit by digit."""
    query = """
        PREFIX schema: <https://schema.org/>
        SELECT ?id ?measure ?value ?unit WHERE {
            ?one a schema:Observation ; schema:identifier ?id ; schema:measuredProperty ?measure ;
                schema:value ?value ; schema:unitText ?unit
        }
    """
    rows = [row for row in graph.query(query) if isinstance(row, ResultRow)]
    assert sorted(
        (str(one), str(measure), Decimal(str(value)), str(unit)) for one, measure, value, unit in rows
    ) == sorted((str(one.id), iri(one.measure), one.value, one.unit) for one in dataset.figures)


def named(whole: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the nodes of the file by the names they have without prefix."""
    return {one["id"].removeprefix("vnjp:"): one for one in whole["@graph"]}


def test_every_record_is_one_object(dataset: Dataset, whole: dict[str, Any]) -> None:
    """Each record, whatever its kind, is an object of the graph with its id, its class and the record in it."""
    found = named(whole)
    for record in (*dataset, *dataset.retired):
        one = found[record.id]
        assert one["identifier"] == record.id
        assert one["type"][0] == f"term:{type(record).__name__}"
        assert one["subjectOf"]["id"] == f"vnjp:{record.id}#record"


def test_every_document_is_one_object(dataset: Dataset, whole: dict[str, Any]) -> None:
    """Each document has its title under its language, its address and its publisher."""
    found = named(whole)
    for name, document in dataset.documents.items():
        one = found[document_iri(name).removeprefix("urn:vnjp-dataset:")]
        assert one["name"] == {document.language: document.title}
        url = one["url"]
        assert document.url == (url if isinstance(url, str) else url["@value"])
        assert one["publisher"] == f"vnjp:{name.partition('/')[0]}"


def test_parts_stand_in_their_records(dataset: Dataset, whole: dict[str, Any]) -> None:
    """A step of an itinerary is in the visit, whoever was met in the step, a citation in the record."""
    visit = dataset.visits["2014-truong-tan-sang"]
    one = named(whole)[visit.id]
    assert [step["activity"] for step in one["subEvent"]] == [
        f"term:Activity.{step.activity}" for step in visit.itinerary
    ]
    assert [step["position"] for step in one["subEvent"]] == [str(place) for place in range(len(visit.itinerary))]
    assert [len(step.get("attendee", ())) for step in one["subEvent"]] == [
        len(step.participants) for step in visit.itinerary
    ]
    cited = one["subjectOf"]["qualifiedDerivation"]
    assert [citation["supports"] for citation in cited] == [list(citation.supports) for citation in visit.sources]


def test_a_node_is_a_line(dataset: Dataset, tmp_path: Path) -> None:
    """Line tools can compare two releases: the context is one line, and each node."""
    (path,) = FORMATS["jsonld"].write(Dataset({"fields": dataset.records("fields")}), tmp_path)
    head, graph, *found, end = path.read_text("utf-8").splitlines()
    assert (graph, end) == ('"@graph": [', "]}")
    assert json.loads(f"{head.removesuffix(',')}}}")["@context"]["startDate"]["@id"] == "schema:startDate"
    assert all(json.loads(line.removesuffix(","))["id"] for line in found)
