"""People, the visits and meetings they took part in, and the instruments that belong to these, as three columns."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import altair as alt

from vnjp_dataset.collection import DateLike
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.insight.coverage import CoverageAnswer
from vnjp_dataset.model import LEADER_RANKS, Agreement, Direction, Language, Meeting, Person, Visit
from vnjp_dataset.plots import frame
from vnjp_dataset.plots.dates import said, span
from vnjp_dataset.plots.frame import SEPARATOR, TEXT, Row, Tables, raw_x, raw_y, texts, told
from vnjp_dataset.plots.layout import shortened, width_of
from vnjp_dataset.plots.naming import named, titled, who_came, who_met
from vnjp_dataset.plots.network_plan import AIR, Plan, plan_of
from vnjp_dataset.plots.palette import COUNTRIES, FAINT, INK
from vnjp_dataset.plots.palette import INSTRUMENTS as HUES
from vnjp_dataset.plots.web import INSTRUMENTS, Event, Web, web_of
from vnjp_dataset.plots.words import say

SIGN = 13
"""Pixels of an instrument's sign where it has no title."""
SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "VN": "square",
        "JP": "circle",
        "other": "diamond",
        "joint": "circle",
        "treaties": "square",
        "memoranda": "triangle-up",
        "business": "diamond",
    }
)
"""The signs of people by their countries, and of instruments by their groups."""


def draw(
    dataset: Dataset,
    *,
    language: Language = "en",
    start: DateLike | None = None,
    end: DateLike | None = None,
    direction: Direction | None = None,
    about: str | None = None,
    width: float = 900,
) -> alt.VConcatChart:
    """Return the leaders' visits of a period, with who led them and what was signed; or the web about one record.

    `about` is the id of a person, a visit, a meeting or an agreement. Raises UnknownIdError for an id that is not
    there, QueryError for a record of another kind and for a language, direction, date or width that makes no sense.
    """
    frame.check(language, direction, width=width)
    period = dataset.coverage_of("visits", rank=LEADER_RANKS, direction=direction, start=start, end=end)
    web = web_of(dataset, period.start, period.end, direction=direction, about=about)
    names: dict[str, str] = {tie.person.id: named(tie.person, language) for ties in web.people.values() for tie in ties}
    words: dict[str, str] = {one.id: event_words(one, language) for one in web.events}
    plan = plan_of(web, names, words, width)
    tables = Tables()
    layers = [
        *_links(tables, web, plan, words),
        *_people(tables, web, plan, names, language),
        *_events(tables, event_rows(dataset, web, plan, words, language)),
        *_instruments(tables, web, plan, language),
    ]
    body = frame.layered(layers, width, plan.height)
    # People and instruments have signs, and legends, of their own.
    body.resolve = alt.Resolve(scale=alt.ScaleResolveMap(shape="independent", fill="independent"))
    around = _telling(dataset, web, period, language)
    return frame.framed(body, tables, around, dataset, language=language, width=width)


def event_words(event: Event, language: Language) -> str:
    """Return when an event was, and what."""
    what = f"net-{event.direction}" if isinstance(event, Visit) else f"net-{event.medium}"
    status = "" if event.status == "held" else f" ({say(event.status, language)})"
    return f"{said(event.begins, language)}{' ' if language == 'ja' else ', '}{say(what, language)}{status}"


# The rows -------------------------------------------------------------------------------------------------------------


def tie_rows(web: Web, plan: Plan, words: Mapping[str, str]) -> Iterator[Row]:
    """Yield the links between people and events, and between events and instruments that have titles."""
    for event, ties in web.people.items():
        for tie in ties:
            ends = {"x": plan.people_x + AIR / 2, "y": plan.people[tie.person.id], "x2": plan.events_x - AIR / 2}
            yield {"from": tie.person.id, "to": event, "led": tie.led, **ends, "y2": plan.events[event]}
    if plan.titles is not None:
        for event, several in web.agreements.items():
            left = plan.events_x + 2 * AIR + width_of(words[event], TEXT)
            for one in several:
                ends = {"x": left, "y": plan.events[event], "x2": plan.marks_x - AIR / 2}
                yield {"from": event, "to": one.id, "led": True, **ends, "y2": plan.agreements[one.id]}


def instrument_rows(web: Web, plan: Plan, language: Language) -> Iterator[Row]:
    """Yield the instruments, once for each event they belong to, with the places of their signs."""
    groups = {kind: group for group, kinds in INSTRUMENTS.items() for kind in kinds}
    for event, several in web.agreements.items():
        for place, one in enumerate(several):
            yield {
                "id": one.id,
                "event": event,
                "group": say(f"instruments-{groups[one.kind]}", language),
                "told": SEPARATOR.join((said(one.signed, language), titled(one, language), one.id)),
                "words": shortened(named(one, language), plan.titles, TEXT) if plan.titles else "",
                "x": plan.marks_x + (0 if plan.titles else place * SIGN),
                "y": plan.agreements[one.id] if plan.titles else plan.events[event],
            }


# The layers -----------------------------------------------------------------------------------------------------------


def _links(tables: Tables, web: Web, plan: Plan, words: Mapping[str, str]) -> Iterator[alt.Chart]:
    base = tables.chart("links", tie_rows(web, plan, words))
    for led, dashes in ((True, [1, 0]), (False, [3, 3])):
        lines = base.transform_filter(f"datum.led == {str(led).lower()}").mark_rule(color=FAINT, strokeDash=dashes)
        yield lines.encode(x=raw_x(), y=raw_y(), x2="x2:Q", y2="y2:Q")


def _people(tables: Tables, web: Web, plan: Plan, names: Mapping[str, str], language: Language) -> Iterator[alt.Chart]:
    people: dict[str, Person] = {tie.person.id: tie.person for ties in web.people.values() for tie in ties}
    rows: list[Row] = [
        {
            "id": one,
            "words": names[one],
            "group": say(f"country-{_country(people[one])}", language),
            "x": plan.people_x,
            "y": y,
        }
        for one, y in plan.people.items()
    ]
    base = tables.chart("people", rows)
    yield texts(base, align="right", dx=-AIR).encode(x=raw_x(), y=raw_y(), text="words:N")
    used = dict.fromkeys(_country(one) for one in people.values())
    signs = {say(f"country-{one}", language): (COUNTRIES[one], SHAPES[one]) for one in COUNTRIES if one in used}
    yield _signs(base, say("net-person", language), signs)


def _country(person: Person) -> str:
    return person.country if person.country in COUNTRIES else "other"


def event_rows(dataset: Dataset, web: Web, plan: Plan, words: Mapping[str, str], language: Language) -> Iterator[Row]:
    """Yield the visits and meetings with their places."""
    for one in web.events:
        yield {
            "id": one.id,
            "words": words[one.id],
            "told": SEPARATOR.join((span(one.begins, one.ends, language), event_title(dataset, one, language), one.id)),
            "x": plan.events_x,
            "y": plan.events[one.id],
        }


def _events(tables: Tables, rows: Iterable[Row]) -> Iterator[alt.Chart]:
    base = tables.chart("events", rows)
    dots = base.mark_point(shape="circle", fill=INK, stroke=INK, size=25, opacity=1)
    yield dots.encode(x=raw_x(), y=raw_y(), tooltip=told())
    yield texts(base, dx=AIR).encode(x=raw_x(), y=raw_y(), text="words:N", tooltip=told())


def _instruments(tables: Tables, web: Web, plan: Plan, language: Language) -> Iterator[alt.Chart]:
    rows = list(instrument_rows(web, plan, language))
    base = tables.chart("instruments", rows)
    if plan.titles:
        yield texts(base, dx=AIR).encode(x=raw_x(), y=raw_y(), text="words:N", tooltip=told())
    used = {row["group"] for row in rows}
    signs = {say(f"instruments-{one}", language): (HUES[one], SHAPES[one]) for one in INSTRUMENTS}
    shown = {words: sign for words, sign in signs.items() if words in used}
    yield _signs(base, say("net-instrument", language), shown).encode(tooltip=told())


def _signs(base: alt.Chart, title: str, signs: Mapping[str, tuple[str, str]]) -> alt.Chart:
    """Return signs whose shape and colour say the same, with one legend for both."""
    hues, shapes = [sign[0] for sign in signs.values()], [sign[1] for sign in signs.values()]
    # Two legends stand side by side.
    apart = alt.Legend(padding=8)
    marks: alt.Chart = base.mark_point(stroke=INK, strokeWidth=0.8, opacity=1, size=55).encode(
        x=raw_x(),
        y=raw_y(),
        shape=alt.Shape("group:N", title=title, scale=alt.Scale(domain=list(signs), range=shapes), legend=apart),
        fill=alt.Fill("group:N", title=title, scale=alt.Scale(domain=list(signs), range=hues), legend=apart),
    )
    return marks


# What is told ---------------------------------------------------------------------------------------------------------


def event_title(dataset: Dataset, event: Event, language: Language) -> str:
    """Return who led a visit, or who met."""
    return who_came(dataset, event, language) if isinstance(event, Visit) else who_met(dataset, event, language)


def _telling(dataset: Dataset, web: Web, period: CoverageAnswer, language: Language) -> frame.Telling:
    title = _title(dataset, web, period, language)
    number = {
        "events": len(web.events),
        "people": len({tie.person.id for ties in web.people.values() for tie in ties}),
        "agreements": len({one.id for several in web.agreements.values() for one in several}),
    }
    dropped = [say("net-dropped", language, count=web.dropped)] if web.dropped else []
    counted = "net-counted" if web.about is None else f"net-counted-{'person' if _is_person(web) else 'one'}"
    return frame.Telling(
        title=title,
        subtitle=[say("net-subtitle", language, **number), *dropped],
        footer=[
            say(counted, language),
            *([frame.searched([period], language)] if web.about is None else []),
        ],
        description=say("net-alt", language, title=title, **number),
    )


def _is_person(web: Web) -> bool:
    return isinstance(web.about, Person)


def _title(dataset: Dataset, web: Web, period: CoverageAnswer, language: Language) -> str:
    years = {"first": period.start.year, "last": period.end.year}
    match web.about:
        case Person() as person:
            return say("net-title-person", language, name=named(person, language), **years)
        case Visit() | Meeting() as event:
            days = span(event.begins, event.ends, language)
            key = "net-title-visit" if isinstance(event, Visit) else "net-title-meeting"
            return say(key, language, who=event_title(dataset, event, language), days=days)
        case Agreement() as one:
            return say("net-title-agreement", language, title=named(one, language), signed=said(one.signed, language))
        case _:
            return say("net-title", language, **years)
