"""What `vnjp list` shows of each kind: the id first, the text that may be long last."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from vnjp_dataset.cli import names
from vnjp_dataset.cli.dates import span
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.naming import COUNTRIES
from vnjp_dataset.model import (
    Agreement,
    Commitment,
    CooperationField,
    Coverage,
    Figure,
    KindName,
    Mechanism,
    Meeting,
    Milestone,
    Office,
    Organization,
    Person,
    Place,
    Record,
    Retired,
    Source,
    Visit,
)

R = TypeVar("R", bound=Record)
Cell = Callable[[Dataset, Record], str]


def _of(cls: type[R], show: Callable[[Dataset, R], str]) -> Cell:
    return lambda dataset, record: show(dataset, record) if isinstance(record, cls) else ""


def _country(code: str | None) -> str:
    return COUNTRIES.get(code, code) if code else ""


def _identifier(_: Dataset, record: Record) -> str:
    return record.id


def _date(_: Dataset, record: Record) -> str:
    return names.dated(record)


def _heading(_: Dataset, record: Record) -> str:
    return record.heading


def _table(**cells: Cell) -> Mapping[str, Cell]:
    return MappingProxyType({"id": _identifier, **cells})


COLUMNS: Mapping[KindName, Mapping[str, Cell]] = MappingProxyType(
    {
        "visits": _table(
            days=_date,
            direction=_of(Visit, lambda _, one: one.direction),
            status=_of(Visit, lambda _, one: "" if one.status == "held" else one.status),
            lead=_of(
                Visit, lambda dataset, one: f"{names.called(dataset, one.lead)}, {names.called(dataset, one.office)}"
            ),
        ),
        "meetings": _table(
            date=_date,
            medium=_of(Meeting, lambda _, one: one.medium),
            participants=_of(Meeting, lambda dataset, one: names.actors(dataset, one.participants)),
        ),
        "agreements": _table(signed=_date, kind=_of(Agreement, lambda _, one: one.kind), title=_heading),
        "milestones": _table(
            date=_date,
            kind=_of(Milestone, lambda _, one: one.kind),
            level=_of(Milestone, lambda _, one: str(one.level.rank) if one.level else ""),
            name=_heading,
        ),
        "mechanisms": _table(
            kind=_of(Mechanism, lambda _, one: one.kind),
            established=_of(Mechanism, lambda _, one: str(one.established or "")),
            name=_heading,
        ),
        "commitments": _table(
            made=_date,
            kind=_of(Commitment, lambda _, one: one.kind),
            by=_of(Commitment, lambda dataset, one: names.actors(dataset, one.by)),
            summary=_heading,
        ),
        "figures": _table(
            as_of=_date,
            value=_of(Figure, lambda _, one: names.quantity(one)),
            summary=_of(Figure, lambda dataset, one: one.summary or names.called(dataset, one.measure)),
        ),
        "people": _table(
            country=_of(Person, lambda _, one: _country(one.country)),
            name=_of(Person, lambda _, one: " · ".join(names.spoken(one.name))),
        ),
        "offices": _table(
            country=_of(Office, lambda _, one: _country(one.country)),
            rank=_of(Office, lambda _, one: one.rank),
            title=_heading,
        ),
        "organizations": _table(
            country=_of(Organization, lambda _, one: _country(one.country)),
            kind=_of(Organization, lambda _, one: one.kind),
            name=_heading,
        ),
        "places": _table(
            country=_of(Place, lambda _, one: _country(one.country)),
            kind=_of(Place, lambda _, one: one.kind),
            iso=_of(Place, lambda _, one: one.iso or ""),
            name=_heading,
        ),
        "sources": _table(
            side=_of(Source, lambda _, one: one.side),
            kind=_of(Source, lambda _, one: one.kind),
            documents=_of(Source, lambda _, one: str(len(one.documents))),
            name=_heading,
        ),
        "fields": _table(broader=_of(CooperationField, lambda _, one: one.broader or ""), name=_heading),
        "measures": _table(name=_heading),
        "coverage": _table(
            kind=_of(Coverage, lambda _, one: one.kind),
            rank=_of(Coverage, lambda _, one: one.rank or ""),
            direction=_of(Coverage, lambda _, one: one.direction or ""),
            period=_of(Coverage, lambda _, one: span(one.start, one.end)),
            status=_of(Coverage, lambda _, one: one.status),
            swept=_of(Coverage, lambda _, one: one.swept),
        ),
        "retired": _table(
            kind=_of(Retired, lambda _, one: one.kind),
            since=_of(Retired, lambda _, one: one.since),
            fate=_heading,
        ),
    }
)
"""The columns of every kind, by their names."""
