"""Rules about the ladder, terms of office and what followed what."""

import itertools
from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Event, Level, Milestone, Office
from vnjp_dataset.terms import holders_by_office, last_sure_day


def _ladder(dataset: Dataset) -> list[tuple[Milestone, Level]]:
    rungs = [(one, one.level) for one in dataset.milestones if one.level is not None]
    return sorted(rungs, key=lambda rung: (rung[0].date, rung[0].id))


def ladder_not_rising(dataset: Dataset) -> Iterator[Finding]:
    """Find rungs of the ladder that are not above the one before."""
    for (_, below), (milestone, level) in itertools.pairwise(_ladder(dataset)):
        if level.rank <= below.rank:
            message = f"expected a level above {below.rank}, got {level.rank}"
            yield Finding(milestone.id, "level.rank", message, "levels rise with their dates; none comes twice")


def rungs_without_instrument(dataset: Dataset) -> Iterator[Finding]:
    """Find upgrades that no instrument made."""
    for milestone, level in _ladder(dataset):
        if level.rank > 0 and milestone.instrument is None:
            message = "expected the instrument that made the upgrade, got none"
            yield Finding(milestone.id, "level", message, "name it in `instrument`")


def overlapping_terms(dataset: Dataset) -> Iterator[Finding]:
    """Find two people in an office of one for more than the day of hand-over."""
    offices: dict[str, Office] = {office.id: office for office in dataset.offices if office.single}
    for office, holders in holders_by_office(dataset.people, offices).items():
        full = [one for one in holders if not one.term.acting]
        for first, second in itertools.combinations(full, 2):
            begin = max(first.term.start.latest, second.term.start.latest)
            if begin < min(last_sure_day(first.term), last_sure_day(second.term)):
                index = second.person.terms.index(second.term)
                message = f"expected one holder of `{office}` at a time, got {first.person.id} from {first.term.start}"
                yield Finding(second.person.id, f"terms[{index}].start", f"{message} to {first.term.end or 'now'} too")


def followed_by_earlier(dataset: Dataset) -> Iterator[Finding]:
    """Find commitments carried out before they were made."""
    for commitment in dataset.commitments:
        for index, record_id in enumerate(commitment.followed_by):
            record = dataset.find(record_id)
            if isinstance(record, Event) and record.ends.surely_before(commitment.made):
                message = f"expected a record of {commitment.made} or later, got `{record_id}` of {record.ends}"
                yield Finding(commitment.id, f"followed_by[{index}]", message)


RULES = (
    Rule("ladder-rises", "Levels of the partnership rise with their dates, and none comes twice.", ladder_not_rising),
    Rule("upgrade-has-instrument", "Every upgrade of the partnership names its instrument.", rungs_without_instrument),
    Rule(
        "terms-do-not-overlap",
        "Two terms of an office of one share no more than the day of hand-over; acting terms apart.",
        overlapping_terms,
    ),
    Rule("followed-by-later", "What shows a commitment carried out is not earlier than it.", followed_by_earlier),
)
