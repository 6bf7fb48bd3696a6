"""Text breaks where it may, and names that would overlap move apart as little as possible."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.plots.layout import shortened, spread, width_of, wrapped

SIZE = 10.0
PLACES = st.lists(st.floats(0, 500), max_size=30).map(sorted)


@given(st.text(max_size=80), st.floats(1, 400))
def test_nothing_is_lost_where_text_breaks(text: str, width: float) -> None:
    """The lines hold every letter in order, blanks at breaks aside, and none begins or ends with a blank."""
    lines = wrapped(text, width, SIZE)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert lines
    assert all(line == line.strip() or len(lines) == 1 for line in lines[1:])


@given(st.lists(st.text("abcß ", min_size=1, max_size=12), min_size=1), st.floats(150, 400))
def test_lines_are_no_wider_than_asked_for(words: list[str], width: float) -> None:
    """Where every word fits, every line does."""
    assert all(width_of(line, SIZE) <= width for line in wrapped(" ".join(words), width, SIZE))


def test_japanese_breaks_between_letters_and_not_before_a_mark() -> None:
    """There are no blanks to break at; a line does not begin with a comma or full stop, nor a date apart."""
    lines = wrapped("調査は部分的である。訪問の記録がない期間、2014年3月18日にも。", 60, SIZE)
    assert max(map(len, lines)) <= 7
    assert not any(line.startswith(("。", "、", "年", "月", "日")) for line in lines)


@given(st.text(max_size=60), st.floats(20, 300))
def test_what_is_shortened_fits(text: str, width: float) -> None:
    """It is a beginning of the text with a mark, or the text."""
    short = shortened(text, width, SIZE)
    assert width_of(short, SIZE) <= max(width, width_of("…", SIZE))
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(PLACES, st.floats(0.1, 30))
def test_places_keep_apart_and_in_order(places: list[float], gap: float) -> None:
    """Neighbours keep the gap, and where there is room all stay within the bounds."""
    found = spread(places, gap, 0, 500)
    assert len(found) == len(places)
    assert all(after - before >= gap - 1e-6 for before, after in pairwise(found))
    assert all(one >= -1e-6 for one in found)
    if gap * (len(places) - 1) <= 500:
        assert all(one <= 500 + 1e-6 for one in found)


@given(st.lists(st.integers(0, 20), unique=True, max_size=20).map(sorted))
def test_places_far_enough_apart_stay(numbers: list[int]) -> None:
    """Nothing moves that need not."""
    places = [one * 20.0 for one in numbers]
    assert spread(places, 15, 0, 500) == pytest.approx(places)


@given(st.floats(100, 400), st.integers(2, 6))
def test_places_at_one_point_move_to_both_sides(place: float, count: int) -> None:
    """They stand around where they would have stood."""
    found = spread([place] * count, 10, 0, 500)
    assert sum(found) / count == pytest.approx(place)
