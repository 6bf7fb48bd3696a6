"""Records laid out as tables: flat columns of a class, and the tables and keys of a database of all of them."""

from vnjp_dataset.tables.columns import Column, ColumnType, cells, cells_of, columns
from vnjp_dataset.tables.relational import ForeignKey, Table, part_tables, tables, tables_of

__all__ = [
    "Column",
    "ColumnType",
    "ForeignKey",
    "Table",
    "cells",
    "cells_of",
    "columns",
    "part_tables",
    "tables",
    "tables_of",
]
