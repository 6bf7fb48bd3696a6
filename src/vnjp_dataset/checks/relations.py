"""Rules about the ladder, the sessions of mechanisms and what followed what."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Event, Level, Milestone


def _ladder(dataset: Dataset) -> list[tuple[Milestone, Level]]:
    rungs = [(one, one.level) for one in dataset.milestones if one.level is not None]
    return sorted(rungs, key=lambda rung: (rung[0].date, rung[1].rank, rung[0].id))


def ladder_not_rising(survey: Survey) -> Iterator[Finding]:
    """Find rungs of the ladder that are not above the one before, or come on its day."""
    below: tuple[Milestone, Level] | None = None
    seen: set[int] = set()
    hint = "levels rise from one day to a later one; none comes twice"
    for milestone, level in _ladder(survey.dataset):
        if below and (level.rank <= below[1].rank or level.rank in seen):
            message = f"expected a level above {max(seen)}, got {level.rank}"
            yield Finding(milestone.id, "level.rank", message, hint)
        elif below and milestone.date == below[0].date:
            message = f"expected a day after {below[0].date}, got `{milestone.date}`"
            yield Finding(milestone.id, "date", message, hint)
        below = (milestone, level)
        seen.add(level.rank)


def rungs_without_instrument(survey: Survey) -> Iterator[Finding]:
    """Find upgrades that no instrument made."""
    for milestone, level in _ladder(survey.dataset):
        if level.rank > 0 and milestone.instrument is None:
            message = "expected the instrument that made the upgrade, got none"
            hint = "name it in `instrument`"
            yield Finding(milestone.id, "level", message, hint)


def sessions_out_of_order(survey: Survey) -> Iterator[Finding]:
    """Find sessions before their mechanism was set up, or before one that is listed or numbered earlier."""
    for mechanism in survey.dataset.mechanisms:
        latest = mechanism.established
        highest = 0
        for index, session in enumerate(mechanism.sessions):
            path = f"sessions[{index}]"
            if latest is not None and session.start.surely_before(latest):
                yield Finding(mechanism.id, f"{path}.start", f"expected no day before {latest}, got `{session.start}`")
            latest = max(latest or session.start, session.start)
            if session.number is not None and session.number < highest:
                message = f"expected a number above {highest}, got {session.number}"
                yield Finding(mechanism.id, f"{path}.number", message)
            highest = max(highest, session.number or 0)


def followed_by_earlier(survey: Survey) -> Iterator[Finding]:
    """Find commitments carried out, or due, before they were made."""
    for commitment in survey.dataset.commitments:
        if commitment.due and commitment.due.surely_before(commitment.made):
            message = f"expected a day of {commitment.made} or later, got `{commitment.due}`"
            yield Finding(commitment.id, "due", message)
        for index, record_id in enumerate(commitment.followed_by):
            record = survey.dataset.find(record_id)
            if isinstance(record, Event) and record.ends.surely_before(commitment.made):
                message = f"expected a record of {commitment.made} or later, got `{record_id}` of {record.ends}"
                yield Finding(commitment.id, f"followed_by[{index}]", message)


RULES = (
    Rule(
        "ladder-rises",
        "Levels of the partnership rise with their dates; none comes twice, and no two on one day.",
        ladder_not_rising,
    ),
    Rule("upgrade-has-instrument", "Every upgrade of the partnership names its instrument.", rungs_without_instrument),
    Rule(
        "sessions-in-order",
        "The sessions of a mechanism are in order of date and number, none before it was set up.",
        sessions_out_of_order,
    ),
    Rule(
        "followed-by-later",
        "What shows a commitment carried out, and the day it is due, are not earlier than it.",
        followed_by_earlier,
    ),
)
