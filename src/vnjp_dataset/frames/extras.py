"""What to install, said where a library is asked for that is not there."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Literal

from vnjp_dataset.errors import MissingExtraError

FrameExtra = Literal["arrow", "pandas", "polars"]
_BROUGHT: Mapping[FrameExtra, tuple[str, ...]] = MappingProxyType(
    {"arrow": ("pyarrow",), "pandas": ("pyarrow", "pandas"), "polars": ("pyarrow", "polars")}
)
"""The libraries that each extra brings."""


@contextmanager
def needing(extra: FrameExtra, what: str = "a data frame") -> Generator[None, None, None]:
    """Turn the failed import of a library that an extra brings into MissingExtraError."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _BROUGHT[extra]:
            raise
        raise MissingExtraError(what, extra) from None
