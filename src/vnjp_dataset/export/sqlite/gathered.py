"""Views that gather records of several kinds, or count them."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from vnjp_dataset.export.sqlite.schema import literal
from vnjp_dataset.export.sqlite.view import RECORD, View
from vnjp_dataset.model import KINDS, LEADER_RANKS, Event, KindName
from vnjp_dataset.tables import part_tables

_LEADERS = ", ".join(map(literal, LEADER_RANKS))
VISITS_PER_YEAR = View(
    name="visits_per_year",
    doc="How many visits of each direction began in each year; what was only announced, or may have begun in "
    "another year, is left out, and so is a year with none.",
    kinds=("visits", "offices"),
    columns={
        "year": "The calendar year.",
        "direction": "VN-JP: a Vietnamese figure in Japan; JP-VN: the other way.",
        "visits": "How many visits of all ranks.",
        "leaders": "How many of them were led by a leader: a head of state or government, a member of the "
        "imperial house or a party leader.",
    },
    select=f"""
SELECT CAST(substr(v."start_earliest", 1, 4) AS INTEGER) AS "year", v."direction", count(*),
  sum(coalesce(o."rank" IN ({_LEADERS}), 0))
FROM "visits" v LEFT JOIN "offices" o ON o."id" = v."office"
WHERE v."status" = 'held' AND substr(v."start_earliest", 1, 4) = substr(v."start_latest", 1, 4)
GROUP BY "year", v."direction"
""",
)


def gathered(kinds: Sequence[KindName]) -> Iterator[View]:
    """Yield the views that gather whatever kinds of record there are."""
    events: tuple[KindName, ...] = tuple(kind for kind in kinds if issubclass(KINDS[kind].record, Event))
    if events:
        yield View(
            name="timeline",
            doc="Everything that happened on a day or over some days, in order of date.",
            kinds=events,
            columns={
                "day": "The day under which it is listed: the first it can be, or the last where the first is open.",
                "date_written": "The date, or the first of two, as precisely as it is known.",
                "last_day": "The last day it can have lasted; empty where open.",
                **RECORD,
            },
            select="\nUNION ALL\n".join(map(_happened, events)) + "\nORDER BY 1, 3, 4",
        )
    covering: tuple[KindName, ...] = tuple(kind for kind in kinds if "fields" in part_tables(kind))
    if covering:
        yield View(
            name="fields_of_records",
            doc="The fields of cooperation that each record deals with.",
            kinds=("fields", *covering),
            columns={
                "field": "The field of cooperation.",
                "field_name": "The name of the field.",
                "broader": "The field it is a part of.",
                **RECORD,
            },
            select="\nUNION ALL\n".join(map(_covered, covering)),
        )


_LAST: Mapping[str, str] = MappingProxyType({"visits": "end"})
"""The field with the last day, where a kind of event has one."""


def _happened(kind: KindName) -> str:
    record = KINDS[kind].record
    first = record.DATE_FIELD if issubclass(record, Event) else ""
    last = _LAST.get(kind, first)
    return f"""SELECT coalesce(e."{first}_earliest", e."{first}_latest"), e."{first}", e."{last}_latest",
  r."id", r."kind", r."heading"
FROM "{kind}" e JOIN "records" r USING ("id")"""


def _covered(kind: KindName) -> str:
    fields = part_tables(kind)["fields"]
    return f"""SELECT f."id", f."label", f."broader", r."id", r."kind", r."heading"
FROM "{fields.name}" l JOIN "fields" f ON f."id" = l."value" JOIN "records" r ON r."id" = l."{fields.key[0]}"
"""
