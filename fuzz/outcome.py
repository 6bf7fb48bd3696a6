"""What a reader may do with whatever it is given: read it, or refuse it in words; and open nothing else."""

import contextlib
import sys
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from vnjp_dataset.errors import DatasetError, InvalidDataError, InvalidValueError

LONGEST = 6000
"""How many letters a problem may take: the longest path of a file, and a sentence."""

FORBIDDEN = (
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "subprocess.Popen",
    "socket.connect",
    "pickle.find_class",
)
PACKAGE = Path(__file__).resolve().parents[1] / "src"
ALLOWED = tuple(str(Path(one).resolve()) for one in (sys.prefix, sys.base_prefix, PACKAGE))


class Trespass(AssertionError):  # noqa: N818 - it is what it says
    """Something was opened or run that has no business there."""


class Watch:
    """Notices what the interpreter opens and runs while it is on."""

    def __init__(self) -> None:
        self._roots: tuple[str, ...] | None = None
        self._seen: list[str] = []
        self._hooked = False

    @contextlib.contextmanager
    def over(self, *folders: Path) -> Generator[None]:
        """Raise Trespass at the end where anything outside these folders and Python's own was opened, or run."""
        if not self._hooked:  # a hook stays for good
            sys.addaudithook(self._hook)
            self._hooked = True
        self._roots = (*ALLOWED, *(str(one.resolve()) for one in folders))
        self._seen = []
        try:
            yield
        finally:
            self._roots = None
        if self._seen:
            raise Trespass("; ".join(self._seen[:3]))

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        roots = self._roots
        if roots is None:
            return
        if event in FORBIDDEN:
            self._seen.append(f"{event} {arguments!r}")
        elif event == "open" and isinstance(arguments[0], (str, bytes)):
            name = arguments[0] if isinstance(arguments[0], str) else arguments[0].decode("utf-8", "replace")
            if "\0" in name:
                return
            self._roots = None  # resolving looks at the file system too
            if not str(Path(name).resolve()).startswith(roots):
                self._seen.append(f"opened {name!r}")
            self._roots = roots


watch = Watch()


def refusal(read: Callable[[], object]) -> DatasetError | None:
    """Return the error with which something was refused, or None where it was read.

    Whatever else is raised is a finding, and so is a refusal without a word or with more of them than anyone reads.
    """
    try:
        read()
    except DatasetError as error:
        check_words(error)
        return error
    return None


def check_words(error: DatasetError) -> None:
    """Fail for what is no message."""
    told = list(map(str, _parts(error)))
    assert told, "a refusal without a word"
    assert str(error).encode("utf-8")
    assert max(map(len, told)) <= LONGEST, f"a message of {max(map(len, told))} letters"


def _parts(error: DatasetError) -> Iterable[object]:
    if isinstance(error, InvalidDataError):
        return error.problems
    return error.flaws if isinstance(error, InvalidValueError) else [error]
