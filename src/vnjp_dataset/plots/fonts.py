"""Fonts: which ones a picture asks for, and whether this machine can draw what it says."""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

import vl_convert

from vnjp_dataset.errors import QueryError
from vnjp_dataset.model import Language

LATIN = "'Liberation Sans', Arial, Helvetica, sans-serif"
JAPANESE = (
    "'Noto Sans CJK JP', 'Noto Sans JP', 'Source Han Sans', 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', "
    "'Yu Gothic', Meiryo, IPAexGothic, IPAGothic, 'Liberation Sans', sans-serif"
)
FAMILIES: Mapping[Language, str] = MappingProxyType({"en": LATIN, "vi": LATIN, "ja": JAPANESE})
"""The fonts of a language, best first. Liberation Sans, which has every Vietnamese letter, comes with the library that
draws; no font of that library has Japanese ones."""

PACKAGE = "matplotlib_fontja"
"""A package that brings a Japanese font, IPAexGothic, in its folder `fonts`."""

_LETTERS = re.compile(r"[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">'
    '<text y="24" font-size="24" font-family="{}">{}</text></svg>'
)


def register(folder: Path | None = None) -> None:
    """Let the library that draws use the fonts of a folder, and those of the package, where it is installed.

    Raises QueryError where there is no such folder.
    """
    if folder is not None and not folder.is_dir():
        raise QueryError(f"no folder of fonts `{folder}`")
    brought = _package_folder()
    for one in (folder, brought):
        if one is not None:
            vl_convert.register_font_directory(str(one.resolve()))


def holds_japanese(text: str) -> bool:
    """Whether a text is partly in Japanese letters."""
    return _LETTERS.search(text) is not None


def need_japanese() -> None:
    """Make sure that a registered font, or one of this machine, has Japanese letters.

    Raises QueryError where none has: they would come out as boxes.
    """
    if not _draws_japanese():
        raise QueryError(
            "the picture holds Japanese letters, and no font of this machine has them",
            f"install one (Debian: `apt install fonts-noto-cjk`; anywhere: `pip install {PACKAGE.replace('_', '-')}`), "
            "name a folder that holds one (`--fonts`), or write .html or .json, which the reader's own fonts show",
        )


def _draws_japanese() -> bool:
    """Whether two letters come out as different pictures: without a font each is the same box, or nothing."""
    one, other = (vl_convert.svg_to_png(_PROBE.format(JAPANESE, letter)) for letter in "日ア")
    return one != other


def _package_folder() -> Path | None:
    found = find_spec(PACKAGE)
    return None if found is None or found.origin is None else Path(found.origin).parent / "fonts"
