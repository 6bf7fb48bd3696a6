"""Which properties an instance of a class of the model has: the mapping, laid out with types and documentation."""

import functools
import typing
from collections.abc import Iterator

import attrs

from vnjp_dataset.export.rdf.forms import EARLIEST, EXACT, LATEST, Form, form
from vnjp_dataset.export.rdf.mapped import NOTHING
from vnjp_dataset.export.rdf.mapping import MAPPING
from vnjp_dataset.export.rdf.names import own
from vnjp_dataset.export.rdf.terms import Iri
from vnjp_dataset.model import KINDS, PartialDate, SourcedRecord
from vnjp_dataset.model.shape import field_types, unwrap

ACCOUNT_FIELDS = ("sources", "conflicts")
"""Fields of which a record, and not what it speaks of, is the subject."""


@attrs.frozen(kw_only=True)
class Property:
    """One property of the instances of a class: the field that it says, and in what form."""

    field: str
    iri: Iri
    form: Form
    doc: str
    required: bool
    """Whether every instance has it."""
    several: bool
    """Whether an instance can have more than one value of it."""


@functools.cache
def properties(cls: type) -> tuple[Property, ...]:
    """Return the properties of a class in the order of its fields, without its id.

    A date has the project's own property, its first and last day, and a public property where there is one. Citations
    and conflicts are those of `SourcedRecord`, the record, and not of what it speaks of.
    """
    account = cls is SourcedRecord
    found = _properties(cls)
    return tuple(one for one in found if one.field != "id" and (one.field in ACCOUNT_FIELDS) == account)


def _properties(cls: type) -> Iterator[Property]:
    mapped = MAPPING[cls]
    for field, annotated, doc in field_types(cls):
        declared, optional = unwrap(annotated)
        several = typing.get_origin(declared) is tuple
        item = typing.get_args(declared)[0] if several else declared
        base = own(f"{mapped.prefix}{field.name}")
        given = field.default is attrs.NOTHING and not optional and not several and item is not bool
        one = Property(field=field.name, iri=base, form=form(item), doc=doc, required=given, several=several)
        term = mapped.fields.get(field.name, base)
        if item is PartialDate:
            yield from _of_date(one, term)
        elif term != NOTHING:
            yield attrs.evolve(one, iri=term)


def _of_date(one: Property, term: Iri) -> Iterator[Property]:
    yield one
    for part, found, word in (("earliest", EARLIEST, "First"), ("latest", LATEST, "Last")):
        doc = f"{word} day that `{one.field}` can be; none where it is open."
        yield attrs.evolve(one, iri=Iri(f"{one.iri}_{part}"), form=found, doc=doc, required=False)
    if term != one.iri:
        doc = f"`{one.field}` where it is exactly a day, month or year."
        yield attrs.evolve(one, iri=term, form=EXACT, doc=doc, required=False)


def classes() -> tuple[type, ...]:
    """Return the classes whose instances are nodes: kinds in their order, then parts."""
    kinds = [kind.record for kind in KINDS.values()]
    return (*kinds, *(cls for cls in MAPPING if cls not in kinds))
