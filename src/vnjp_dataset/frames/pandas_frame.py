"""Tables of Arrow as data frames of pandas, with types in which nothing is lost.

Days become datetime64[us], which holds the years 1 to 9999; whole numbers Int64 and flags boolean, which know what is
missing; words categories; numbers objects of decimal.Decimal with NaN for what is missing, so that they stay exact and
compare: `astype(float)` or `pandas.to_numeric` makes floats of them. Text is as pandas has it, lists are arrays.
"""

# pyarrow's stubs leave open of what type a field is.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import math

import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionDtype

from vnjp_dataset.frames.forms import DAY, FLAG, NUMBER, WHOLE


def from_arrow(table: pa.Table) -> pd.DataFrame:
    """Return a table as a data frame."""
    frame = table.cast(_with_instants(table.schema)).to_pandas(types_mapper=_dtype)
    for name in (one.name for one in table.schema if one.type == NUMBER):
        values = (math.nan if one is None else one for one in table[name].to_pylist())
        frame[name] = pd.Series(list(values), index=frame.index, dtype="object")
    return frame


def _dtype(kind: pa.DataType) -> ExtensionDtype | None:
    if kind == WHOLE:
        return pd.Int64Dtype()
    return pd.BooleanDtype() if kind == FLAG else None


def _with_instants(schema: pa.Schema) -> pa.Schema:
    """Return a schema with instants in place of days, which pandas has no type for."""
    return pa.schema([one.with_type(pa.timestamp("us")) if one.type == DAY else one for one in schema])
