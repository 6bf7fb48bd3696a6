"""The library's public names as a page."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from types import FunctionType

import attrs

import vnjp_dataset
from vnjp_dataset import checks, strategies
from vnjp_dataset.cli.listing import HELP
from vnjp_dataset.codebook import codebook
from vnjp_dataset.collection import Collection, EventCollection
from vnjp_dataset.collection.framed import Framed
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.frames import Tabular
from vnjp_dataset.model import KINDS, Kind, Record

from .markdown import NOTICE, anchor, joined, table
from .signatures import Member, first_paragraph, members, of_function

INTRODUCTION = """\
# Library

Everything starts with two lines:

```python
>>> import vnjp_dataset as vnjp
>>> ds = vnjp.load()
```

What stands here is public and kept as [Compatibility](../explanation/compatibility.md) promises; names that start with
an underscore or do not stand here are not. The records' own fields are in the [codebook](codebook.md)."""

COLLECTIONS = """\
A collection holds records of one kind, in order: events by date, everything else by id. It never changes; a query gives
a new one over the same records. `where` takes the criteria listed below by name, each with one value or several (any of
which will do), and a record must meet all of them. An unknown criterion or value raises `QueryError` with the nearest
known ones."""


def page() -> str:
    """Return the page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION, "", "## Names of `vnjp_dataset`", "")
    yield from table(("name", "what it is"), ((f"`{_written(name)}`", _doc(name)) for name in vnjp_dataset.__all__))
    yield from ("", "## Dataset", "", "`ds` is what `load()` returns.", "")
    yield from _members(members(Dataset, "ds"))
    yield from ("", "## Collections", "", COLLECTIONS, "", "Every collection has:", "")
    yield from _members((*members(Collection, "collection"), *members(Framed, "collection")))
    yield from ("", "Collections of events – all from visits to figures except mechanisms – have besides:", "")
    yield from _members(members(EventCollection, "collection"))
    empty = Dataset({})
    for kind in KINDS.values():
        yield from _collection(kind, getattr(empty, kind.name))
    for name in vnjp_dataset.__all__:
        yield from _class(name)
    yield from ("", "## Records", "", "Every record has, besides its fields:", "")
    yield from _members(members(Record, "record"))
    yield from _checks()
    yield from _strategies()


def _doc(name: str) -> str:
    value: object = getattr(vnjp_dataset, name)
    return "The version of the package and of its data." if isinstance(value, str) else first_paragraph(value)


def _written(name: str) -> str:
    value: object = getattr(vnjp_dataset, name)
    return of_function(value).form if isinstance(value, FunctionType) else name


def _members(found: Iterable[Member]) -> Iterator[str]:
    return table(
        ("name", "gives", "what it says"),
        ((f"`{one.form}`", f"`{one.gives}`" if one.gives else "", one.doc) for one in found),
    )


def _collection(kind: Kind, collection: Collection[Record]) -> Iterator[str]:
    cls = type(collection)
    yield from ("", f"### ds.{kind.name}", "", f"`{cls.__name__}`: {first_paragraph(cls)}")
    own = [one for one in members(cls, f"ds.{kind.name}") if one.name != "where"]
    if own:
        yield ""
        yield from _members(own)
    if collection.criteria:
        yield ""
        yield from table(
            ("criterion of `where`", "values", "what is found"),
            ((f"`{name}`", _values(name, known), HELP[name]) for name, known in collection.criteria.items()),
        )


def _values(name: str, known: Iterable[object] | None) -> str:
    if known is None:
        return "a year, as a whole number"
    words = tuple(known)
    if name in ("country", "by"):
        return "a country's code"
    # An empty dataset knows no ids: what it does know are the words of a vocabulary.
    return f"a word of {_vocabulary(words)}" if words else "an id"


def _vocabulary(words: tuple[object, ...]) -> str:
    vocabularies = codebook(Dataset({})).vocabularies
    name = next(name for name, known in vocabularies.items() if tuple(known) == words)
    return f"[{name}](codebook.md#{anchor(name)})"


def _class(name: str) -> Iterator[str]:
    value: object = getattr(vnjp_dataset, name)
    if not inspect.isclass(value) or value is Dataset:
        return
    fields = [one.name for one in attrs.fields(value)] if attrs.has(value) else []
    own = [*members(value, name), *(members(Tabular, name) if issubclass(value, Tabular) else ())]
    yield from ("", f"## {name}", "", first_paragraph(value))
    if fields:
        yield from ("", f"Fields: {', '.join(f'`{field}`' for field in fields)}.")
    if own:
        yield ""
        yield from _members(own)


def _checks() -> Iterator[str]:
    yield from ("", "## vnjp_dataset.checks", "", "The [rules](rules.md) as functions.", "")
    yield from _members([of_function(checks.check)])


def _strategies() -> Iterator[str]:
    intro = "With the extra `strategies`; see [Use the strategies](../how-to/use-the-strategies.md)."
    yield from ("", "## vnjp_dataset.strategies", "", intro, "")
    found = ((name, getattr(strategies, name)) for name in strategies.__all__)
    rows = ((f"`{name}({', '.join(_options(strategy))})`", first_paragraph(strategy)) for name, strategy in found)
    yield from table(("strategy", "what it makes"), rows)


def _options(strategy: Callable[..., object]) -> Iterator[str]:
    # Hypothesis rebuilds its strategies' functions, so that only their signatures remain of the source.
    for one in inspect.signature(strategy).parameters.values():
        mark = "**" if one.kind is one.VAR_KEYWORD else ""
        yield f"{mark}{one.name}{'=…' if one.kind is one.KEYWORD_ONLY else ''}"
