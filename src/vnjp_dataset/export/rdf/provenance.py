"""The dataset itself: which version it is, what it holds, and whose it is."""

from collections.abc import Iterator

from vnjp_dataset.citation.facts import AUTHOR
from vnjp_dataset.export.about import About
from vnjp_dataset.export.rdf.forms import EXACT
from vnjp_dataset.export.rdf.names import IDENTIFIER, NAME, dataset_iri, part_iri, public
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node, Statement

_TYPES = (public("schema:Dataset"), public("prov:Entity"))
_CREATOR = (public("schema:Organization"), public("prov:Agent"))


def dataset_node(facts: About) -> Node:
    """Return the version of the dataset, with the fingerprint of the records in the graph and how to cite them."""
    here = dataset_iri(facts.version)
    return Node(here, _TYPES, tuple(_statements(facts, here)))


def _statements(facts: About, here: Iri) -> Iterator[Statement]:
    yield NAME, Literal(facts.title, language="en")
    yield public("schema:description"), Literal(facts.abstract, language="en")
    yield public("schema:version"), Literal(facts.version)
    yield IDENTIFIER, Literal(f"sha256:{facts.fingerprint}")
    if facts.released:
        yield from ((public("schema:datePublished"), one) for one in EXACT.objects(facts.released))
    yield public("schema:license"), Iri(facts.licence_url)
    yield public("schema:creditText"), Literal(facts.citation)
    creator = part_iri(here, "creator")
    yield public("schema:creator"), Node(creator, _CREATOR, ((NAME, Literal(AUTHOR, language="en")),))
    yield public("prov:wasAttributedTo"), creator
