"""What pictures say is said in every language, and nothing is missing."""

import ast
import string
from pathlib import Path
from typing import get_args

import pytest
from tests.plots.specs import LANGUAGES

import vnjp_dataset
from vnjp_dataset.model import LEADER_RANKS, Direction
from vnjp_dataset.model.classification import CoverageStatus
from vnjp_dataset.model.meetings import Medium
from vnjp_dataset.model.visits import EventStatus
from vnjp_dataset.model.vocabulary import Bound
from vnjp_dataset.plots.fonts import holds_japanese
from vnjp_dataset.plots.palette import COUNTRIES, INSTRUMENTS, SIDES
from vnjp_dataset.plots.visits_plot import GROUPS
from vnjp_dataset.plots.words import phrases

FOLDER = Path(vnjp_dataset.__file__).parent / "plots"
FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("{}", (*LEADER_RANKS, *get_args(Direction), "announced", "cancelled")),
    ("lane-{}", get_args(Direction)),
    ("timeline-{}", get_args(Direction)),
    ("visits-title-{}", get_args(Direction)),
    ("map-{}", get_args(Direction)),
    ("map-title-{}", get_args(Direction)),
    ("net-{}", (*get_args(Direction), *get_args(Medium))),
    ("net-counted-{}", ("person", "one")),
    ("search-{}", get_args(CoverageStatus)),
    ("zero-{}", get_args(CoverageStatus)),
    ("group-{}", tuple(GROUPS)),
    ("country-{}", tuple(COUNTRIES)),
    ("side-{}", tuple(SIDES)),
    ("instruments-{}", tuple(INSTRUMENTS)),
    ("bound-{}", tuple(one for one in get_args(Bound) if one != "exact")),
)
"""The phrases whose keys are put together, and of what."""


def literal_keys() -> set[str]:
    """Return the keys that stand in the code as they are."""
    trees = [ast.parse(path.read_text("utf-8")) for path in FOLDER.glob("*.py")]
    strings = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {one for one in strings if isinstance(one, str)}


@pytest.mark.parametrize("key", phrases())
def test_a_phrase_has_three_languages_and_the_same_gaps(key: str) -> None:
    """Each says as much as the others, and only the Japanese one has Japanese letters."""
    phrase = phrases()[key]
    assert tuple(phrase) == LANGUAGES
    assert all(one.strip() for one in phrase.values())
    gaps = [{name for _, name, _, _ in string.Formatter().parse(one) if name is not None} for one in phrase.values()]
    assert gaps[0] == gaps[1] == gaps[2]
    assert not any(holds_japanese(phrase[one]) for one in LANGUAGES if one != "ja")


def test_no_phrase_is_missing_or_idle() -> None:
    """Every word of a vocabulary has its phrase, and every phrase is used."""
    made = {form.format(word) for form, words in FAMILIES for word in words}
    assert made <= set(phrases())
    units = {key for key in phrases() if key.startswith("unit-")}
    assert set(phrases()) - made - units <= literal_keys()
    assert {"held", *(one for one in ("announced", "cancelled"))} == set(get_args(EventStatus))
