"""`vnjp list`: the records of a kind that meet some criteria."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, cast

import click
from click.shell_completion import CompletionItem

from vnjp_dataset.citation import STYLES
from vnjp_dataset.cli.citing import say_citation
from vnjp_dataset.cli.columns import COLUMNS
from vnjp_dataset.cli.options import FormatOption
from vnjp_dataset.cli.output import say_data, say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State, collection
from vnjp_dataset.cli.words import kind_called, no_such_kind, quiet_dataset
from vnjp_dataset.collection import Collection, EventCollection
from vnjp_dataset.collection.facets import FacetValue
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.csv_format import text as csv_text
from vnjp_dataset.model import KINDS, Event, Kind, KindName, Record
from vnjp_dataset.reading.convert import unstructure

HELP: Mapping[str, str] = MappingProxyType(
    {
        "about": "Figures that speak of this record.",
        "by": "Commitments of this country.",
        "country": "Those of this country, e.g. VN.",
        "direction": "VN-JP: a Vietnamese figure in Japan; JP-VN: a Japanese figure in Vietnam.",
        "fate": "Ids to which this happened.",
        "field": "Records of this field of cooperation, or of one that belongs to it.",
        "kind": "Records of this sort.",
        "lead": "Visits that this person led.",
        "measure": "Figures of this measure.",
        "medium": "Meetings held this way.",
        "office": "Where this office was held: by the lead of a visit, or by a person at any time.",
        "organization": "Records that name this body.",
        "person": "Records that name this person in any part.",
        "place": "Records that name this place, or one that lies in it.",
        "rank": "Where an office of this rank was held: by those who took part, or by a person at any time.",
        "side": "Publishers of this side.",
        "source": "Records that cite this publisher.",
        "status": "Records of this status.",
        "style": "Visits styled so by either government.",
        "visit": "Records that belong to this visit.",
        "year": "Events that took place, at least in part, in this year.",
    }
)


class _Askable(Protocol):
    def where(self, **criteria: object) -> Collection[Record]: ...


class KindCommands(click.Group):
    """One command for each kind of record, its options made from what the kind can be asked by."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the kinds, in their order."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command for a kind, in the singular or plural."""
        kind = kind_called(cmd_name)
        return kind_command(KINDS[kind]) if kind else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command, or fail with the kinds that may have been meant."""
        if args and not args[0].startswith("-") and kind_called(args[0]) is None:
            ctx.fail(no_such_kind(args[0]))
        return super().resolve_command(ctx, args)


def kind_command(kind: Kind) -> click.Command:
    """Return the command that lists one kind."""
    criteria = collection(Dataset({}), kind.name).criteria
    options: list[click.Parameter] = [_criterion(kind.name, name, known) for name, known in criteria.items()]
    if issubclass(kind.record, Event):
        options.append(click.Option(["--from", "start"], metavar="DATE", help="Events from 2013 or 2013-05-01 on."))
        options.append(click.Option(["--to", "end"], metavar="DATE", help="Events up to 2021 or 2021-06-30."))

    def show_list(form: str, start: str | None = None, end: str | None = None, **given: tuple[FacetValue, ...]) -> None:
        dataset = click.get_current_context().ensure_object(State).dataset
        asked = {name: values for name, values in given.items() if values}
        say_list(dataset, kind, chosen(collection(dataset, kind.name), asked, start, end), form)

    return click.Command(
        kind.name,
        callback=show_list,
        params=[*options, FormatOption("table", "json", "csv", *STYLES)],
        help=f"List {kind.name}. Options narrow the list; one given several times asks for any of its values. "
        f"The formats {', '.join(STYLES)} say how to cite these records.",
    )


def _criterion(kind: KindName, name: str, known: tuple[FacetValue, ...] | None) -> click.Option:
    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        dataset = quiet_dataset(ctx)
        words = (collection(dataset, kind).criteria[name] or ()) if dataset else ()
        return [CompletionItem(str(word)) for word in words if str(word).startswith(incomplete)]

    # An empty dataset knows no ids: what it does know are the words of a vocabulary.
    listed = f" One of {', '.join(map(str, known))}." if known else ""
    return click.Option(
        [f"--{name}", name],
        multiple=True,
        type=click.INT if known is None else click.STRING,
        metavar="YEAR" if known is None else ("WORD" if known else "ID"),
        help=f"{HELP[name]}{listed}",
        shell_complete=complete,
    )


def chosen(
    records: Collection[Record],
    asked: Mapping[str, tuple[FacetValue, ...]],
    start: str | None = None,
    end: str | None = None,
) -> Collection[Record]:
    """Return the records that meet the criteria and took place from start to end."""
    # Only `criteria` that the collection has become options, and a collection without any is not asked.
    found = cast("_Askable", records).where(**asked) if asked else records
    if (start or end) and isinstance(found, EventCollection):
        return cast("Collection[Record]", found.between(start, end))
    return found


def say_list(dataset: Dataset, kind: Kind, records: Collection[Record], form: str) -> None:
    """Print records of a kind."""
    if form == "json":
        say_json([unstructure(record) for record in records])
    elif form == "csv":
        say_data(csv_text(kind.record, records))
    elif form in STYLES:
        say_citation(records.cite(), form)
    else:
        page = Page()
        columns = COLUMNS[kind.name]
        page.table(tuple(columns), [tuple(cell(dataset, one) for cell in columns.values()) for one in records])
        page.line()
        page.para(f"{len(records)} of {len(dataset.records(kind.name))} {kind.name}", style="dim")
