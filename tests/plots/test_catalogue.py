"""The catalogue of pictures is what the functions are, and a missing library is told in one sentence."""

import inspect
import subprocess
import sys

import attrs
import pytest

from vnjp_dataset import Dataset, QueryError, plots
from vnjp_dataset.plots import PLOTS, Plot
from vnjp_dataset.plots.catalogue import module

each_plot = pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)

SCRIPT = """
import sys
import vnjp_dataset as vnjp
from vnjp_dataset import plots
import vnjp_dataset.cli

assert not {"altair", "vl_convert", "pandas"} & set(sys.modules)

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == sys.argv[1]:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
for name in ("timeline", "save", "map"):
    try:
        getattr(plots, name)
    except vnjp.MissingExtraError as error:
        print(error)
try:
    plots.PLOTS["visits"].draw(vnjp.Dataset({}))
except vnjp.MissingExtraError as error:
    print(error)
"""


@each_plot
def test_the_catalogue_says_what_a_picture_is(plot: Plot) -> None:
    """Its options are the arguments of its function, which has the picture's name."""
    function = getattr(plots, plot.name)
    taken = set(inspect.signature(function).parameters) - {"dataset"}
    assert taken == {"language", "width", *plot.options}
    assert plot.title
    assert plot.shows.endswith(".")
    assert inspect.getdoc(function)


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_missing_library_is_one_sentence(library: str) -> None:
    """Whatever is asked for names the command that installs it; nothing is imported before something is drawn."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, library], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.splitlines()) == {"a picture needs the extra `plot`: pip install 'vnjp-dataset[plot]'"}


def test_another_missing_module_is_not_hidden() -> None:
    """A mistake of ours is not told as a missing extra."""
    with pytest.raises(ModuleNotFoundError, match="nothing"):
        module("nothing")
    with pytest.raises(ModuleNotFoundError, match="nothing"):
        attrs.evolve(PLOTS["map"], module="nothing").draw(Dataset({}))


def test_an_option_that_a_picture_does_not_have() -> None:
    """The nearest is named; one that is None counts as not given."""
    with pytest.raises(QueryError, match="the picture `timeline` has no option `visit` – it takes language, width"):
        PLOTS["timeline"].draw(Dataset({}), visit="2014-truong-tan-sang")
    with pytest.raises(QueryError, match="did you mean `direction`"):
        PLOTS["timeline"].draw(Dataset({}), directon="VN-JP")
    assert PLOTS["timeline"].draw(Dataset({}), visit=None)


def test_the_names_of_the_package() -> None:
    """They are the pictures and what writes them; others are a mistake."""
    assert set(plots.__all__) == {*PLOTS, "PLOTS", "Plot", "save"}
    assert all(getattr(plots, name) for name in plots.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = plots.nothing  # type: ignore[attr-defined]  # as written # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportAttributeAccessIssue]
