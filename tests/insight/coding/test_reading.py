"""A coding is read as strictly as the records, and what is wrong with it is told at once."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vnjp_dataset import Dataset, InvalidDataError, load
from vnjp_dataset.insight.coding import Manifest, compare_coding
from vnjp_dataset.reading.convert import build
from vnjp_dataset.reading.nodes import parse

ROOT = Path(__file__).resolve().parents[3]
Plain = Mapping[str, object]
WriteCoding = Callable[..., Path]

VISIT: Plain = {"direction": "VN-JP", "lead": "an-van-binh", "start": "2021-11-22"}


def faults(dataset: Dataset, path: Path) -> list[tuple[str, int | None, str, str]]:
    """Return file, line, path and rule of everything that is wrong with a coding."""
    with pytest.raises(InvalidDataError) as caught:
        compare_coding(dataset, path)
    return [(Path(one.file or "").name, one.line, one.path, one.rule) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"lead": "Nobody Known"}, (2, "lead", "name")),
        ({"office": "Sato Hanako"}, (4, "office", "name")),
        ({"start": "22/11/2021"}, (3, "start", "date")),
        ({"satrt": "2021"}, (4, "satrt", "unknown-key")),
        ({"occasion": {"kind": "funeral", "name": {"en": "A"}}}, (4, "occasion", "unknown-key")),
        ({"office": {"en": "x"}}, (4, "office", "name")),
        ({"labels": {"vn": {"style": "grand"}}}, (6, "labels.vn.style", "vocabulary")),
        ({"id": "2021-an-van-binh"}, (4, "id", "unknown-key")),
    ],
)
def test_a_record_is_read_strictly(
    base: Dataset, write_coding: WriteCoding, change: Plain, place: tuple[int, str, str]
) -> None:
    """Names that nobody has, wrong values, unknown and unlisted fields are problems with their places."""
    root = write_coding({"visits": ["office", "labels"]}, {"visits": [{**VISIT, **change}]})
    assert faults(base, root) == [("000.yaml", *place)]


def test_everything_is_told_at_once(base: Dataset, write_coding: WriteCoding) -> None:
    """Problems of the manifest and of all records come together, each once."""
    ruling = {"record": "2021-an-van-bin", "field": "office", "right": "both", "reason": "None."}
    other = {"record": "2021-an-van-binh", "field": "status", "right": "both", "reason": "None."}
    root = write_coding(
        {"visits": ["office", "summary"]},
        {"visits": [{"lead": "Nobody Known", "strat": "2021"}, {**VISIT, "end": "2021-11-31"}]},
        drawn=["2021-treaty"],
        adjudications=[ruling, other],
    )
    (root / "meetings").mkdir()
    (root / "visits" / "notes.txt").write_text("note", encoding="utf-8")
    (root / "visits" / "002.yaml").write_text("- a\n", encoding="utf-8")
    (root / "visits" / "003.yaml").write_text("a: &x b\n", encoding="utf-8")
    (root / "visits" / "link.yaml").symlink_to(root / "manifest.yaml")
    assert sorted((file, path, rule) for file, _, path, rule in faults(base, root)) == [
        ("000.yaml", "direction", "missing-key"),
        ("000.yaml", "lead", "name"),
        ("000.yaml", "start", "missing-key"),
        ("000.yaml", "strat", "unknown-key"),
        ("001.yaml", "end", "date"),
        ("002.yaml", "", "type"),
        ("003.yaml", "", "alias"),
        ("link.yaml", "", "file"),
        ("manifest.yaml", "adjudications[0].record", "reference"),
        ("manifest.yaml", "adjudications[1].field", "unknown-key"),
        ("manifest.yaml", "sample.kinds[0].fields[1]", "unknown-key"),
        ("manifest.yaml", "sample.records[0]", "reference"),
        ("meetings", "", "file"),
        ("notes.txt", "", "file"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("coder: An Example", "coder:", "coder"),
        ("start: '1900'", "start: '2200'", "sample.end"),
        ("kind: visits", "kind: people", "sample.kinds[0].kind"),
        ("drawn:", "drown:", "sample.drown"),
    ],
)
def test_a_manifest_is_read_strictly(base: Dataset, write_coding: WriteCoding, old: str, new: str, path: str) -> None:
    """What a manifest must say, it must say rightly."""
    root = write_coding({"visits": ["office"]}, {"visits": [VISIT]})
    manifest = root / "manifest.yaml"
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), encoding="utf-8")
    assert path in {one[2] for one in faults(base, root)}


def test_a_coding_without_manifest_is_none(base: Dataset, tmp_path: Path) -> None:
    """The file that is missing is named."""
    assert faults(base, tmp_path) == [("manifest.yaml", None, "", "file")]


def test_names_that_several_have_are_refused(base: Dataset, write_coding: WriteCoding) -> None:
    """The ids among which to choose are named."""
    twin = load(_with_twin(write_coding, base))
    root = write_coding({"visits": ["office"]}, {"visits": [{**VISIT, "lead": "An Văn Bình"}]})
    with pytest.raises(InvalidDataError, match="an-van-binh, an-van-binh-junior"):
        compare_coding(twin, root)


def _with_twin(write_coding: WriteCoding, base: Dataset) -> Path:
    from vnjp_dataset.reading.write import write_tree

    tree = write_coding({"visits": ["office"]}, {}).parent / "data"
    write_tree(base, tree)
    shutil.copy(tree / "people/an-van-binh.yaml", tree / "people/an-van-binh-junior.yaml")
    return tree


def test_codings_are_no_records(base: Dataset, write_coding: WriteCoding, tmp_path: Path) -> None:
    """A data folder is read as if the codings in it were not there."""
    shutil.copytree(ROOT / "tests/checks/base", tmp_path / "data")
    shutil.copytree(write_coding({"visits": ["office"]}, {}).parent, tmp_path / "data/second-coding")
    assert load(tmp_path / "data") == base


def test_the_manifest_in_the_docs_is_one() -> None:
    """The example that the page gives is read."""
    page = (ROOT / "docs/explanation/reliability.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]
    node, problems = parse(text.encode(), "reliability.md")
    assert node is not None
    assert problems == []
    assert build(node.plain(), Manifest).sample.kinds[0].kind == "visits"
