"""Errors say where, what and how to mend it; their data is in fields."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.errors import (
    DatasetError,
    Flaw,
    InvalidDataError,
    InvalidValueError,
    MissingExtraError,
    Problem,
    QueryError,
    SnapshotError,
    UnknownIdError,
)

WORDS = st.text("abc ", min_size=1, max_size=6)
PROBLEMS = st.builds(
    Problem,
    rule=WORDS,
    message=WORDS,
    record=WORDS,
    path=WORDS,
    file=st.none() | WORDS,
    line=st.none() | st.integers(1, 9),
    column=st.none() | st.integers(1, 9),
)


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (
            Problem(rule="type", message="expected a list, got `x`", path="fields", file="a.yaml", line=3, column=9),
            "a.yaml:3:9: fields: expected a list, got `x` [type]",
        ),
        (
            Problem(rule="type", message="m", hint="h", file="a.yaml", record="a"),
            "a.yaml: a: m [type] – h",
        ),
        (Problem(rule="r", message="m", record="a", path="start"), "a.start: m [r]"),
        (Problem(rule="r", message="m", record="a"), "a: m [r]"),
        (Problem(rule="r", message="m", path="start"), "start: m [r]"),
        (Problem(rule="r", message="m"), "m [r]"),
    ],
)
def test_a_problem_reads_as_place_path_message_rule_hint(problem: Problem, text: str) -> None:
    """`file:line:column: path: expected X, got Y [rule] – hint`, without what is not known."""
    assert str(problem) == text


@given(st.lists(PROBLEMS, max_size=6))
def test_problems_are_in_order_of_place(problems: list[Problem]) -> None:
    """However problems are found, an error holds them in order of file, line and column, and shows each on a line."""
    error = InvalidDataError(problems)
    assert error.problems == InvalidDataError(problems[::-1]).problems
    assert len(error.problems) == len(problems)
    places = [(one.file or "", one.line or 0, one.column or 0) for one in error.problems]
    assert places == sorted(places)
    head, *lines = str(error).splitlines()
    assert head == f"{len(problems)} problem{'' if len(problems) == 1 else 's'} found"
    assert [line.strip() for line in lines] == [str(one).strip() for one in error.problems]


ERRORS = [
    InvalidDataError([Problem(rule="r", message="m")]),
    InvalidValueError("Visit", [Flaw("start", "a date", "`x`", "h")]),
    UnknownIdError("a", "visits", ("b", "c")),
    QueryError("no such thing", "ask otherwise"),
    SnapshotError("damaged"),
    MissingExtraError("the command line", "cli"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: type(one).__name__)
def test_errors_have_one_base_and_survive_pickling(error: DatasetError) -> None:
    """Every error is a DatasetError, and goes to another process and back with its data and text."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert isinstance(again, DatasetError)
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_errors_are_what_python_calls_them_too() -> None:
    """A miss is a KeyError, a bad value or question a ValueError, a missing extra an ImportError."""
    kinds = [InvalidDataError, InvalidValueError, QueryError, SnapshotError]
    assert all(issubclass(kind, ValueError) for kind in kinds)
    assert issubclass(UnknownIdError, KeyError)
    assert issubclass(MissingExtraError, ImportError)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ERRORS[1], "not a valid Visit: start: expected a date, got `x` [shape] – h"),
        (
            InvalidValueError("Text", [Flaw("", "a", "b"), Flaw("c", "d", "e", rule="r")]),
            "not a valid Text: expected a, got b [shape]; c: expected d, got e [r]",
        ),
        (ERRORS[2], "no record `a` in visits – did you mean `b`, `c`?"),
        (UnknownIdError("a", "visits"), "no record `a` in visits"),
        (ERRORS[3], "no such thing – ask otherwise"),
        (QueryError("no such thing"), "no such thing"),
        (ERRORS[5], "the command line needs the extra `cli`: pip install 'vnjp-dataset[cli]'"),
    ],
)
def test_errors_say_what_to_do(error: DatasetError, text: str) -> None:
    """The text of an error is made of its fields."""
    assert str(error) == text
