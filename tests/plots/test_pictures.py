"""Every picture is valid Vega-Lite, in every language, whatever the records hold."""

import re
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.export.anytext import any_text, full_of
from tests.plots.specs import LANGUAGES, always, compiled, fewer, lines_of, said_in, spec_of

from vnjp_dataset import Dataset, strategies
from vnjp_dataset.model import Language, Visit
from vnjp_dataset.plots import PLOTS, Plot, save
from vnjp_dataset.plots.catalogue import Chart
from vnjp_dataset.plots.naming import clean

OPTIONS: dict[str, dict[str, str]] = {
    "timeline": {"start": "2000", "end": "2015"},
    "visits": {"start": "2000", "end": "2015"},
    "map": {"visit": "2017-akihito"},
    "network": {"about": "2014-truong-tan-sang"},
    "measures": {"measure": "investment-partner-rank"},
}
LABELS: dict[str, dict[Language, str]] = {
    "timeline": {"en": "Truong Tan Sang", "vi": "Trương Tấn Sang", "ja": "チュオン・タン・サン"},
    "visits": {"en": "Ministers", "vi": "Thứ trưởng,", "ja": "閣僚"},
    "map": {"en": "1 Hanoi", "vi": "1 Hà Nội", "ja": "1 ハノイ"},
    "network": {"en": "16 March 2014, to Japan", "vi": "16/3/2014, sang Nhật Bản", "ja": "安倍晋三"},
    "measures": {"en": "Vietnamese sources", "vi": "nguồn Việt Nam", "ja": "順位"},
}
MEASURELESS = [one for one in PLOTS if one != "measures"]
each_plot = pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)


def drawn(plot: Plot, ds: Dataset, language: Language) -> Chart:
    """Return a small picture of the whole dataset."""
    return plot.draw(ds, language=language, **OPTIONS[plot.name])


def words_of(path: Path) -> set[str]:
    """Return the words that an SVG file shows."""
    found = re.findall(r">([^<>]+)</t(?:ext|span)>", path.read_text("utf-8"))
    return {unescape(one) for one in found}


@each_plot
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_what_it_shows(
    plot: Plot, language: Language, ds: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words are in the language, and all of its title and footer can be read in the file."""
    # An SVG holds letters, so that the test needs no fonts.
    monkeypatch.setattr("vnjp_dataset.plots.saving.need_japanese", always(None))
    chart = drawn(plot, ds, language)
    path = save(chart, tmp_path / "picture.svg")
    words = words_of(path)
    assert LABELS[plot.name][language] in words
    assert set(lines_of(chart)) <= words
    assert f"vnjp-dataset {ds.version}" in said_in(chart)
    root = ET.parse(path).getroot()  # noqa: S314 - made here
    assert root.get("lang") == language
    assert root.get("role") == "img"
    title, told = (root.findtext(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc"))
    assert title == spec_of(chart)["usermeta"]["title"]
    assert told == spec_of(chart)["description"] != ""


@each_plot
def test_vega_lite_finds_nothing_to_warn_of(plot: Plot, ds: Dataset, capfd: pytest.CaptureFixture[str]) -> None:
    """What compiles the picture prints no warning."""
    assert compiled(drawn(plot, ds, "en"))["marks"]
    assert capfd.readouterr() == ("", "")


@each_plot
def test_equal_data_gives_equal_pictures(plot: Plot, ds: Dataset, tmp_path: Path) -> None:
    """Drawn twice, a picture is the same to the byte."""
    first, second = (drawn(plot, ds, "vi") for _ in range(2))
    for suffix in ("json", "svg"):
        one, other = save(first, tmp_path / f"one.{suffix}"), save(second, tmp_path / f"two.{suffix}")
        assert one.read_bytes() == other.read_bytes()


@each_plot
@fewer(8)
@given(full_of(any_text()), st.sampled_from(LANGUAGES))
def test_any_text_can_be_drawn(plot: Plot, found: tuple[Dataset, str], language: Language) -> None:
    """Whatever names and titles hold, the picture is valid and holds it as far as it can be drawn."""
    ds, words = found
    if plot.name == "measures":
        assume(len(ds.figures))
        spec = spec_of(plot.draw(ds, language=language, measure=ds.figures[0].measure))
        assert language != "en" or clean(words) in spec["usermeta"]["title"]
    else:
        assert spec_of(plot.draw(ds, language=language))["datasets"]


@fewer(10)
@given(full_of(any_text()))
def test_any_text_is_drawn_as_it_is(found: tuple[Dataset, str]) -> None:
    """The drawing is well-formed, and a name in it is letter for letter the record's."""
    ds, words = found
    visit: Visit = ds.visits[0]
    with pytest.MonkeyPatch.context() as patched, TemporaryDirectory() as folder:
        patched.setattr("vnjp_dataset.plots.saving.need_japanese", always(None))
        path = save(PLOTS["network"].draw(ds, about=visit.id), Path(folder) / "picture.svg")
        root = ET.parse(path).getroot()  # noqa: S314 - made here
    names = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "".join(clean(words).split()) in {"".join(one.split()) for one in names}


@pytest.mark.parametrize("name", MEASURELESS)
def test_an_empty_dataset_has_its_pictures(name: str) -> None:
    """There is nothing on them, and nothing fails; only a measure has to be there."""
    assert spec_of(PLOTS[name].draw(Dataset({})))["vconcat"]


@fewer(8)
@given(strategies.datasets(), st.sampled_from(MEASURELESS).map(PLOTS.__getitem__))
def test_any_dataset_has_its_pictures(ds: Dataset, plot: Plot) -> None:
    """Whatever happened."""
    assert spec_of(plot.draw(ds))["datasets"]
