"""Every error the library raises: one base, and problems that say where, what and how to mend it."""

from collections.abc import Iterable

import attrs


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong with the data, and where.

    `line` and `column` count from 1; they and `file` are None where the data did not come from a file.
    `path` is a field path such as ``itinerary[1].place``; it is empty for a file or record as a whole.
    """

    rule: str
    message: str
    record: str = ""
    path: str = ""
    hint: str = ""
    severity: str = "error"
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        # A line says which record it is; a file of many records without lines does not.
        subject = self.path if self.line else ".".join(part for part in (self.record, self.path) if part)
        lead = "".join(f"{part}: " for part in (place, subject) if part)
        hint = f" – {self.hint}" if self.hint else ""
        return f"{lead}{self.message} [{self.rule}]{hint}"

    @property
    def order(self) -> tuple[str, int, int, str, str, str, str]:
        """Sort by place, then by what is said, so that equal input gives equal output."""
        return (
            self.file or "",
            self.line or 0,
            self.column or 0,
            self.record,
            self.path,
            self.rule,
            self.message,
        )


MAX_PROBLEMS = 10_000
"""How many problems a reader tells: nobody mends more at a time, and a hostile file could hold millions."""


def sayable(text: str) -> str:
    """Return a text as a message can carry it: half of a surrogate pair, which nothing prints, as its code."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class DatasetError(Exception):
    """Base of every error that this library raises on purpose."""


class InvalidDataError(DatasetError, ValueError):
    """Data that cannot be read; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        head = f"{count} problem{'' if count == 1 else 's'} found"
        return "\n".join((head, *(f"  {problem}" for problem in self.problems)))


@attrs.frozen
class Flaw:
    """What is wrong inside one value: the path within it, what was expected and got, and a way out."""

    path: str
    expected: str
    got: str
    hint: str = ""
    rule: str = "shape"

    @property
    def message(self) -> str:
        """The flaw as ``expected X, got Y``."""
        return f"expected {self.expected}, got {self.got}"

    def __str__(self) -> str:
        lead = f"{self.path}: " if self.path else ""
        return f"{lead}{self.message} [{self.rule}]{f' – {self.hint}' if self.hint else ''}"


class InvalidValueError(DatasetError, ValueError):
    """A value that breaks its class's rules and so was not built; `flaws` holds all of them."""

    def __init__(self, what: str, flaws: Iterable[Flaw]) -> None:
        self.what = what
        self.flaws = tuple(flaws)
        super().__init__(what, self.flaws)

    def __str__(self) -> str:
        return f"not a valid {self.what}: " + "; ".join(str(flaw) for flaw in self.flaws)


class UnknownIdError(DatasetError, KeyError):
    """No record has this id; `near` holds up to three ids that resemble it."""

    def __init__(self, wanted: str, where: str, near: tuple[str, ...] = ()) -> None:
        self.wanted = wanted
        self.where = where
        self.near = near
        super().__init__(wanted, where, near)

    def __str__(self) -> str:
        hint = f" – did you mean {', '.join(f'`{one}`' for one in self.near)}?" if self.near else ""
        return f"no record `{sayable(str(self.wanted)[:90])}` in {self.where}{hint}"


class RetiredIdError(UnknownIdError):
    """The record of this id was withdrawn, merged or split; `near` holds the ids that replace it."""

    def __init__(self, wanted: str, fate: str, since: str, reason: str, replaced_by: tuple[str, ...] = ()) -> None:
        self.fate = fate
        self.since = since
        self.reason = reason
        super().__init__(wanted, "the dataset", replaced_by)
        self.args = (wanted, fate, since, reason, replaced_by)

    def __str__(self) -> str:
        into = f" into {', '.join(f'`{one}`' for one in self.near)}" if self.near else ""
        return f"`{self.wanted}` was {self.fate}{into} in release {self.since}: {self.reason}"


class HintedError(DatasetError, ValueError):
    """Base of errors that say what is wrong and, where there is one, a way out."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message, hint)

    def __str__(self) -> str:
        return sayable(f"{self.message}{f' – {self.hint}' if self.hint else ''}")


class QueryError(HintedError):
    """A query that cannot be answered as asked: an unknown criterion or a value outside its vocabulary."""


class DiffError(HintedError):
    """A diff that cannot be read or applied, or that does not lead where it says."""


class MissingReleaseError(DatasetError, LookupError):
    """No release has this version, or this release cannot read it."""

    def __init__(self, version: str, known: tuple[str, ...] = (), hint: str = "") -> None:
        self.version = version
        self.known = known
        self.hint = hint
        super().__init__(version, known, hint)

    def __str__(self) -> str:
        hint = self.hint or (f"there are {', '.join(self.known)}" if self.known else "none has been made yet")
        return f"no release `{sayable(str(self.version)[:40])}` is at hand – {hint}"


class ReleaseError(DatasetError, ValueError):
    """A release that cannot be made; `reasons` holds every reason."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(self.reasons)

    def __str__(self) -> str:
        return "\n".join(("the release cannot be made:", *(f"  {one}" for one in self.reasons)))


class SnapshotError(DatasetError, ValueError):
    """The compiled data of an installed package is damaged or of another format."""


class MissingExtraError(DatasetError, ImportError):
    """An optional dependency is not installed; the message is the command that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__(what, extra)

    def __str__(self) -> str:
        return f"{self.what} needs the extra `{self.extra}`: pip install 'vnjp-dataset[{self.extra}]'"
