"""Strict YAML: text becomes a tree of text, lists and mappings that knows where each part stands.

Nothing is guessed (every scalar is text), nothing is repeated (no anchors, aliases or duplicate keys), nothing is
tagged, and size and depth are bounded, so that a hostile file costs no more than an honest one.
"""

import re
from collections.abc import Iterator
from typing import Any, Union

import attrs
import yaml

from vnjp_dataset.errors import MAX_PROBLEMS, Problem
from vnjp_dataset.model.shape import is_text

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16

# The C parser is some seven times faster; the pure Python one says the same, but stumbles over escapes of what is no
# letter, or lets them through.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INDEX = re.compile(r"\[[0-9]{1,9}\]")

NodeValue = Union[str, "list[Node]", "dict[str, Entry]"]
Plain = Union[str, "list[Plain]", "dict[str, Plain]"]


@attrs.define
class Node:
    """A value and where it stands; `line` and `column` count from 1."""

    value: NodeValue
    line: int
    column: int

    def plain(self) -> Plain:
        """Return the value without its places."""
        if isinstance(self.value, dict):
            return {key: entry.node.plain() for key, entry in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


@attrs.define
class Entry:
    """A key's place and the value under it."""

    line: int
    column: int
    node: Node


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def parse(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document; return its root, or None, and every problem found."""
    try:
        text = _text(data, file)
        builder = _Builder(file)
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _RefusedError as refused:
        return None, [refused.problem]
    except yaml.YAMLError as error:
        return None, [_syntax(error, file)]
    except (ValueError, OverflowError):
        return None, [Problem(rule="yaml", message="expected YAML, got an escape of what is no letter", file=file)]
    if builder.root is None:
        return None, [
            *builder.problems,
            Problem(rule="yaml", message="expected a mapping, got an empty file", file=file),
        ]
    return builder.root, builder.problems


def _text(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        message = f"expected at most {MAX_BYTES} bytes, got more"
        raise _RefusedError(Problem(rule="too-large", message=message, file=file, hint="split the file"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"expected UTF-8, got the byte 0x{data[error.start]:02x}"
        problem = Problem(rule="utf-8", message=message, file=file, line=line, column=column, hint="save it as UTF-8")
        raise _RefusedError(problem) from None
    if (tab := text.find("\t")) >= 0:
        line, column = _place(text, tab)
        problem = Problem(rule="tab", message="expected spaces, got a tab", file=file, line=line, column=column)
        raise _RefusedError(problem)
    return text.removeprefix("\ufeff")


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _syntax(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "text that YAML cannot hold"
    return Problem(
        rule="yaml",
        message=f"expected YAML, got an error: {what}",
        file=file,
        line=mark.line + 1 if mark else None,
        column=mark.column + 1 if mark else None,
        hint="quote a text that holds `: ` or starts with one of - ? [ { & * ! | > % @ `" if mark else "",
    )


class _Builder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[tuple[Node, list[tuple[str, int, int]]]] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        # Most events are scalars, and there are a hundred to a record: they are asked for first.
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refusal(event, "yaml", "expected one YAML document, got a second")
        elif isinstance(event, yaml.AliasEvent):
            raise self._refusal(event, "alias", "expected a value, got an alias", "write the value out")

    def _refusal(self, event: Any, rule: str, message: str, hint: str = "") -> _RefusedError:
        mark = event.start_mark
        return _RefusedError(
            Problem(rule=rule, message=message, hint=hint, file=self.file, line=mark.line + 1, column=mark.column + 1)
        )

    def _take_scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self._decorated(event)
        if not is_text(event.value):
            raise self._refusal(event, "yaml", "expected text, got half of a surrogate pair")
        mark = event.start_mark
        if self._takes_key():
            self._open[-1][1].append((event.value, mark.line + 1, mark.column + 1))
        else:
            self._place(Node(event.value, mark.line + 1, mark.column + 1))

    def _begin(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self._decorated(event)
        if self._takes_key():
            raise self._refusal(event, "yaml", "expected a text as key, got a list or mapping")
        if len(self._open) >= MAX_DEPTH:
            raise self._refusal(event, "too-deep", f"expected at most {MAX_DEPTH} levels, got more")
        mark = event.start_mark
        node = Node([] if isinstance(event, yaml.SequenceStartEvent) else {}, mark.line + 1, mark.column + 1)
        self._place(node)
        self._open.append((node, []))

    def _decorated(self, event: Any) -> _RefusedError:
        if event.anchor is not None:
            message = f"expected a value, got the anchor &{event.anchor[:60]}"
            return self._refusal(event, "alias", message, "leave it out")
        return self._refusal(event, "tag", f"expected a plain value, got the tag {event.tag[:60]}", "leave it out")

    def _takes_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0].value, dict) and not self._open[-1][1]

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, keys = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            key, line, column = keys.pop()
            if key in parent.value:
                if len(self.problems) >= MAX_PROBLEMS:
                    return
                first = parent.value[key]
                self.problems.append(
                    Problem(
                        rule="duplicate-key",
                        message=f"expected each key once, got `{key[:60]}` again",
                        hint=f"it stands at line {first.line} too; keep one",
                        file=self.file,
                        line=line,
                        column=column,
                    )
                )
                return
            parent.value[key] = Entry(line, column, node)


def locate(node: Node, path: str) -> tuple[int, int]:
    """Return line and column of a field path, or of the deepest part of it that exists."""
    line, column = node.line, node.column
    for step in steps(path):
        if isinstance(step, int) and isinstance(node.value, list) and step < len(node.value):
            node = node.value[step]
            line, column = node.line, node.column
        elif isinstance(step, str) and isinstance(node.value, dict) and step in node.value:
            entry = node.value[step]
            node = entry.node
            scalar = isinstance(node.value, str)
            line, column = (node.line, node.column) if scalar else (entry.line, entry.column)
        else:
            break
    return line, column


def steps(path: str) -> Iterator[str | int]:
    """Split a field path into its keys and indices."""
    for part in path.replace("[", ".[").split("."):
        if _INDEX.fullmatch(part):
            yield int(part[1:-1])
        elif part:
            yield part  # what is in brackets may be a key too, if one that is not known


def capped(problems: list[Problem], file: str) -> list[Problem]:
    """Return as many problems as are told, and one that says so where there are more."""
    if len(problems) < MAX_PROBLEMS:
        return problems
    message = f"expected at most {MAX_PROBLEMS} problems, got more"
    more = Problem(rule="too-large", message=message, file=file, hint="mend those told first")
    return [*problems[:MAX_PROBLEMS], more]
