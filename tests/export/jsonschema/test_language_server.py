"""An editor's language server for YAML tells of mistakes, and helps to write, from the schemas.

It is a program of its own (`npm install --global yaml-language-server`); where it is not installed there is no test.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vnjp_dataset.model import KINDS

SERVER = shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(SERVER is None, reason="yaml-language-server is not installed")
ROOT = Path(__file__).resolve().parents[3]

VISIT = """\
direction: VN-JP
leed: koizumi-junichiro
office: prime-minister-of-japan
start: 2002
end: 27.4.2002
status: hold
sources:
  - document: mofa
    supports: []
"""


class Editor:
    """As much of an editor as it takes to talk to a language server."""

    def __init__(self, folder: Path, settings: Any) -> None:
        self._folder, self._settings = folder, settings
        self._server = subprocess.Popen([str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._count = 0
        self._problems: dict[str, list[Any]] = {}
        self._answers: dict[int, Any] = {}
        can = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["plaintext"]}}}
        here = {"uri": folder.as_uri(), "name": folder.name}
        self.ask("initialize", processId=None, rootUri=here["uri"], workspaceFolders=[here], capabilities=can)
        self._send(method="initialized", params={})

    def ask(self, method: str, **params: Any) -> Any:
        """Ask for something and wait for the answer."""
        self._count += 1
        self._send(id=self._count, method=method, params=params or None)
        while self._count not in self._answers:
            self._take()
        return self._answers.pop(self._count)

    def open(self, name: str, text: str) -> list[tuple[int, str]]:
        """Open a file with a text that nobody has saved, and return line and words of every problem."""
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        while uri not in self._problems:
            self._take()
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in self._problems[uri])

    def at(self, what: str, name: str, line: int, column: int) -> Any:
        """Ask for what an editor shows at a place of a file; lines and columns count from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{what}", textDocument={"uri": (self._folder / name).as_uri()}, position=place)

    def close(self) -> None:
        """End the server as an editor does."""
        self.ask("shutdown")
        self._send(method="exit")
        self._server.communicate(timeout=20)

    def _send(self, **message: Any) -> None:
        assert self._server.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._server.stdin.flush()

    def _take(self) -> None:
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message = json.loads(self._server.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            sections = [self._settings.get(one["section"]) for one in message["params"]["items"]]
            self._send(id=message["id"], result=sections)
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._problems[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send(id=message["id"], result=None)
        elif "id" in message:
            self._answers[message["id"]] = message.get("result")


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """Return an editor in which the repository is open, with the settings that come with it."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    shown = Editor(ROOT, {"yaml": {"schemas": settings["yaml.schemas"], "schemaStore": {"enable": False}}})
    yield shown
    shown.close()


def test_mistakes_are_told_while_typing(editor: Editor) -> None:
    """An unknown key, a wrong word, a missing key and a bad date each have their line and words for people."""
    found = editor.open("data/visits/2002-broken.yaml", VISIT)
    assert [line for line, _ in found] == [1, 2, 5, 6, 8, 9]
    words = [message for _, message in found]
    assert words[0] == 'Missing property "lead".'
    assert words[1] == "Property leed is not allowed."
    assert words[2].startswith("Expected a date such as 2002, 2002-04 or 2002-04-27")
    assert words[3].endswith('"held", "announced", "cancelled".')
    assert words[4] == "Expected a document as `publisher/key`."
    assert "too few items" in words[5]


def test_keys_are_explained_and_words_offered(editor: Editor) -> None:
    """What a key means is shown at it, and its words are offered where one is to be written; dates are not."""
    name = "data/visits/2002-new.yaml"
    editor.open(name, "direction: \nstart: \n\n")
    assert "a Vietnamese figure in Japan; " in json.dumps(editor.at("hover", name, 1, 3))
    offered = [[one["label"] for one in editor.at("completion", name, *place)["items"]] for place in ((1, 12), (2, 8))]
    assert offered == [["VN-JP", "JP-VN"], []]
    assert {"lead", "office", "sources"} <= {one["label"] for one in editor.at("completion", name, 3, 1)["items"]}


def test_records_in_tables_are_checked_too(editor: Editor) -> None:
    """In a table each id and each record under one is looked at."""
    found = editor.open("draft/data/places.yaml", "Hanoi:\n  name: {vi: Hà Nội}\n  country: VN\n  kind: town\n")
    assert [line for line, _ in found] == [1, 4]


def test_files_of_the_dataset_have_no_problem(editor: Editor) -> None:
    """Real files, opened one after the other, are without any."""
    for kind in KINDS.values():
        paths = sorted((ROOT / "data" / kind.name).glob("*.yaml"))[::50] or [ROOT / "data" / f"{kind.name}.yaml"]
        for path in paths:
            assert editor.open(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) == []
