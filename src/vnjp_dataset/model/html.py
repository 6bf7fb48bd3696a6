"""Records as HTML for notebooks; every text is escaped."""

import typing

import attrs

from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.shape import Value, class_of


def record_html(record: Value, heading: str) -> str:
    """Return a table of what is set in a record."""
    return f"<table><caption>{_escape(heading)}</caption>{_rows(record)}</table>"


def _rows(value: Value) -> str:
    cells = ((one.name, typing.cast("object", getattr(value, one.name))) for one in attrs.fields(class_of(value)))
    return "".join(
        f"<tr><th style='text-align:left'>{_escape(name)}</th><td style='text-align:left'>{_cell(part)}</td></tr>"
        for name, part in cells
        if part is not None and part != ()
    )


def _cell(part: object) -> str:
    if isinstance(part, tuple):
        items = typing.cast("tuple[object, ...]", part)
        return f"<ol>{''.join(f'<li>{_cell(one)}</li>' for one in items)}</ol>"
    if isinstance(part, Value) and not isinstance(part, PartialDate):
        return f"<table>{_rows(part)}</table>"
    return _escape(str(part))


def rows_html(caption: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a table with a head and rows of text."""
    top = "".join(f"<th>{_escape(one)}</th>" for one in head)
    body = "".join(f"<tr>{''.join(f'<td>{_escape(one)}</td>' for one in row)}</tr>" for row in rows)
    return f"<table><caption>{_escape(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _escape(text: str) -> str:
    from html import escape  # noqa: PLC0415 - only notebooks need it, and loading must not wait for its tables

    return escape(text)
