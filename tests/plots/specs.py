"""What stands in a picture's specification."""

import json
from collections.abc import Callable
from typing import Any

import vl_convert
from hypothesis import settings

from vnjp_dataset.model import Language
from vnjp_dataset.plots.catalogue import Chart

LANGUAGES: tuple[Language, ...] = ("en", "vi", "ja")
Row = dict[str, Any]


def fewer(share: int) -> settings:
    """Return settings for one in so many of the examples that the profile has: drawing takes its time."""
    return settings(max_examples=max(settings().max_examples // share, 1))


def spec_of(chart: Chart) -> dict[str, Any]:
    """Return a picture's specification, which Altair has found valid, as plain JSON has it."""
    spec: dict[str, Any] = json.loads(json.dumps(chart.to_dict(), allow_nan=False))
    return spec


def rows_of(chart: Chart, name: str) -> list[Row]:
    """Return a picture's data of a name."""
    rows: list[Row] = spec_of(chart)["datasets"][name]
    return rows


def lines_of(chart: Chart) -> list[str]:
    """Return title, subtitle and footer of a picture, line by line."""
    spec = spec_of(chart)
    above, below = spec["vconcat"][0]["title"], spec["title"]
    return [*above["text"], *above.get("subtitle", ()), *below["text"]]


def said_in(chart: Chart) -> str:
    """Return title, subtitle and footer of a picture in one line."""
    return " ".join(lines_of(chart))


def compiled(chart: Chart) -> dict[str, Any]:
    """Return a picture as Vega, compiled by Vega-Lite itself."""
    vega: dict[str, Any] = vl_convert.vegalite_to_vega(spec_of(chart), show_warnings=True)
    return vega


def always(value: object) -> Callable[..., object]:
    """Return a function that always returns the same."""
    return lambda *_, **__: value
