"""What a view is, and the expressions that several of them need."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from vnjp_dataset.export.sqlite.schema import quoted
from vnjp_dataset.model import KindName


@attrs.frozen(kw_only=True)
class View:
    """A view: what it shows, and the kinds of record that it needs."""

    name: str
    doc: str
    kinds: tuple[KindName, ...]
    columns: Mapping[str, str]
    """The meaning of each column by its name, in order."""
    select: str

    @property
    def create(self) -> str:
        """The statement that makes it, with the meaning of each column as a comment."""
        names = ", ".join(map(quoted, self.columns))
        docs = "\n".join(f"-- {name}: {doc}" for name, doc in self.columns.items())
        return f"CREATE VIEW {quoted(self.name)} ({names}) AS\n-- {self.doc}\n{docs}\n{self.select.strip()}"


DAYS: Mapping[str, str] = MappingProxyType(
    {
        "first_day": "The first day it can have been; empty where open.",
        "last_day": "The last day it can have been; empty where open.",
    }
)
RECORD: Mapping[str, str] = MappingProxyType(
    {
        "record": "The record.",
        "record_kind": "The kind of record.",
        "heading": "A line that names the record.",
    }
)


def listed(table: str, where: str) -> str:
    """Return an expression for the values of a list, in its order; rows of its table are called `a`."""
    return f"""(SELECT group_concat("value", '; ') FROM (
    SELECT a."value" FROM "{table}" a WHERE {where} ORDER BY a."position"))"""


def actors(table: str, where: str) -> str:
    """Return an expression for the names of those in a list of actors, in its order; rows of its table are called `a`.

    It needs the kinds `people` and `organizations`.
    """
    return f"""(SELECT group_concat("who", '; ') FROM (
    SELECT coalesce(p."label", o."label", a."person", a."organization", a."country") AS "who" FROM "{table}" a
      LEFT JOIN "people" p ON p."id" = a."person" LEFT JOIN "organizations" o ON o."id" = a."organization"
    WHERE {where} ORDER BY a."position"))"""
