"""Imports go down only, lazy ones included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "vnjp_dataset"

LAYERS: tuple[tuple[str, ...], ...] = (
    # 1: what everything may use
    ("errors", "nearest", "progress", "version"),
    # 2: what a record is; no I/O, no cattrs
    ("model",),
    # 3: records from and to files, and as tables
    ("reading", "fingerprint", "frames", "jsontext", "snapshot", "tables"),
    # 4: records together
    ("changes", "collection", "terms", "links", "search", "relation", "citation"),
    # 5: the records of one version, and what is known of earlier ones
    ("core", "releases"),
    # 6: answers about them
    ("insight",),
    # 7: the whole
    ("dataset", "loading"),
    # 8: rules about the whole, other forms and versions of it
    ("checks", "codebook", "export", "plots", "strategies"),
    # 9: versions of the whole, and making a release
    ("versions",),
    # 10: what other programs call
    ("cli", "hypothesis_hook", "__main__"),
)
"""The parts of the library, lowest layer first. `__init__` gives out names of layers 1 to 9."""

SIDEWAYS: dict[str, frozenset[str]] = {
    "core": frozenset({"releases"}),
    "fingerprint": frozenset({"reading"}),
    "frames": frozenset({"tables"}),
    "reading": frozenset({"jsontext"}),
    "snapshot": frozenset({"fingerprint", "reading"}),
    "collection": frozenset({"citation"}),
    "relation": frozenset({"collection", "terms"}),
    "loading": frozenset({"dataset"}),
    "plots": frozenset({"export"}),
    "__main__": frozenset({"cli"}),
}
"""Which parts may import others of their own layer."""

NARROWER: dict[str, frozenset[str]] = {
    "fingerprint": frozenset({"model", "reading.convert"}),
    "snapshot.load": frozenset({"errors", "model"}),
    "snapshot.__init__": frozenset({"snapshot"}),
    "snapshot.write": frozenset({"fingerprint", "model", "reading.convert", "snapshot"}),
}
"""Modules that may import less than their layer allows: loading a snapshot needs neither cattrs nor PyYAML."""

LEVEL = {part: level for level, parts in enumerate(LAYERS, start=1) for part in parts}
FILES = sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def _imports(source: str) -> Iterator[str]:
    """Yield what is imported from the library anywhere in a module, by its path below the package."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "vnjp_dataset")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module == "vnjp_dataset":
                yield from (f"vnjp_dataset.{alias.name}" for alias in node.names)
            elif node.module and node.module.startswith("vnjp_dataset."):
                yield node.module
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            argument = node.args[0]
            if isinstance(argument, ast.Constant) and str(argument.value).startswith("vnjp_dataset"):
                yield str(argument.value)


def _faults(module: str, source: str) -> list[str]:
    """Return the arrows of a module that go where they may not."""
    part = module.partition(".")[0]
    level = LEVEL.get(part, LEVEL["versions"])
    faults: list[str] = []
    for found in _imports(source):
        target = found.removeprefix("vnjp_dataset").removeprefix(".")
        other = target.partition(".")[0]
        narrow = NARROWER.get(module)
        if other == "__version__" or (module == "__init__" and LEVEL.get(other, 9) <= level):
            continue
        if other not in LEVEL:
            faults.append(f"{module} imports {found}, which has no layer")
        elif LEVEL[other] > level:
            faults.append(f"{module} imports {found}, which is above it")
        elif LEVEL[other] == level and other != part and other not in SIDEWAYS.get(part, ()):
            faults.append(f"{module} imports {found}, which stands beside it")
        elif narrow and not any(target == one or target.startswith(f"{one}.") for one in narrow):
            faults.append(f"{module} imports {found}, which it must do without")
    return faults


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_arrow_goes_up(path: Path) -> None:
    """Every module imports from its own part and from lower layers only."""
    module = _name(path)
    assert module == "__init__" or module.partition(".")[0] in LEVEL, "a new part needs a layer"
    assert _faults(module, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("model.visits", "from vnjp_dataset.collection import Visits"),
        ("collection.core", "def f():\n    from vnjp_dataset.dataset import Dataset"),
        ("search", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import vnjp_dataset.checks"),
        ("reading.tree", "from vnjp_dataset import dataset"),
        ("errors", "import importlib\nimportlib.import_module('vnjp_dataset.model')"),
        ("links", "from vnjp_dataset.search import fold"),
        ("snapshot.load", "from vnjp_dataset.reading import structure"),
        ("snapshot.load", "from vnjp_dataset.fingerprint import fingerprint"),
        ("checks.rule", "from vnjp_dataset.cli import app"),
        ("model.shape", "from vnjp_dataset.nothing import x"),
        ("terms", "from vnjp_dataset import Dataset"),
        ("__init__", "from vnjp_dataset.cli import main"),
    ],
)
def test_an_arrow_up_is_noticed(module: str, line: str) -> None:
    """The test above fails on arrows up, sideways, to nowhere and to what a module must do without."""
    assert len(_faults(module, line)) == 1


@pytest.mark.parametrize("module", ["model", "collection", "terms", "links", "search", "relation", "citation"])
def test_what_loading_needs_is_without_cattrs_and_yaml(module: str) -> None:
    """Of the parts that an installed package loads, none imports cattrs or PyYAML."""
    files = [path for path in FILES if _name(path).partition(".")[0] == module]
    assert files
    for path in files:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & {"cattrs", "yaml"}
