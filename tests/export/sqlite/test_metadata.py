"""Datasette, started on the exported files, shows what they hold and what it means."""

import html
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.sqlite import DATABASE, METADATA
from vnjp_dataset.export.sqlite.queries import queries
from vnjp_dataset.model import KINDS
from vnjp_dataset.tables import tables

PATIENCE = 90
"""Seconds to wait for Datasette on a busy machine."""
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def escape(text: str) -> str:
    """Return a text as Datasette's pages have it."""
    return html.escape(text).replace("&#x27;", "&#39;")


def free_port() -> int:
    """Return a port of this machine that nothing listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def server(exported: Path, tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """Start Datasette on the exported files and return its address; it ends with the tests."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    log = tmp_path_factory.mktemp("datasette") / "log"
    options = ["-h", "127.0.0.1", "-p", str(port), "--setting", "num_sql_threads", "1"]
    files = ["-i", str(exported / DATABASE), "--metadata", str(exported / METADATA)]
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "datasette", "serve", *files, *options],
            stdout=stream,
            stderr=stream,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )
        try:
            wait(address, process, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until Datasette answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            page(f"{address}/-/versions.json")
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"Datasette does not answer:\n{log.read_text('utf-8', 'replace')}")


def page(address: str) -> str:
    """Return a page."""
    with OPENER.open(address, timeout=PATIENCE) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def ask(server: str, path: str, **asked: str) -> Any:
    """Return what Datasette answers as JSON."""
    return json.loads(page(f"{server}/vnjp-dataset/{path}.json?{urlencode(asked)}"))


def rows(server: str, path: str, **asked: str) -> list[dict[str, Any]]:
    """Return the rows that Datasette answers with."""
    found: list[dict[str, Any]] = ask(server, path, _shape="array", **asked)
    return found


def test_every_table_has_its_rows(server: str, dataset: Dataset) -> None:
    """Datasette counts in each table what the dataset holds."""
    counts = {one["name"]: one["count"] for one in json.loads(page(f"{server}/vnjp-dataset.json"))["tables"]}
    assert set(tables()) <= set(counts)
    assert {kind: counts[kind] for kind in KINDS} == {kind: len(dataset.records(kind)) for kind in KINDS}
    assert counts["documents"] == len(dataset.documents)


def test_rows_are_found_by_their_values(server: str, dataset: Dataset) -> None:
    """A filter of Datasette finds the records that the dataset finds, with the names of what they refer to."""
    wanted = dataset.visits.where(direction="VN-JP", status="held").led_by("nong-duc-manh")
    asked = {"lead": "nong-duc-manh", "direction": "VN-JP", "status": "held"}
    found = rows(server, "visits", _labels="on", **asked)
    assert [one["id"]["value"] for one in found] == list(wanted.ids)
    assert {one["lead"]["label"] for one in found} == {dataset.people["nong-duc-manh"].name.en}
    assert {one["office"]["label"] for one in found} == {str(dataset.offices[one.office].title) for one in wanted}


@pytest.mark.parametrize("words", ["岸田", "kishida", "Kishida Fumio"])
def test_words_are_searched_for(server: str, words: str) -> None:
    """The box to search in is there, and knows kanji."""
    assert "kishida-fumio" in [one["id"] for one in rows(server, "texts", _search=words, _size="200")]


@pytest.mark.parametrize("words", ["", '"', "AND", "a-b OR (", "キシダ"])
def test_whatever_is_typed_is_words(server: str, words: str) -> None:
    """No sign in a question is an error, and none is a command."""
    assert ask(server, "find", words=words)["ok"]


def test_questions_are_answered(server: str, dataset: Dataset) -> None:
    """Those that come along are listed with their titles, and answered."""
    shown = page(f"{server}/vnjp-dataset")
    assert all(escape(one.title) in shown for one in queries(tuple(KINDS)))
    found = rows(server, "documents_behind_a_record", record="2014-partnership")
    assert {one["document"] for one in found} == {
        one.document for one in dataset.milestones["2014-partnership"].sources
    }
    assert rows(server, "find", words="岸田文雄")[0]["id"] == "kishida-fumio"


def test_meanings_stand_on_the_pages(server: str, dataset: Dataset) -> None:
    """The home page says what this is and how to cite it, a table's what each column means."""
    home = page(server)
    assert dataset.cite().apa in home
    assert "https://creativecommons.org/licenses/by/4.0/" in home
    shown = page(f"{server}/vnjp-dataset/visits")
    assert tables()["visits"].doc in shown
    assert all(escape(one.doc) in shown for one in tables()["visits"].columns)
    view = page(f"{server}/vnjp-dataset/visits_readable")
    assert "Visits with the names of lead and office." in view


def test_the_description_fits_the_database(exported: Path) -> None:
    """Whatever is described is there: tables, columns, facets, labels and orders."""
    described = json.loads((exported / METADATA).read_text("utf-8"))["databases"]["vnjp-dataset"]
    known = {name: {one.name for one in table.columns} | {"label"} for name, table in tables().items()}
    assert set(known) <= set(described["tables"])
    for name, one in described["tables"].items():
        columns = known.get(name, set(one["columns"]))
        assert one["description"]
        assert set(one["columns"]) <= columns
        assert {*one.get("facets", ()), one.get("label_column"), one.get("sort")} - {None} <= columns
