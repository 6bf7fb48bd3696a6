"""What every picture has around it: a title that says what is shown, a footer that says what counts, fonts and size."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast, get_args

import altair as alt
import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import QueryError
from vnjp_dataset.insight.coverage import CoverageAnswer, together
from vnjp_dataset.model import Direction, Language
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.plots.fonts import FAMILIES
from vnjp_dataset.plots.layout import wrapped
from vnjp_dataset.plots.naming import clean
from vnjp_dataset.plots.palette import FAINT, GRID, INK, PAPER
from vnjp_dataset.plots.words import say

Row = Mapping[str, str | int | float | bool | None]
"""A row of a picture's data."""

Part = alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart
"""A chart that a picture is made of."""

TITLE, SUBTITLE, TEXT, SMALL = 16, 12, 11, 10
"""Sizes of type, in pixels."""

SEPARATOR = " · "
"""What stands between the parts of a tooltip, which is one line."""

SMALLEST, LARGEST = 300, 4000
"""How small and how large, in pixels, the plane of a picture may be asked for."""

LANGUAGES = cast("tuple[Language, ...]", get_args(Language))
DIRECTIONS = cast("tuple[Direction, ...]", get_args(Direction))

# Numbers of axes and legends; in Japanese they look as in English, which Vega uses.
_VIETNAMESE = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", ""])

Align = Literal["left", "center", "right"]
Baseline = Literal["top", "middle", "bottom"]


@attrs.frozen(kw_only=True)
class Telling:
    """What is told around a picture."""

    title: str
    subtitle: Sequence[str] = ()
    """What the numbers are, a line each."""
    footer: Sequence[str] = ()
    """What is counted and what is not, a line each; where the data is from comes last by itself."""
    description: str
    """What somebody who cannot see it is told."""


def framed(
    body: Part, tables: "Tables", telling: Telling, records: RecordSet, *, language: Language, width: float
) -> alt.VConcatChart:
    """Return a picture: a chart with its title above and its footer below, both as wide as the chart is in pixels."""
    footer = (*telling.footer, say("source", language, version=records.version, print=records.fingerprint[:12]))
    above = alt.TitleParams(
        text=_broken([telling.title], width, TITLE),
        subtitle=_broken(telling.subtitle, width, SUBTITLE) if telling.subtitle else alt.Undefined,
    )
    below = alt.TitleParams(
        text=_broken(footer, width, SMALL), orient="bottom", fontSize=SMALL, fontWeight="normal", color=FAINT, offset=14
    )
    picture = alt.vconcat(
        body.properties(title=above),
        title=below,
        description=clean(telling.description),
        usermeta={"title": clean(telling.title), "language": language},
        config=_config(language),
    )
    picture.datasets = tables.rows
    return picture


def _config(language: Language) -> alt.Config:
    """Return the fonts, sizes and colours that all pictures share."""
    return alt.Config(
        font=FAMILIES[language],
        background=PAPER,
        padding=12,
        locale=alt.Locale(number=_VIETNAMESE) if language == "vi" else alt.Undefined,
        view=alt.ViewConfig(stroke=None),
        title=alt.TitleConfig(
            anchor="start",
            frame="group",
            fontSize=TITLE,
            color=INK,
            subtitleFontSize=SUBTITLE,
            subtitleColor=INK,
            offset=14,
        ),
        axis=alt.AxisConfig(
            gridColor=GRID,
            domainColor=FAINT,
            tickColor=FAINT,
            labelFontSize=TEXT,
            titleFontSize=TEXT,
            titleFontWeight="normal",
            labelColor=INK,
            titleColor=INK,
        ),
        legend=alt.LegendConfig(
            orient="bottom",
            labelLimit=0,
            titleLimit=0,
            symbolSize=70,
            labelFontSize=TEXT,
            titleFontSize=TEXT,
            titleFontWeight="normal",
            labelColor=INK,
            titleColor=INK,
        ),
    )


def _broken(lines: Iterable[str], width: float, size: float) -> list[str]:
    return [line for text in lines for line in wrapped(clean(text), width, size)]


def searched(answers: Iterable[CoverageAnswer], language: Language) -> str:
    """Return what an empty place of a picture means, after what was searched."""
    found = tuple(answers)
    said = say(f"search-{together(one.status for one in found)}", language)
    hatched = any(one.gaps for one in found) and not all(one.status == "not-searched" for one in found)
    return f"{say('search-gaps', language)} {said}" if hatched else said


class Tables:
    """The data of a picture: rows by a name, to which its layers refer.

    They are put into the picture at the end, since Altair copies whatever a chart holds at every step.
    """

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, object]]] = {}

    def chart(self, name: str, rows: Iterable[Mapping[str, object]] | None = None) -> alt.Chart:
        """Return a chart of the rows of this name, given with the first chart that shows them."""
        if rows is not None:
            self.rows[name] = [dict(row) for row in rows]
        return alt.Chart(alt.NamedData(name))


def layered(layers: Iterable[alt.Chart], width: float, height: float) -> alt.LayerChart:
    """Return layers on one plane of so many pixels, the first lowest."""
    return alt.LayerChart(layer=list(layers), width=width, height=height)


def texts(
    base: alt.Chart,
    *,
    align: Align = "left",
    baseline: Baseline = "middle",
    dx: float = 0,
    dy: float = 0,
    size: float = TEXT,
    bold: bool = False,
    angle: float = 0,
) -> alt.Chart:
    """Return text marks in the ink of all pictures; a line break in the data is one in the picture."""
    weight: Literal["bold", "normal"] = "bold" if bold else "normal"
    marks: alt.Chart = base.mark_text(
        align=align,
        baseline=baseline,
        dx=dx,
        dy=dy,
        fontSize=size,
        fontWeight=weight,
        angle=angle,
        color=INK,
        lineBreak="\n",
    )
    return marks


def told(field: str = "told") -> alt.Tooltip:
    """Return what a tooltip shows: a field of a row, without its name, as a list of fields would have it."""
    return alt.Tooltip(f"{field}:N")


def hollow() -> alt.Legend:
    """Return a legend of shapes, which stand there without a colour."""
    return alt.Legend(symbolFillColor="white", symbolStrokeColor=INK, symbolStrokeWidth=1)


def raw_x(field: str = "x") -> alt.X:
    """Return the encoding that takes a field for pixels from the left."""
    return alt.X(f"{field}:Q", scale=None, axis=None)


def raw_y(field: str = "y") -> alt.Y:
    """Return the encoding that takes a field for pixels from the top."""
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def check(language: Language, direction: Direction | None = None, *, width: float, height: float | None = None) -> None:
    """Make sure that options every picture takes make sense.

    Raises QueryError with the nearest words, or the limits.
    """
    _known("language", language, LANGUAGES)
    if direction is not None:
        _known("direction", direction, DIRECTIONS)
    for name, size in (("width", width), ("height", height)):
        if size is not None and not SMALLEST <= size <= LARGEST:
            raise QueryError(f"{name}: expected {SMALLEST} to {LARGEST} pixels, got {size}")


def _known(name: str, word: str, words: tuple[str, ...]) -> None:
    if word not in words:
        hint = did_you_mean(str(word), words) or f"one of {', '.join(words)}"
        raise QueryError(f"{name}: no such value `{word}`", hint)
