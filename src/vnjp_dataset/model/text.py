"""Names and titles in English, Vietnamese and Japanese."""

from collections.abc import Iterator
from typing import Annotated

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.shape import Doc, Value


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Text(Value):
    """A name or title, exact, in each language that a source gives; at least one."""

    en: Annotated[str | None, Doc("In English.")] = None
    vi: Annotated[str | None, Doc("In Vietnamese, with diacritics.")] = None
    ja: Annotated[str | None, Doc("In Japanese script.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """A text has at least one language."""
        if not (self.en or self.vi or self.ja):
            yield Flaw("", "at least one of en, vi, ja", "none of them", rule="empty")

    def __str__(self) -> str:
        return self.en or self.vi or self.ja or ""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class PersonName(Value):
    """A person's name as the country writes it: family name first, in its own script."""

    en: Annotated[str, Doc("In Latin letters without diacritics.")]
    vi: Annotated[str | None, Doc("In Vietnamese, with diacritics.")] = None
    ja: Annotated[str | None, Doc("In Japanese script.")] = None
    kana: Annotated[str | None, Doc("Reading of the Japanese name, in kana.")] = None

    def __str__(self) -> str:
        return self.en
