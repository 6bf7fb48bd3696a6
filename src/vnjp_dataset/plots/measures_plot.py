"""The figures of one measure over time, each with who says so, how it is qualified, and what others say instead."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

import altair as alt
import attrs

from vnjp_dataset.collection import DateLike
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.insight.coverage import day
from vnjp_dataset.insight.voices import Evidence, sides, support, witness
from vnjp_dataset.model import Figure, Language, Measure, PartialDate
from vnjp_dataset.model.vocabulary import Bound
from vnjp_dataset.plots import frame
from vnjp_dataset.plots.axis import Years
from vnjp_dataset.plots.dates import bounds, day_after, middle, said
from vnjp_dataset.plots.frame import SEPARATOR, SUBTITLE, Row, Tables, texts, told
from vnjp_dataset.plots.naming import called, clean, named
from vnjp_dataset.plots.numbers import grouped, read_value, scale_of
from vnjp_dataset.plots.palette import FAINT, INK, SIDES
from vnjp_dataset.plots.words import has_word, say

SHAPES: Mapping[str, str] = MappingProxyType(
    {"VN": "square", "JP": "circle", "both": "diamond", "other": "triangle-up"}
)
"""The signs of who says so."""

SIGNS: Mapping[Bound, str] = MappingProxyType(
    {"exact": "", "about": "≈", "at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", "nearly": "<"}
)
"""What stands over a number that its source qualifies."""
RANK = "rank"
"""The unit in which less is more."""
RANKS = 30
"""How many places an axis names at most."""
HEIGHT, BETWEEN = 320.0, 18
"""Pixels of the plane for one unit, and between two."""
FULL, LEAST_SHARE = 8, 3
"""How many figures a plane of full height holds at least, and for how many one with fewer is made."""
NAMED = 12
"""How many publishers are named."""


def draw(
    dataset: Dataset,
    *,
    measure: str | None = None,
    language: Language = "en",
    start: DateLike | None = None,
    end: DateLike | None = None,
    width: float = 900,
    height: float = HEIGHT,
) -> alt.VConcatChart:
    """Return the figures of a measure, a plane of the given height for each unit.

    The period goes from the first figure to the last where none is given. Raises UnknownIdError for a measure that is
    not there, QueryError where none is given, or none of its figures lies in the period, and for a language, date or
    size that makes no sense.
    """
    frame.check(language, width=width, height=height)
    if measure is None:
        most = Counter(one.measure for one in dataset.figures).most_common(3)
        raise QueryError("no measure given", f"for example {', '.join(one for one, _ in most)}" if most else "")
    one = dataset.measures[measure]
    found = tuple(dataset.figures.where(measure=measure).between(start, end))
    if not found:
        raise QueryError(f"no figure of `{measure}` in this period", "ask for a longer one")
    years = _period(found, start, end, width)
    several = [point for figure in found for point in points(dataset, figure, language)]
    units = tuple(dict.fromkeys(each.unit for each in found))
    tables = Tables()
    planes = [
        _plane(tables, [point for point in several if point.figure.unit == unit], years, height, language)
        for unit in units
    ]
    body = alt.vconcat(*planes, spacing=BETWEEN)
    around = _telling(dataset, one, several, years, language)
    return frame.framed(body, tables, around, dataset, language=language, width=width)


def _period(found: Sequence[Figure], start: DateLike | None, end: DateLike | None, width: float) -> Years:
    """Return the years from the first figure to the last, or those asked for."""
    dates = [one.as_of for one in found]
    first = dt.date(min(one.anchor for one in dates).year, 1, 1) if start is None else day(start)[0]
    known = (one.latest if one.latest != dt.date.max else one.anchor for one in dates)
    last = dt.date(max(known).year, 12, 31) if end is None else day(end)[1]
    return Years(first=first, last=max(first, last), width=width)


# The rows -------------------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Point:
    """A number that somebody reports."""

    figure: Figure
    value: Decimal
    said: str
    """The number in words, qualified as the source does."""
    evidence: tuple[Evidence, ...]
    """Who says so."""
    adopted: bool = True
    """Whether it is the figure's own value; false for another one, which was not adopted."""

    @property
    def side(self) -> str:
        """On whose side the voices are: VN, JP, both or other."""
        own = sides(self.evidence) & {"VN", "JP"}
        return "both" if len(own) == 2 else next((str(one) for one in own), "other")


def points(dataset: Dataset, figure: Figure, language: Language) -> Iterator[Point]:
    """Yield a figure's number, and the others that are given as plain numbers."""
    yield Point(
        figure=figure,
        value=figure.value,
        said=qualified(figure, language),
        evidence=support(dataset, figure, "value"),
    )
    for one in figure.conflicts:
        value = read_value(one.value, figure.unit) if one.field == "value" else None
        if value is not None:
            evidence = tuple(witness(dataset, document) for document in one.documents)
            yield Point(figure=figure, value=value, said=clean(one.value), evidence=evidence, adopted=False)


def qualified(figure: Figure, language: Language) -> str:
    """Return a figure's number with its unit, and as its source qualifies it."""
    words = f"{grouped(figure.value, language)} {unit_called(figure.unit, language)}"
    return words if figure.bound == "exact" else say(f"bound-{figure.bound}", language, number=words)


def unit_called(unit: str, language: Language) -> str:
    """Return what a unit is called in a language, as the records have it where there is no word for it."""
    return say(f"unit-{unit}", language) if has_word(f"unit-{unit}") else clean(unit)


def point_rows(found: Sequence[Point], years: Years, power: int, language: Language) -> Iterator[Row]:
    """Yield points as rows; `y` is the value in the power of ten that the axis counts in.

    Those that were not adopted come first, so that they hide no figure.
    """
    for one in sorted(found, key=lambda point: point.adopted):
        earliest, latest = bounds(one.figure.as_of, years.first, years.last)
        yield {
            "id": one.figure.id,
            "value": f"{one.value:f}",
            "unit": one.figure.unit,
            "y": float(one.value.scaleb(-power)),
            "at": _at(one.figure.as_of, earliest, latest).isoformat(),
            "earliest": earliest.isoformat(),
            "latest": day_after(latest).isoformat(),
            "exact": earliest == latest,
            "adopted": one.adopted,
            "side": say(f"side-{one.side}", language),
            "sign": SIGNS[one.figure.bound] if one.adopted else "",
            "told": _told(one, language),
        }


def _told(one: Point, language: Language) -> str:
    number = one.said if one.adopted else say("not-adopted", language, value=one.said)
    return SEPARATOR.join(
        (said(one.figure.as_of, language), number, "; ".join(_documents(one.evidence)), one.figure.id)
    )


def _at(date: PartialDate, earliest: dt.date, latest: dt.date) -> dt.date:
    """Return where a date stands: halfway between the days it can be, an open one at the day that is known."""
    if date.precision != "open":
        return middle(earliest, latest)
    return latest if date.text.startswith("..") else earliest


def _documents(evidence: Iterable[Evidence]) -> Iterator[str]:
    for one in evidence:
        published = f", {one.read.published}" if one.read and one.read.published else ""
        yield clean(f"{one.publisher.name}{published}")


# The layers -----------------------------------------------------------------------------------------------------------


def _plane(tables: Tables, found: Sequence[Point], years: Years, height: float, language: Language) -> alt.LayerChart:
    unit = found[0].figure.unit
    power, word = (0, "") if unit == RANK else scale_of(max(abs(one.value) for one in found), language)
    base = tables.chart(f"figures-{unit}", point_rows(found, years, power, language))
    y = _y(unit, found)
    words = told()
    spans = base.transform_filter("!datum.exact").mark_rule(color=FAINT, strokeWidth=1.2)
    signs = texts(base.transform_filter("datum.sign"), align="center", baseline="bottom", dy=-5)
    layers = [
        spans.encode(x=years.x("earliest"), x2="latest:T", y=y, tooltip=words),
        _points(base, years, y, words, language),
        signs.encode(x=years.x("at"), y=y, text="sign:N", tooltip=words),
    ]
    name = ("" if language == "ja" else " ").join(one for one in (word, unit_called(unit, language)) if one)
    heading = alt.TitleParams(text=name, fontSize=SUBTITLE, fontWeight="normal", anchor="start", offset=8)
    share = min(max(len(found), LEAST_SHARE) / FULL, 1)
    plane = frame.layered(layers, years.width, height * share)
    plane.title = heading
    return plane


def _y(unit: str, found: Sequence[Point]) -> alt.Y:
    if unit != RANK:
        return alt.Y("y:Q", scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(title=None, tickCount=6))
    numbers = [one.value for one in found]
    low, high = math.floor(min([Decimal(1), *numbers])), math.ceil(max(numbers))
    # The first place stands on top, and no place lies between two.
    step = max(1, math.ceil((high - low) / RANKS))
    ticks = alt.Axis(title=None, format="d", values=list(range(low, high + 1, step)))
    return alt.Y(
        "y:Q", scale=alt.Scale(domain=[low - 0.5, high + 0.5], reverse=True, nice=False, zero=False), axis=ticks
    )


def _points(base: alt.Chart, years: Years, y: alt.Y, words: alt.Tooltip, language: Language) -> alt.Chart:
    named = [say(f"side-{one}", language) for one in SIDES]
    title = say("side", language)
    shape = alt.Scale(domain=named, range=list(SHAPES.values()))
    fill = alt.Scale(domain=named, range=list(SIDES.values()))
    marks: alt.Chart = base.mark_point(size=60, stroke=INK, strokeWidth=0.8, opacity=1).encode(
        x=years.x("at"),
        y=y,
        shape=alt.Shape("side:N", title=title, scale=shape),
        fill=alt.when("datum.adopted").then(alt.Fill("side:N", title=title, scale=fill)).otherwise(alt.value("white")),
        tooltip=words,
    )
    return marks


# What is told ---------------------------------------------------------------------------------------------------------


def _telling(
    dataset: Dataset, measure: Measure, found: Sequence[Point], years: Years, language: Language
) -> frame.Telling:
    title = say("measures-title", language, name=named(measure, language))
    adopted = [one for one in found if one.adopted]
    others = len(found) - len(adopted)
    conflicts = sum(each.field == "value" for one in adopted for each in one.figure.conflicts)
    number = {"count": len(adopted), "others": others, "first": years.first.year, "last": years.last.year}
    return frame.Telling(
        title=title,
        subtitle=[measure.definition],
        footer=[
            say("measures-counted", language),
            *([say("measures-words", language, count=conflicts - others)] if conflicts > others else []),
            say("measures-publishers", language, names=_publishers(dataset, adopted, language)),
        ],
        description=say("measures-alt", language, title=title, **number),
    )


def _publishers(dataset: Dataset, found: Iterable[Point], language: Language) -> str:
    """Return who says so, with the number of figures that each supports, most first."""
    count = Counter(publisher for one in found for publisher in {each.publisher.id for each in one.evidence})
    ordered = sorted(count.items(), key=lambda one: (-one[1], one[0]))
    names = [f"{called(dataset, publisher, language)} {number}" for publisher, number in ordered]
    more = say("map-more", language, count=len(names) - NAMED) if len(names) > NAMED else ""
    return (", ".join(names[:NAMED]) or "–") + more
