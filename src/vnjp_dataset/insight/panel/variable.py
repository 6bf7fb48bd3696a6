"""A variable of the panel: its column, what it is counted in and how a zero is read; and how it is computed."""

from collections.abc import Callable, Iterable
from typing import Literal

import attrs

from vnjp_dataset.insight.panel.ground import Ground
from vnjp_dataset.model.classification import CoverageStatus
from vnjp_dataset.tables import Column, ColumnType

Cell = int | str | None
"""What stands in a cell; None where there is nothing to say, such as the level before there were relations."""


@attrs.frozen(kw_only=True)
class PanelVariable:
    """One variable: the column it fills, what it is counted in and how to read it."""

    column: Column
    unit: str
    """What a number counts, such as `visits` or `days`; empty for codes, words and names."""
    directed: bool
    """Whether it is about the row's direction; the same stands in both rows of a year where it is not."""
    coverage: str = ""
    """The name of the variable that says how a zero is to be read; empty where a zero needs no reading."""

    @property
    def name(self) -> str:
        """The column's name."""
        return self.column.name

    @property
    def doc(self) -> str:
        """What it holds, in a sentence or two."""
        return self.column.doc


@attrs.frozen
class Computed:
    """A variable, and what computes it from the records of a row."""

    variable: PanelVariable
    cell: Callable[[Ground], Cell]


def number(
    name: str, doc: str, cell: Callable[[Ground], int], *, unit: str, coverage: str = "", directed: bool = True
) -> Computed:
    """Return a variable that counts something; it has a value in every row."""
    column = _column(name, "whole", int, doc, required=True)
    return Computed(PanelVariable(column=column, unit=unit, directed=directed, coverage=coverage), cell)


def known(
    name: str,
    kind: Literal["whole", "text"],
    doc: str,
    cell: Callable[[Ground], Cell],
    *,
    required: bool,
    directed: bool,
) -> Computed:
    """Return a variable that is a code, a year or a name, and counts nothing; only one required is never empty."""
    column = _column(name, kind, int if kind == "whole" else str, doc, required=required)
    return Computed(PanelVariable(column=column, unit="", directed=directed), cell)


def word(name: str, doc: str, vocabulary: object, cell: Callable[[Ground], str], *, directed: bool) -> Computed:
    """Return a variable that is a word of a vocabulary."""
    column = _column(name, "word", vocabulary, doc, required=True)
    return Computed(PanelVariable(column=column, unit="", directed=directed), cell)


def flag(name: str, doc: str, *, directed: bool) -> Computed:
    """Return the variable that says how completely the year was searched, for the question of the same name."""
    return word(name, doc, CoverageStatus, lambda at: at.searched(name), directed=directed)


def total(records: Iterable[object]) -> int:
    """Return how many there are."""
    return sum(1 for _ in records)


def _column(name: str, kind: ColumnType, declared: object, doc: str, *, required: bool) -> Column:
    return Column(name=name, path=name, type=kind, declared=declared, doc=doc, required=required)
