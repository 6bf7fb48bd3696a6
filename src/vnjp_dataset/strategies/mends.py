"""How drawn fields are made to keep the rules of their class."""

import typing
from collections.abc import Callable, Mapping

from vnjp_dataset.model import (
    Actor,
    Agreement,
    Check,
    Coverage,
    Criteria,
    Mechanism,
    Milestone,
    OtherName,
    PartialDate,
    Place,
    RecordId,
    Retired,
    Session,
    Source,
    Term,
    Text,
    Visit,
)
from vnjp_dataset.model.milestones import LEVEL_KINDS

Drawn = dict[str, object]
Mend = Callable[[Drawn], None]


def _in_order(first: str, last: str) -> Mend:
    def mend(drawn: Drawn) -> None:
        start, end = drawn[first], drawn[last]
        if isinstance(start, PartialDate) and isinstance(end, PartialDate) and end.surely_before(start):
            drawn[last] = start

    return mend


def _named(drawn: Drawn) -> None:
    if not any(drawn.values()):
        drawn["en"] = "Name"


def _somebody(drawn: Drawn) -> None:
    if not (drawn["person"] or drawn["organization"] or drawn["country"]):
        drawn["country"] = "VN"
    if not drawn["person"]:
        drawn["office"] = None


def _in_its_script(drawn: Drawn) -> None:
    name = drawn["name"]
    if isinstance(name, dict):  # a name in each language, of which one is meant
        drawn["name"] = typing.cast("dict[object, object]", name)[drawn["language"]]


def _open_or_ended(drawn: Drawn) -> None:
    drawn["open"] = drawn["open"] and drawn["end"] is None


def _level_of_kind(drawn: Drawn) -> None:
    if drawn["kind"] not in LEVEL_KINDS:
        drawn["level"] = None


def _place_of_a_first(drawn: Drawn) -> None:
    check = drawn["check"]
    if drawn["kind"] != "first" or (isinstance(check, Check) and check.answer != "ordinal"):
        drawn["check"] = None


def _on_the_globe(drawn: Drawn) -> None:
    if drawn["latitude"] is None or drawn["longitude"] is None:
        drawn["latitude"] = drawn["longitude"] = None
    if not str(drawn["iso"]).startswith(f"{drawn['country']}-"):
        drawn["iso"] = None


def _counted_to(drawn: Drawn) -> None:
    if drawn["through"] is None:
        drawn["answer"] = "count"
    others = typing.cast("tuple[object, ...]", drawn["also"])
    drawn["also"] = tuple(one for one in others if one != drawn["collection"])


def _each_once(field: str, key: str) -> Mend:
    def mend(drawn: Drawn) -> None:
        found = typing.cast("tuple[object, ...]", drawn[field])
        first: dict[object, object] = {}
        for one in found:
            # What has no key repeats none.
            first.setdefault(getattr(one, key) or object(), one)
        drawn[field] = tuple(first.values())

    return mend


def _replaced(drawn: Drawn) -> None:
    found = typing.cast("tuple[RecordId, ...]", drawn["replaced_by"])
    if drawn["fate"] == "withdrawn":
        drawn["replaced_by"] = ()
    elif drawn["fate"] == "merged":
        drawn["replaced_by"] = found[:1] or (RecordId("a"),)
    elif len(found) < 2:
        drawn["replaced_by"] = (*found, *(RecordId(one) for one in ("a-1", "b-1", "c-1") if one not in found))[:2]


MENDS: Mapping[type, tuple[Mend, ...]] = {
    Text: (_named,),
    OtherName: (_in_its_script,),
    Actor: (_somebody,),
    Agreement: (_in_order("signed", "in_force"), _in_order("signed", "ended"), _in_order("in_force", "ended")),
    Visit: (_in_order("start", "end"),),
    Session: (_in_order("start", "end"),),
    Coverage: (_in_order("start", "end"),),
    Mechanism: (_in_order("established", "ended"), _each_once("sessions", "number")),
    Term: (_in_order("start", "end"), _open_or_ended),
    Milestone: (_level_of_kind, _place_of_a_first),
    Place: (_on_the_globe,),
    Criteria: (_in_order("since", "until"),),
    Check: (_counted_to,),
    Retired: (_replaced,),
    Source: (_each_once("documents", "key"),),
}
"""What makes a drawn class keep its rules; drawing again until it does would be slow."""
