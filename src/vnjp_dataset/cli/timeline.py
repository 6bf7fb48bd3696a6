"""`vnjp timeline`: the ladder of the partnership and the leaders' visits."""

from collections.abc import Iterator

import click

from vnjp_dataset.cli.drawing import ASCII, UNICODE, Drawing, Entry
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import is_ascii, say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import LEADER_RANKS, Milestone
from vnjp_dataset.reading.convert import unstructure


@click.command(short_help="Draw the levels and the leaders' visits since 1973.")
@click.option("--ascii", "plain", is_flag=True, help="Draw with ASCII characters only.")
@format_option("text", "json")
@click.pass_obj
def timeline(state: State, plain: bool, form: str) -> None:
    """Draw the half-century: the levels of the partnership and the leaders' visits in both directions.

    Leaders are heads of state, the imperial house, heads of government and party leaders. JSON is an array of levels
    and visits in order of date.
    """
    found = tuple(entries(state.dataset))
    if form == "json":
        say_json([as_plain(state.dataset, one) for one in found])
        return
    page = Page()
    signs = ASCII if plain or is_ascii(page.screen) else UNICODE
    Drawing(state.dataset, page, signs).draw(found)


def entries(dataset: Dataset) -> Iterator[Entry]:
    """Return levels and leaders' visits by date; a visit stands before the level that was agreed while it lasted."""
    visits = dataset.visits.where(rank=LEADER_RANKS, status="held")
    return iter(sorted((*visits, *dataset.milestones.ladder), key=lambda one: (one.begins.anchor, one.begins)))


def as_plain(dataset: Dataset, entry: Entry) -> dict[str, object]:
    """Return a level or visit as plain data."""
    plain = unstructure(entry)
    if isinstance(entry, Milestone):
        return {"type": "level", "id": entry.id, "date": plain["date"], **plain["level"]}
    office = dataset.offices.find(entry.office)
    lead = dataset.people.find(entry.lead)
    return {
        "type": "visit",
        **{name: plain[name] for name in ("id", "direction", "start", "end", "lead")},
        "lead_name": str(lead.name) if lead else None,
        "office": entry.office,
        "rank": office.rank if office else None,
    }
