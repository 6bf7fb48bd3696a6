"""Catalogues and search engines find the same facts, and the files that they point to."""

import json
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from pyshacl import validate  # pyright: ignore[reportUnknownVariableType] - half of it is untyped
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.about import about
from vnjp_dataset.export.dcat.catalogue import JSON_LD, TURTLE, graph
from vnjp_dataset.export.dcat.distributions import distributions
from vnjp_dataset.export.dcat.schema_org import description
from vnjp_dataset.export.extent import period
from vnjp_dataset.model import KINDS, PartialDate

# rdflib says so of its own reader of JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SCHEMA = Namespace("https://schema.org/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
WITHOUT_RECORDS = {"bibtex", "csl", "jsonschema", "dcat"}

SHAPES = """
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
    sh:property [ sh:path dcterms:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] ,
        [ sh:path dcterms:description ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] ,
        [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] ,
        [ sh:path dcat:version ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:Literal ] ,
        [ sh:path dcterms:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path dcterms:creator ; sh:minCount 1 ; sh:class foaf:Agent ] ,
        [ sh:path dcterms:issued ; sh:maxCount 1 ; sh:datatype xsd:date ] ,
        [ sh:path dcterms:temporal ; sh:class dcterms:PeriodOfTime ] ,
        [ sh:path dcterms:spatial ; sh:minCount 2 ; sh:nodeKind sh:IRI ] ,
        [ sh:path dcterms:language ; sh:minCount 3 ; sh:nodeKind sh:IRI ] ,
        [ sh:path dcterms:provenance ; sh:minCount 1 ; sh:class dcterms:ProvenanceStatement ] ,
        [ sh:path adms:identifier ; sh:minCount 1 ; sh:class adms:Identifier ] ,
        [ sh:path spdx:checksum ; sh:minCount 1 ; sh:maxCount 1 ; sh:class spdx:Checksum ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
    sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path dcat:downloadURL ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path dcterms:title ; sh:minCount 1 ] ,
        [ sh:path dcterms:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
          sh:pattern "^https://www[.]iana[.]org/assignments/media-types/[a-z]+/[a-z0-9.+-]+$" ] ,
        [ sh:path dcterms:conformsTo ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
[] a sh:NodeShape ; sh:targetClass adms:Identifier ;
    sh:property [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass dcterms:PeriodOfTime ;
    sh:property [ sh:path dcat:startDate ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ;
        sh:lessThanOrEquals dcat:endDate ] ,
        [ sh:path dcat:endDate ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ] .
[] a sh:NodeShape ; sh:targetClass spdx:Checksum ;
    sh:property [ sh:path spdx:algorithm ; sh:hasValue spdx:checksumAlgorithm_sha256 ] ,
        [ sh:path spdx:checksumValue ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:hexBinary ;
          sh:pattern "^[0-9a-fA-F]{64}$" ] .
"""
"""What DCAT-AP asks of datasets and distributions, and what we promise beyond that."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the real dataset."""
    return vnjp.load()


@pytest.fixture(scope="module")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the description of the real dataset."""
    made = tmp_path_factory.mktemp("dcat")
    paths = FORMATS["dcat"].write(dataset, made)
    assert [path.name for path in paths] == [TURTLE, JSON_LD]
    return made


def read(path: Path, form: str) -> Graph:
    """Return the graph that a file holds, addresses made absolute by where it stands."""
    return Graph().parse(path, format=form, publicID=path.as_uri())


def conforms(found: Graph) -> tuple[bool, str]:
    """Return whether a graph keeps the shapes, and the report."""
    outcome = cast("tuple[bool, Graph, str]", validate(found, shacl_graph=Graph().parse(data=SHAPES, format="turtle")))
    return outcome[0], outcome[2]


def test_what_catalogues_ask_for_is_there(folder: Path) -> None:
    """The description keeps the shapes of DCAT-AP."""
    found = read(folder / TURTLE, "turtle")
    kept, report = conforms(found)
    assert kept, report
    assert len(list(found.subjects(RDF.type, DCAT.Distribution))) == len(distributions())


@pytest.mark.parametrize("lost", [DCTERMS.title, DCAT.accessURL, DCAT.version, SPDX.checksumValue])
def test_the_shapes_miss_what_is_missing(folder: Path, lost: URIRef) -> None:
    """Without one of these the description would not keep them."""
    found = read(folder / TURTLE, "turtle")
    found.remove((None, lost, None))
    assert not conforms(found)[0]


def test_facts_are_those_of_the_dataset(dataset: Dataset, folder: Path) -> None:
    """Both files give the dataset's version, fingerprint and citation, and the period of its events."""
    found, other = read(folder / TURTLE, "turtle"), read(folder / JSON_LD, "json-ld")
    (here,) = found.subjects(RDF.type, DCAT.Dataset)
    assert list(other.subjects(RDF.type, SCHEMA.Dataset)) == [here]
    for ours, theirs, value in (
        (DCAT.version, SCHEMA.version, dataset.version),
        (DCTERMS.identifier, SCHEMA.identifier, f"sha256:{dataset.fingerprint}"),
        (DCTERMS.bibliographicCitation, SCHEMA.creditText, dataset.cite().apa),
    ):
        assert str(found.value(here, ours)) == str(other.value(here, theirs)) == value
    (sum_,) = found.objects(None, SPDX.checksumValue)
    assert str(sum_).lower() == dataset.fingerprint
    days = period(dataset)
    assert days is not None
    assert [str(next(found.objects(None, one))) for one in (DCAT.startDate, DCAT.endDate)] == str(days).split("/")
    assert str(other.value(here, SCHEMA.temporalCoverage)) == str(days)
    assert found.value(here, DCTERMS.license) == other.value(here, SCHEMA.license)


def test_a_release_has_its_day(dataset: Dataset) -> None:
    """A version that is none has no date, a release has the day on which it was made."""
    work = attrs.evolve(about(dataset), released=None)
    release = attrs.evolve(work, released=PartialDate("2024-01-31"))
    assert (None, DCTERMS.issued, None) not in graph(work, None)
    assert "datePublished" not in description(work, None)
    assert list(graph(release, None).objects(None, DCTERMS.issued)) == [Literal("2024-01-31", datatype=XSD.date)]
    assert description(release, None)["datePublished"] == "2024-01-31"


def test_every_format_with_records_is_a_distribution() -> None:
    """The catalogue of formats and that of distributions are one."""
    assert {one.name for one in distributions()} == set(FORMATS) - WITHOUT_RECORDS


def test_addresses_lead_to_the_files(dataset: Dataset, tmp_path: Path) -> None:
    """With each format in a folder of its name beside the description, every address in it leads somewhere."""
    few = Dataset({"visits": dataset.visits[:2]})
    for one in (*(form.name for form in distributions()), "jsonschema"):
        FORMATS[one].write(few, tmp_path / one)
    FORMATS["dcat"].write(few, tmp_path)
    beside = tmp_path.as_uri()
    for name, form in ((TURTLE, "turtle"), (JSON_LD, "json-ld")):
        addresses = {str(one) for one in read(tmp_path / name, form).objects() if str(one).startswith(beside)}
        assert len(addresses) >= len(distributions())
        for one in addresses:
            assert (tmp_path / one.removeprefix(f"{beside}/")).exists(), one


@settings(max_examples=10)
@given(dataset=strategies.datasets(max_visits=1))
def test_equal_data_gives_equal_bytes(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The order in which records were given makes no difference; any dataset's description keeps the shapes."""
    turned = Dataset({kind: tuple(reversed(dataset.records(kind))) for kind in KINDS}, version=dataset.version)
    first, second = (tmp_path_factory.mktemp("equal") for _ in range(2))
    ours, theirs = FORMATS["dcat"].write(dataset, first), FORMATS["dcat"].write(turned, second)
    assert [one.read_bytes() for one in ours] == [one.read_bytes() for one in theirs]
    kept, report = conforms(read(first / TURTLE, "turtle"))
    assert kept, report


def test_a_part_of_the_dataset_has_its_own_fingerprint(dataset: Dataset, tmp_path: Path) -> None:
    """With some kinds only, fingerprint and period are those of their records."""
    FORMATS["dcat"].write(dataset, tmp_path, kinds=("places", "offices"))
    found: Any = json.loads((tmp_path / JSON_LD).read_text("utf-8"))
    assert found["identifier"] == f"sha256:{about(dataset, ('places', 'offices')).fingerprint}"
    assert found["identifier"] != f"sha256:{dataset.fingerprint}"
    assert "temporalCoverage" not in found
