"""What is said where a library is missing, and that nobody else waits for it."""

import importlib
import subprocess
import sys

import pytest

from vnjp_dataset.errors import MissingExtraError
from vnjp_dataset.frames import needing
from vnjp_dataset.frames.extras import FrameExtra

SCRIPT = """
import sys
import vnjp_dataset as vnjp

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in sys.argv[1:]:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
dataset = vnjp.Dataset({})
counts = dataset.counts_by_year("visits", "2014", "2015")
assert not {"pyarrow", "pandas", "polars"} & set(sys.modules)
for answer in (dataset.visits, counts):
    for name in ("to_arrow", "to_pandas", "to_polars", "__arrow_c_stream__"):
        try:
            getattr(answer, name)()
        except vnjp.MissingExtraError as error:
            print(name, error)
"""


def said(*missing: str) -> set[str]:
    """Return what is said where some libraries are missing."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, *missing], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines())


def install(extra: str) -> str:
    """Return the message that names an extra."""
    return f"a data frame needs the extra `{extra}`: pip install 'vnjp-dataset[{extra}]'"


def test_each_way_names_its_extra() -> None:
    """Without pyarrow every way names the extra that it needs; nothing is imported before it is asked for."""
    assert said("pyarrow") == {
        f"to_arrow {install('arrow')}",
        f"to_pandas {install('pandas')}",
        f"to_polars {install('polars')}",
        f"__arrow_c_stream__ {install('arrow')}",
    }


def test_what_is_there_works() -> None:
    """Without pandas and Polars there is still Arrow."""
    assert said("pandas", "polars") == {f"to_pandas {install('pandas')}", f"to_polars {install('polars')}"}


@pytest.mark.parametrize("extra", ["arrow", "pandas", "polars"])
def test_other_failures_are_not_covered_up(extra: FrameExtra) -> None:
    """Only a library that the extra brings is said to be missing."""
    with pytest.raises(ModuleNotFoundError, match="no_such_module") as caught, needing(extra):
        importlib.import_module("no_such_module")
    assert not isinstance(caught.value, MissingExtraError)
