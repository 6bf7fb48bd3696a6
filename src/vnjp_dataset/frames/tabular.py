"""Answers that are tables: what makes a data frame of each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vnjp_dataset.frames.extras import needing

# Those who ask for no data frame need neither these libraries nor the time to import them.
if TYPE_CHECKING:
    import pandas  # noqa: ICN001 - the reference shows the whole name
    import polars  # noqa: ICN001 - as above
    import pyarrow  # noqa: ICN001 - as above

    from vnjp_dataset.tables import Column


class Tabular:
    """Base of answers that are rows of a table: `polars.DataFrame(answer)` and the like take them as they are."""

    __slots__ = ()

    def _table(self) -> "tuple[Sequence[Column], Iterable[Sequence[object]]]":
        """Return the columns and the rows, a cell for each column."""
        raise NotImplementedError

    def to_arrow(self) -> "pyarrow.Table":
        """Return it as a table of pyarrow.

        Raises MissingExtraError without the extra `arrow`.
        """
        with needing("arrow"):
            from vnjp_dataset.frames import rows  # noqa: PLC0415 - see the top
        return rows.to_arrow(*self._table())

    def to_pandas(self) -> "pandas.DataFrame":
        """Return it as a data frame of pandas.

        Raises MissingExtraError without the extra `pandas`.
        """
        with needing("pandas"):
            from vnjp_dataset.frames import pandas_frame, rows  # noqa: PLC0415 - see the top
        return pandas_frame.from_arrow(rows.to_arrow(*self._table()))

    def to_polars(self) -> "polars.DataFrame":
        """Return it as a data frame of Polars.

        Raises MissingExtraError without the extra `polars`.
        """
        with needing("polars"):
            from vnjp_dataset.frames import polars_frame, rows  # noqa: PLC0415 - see the top
        return polars_frame.from_arrow(rows.to_arrow(*self._table()))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give its rows to a library that speaks Arrow.

        Raises MissingExtraError without the extra `arrow`.
        """
        with needing("arrow"):
            from vnjp_dataset.frames import rows  # noqa: PLC0415 - see the top
        return rows.capsule(rows.reader(*self._table()), requested_schema)
