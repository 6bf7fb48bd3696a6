"""Rules about instruments, and what else belongs to a visit."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import Count, PartialDate, Visit
from vnjp_dataset.model.agreements import AgreementKind

UNCOUNTED: tuple[AgreementKind, ...] = ("joint-statement", "joint-vision", "joint-press-release")
NO_CEILING = ("at-least", "more-than", "about")
BELOW = ("less-than", "nearly")


def agreements_outside_visit(survey: Survey) -> Iterator[Finding]:
    """Find instruments signed outside the visit that they belong to, without a word why."""
    for agreement in survey.dataset.agreements:
        visit = survey.dataset.visits.find(agreement.visit) if agreement.visit else None
        if visit is not None and not agreement.signed_apart and not _within(agreement.signed, visit):
            message = f"expected a day of `{visit.id}`, {visit.start} to {visit.end}, got `{agreement.signed}`"
            hint = "say why in `signed_apart`"
            yield Finding(agreement.id, "signed", message, hint)


def _within(date: PartialDate, visit: Visit) -> bool:
    return not (date.surely_before(visit.start) or visit.end.surely_before(date))


class _Dated(NamedTuple):
    record: str
    path: str
    date: PartialDate
    visit: str | None
    may_follow: bool


def parts_outside_visit(survey: Survey) -> Iterator[Finding]:
    """Find what belongs to a visit but is dated before it or, where it cannot have followed, after it."""
    for one in _parts_of_visits(survey):
        visit = survey.dataset.visits.find(one.visit) if one.visit else None
        if visit is None:
            continue
        if one.date.surely_before(visit.start) or not (one.may_follow or _within(one.date, visit)):
            until = "on" if one.may_follow else f"to {visit.end}"
            message = f"expected a day of `{visit.id}`, from {visit.start} {until}, got `{one.date}`"
            yield Finding(one.record, one.path, message)


def _parts_of_visits(survey: Survey) -> Iterator[_Dated]:
    dataset = survey.dataset
    yield from (_Dated(one.id, "date", one.date, one.visit, may_follow=False) for one in dataset.milestones)
    for mechanism in dataset.mechanisms:
        for index, session in enumerate(mechanism.sessions):
            yield _Dated(mechanism.id, f"sessions[{index}].start", session.start, session.visit, may_follow=False)
    yield from (_Dated(one.id, "made", one.made, one.visit, may_follow=True) for one in dataset.commitments)
    yield from (_Dated(one.id, "as_of", one.as_of, one.about, may_follow=True) for one in dataset.figures)


def counts_below_links(survey: Survey) -> Iterator[Finding]:
    """Find visits reported to have brought fewer documents than are linked to them."""
    dataset = survey.dataset
    counted = (one for one in dataset.agreements if one.kind not in UNCOUNTED and not one.signed_apart)
    linked = Counter[str | None](one.visit for one in counted)
    for visit in dataset.visits:
        count = visit.counts.documents_signed if visit.counts else None
        most = _most(count) if count and not _is_disputed(visit) else None
        if count and most is not None and max(most, 0) < linked[visit.id]:
            message = f"expected at least the {linked[visit.id]} documents linked to the visit, got {count.value}"
            hint = "record the conflict, or mend the links of the agreements that name the visit"
            yield Finding(visit.id, "counts.documents_signed", message, hint)


def _is_disputed(visit: Visit) -> bool:
    return any(one.field == "counts" or one.field.startswith("counts.documents_signed") for one in visit.conflicts)


def _most(count: Count) -> int | None:
    if count.bound in NO_CEILING:
        return None
    return count.value - 1 if count.bound in BELOW else count.value


def amended_before_signed(survey: Survey) -> Iterator[Finding]:
    """Find instruments that amend or supersede one signed after them."""
    for agreement in survey.dataset.agreements:
        for field, ids in (("amends", agreement.amends), ("supersedes", agreement.supersedes)):
            for index, one in enumerate(ids):
                older = survey.dataset.agreements.find(one)
                if older is not None and agreement.signed.surely_before(older.signed):
                    message = f"expected an instrument of {agreement.signed} or earlier, got one of {older.signed}"
                    yield Finding(agreement.id, f"{field}[{index}]", message)


def milestones_off_instrument(survey: Survey) -> Iterator[Finding]:
    """Find milestones of another day than the instrument that made them."""
    for milestone in survey.dataset.milestones:
        made_by = survey.dataset.agreements.find(milestone.instrument) if milestone.instrument else None
        if made_by is None:
            continue
        days = [day for day in (made_by.signed, made_by.in_force) if day is not None]
        if not any(milestone.date.overlaps(day) for day in days):
            message = f"expected the day of `{made_by.id}`, {' or '.join(map(str, days))}, got `{milestone.date}`"
            yield Finding(milestone.id, "date", message)


RULES = (
    Rule(
        "signed-within-visit",
        "An instrument of a visit is signed within it, or `signed_apart` says why not.",
        agreements_outside_visit,
    ),
    Rule(
        "dated-within-visit",
        "A milestone and a session of a visit lie within it; a commitment of it and a figure about it are not earlier.",
        parts_outside_visit,
    ),
    Rule(
        "counts-cover-links",
        "A visit's reported count of documents is not below the number linked to it, unless the count is disputed.",
        counts_below_links,
    ),
    Rule("amends-earlier", "What an instrument amends or supersedes was not signed after it.", amended_before_signed),
    Rule(
        "milestone-on-its-instrument",
        "A milestone has the day on which its instrument was signed or entered into force.",
        milestones_off_instrument,
    ),
)
