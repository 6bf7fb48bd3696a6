"""The levels of the partnership as steps, and below them the leaders' visits in both directions."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import altair as alt
import attrs

from vnjp_dataset.collection import DateLike
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.insight.coverage import CoverageAnswer
from vnjp_dataset.model import LEADER_RANKS, Direction, Language, Milestone, Visit
from vnjp_dataset.plots import frame
from vnjp_dataset.plots.axis import Years, hatching
from vnjp_dataset.plots.dates import bounds, day_after, middle, said, span
from vnjp_dataset.plots.frame import SEPARATOR, SMALL, TEXT, Row, Tables, raw_y, texts, told
from vnjp_dataset.plots.layout import shortened, spread, width_of
from vnjp_dataset.plots.naming import called, in_language, named, who_came
from vnjp_dataset.plots.palette import BAND, DIRECTIONS, FAINT, HATCH, INK
from vnjp_dataset.plots.words import say

STEP = 26
"""Pixels of a level's row."""
STEM = 14
"""Pixels from a mark to its name."""
SLANT, SINE = 60, 0.87
"""Degrees by which names lean, and the sine of it."""
GAP = 14.0
"""Pixels between the beginnings of two names that lean."""
SHAPES = ("square", "diamond", "circle", "triangle-up")
"""The marks of the leaders' ranks, in the order of ranks."""


BETWEEN = 36
"""Pixels between the two lines of marks."""
EDGE = 14
"""Pixels above or below a line of marks on the side that has no names."""


@attrs.frozen(kw_only=True)
class Lane:
    """The visits of one direction: a line of marks, with their names above or below it."""

    direction: Direction
    rows: tuple[Row, ...]
    named: bool
    """Whether there is room for the names."""
    up: bool
    line: float = 0.0
    """How far below the top the line of marks runs, in pixels."""

    @property
    def room(self) -> float:
        """How many pixels the names need."""
        widest = max((width_of(str(one["name"]), SMALL) for one in self.rows), default=0.0)
        return STEM + 12 + (widest * SINE if self.named else 0.0)

    def beyond(self, distance: float) -> float:
        """Return the height at a distance from the line, on the side of the names."""
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

    Raises QueryError for a language, direction, date or width that makes no sense.
    """
    frame.check(language, direction, width=width)
    directions = frame.DIRECTIONS if direction is None else (direction,)
    answers = tuple(
        dataset.coverage_of("visits", rank=LEADER_RANKS, direction=one, start=start, end=end) for one in directions
    )
    years = Years(first=answers[0].start, last=answers[0].end, width=width)
    levels = tuple(level_rows(dataset, years, language))
    lanes = _lanes([tuple(visit_rows(dataset, years, one, language)) for one in directions], directions, years, levels)
    height = lanes[-1].line + (EDGE if lanes[-1].up else lanes[-1].room)
    tables = frame.Tables()
    layers = [
        *_levels(tables, levels, years, height),
        *_hatched(tables, answers, lanes, years),
        *_marks(tables, lanes, years, language),
        _heads(tables, lanes, len(levels), language),
    ]
    body = frame.layered(layers, width, height)
    around = _telling(years, levels, lanes, answers, language)
    return frame.framed(body, tables, around, dataset, language=language, width=width)


# The rows -------------------------------------------------------------------------------------------------------------


def level_rows(dataset: Dataset, years: Years, language: Language) -> Iterator[Row]:
    """Yield the levels in force at some time of a period, each until the next was reached."""
    ladder = sorted(dataset.milestones.ladder, key=lambda one: (one.date.latest, one.id))
    for place, one in enumerate(ladder):
        since = one.date.latest
        until = ladder[place + 1].date.latest if place + 1 < len(ladder) else dt.date.max
        if since <= years.last and until > years.first:
            yield _level(one, max(since, years.first), min(until, years.last), language)


def _level(one: Milestone, first: dt.date, last: dt.date, language: Language) -> Row:
    # A level has a name, which belongs to no id: the milestone's is the nearest.
    name = in_language(one.level.name if one.level else None, language) or named(one, language)
    since = said(one.date, language)
    return {
        "id": one.id,
        "rank": one.level.rank if one.level else None,
        "name": name,
        "since": since,
        "told": SEPARATOR.join((since, name, one.id)),
        "from": first.isoformat(),
        "to": last.isoformat(),
    }


def visit_rows(dataset: Dataset, years: Years, direction: Direction, language: Language) -> Iterator[Row]:
    """Yield the leaders' visits of a direction that were held and can have been, in part at least, in a period."""
    raising = {one.visit for one in dataset.milestones.ladder}
    held = dataset.visits.where(rank=LEADER_RANKS, direction=direction, status="held")
    for one in held.between(years.first, years.last):
        earliest, latest = _days(one, years)
        office = dataset.offices[one.office]
        days = span(one.start, one.end, language)
        yield {
            "id": one.id,
            "name": called(dataset, one.lead, language),
            "rank": say(office.rank, language),
            "told": SEPARATOR.join((days, who_came(dataset, one, language), one.id)),
            "at": middle(earliest, latest).isoformat(),
            "earliest": earliest.isoformat(),
            "latest": latest.isoformat(),
            "exact": one.start.precision == one.end.precision == "day",
            "raised": one.id in raising,
        }


def _days(visit: Visit, years: Years) -> tuple[dt.date, dt.date]:
    first, last = bounds(visit.start, years.first, years.last), bounds(visit.end, years.first, years.last)
    return first[0], max(last[1], first[0])


# Where it stands ------------------------------------------------------------------------------------------------------


def _lanes(
    found: Sequence[tuple[Row, ...]], directions: Sequence[Direction], years: Years, levels: Sequence[Row]
) -> tuple[Lane, ...]:
    lanes: list[Lane] = []
    for rows, direction in zip(found, directions, strict=True):
        lane = Lane(direction=direction, rows=rows, named=len(rows) * GAP <= years.width, up=not lanes)
        line = lanes[0].line + BETWEEN if lanes else STEP * len(levels) + EDGE + lane.room
        lanes.append(attrs.evolve(lane, line=line))
    return tuple(lanes)


def _placed(lane: Lane, years: Years) -> Iterator[Row]:
    """Yield the visits of a lane with the places of their names: beside the marks, as far apart as they need."""
    places = [years.place(dt.date.fromisoformat(str(row["at"]))) for row in lane.rows]
    for row, place in zip(lane.rows, spread(places, GAP, 0, years.width), strict=True):
        yield {
            **row,
            "direction": lane.direction,
            "y": lane.line,
            "named": lane.named,
            "name_at": years.at(place),
            "stem": lane.beyond(5),
            "name_y": lane.beyond(STEM),
        }


def _stepped(levels: Sequence[Row], years: Years, height: float) -> Iterator[Row]:
    """Yield the levels as steps, each with its name: before the step where there is room, else over it."""
    for place, row in enumerate(levels):
        since, y = years.place(dt.date.fromisoformat(str(row["from"]))), STEP * (len(levels) - place) - 6
        words = f"{row['since']}: {row['name']}"
        before = since - 8 >= min(width_of(words, TEXT), years.width - since)
        yield {
            **row,
            "words": shortened(words, since - 8 if before else years.width - since, TEXT),
            "before": before,
            "band": place % 2 == 1,
            "y": y,
            "bottom": height,
        }


# The layers -----------------------------------------------------------------------------------------------------------


def _levels(tables: Tables, levels: Sequence[Row], years: Years, height: float) -> Iterator[alt.Chart]:
    base = tables.chart("levels", _stepped(levels, years, height))
    words = told()
    bands = base.transform_filter("datum.band").mark_rect(color=BAND)
    yield bands.encode(x=years.x("from"), x2="to:T", y=raw_y(), y2="bottom:Q")
    starts = base.mark_rule(color=FAINT, strokeDash=[2, 3])
    yield starts.encode(x=years.x("from"), y=raw_y(), y2="bottom:Q")
    steps = base.mark_rule(color=INK, strokeWidth=5)
    yield steps.encode(x=years.x("from"), x2="to:T", y=raw_y(), tooltip=words)
    before = texts(base.transform_filter("datum.before"), align="right", dx=-8)
    over = texts(base.transform_filter("!datum.before"), baseline="bottom", dy=-5)
    for names in (before, over):
        yield names.encode(x=years.x("from"), y=raw_y(), text="words:N", tooltip=words)


def _hatched(
    tables: Tables, answers: Iterable[CoverageAnswer], lanes: Iterable[Lane], years: Years
) -> Iterator[alt.Chart]:
    rows: list[Row] = []
    for answer, lane in zip(answers, lanes, strict=True):
        for gap in answer.gaps:
            left, right = years.place(gap.start), years.place(day_after(gap.end))
            for x, y, x2, y2 in hatching(left, right, lane.line - 8, lane.line + 8):
                rows.append({"x": years.at(x), "y": y, "x2": years.at(x2), "y2": y2})
    if rows:
        lines = tables.chart("not-searched", rows).mark_rule(color=HATCH)
        yield lines.encode(x=years.x("x"), x2="x2:T", y=raw_y(), y2="y2:Q")


def _marks(tables: Tables, lanes: Sequence[Lane], years: Years, language: Language) -> Iterator[alt.Chart]:
    first, last = years.domain
    lines = tables.chart("lanes", ({"from": first, "to": last, "y": lane.line} for lane in lanes))
    yield lines.mark_rule(color=FAINT).encode(x=years.x("from"), x2="to:T", y=raw_y())
    words = told()
    base = tables.chart("visits", (row for lane in lanes for row in _placed(lane, years)))
    yield from _names(base.transform_filter("datum.named"), lanes, years, words)
    spans = base.transform_filter("!datum.exact").mark_rule(color=INK, strokeWidth=3)
    yield spans.encode(x=years.x("earliest"), x2="latest:T", y=raw_y(), tooltip=words)
    ranks = alt.Scale(domain=[say(rank, language) for rank in LEADER_RANKS], range=list(SHAPES))
    hues = alt.Scale(domain=list(DIRECTIONS), range=list(DIRECTIONS.values()))
    yield base.mark_point(stroke=INK, strokeWidth=0.8, opacity=1, size=60).encode(
        x=years.x("at"),
        y=raw_y(),
        shape=alt.Shape("rank:N", title=say("leader", language), scale=ranks, legend=frame.hollow()),
        fill=alt.Fill("direction:N", scale=hues, legend=None),
        tooltip=words,
    )


def _names(base: alt.Chart, lanes: Iterable[Lane], years: Years, words: alt.Tooltip) -> Iterator[alt.Chart]:
    stems = base.mark_rule(color=FAINT, strokeWidth=0.7)
    yield stems.encode(x=years.x("at"), x2="name_at:T", y=raw_y("stem"), y2="name_y:Q")
    for lane in lanes:
        for raised in (False, True):
            chosen = base.transform_filter(
                f"datum.direction == '{lane.direction}' && datum.raised == {str(raised).lower()}"
            )
            names = texts(chosen, dx=3, size=SMALL, bold=raised, angle=360 - SLANT if lane.up else SLANT)
            yield names.encode(x=years.x("name_at"), y=raw_y("name_y"), text="name:N", tooltip=words)


def _heads(tables: Tables, lanes: Iterable[Lane], levels: int, language: Language) -> alt.Chart:
    heads: list[Row] = [{"y": lane.line, "words": say(f"lane-{lane.direction}", language)} for lane in lanes]
    if levels:
        heads.append({"y": STEP * levels / 2, "words": say("level", language)})
    text = texts(tables.chart("heads", heads), align="right", dx=-10)
    return text.encode(x=alt.value(0), y=raw_y(), text="words:N")


# What is told ---------------------------------------------------------------------------------------------------------


def _telling(
    years: Years, levels: Sequence[Row], lanes: Sequence[Lane], answers: Iterable[CoverageAnswer], language: Language
) -> frame.Telling:
    period = {"first": years.first.year, "last": years.last.year}
    count = {lane.direction: len(lane.rows) for lane in lanes}
    return frame.Telling(
        title=say("timeline-title", language, **period),
        subtitle=[" · ".join(say(f"timeline-{one}", language, count=number) for one, number in count.items())],
        footer=[
            say("timeline-counted", language),
            frame.searched(answers, language),
            *([] if all(lane.named for lane in lanes) else [say("timeline-unnamed", language)]),
        ],
        description=say("timeline-alt", language, **period, levels=len(levels), visits=sum(count.values())),
    )
