"""Turtle and JSON-LD are one graph: what is written in either is read back, triple by triple."""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.export.anytext import any_text, full_of
from tests.export.rdf.reading import read, triples

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.jsonld import lines
from vnjp_dataset.export.rdf import Iri, Literal, Node, nodes
from vnjp_dataset.export.rdf.context import keys
from vnjp_dataset.export.rdf.names import compact, own, public
from vnjp_dataset.export.rdf.records import document_nodes, record_node
from vnjp_dataset.export.rdf.shapes import shapes
from vnjp_dataset.export.turtle import write_nodes
from vnjp_dataset.model import KINDS, KindName, Record, Source

# rdflib's reader of JSON-LD makes a graph of a class that rdflib is about to give up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

BASE = Path(__file__).parents[2] / "checks" / "base"
VERSION = Iri("urn:vnjp-dataset:dataset:0")
slow = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def turtle(found: Sequence[Node]) -> bytes:
    """Return nodes as Turtle."""
    stream = io.BytesIO()
    write_nodes(stream, found)
    return stream.getvalue()


def jsonld(found: Sequence[Node]) -> str:
    """Return nodes as JSON-LD."""
    return "".join(lines(found))


def assert_read_back(found: Sequence[Node]) -> None:
    """Compare nodes with what rdflib reads in both forms of them."""
    wanted = triples(found)
    assert read(turtle(found), "turtle") == wanted
    assert read(jsonld(found), "json-ld") == wanted


@pytest.mark.parametrize("kind", list(KINDS))
def test_both_forms_of_any_record_are_one_graph(kind: KindName) -> None:
    """Whatever a record holds – odd text, thirty digits, the first year, open dates – comes back from both forms."""

    @slow
    @given(record=st.from_type(KINDS[kind].record), label=any_text())
    def law(record: Record, label: str) -> None:
        documents = document_nodes(record) if isinstance(record, Source) else ()
        assert_read_back([record_node(record, label, VERSION), *documents])

    law()


@settings(max_examples=3)
@given(dataset=full_of(any_text()))
def test_both_forms_of_any_dataset_are_one_graph(dataset: tuple[Dataset, str]) -> None:
    """With the dataset's own node, the terms and the vocabularies it is one graph as well."""
    assert_read_back(list(nodes(dataset[0])))


@given(text=any_text())
@example("\x00\x01\x08\x0b\x0c\r\n\r\t\x1f\x7f")
@example('"""\\" \\u0041 \\')
@example("'''")
@example("@none")
@example("\ufeff\u202e\u0301\ufffe")
def test_any_text_comes_back(text: str) -> None:
    """A text is read as it was written, plain, in a language, as an address and as a number that is none."""
    name, url = public("schema:name"), public("schema:url")
    node = Node(
        own("a"),
        (own("A"),),
        (
            (name, Literal(text)),
            (name, Literal(text, language="ja-Hrkt")),
            (public("schema:description"), Literal(text)),
            (public("schema:description"), Literal(text, language="vi")),
            (url, Literal(text, public("xsd:anyURI"))),
            (url, Iri("https://example.org/a")),
            (public("schema:roleName"), Literal(text)),
            (public("schema:roleName"), own("CompanionRole.spouse")),
        ),
    )
    assert_read_back([node])
    # In a page, it neither ends the element that it stands in nor opens another.
    assert "<" not in jsonld([node])


def test_every_property_can_have_any_kind_of_value() -> None:
    """Under each key a name, a plain text, a text in a language and a typed one are told apart."""
    values = (
        own("a"),
        Literal("a"),
        Literal("b", language="en"),
        Literal("1.0", public("xsd:decimal")),
        Literal("2002", public("xsd:gYear")),
        Literal("true", public("xsd:boolean")),
        Node(own("b"), (own("B"),), ()),
    )
    for iri, key in keys().items():
        texts = [one for one in values if isinstance(one, Literal) and one.datatype is None]
        fitting = texts if key.values == "@language" else values
        node = Node(own("c"), (own("C"),), tuple((iri, one) for one in fitting))
        assert read(jsonld([node]), "json-ld") == triples([node]), compact(iri)


def test_bytes_are_equal_in_every_process(tmp_path: Path) -> None:
    """Two processes that hash texts differently write the same files."""
    script = (
        "import sys, pathlib, vnjp_dataset as vnjp\n"
        "from vnjp_dataset.export import FORMATS\n"
        "for name in ('turtle', 'jsonld'): FORMATS[name].write(vnjp.load(sys.argv[1]), pathlib.Path(sys.argv[2]))"
    )
    for seed in ("1", "2"):
        folder = str(tmp_path / seed)
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, str(BASE), folder], env=environment, check=True)
    written = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert written == ["shapes.ttl", "vnjp-dataset.jsonld", "vnjp-dataset.ttl"]
    for name in written:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_shapes_are_turtle() -> None:
    """The shapes come back as they were written, and have no blank nodes."""
    found = list(shapes())
    assert read(turtle(found), "turtle") == triples(found)


def test_files_have_their_names(tmp_path: Path) -> None:
    """Turtle comes with the shapes of the kinds that are in it; a word of a kind that is left out is a name only."""
    empty = Dataset({})
    paths = FORMATS["turtle"].write(empty, tmp_path, kinds=("visits",))
    assert [path.name for path in paths] == ["vnjp-dataset.ttl", "shapes.ttl"]
    text = (tmp_path / "shapes.ttl").read_text("utf-8")
    assert "sh:class term:Visit" in text
    assert "sh:class term:Person" not in text
    assert [path.name for path in FORMATS["jsonld"].write(empty, tmp_path)] == ["vnjp-dataset.jsonld"]
