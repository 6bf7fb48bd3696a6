"""`vnjp show`: a whole record, its sources, its conflicts and its links."""

import typing
from collections.abc import Iterable
from typing import cast

import attrs
import click
from rich.text import Text

from vnjp_dataset.cli import names
from vnjp_dataset.cli.dates import long_date
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.words import complete_id
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Document, PersonName, Record, SourcedRecord, Step, Value
from vnjp_dataset.model import Text as TextInLanguages
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.shape import field_types, unwrap
from vnjp_dataset.reading.convert import unstructure

APART = ("id", "sources", "conflicts", "documents")


@click.command(short_help="Print a whole record.")
@click.argument("record_id", metavar="ID", shell_complete=complete_id)
@format_option("text", "json")
@click.pass_obj
def show(state: State, record_id: str, form: str) -> None:
    """Print the record with this id: its fields, sources, conflicts and links.

    JSON gives the record as its YAML file has it, with its id. An unknown id ends with exit code 1.
    """
    dataset = state.dataset
    record = dataset[record_id]
    if form == "json":
        say_json(unstructure(record))
    else:
        Sheet(dataset, Page()).record(record)


def published(document: Document) -> str:
    """Return when a document came out, in words."""
    return long_date(document.published) if document.published else "no date known"


@attrs.frozen
class Sheet:
    """Prints records of a dataset on a page."""

    dataset: Dataset
    page: Page

    def record(self, record: Record) -> None:
        """Print everything that the dataset knows of a record."""
        kind = KINDS[self.dataset.kind_of(record.id)]
        title = names.title(self.dataset, record)
        if title != getattr(record, "summary", None):
            self.page.para(title, style="bold")
        self.page.para(f"{kind.one} {record.id}", style="dim")
        self.page.line()
        self.fields(record, 0)
        self.documents(getattr(record, "documents", ()))
        if isinstance(record, SourcedRecord):
            self.sources(record)
            self.conflicts(record)
        self.links("Names", (link.target for link in self.dataset.links_from(record.id)))
        self.links("Named by", (link.record for link in self.dataset.links_to(record.id)))

    def fields(self, value: Value, indent: int) -> None:
        """Print what is set in a value, a name and what it holds on each line."""
        for field, annotated, _ in field_types(type(value)):
            declared, _optional = unwrap(annotated)
            part: object = getattr(value, field.name)
            if part is None or part == () or (indent == 0 and field.name in APART):
                continue
            self.field(field.name.replace("_", " "), part, declared, indent)

    def field(self, name: str, part: object, declared: object, indent: int) -> None:
        """Print one field."""
        if isinstance(part, tuple):
            self.several(name, cast("tuple[object, ...]", part), typing.get_args(declared)[0], indent)
        elif isinstance(part, (PersonName, TextInLanguages)):
            self.page.entry(name, *names.spoken(part), indent=indent)
        elif isinstance(part, Value) and names.phrase(self.dataset, part) is None:
            self.page.line(Text(f"{' ' * indent}{name}", "cyan"))
            self.fields(part, indent + 2)
        else:
            self.page.entry(name, self.words(part, declared), indent=indent)

    def several(self, name: str, parts: tuple[object, ...], declared: object, indent: int) -> None:
        """Print a list: a few words each in one entry, longer items one below the other."""
        if not isinstance(parts[0], Value):
            self.page.entry(name, ", ".join(self.words(one, declared) for one in parts), indent=indent)
            return
        self.page.line(Text(f"{' ' * indent}{name}", "cyan"))
        for one in parts:
            if isinstance(one, Step):
                self.step(one, indent + 2)
            else:
                self.page.para(self.words(one, declared), lead=f"{' ' * indent}  - ")

    def words(self, part: object, declared: object) -> str:
        """Return a small value in words; the name of what an id stands for comes before the id."""
        if isinstance(part, str) and declared in TARGETS:
            called = names.called(self.dataset, part)
            return part if called == part else f"{called} ({part})"
        if isinstance(part, bool):
            return "yes" if part else "no"
        return names.phrase(self.dataset, part) or str(part)

    def step(self, step: Step, indent: int) -> None:
        """Print a step of an itinerary."""
        where = ", ".join(one for one in (step.venue, names.called(self.dataset, step.place or "")) if one)
        blank = " " * indent
        self.page.para(f"{step.activity}{f' – {where}' if where else ''}", lead=f"{blank}{step.date}  ")
        hang = f"{blank}  " if self.page.narrow else f"{blank}{' ' * len(step.date.text)}  "
        if step.participants:
            self.page.para(f"with {names.actors(self.dataset, step.participants)}", lead=hang)
        if step.summary:
            self.page.para(step.summary, lead=hang)
        if step.agreements:
            self.page.para(f"documents: {', '.join(step.agreements)}", lead=hang)

    def sources(self, record: SourcedRecord) -> None:
        """Print the documents that a record rests on."""
        if record.sources:
            self.page.heading("Sources")
        for number, one in enumerate(record.sources, start=1):
            lead = "     "
            self.document(one.document, f"{number:>3}. ", lead)
            announced = "announces " if one.announcement else "supports "
            located = f" ({one.locator})" if one.locator else ""
            self.page.para(f"{announced}{', '.join(one.supports)}{located}", lead=lead, style="dim")

    def document(self, document_id: str, first: str, lead: str) -> None:
        """Print a document: its title, its publisher and date, its address."""
        document = self.dataset.documents.get(document_id)
        if document is None:
            self.page.para(f"{document_id} (not among the documents)", lead=first)
            return
        self.page.para(document.title, lead=first)
        publisher = names.called(self.dataset, document_id.partition("/")[0])
        self.page.para(f"{publisher}, {published(document)} [{document_id}]", lead=lead)
        # An address stays in one piece, so that a terminal can open it.
        self.page.line(f"{lead}{document.url}")

    def documents(self, documents: tuple[Document, ...]) -> None:
        """Print the documents of a publisher."""
        if documents:
            self.page.heading(f"Documents ({len(documents)})")
        for one in documents:
            self.page.para(one.title, lead="  - ")
            self.page.para(f"{published(one)} [{one.key}]", lead="    ")
            self.page.line(f"    {one.url}")

    def conflicts(self, record: SourcedRecord) -> None:
        """Print what other sources say, and why it was not adopted."""
        if record.conflicts:
            self.page.heading("Conflicts between sources")
        for one in record.conflicts:
            self.page.para(f"{one.field}: {one.value}", lead="  - ")
            self.page.para(f"according to {', '.join(one.documents)}", lead="    ")
            self.page.para(f"not adopted: {one.reason}", lead="    ")

    def links(self, heading: str, found: Iterable[Record]) -> None:
        """Print the ids of linked records, by kind."""
        by_kind: dict[str, dict[str, None]] = {}
        for record in found:
            by_kind.setdefault(self.dataset.kind_of(record.id), {})[record.id] = None
        if by_kind:
            self.page.heading(heading)
        for kind in KINDS:
            if kind in by_kind:
                self.page.entry(kind, ", ".join(by_kind[kind]), indent=2)
