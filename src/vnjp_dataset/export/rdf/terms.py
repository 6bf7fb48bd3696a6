"""What a graph is made of: names, literals, and nodes with what is said of them."""

from collections.abc import Iterator
from typing import NewType, TypeAlias

import attrs

Iri = NewType("Iri", str)


@attrs.frozen
class Literal:
    """A text, with its datatype or its language; a plain text has neither."""

    text: str
    datatype: Iri | None = None
    language: str | None = None
    """A tag of BCP 47."""


@attrs.frozen
class Node:
    """Something that has an IRI, the classes it belongs to, and what is said of it, in order.

    Nodes stand in one another as parts stand in records; none is blank, so that equal data gives equal names.
    """

    iri: Iri
    types: "tuple[Iri, ...]"
    statements: "tuple[Statement, ...]"

    def all(self) -> "Iterator[Node]":
        """Yield the node and those that stand in it, wholes before parts."""
        yield self
        for _, found in self.statements:
            if isinstance(found, Node):
                yield from found.all()

    def flat(self) -> "Iterator[tuple[Iri, Iri | Literal]]":
        """Yield what is said of the node itself, its parts by name."""
        for prop, found in self.statements:
            yield prop, found.iri if isinstance(found, Node) else found


Statement: TypeAlias = tuple[Iri, Iri | Literal | Node]
"""A property and one value of it."""
