"""The project's own classes and properties, declared in the graph that uses them."""

from collections.abc import Iterator

from vnjp_dataset.export.rdf.mapping import MAPPING, class_iri
from vnjp_dataset.export.rdf.names import COMMENT, LABEL, PREFIXES, is_own, public
from vnjp_dataset.export.rdf.properties import Property, classes, properties
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node, Statement
from vnjp_dataset.model import Actor


def declarations() -> Iterator[Node]:
    """Yield the project's own classes in the order of the model, then its own properties by name."""
    yield from map(_class, classes())
    yield from (_property(iri, uses) for iri, uses in sorted(_own_properties().items()))


def _class(cls: type) -> Node:
    doc = " ".join((cls.__doc__ or "").split("\n\n", maxsplit=1)[0].split())
    iri = class_iri(cls)
    above = ((public("rdfs:subClassOf"), one) for one in MAPPING[cls].classes)
    return Node(iri, (public("rdfs:Class"),), (_label(iri), _comment(doc), *above))


def _own_properties() -> dict[Iri, list[tuple[type, Property]]]:
    found: dict[Iri, list[tuple[type, Property]]] = {}
    for cls in classes():
        for prop in properties(cls):
            if is_own(prop.iri):
                found.setdefault(prop.iri, []).append((cls, prop))
    return found


def _property(iri: Iri, uses: list[tuple[type, Property]]) -> Node:
    comments = dict.fromkeys(
        _comment(f"{class_iri(cls).removeprefix(PREFIXES['term'])}: {prop.doc}") for cls, prop in uses
    )
    return Node(iri, (public("rdf:Property"),), (_label(iri), *comments, *_range([prop for _, prop in uses])))


def _range(uses: list[Property]) -> Iterator[Statement]:
    """Yield what the values are, where they are the same wherever the property is used.

    What leads to a role also leads from the role to whoever has it.
    """
    found = {prop.form.range for prop in uses}
    if len(found) == 1 and not found & {None, class_iri(Actor)}:
        yield from ((public("rdfs:range"), one) for one in found if one)


def _label(iri: Iri) -> Statement:
    return LABEL, Literal(iri.removeprefix(PREFIXES["term"]).replace("_", " "), language="en")


def _comment(text: str) -> Statement:
    return COMMENT, Literal(text, language="en")
