"""What a calendar can hold: what happened on days that are known exactly, and the days worth coming back to."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.naming import Names
from vnjp_dataset.model import (
    Agreement,
    Event,
    KindName,
    Mechanism,
    Meeting,
    Milestone,
    PartialDate,
    PlaceId,
    Session,
    SourcedRecord,
    Visit,
)
from vnjp_dataset.model.milestones import LEVEL_KINDS, MilestoneKind
from vnjp_dataset.model.visits import EventStatus
from vnjp_dataset.progress import Track

_KEPT: tuple[MilestoneKind, ...] = (*LEVEL_KINDS, "embassy-opened")

Days = tuple[dt.date, dt.date]


@attrs.frozen(kw_only=True)
class Entry:
    """Something that lasted some days."""

    uid: str
    """Its name, which stays the same from release to release."""
    title: str
    begins: PartialDate
    ends: PartialDate
    status: EventStatus = "held"
    categories: tuple[str, ...]
    places: tuple[PlaceId, ...] = ()
    description: str

    @property
    def days(self) -> Days | None:
        """The first and the last day, or None where they are not known exactly."""
        known = _is_day(self.begins) and _is_day(self.ends)
        # A calendar names the day after the last one, and the last of all days has none.
        return (self.begins.earliest, self.ends.latest) if known and self.ends.latest < dt.date.max else None


def _is_day(date: PartialDate) -> bool:
    return date.precision == "day" and not (date.approximate or date.uncertain)


class Entries:
    """Makes the entries of a dataset."""

    def __init__(self, dataset: Dataset, track: Track) -> None:
        self._dataset = dataset
        self._track = track
        self._names = Names(dataset)

    def events(self, kinds: Sequence[KindName]) -> Iterator[Entry]:
        """Yield visits, meetings, agreements, milestones and sessions of mechanisms, in the order of the kinds."""
        for kind in kinds:
            records = self._dataset.records(kind)
            for record in self._track(records, kind, len(records)):
                if isinstance(record, Mechanism):
                    yield from self._sessions(record)
                elif isinstance(record, Visit | Meeting | Agreement | Milestone):
                    yield self._event(record)

    def anniversaries(self) -> Iterator[Entry]:
        """Yield the milestones whose day is worth coming back to."""
        for milestone in self._dataset.milestones:
            if has_anniversary(milestone):
                entry = self._event(milestone)
                title = f"Anniversary: {entry.title} ({milestone.date.anchor.year})"
                yield attrs.evolve(entry, uid=f"{milestone.id}.anniversary", title=title)

    def _event(self, record: Visit | Meeting | Agreement | Milestone) -> Entry:
        return Entry(
            uid=record.id,
            title=self._names.title(record),
            begins=record.begins,
            ends=record.ends,
            status=record.status if isinstance(record, Visit | Meeting) else "held",
            categories=self._categories(_WORDS[type(record)], record.fields),
            places=_places(record),
            description=self._description(record, record.summary, (one.document for one in record.sources)),
        )

    def _sessions(self, mechanism: Mechanism) -> Iterator[Entry]:
        for place, session in enumerate(mechanism.sessions):
            path = f"sessions[{place}]"
            named = (one.document for one in mechanism.sources if _supports(one.supports, path))
            yield Entry(
                uid=f"{mechanism.id}.{_session_name(mechanism, place)}",
                title=self._names.session(mechanism, session),
                begins=session.start,
                ends=session.end or session.start,
                categories=self._categories("session", mechanism.fields),
                places=(session.place,) if session.place else (),
                description=self._description(mechanism, mechanism.summary, named),
            )

    def _categories(self, word: str, fields: Iterable[str]) -> tuple[str, ...]:
        return word, *(self._names.of(one) for one in fields)

    def _description(self, record: SourcedRecord, summary: str | None, documents: Iterable[str]) -> str:
        """Return what happened, who says so, and which record tells it."""
        found = (self._dataset.documents.get(one) for one in dict.fromkeys(documents))
        addresses = [f"- {one.url}" for one in found if one]
        sources = "\n".join(("Sources:", *addresses)) if addresses else ""
        record_line = f"Record {record.id} of vnjp-dataset {self._dataset.version}"
        return "\n\n".join(part for part in (summary, sources, record_line) if part)


def has_anniversary(milestone: Milestone) -> bool:
    """Whether a milestone's day is worth coming back to: a rung of the ladder, a mission opened, or a first visit."""
    return milestone.kind in _KEPT or (milestone.kind == "first" and milestone.visit is not None)


_WORDS: dict[type[Event], str] = {
    Visit: "visit",
    Meeting: "meeting",
    Agreement: "agreement",
    Milestone: "milestone",
}


def _places(record: Event) -> tuple[PlaceId, ...]:
    """Return where something took place, each place once, in order."""
    match record:
        case Visit():
            return tuple(dict.fromkeys(step.place for step in record.itinerary if step.place))
        case Meeting() | Agreement():
            return (record.place,) if record.place else ()
        case _:
            return ()


def _supports(paths: Iterable[str], path: str) -> bool:
    """Whether some field paths cover a session, or something in it."""
    return any(one in ("sessions", path) or one.startswith(f"{path}.") for one in paths)


def _session_name(mechanism: Mechanism, place: int) -> str:
    """Return what tells a session from the mechanism's others: its number, else its date, and which of that date."""
    session = mechanism.sessions[place]
    if session.number:
        return f"session-{session.number}"
    same = [index for index, one in enumerate(mechanism.sessions) if _is_same(one, session)]
    which = same.index(place)
    return f"session-{session.start}{f'.{which + 1}' if which else ''}"


def _is_same(one: Session, other: Session) -> bool:
    return not one.number and one.start == other.start
