"""Tables of how many records there are of each kind and period, and how many voices stand behind them."""

from collections.abc import Iterable, Iterator, Sequence

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, LEADER_RANKS, Event, PartialDate, SourcedRecord

from .markdown import joined, table

PERIODS = ((1973, 1979), (1980, 1989), (1990, 1999), (2000, 2009), (2010, 2019), (2020, 2029))


def periods(dataset: Dataset) -> str:
    """Return how many events of each kind began in each period, visits by direction and rank below."""
    head = ("records", *(f"{first}–{last % 100:02}" for first, last in PERIODS), "all")
    return joined(table(head, (_by_period(name, dates) for name, dates in _dates(dataset))))


def _dates(dataset: Dataset) -> Iterator[tuple[str, Sequence[PartialDate]]]:
    for kind in KINDS:
        events = [one.begins for one in dataset.records(kind) if isinstance(one, Event)]
        if events:
            yield kind, events
        if kind == "visits":
            for direction, visits in dataset.visits.group_by("direction").items():
                for rank, some in visits.group_by("rank").items():
                    yield f"– {direction}, {rank}", [visit.start for visit in some]
    yield "sessions of mechanisms", [session.start for one in dataset.mechanisms for session in one.sessions]


def _by_period(name: str, dates: Sequence[PartialDate]) -> tuple[str, ...]:
    counts = (sum(first <= date.anchor.year <= last for date in dates) for first, last in PERIODS)
    return (name, *(str(count or "") for count in counts), str(len(dates)))


def voices(dataset: Dataset) -> str:
    """Return on how many records of each sort two independent publishers agree, and a voice of each side speaks."""
    head = ("records", "all", "two publishers or more", "a Vietnamese and a Japanese voice")
    return joined(table(head, (_shares(dataset, name, records) for name, records in _sorts(dataset))))


def _sorts(dataset: Dataset) -> Iterator[tuple[str, Sequence[SourcedRecord]]]:
    leaders = frozenset(dataset.visits.where(rank=LEADER_RANKS).ids)
    yield "visits of leaders", tuple(one for one in dataset.visits if one.id in leaders)
    yield "other visits", tuple(one for one in dataset.visits if one.id not in leaders)
    for kind in KINDS:
        records = tuple(one for one in dataset.records(kind) if isinstance(one, Event) and kind != "visits")
        if records:
            yield kind, records


def _shares(dataset: Dataset, name: str, records: Sequence[SourcedRecord]) -> tuple[str, ...]:
    publishers = [_publishers(dataset, record) for record in records]
    sides = [{dataset.sources[one].side for one in found} for found in publishers]
    several = _share(len(found) > 1 for found in publishers)
    return name, str(len(records)), several, _share({"VN", "JP"} <= found for found in sides)


def _publishers(dataset: Dataset, record: SourcedRecord) -> frozenset[str]:
    """Return whose voices a record rests on: a copy is the voice of the original, an outlet that of its owner."""
    cited = (citation.document for citation in record.sources)
    publishers = (dataset.document(one).original or one.partition("/")[0] for one in cited)
    return frozenset(dataset.sources[one].owner or one for one in publishers)


def _share(found: Iterable[bool]) -> str:
    answers = list(found)
    return f"{sum(answers) / len(answers):.0%}" if answers else "–"
