"""`vnjp on`: how things stood between the two countries on a day."""

import click

from vnjp_dataset.cli import names
from vnjp_dataset.cli.dates import long_date, since
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.collection import Visits
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.naming import COUNTRIES
from vnjp_dataset.model import Text
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.relation import Relation
from vnjp_dataset.terms import Holder


@click.command(short_help="Print the state of the relation on a day.")
@click.argument("day", metavar="DATE")
@format_option("text", "json")
@click.pass_obj
def on(state: State, day: str, form: str) -> None:
    """Print the state of the relation on a day, written YYYY-MM-DD.

    The partnership's level and since when, who held office on both sides, the agreements in force, and the
    leaders' visits before, under way and after.
    """
    relation = state.dataset.relation_on(day)
    if form == "json":
        say_json(plain(relation))
    else:
        say(state.dataset, relation, Page())


def plain(relation: Relation) -> dict[str, object]:
    """Return the relation as plain data, records by their ids."""
    return {
        "day": relation.day.isoformat(),
        "level": unstructure(relation.since)["level"] if relation.since else None,
        "since": relation.since.id if relation.since else None,
        "office_holders": [
            {
                "office": one.office.id,
                "person": one.person.id,
                "start": str(one.term.start),
                "end": str(one.term.end) if one.term.end else None,
                "acting": one.term.acting,
                "certain": one.surely_on(relation.day),
            }
            for one in relation.office_holders
        ],
        "agreements_in_force": list(relation.agreements_in_force.ids),
        "visits_before": list(relation.visits_before.ids),
        "visits_under_way": list(relation.visits_under_way.ids),
        "visits_after": list(relation.visits_after.ids),
    }


def say(dataset: Dataset, relation: Relation, page: Page) -> None:
    """Print the relation for readers."""
    page.para(f"Vietnam–Japan relations on {long_date(relation.day)}", style="bold")
    page.line()
    if relation.level and relation.since:
        first, *others = names.spoken(relation.level.name)
        page.entry("level", f"{relation.level.rank}: {first}", *others)
        page.entry("since", f"{long_date(relation.since.date)} ({relation.since.id})")
    else:
        page.entry("level", "no diplomatic relations on record yet")
    _office_holders(relation, page)
    page.heading(f"Agreements in force ({len(relation.agreements_in_force)} whose entry into force is on record)")
    for agreement in relation.agreements_in_force:
        page.para(f"{agreement.title} ({agreement.id})", lead=f"  {agreement.in_force}  ")
    page.heading("Leaders' visits")
    _visits(dataset, page, "before", relation.visits_before)
    _visits(dataset, page, "under way", relation.visits_under_way)
    _visits(dataset, page, "after", relation.visits_after)


def _office_holders(relation: Relation, page: Page) -> None:
    certain = [one for one in relation.office_holders if one.surely_on(relation.day)]
    for country in dict.fromkeys(one.office.country for one in certain):
        page.heading(f"In office in {COUNTRIES.get(country, country)}")
        for one in certain:
            if one.office.country == country:
                page.para(_holder(one), lead="  ")
    possible = [one for one in relation.office_holders if one not in certain]
    if possible:
        page.heading("Perhaps in office (the records do not give both ends of the term)")
    for one in possible:
        page.para(_holder(one), lead="  ")


def _holder(one: Holder) -> str:
    acting = ", acting" if one.term.acting else ""
    return f"{one.person.name}, {_title(one.office.title, one.office.id)}{acting}, since {since(one.term.start)}"


def _title(title: Text, office: str) -> str:
    return title.en or office


def _visits(dataset: Dataset, page: Page, when: str, visits: Visits) -> None:
    lines = [f"{names.dated(one)}: {names.title(dataset, one)} ({one.id})" for one in visits]
    page.entry(when, *(lines or ["none on record"]), indent=2)
