"""Opening what a stranger sent: regular files only, and never waiting."""

import os
from pathlib import Path

import pytest

from vnjp_dataset import InvalidDataError, QueryError, load
from vnjp_dataset.reading.files import open_regular, read_bytes, shown_path
from vnjp_dataset.versions import opened

POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def test_a_file_is_read_to_one_byte_beyond_the_limit(tmp_path: Path) -> None:
    """Whoever reads on sees that there was more, and no more is held."""
    path = tmp_path / "a"
    path.write_bytes(b"abcdef")
    assert [read_bytes(path, limit) for limit in (3, 6, 9)] == [b"abcd", b"abcdef", b"abcdef"]


@POSIX
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """A pipe under the name of a file would keep a reader waiting for ever."""
    for name in ("a.json", "a.whl", "a"):
        os.mkfifo(tmp_path / name)
        with pytest.raises(InvalidDataError):
            opened(tmp_path / name)
    with pytest.raises(InvalidDataError, match="got: not a regular file"):
        load(tmp_path / "a.json")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_is_refused(tmp_path: Path) -> None:
    """A device that never ends is no file, by whatever name it is reached."""
    link = tmp_path / "a.json"
    link.symlink_to("/dev/zero")
    with pytest.raises(InvalidDataError, match="not a regular file"):
        load(link)


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="this system cannot tell")
def test_a_link_is_followed_only_where_that_is_asked(tmp_path: Path) -> None:
    """A file that became a link after the folder was listed is not followed."""
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with open_regular(tmp_path / "b") as stream:
        assert stream.read() == b"a"
    with pytest.raises(InvalidDataError):
        read_bytes(tmp_path / "b", 9, follow=False)


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000, "nothing", "x/y/z", "a\udcff", "\ud800"])
@pytest.mark.parametrize("suffix", ["", ".json", ".whl"])
def test_any_name_is_opened_or_refused_in_words(tmp_path: Path, name: str, suffix: str) -> None:
    """NULs, names of any length, folders and what is no UTF-8: a refusal that can be printed, never another error."""
    for ask in (load, opened):
        with pytest.raises((InvalidDataError, QueryError)) as caught:
            ask(tmp_path / f"{name}{suffix}")
        assert str(caught.value).encode("utf-8")


def test_a_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    """A folder called `.json` or `.whl` is not read as a file."""
    for name in ("a.json", "a.whl"):
        (tmp_path / name).mkdir()
    with pytest.raises(InvalidDataError):
        load(tmp_path / "a.json")
    assert len(opened(tmp_path / "a.whl")) == 0  # a folder of YAML, with nothing in it


def test_what_is_shown_is_text() -> None:
    """A name that is not UTF-8 is shown with its bytes escaped."""
    assert shown_path(Path("/nowhere/\udcff.yaml")) == "/nowhere/\\udcff.yaml"
