"""The forms that other programs get let the same names pass as the model's grammars."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.export.grammars import Form, form_of
from vnjp_dataset.model import PartialDate
from vnjp_dataset.model.ids import GRAMMARS


def passes(form: Form, text: str) -> bool:
    """Whether a text has a form, as a program that knows no Python finds it."""
    long_enough = form.least is None or len(text) >= form.least
    short_enough = form.most is None or len(text) <= form.most
    return long_enough and short_enough and re.fullmatch(form.pattern, text) is not None


def form(declared: object) -> Form:
    """Return the form of a type that has one."""
    found = form_of(declared)
    assert found is not None
    return found


@pytest.mark.parametrize("declared", list(GRAMMARS))
def test_the_same_names_pass(declared: object) -> None:
    """A text that nearly is a name passes where the grammar lets it pass, and nowhere else."""
    names = st.from_regex(form(declared).pattern, fullmatch=True)
    # Too long, and with something before, between or after.
    marred = st.tuples(names, st.integers(0, 3), st.sampled_from(("", "-", "\n", " ", "A", "é", '"', "a" * 200)))
    near = marred.map(lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] :])

    longest = form(declared).most or 0
    long = st.tuples(names, st.integers(-1, 1)).map(lambda drawn: drawn[0].ljust(longest + drawn[1], drawn[0][-1]))

    @given(text=names | near | long | st.text(max_size=5))
    def law(text: str) -> None:
        assert passes(form(declared), text) == (GRAMMARS[declared].pattern.fullmatch(text) is not None)

    law()


@pytest.mark.parametrize("declared", list(GRAMMARS))
def test_patterns_are_of_xml_schema(declared: object) -> None:
    """No pattern has what XML Schema does not know: `(?`, marks of the ends, and backslashes before other letters."""
    pattern = form(declared).pattern
    assert "(?" not in pattern
    assert not re.search(r"\\[^nrt.\\?*+(){}|^\[\]dDsSwWiIcC-]", pattern)
    assert not re.match(r"\^", pattern)
    assert not pattern.endswith("$")


def test_other_types_have_no_form() -> None:
    """Texts and dates are no names."""
    assert (form_of(str), form_of(PartialDate)) == (None, None)
