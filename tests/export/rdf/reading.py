"""The graph as rdflib reads it."""

from collections.abc import Iterable

import rdflib
from rdflib.term import Node as Term

from vnjp_dataset.export.rdf import Node
from vnjp_dataset.export.turtle import term

Triple = tuple[Term, Term, Term]


def triples(found: Iterable[Node]) -> set[Triple]:
    """Return what nodes say, as rdflib has it."""
    return {triple for top in found for node in top.all() for triple in _of_node(node)}


def _of_node(node: Node) -> Iterable[Triple]:
    here = rdflib.URIRef(node.iri)
    yield from ((here, rdflib.RDF.type, rdflib.URIRef(one)) for one in node.types)
    yield from ((here, rdflib.URIRef(prop), term(value)) for prop, value in node.flat())


def read(data: bytes | str, form: str) -> set[Triple]:
    """Return the triples of a document that rdflib reads."""
    return set(rdflib.Graph(bind_namespaces="none").parse(data=data, format=form))
