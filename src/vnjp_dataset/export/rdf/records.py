"""Records as nodes: what each speaks of, with its parts, and the record itself with what it rests on."""

import typing
from collections.abc import Iterator

from vnjp_dataset.export.iri import document_iri
from vnjp_dataset.export.rdf.additions import additions
from vnjp_dataset.export.rdf.forms import WHOLE, tagged
from vnjp_dataset.export.rdf.mapping import MAPPING, ORDERED, classes_of
from vnjp_dataset.export.rdf.names import IDENTIFIER, LABEL, account_iri, country_iri, part_iri, public, record_iri
from vnjp_dataset.export.rdf.properties import Property, properties
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node, Statement
from vnjp_dataset.model import Actor, Companion, Record, Source, SourcedRecord, Value
from vnjp_dataset.model.shape import class_of

SUBJECT_OF = public("schema:subjectOf")
PART_OF = public("schema:isPartOf")
POSITION = public("schema:position")
DERIVED_FROM = public("prov:wasDerivedFrom")
ATTRIBUTED_TO = public("prov:wasAttributedTo")
PUBLISHER = public("schema:publisher")


def record_node(record: Record, label: str, dataset: Iri) -> Node:
    """Return what a record speaks of, under a label for readers; the record itself stands in it."""
    here = record_iri(record.id)
    return Node(
        here,
        classes_of(type(record), getattr(record, "kind", None)),
        (
            (LABEL, Literal(label)),
            (IDENTIFIER, Literal(record.id)),
            *_Within(here, account_iri(record.id)).statements(record, here, ""),
            (SUBJECT_OF, _account(record, dataset)),
        ),
    )


def _account(record: Record, dataset: Iri) -> Node:
    here = account_iri(record.id)
    types = classes_of(SourcedRecord)
    part_of = (PART_OF, dataset)
    if not isinstance(record, SourcedRecord):
        return Node(here, types, (part_of,))
    documents = dict.fromkeys(one.document for one in record.sources)
    return Node(
        here,
        types,
        (
            part_of,
            *((DERIVED_FROM, Iri(document_iri(one))) for one in documents),
            *_Within(record_iri(record.id), here).listed(record, properties(SourcedRecord), ""),
        ),
    )


def document_nodes(source: Source) -> Iterator[Node]:
    """Yield the documents of a publisher."""
    publisher = record_iri(source.id)
    for document in source.documents:
        name = f"{source.id}/{document.key}"
        here = Iri(document_iri(name))
        yield Node(
            here,
            classes_of(type(document)),
            (
                (IDENTIFIER, Literal(name)),
                *_Within(here, here).statements(document, here, ""),
                (ATTRIBUTED_TO, publisher),
                (PUBLISHER, publisher),
            ),
        )


class _Within:
    """What stands in one record: its parts have names that begin with what the record speaks of."""

    def __init__(self, whole: Iri, account: Iri) -> None:
        self._whole = whole
        self._account = account

    def statements(self, value: Value, here: Iri, prefix: str) -> Iterator[Statement]:
        """Yield what is said of a value whose fields have paths that begin with a prefix."""
        yield from self.listed(value, properties(class_of(value)), prefix)
        yield from additions(value, here, self._account)

    def listed(self, value: Value, wanted: tuple[Property, ...], prefix: str) -> Iterator[Statement]:
        """Yield what some fields of a value say."""
        tongue = MAPPING[class_of(value)].tongue
        for prop in wanted:
            found: object = getattr(value, prop.field)
            if found is None:
                continue
            if tongue and prop.field == tongue[0]:
                yield prop.iri, tagged(str(found), str(getattr(value, tongue[1])))
            elif isinstance(found, tuple):
                ordered = (class_of(value), prop.field) in ORDERED
                for index, one in enumerate(typing.cast("tuple[object, ...]", found)):
                    yield from self._objects(prop, one, f"{prefix}{prop.field}.{index}", index if ordered else None)
            else:
                yield from self._objects(prop, found, f"{prefix}{prop.field}", None)

    def _objects(self, prop: Property, value: object, path: str, position: int | None) -> Iterator[Statement]:
        if not isinstance(value, Value) or prop.form.sort != "part":
            yield from ((prop.iri, one) for one in prop.form.objects(value))
            return
        here = part_iri(self._whole, path)
        placed = ((POSITION, one) for one in WHOLE.objects(position)) if position is not None else ()
        parts = (*placed, *_agent(prop.iri, value), *self.statements(value, here, f"{path}."))
        yield prop.iri, Node(here, classes_of(type(value), getattr(value, "kind", None)), parts)


def _agent(prop: Iri, value: Value) -> Iterator[Statement]:
    """Yield whom a role leads to, by the property that led to the role."""
    if isinstance(value, Companion):
        yield prop, record_iri(value.person)
    elif isinstance(value, Actor):
        named = value.person or value.organization
        yield prop, record_iri(named) if named else country_iri(value.country or "")
