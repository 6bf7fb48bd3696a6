"""Which record of a coding is which of the dataset: one to one, the likest first."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType

import attrs

from vnjp_dataset.insight.coding.manifest import Codable
from vnjp_dataset.insight.coding.reading import CodedRecord
from vnjp_dataset.insight.coding.variables import fields_of
from vnjp_dataset.model import Event, PartialDate
from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.text import Text
from vnjp_dataset.search import fold

SLIP = 3
"""How many days two coders may be apart and still speak of one event; whether they agree on it is another thing."""
LIKE = 0.6
"""How alike two titles, or two lists of people, must be, of 1 for equal ones."""

Fields = Mapping[str, object]


@attrs.frozen
class Pair:
    """A record of the dataset, the coded record that is the same event, and how alike they are."""

    record: Event
    coded: CodedRecord
    likeness: float
    same: int
    """How many fields are equal; of pairs as alike the one with more of them goes first."""

    @property
    def order(self) -> tuple[float, int, str, str, str]:
        """Likest first; what files are called decides only between records that say the same."""
        said = repr(sorted(self.coded.fields.items()))
        return (-self.likeness, -self.same, self.record.id, said, self.coded.name)


def pairs(records: Iterable[Event], coded: Iterable[CodedRecord], kind: Codable) -> tuple[Pair, ...]:
    """Return the pairs of one kind, in order of the dataset's ids; no record is in two of them."""
    theirs = [one for one in coded if one.kind == kind]
    found = [
        Pair(record, other, alike, _same(fields_of(record), other.fields))
        for record in records
        for other in theirs
        if (alike := LIKENESS[kind](fields_of(record), other.fields)) is not None
    ]
    taken: dict[str, Pair] = {}
    used: set[str] = set()
    for pair in sorted(found, key=lambda one: one.order):
        if pair.record.id not in taken and pair.coded.name not in used:
            taken[pair.record.id] = pair
            used.add(pair.coded.name)
    return tuple(taken[one] for one in sorted(taken))


# Each returns how alike two records are, or None where they cannot be one event.


def _visits(ours: Fields, theirs: Fields) -> float | None:
    if (ours["direction"], ours["lead"]) != (theirs["direction"], theirs["lead"]):
        return None
    return _near(_span(ours, "start", "end"), _span(theirs, "start", "end"))


def _meetings(ours: Fields, theirs: Fields) -> float | None:
    shared = _shared(ours["participants"], theirs["participants"])
    return _together(_near(_span(ours, "date"), _span(theirs, "date")), shared if shared >= LIKE else None)


def _agreements(ours: Fields, theirs: Fields) -> float | None:
    alike = _alike(ours["title"], theirs["title"])
    return _together(_near(_span(ours, "signed"), _span(theirs, "signed")), alike if alike >= LIKE else None)


def _milestones(ours: Fields, theirs: Fields) -> float | None:
    alike = _alike(ours["name"], theirs.get("name"))
    same = ours["kind"] == theirs["kind"]
    return _together(_near(_span(ours, "date"), _span(theirs, "date")), alike + same if same or alike >= LIKE else None)


def _commitments(ours: Fields, theirs: Fields) -> float | None:
    shared = _shared(ours["by"], theirs["by"])
    same = (ours["kind"] == theirs["kind"]) + (ours["amount"] == theirs.get("amount"))
    alike = _words(str(ours["summary"]), str(theirs.get("summary") or ""))
    return _together(
        _near(_span(ours, "made"), _span(theirs, "made")), shared + same + alike if shared >= LIKE else None
    )


def _figures(ours: Fields, theirs: Fields) -> float | None:
    if ours["measure"] != theirs["measure"]:
        return None
    same = sum(ours[name] == theirs.get(name) for name in ("about", "value", "unit"))
    return _together(_near(_span(ours, "as_of"), _span(theirs, "as_of")), same)


LIKENESS: Mapping[Codable, Callable[[Fields, Fields], float | None]] = MappingProxyType(
    {
        "visits": _visits,
        "meetings": _meetings,
        "agreements": _agreements,
        "milestones": _milestones,
        "commitments": _commitments,
        "figures": _figures,
    }
)


def _same(ours: Fields, theirs: Fields) -> int:
    return sum(ours.get(name) == value for name, value in theirs.items())


def _together(near: float | None, other: float | None) -> float | None:
    return None if near is None or other is None else near + other


def _span(fields: Fields, first: str, last: str = "") -> tuple[dt.date, dt.date]:
    start = fields[first]
    end = fields.get(last) or start
    if not (isinstance(start, PartialDate) and isinstance(end, PartialDate)):
        raise TypeError(f"`{first}` is no date")
    return start.earliest, max(start.latest, end.latest)


def _near(ours: tuple[dt.date, dt.date], theirs: tuple[dt.date, dt.date]) -> float | None:
    """Return 1 for the same days, less the further first and last ones are apart, None beyond the slip."""
    gap = max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days)
    if gap > SLIP:
        return None
    return 1 / (1 + abs((ours[0] - theirs[0]).days) + abs((ours[1] - theirs[1]).days))


def _shared(ours: object, theirs: object) -> float:
    """Return the share of those whom both name among those whom either names."""
    a, b = _who(ours), _who(theirs)
    return len(a & b) / len(a | b) if a | b else 0


def _who(actors: object) -> frozenset[str]:
    found = actors if isinstance(actors, tuple) else ()  # pyright: ignore[reportUnknownVariableType] - asked one by one
    names = (
        one.person or one.organization or one.country
        for one in found  # pyright: ignore[reportUnknownVariableType] - as above
        if isinstance(one, Actor)
    )
    return frozenset(one for one in names if one)


def _alike(ours: object, theirs: object) -> float:
    """Return how alike two titles are in the language in which they are most alike."""
    if not (isinstance(ours, Text) and isinstance(theirs, Text)):
        return 0
    languages = ((ours.en, theirs.en), (ours.vi, theirs.vi), (ours.ja, theirs.ja))
    return max((_words(a, b) for a, b in languages if a and b), default=0)


def _words(ours: str, theirs: str) -> float:
    return SequenceMatcher(None, fold(ours), fold(theirs), autojunk=False).ratio() if ours and theirs else 0
