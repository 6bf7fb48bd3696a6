"""How a class of the model is mapped to public vocabularies."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from vnjp_dataset.export.rdf.names import public
from vnjp_dataset.export.rdf.terms import Iri

NOTHING = Iri("")
"""For a field that has no property: what it says stands elsewhere in the graph."""


@attrs.frozen(kw_only=True)
class Mapped:
    """What the instances of a class and their fields are called in public vocabularies.

    A field that is not listed has a property of the project's own with the field's name. A public term is taken only
    where its definition covers what the field says.
    """

    classes: tuple[Iri, ...] = ()
    """Public classes to which each instance belongs, besides the project's own."""
    why: str
    """Why these, and what else a reader should know."""
    fields: Mapping[str, Iri] = MappingProxyType({})
    """Public properties by field; for a date, the property of what is exactly known, besides the project's own."""
    tongue: tuple[str, str] | None = None
    """A field of text, and the field that names its language."""
    prefix: str = ""
    """What the names of its own properties begin with, where they say another thing than those of other classes."""


def public_terms(names: str) -> tuple[Iri, ...]:
    """Return public terms by their names, with blanks between them."""
    return tuple(map(public, names.split()))


def said(**fields: str) -> Mapping[str, Iri]:
    """Return public properties by field; none for an empty name."""
    return MappingProxyType({name: public(term) if term else NOTHING for name, term in fields.items()})
