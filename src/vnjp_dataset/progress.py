"""How far work is that lasts: the one form in which whoever does it tells, and whoever waits is told."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Track(Protocol):
    """Shows how far work is that goes through many things."""

    def __call__(self, items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
        """Yield the items as they are, and show how many of the total have been taken."""
        ...


def untracked(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:  # noqa: ARG001 - says nothing
    """Show nothing."""
    return items
