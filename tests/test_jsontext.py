"""Strict JSON: what is refused, and that no input takes long, much memory or another error."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import jsontext
from vnjp_dataset.errors import InvalidDataError
from vnjp_dataset.jsontext import MAX_JSON_DEPTH, parse_json

FILE = "some.json"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=10,
)


@given(VALUES, st.booleans())
def test_what_python_writes_is_read(value: Any, ascii_only: bool) -> None:
    """Values written as JSON are read as the same values, with their letters escaped or not."""
    assert parse_json(json.dumps(value, ensure_ascii=ascii_only).encode(), FILE) == value


@given(st.binary(max_size=60) | st.text('[]{}",:\\u0dd8e1-+. \n\x00\ufeff', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever a file holds, it is a value or an InvalidDataError with one problem that names the file."""
    try:
        parse_json(data, FILE)
    except InvalidDataError as error:
        (problem,) = error.problems
        assert problem.file == FILE
        assert problem.message.startswith("expected ")


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        (b"", "json", "expected JSON, got an error: Expecting value"),
        (b"{", "json", "expected JSON, got an error"),
        (b"[1,]", "json", "expected JSON, got an error"),
        (b"'a'", "json", "expected JSON, got an error"),
        (b"[1] 2", "json", "Extra data"),
        (b"\xef\xbb\xbf[]", "json", "BOM"),
        (b'"\x00"', "json", "Invalid control character"),
        (b'"\xff"', "utf-8", "the byte 0xff"),
        (b'"\xed\xa0\x80"', "utf-8", "the byte 0xed"),
        (b"[NaN]", "json", "`NaN`, which is no JSON"),
        (b"-Infinity", "json", "`-Infinity`, which is no JSON"),
        (b'{"a": 1, "b": 2, "a": 3}', "json", "the key `a` twice in one object"),
        (b'[{"\\ud800": 1, "\\ud800": 2}]', "json", "the key `\\ud800` twice"),
        (b'["\\ud800"]', "json", "half of a surrogate pair in '\\ud800'"),
        (b'{"x\\udfff": 1}', "json", "half of a surrogate pair"),
        (b"1" * 5000, "json", "expected JSON, got Exceeds the limit"),
        (b"[" * 65 + b"]" * 65, "too-deep", "at most 64 levels"),
        (b"[" * 100_000, "too-deep", "at most 64 levels"),
        (b'{"a":' * 100_000, "too-deep", "at most 64 levels"),
        (b"[" * 100_000 + b"]" * 100_000, "too-deep", "at most 64 levels"),
    ],
)
def test_each_refusal_has_its_rule(text: bytes, rule: str, message: str) -> None:
    """What strict JSON refuses is refused with one problem, whose message can be printed."""
    with pytest.raises(InvalidDataError) as caught:
        parse_json(text, FILE)
    (problem,) = caught.value.problems
    assert problem.rule == rule
    assert message in problem.message
    assert str(caught.value).encode("utf-8")


def test_an_error_has_its_line() -> None:
    """A syntax error is told with line and column."""
    with pytest.raises(InvalidDataError) as caught:
        parse_json(b'{\n"a": 1,\n"b" 2}', FILE)
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (3, 5)


def test_the_deepest_text_that_is_allowed() -> None:
    """Lists and their values are counted in levels, the outermost first."""
    deepest = "[" * MAX_JSON_DEPTH + "]" * MAX_JSON_DEPTH
    assert parse_json(deepest.encode(), FILE)
    assert parse_json(f"{deepest[1:-1]}".encode(), FILE) is not None


def test_surrogates_in_pairs_are_a_letter() -> None:
    """An escaped pair is the letter that it stands for."""
    assert parse_json(b'"\\ud83d\\ude00"', FILE) == "😀"


def test_too_long_a_text_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the bound is not even looked at."""
    monkeypatch.setattr(jsontext, "MAX_JSON_BYTES", 10)
    with pytest.raises(InvalidDataError, match="at most 10 bytes, got 11"):
        parse_json(b"\xff" * 11, FILE)


def test_a_repeated_key_among_very_many_is_found_quickly() -> None:
    """An object of a quarter of a million keys, the last of them repeated, costs no more than one without."""
    keys = ",".join(f'"{number}":0' for number in range(250_000))
    before = time.process_time()
    with pytest.raises(InvalidDataError, match="`249999` twice"):
        parse_json(f'{{{keys},"249999":0}}'.encode(), FILE)
    assert time.process_time() - before < 10
