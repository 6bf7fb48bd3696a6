"""Schemas of Arrow, and the arrays of their columns; what a field means stands in its metadata."""

# pyarrow's stubs leave open what an array holds.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs
import pyarrow as pa

from vnjp_dataset.frames.forms import TEXT, WORD, Form, flat, nested
from vnjp_dataset.model import Value
from vnjp_dataset.model.shape import field_types, unwrap
from vnjp_dataset.tables import Column

Cells = Sequence[object]
Make = Callable[[Cells], "pa.Array[pa.Scalar[pa.DataType]]"]
"""Makes the array of a column from its cells."""
Notes = Mapping[str, str]
"""What is written into a schema beside its fields."""


@attrs.frozen(kw_only=True)
class Layout:
    """A schema, and how the array of each of its fields is made."""

    schema: pa.Schema
    paths: tuple[str, ...]
    """The field path that each field holds."""
    makes: tuple[Make, ...] = attrs.field(eq=False, repr=False)

    def batch(self, rows: Sequence[Cells]) -> pa.RecordBatch:
        """Return rows, at least one, as a batch, without looking for what is wrong with them.

        Raises ValueError, OverflowError or TypeError for a cell that its type does not hold.
        """
        arrays = [make(cells) for make, cells in zip(self.makes, zip(*rows, strict=True), strict=True)]
        return pa.RecordBatch.from_arrays(arrays, schema=self.schema)


def flat_layout(columns: Sequence[Column], notes: Notes | None = None) -> Layout:
    """Return the layout of columns: each is a field of its name with its doc, path, target and words as metadata."""
    return Layout(
        schema=_schema((_field(one) for one in columns), notes),
        paths=tuple(one.path for one in columns),
        makes=tuple(_words(one.words) if one.type == "word" else _values(flat(one)) for one in columns),
    )


def nested_layout(cls: type[Value], notes: Notes | None = None) -> Layout:
    """Return the layout of a class with a field for each of its own, parts as structs; words are text in it."""
    found = field_types(cls)
    return Layout(
        schema=_schema((_own_field(one.name, declared, doc) for one, declared, doc in found), notes),
        paths=tuple(one.name for one, _, _ in found),
        makes=tuple(_values(nested(declared)) for _, declared, _ in found),
    )


def noted(schema: pa.Schema, notes: Notes) -> pa.Schema:
    """Return a schema with more notes beside its own."""
    return schema.with_metadata({**(schema.metadata or {}), **notes})


def _schema(fields: "Iterable[pa.Field[pa.DataType]]", notes: Notes | None) -> pa.Schema:
    return pa.schema(list(fields), metadata=dict((notes or {}).items()))


def _field(column: Column) -> "pa.Field[pa.DataType]":
    kind = WORD if column.type == "word" else flat(column).type
    notes = {"doc": column.doc, "path": column.path}
    if column.target:
        notes["target"] = column.target
    if column.words:
        notes["words"] = json.dumps(column.words)
    return pa.field(column.name, kind, nullable=not column.required, metadata=notes)


def _own_field(name: str, declared: object, doc: str) -> "pa.Field[pa.DataType]":
    _, optional = unwrap(declared)
    return pa.field(name, nested(declared).type, nullable=optional, metadata={"doc": doc, "path": name})


def _values(form: Form) -> Make:
    if form.as_is:
        return lambda cells: pa.array(cells, form.type)
    return lambda cells: pa.array([form.give(one) for one in cells], form.type)


def _words(words: Sequence[str]) -> Make:
    """Make a dictionary array over all the words of a vocabulary, whichever of them occur."""
    place: dict[object, int | None] = {None: None, **{word: at for at, word in enumerate(words)}}
    known = pa.array(words, TEXT)

    def make(cells: Cells) -> "pa.Array[pa.Scalar[pa.DataType]]":
        return pa.DictionaryArray.from_arrays(pa.array([place[one] for one in cells], pa.int32()), known)

    return make


def words_of(schema: pa.Schema) -> dict[str, list[str]]:
    """Return the vocabulary of each column of words, by the column's name."""
    notes = {one.name: one.metadata or {} for one in schema if pa.types.is_dictionary(one.type)}
    return {name: json.loads(found[b"words"]) for name, found in notes.items()}
