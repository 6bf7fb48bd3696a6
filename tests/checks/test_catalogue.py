"""The table of rules, against the rules that the source raises."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import vnjp_dataset
from vnjp_dataset.checks import RULE_TABLE, RULES

ROOT = Path(vnjp_dataset.__file__).parent
RAISING = ("errors.py", "reading", "model", "changes", "jsontext.py", "loading.py")
PASSED_ON = (ast.Name, ast.Attribute)
"""What stands for a rule that was named elsewhere."""


def sources() -> Iterator[ast.Module]:
    """Parse the modules that raise rules other than those between records."""
    for name in RAISING:
        path = ROOT / name
        for one in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield ast.parse(one.read_text("utf-8"))


def parameters(node: ast.AST) -> tuple[str, list[tuple[str, ast.expr | None]]] | None:
    """Return a function's, or a class's, name and what it takes, each with its default."""
    if isinstance(node, ast.FunctionDef):
        names = [one.arg for one in node.args.args if one.arg != "self"]
        defaults = [None] * (len(names) - len(node.args.defaults)) + list(node.args.defaults)
        return node.name, list(zip(names, defaults, strict=True))
    if isinstance(node, ast.ClassDef):
        fields = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
        return node.name, [(ast.unparse(one.target), one.value) for one in fields]
    return None


def raised() -> set[str]:
    """Return every rule named in a call of something that takes a `rule`."""
    modules = list(sources())
    found = [parameters(node) for module in modules for node in ast.walk(module)]
    takers = {one[0]: one[1] for one in found if one and any(name == "rule" for name, _ in one[1])}
    assert {"Problem", "Flaw"} <= set(takers)
    calls = [node for module in modules for node in ast.walk(module) if isinstance(node, ast.Call)]
    rules: set[str] = set()
    for call in calls:
        name = ast.unparse(call.func).rpartition(".")[2]
        if name in takers:
            rules.update(named(call, takers[name]))
    return rules


def named(call: ast.Call, takes: list[tuple[str, ast.expr | None]]) -> Iterator[str]:
    """Yield the rule that a call names; a rule that it only passes on was named elsewhere."""
    place = [name for name, _ in takes].index("rule")
    given = next((one.value for one in call.keywords if one.arg == "rule"), None)
    if given is None:
        given = call.args[place] if place < len(call.args) else takes[place][1]
    if isinstance(given, ast.Constant):
        assert isinstance(given.value, str)
        yield given.value
    else:
        assert isinstance(given, PASSED_ON), f"line {call.lineno}: the rule is not named by a text"


def test_the_table_lists_what_is_raised() -> None:
    """Every rule that reading or a record can break is in the table, and nothing else is there."""
    listed = {entry.id for entry in RULE_TABLE if entry.where != "between records"}
    assert raised() == listed


def test_the_table_lists_the_rules_between_records() -> None:
    """Every rule between records is in the table, in their order."""
    listed = [(entry.id, entry.law, entry.severity) for entry in RULE_TABLE if entry.where == "between records"]
    assert listed == [(rule.id, rule.law, rule.severity) for rule in RULES]


def test_which_rules_warn() -> None:
    """Breaking a rule is an error, but for a few rules that a right record too can break."""
    warnings = {"published-after-part", "probable-duplicate", "id-has-year", "id-names-lead"}
    assert {rule.id for rule in RULES if rule.severity == "warning"} == warnings


def test_every_rule_is_listed_once() -> None:
    """No id stands for two rules."""
    assert [one for one, count in Counter(entry.id for entry in RULE_TABLE).items() if count > 1] == []


def test_every_law_is_a_sentence() -> None:
    """A law starts with a capital and ends with a full stop."""
    assert [entry.id for entry in RULE_TABLE if not (entry.law[0].isupper() and entry.law.endswith("."))] == []
