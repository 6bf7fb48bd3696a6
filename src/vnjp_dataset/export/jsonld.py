"""The graph as JSON-LD: `vnjp-dataset.jsonld`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.rdf import Iri, Literal, Node, nodes
from vnjp_dataset.export.rdf.context import NAMED, TEXTS, Key, context, keys
from vnjp_dataset.export.rdf.names import compact
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked

FILE = "vnjp-dataset.jsonld"


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-dataset.jsonld`: the context, then one node on a line, with its parts in it.

    It is the graph of `turtle`, triple by triple.
    """
    with staged(folder) as stage, stage.text(FILE) as stream:
        stream.writelines(lines(nodes(dataset, kinds=kinds, track=track)))
    return stage.paths


def lines(found: Iterable[Node]) -> Iterator[str]:
    """Yield nodes as a JSON-LD document, piece by piece."""
    yield f'{{"@context": {_json(context())},\n"@graph": ['
    before = "\n"
    for node in found:
        yield f"{before}{_json(_node(node))}"
        before = ",\n"
    yield "\n]}\n"


def _json(value: object) -> str:
    # Whoever puts it into a web page must not have it end, or open, an element there.
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _node(node: Node) -> dict[str, object]:
    """Return a node as an object: keys in the order in which they are first said."""
    values: dict[Iri, list[Iri | Literal | Node]] = {}
    for prop, value in node.statements:
        values.setdefault(prop, []).append(value)
    said = {key.name: _values(key, found) for prop, found in values.items() for key in (keys()[prop],)}
    return {"id": compact(node.iri), "type": [compact(one) for one in node.types], **said}


def _values(key: Key, found: list[Iri | Literal | Node]) -> object:
    if key.values == TEXTS:
        return _by_language(found)
    values = [_value(key, one) for one in found]
    return values if key.several or len(values) > 1 else values[0]


def _by_language(found: Iterable[Iri | Literal | Node]) -> dict[str, object]:
    texts: dict[str, list[str]] = {}
    for one in found:
        if isinstance(one, Literal):
            texts.setdefault(one.language or "@none", []).append(one.text)
    return {tag: some[0] if len(some) == 1 else some for tag, some in texts.items()}


def _value(key: Key, value: Iri | Literal | Node) -> object:
    if isinstance(value, Node):
        return _node(value)
    if not isinstance(value, Literal):
        return compact(value) if key.values == NAMED else {"id": compact(value)}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    datatype = compact(value.datatype) if value.datatype else ""
    if datatype == key.values:
        return True if datatype == "xsd:boolean" else value.text
    return {"@value": value.text, "@type": datatype} if datatype else {"@value": value.text}
