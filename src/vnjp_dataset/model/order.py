"""The order in which records of a kind are listed."""

import datetime as dt

from vnjp_dataset.model.record import Event, Record

OrderKey = tuple[dt.date, dt.date, str] | tuple[str]


def natural_order(record: Record) -> OrderKey:
    """Return the key that puts events in order of their days, everything else in order of id."""
    return (record.begins.anchor, record.ends.latest, record.id) if isinstance(record, Event) else (record.id,)
