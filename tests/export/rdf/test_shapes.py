"""Graphs of valid data keep the shapes, and what is broken does not."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from hypothesis import given, settings
from rdflib import SH
from tests.export.rdf.reading import triples

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.rdf import Node, nodes
from vnjp_dataset.export.rdf.shapes import shapes
from vnjp_dataset.model import KindName

BASE = Path(__file__).parents[2] / "checks" / "base"
TERM = rdflib.Namespace("urn:vnjp-dataset:term:")
VNJP = rdflib.Namespace("urn:vnjp-dataset:")
VISIT = VNJP["2021-an-van-binh"]
LEAD = VNJP["an-van-binh"]


def graph_of(found: Iterable[Node]) -> rdflib.Graph:
    """Return nodes as a graph of rdflib."""
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in triples(found):
        graph.add(triple)
    return graph


SHAPES = graph_of(shapes())


def broken(graph: rdflib.Graph, kept: rdflib.Graph = SHAPES) -> set[str]:
    """Return the names of the shapes that a graph does not keep."""
    # pyshacl says no type for some of what it gives.
    report: object = pyshacl.validate(graph, shacl_graph=kept)[1]  # pyright: ignore[reportUnknownMemberType]
    assert isinstance(report, rdflib.Graph)
    # What a result goes on to explain in detail is no result of its own.
    found = (report.value(one, SH.sourceShape) for one in report.objects(None, SH.result))
    return {str(one).removeprefix("urn:vnjp-dataset:shape:") for one in found}


@pytest.fixture(scope="module")
def base() -> rdflib.Graph:
    """Return the graph of a small dataset in which every kind of record is."""
    return graph_of(nodes(vnjp.load(BASE)))


def test_a_valid_dataset_keeps_the_shapes(base: rdflib.Graph) -> None:
    """Nothing is found where nothing is wrong."""
    assert broken(base) == set()


@settings(max_examples=3)
@given(dataset=strategies.datasets(max_visits=1))
def test_any_valid_dataset_keeps_the_shapes(dataset: Dataset) -> None:
    """What passes every check keeps every shape."""
    assert broken(graph_of(nodes(dataset))) == set()


def test_real_records_keep_the_shapes_of_their_kinds() -> None:
    """Visits and people are as the shapes say; what they name and the graph leaves out need not be there."""
    kinds: tuple[KindName, ...] = ("visits", "people")
    assert broken(graph_of(nodes(vnjp.load(), kinds=kinds)), graph_of(shapes(kinds))) == set()


Edit = Callable[[rdflib.Graph], object]
BREAKS: dict[str, tuple[Edit, str]] = {
    "a visit without a lead": (lambda graph: graph.remove((VISIT, TERM.lead, None)), "Visit.lead"),
    "a lead who is a place": (lambda graph: graph.set((VISIT, TERM.lead, VNJP["tokyo"])), "Visit.lead"),
    "a lead who is not there": (lambda graph: graph.set((VISIT, TERM.lead, VNJP["nobody"])), "Visit.lead"),
    "two leads": (lambda graph: graph.add((VISIT, TERM.lead, VNJP["mori-ken"])), "Visit.lead"),
    "a word of another vocabulary": (lambda graph: graph.set((VISIT, TERM.status, TERM["Rank.other"])), "Visit.status"),
    "a word that there is not": (lambda graph: graph.set((VISIT, TERM.status, TERM["EventStatus.no"])), "Visit.status"),
    "a start that is plain text": (lambda graph: graph.set((VISIT, TERM.start, rdflib.Literal("2021"))), "Visit.start"),
    "two names in one language": (
        lambda graph: graph.add((LEAD, rdflib.SDO.name, rdflib.Literal("Another", lang="en"))),
        "Person.name",
    ),
    "a record that is nowhere": (
        lambda graph: graph.remove((None, rdflib.SDO.isPartOf, None)),
        "Record.isPartOf",
    ),
    "a citation of nothing": (
        lambda graph: graph.remove((VNJP["2021-an-van-binh#sources.0"], rdflib.PROV.entity, None)),
        "Citation.entity",
    ),
    "a conflict with nobody": (
        lambda graph: graph.remove((None, rdflib.PROV.alternateOf, None)),
        "Conflict.alternateOf",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_found(name: str, base: rdflib.Graph) -> None:
    """Each break of a valid graph is found at the shape that it breaks, and at no other."""
    edit, shape = BREAKS[name]
    graph = rdflib.Graph(bind_namespaces="none") + base
    edit(graph)
    assert broken(graph) == {shape}
