"""Visits by year, rank of office and direction, with what was searched: a zero is not shown as if it were known."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

import altair as alt
import attrs

from vnjp_dataset.collection import DateLike
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.insight.yearly import YearCount, YearCounts
from vnjp_dataset.model import LEADER_RANKS, Direction, Language, Rank
from vnjp_dataset.plots import frame
from vnjp_dataset.plots.axis import ROOM, hatching
from vnjp_dataset.plots.frame import SMALL, Row, Tables, raw_y, texts, told
from vnjp_dataset.plots.palette import BAND, DIRECTIONS, HATCH, INK
from vnjp_dataset.plots.words import say

GROUPS: Mapping[str, tuple[Rank, ...]] = MappingProxyType(
    {
        "leaders": LEADER_RANKS,
        "presiding": ("presiding-officer", "vice-president"),
        "ministers": ("deputy-prime-minister", "foreign-minister", "defence-minister", "minister"),
        "vice-ministers": ("chief-of-staff", "vice-minister"),
        "party": ("party-figure", "parliamentarian"),
        "others": ("ambassador", "local-leader", "spouse", "official", "other"),
    }
)
"""The groups of ranks, each a row; together they are all ranks."""

UNIT, LEAST_UNIT, BARS = 8.0, 1.0, 420.0
"""Pixels of a visit, at most and at least, and of all bars together."""
NUMBER = 13
"""Pixels over a bar for its number."""
LOWEST = 21
"""Pixels of a half that has no bars."""
BETWEEN = 10
"""Pixels between rows."""
LINE = 13
"""Pixels from one line of a row's name to the next."""
NARROWEST, ROOMY = 6.0, 12.0
"""Pixels of a year, at least, and with room for a number."""
SHARE = 0.8
"""How much of its year's width a bar takes."""


@attrs.frozen(kw_only=True)
class Half:
    """One direction of a group: the counts of its years, above its line or below it."""

    group: str
    direction: Direction
    counts: YearCounts
    up: bool = True
    line: float = 0.0
    """How far below the top the group's line runs, in pixels."""
    unit: float = UNIT
    """Pixels of a visit."""

    @property
    def most(self) -> int:
        """The largest number of visits in a year, those that perhaps began in it included."""
        return max(one.count + len(one.perhaps) for one in self.counts)

    def beyond(self, distance: float) -> float:
        """Return the height at a distance from the line."""
        return self.line - distance if self.up else self.line + distance


def draw(
    dataset: Dataset,
    *,
    language: Language = "en",
    start: DateLike | None = None,
    end: DateLike | None = None,
    direction: Direction | None = None,
    width: float = 900,
) -> alt.VConcatChart:
    """Return the picture for a period, from relations' beginning to the last day known where none is given.

    Raises QueryError for a language, direction, date or width that makes no sense, and for more years than fit.
    """
    frame.check(language, direction, width=width)
    directions = frame.DIRECTIONS if direction is None else (direction,)
    period = dataset.coverage_of("visits", start=start, end=end)
    many = period.end.year - period.start.year + 1
    if width / many < NARROWEST:
        raise QueryError(f"{many} years do not fit into {width:g} pixels", "ask for a shorter period or a larger width")
    counted = [
        [Half(group=group, counts=counts(dataset, group, one, start, end), direction=one) for one in directions]
        for group in GROUPS
    ]
    years = [one.year for one in counted[0][0].counts]
    halves, height = _stacked(counted)
    tables = Tables()
    layers = _layers(tables, halves, years, width, language)
    body = frame.layered(layers, width, height)
    around = _telling(halves, years, direction, language)
    return frame.framed(body, tables, around, dataset, language=language, width=width)


def counts(
    dataset: Dataset, group: str, direction: Direction, start: DateLike | None = None, end: DateLike | None = None
) -> YearCounts:
    """Return the visits of a group of ranks by year."""
    return dataset.counts_by_year("visits", start, end, rank=GROUPS[group], direction=direction)


# Where it stands ------------------------------------------------------------------------------------------------------


def _stacked(groups: Iterable[Sequence[Half]]) -> tuple[tuple[Half, ...], float]:
    """Return the halves with their lines, each as tall as its tallest bar needs, and the height of all."""
    given = tuple(groups)
    unit = min(UNIT, max(LEAST_UNIT, BARS / max(sum(half.most for halves in given for half in halves), 1)))
    placed: list[Half] = []
    top = 0.0
    for halves in given:
        line = top + max(halves[0].most * unit + NUMBER, LOWEST)
        placed.extend(attrs.evolve(half, line=line, unit=unit, up=half is halves[0]) for half in halves)
        top = line + sum(max(half.most * unit + NUMBER, LOWEST) for half in halves[1:]) + BETWEEN
    return tuple(placed), top


def count_rows(half: Half, language: Language) -> Iterator[Row]:
    """Yield the counts of a half, a row for each year, with the places of its bars."""
    for one in half.counts:
        tall, taller = one.count * half.unit, (one.count + len(one.perhaps)) * half.unit
        # A zero is written where the search says that there was none, and nowhere else.
        known = one.count or one.perhaps or one.status == "complete"
        yield {
            "group": half.group,
            "direction": half.direction,
            "year": one.year,
            "count": one.count,
            "perhaps": len(one.perhaps),
            "status": one.status,
            "told": _told(half, one, language),
            "side": _side(half, language),
            "middle": one.year + 0.5,
            "from": one.year + (1 - SHARE) / 2,
            "to": one.year + (1 + SHARE) / 2,
            "line": half.line,
            "top": half.beyond(tall),
            "perhaps_top": half.beyond(taller),
            "number": f"{one.count or ('' if one.perhaps else 0)}{'?' if one.perhaps else ''}" if known else "",
            "number_y": half.beyond(taller + 6),
        }


def _told(half: Half, one: YearCount, language: Language) -> str:
    number = str(one.count) if one.count or one.perhaps else say(f"zero-{one.status}", language)
    more = say("perhaps", language, count=number, more=len(one.perhaps)) if one.perhaps else number
    return f"{one.year}, {say(half.direction, language)}: {more}"


def _side(half: Half, language: Language) -> str:
    return say("above" if half.up else "below", language, what=say(half.direction, language))


# The layers -----------------------------------------------------------------------------------------------------------


def _layers(
    tables: Tables, halves: Sequence[Half], years: Sequence[int], width: float, language: Language
) -> Iterator[alt.Chart]:
    x = _axis(years, width)
    yield from _hatched(tables, halves, years, width, x)
    ends: Row = {"from": years[0], "to": years[-1] + 1}
    lines = tables.chart("lines", ({**ends, "line": line} for line in dict.fromkeys(half.line for half in halves)))
    yield lines.mark_rule(color=INK).encode(x=x("from"), x2="to:Q", y=raw_y("line"))
    base = tables.chart("counts", (row for half in halves for row in count_rows(half, language)))
    yield from _bars(base, halves, x, language)
    if width / len(years) >= ROOMY:
        numbers = texts(base.transform_filter("datum.number"), align="center", size=SMALL - 1)
        yield numbers.encode(x=x("middle"), y=raw_y("number_y"), text="number:N", tooltip=told())
    yield from _heads(tables, halves, width, language)


def _axis(years: Sequence[int], width: float) -> Callable[[str], alt.X]:
    """Return what puts a field on the axis of years, whose labels stand in the middle of their years."""
    every = next((one for one in (1, 2, 5, 10, 20, 50) if width / len(years) * one >= ROOM), 100)
    axis = alt.Axis(
        title=None,
        gridColor=BAND,
        values=[year + 0.5 for year in years if year % every == 0],
        labelExpr="format(floor(datum.value), 'd')",
    )
    scale = alt.Scale(domain=[years[0], years[-1] + 1], nice=False, zero=False)
    return lambda field: alt.X(f"{field}:Q", scale=scale, axis=axis)


def _bars(
    base: alt.Chart, halves: Sequence[Half], x: Callable[[str], alt.X], language: Language
) -> Iterator[alt.Chart]:
    sides = {_side(half, language): DIRECTIONS[half.direction] for half in halves}
    hues = alt.Scale(domain=list(sides), range=list(sides.values()))
    legend = alt.Legend(title=None, symbolType="square", symbolStrokeColor=INK, symbolStrokeWidth=0.5)
    full = base.transform_filter("datum.count > 0").mark_rect(stroke=INK, strokeWidth=0.5)
    yield full.encode(
        x=x("from"),
        x2="to:Q",
        y=raw_y("line"),
        y2="top:Q",
        fill=alt.Fill("side:N", scale=hues, legend=legend),
        tooltip=told(),
    )
    open_ = base.transform_filter("datum.perhaps > 0").mark_rect(fill="white", stroke=INK, strokeWidth=0.8)
    yield open_.encode(x=x("from"), x2="to:Q", y=raw_y("top"), y2="perhaps_top:Q", tooltip=told())


def _hatched(
    tables: Tables, halves: Iterable[Half], years: Sequence[int], width: float, x: Callable[[str], alt.X]
) -> Iterator[alt.Chart]:
    pixels = width / len(years)
    rows: list[Row] = []
    for half in halves:
        low, high = sorted((half.line, half.beyond(max(half.most * half.unit + NUMBER, LOWEST))))
        for first, last in _gaps(half.counts):
            left, right = (first - years[0]) * pixels, (last + 1 - years[0]) * pixels
            for x1, y1, x2, y2 in hatching(left, right, low + 1, high - 1):
                rows.append({"x": years[0] + x1 / pixels, "y": y1, "x2": years[0] + x2 / pixels, "y2": y2})
    if rows:
        lines = tables.chart("not-searched", rows).mark_rule(color=HATCH)
        yield lines.encode(x=x("x"), x2="x2:Q", y=raw_y(), y2="y2:Q")


def _gaps(found: YearCounts) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the years one after another in which nothing was searched."""
    for missing, several in groupby(found, key=lambda one: one.status == "not-searched"):
        years = [one.year for one in several]
        if missing:
            yield years[0], years[-1]


def _heads(tables: Tables, halves: Sequence[Half], width: float, language: Language) -> Iterator[alt.Chart]:
    """Yield what stands beside the rows: their names to the left, how many visits they hold to the right."""
    names = {half.group: (half.line, say(f"group-{half.group}", language)) for half in halves}
    heads: list[Row] = [{"y": y - LINE / 2 * words.count("\n"), "words": words} for y, words in names.values()]
    sums: list[Row] = [{"y": half.beyond(9), "words": _sum(half)} for half in halves]
    named = texts(tables.chart("names", heads), align="right", dx=-10)
    yield named.encode(x=alt.value(0), y=raw_y(), text="words:N")
    summed = texts(tables.chart("sums", [*sums, {"y": -8, "words": say("all", language)}]), align="right", dx=34)
    yield summed.encode(x=alt.value(width), y=raw_y(), text="words:N")


def _sum(half: Half) -> str:
    """Return how many visits a half holds; a dash where none is known, and the search does not say that none was."""
    number = sum(one.count for one in half.counts)
    return str(number) if number or half.counts.coverage.status == "complete" else "–"


# What is told ---------------------------------------------------------------------------------------------------------


def _telling(
    halves: Sequence[Half], years: Sequence[int], direction: Direction | None, language: Language
) -> frame.Telling:
    period = {"first": years[0], "last": years[-1]}
    number = sum(one.count for half in halves for one in half.counts)
    return frame.Telling(
        title=say(f"visits-title-{direction}" if direction else "visits-title", language, **period),
        subtitle=[say("visits-subtitle", language, count=number)],
        footer=[
            say("visits-counted", language),
            frame.searched((half.counts.coverage for half in halves), language),
        ],
        description=say("visits-alt", language, **period, groups=len(GROUPS), count=number),
    )
