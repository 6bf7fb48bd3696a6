"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from vnjp_dataset.export.files import write_whole


def test_files_are_written_and_replaced(tmp_path: Path) -> None:
    """Folders are made, what was there is replaced, and nothing else is left behind."""
    one, two = tmp_path / "a" / "one", tmp_path / "a" / "two"
    assert write_whole({one: b"1", two: b"2"}) == (one, two)
    write_whole({one: b"3"})
    assert (one.read_bytes(), two.read_bytes()) == (b"3", b"2")
    assert sorted(path.name for path in one.parent.iterdir()) == ["one", "two"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """Where one file cannot be written, none is, and no part of one stays."""
    one, bad = tmp_path / "one", tmp_path / "file" / "two"
    one.write_bytes(b"old")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        write_whole({one: b"new", bad: b"2"})
    assert one.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "one"]
