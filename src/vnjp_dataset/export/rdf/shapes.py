"""SHACL shapes of the graph: what every instance of the project's own classes has, and of what kind it is."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from vnjp_dataset.export.rdf.additions import all_properties
from vnjp_dataset.export.rdf.context import keys
from vnjp_dataset.export.rdf.forms import ADDRESS, FLAG, WHOLE
from vnjp_dataset.export.rdf.mapping import MAPPING, class_iri
from vnjp_dataset.export.rdf.names import PREFIXES, public, split
from vnjp_dataset.export.rdf.properties import Property, classes
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node, Statement
from vnjp_dataset.export.rdf.vocabularies import IN_SCHEME, VOCABULARIES
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName

NODE_SHAPE = public("sh:NodeShape")
PROPERTY_SHAPE = public("sh:PropertyShape")
PROPERTY = public("sh:property")
PATH = public("sh:path")
NODE_KIND = public("sh:nodeKind")


def shapes(kinds: Sequence[KindName] = ALL) -> Iterator[Node]:
    """Yield the shapes that a graph with the records of some kinds keeps: vocabularies, then classes.

    What is named must be there, and of its class, where the graph has the records of that kind.
    """
    yield from map(_vocabulary, VOCABULARIES.values())
    yield from (_shape(cls, frozenset(kinds)) for cls in classes())


def _shape_iri(name: str) -> Iri:
    return Iri(f"{PREFIXES['shape']}{name}")


def _vocabulary(name: str) -> Node:
    """Return the shape of the words of a vocabulary: they are in its scheme."""
    scheme = Iri(f"{PREFIXES['term']}{name}")
    inside = ((PATH, IN_SCHEME), (public("sh:hasValue"), scheme))
    return Node(
        _shape_iri(name), (NODE_SHAPE,), ((PROPERTY, Node(_shape_iri(f"{name}.inScheme"), (PROPERTY_SHAPE,), inside)),)
    )


def _shape(cls: type, kinds: Container[KindName]) -> Node:
    target = class_iri(cls)
    _, name = split(target)
    uses = Counter(prop.iri for prop in all_properties(cls))
    # Of what several fields share, each says another thing.
    alone = [prop for prop in all_properties(cls) if uses[prop.iri] == 1]
    parts = (
        Node(
            _shape_iri(f"{name}.{keys()[prop.iri].name}"),
            (PROPERTY_SHAPE,),
            ((PATH, prop.iri), *_counts(prop), *_values(cls, prop, kinds), _description(prop)),
        )
        for prop in alone
    )
    return Node(
        _shape_iri(name), (NODE_SHAPE,), ((public("sh:targetClass"), target), *((PROPERTY, part) for part in parts))
    )


def _counts(prop: Property) -> Iterator[Statement]:
    if prop.required:
        yield from ((public("sh:minCount"), one) for one in WHOLE.objects(1))
    if not prop.several and prop.form.sort != "texts":
        yield from ((public("sh:maxCount"), one) for one in WHOLE.objects(1))


def _values(cls: type, prop: Property, kinds: Container[KindName]) -> Iterator[Statement]:
    form = prop.form
    tongue = MAPPING[cls].tongue
    if form.sort == "texts":
        yield NODE_KIND, public("sh:Literal")
        yield from ((public("sh:uniqueLang"), one) for one in FLAG.objects(True))
    elif form.sort in ("name", "part"):
        yield from _named(prop, kinds)
    elif form.range and not (tongue and tongue[0] == prop.field):
        yield public("sh:datatype"), form.range
    else:
        yield NODE_KIND, public("sh:Literal")


def _named(prop: Property, kinds: Container[KindName]) -> Iterator[Statement]:
    form = prop.form
    if form is not ADDRESS:
        yield NODE_KIND, public("sh:IRI")
    if form.scheme:
        yield public("sh:node"), _shape_iri(split(form.scheme)[1])
    elif form.range and (form.kind is None or form.kind in kinds):
        yield public("sh:class"), form.range


def _description(prop: Property) -> Statement:
    return public("sh:description"), Literal(prop.doc, language="en")
