"""GraphML: people, bodies, visits, meetings and agreements as a network."""

import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import networkx as nx

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.mended import xml_text
from vnjp_dataset.export.naming import Names
from vnjp_dataset.export.network import NODES, Tie, ties
from vnjp_dataset.model import (
    Agreement,
    Event,
    KindName,
    Mechanism,
    Meeting,
    Milestone,
    Organization,
    PartialDate,
    Person,
    Rank,
    Record,
    Visit,
)
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.tables.columns import first_day, last_day

FILE = "vnjp-dataset.graphml"
Attributes = Mapping[str, str | int | None]
"""What a node or an edge is described by; None where nothing is known."""
_RANKS: tuple[Rank, ...] = typing.get_args(Rank)

if typing.TYPE_CHECKING:  # when it runs, networkx does not say what nodes are
    Graph = nx.MultiDiGraph[str]


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = NODES, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-dataset.graphml`: a node for each record of the kinds, an edge for each tie between two of them."""
    found = graph(dataset, kinds=kinds, track=track)
    found.graph["id"] = "vnjp-dataset"
    with staged(folder) as stage:
        # With lxml at hand networkx would write other bytes: this is the writer that is always there.
        nx.write_graphml_xml(found, stage.path(FILE))
    return stage.paths


def graph(dataset: Dataset, *, kinds: Sequence[KindName] = NODES, track: Track = untracked) -> "Graph":
    """Return the network: a directed graph in which two records may be tied more than once.

    Nodes are records by their ids, edges are ties by theirs; both in the order of the collections. A tie to a record
    that is not there, or not of the kinds, is left out.
    """
    found: Graph = nx.MultiDiGraph(version=xml_text(dataset.version), fingerprint=dataset.fingerprint)
    names = Names(dataset)
    chosen: list[KindName] = [kind for kind in NODES if kind in kinds]
    for kind in chosen:
        for record in dataset.records(kind):
            found.add_node(str(record.id), **_known({"kind": kind, **_node(dataset, names, record)}))
    for kind in chosen:
        for record in track(dataset.records(kind), kind, len(dataset.records(kind))):
            for tie in ties(record):
                if tie.source in found and tie.target in found:
                    found.add_edge(tie.source, tie.target, key=tie.id, **_known(_edge(tie)))
    return found


def _known(attributes: Attributes) -> dict[str, str | int]:
    """Return what is known, in characters that XML can hold."""
    return {
        name: xml_text(value) if isinstance(value, str) else value
        for name, value in attributes.items()
        if value is not None
    }


def _node(dataset: Dataset, names: Names, record: Record) -> Attributes:
    label = names.title(record)
    described: dict[str, str | int | None] = {"label": label, **dict(_own(dataset, record))}
    if isinstance(record, Visit | Meeting):
        described["label"] = f"{label}, {record.begins}"  # the same people meet again
    if isinstance(record, Event):
        described.update(_when(record.begins, record.ends))
    return described


def _own(dataset: Dataset, record: Record) -> Iterator[tuple[str, str | None]]:
    """Yield what a record of its kind is described by."""
    match record:
        case Person():
            yield from _languages(record.name.en, record.name.vi, record.name.ja)
            yield "country", record.country
            yield "rank", _highest(dataset, (term.office for term in record.terms))
        case Organization():
            yield from _languages(record.name.en, record.name.vi, record.name.ja)
            yield from (("country", record.country), ("category", record.kind))
        case Visit():
            yield from (("direction", record.direction), ("status", record.status))
            yield "rank", _highest(dataset, iter((record.office,)))
        case Meeting():
            yield from (("category", record.medium), ("status", record.status))
        case Agreement():
            yield from _languages(record.title.en, record.title.vi, record.title.ja)
            yield "category", record.kind
        case Milestone() | Mechanism():
            yield from _languages(record.name.en, record.name.vi, record.name.ja)
            yield "category", record.kind
        case _:
            return


def _languages(en: str | None, vi: str | None, ja: str | None) -> Iterator[tuple[str, str | None]]:
    yield from (("name_en", en), ("name_vi", vi), ("name_ja", ja))


def _highest(dataset: Dataset, offices: Iterator[str]) -> str | None:
    """Return the highest rank of some offices."""
    found = (dataset.offices.find(one) for one in offices)
    ranks = {one.rank for one in found if one}
    return next((rank for rank in _RANKS if rank in ranks), None)


def _edge(tie: Tie) -> Attributes:
    described: dict[str, str | int | None] = {
        "relation": tie.relation,
        "office": tie.office,
        "role": tie.role,
        "activity": tie.activity,
    }
    if tie.date:
        described.update(_when(tie.date, tie.date))
    return described


def _when(begins: PartialDate, ends: PartialDate) -> Attributes:
    """Return a time as it is known, the days that it lies between, and its year where that is certain."""
    first, last = first_day(begins), last_day(ends)
    certain = begins.precision != "open" and begins.earliest.year == begins.latest.year
    return {
        "date": begins.text,
        "first_day": first.isoformat() if first else None,
        "last_day": last.isoformat() if last else None,
        "year": begins.earliest.year if certain else None,
    }
