"""Reading a folder: every problem of it, each once, each at its place."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.errors import MAX_PROBLEMS, InvalidDataError, Problem
from vnjp_dataset.reading import read_records, read_tree, tree
from vnjp_dataset.reading.files import shown_path

WriteFiles = Callable[[Mapping[str, str | bytes]], Path]

VISIT = """\
direction: VN-JP
lead: vo-van-thuong
office: president-of-vietnam
start: 2023-11-27
end: 2023-11-30
"""
PLACES = """\
hanoi:
  name: {en: Hanoi, vi: Hà Nội}
  country: VN
  kind: municipality
tokyo:
  name: {en: Tokyo, ja: 東京}
  country: JP
  kind: prefecture
"""
GOOD = {"visits/2023-vo-van-thuong.yaml": VISIT, "places.yaml": PLACES}


def _told(problems: tuple[Problem, ...], root: Path) -> list[tuple[str, int | None, int | None, str, str]]:
    """Return file (below the root), line, column, path and rule of each problem."""
    return [
        (str(Path(one.file or "").resolve().relative_to(root)), one.line, one.column, one.path, one.rule)
        for one in problems
    ]


def test_a_good_tree_has_no_problem(write_files: WriteFiles) -> None:
    """Records are read from folders and tables, in order of id, with their places."""
    found = read_records(write_files(GOOD))
    assert [record.id for record in found.records["places"]] == ["hanoi", "tokyo"]
    assert [record.id for record in found.records["visits"]] == ["2023-vo-van-thuong"]
    assert found.problems == ()
    place = found.places["places", "tokyo"].problem(Problem(rule="r", message="m", path="name.ja"))
    assert (place.line, place.column) == (6, 25)


@pytest.mark.parametrize(
    ("files", "told", "message", "hint"),
    [
        (
            {"visits/a.yaml": VISIT + "leader: x\n"},
            ("visits/a.yaml", 6, 9, "leader", "unknown-key"),
            "`leader`",
            "did you mean `lead`?",
        ),
        (
            {"visits/a.yaml": VISIT + "lead: x\n"},
            ("visits/a.yaml", 6, 1, "", "duplicate-key"),
            "`lead` again",
            "line 2",
        ),
        ({"visits/a.yaml": VISIT + "fields: trade\n"}, ("visits/a.yaml", 6, 9, "fields", "type"), "a list", "`- `"),
        (
            {"visits/a.yaml": VISIT.replace("2023-11-27", "2023-02-30")},
            ("visits/a.yaml", 4, 8, "start", "date"),
            "2023-02-30",
            "2023-02 has 28 days",
        ),
        (
            {"visits/a.yaml": VISIT + "labels:\n  vn: {style: offical-visit}\n"},
            ("visits/a.yaml", 7, 15, "labels.vn.style", "vocabulary"),
            "`offical-visit`",
            "`official-visit`",
        ),
        (
            {"visits/a.yaml": VISIT.replace("office: president-of-vietnam\n", "")},
            ("visits/a.yaml", 1, 1, "", "missing-key"),
            "the key `office`",
            "add `office:`",
        ),
        (
            {"visits/a.yaml": VISIT.replace("2023-11-30", "2023-11-26")},
            ("visits/a.yaml", 5, 6, "end", "end-after-start"),
            "no date before the start",
            "",
        ),
        ({"visits/Bad_Name.yaml": VISIT}, ("visits/Bad_Name.yaml", None, None, "", "id"), "an id of lower-case", ""),
        ({"visits/a.yml": VISIT}, ("visits/a.yml", None, None, "", "file"), "a file <id>.yaml, got `a.yml`", ""),
        ({"visits/a.yaml/b.yaml": VISIT}, ("visits/a.yaml", None, None, "", "file"), "got `a.yaml`", ""),
        ({"visits.yaml": VISIT}, ("visits.yaml", None, None, "", "file"), "got `visits.yaml`", "visits"),
        ({"places/hanoi.yaml": "{}"}, ("places", None, None, "", "file"), "got `places`", "`places.yaml`"),
        ({"vists/a.yaml": VISIT}, ("vists", None, None, "", "file"), "got `vists`", "`visits`"),
        ({"notes.txt": "x"}, ("notes.txt", None, None, "", "file"), "got `notes.txt`", "known: visits, "),
        ({"visits/a.yaml": ""}, ("visits/a.yaml", None, None, "", "yaml"), "an empty file", ""),
        ({"visits/a.yaml": "- a\n"}, ("visits/a.yaml", 1, 1, "", "shape"), "a mapping", ""),
        ({"visits/a.yaml": "a\n"}, ("visits/a.yaml", 1, 1, "", "shape"), "a mapping", ""),
        ({"places.yaml": "- a\n"}, ("places.yaml", 1, 1, "", "type"), "a mapping of ids", ""),
        (
            {"places.yaml": PLACES.replace("hanoi:", "zurich:")},
            ("places.yaml", 5, 1, "", "table-order"),
            "`tokyo` after `zurich`",
            "",
        ),
        ({"places.yaml": PLACES.replace("hanoi:", "Hanoi:")}, ("places.yaml", 1, 1, "", "id"), "`Hanoi`", ""),
        ({"places.yaml": "hanoi: x\n"}, ("places.yaml", 1, 8, "", "shape"), "a mapping", ""),
        (
            {"places.yaml": PLACES.replace("kind: prefecture", "kind: prefectur")},
            ("places.yaml", 8, 9, "kind", "vocabulary"),
            "`prefectur`",
            "`prefecture`",
        ),
        (
            {"places.yaml": PLACES, "visits/hanoi.yaml": VISIT},
            ("visits/hanoi.yaml", 1, 1, "", "duplicate-id"),
            "`hanoi` again",
            "unique over all kinds",
        ),
        (
            {"visits/a.yaml": VISIT + "id: a\n"},
            ("visits/a.yaml", 6, 5, "id", "unknown-key"),
            "no `id` key",
            "the file's name",
        ),
        ({"visits/a.yaml": VISIT.encode() + b"\xff"}, ("visits/a.yaml", 6, 1, "", "utf-8"), "0xff", "save it as UTF-8"),
    ],
)
def test_each_kind_of_bad_input_is_told_with_its_place(
    write_files: WriteFiles,
    files: dict[str, str | bytes],
    told: tuple[str, int | None, int | None, str, str],
    message: str,
    hint: str,
) -> None:
    """One mistake gives one problem: file, line, column, field path, rule, what was expected, and what to do."""
    root = write_files(files)
    found = read_tree(root)
    assert _told(found.problems, root) == [told]
    assert message in found.problems[0].message
    assert hint in found.problems[0].hint


def test_several_problems_in_several_files_are_told_at_once(write_files: WriteFiles) -> None:
    """Everything wrong in every file is reported, once each, in order of place; good records are read all the same."""
    root = write_files(
        {
            **GOOD,
            "visits/a.yaml": VISIT.replace("VN-JP", "VNJP").replace("2023-11-27", "27.11.2023") + "lead: x\nzzz: 1\n",
            "visits/b.yaml": "a: b: c",
            "agreements/c.yaml": "kind: treaty\n",
        }
    )
    found = read_tree(root)
    assert _told(found.problems, root) == [
        ("agreements/c.yaml", 1, 1, "", "missing-key"),
        ("agreements/c.yaml", 1, 1, "", "missing-key"),
        ("visits/a.yaml", 1, 12, "direction", "vocabulary"),
        ("visits/a.yaml", 4, 8, "start", "date"),
        ("visits/a.yaml", 6, 1, "", "duplicate-key"),
        ("visits/a.yaml", 7, 6, "zzz", "unknown-key"),
        ("visits/b.yaml", 1, 5, "", "yaml"),
    ]
    assert [record.id for record in found.records["visits"]] == ["2023-vo-van-thuong"]
    with pytest.raises(InvalidDataError) as caught:
        read_records(root)
    assert caught.value.problems == found.problems
    assert str(caught.value).startswith("7 problems found\n")


def test_links_are_refused(write_files: WriteFiles, tmp_path: Path) -> None:
    """A symbolic link, to a file, a folder or nothing, may lead out of the tree and is refused."""
    root = write_files(GOOD)
    outside = tmp_path / "outside.yaml"
    outside.write_text(VISIT)
    (root / "visits" / "a.yaml").symlink_to(outside)
    (root / "visits" / "b.yaml").symlink_to(tmp_path / "nothing")
    (root / "people").symlink_to(root / "visits")
    problems = read_tree(root).problems
    assert [problem.message for problem in problems] == ["expected a file or folder, got a symbolic link"] * 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_are_refused_and_not_waited_for(write_files: WriteFiles) -> None:
    """A pipe in place of a file, a table or a folder is a problem; nobody waits for what may come out of it."""
    root = write_files(GOOD)
    (root / "places.yaml").unlink()
    for name in ("visits/a.yaml", "places.yaml", "people", "fields.yaml"):
        os.mkfifo(root / name)
    assert [one.rule for one in read_tree(root).problems] == ["file"] * 4


def test_files_and_folders_in_each_others_place_are_told(write_files: WriteFiles) -> None:
    """A folder where a file should be, and a file where a folder should be, are problems of their own."""
    root = write_files({"visits/a.yaml/x": "", "places.yaml/x": "", "people": "", "fields": ""})
    assert [one.rule for one in read_tree(root).problems] == ["file"] * 4


def test_names_that_collide_where_case_makes_no_difference_cannot_be(write_files: WriteFiles) -> None:
    """Of names that differ in case, form or unseen letters only, one at most is an id."""
    names = ("a", "A", "\u00e9", "e\u0301", "a\u200b", "\u0430", "\u202ea", "a\n", "ａ")
    root = write_files({f"visits/{name}.yaml": VISIT for name in names})
    found = read_tree(root)
    assert [one.id for one in found.records["visits"]] == ["a"]
    assert {one.rule for one in found.problems} == {"id"}
    assert len(found.problems) == len(list((root / "visits").iterdir())) - 1


def test_a_name_that_is_no_text_is_told(write_files: WriteFiles) -> None:
    """A name that is not UTF-8 is a problem whose message can be printed."""
    root = write_files(GOOD)
    try:
        (root / "visits" / "a\udcff.yaml").write_text(VISIT)
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    (problem,) = read_tree(root).problems
    assert problem.rule == "id"
    assert str(problem).encode("utf-8")


@pytest.mark.parametrize("key", ["[x]", "a[", "]", "[99999999999999999999999]", "[\u0663]", "a.b[0]", "x" * 1000])
def test_any_key_is_told_with_its_line(write_files: WriteFiles, key: str) -> None:
    """A key that looks like a part of a path, or is very long, is an unknown key like others."""
    root = write_files({"visits/a.yaml": f'{VISIT}"{key}": 1\n'})
    (problem,) = read_tree(root).problems
    assert (problem.rule, problem.file and problem.file.endswith("a.yaml")) == ("unknown-key", True)
    assert len(str(problem)) < 1000


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_what_is_closed_is_told(write_files: WriteFiles) -> None:
    """Files and folders that may not be read are problems, and the rest is read."""
    root = write_files({**GOOD, "visits/a.yaml": VISIT, "people/b.yaml": "x"})
    (root / "visits" / "a.yaml").chmod(0)
    (root / "people").chmod(0)
    try:
        found = read_tree(root)
    finally:
        (root / "people").chmod(0o700)
    assert [one.rule for one in found.problems] == ["file"] * 2
    assert len(found.records["visits"]) == 1


def test_a_folder_that_cannot_be_listed_is_told(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system will not list is a problem like others."""
    root = write_files(GOOD)
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "visits":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    (problem,) = read_tree(root).problems
    assert (problem.rule, problem.message) == ("file", "expected a readable file, got: Permission denied")


def test_too_large_a_tree_is_not_read_to_its_end(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files together are bounded too."""
    monkeypatch.setattr(tree, "MAX_TREE_BYTES", 3 * len(VISIT))
    found = read_tree(write_files({f"visits/a{number}.yaml": VISIT for number in range(9)}))
    assert [one.rule for one in found.problems] == ["too-large"]
    assert len(found.records["visits"]) == 3


def test_more_problems_than_anyone_reads_are_cut_off(write_files: WriteFiles) -> None:
    """A file of nothing but mistakes makes a report of bounded length, which says that it is cut."""
    found = read_tree(write_files({"visits/a.yaml": "a: b\n" * 50_000, "x": "", "y": ""})).problems
    assert len(found) == MAX_PROBLEMS + 1
    assert sum(one.hint == "mend those told first" for one in found) == 1


def test_hidden_files_are_passed_over(write_files: WriteFiles) -> None:
    """What editors and systems leave behind under names with a dot is no record."""
    root = write_files({**GOOD, ".DS_Store": b"\x00", "visits/.a.yaml.swp": b"\x00"})
    assert read_tree(root).problems == ()


def test_what_cannot_be_opened_is_told(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system will not open is a problem like others."""
    root = write_files(GOOD)
    open_file = os.open

    def refuse(path: str, flags: int, *rest: int) -> int:
        if os.fspath(path).endswith("places.yaml"):
            raise PermissionError(13, "Permission denied")
        return open_file(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    (problem,) = read_tree(root).problems
    assert (problem.rule, problem.message) == ("file", "expected a readable file, got: Permission denied")


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_a_root_that_is_no_folder_is_told(tmp_path: Path, name: str) -> None:
    """Reading what is not there, or is a file, says what to give instead."""
    (tmp_path / "file").write_text("x")
    (problem,) = read_tree(tmp_path / name).problems
    assert "expected a folder" in problem.message
    assert "visits/" in problem.hint


def test_too_many_files_are_refused(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of more files than any honest one has is not read to its end."""
    monkeypatch.setattr(tree, "MAX_FILES", 2)
    root = write_files({f"visits/a{number}.yaml": VISIT for number in range(4)})
    (problem,) = read_tree(root).problems
    assert problem.rule == "too-large"


def test_too_large_a_file_is_refused_before_it_is_read_whole(write_files: WriteFiles) -> None:
    """A file beyond the bound is a problem, not a burden."""
    root = write_files({"visits/a.yaml": b"#" * (3 * 1024 * 1024)})
    (problem,) = read_tree(root).problems
    assert problem.rule == "too-large"


@given(st.dictionaries(st.sampled_from(["visits/a.yaml", "people/b.yaml", "places.yaml", "x"]), st.binary(max_size=60)))
def test_any_bytes_in_any_file_raise_nothing(files: dict[str, bytes]) -> None:
    """Reading never raises for what files hold; every problem names its file; every file is a record or a problem."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        found = read_tree(Path(folder))
    assert all(problem.file for problem in found.problems)
    named = {os.path.basename(problem.file or "") for problem in found.problems}  # noqa: PTH119 - the file is gone
    read = {os.path.basename(place.file) for place in found.places.values()}  # noqa: PTH119 - see above
    empty_table = {"places.yaml"} if files.get("places.yaml", b"x").strip() == b"{}" else set[str]()
    assert {os.path.basename(name) for name in files} - named - read <= empty_table  # noqa: PTH119 - see above


def test_paths_are_shown_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file below the working folder is shown relative to it, another one whole."""
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "data" / "a.yaml") == str(Path("data", "a.yaml"))
    assert shown_path(Path("/elsewhere/a.yaml")) == str(Path("/elsewhere/a.yaml"))
