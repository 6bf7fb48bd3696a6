"""The graph as Turtle, with the shapes that it keeps: `vnjp-dataset.ttl`, `shapes.ttl`."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

import rdflib
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node as Term

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.rdf import Iri, Literal, Node, nodes
from vnjp_dataset.export.rdf.names import PREFIXES, compact
from vnjp_dataset.export.rdf.shapes import shapes
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked

FILE = "vnjp-dataset.ttl"
SHAPES = "shapes.ttl"


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-dataset.ttl`, the graph of `jsonld` triple by triple, and `shapes.ttl`, by which it can be validated.

    Every node stands after the one that it is a part of, records in the collections' order.
    """
    with staged(folder) as stage:
        with stage.path(FILE).open("xb") as stream:
            write_nodes(stream, nodes(dataset, kinds=kinds, track=track))
        with stage.path(SHAPES).open("xb") as stream:
            write_nodes(stream, shapes(kinds))
    return stage.paths


def write_nodes(stream: IO[bytes], found: Iterable[Node]) -> None:
    """Write nodes and those that stand in them as Turtle, in UTF-8."""
    writer = _Writer(stream)
    for node in found:
        for one in node.all():
            writer.block(one)


class _Writer(TurtleSerializer):
    """rdflib's writer of Turtle, given one node after the other instead of a graph that it would sort as a whole.

    So wholes stand before their parts and properties in the order of the model, and it takes seconds, not minutes.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(rdflib.Graph(bind_namespaces="none"))
        self.stream = stream
        self._said: dict[Term, list[Term]] = {}
        for prefix, start in PREFIXES.items():
            self.addNamespace(prefix, rdflib.URIRef(start))
        self.startDocument()

    def block(self, node: Node) -> None:
        """Write what is said of one node."""
        self._said = {rdflib.RDF.type: [_named(one) for one in node.types]}
        for prop, value in node.flat():
            self._said.setdefault(_named(prop), []).append(term(value))
        self.statement(_named(node.iri))
        self.write("\n")

    def buildPredicateHash(self, subject: Term) -> dict[Term, list[Term]]:  # noqa: N802, ARG002 - as rdflib calls it
        """Return what is said of the node at hand."""
        return self._said

    def sortProperties(self, properties: Mapping[Term, list[Term]]) -> list[Term]:  # noqa: N802 - as above
        """Return the properties as they come."""
        return list(properties)

    def get_pname(self, uri: Term, gen_prefix: bool = True) -> str | None:  # noqa: ARG002, FBT002 - as above
        """Return a name with its prefix, where it can be written so."""
        return _short(str(uri)) if isinstance(uri, rdflib.URIRef) else None

    getQName = get_pname  # noqa: N815 - what rdflib called it before 7.2


_SHORT = re.compile(r"[a-z]+:[A-Za-z0-9_](?:[A-Za-z0-9_.:-]*[A-Za-z0-9_-])?")


@functools.lru_cache(maxsize=65536)
def _short(name: str) -> str | None:
    found = compact(name)
    return found if found != name and _SHORT.fullmatch(found) else None


@functools.lru_cache(maxsize=65536)
def _named(name: Iri) -> rdflib.URIRef:
    return rdflib.URIRef(name)


def term(value: Iri | Literal) -> rdflib.URIRef | rdflib.Literal:
    """Return a name or literal as rdflib has it; the text stays as it is."""
    if not isinstance(value, Literal):
        return _named(value)
    datatype = _named(value.datatype) if value.datatype else None
    return rdflib.Literal(value.text, lang=value.language, datatype=datatype, normalize=False)
