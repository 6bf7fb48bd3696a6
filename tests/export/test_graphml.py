"""Programs that read GraphML find the records and what ties them."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings
from tests.export.anytext import any_text, full_of

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.graphml import graph
from vnjp_dataset.export.mended import xml_text
from vnjp_dataset.export.network import NODES, RELATIONS, ties
from vnjp_dataset.loading import load

ROOT = Path(__file__).parents[2]
XML = "{http://graphml.graphdrawing.org/xmlns}"

Read = tuple[Dataset, Path, "nx.MultiDiGraph[str]"]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return the whole dataset, its file, and the graph that networkx reads from it."""
    dataset = load(ROOT / "data")
    (path,) = FORMATS["graphml"].write(dataset, tmp_path_factory.mktemp("graphml"))
    return dataset, path, read(path)


def read(path: Path) -> "nx.MultiDiGraph[str]":
    """Return what networkx reads."""
    found = nx.read_graphml(path, force_multigraph=True)
    assert isinstance(found, nx.MultiDiGraph)
    return found


def test_records_are_nodes(everything: Read) -> None:
    """Every record of the kinds is there once, in order, with its kind, names, rank and days."""
    dataset, _, found = everything
    assert list(found) == [one.id for kind in NODES for one in dataset.records(kind)]
    nodes = found.nodes
    for person in dataset.people:
        node = nodes[person.id]
        held = {dataset.offices[term.office].rank for term in person.terms}
        assert (node["kind"], node["name_en"], node.get("name_ja")) == ("people", person.name.en, person.name.ja)
        assert node.get("rank") in held or not held
    for visit in dataset.visits:
        node = nodes[visit.id]
        assert (node["direction"], node["rank"]) == (visit.direction, dataset.offices[visit.office].rank)
        assert node["label"].startswith(str(dataset.people[visit.lead].name))
        assert node["label"].endswith(f", {visit.start}")
        if visit.start.precision == "day":
            assert (node["first_day"], node["year"]) == (visit.start.text[:10], visit.start.earliest.year)


def test_ties_are_edges(everything: Read) -> None:
    """Every tie is an edge with its relation and date, by the name of the field that tells of it."""
    dataset, _, found = everything
    told = {one.id: one for kind in NODES for record in dataset.records(kind) for one in ties(record)}
    edges = {key: (source, target, data) for source, target, key, data in found.edges(keys=True, data=True)}
    assert set(edges) == set(told)
    for name, (source, target, data) in edges.items():
        tie = told[name]
        assert (source, target, data["relation"]) == (tie.source, tie.target, tie.relation)
        assert data.get("date") == (tie.date.text if tie.date else None)
        assert (data.get("office"), data.get("role")) == (tie.office, tie.role)
    assert {data["relation"] for *_, data in edges.values()} == set(RELATIONS)


def test_the_file_declares_what_it_holds(everything: Read) -> None:
    """Ids are names of XML, each once; every attribute has a type, a year is a whole number."""
    dataset, path, found = everything
    root = ET.parse(path).getroot()  # noqa: S314 - of our own making
    for part in ("node", "edge", "key"):
        ids = Counter(one.get("id", "") for one in root.iter(f"{XML}{part}"))
        assert set(ids.values()) == {1}
        assert all(re.fullmatch(r"[\w.:-]+", one, re.ASCII) for one in ids)
    types = {one.get("attr.name"): one.get("attr.type") for one in root.iter(f"{XML}key")}
    assert types.pop("year") == "long"
    assert set(types.values()) == {"string"}
    assert (found.graph["version"], found.graph["fingerprint"]) == (dataset.version, dataset.fingerprint)


def test_a_question_can_be_asked(everything: Read) -> None:
    """Who led the most visits in the graph has led the most in the dataset."""
    dataset, _, found = everything
    led = Counter(source for source, _, data in found.edges(data=True) if data["relation"] == "led")
    assert led == dataset.visits.count_by("lead")


@settings(max_examples=20)
@given(full_of(any_text()))
def test_any_text_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Dataset, str]) -> None:
    """Whatever names and roles hold, the file is XML, and what XML can hold comes back."""
    dataset, text = drawn
    (path,) = FORMATS["graphml"].write(dataset, tmp_path_factory.mktemp("graphml"))
    found = read(path)
    made = graph(dataset)
    assert list(found.nodes(data=True)) == list(made.nodes(data=True))
    assert list(found.edges(keys=True, data=True)) == list(made.edges(keys=True, data=True))
    for kind in ("people", "agreements", "organizations"):
        assert {found.nodes[one.id]["name_en"] for one in dataset.records(kind)} <= {xml_text(text)}


def test_kinds_are_chosen(everything: Read, tmp_path: Path) -> None:
    """Of some kinds there are these nodes, and the ties between them."""
    dataset, _, whole = everything
    (path,) = FORMATS["graphml"].write(dataset, tmp_path, kinds=("people", "visits"))
    found = read(path)
    chosen = {one for one, data in whole.nodes(data=True) if data["kind"] in ("people", "visits")}
    assert set(found) == chosen
    assert set(found.edges(keys=True)) == set(whole.subgraph(chosen).edges(keys=True))


def test_ties_to_nothing_are_left_out() -> None:
    """A record that names somebody who is not there stands alone, and makes nobody up."""
    visit = load(ROOT / "tests/checks/base").visits["2021-an-van-binh"]
    found = graph(Dataset({"visits": (visit,)}))
    assert list(found) == [visit.id]
    assert found.number_of_edges() == 0
