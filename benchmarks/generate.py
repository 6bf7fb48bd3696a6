"""Make datasets of many visits, the same ones each time, and write them as snapshots."""

import datetime as dt
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from vnjp_dataset.model import (
    Actor,
    Citation,
    Companion,
    Count,
    CountryCode,
    Counts,
    Direction,
    DocumentId,
    FieldId,
    FieldPath,
    Label,
    Labels,
    OfficeId,
    PersonId,
    PlaceId,
    RecordId,
    Step,
    Text,
    Visit,
    identifier,
    partial_date,
)
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.snapshot.write import write_snapshot

FIRST_DAY = dt.date(1820, 1, 1)
DAYS = 200 * 365
"""Visits spread evenly over two centuries, so that one year holds half a percent of them."""

PEOPLE = [identifier(PersonId, f"{family}-{given}") for family in ("tran", "sato", "pham") for given in ("a", "b", "c")]
OFFICES = [identifier(OfficeId, f"{office}-of-the-host") for office in ("prime-minister", "president", "speaker")]
PLACES = [identifier(PlaceId, place) for place in ("tokyo", "osaka", "hanoi", "da-nang", "haneda-airport")]
FIELDS = [identifier(FieldId, field) for field in ("politics", "economy", "health", "labour", "defence", "climate")]
PATHS = [FieldPath(path) for path in ("start", "end", "lead", "office", "labels.vn", "summary", "itinerary[0]")]
DIRECTIONS: tuple[Direction, ...] = ("VN-JP", "JP-VN")


def visits(count: int, *, seed: int = 1973, first: int = 0) -> Iterator[Visit]:
    """Yield visits with the parts that well-documented ones have: about a kilobyte each as JSON."""
    chance = random.Random(seed)
    for number in range(first, first + count):
        yield _visit(chance, number)


def _visit(chance: random.Random, number: int) -> Visit:
    start = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
    length = chance.randrange(6)
    days = [partial_date(start + dt.timedelta(days=day)) for day in range(length + 1)]
    lead = chance.choice(PEOPLE)
    return Visit(
        id=identifier(RecordId, f"{start.year}-{lead}-{number}"),
        direction=chance.choice(DIRECTIONS),
        lead=lead,
        office=chance.choice(OFFICES),
        start=days[0],
        end=days[-1],
        labels=Labels(vn=Label(style="official-visit", name=Text(en="official visit", vi="thăm chính thức"))),
        invited_by=(Actor(person=chance.choice(PEOPLE), country=CountryCode("JP")),),
        companions=tuple(Companion(person=one, role="minister") for one in chance.sample(PEOPLE, chance.randrange(3))),
        itinerary=tuple(
            Step(
                date=chance.choice(days),
                activity="talks",
                place=chance.choice(PLACES),
                participants=(Actor(person=chance.choice(PEOPLE), role="host"),),
                summary=f"Talks {step} of visit {number}, on trade, people and the region.",
            )
            for step in range(chance.randrange(5))
        ),
        counts=Counts(documents_signed=Count(value=chance.randrange(30), bound="about")),
        fields=tuple(chance.sample(FIELDS, 3)),
        summary=f"Visit {number}: talks, a joint statement and a day outside the capital.",
        sources=tuple(
            Citation(document=DocumentId(f"publisher-{source}/{start.isoformat()}"), supports=tuple(paths))
            for source in range(chance.randrange(1, 4))
            for paths in [chance.sample(PATHS, 3)]
        ),
    )


def main(count: int, path: Path) -> None:
    """Write a snapshot of some visits to a file, and the same visits as JSON objects to one beside it."""
    made = tuple(visits(count))
    path.write_bytes(write_snapshot({"visits": made}, "0.0.0"))
    objects(path).write_text(json.dumps([unstructure(one) for one in made], ensure_ascii=False), encoding="utf-8")


def objects(path: Path) -> Path:
    """Return where the JSON objects stand of which a snapshot was made."""
    return path.with_suffix(".objects.json")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
