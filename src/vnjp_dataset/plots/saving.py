"""Pictures in files: the suffix says which; nothing is fetched, neither now nor when a file is opened."""

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import cast

import vl_convert

from vnjp_dataset.errors import QueryError
from vnjp_dataset.export.files import staged
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.plots.catalogue import Chart
from vnjp_dataset.plots.fonts import JAPANESE, holds_japanese, need_japanese, register

Spec = Mapping[str, object]
SCALE = 2.0
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 10.0

_SCHEMA = re.compile(r"/vega-lite/v([0-9]+)\.([0-9]+)")
_TAG = re.compile(r"<(?:clipPath|linearGradient|radialGradient|[a-z]+ [^<>]*url\()[^<>]*>")
_COUNTED = re.compile(r"((?:\bid=\"|url\(#)(?:clip|gradient_))([0-9]+)")
_WORDS = re.compile(r">([^<>]+)</t(?:ext|span)>")

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; \
style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
</head>
<body>
<div id="picture" role="img" aria-label="{description}"></div>
<script>
{library}
</script>
<script>
vegaEmbed("#picture", {spec}, {{
  renderer: "svg", actions: {{export: true, source: false, compiled: false, editor: false}}
}});
</script>
</body>
</html>
"""


def save(chart: Chart, path: Path | str, *, scale: float = SCALE, fonts: Path | None = None) -> Path:
    """Write a picture into a file and return its path; it is there whole or not at all.

    `.html` is a page with everything it needs in it, `.json` the Vega-Lite specification, `.svg` and `.png` a picture,
    the latter with `scale` dots to a pixel. `fonts` is a folder of fonts to draw with. Equal charts give equal bytes on
    one machine. Raises QueryError for another suffix or scale and where no font has the letters, OSError where the file
    cannot be written.
    """
    place = Path(path)
    make = WRITERS[suffix_of(place)]
    if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
        raise QueryError(f"scale: expected {SMALLEST_SCALE:g} to {LARGEST_SCALE:g}, got {scale:g}")
    content = make(chart.to_dict(), scale, fonts)
    with staged(place.parent) as stage:
        stage.write(place.name, content)
    return place


def suffix_of(path: Path) -> str:
    """Return the suffix of a file's name, in small letters.

    Raises QueryError where no picture can be written into such a file.
    """
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        got = f"`{path.suffix}`" if suffix else "none"
        hint = did_you_mean(suffix, WRITERS) or "the suffix says what to write"
        raise QueryError(f"{path.name}: expected a suffix of {', '.join(WRITERS)}, got {got}", hint)
    return suffix


def _html(spec: Spec, _scale: float, _fonts: Path | None) -> str:
    return _PAGE.format(
        language=_meta(spec, "language"),
        title=escape(_meta(spec, "title")),
        description=escape(_description(spec)),
        library=vl_convert.javascript_bundle("window.vegaEmbed=vegaEmbed;", _version(spec)),
        # `</script>` in a title would end the script, and `<!--` begin a comment.
        spec=_compact(spec).replace("<", "\\u003c"),
    )


def _json(spec: Spec, _scale: float, _fonts: Path | None) -> str:
    return f"{_compact(spec)}\n"


def _svg(spec: Spec, _scale: float, fonts: Path | None) -> str:
    head, bracket, rest = _renumbered(_drawn(spec, fonts)).partition(">")
    told = f"<title>{escape(_meta(spec, 'title'))}</title><desc>{escape(_description(spec))}</desc>"
    return f'{head} role="img" lang="{_meta(spec, "language")}"{bracket}{told}{rest}'


def _renumbered(drawn: str) -> str:
    """Return an SVG whose clip paths and gradients count from 0: Vega counts all that a process has drawn."""
    numbers: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        return f"{match[1]}{numbers.setdefault(match[2], len(numbers))}"

    return _TAG.sub(lambda tag: _COUNTED.sub(number, tag[0]), drawn)


def _png(spec: Spec, scale: float, fonts: Path | None) -> bytes:
    return vl_convert.svg_to_png(_drawn(spec, fonts), scale=scale)


WRITERS: Mapping[str, Callable[[Spec, float, Path | None], bytes | str]] = MappingProxyType(
    {".html": _html, ".json": _json, ".svg": _svg, ".png": _png}
)
"""What writes a file, by its suffix."""


def _drawn(spec: Spec, fonts: Path | None) -> str:
    """Return the picture as SVG, drawn with fonts that have its letters."""
    register(fonts)
    drawn = _vector(spec)
    # What stands in tooltips only is not drawn, and needs no font.
    if not holds_japanese("".join(_WORDS.findall(drawn))):
        return drawn
    need_japanese()
    # A Japanese name in a picture of another language: all of it in one font looks better than whichever fonts have
    # the letters.
    config = cast("Mapping[str, object]", spec.get("config", {}))
    return drawn if config.get("font") == JAPANESE else _vector({**spec, "config": {**config, "font": JAPANESE}})


def _vector(spec: Spec) -> str:
    # The list of addresses that may be read from is empty: a picture has all its data in it.
    return vl_convert.vegalite_to_svg(dict(spec), vl_version=_version(spec), allowed_base_urls=[])


def _compact(spec: Spec) -> str:
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":"))


def _version(spec: Spec) -> str | None:
    """Return the version of Vega-Lite that a specification is for, as far as it can be had here; else the newest."""
    found = _SCHEMA.search(str(spec.get("$schema")))
    version = f"{found[1]}.{found[2]}" if found else ""
    return version if version in vl_convert.get_vegalite_versions() else None


def _description(spec: Spec) -> str:
    return str(spec.get("description", ""))


def _meta(spec: Spec, name: str) -> str:
    """Return what a picture of ours says of itself; nothing for another chart."""
    said = spec.get("usermeta")
    return str(cast("Mapping[str, object]", said).get(name, "")) if isinstance(said, Mapping) else ""
