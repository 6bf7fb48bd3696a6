"""Blocks that are generated inside pages that people write, between `<!-- name -->` and `<!-- /name -->`."""

from collections.abc import Iterator, Mapping

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Coverage, SourcedRecord

from . import agreement_block, evidence_tables
from .markdown import joined, table

Blocks = Mapping[str, str]


def by_file(dataset: Dataset) -> Mapping[str, Blocks]:
    """Return the blocks of every file that has some."""
    return {
        "README.md": {"counts": counts(dataset), "citation": citation(dataset)},
        "docs/explanation/coverage.md": {
            "periods": evidence_tables.periods(dataset),
            "voices": evidence_tables.voices(dataset),
            "coverage": coverage(dataset),
        },
        "docs/explanation/reliability.md": {"agreement": agreement_block.agreement(dataset)},
    }


def fill(text: str, blocks: Blocks, name: str) -> str:
    """Return a page with its blocks filled.

    Raises ValueError where the page has no place for one of them.
    """
    for block, content in blocks.items():
        start, end = f"<!-- {block} -->", f"<!-- /{block} -->"
        before, opened, rest = text.partition(start)
        _, closed, after = rest.partition(end)
        if not (opened and closed):
            raise ValueError(f"{name}: expected a block {start}…{end}, got none")
        text = f"{before}{start}\n{content}{end}{after}"
    return text


def counts(dataset: Dataset) -> str:
    """Return how many records of each kind there are."""
    kinds = " · ".join(f"{len(dataset.records(kind))} {kind}" for kind in KINDS)
    conflicts = sum(len(record.conflicts) for record in dataset if isinstance(record, SourcedRecord))
    held = f"{len(dataset)} records from {len(dataset.documents)} documents, with {conflicts} conflicts on record"
    return joined((f"{held}: {kinds}.",))


def citation(dataset: Dataset) -> str:
    """Return the citation as a quotation."""
    return joined((f"> {dataset.cite().apa}",))


def coverage(dataset: Dataset) -> str:
    """Return what was searched, kind by kind."""
    return joined(_coverage(dataset))


def _coverage(dataset: Dataset) -> Iterator[str]:
    rows = sorted(dataset.coverage, key=lambda row: (tuple(KINDS).index(row.kind), row.start, row.id))
    yield from table(
        ("records", "period", "judged", "what was searched", "what is missing"),
        ((_what(row), f"{row.start} – {row.end}", row.status, row.swept, row.missing or "") for row in rows),
    )


def _what(row: Coverage) -> str:
    return ", ".join(part for part in (row.kind, row.direction, row.rank) if part)
