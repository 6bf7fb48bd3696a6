"""What records are called in a line of English: by names, never by ids where a name is known."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Actor, CountryCode, Direction, Mechanism, Meeting, Record, Session, Visit
from vnjp_dataset.model.meetings import Medium

COUNTRIES: Mapping[str, str] = MappingProxyType({"VN": "Vietnam", "JP": "Japan"})
HOSTS: Mapping[Direction, str] = MappingProxyType({"VN-JP": "Japan", "JP-VN": "Vietnam"})
_BY: Mapping[Medium, str] = MappingProxyType(
    {"in-person": "", "telephone": ", by telephone", "video": ", by video", "correspondence": ", in letters"}
)


class Names:
    """The names of a dataset's records."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        whole = (one for one in dataset.places if one.kind == "country")
        self._countries = {**{str(one.country): str(one.name) for one in whole}, **COUNTRIES}

    def of(self, record_id: str) -> str:
        """Return what a record is called, in English where it has an English name; its id where it is not there."""
        record = self._dataset.find(record_id)
        return record_id if record is None else self.title(record)

    def country(self, code: CountryCode) -> str:
        """Return a country's name, or its code where no place is that country."""
        return self._countries.get(code, code)

    def title(self, record: Record) -> str:
        """Return a line that names a record to a reader."""
        match record:
            case Visit():
                return f"{self._name(record.lead)}, {self._name(record.office)}, in {HOSTS[record.direction]}"
            case Meeting():
                return f"{listed(map(self.actor, record.participants))}{_BY[record.medium]}"
            case _:
                return record.heading

    def session(self, mechanism: Mechanism, session: Session) -> str:
        """Return a line that names a session of a mechanism."""
        number = f", session {session.number}" if session.number else ", session"
        return f"{self.title(mechanism)}{number}"

    def actor(self, actor: Actor) -> str:
        """Return who acts: the person, else the body, else the country."""
        found = actor.person or actor.organization
        # An actor is somebody: where neither is named, the country is.
        return self._name(found) if found else self.country(actor.country or CountryCode(""))

    def _name(self, record_id: str) -> str:
        """Return what the record itself is called: where a visit is led by a visit, names lead nowhere else."""
        record = self._dataset.find(record_id)
        return record_id if record is None else record.heading


def listed(names: Iterable[str]) -> str:
    """Return names as a list in a sentence: `A, B and C`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
