"""Strict YAML: what is refused, and where."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.reading import nodes
from vnjp_dataset.reading.nodes import MAX_BYTES, MAX_DEPTH, Node, locate, parse, steps
from vnjp_dataset.reading.write import yaml_text

FILE = "visits/x.yaml"
TREES = st.recursive(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc_é", min_size=1), inner, max_size=3),
    max_leaves=10,
)


@given(TREES)
def test_what_is_written_is_read(tree: object) -> None:
    """A tree of texts, lists and mappings written as YAML is read as the same tree, without a problem."""
    node, problems = parse(yaml_text({"key": tree}).encode(), FILE)
    assert problems == []
    assert node is not None
    assert node.plain() == {"key": tree}


@given(TREES)
def test_block_and_flow_style_say_the_same(tree: object) -> None:
    """The style in which YAML is written makes no difference."""
    for flow in (True, False):
        text = yaml.safe_dump({"key": tree}, default_flow_style=flow, allow_unicode=True)
        node, problems = parse(text.encode(), FILE)
        assert problems == []
        assert node is not None
        assert node.plain() == {"key": tree}


@given(st.binary(max_size=200) | st.text("-:?[]{}&*!|>'\"%@`#, \nab01\t\x00\ufeff", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever a file holds, reading it raises nothing, and what is refused has a problem with the file's name."""
    node, problems = parse(data, FILE)
    assert node is not None or problems
    assert all(problem.file == FILE for problem in problems)
    assert all(problem.line is None or problem.line >= 1 for problem in problems)


def test_nothing_is_guessed() -> None:
    """Every scalar is text: dates, numbers, truth values and nothing are what is written."""
    text = "a: 2004-06-02\nb: 2004\nc: no\nd: 12:30\ne: ~\nf: 0x10\ng:\n"
    node, problems = parse(text.encode(), FILE)
    assert problems == []
    assert node is not None
    assert node.plain() == {"a": "2004-06-02", "b": "2004", "c": "no", "d": "12:30", "e": "~", "f": "0x10", "g": ""}


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "message"),
    [
        (b"a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1, "`a` again"),
        (b"a:\n  - {b: 1, c: 2, b: 3}\n", "duplicate-key", 2, 18, "`b` again"),
        (b"a: &x 1\n", "alias", 1, 4, "the anchor &x"),
        (b"a: &x [1]\nb: *x\n", "alias", 1, 4, "the anchor &x"),
        (b"a: *x\n", "alias", 1, 4, "an alias"),
        (b"a: !!int 1\n", "tag", 1, 4, "the tag tag:yaml.org,2002:int"),
        (b"a: !!python/object/apply:os.system [ls]\n", "tag", 1, 4, "the tag tag:yaml.org,2002:python"),
        (b"a: 1\n---\nb: 2\n", "yaml", 2, 1, "a second"),
        (b"a: 1\n\tb: 2\n", "tab", 2, 1, "got a tab"),
        (b"a: b\tc\n", "tab", 1, 5, "got a tab"),
        (b"a: \xff\n", "utf-8", 1, 4, "the byte 0xff"),
        (b"a: 1\nb: x\xe3\x81\n", "utf-8", 2, 5, "the byte 0xe3"),
        (b"a: [1, 2\n", "yaml", 2, 1, "expected YAML"),
        (b"a: 'b\n", "yaml", 2, 1, "expected YAML"),
        (b"a: b: c\n", "yaml", 1, 5, "expected YAML"),
        (b"? [a]\n: b\n", "yaml", 1, 3, "a text as key"),
        (b"? {a: b}\n: b\n", "yaml", 1, 3, "a text as key"),
        (b"", "yaml", None, None, "an empty file"),
        (b"# nothing\n", "yaml", None, None, "an empty file"),
        (b"a: \x00\n", "yaml", None, None, "expected YAML"),
        (b"a" * (MAX_BYTES + 1), "too-large", None, None, "at most 1048576 bytes"),
    ],
)
def test_each_refusal_has_its_rule_and_place(
    text: bytes, rule: str, line: int | None, column: int | None, message: str
) -> None:
    """What strict YAML refuses is refused with one problem, at the place where it stands."""
    _, (problem,) = parse(text, FILE)
    assert (problem.rule, problem.file) == (rule, FILE)
    assert message in problem.message
    if line is not None:
        assert (problem.line, problem.column) == (line, column)


def test_a_repeated_key_keeps_its_first_value() -> None:
    """The rest of a file with a repeated key is read all the same, so that its other problems are reported too."""
    node, problems = parse(b"a: 1\na: [2, 3]\nb: 4\na: 5\n", FILE)
    assert node is not None
    assert node.plain() == {"a": "1", "b": "4"}
    assert [problem.line for problem in problems] == [2, 4]
    assert "line 1" in problems[0].hint


def test_a_byte_order_mark_is_no_text() -> None:
    """Editors that put a byte order mark before UTF-8 do no harm."""
    node, problems = parse("\ufeffa: 1\n".encode(), FILE)
    assert problems == []
    assert node is not None
    assert node.plain() == {"a": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{a: " * 200_000,
        "- " * 200_000,
        "a:\n" + "".join(f"{' ' * depth}- a:\n" for depth in range(1, 900)),
        "? " * 200_000,
        "{" * 500_000,
        "[" * 300_000 + "]" * 300_000,
    ],
)
def test_extreme_depth_neither_crashes_nor_hangs(text: str) -> None:
    """Nesting is refused at its limit, however much of it follows, and in less than a few seconds."""
    before = time.process_time()
    _, (problem,) = parse(text.encode(), FILE)
    assert problem.rule in ("too-deep", "yaml")
    assert time.process_time() - before < 10


@pytest.mark.parametrize("text", [r'"\ud800"', r'"\Uffffffff"', r'"\U00110000"', r'a: "\udfff"'])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_an_escape_of_no_letter_is_refused(monkeypatch: pytest.MonkeyPatch, loader: str, text: str) -> None:
    """Half of a surrogate pair, and numbers beyond Unicode, are no text to either parser."""
    monkeypatch.setattr(nodes, "_LOADER", getattr(yaml, loader))
    node, (problem,) = parse(text.encode(), FILE)
    assert node is None
    assert problem.rule == "yaml"


def test_what_stands_in_a_message_is_cut() -> None:
    """Anchors, tags and keys of any length make messages that can be read."""
    for text in (f"&{'a' * 9000} b", f"!{'a' * 9000} b", f"{{{'a' * 900}: 1, {'a' * 900}: 2}}"):
        _, (problem,) = parse(text.encode(), FILE)
        assert len(str(problem)) < 200


def test_depth_is_counted_in_levels() -> None:
    """As many levels as are allowed are read; one more is refused, where it starts."""
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse(deepest.encode(), FILE)[1] == []
    _, (problem,) = parse(f"[{deepest}]".encode(), FILE)
    assert (problem.rule, problem.line, problem.column) == ("too-deep", 1, MAX_DEPTH + 1)


def test_many_aliases_cost_nothing() -> None:
    """A file that would unfold to billions of values is refused at its first anchor."""
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    _, (problem,) = parse("\n".join(lines).encode(), FILE)
    assert (problem.rule, problem.line) == ("alias", 1)


def _node(text: str) -> Node:
    node, problems = parse(text.encode(), FILE)
    assert node is not None
    assert problems == []
    return node


def test_paths_are_located() -> None:
    """A path is located at the text or the key it leads to, one that leads nowhere as deep as it leads."""
    node = _node("a:\n  - b: x\n    c: [y, z]\nd: w\n")
    assert locate(node, "d") == (4, 4)
    assert locate(node, "a") == (1, 1)
    assert locate(node, "a[0]") == (2, 5)
    assert locate(node, "a[0].b") == (2, 8)
    assert locate(node, "a[0].c[1]") == (3, 12)
    assert locate(node, "a[0].missing.more") == (2, 5)
    assert locate(node, "a[7].b") == (1, 1)
    assert locate(node, "") == (1, 1)


def test_paths_are_split() -> None:
    """A path is its keys and indices in order."""
    assert list(steps("itinerary[1].place")) == ["itinerary", 1, "place"]
    assert list(steps("[2][3]")) == [2, 3]
    assert list(steps("")) == []
