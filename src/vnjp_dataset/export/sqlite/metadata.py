"""`metadata.json`: titles, meanings, facets and questions, with which Datasette shows the database."""

import json
from collections.abc import Iterator, Mapping, Sequence

from vnjp_dataset.citation.facts import AUTHOR
from vnjp_dataset.export.about import About
from vnjp_dataset.export.sqlite import facts, search
from vnjp_dataset.export.sqlite.queries import queries
from vnjp_dataset.export.sqlite.schema import LABEL, LABEL_DOC, label_of
from vnjp_dataset.export.sqlite.views import views
from vnjp_dataset.model import KINDS, Event, KindName
from vnjp_dataset.tables import Table, tables_of

Json = Mapping[str, object]

_FACETS: Mapping[str, tuple[str, ...]] = {
    "documents": ("language", "original"),
    "search": (),
    "visits_readable": ("direction", "rank", "status"),
    "agreements_of_visits": ("agreement_kind",),
    "itinerary_steps": ("activity",),
    "meetings_readable": ("medium",),
    "figures_readable": ("measure_name",),
    "terms_readable": ("country", "rank"),
    "timeline": ("record_kind",),
    "fields_of_records": ("field_name", "record_kind"),
    "sources_of_records": ("side", "record_kind"),
    "conflicts_readable": ("record_kind",),
}
"""By what a reader narrows down tables and views, where it is not their own vocabularies."""


def text(about: About, database: str, kinds: Sequence[KindName]) -> str:
    """Return the file's content for a database of some kinds of record, by the name of its file without ending."""
    content = {
        "title": "vnjp-dataset",
        "description": f"{about.abstract} Cite as: {about.citation}",
        "license": about.licence,
        "license_url": about.licence_url,
        "source": f"{AUTHOR}, version {about.version}",
        "databases": {
            database: {
                "description": about.title,
                "tables": dict(_tables(kinds)),
                "queries": {
                    one.name: {"title": one.title, "description": one.doc, "sql": one.sql.strip()}
                    for one in queries(kinds)
                },
            }
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _tables(kinds: Sequence[KindName]) -> Iterator[tuple[str, Json]]:
    yield facts.ABOUT, {"description": facts.DOC, "columns": facts.COLUMNS}
    for table in tables_of(kinds):
        yield table.name, _table(table)
    yield search.TEXTS, {"description": search.DOC, "columns": search.COLUMNS, "facets": ["kind"]}
    for view in views(kinds):
        yield view.name, _set(description=view.doc, columns=view.columns, facets=_FACETS.get(view.name))


def _table(table: Table) -> Json:
    columns = {one.name: one.doc for one in table.columns}
    label = label_of(table)
    return _set(
        description=table.doc,
        columns={**columns, LABEL: LABEL_DOC} if label else columns,
        facets=_FACETS.get(table.name, tuple(_words(table))),
        label_column=LABEL if label else {"records": "heading", "documents": "title"}.get(table.name),
        sort=_date(table),
    )


def _words(table: Table) -> Iterator[str]:
    """Yield the columns of a table of records that always have a word of a vocabulary."""
    if not table.path:
        yield from (one.name for one in table.columns if one.words and one.required and not one.part)


def _date(table: Table) -> str | None:
    record = KINDS[table.kind].record if table.kind and not table.path else None
    return f"{record.DATE_FIELD}_earliest" if record and issubclass(record, Event) else None


def _set(**given: object) -> Json:
    return {name: value for name, value in given.items() if value not in (None, ())}
