"""Tables of Arrow as data frames of Polars: words are an Enum of their vocabulary, in its order."""

import polars as pl
import pyarrow as pa

from vnjp_dataset.frames.schema import words_of


def from_arrow(table: pa.Table) -> pl.DataFrame:
    """Return a table as a data frame."""
    enums = {name: pl.Enum(words) for name, words in words_of(table.schema).items()}
    return pl.DataFrame(table).with_columns(pl.col(name).cast(kind) for name, kind in enums.items())
