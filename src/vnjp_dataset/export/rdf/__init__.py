"""The dataset as one graph: what it says, in terms of schema.org, PROV, SKOS and its own; other modules write it."""

from vnjp_dataset.export.rdf.graph import nodes
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node, Statement

__all__ = ["Iri", "Literal", "Node", "Statement", "nodes"]
