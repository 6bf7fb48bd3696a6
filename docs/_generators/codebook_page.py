"""The codebook as a page: every kind, part and vocabulary."""

from collections.abc import Iterator, Mapping

from vnjp_dataset.codebook import Codebook, Entry, Field, codebook
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Kind

from .markdown import NOTICE, joined, link, table

INTRODUCTION = """\
# Codebook

Every kind of record, every field and every vocabulary, as the model declares them, with the number of records that fill
each field today.

How to read the tables:

- **type** – what stands in the field. *text* is Unicode in composed form (NFC). A *date* is a day, a month, a year or a
  stretch of time, written as [Dates and precision](../explanation/dates-and-precision.md) explains. An id names
  another record. A capitalised name such as `Actor` is a [part](#parts): a group of fields of its own.
- **required** – whether a record without it is refused. A field that is not required and not known is left out, never
  empty or guessed. Where leaving it out means something, that is the value given as *else*. The [rules](rules.md) ask
  for more: a record that states facts has sources, for instance.
- **filled** – how many of the records have it.

Every field path in `supports` and in `conflicts` is made of these names: `labels.jp.style`, `itinerary[0].place`; items
of lists count from 0. In CSV, Parquet and data frames each field becomes a column, or a few: which, of what type and in
which order stands in [Columns](columns.md)."""


def page(dataset: Dataset) -> str:
    """Return the codebook of a dataset."""
    return joined(_lines(codebook(dataset)))


def _lines(book: Codebook) -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION, "")
    yield from ("## Kinds", "")
    yield from table(
        ("kind", "records", "what one is"),
        ((link(entry.name), str(entry.count), entry.doc) for entry in book.kinds),
    )
    for entry in book.kinds:
        yield from ("", f"### {entry.name}", "", _what(entry), "")
        yield from _fields(entry)
    yield from ("", "## Parts", "", "Groups of fields that stand inside records. *filled* counts their occurrences.")
    for entry in book.parts:
        yield from ("", f"### {entry.name}", "", f"{entry.doc} Occurs {_times(entry.count)}.", "")
        yield from _fields(entry)
    yield from ("", "## Vocabularies", "", "Words that a field may hold, in their order, and how often each is used.")
    for name, words in book.vocabularies.items():
        yield from ("", f"### {name}", "")
        yield from _words(words)


def _what(entry: Entry) -> str:
    return f"{entry.doc} {_home(entry.kind)} {entry.count} record{'' if entry.count == 1 else 's'}."


def _home(kind: Kind | None) -> str:
    if kind is None:
        return ""
    if kind.layout == "folder":
        return f"Class `{kind.record.__name__}`, one file each: `data/{kind.name}/<id>.yaml`."
    return f"Class `{kind.record.__name__}`, all in one table: `data/{kind.name}.yaml`."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _fields(entry: Entry) -> Iterator[str]:
    return table(
        ("field", "type", "required", "filled", "meaning"),
        (
            (f"`{one.name}`", _type(one), _required(one), f"{one.filled} of {entry.count}", one.doc)
            for one in entry.fields
        ),
    )


def _type(field: Field) -> str:
    words = field.type
    if field.part:
        words = link(field.part)
    elif field.vocabulary:
        words = f"a word of {link(field.vocabulary)}"
    elif field.target:
        words = f"id among {link(field.target)}"
    return f"list of: {words}" if field.several else words


def _required(field: Field) -> str:
    if field.required:
        return "yes"
    return f"no, else `{field.default}`" if field.default is not None else "no"


def _words(words: Mapping[str, int]) -> Iterator[str]:
    return table(("word", "used"), ((f"`{word}`", str(count)) for word, count in words.items()))
