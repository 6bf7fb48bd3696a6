"""What a comparison of codings finds: pairs, agreement by field, and each disagreement with what became of it."""

from collections.abc import Iterable, Iterator

import attrs

from vnjp_dataset.insight.coding.manifest import Adjudication, Codable, Manifest
from vnjp_dataset.insight.coding.variables import Level
from vnjp_dataset.insight.lines import Line, counted, joined
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.ids import RecordId

HEAD = ("field", "pairs", "agree", "percent", "alpha")


@attrs.frozen
class Match:
    """A record of the dataset and the coded record that is the same event."""

    record: RecordId
    coded: str
    """The coded record's folder and file."""


@attrs.frozen(kw_only=True)
class FieldAgreement:
    """How far two coders agree on a field."""

    kind: Codable
    field: str
    level: Level
    """`nominal` for words, `interval` for dates, in days, and for numbers."""
    pairs: int
    """In how many matched pairs at least one of them says something."""
    agreed: int
    """In how many of these both say the same."""
    alpha: float | None
    """Krippendorff's alpha; None where it is not defined, because everybody always says the same."""

    @property
    def share(self) -> float:
        """The share of pairs in which both say the same, from 0 to 1."""
        return self.agreed / self.pairs

    def cells(self) -> tuple[str, ...]:
        """Return the agreement as a row below `field`, `pairs`, `agree`, `percent` and `alpha`."""
        shown = "–" if self.alpha is None else f"{self.alpha:.3f}"
        return (f"{self.kind}: {self.field}", str(self.pairs), str(self.agreed), f"{self.share:.1%}", shown)


@attrs.frozen(kw_only=True)
class Disagreement:
    """A field of which the two say different things."""

    record: RecordId
    coded: str
    """The coded record's folder and file."""
    field: str
    ours: str | None
    """What the dataset says; None for nothing."""
    theirs: str | None
    """What the second coder says; None for nothing."""
    adjudication: Adjudication | None = None

    @property
    def verdict(self) -> str:
        """Whose value is right: `dataset`, `coding`, `both`, `neither`, or `open` where nobody has decided."""
        return self.adjudication.right if self.adjudication else "open"

    def cells(self) -> tuple[str, ...]:
        """Return the disagreement as a row: place, both values, whose is right, why."""
        reason = self.adjudication.reason if self.adjudication else ""
        return (f"{self.record}.{self.field}", self.ours or "–", self.theirs or "–", self.verdict, reason)


@attrs.frozen(kw_only=True)
class CodingComparison:
    """A second coding compared with the dataset; `str` gives it as text."""

    manifest: Manifest
    matches: tuple[Match, ...]
    only_dataset: tuple[RecordId, ...]
    """Records that were to be coded and that the coder does not have."""
    only_coding: tuple[str, ...]
    """Coded records, by folder and file, that the dataset does not have."""
    fields: tuple[FieldAgreement, ...]
    disagreements: tuple[Disagreement, ...]
    settled: tuple[Adjudication, ...]
    """What was decided of disagreements that have gone since, because one of the two was corrected."""

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield the comparison line by line."""
        yield Line(f"Second coding by {self.manifest.coder}, {self.manifest.date}", style="bold")
        yield Line(f"Sample: {self.manifest.sample.drawn}")
        yield Line(self.summary)
        yield from _listed("Only in the dataset", self.only_dataset)
        yield from _listed("Only in the coding", self.only_coding)
        if self.fields:
            yield from (Line(), Line("Agreement", style="bold"))
        for one in self.fields:
            name, pairs, agreed, percent, shown = one.cells()
            yield Line(f"{agreed} of {pairs} ({percent}), alpha {shown} ({one.level})", lead=f"  {name}  ")
        if self.disagreements:
            yield from (Line(), Line("Disagreements", style="bold"))
        for difference in self.disagreements:
            place, ours, theirs, verdict, reason = difference.cells()
            yield Line(f"{place}: dataset {ours}, coding {theirs} ({difference.coded})", lead="  - ")
            yield Line(f"{verdict}{f': {reason}' if reason else ''}", lead="    ", style="dim")
        for ruling in self.settled:
            yield Line(f"{ruling.record}.{ruling.field}: settled since ({ruling.right}: {ruling.reason})", lead="  - ")

    @property
    def summary(self) -> str:
        """How many records were matched, and how many stand on one side only, in a sentence."""
        alone = f"{len(self.only_dataset)} only in the dataset, {len(self.only_coding)} only in the coding"
        return f"{counted(len(self.matches), 'matched pair')}, {alone}."

    def plain(self) -> dict[str, object]:
        """Return the comparison as JSON has it."""
        sample = self.manifest.sample
        return {
            "coder": self.manifest.coder,
            "date": str(self.manifest.date),
            "instructions": self.manifest.instructions,
            "sample": {"drawn": sample.drawn, "start": str(sample.start), "end": str(sample.end)},
            "matches": [attrs.asdict(one) for one in self.matches],
            "only_dataset": list(self.only_dataset),
            "only_coding": list(self.only_coding),
            "fields": [{**attrs.asdict(one), "share": one.share} for one in self.fields],
            "disagreements": [
                {**attrs.asdict(one, recurse=True), "verdict": one.verdict} for one in self.disagreements
            ],
            "settled": [attrs.asdict(one) for one in self.settled],
        }

    def markdown(self) -> str:
        """Return the comparison as Markdown: a sentence, a table by field, a table of disagreements."""
        return "\n".join(self._markdown()) + "\n"

    def _markdown(self) -> Iterator[str]:
        drawn = _cell(self.manifest.sample.drawn)
        yield from (f"**{_cell(self.manifest.coder)}**, {self.manifest.date}. {drawn} {self.summary}", "")
        yield from _table(HEAD, (one.cells() for one in self.fields))
        if self.disagreements:
            columns = ("record and field", "dataset", "coding", "right", "why")
            yield from ("", *_table(columns, (one.cells() for one in self.disagreements)))

    def _repr_html_(self) -> str:
        """Show agreement by field as a table in notebooks."""
        caption = f"Second coding by {self.manifest.coder}, {self.manifest.date}: {self.summary}"
        return rows_html(caption, HEAD, tuple(one.cells() for one in self.fields))


def _listed(head: str, names: tuple[str, ...]) -> Iterator[Line]:
    if names:
        yield Line(", ".join(names), lead=f"{head}: ")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
