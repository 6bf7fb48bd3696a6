"""Public members of classes and modules: how they are written, what they give, and what their docstring says first."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import FunctionType, MappingProxyType
from typing import TypeVar, cast

import attrs

# Methods that are used through syntax are shown as it.
SYNTAX: Mapping[str, str] = MappingProxyType(
    {
        "__getitem__": "{}[{}]",
        "__contains__": "{1} in {0}",
        "__iter__": "for … in {}",
        "__len__": "len({})",
    }
)


T = TypeVar("T", bound=ast.AST)


@attrs.frozen
class Member:
    """A public method, property or function."""

    name: str
    form: str
    gives: str
    doc: str


def members(cls: type, subject: str) -> Iterator[Member]:
    """Yield the public methods and properties that a class itself defines, in the order of the source."""
    for name, value in vars(cls).items():
        function = _function(value)
        if function is None or (name.startswith("_") and name not in SYNTAX):
            continue
        arguments, gives = signature(function)
        if name in SYNTAX:
            form = SYNTAX[name].format(subject, arguments.partition(":")[0])
        else:
            form = f"{name}({arguments})" if isinstance(value, FunctionType) else name
        yield Member(name, form, gives, first_paragraph(function))


def of_function(function: Callable[..., object]) -> Member:
    """Return a function as a member."""
    arguments, gives = signature(function)
    return Member(function.__name__, f"{function.__name__}({arguments})", gives, first_paragraph(function))


def _function(value: object) -> Callable[..., object] | None:
    if isinstance(value, FunctionType):
        return value
    if isinstance(value, property):
        return value.fget
    if isinstance(value, cached_property):
        return cast("cached_property[object]", value).func
    return None


def signature(function: Callable[..., object]) -> tuple[str, str]:
    """Return a function's arguments, without `self`, and what it gives, as the source writes them."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    if not isinstance(tree, ast.FunctionDef):
        raise TypeError(f"{function!r} is not a function")
    first = tree.args.posonlyargs + tree.args.args
    if first and first[0].arg == "self":
        (tree.args.posonlyargs or tree.args.args).pop(0)
    gives = "" if tree.returns is None else ast.unparse(_unquoted(tree.returns))
    return _spaced(ast.unparse(_unquoted(tree.args))), gives


class _Unquote(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        """Take annotations that are written as text for what they say."""
        node.annotation = node.annotation and _unquoted(node.annotation)
        return node


def _unquoted(node: T) -> T:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return cast("T", ast.parse(node.value, mode="eval").body)
    return cast("T", _Unquote().visit(node))


def _spaced(arguments: str) -> str:
    """Put the spaces around `=` that style guides want after an annotation."""
    return re.sub(r"(: [^,=]+)=", r"\1 = ", arguments)


def first_paragraph(documented: object) -> str:
    """Return the first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(documented) or "").split("\n\n")[0].split())
