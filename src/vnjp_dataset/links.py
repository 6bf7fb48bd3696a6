"""The links between records, in both directions."""

from collections.abc import Iterable, Mapping

import attrs

from vnjp_dataset.model import Record
from vnjp_dataset.model.walk import references


@attrs.frozen
class Link:
    """One record naming another, and the field in which it does."""

    record: Record
    """The record that names the other."""
    path: str
    target: Record
    """The record named."""


@attrs.frozen(eq=False)
class Links:
    """Every link of a dataset, by the record that names and by the record named."""

    forward: Mapping[str, tuple[Link, ...]]
    backward: Mapping[str, tuple[Link, ...]]


def find_links(records: Iterable[Record], by_id: Mapping[str, Record]) -> Links:
    """Follow every reference that leads to a record."""
    forward: dict[str, list[Link]] = {}
    backward: dict[str, list[Link]] = {}
    for record in records:
        for reference in references(record):
            target = by_id.get(reference.id)
            if target is not None:
                link = Link(record, reference.path, target)
                forward.setdefault(record.id, []).append(link)
                backward.setdefault(target.id, []).append(link)
    return Links(
        {one: tuple(links) for one, links in forward.items()},
        {one: tuple(links) for one, links in backward.items()},
    )
