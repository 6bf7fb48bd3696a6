"""The whole graph, node by node."""

from collections.abc import Iterator, Sequence

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.about import about
from vnjp_dataset.export.naming import Names
from vnjp_dataset.export.rdf.additions import SCHEMES
from vnjp_dataset.export.rdf.declarations import declarations
from vnjp_dataset.export.rdf.names import IDENTIFIER, country_iri, dataset_iri, public
from vnjp_dataset.export.rdf.provenance import dataset_node
from vnjp_dataset.export.rdf.records import document_nodes, record_node
from vnjp_dataset.export.rdf.terms import Literal, Node
from vnjp_dataset.export.rdf.vocabularies import scheme_node, vocabulary_nodes
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import CountryCode, KindName, Meeting, Record, Source, Visit
from vnjp_dataset.model.walk import walk
from vnjp_dataset.progress import Track, untracked


def nodes(dataset: Dataset, *, kinds: Sequence[KindName] = ALL, track: Track = untracked) -> Iterator[Node]:
    """Yield every node that stands in no other: the dataset, its records, documents and countries, then the terms.

    Records are in the order of their collections. What records name and these kinds lack has a name and no node.
    """
    version = dataset_iri(dataset.version)
    countries: set[str] = set()
    names = Names(dataset)
    yield dataset_node(about(dataset, kinds))
    for kind in kinds:
        records = dataset.records(kind)
        for record in track(records, kind, len(records)):
            countries.update(_countries(record))
            yield record_node(record, _label(record, names), version)
            if isinstance(record, Source):
                yield from document_nodes(record)
    yield from (_country(code) for code in sorted(countries))
    yield from (scheme_node(iri, label) for iri, label in SCHEMES.values())
    yield from vocabulary_nodes()
    yield from declarations()


def _label(record: Record, names: Names) -> str:
    """Return what a record is called; who comes and who meets does so many times, hence the day."""
    title = names.title(record)
    return f"{title}, {record.begins}" if isinstance(record, (Visit, Meeting)) else title


def _countries(record: Record) -> Iterator[str]:
    return (str(value) for _, declared, value in walk(record) if declared is CountryCode)


def _country(code: str) -> Node:
    return Node(country_iri(code), (public("schema:Country"),), ((IDENTIFIER, Literal(code)),))
