"""Collections as data frames: through Arrow, for pandas, Polars, DuckDB and whatever else speaks it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnjp_dataset.model import KindName, Record

# Those who ask for no data frame need neither these libraries nor the time to import them.
if TYPE_CHECKING:
    import pandas  # noqa: ICN001 - the reference shows the whole name
    import polars  # noqa: ICN001 - as above
    import pyarrow  # noqa: ICN001 - as above


class Framed:
    """Records of one kind that can be had as a data frame."""

    @property
    def _kind(self) -> KindName:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Record]:
        raise NotImplementedError

    def to_arrow(self, part: str | None = None, *, nested: bool = False) -> "pyarrow.Table":
        """Return the records as a table of pyarrow: a row for each, in flat columns that depend on the kind only.

        With the path of a list, such as `itinerary.participants`, its table with the keys of the records; nested,
        parts and dates are structs. Raises QueryError for an unknown list, InvalidValueError for a number that Arrow
        cannot hold, MissingExtraError without the extra `arrow`.
        """
        from vnjp_dataset.frames import needing  # noqa: PLC0415 - see the top

        with needing("arrow"):
            from vnjp_dataset.frames import rows, sheets  # noqa: PLC0415 - see the top
        found = sheets.sheet(self._kind, part, nested=nested)
        return rows.table(found.layout, found.rows(self))

    def to_pandas(self, part: str | None = None, *, nested: bool = False) -> "pandas.DataFrame":
        """Return the records as a data frame of pandas; part and nested are those of `to_arrow`.

        Raises what `to_arrow` does, and MissingExtraError without the extra `pandas`.
        """
        from vnjp_dataset.frames import needing  # noqa: PLC0415 - see the top

        with needing("pandas"):
            from vnjp_dataset.frames import pandas_frame  # noqa: PLC0415 - see the top
        return pandas_frame.from_arrow(self.to_arrow(part, nested=nested))

    def to_polars(self, part: str | None = None, *, nested: bool = False) -> "polars.DataFrame":
        """Return the records as a data frame of Polars; part and nested are those of `to_arrow`.

        Raises what `to_arrow` does, and MissingExtraError without the extra `polars`.
        """
        from vnjp_dataset.frames import needing  # noqa: PLC0415 - see the top

        with needing("polars"):
            from vnjp_dataset.frames import polars_frame  # noqa: PLC0415 - see the top
        return polars_frame.from_arrow(self.to_arrow(part, nested=nested))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the rows of `to_arrow` to a library that speaks Arrow, such as `polars.DataFrame(collection)`.

        Raises MissingExtraError without the extra `arrow`.
        """
        from vnjp_dataset.frames import needing  # noqa: PLC0415 - see the top

        with needing("arrow"):
            from vnjp_dataset.frames import rows, sheets  # noqa: PLC0415 - see the top
        found = sheets.sheet(self._kind)
        return rows.capsule(rows.stream(found.layout, found.rows(self)), requested_schema)
