"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from vnjp_dataset.export.files import staged, write_whole


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


def test_a_stage_takes_texts_and_files_that_others_write(tmp_path: Path) -> None:
    """Text is UTF-8 with line ends as they are; a path that is given out keeps the name's suffix."""
    with staged(tmp_path) as stage:
        stage.write("a.txt", "đ")
        with stage.text("b.txt") as stream:
            stream.write("one\r\ntwo\n")
        assert stage.path("below/c.png").suffix == ".png"
        assert stage.path("below/c.png") == stage.path("below/c.png")
        stage.path("below/c.png").write_bytes(b"c")
        assert not (tmp_path / "a.txt").exists()
    assert stage.paths == (tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "below" / "c.png")
    assert (tmp_path / "a.txt").read_bytes() == "đ".encode()
    assert (tmp_path / "b.txt").read_bytes() == b"one\r\ntwo\n"


def test_what_stops_leaves_nothing(tmp_path: Path) -> None:
    """Neither a file nor a part of one is there when writing stops."""

    def stop() -> None:
        with staged(tmp_path) as stage:
            stage.write("a", b"1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert list(tmp_path.iterdir()) == []
