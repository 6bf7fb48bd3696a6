"""The panel: one row for each year and direction, with the same variables in all of them."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from vnjp_dataset.errors import QueryError
from vnjp_dataset.frames import Tabular
from vnjp_dataset.insight.lines import Line, joined
from vnjp_dataset.insight.panel.table import VARIABLES
from vnjp_dataset.insight.panel.variable import Cell, PanelVariable
from vnjp_dataset.insight.yearly import ZERO
from vnjp_dataset.model import Direction
from vnjp_dataset.model.classification import CoverageStatus
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.shape import shown
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.tables import Column

_PLACES = {one.name: place for place, one in enumerate(VARIABLES)}
_STATUS: dict[Cell, CoverageStatus] = {one: one for one in ZERO}
_SHOWN = ("leader_visits", "visits", "leader_meetings", "agreements")
"""What readers are shown of a row: the counts that most questions are about."""


@attrs.frozen(kw_only=True)
class DyadYear:
    """One year and one direction: what the records say of it."""

    year: int
    direction: Direction
    """Who travels; state 1 is the visitors', state 2 the hosts'."""
    values: tuple[Cell, ...]
    """A value for each variable, in the order of `variables`."""
    visit_ids: tuple[str, ...]
    """Ids of the visits counted in `visits`, in order of date."""

    def __getitem__(self, name: str) -> Cell:
        """Return the value of a variable.

        Raises QueryError with the nearest names for one that there is not.
        """
        return self.values[_place(name)]

    def words(self, name: str) -> str:
        """Return a count in words; a zero is `none took place`, `none found` or `not searched`.

        Raises QueryError for a name that is no variable that counts what was searched for.
        """
        variable = VARIABLES[_place(name)]
        if not variable.coverage:
            raise QueryError(f"`{name}` counts nothing that was searched for", "ask for its value instead")
        count = self[name]
        words = str(count) if count else ZERO[_STATUS[self[variable.coverage]]]
        more = self[f"{name}_perhaps"] if f"{name}_perhaps" in _PLACES else 0
        return f"{words}, perhaps {more} more" if more else words

    def __repr__(self) -> str:
        return f"<DyadYear: {self.year} {self.direction}>"

    def __str__(self) -> str:
        counts = "; ".join(f"{name.replace('_', ' ')}: {self.words(name)}" for name in _SHOWN)
        return f"{self.year}  {self.direction}  {counts}"

    def plain(self) -> dict[str, Cell]:
        """Return it as JSON has it: every variable by its name, null where there is nothing to say."""
        return dict(zip(_PLACES, self.values, strict=True))


@attrs.frozen(kw_only=True, repr=False)
class DyadYears(Tabular):
    """Every year of a period twice, once for each direction, in order; none is left out."""

    rows: tuple[DyadYear, ...]

    @property
    def variables(self) -> tuple[PanelVariable, ...]:
        """What the columns are, in their order; the same for every period."""
        return VARIABLES

    @property
    def start(self) -> int:
        """The first year."""
        return self.rows[0].year

    @property
    def end(self) -> int:
        """The last year, itself included."""
        return self.rows[-1].year

    def __iter__(self) -> Iterator[DyadYear]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, year: int, direction: Direction) -> DyadYear:
        """Return the row of a year and a direction.

        Raises QueryError where there is none.
        """
        found = [one for one in self.rows if (one.year, one.direction) == (year, direction)]
        if not found:
            asked = f"{shown(year)} {shown(direction)}"
            raise QueryError(
                f"expected a year from {self.start} to {self.end} and VN-JP or JP-VN, got {asked}",
                "ask for a longer period",
            )
        return found[0]

    def __repr__(self) -> str:
        return f"<DyadYears: {self.start}–{self.end}, {len(self.rows)} rows, {len(VARIABLES)} variables>"

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees: a line for each row."""
        for one in self.rows:
            yield Line(str(one))

    def plain(self) -> list[dict[str, Cell]]:
        """Return the rows as JSON has them."""
        return [one.plain() for one in self.rows]

    def _table(self) -> tuple[Sequence[Column], Iterable[Sequence[object]]]:
        return tuple(one.column for one in VARIABLES), (one.values for one in self.rows)

    def _repr_html_(self) -> str:
        """Show the main counts as a table in notebooks."""
        head = ("year", "direction", *_SHOWN)
        rows = tuple((str(one.year), one.direction, *map(one.words, _SHOWN)) for one in self.rows)
        return rows_html(repr(self).strip("<>"), head, rows)


def _place(name: str) -> int:
    if name not in _PLACES:
        raise QueryError(f"no such variable {shown(name)}", did_you_mean(name, _PLACES))
    return _PLACES[name]
