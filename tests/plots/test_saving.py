"""Pictures are written whole, in the format that the suffix says, and need nobody else to be opened."""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import altair as alt
import pytest
from tests.plots.specs import always, spec_of

from vnjp_dataset import Dataset, QueryError
from vnjp_dataset.plots import fonts, save, saving, visits
from vnjp_dataset.plots.catalogue import Chart
from vnjp_dataset.plots.fonts import JAPANESE, need_japanese, register

HARD = "</script><script>alert(1)</script><!-- \" ' & {x}"


@pytest.fixture(scope="module")
def chart(ds: Dataset) -> Chart:
    """Return a picture."""
    return visits(ds, start="2010", end="2014", width=400)


def words(text: str) -> alt.Chart:
    """Return a chart that is nothing but a text."""
    chart: alt.Chart = alt.Chart(alt.InlineData(values=[{"words": text}])).mark_text().encode(text="words:N")
    return chart


def pixels(content: bytes) -> tuple[int, int, bytes]:
    """Return width, height and the raw bytes of a PNG."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height, zlib.decompress(b"".join(_data(content)))


def _data(content: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        if kind == b"IDAT":
            yield content[at + 8 : at + 8 + size]
        at += size + 12


def test_a_png_is_as_large_as_asked_for_and_not_blank(chart: Chart, tmp_path: Path) -> None:
    """It has `scale` dots for each pixel of the SVG, and more than one colour."""
    root = ET.parse(save(chart, tmp_path / "one.svg")).getroot()  # noqa: S314 - made here
    size = float(root.get("width") or 0), float(root.get("height") or 0)
    assert size > (400, 300)
    for scale in (1.0, 2.5):
        width, height, raw = pixels(save(chart, tmp_path / "one.png", scale=scale).read_bytes())
        assert (width, height) == pytest.approx((size[0] * scale, size[1] * scale), abs=1)
        assert len({raw[at : at + 4] for at in range(1, len(raw), 4001)}) > 3


def test_json_is_the_specification(chart: Chart, tmp_path: Path) -> None:
    """Any program that reads Vega-Lite draws the same."""
    assert json.loads(save(chart, tmp_path / "one.json").read_text("utf-8")) == spec_of(chart)
    assert spec_of(chart)["$schema"].startswith("https://vega.github.io/schema/vega-lite/v")


def test_a_page_has_everything_in_it(chart: Chart, tmp_path: Path) -> None:
    """It fetches nothing, and forbids the browser to; what it says is told to those who cannot see it."""
    page = save(chart, tmp_path / "one.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert "connect-src" not in page
    before, library, after = (
        re.split(r"<script>.*?</script>", page, flags=re.DOTALL),
        *re.findall(r"<script>(.*?)</script>", page, re.DOTALL),
    )
    assert not re.search(r"(?:src|href)\s*=|http:|https:", "".join(before))
    assert page.count("<script>") == page.count("</script>") == 2
    assert len(library) > 100_000
    assert "http" not in after.replace(spec_of(chart)["$schema"], "")
    assert f"<title>{spec_of(chart)['usermeta']['title']}</title>" in page
    assert "editor: false" in page
    assert '<html lang="en">' in page


def test_text_does_not_break_out_of_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that holds markup is a name; the specification in the page is the one given."""
    monkeypatch.setattr("vl_convert.javascript_bundle", always("/* library */"))
    chart = words(HARD).properties(description=HARD, usermeta={"title": HARD, "language": "en"})
    page = save(chart, tmp_path / "one.html").read_text("utf-8")
    assert page.count("<script>") == page.count("</script>") == 2
    assert "<!--" not in page
    spec = re.search(r'vegaEmbed\("#picture", (\{.*\}), \{$', page, re.MULTILINE)
    assert spec
    assert json.loads(spec[1]) == spec_of(chart)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("one.pdf", r"one\.pdf: expected a suffix of \.html, \.json, \.svg, \.png, got `\.pdf`"),
        ("one", r"one: expected a suffix of .*, got none"),
        ("one.htm", r"got `\.htm` – did you mean `\.html`\?"),
    ],
)
def test_another_suffix_is_refused(chart: Chart, tmp_path: Path, name: str, message: str) -> None:
    """The message says which there are."""
    with pytest.raises(QueryError, match=message):
        save(chart, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scale", [0.0, -1.0, 11.0, float("nan")])
def test_a_scale_has_its_limits(chart: Chart, tmp_path: Path, scale: float) -> None:
    """Nobody means a picture of no size, or of gigabytes."""
    with pytest.raises(QueryError, match=r"scale: expected 0\.1 to 10, got"):
        save(chart, tmp_path / "one.png", scale=scale)


def test_what_fails_leaves_what_was_there(chart: Chart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is replaced when the new one is whole, and nothing else is left behind."""
    (tmp_path / "one.json").write_text("before", "utf-8")

    def full(_stream: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            save(chart, tmp_path / "one.json")
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["before"]
    assert save(chart, tmp_path / "one.JSON").read_text("utf-8").startswith("{")


def test_a_folder_is_made(chart: Chart, tmp_path: Path) -> None:
    """As exports do."""
    assert save(chart, str(tmp_path / "made" / "one.json")).exists()


def test_japanese_letters_need_a_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one it is told in a sentence, and no picture of boxes is written; a page and a specification are."""
    monkeypatch.setattr(fonts, "_draws_japanese", always(value=False))
    for suffix in ("png", "svg"):
        with pytest.raises(QueryError, match=r"no font of this machine has them – install one .* name a folder"):
            save(words("岸田文雄"), tmp_path / f"one.{suffix}")
        assert save(words("Võ Văn Thưởng"), tmp_path / f"two.{suffix}").exists()
    assert save(words("岸田文雄"), tmp_path / "one.json").exists()


def test_what_is_only_in_a_tooltip_needs_no_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees it in a picture."""
    monkeypatch.setattr(fonts, "_draws_japanese", always(value=False))
    chart = alt.Chart(alt.InlineData(values=[{"a": "岸田"}])).mark_point().encode(tooltip="a:N")
    assert save(chart, tmp_path / "one.png").exists()


def test_whether_a_font_has_the_letters_is_seen(tmp_path: Path) -> None:
    """On a machine with such a font two letters look different, and are drawn; on another neither is."""
    try:
        need_japanese()
    except QueryError:
        with pytest.raises(QueryError, match="Japanese letters"):
            save(words("日"), tmp_path / "one.png")
    else:
        one, other = (save(words(letter), tmp_path / f"{letter}.png", scale=4).read_bytes() for letter in "日ア")
        assert one != other


def test_one_font_for_a_picture_with_japanese_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Japanese name in an English picture is not the only thing in its font."""
    monkeypatch.setattr("vnjp_dataset.plots.saving.need_japanese", always(None))
    assert JAPANESE.split(",")[0] in save(words("Kishida 岸田"), tmp_path / "one.svg").read_text("utf-8")
    assert JAPANESE.split(",")[0] not in save(words("Kishida"), tmp_path / "two.svg").read_text("utf-8")


def test_a_folder_of_fonts_has_to_be_there(tmp_path: Path) -> None:
    """A slip in its name is told."""
    register(tmp_path)
    with pytest.raises(QueryError, match="no folder of fonts"):
        register(tmp_path / "nowhere")


def test_the_version_of_vega_lite_is_the_charts() -> None:
    """A specification is compiled by the version it is for, where that is at hand; else by the newest."""
    assert saving.WRITERS[".svg"](
        {"$schema": "https://vega.github.io/schema/vega-lite/v5.99.json", "mark": "point"}, 1, None
    )
    assert saving.WRITERS[".svg"]({"mark": "point"}, 1, None)
