"""Guesses at what was meant."""

import time

from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.nearest import did_you_mean, nearest
from vnjp_dataset.strategies import record_ids

KNOWN = ("kishida-fumio", "pham-minh-chinh", "vo-van-thuong", "vo-van-kiet")


@given(st.text(max_size=200) | record_ids(), st.lists(record_ids(), max_size=8), st.integers(1, 5))
def test_guesses_are_known_words(word: str, known: list[str], count: int) -> None:
    """Every guess is a known word, none comes twice, and there are no more than asked for."""
    found = nearest(word, known, count=count)
    assert set(found) <= set(known)
    assert len(found) == len(set(found)) <= count


@given(st.lists(record_ids(), min_size=1, max_size=8), st.data())
def test_a_known_word_is_its_own_nearest(known: list[str], data: st.DataObject) -> None:
    """What is spelt right comes first, and the order of the known words makes no difference."""
    word = data.draw(st.sampled_from(known))
    assert nearest(word, known)[0] == word
    assert nearest(word, known) == nearest(word, known[::-1])


def test_slips_and_parts_are_recognised() -> None:
    """A slip of the pen, a part of an id, and parts in another order find the id."""
    assert nearest("kishida-fumo", KNOWN) == ("kishida-fumio",)
    assert nearest("kishida", KNOWN)[0] == "kishida-fumio"
    assert nearest("Fumio_Kishida", KNOWN) == ("kishida-fumio",)
    assert nearest("vo-van", KNOWN)[:2] == ("vo-van-kiet", "vo-van-thuong")
    assert nearest("vo-van-thoung", KNOWN) == ("vo-van-thuong",)
    assert nearest("zzz", KNOWN) == ()
    assert nearest("---", KNOWN) == ()


def test_the_guess_is_a_question() -> None:
    """The hint names each guess, and is empty where there is none."""
    assert did_you_mean("kishida-fumo", KNOWN) == "did you mean `kishida-fumio`?"
    assert did_you_mean("vo-van-k", KNOWN) == "did you mean `vo-van-kiet` or `vo-van-thuong`?"
    assert did_you_mean("zzz", KNOWN) == ""


def test_any_length_of_word_takes_no_time() -> None:
    """What is asked for may be a million letters or a million parts; only its beginning is looked at."""
    known = [f"{number}-a-vo-van-thuong" for number in range(3000)]
    before = time.process_time()
    for word in ("a-" * 500_000, "a" * 1_000_000, "-" * 1_000_000, "\u0130" * 1_000_000):
        assert len(nearest(word, known)) <= 3
    assert time.process_time() - before < 10
