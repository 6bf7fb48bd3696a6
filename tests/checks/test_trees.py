"""For every rule a tree that breaks it and it alone: the base tree beside this file with one edit."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import attrs
import pytest

from vnjp_dataset import InvalidDataError, Problem, load
from vnjp_dataset.checks import RULE_TABLE, check

BASE = Path(__file__).parent / "base"
WriteFiles = Callable[[Mapping[str, str | bytes]], Path]

VISIT = "visits/2021-an-van-binh.yaml"
OTHER_VISIT = "visits/2022-sato-hanako.yaml"
MEETING = "meetings/2023-bangkok.yaml"
STATEMENT = "agreements/2021-joint-statement.yaml"
MEMORANDUM = "agreements/2021-memorandum.yaml"
TREATY = "agreements/2021-treaty.yaml"
LOAN = "agreements/2022-loan.yaml"
PARTNERSHIP = "milestones/2021-partnership.yaml"
FIRST_LOAN = "milestones/2022-first-loan.yaml"
COMMITTEE = "mechanisms/joint-committee.yaml"
PLEDGE = "commitments/2021-loan-pledge.yaml"
ORDINAL = "figures/2021-visit-ordinal.yaml"
PRESIDENT = "people/an-van-binh.yaml"
SUCCESSOR = "people/mori-ken.yaml"
PREMIER = "people/sato-hanako.yaml"
HERALD = "sources/herald.yaml"

SOURCES = "sources:\n  - document: herald/2022-05-02-visit\n    supports:\n      - start\n"


TOMBSTONE = (
    "2022-lone:\n  kind: agreements\n  fate: merged\n  since: 0.2.0\n  reason: It stood here twice.\n"
    "  replaced_by:\n    - 2022-loan\n"
)


@attrs.frozen
class Edit:
    """A text that stands once in a file of the base tree, and what is put in its place."""

    file: str
    old: str
    new: str


@attrs.frozen
class Put:
    """A file that is added to the base tree, or replaces one of it."""

    file: str
    content: str | bytes


@attrs.frozen
class Tree:
    """The base tree with edits that break one rule, and where the breach is reported: `file: path`."""

    rule: str
    at: str
    edits: tuple[Edit | Put, ...]

    def files(self) -> Mapping[str, str | bytes]:
        """Return the tree's files."""
        files: dict[str, str | bytes] = {
            str(path.relative_to(BASE)): path.read_text("utf-8") for path in BASE.rglob("*.yaml")
        }
        for one in self.edits:
            if isinstance(one, Put):
                files[one.file] = one.content
            else:
                text = files[one.file]
                assert isinstance(text, str)
                assert text.count(one.old) == 1, f"{one.old!r} does not stand once in {one.file}"
                files[one.file] = text.replace(one.old, one.new)
        return files


def tree(rule: str, at: str, *edits: Edit | Put) -> Tree:
    """Return a broken tree."""
    return Tree(rule, at, edits)


TREES = (
    # Reading: files and YAML.
    tree("file", "visitors", Put("visitors/2021-an-van-binh.yaml", "start: 2021\n")),
    tree("file", "visits/notes.txt", Put("visits/notes.txt", "to do")),
    tree("too-large", PRESIDENT, Put(PRESIDENT, "#" * 2**20 + "\n")),
    tree("utf-8", PRESIDENT, Put(PRESIDENT, "country: VN\nspellings:\n  - Hòa\n".encode("latin-1"))),
    tree("tab", ORDINAL, Edit(ORDINAL, "value: 1", "value:\t1")),
    tree("yaml", VISIT, Edit(VISIT, "The President came for talks.", "The President: came for talks.")),
    tree("yaml", VISIT, Edit(VISIT, "counts:", "---\ncounts:")),
    tree("yaml", VISIT, Edit(VISIT, "counts:", "? [counts]\n:")),
    tree("yaml", PRESIDENT, Put(PRESIDENT, "# nobody\n")),
    tree("alias", VISIT, Edit(VISIT, "start: 2021-11-22", "start: &first 2021-11-22")),
    tree("alias", VISIT, Edit(VISIT, "end: 2021-11-25", "end: *first")),
    tree("tag", ORDINAL, Edit(ORDINAL, "value: 1", "value: !!int 1")),
    tree("too-deep", ORDINAL, Edit(ORDINAL, "value: 1", f"value: {'[' * 16}1{']' * 16}")),
    tree("duplicate-key", VISIT, Edit(VISIT, "end: 2021-11-25\n", "end: 2021-11-25\nend: 2021-11-26\n")),
    tree("table-order", "fields.yaml", Edit("fields.yaml", "defence:\n  name:\n", "security:\n  name:\n")),
    tree("id", "people/Mori_Ken.yaml", Put("people/Mori_Ken.yaml", "country: JP\n")),
    tree("id", "places.yaml", Edit("places.yaml", "bangkok:", "Bangkok:")),
    tree(
        "duplicate-id", f"{OTHER_VISIT}: ", Put("meetings/2022-sato-hanako.yaml", (BASE / MEETING).read_text("utf-8"))
    ),
    tree("duplicate-id", f"{HERALD}: documents", Edit(HERALD, "key: 2022-05-02-visit", "key: 2021-11-26-visit")),
    tree("unknown-key", f"{VISIT}: label", Edit(VISIT, "labels:", "label:")),
    tree("unknown-key", f"{VISIT}: id", Edit(VISIT, "lead:", "id: 2021-an-van-binh\nlead:")),
    tree("missing-key", f"{VISIT}: ", Edit(VISIT, "direction: VN-JP\n", "")),
    tree("type", f"{VISIT}: counts.documents_signed.value", Edit(VISIT, "value: 2", "value: two")),
    tree("type", "coverage.yaml", Put("coverage.yaml", "- visits\n")),
    # One record.
    tree("name", f"{VISIT}: lead", Edit(VISIT, "lead: an-van-binh", "lead: An Van Binh")),
    tree("name", "places.yaml: iso", Edit("places.yaml", "iso: VN-HN", "iso: JP-13")),
    tree("vocabulary", f"{VISIT}: labels.vn.style", Edit(VISIT, "style: official-visit", "style: oficial-visit")),
    tree("date", f"{VISIT}: end", Edit(VISIT, "end: 2021-11-25", "end: 2021-11-31")),
    tree("shape", f"{PARTNERSHIP}: level.rank", Edit(PARTNERSHIP, "rank: 1", "rank: -1")),
    tree("shape", f"{COMMITTEE}: sessions[1].number", Edit(COMMITTEE, "number: 2", "number: 1")),
    tree("shape", f"{VISIT}: ", Put(VISIT, "- start\n")),
    tree("empty", f"{ORDINAL}: sources[0].supports", Edit(ORDINAL, "supports:\n      - value", "supports: []")),
    tree("end-after-start", f"{VISIT}: end", Edit(VISIT, "end: 2021-11-25", "end: 2021-11-20")),
    tree("in-force-after-signature", f"{TREATY}: in_force", Edit(TREATY, "in_force: 2022-01-01", "in_force: 2021-01")),
    tree("coordinates", "places.yaml: latitude", Edit("places.yaml", "  longitude: 105.85\n", "")),
    tree("ladder", f"{PARTNERSHIP}: level", Edit(PARTNERSHIP, "kind: partnership", "kind: first")),
    tree("claim", f"{ORDINAL}: check.also", Edit(ORDINAL, "  answer:", "  also:\n    - visits\n  answer:")),
    tree(
        "claim",
        f"{FIRST_LOAN}: check.answer",
        Edit(
            FIRST_LOAN, "kind: first\n", "kind: first\ncheck:\n  collection: agreements\n  where: {}\n  answer: count\n"
        ),
    ),
    tree("replacement", "retired.yaml: replaced_by", Put("retired.yaml", TOMBSTONE.replace("merged", "withdrawn"))),
    # Records naming each other.
    tree(
        "reference-not-retired",
        f"{PLEDGE}: followed_by[0]",
        Put("retired.yaml", TOMBSTONE),
        Edit(PLEDGE, "- 2022-loan", "- 2022-lone"),
    ),
    tree("reference-resolves", f"{PLEDGE}: followed_by[0]", Edit(PLEDGE, "- 2022-loan", "- 2022-lone")),
    tree(
        "document-resolves",
        "organizations.yaml: sources[0].document",
        Edit("organizations.yaml", "gazette/handbook", "gazette/handbok"),
    ),
    tree(
        "no-orphan",
        "measures.yaml: ",
        Edit(
            "measures.yaml",
            "visit-ordinal:",
            "{}:\n  name:\n    en: A\n  definition: B.\nvisit-ordinal:".format("rank"),
        ),
    ),
    tree(
        "no-orphan-document",
        f"{HERALD}: documents[2].key",
        Edit(
            HERALD,
            "https://herald.example/another-visit\n    published: 2022-05-02\n",
            "https://herald.example/another-visit\n    published: 2022-05-02\n    language: vi\n    accessed: 2026\n"
            "  - key: unread\n    title: Không ai đọc\n    url: https://herald.example/unread\n",
        ),
    ),
    tree(
        "names-another", f"{MEMORANDUM}: amends[0]", Edit(MEMORANDUM, "- 1973-exchange-of-notes", "- 2021-memorandum")
    ),
    tree("no-cycle", "fields.yaml: broader", Edit("fields.yaml", "politics:\n", "politics:\n  broader: defence\n")),
    tree(
        "no-cycle",
        f"{HERALD}: owner",
        Edit(HERALD, "kind: newspaper\n", "kind: newspaper\nowner: gazette\n"),
        Edit("sources/gazette.yaml", "kind: government\n", "kind: government\nowner: herald\n"),
    ),
    tree("no-repetition", f"{VISIT}: fields[2]", Edit(VISIT, "  - defence\n", "  - defence\n  - politics\n")),
    tree(
        "no-repetition",
        f"{VISIT}: companions[1].person",
        Edit(VISIT, "    role: minister\n", "    role: minister\n  - person: an-van-binh\n    role: other\n"),
    ),
    # Visits.
    tree("lead-held-office", f"{VISIT}: office", Edit(PRESIDENT, "start: 2020-01-01", "start: 2022-01-01")),
    tree(
        "direction-fits",
        f"{OTHER_VISIT}: lead",
        Edit(OTHER_VISIT, "JP-VN", "VN-JP"),
        Edit(OTHER_VISIT, "place: hanoi", "place: tokyo"),
    ),
    tree("trip-is-bounded", f"{OTHER_VISIT}: start", Edit(OTHER_VISIT, "start: 2022-04-30", "start: ../2022-04-30")),
    tree("place-in-host", f"{OTHER_VISIT}: itinerary[0].place", Edit(OTHER_VISIT, "place: hanoi", "place: tokyo")),
    tree("step-within-trip", f"{VISIT}: itinerary[0].date", Edit(VISIT, "- date: 2021-11-21", "- date: 2021-11-20")),
    tree("step-within-trip", f"{VISIT}: itinerary[0].date", Edit(VISIT, "activity: arrival", "activity: meeting")),
    tree(
        "steps-in-order",
        f"{VISIT}: itinerary[3].date",
        Edit(VISIT, "  - date: 2021-11-26\n", "  - date: 2021-11-22\n    activity: banquet\n  - date: 2021-11-26\n"),
    ),
    tree(
        "step-has-its-instruments",
        f"{VISIT}: itinerary[2].agreements[1]",
        Edit(VISIT, "- 2021-memorandum", "- 2022-loan"),
    ),
    tree(
        "step-has-its-instruments",
        f"{VISIT}: itinerary[2].agreements[1]",
        Edit(VISIT, "- 2021-memorandum", "- 2021-treaty"),
    ),
    # Offices and countries.
    tree(
        "actor-held-office",
        f"{VISIT}: itinerary[1].participants[0].office",
        Edit(VISIT, "      - person: sato-hanako", "      - person: mori-ken"),
    ),
    tree("actor-held-office", f"{MEETING}: participants[1].office", Edit(MEETING, "sato-hanako", "mori-ken")),
    tree("same-country", "offices.yaml: organization", Edit("organizations.yaml", "country: JP", "country: VN")),
    tree("same-country", f"{VISIT}: itinerary[1].participants[0].person", Edit(VISIT, "country: JP", "country: VN")),
    # Meetings.
    tree(
        "meeting-of-both",
        f"{MEETING}: participants",
        Edit(MEETING, "sato-hanako\n    office: prime-minister-of-japan", "cao-thi-dung"),
    ),
    tree("meeting-in-third-country", f"{MEETING}: place", Edit("places.yaml", "country: TH", "country: JP")),
    # What cannot be twice.
    tree(
        "one-trip-at-a-time",
        "visits/2021-sato-hanako.yaml: companions[0].person",
        Put(
            "visits/2021-sato-hanako.yaml",
            "direction: JP-VN\nlead: sato-hanako\noffice: prime-minister-of-japan\nstart: 2021-11-23\nend: 2021-11-24\n"
            f"companions:\n  - person: cao-thi-dung\n    role: other\n{SOURCES}",
        ),
    ),
    tree("terms-do-not-overlap", f"{SUCCESSOR}: terms[0].start", Edit(SUCCESSOR, "2024-09-30", "2024-09-29")),
    tree(
        "probable-duplicate",
        "visits/2022-sato-hanako-spring.yaml: start",
        Put(
            "visits/2022-sato-hanako-spring.yaml",
            "direction: JP-VN\nlead: sato-hanako\noffice: prime-minister-of-japan\nstart: 2022-05\nend: 2022-05\n"
            f"{SOURCES}",
        ),
    ),
    # Instruments, and what else belongs to a visit.
    tree("signed-within-visit", f"{TREATY}: signed", Edit(TREATY, "signed: 2021-11-24", "signed: 2021-11-20")),
    tree("dated-within-visit", f"{PLEDGE}: made", Edit(PLEDGE, "made: 2021-11-23", "made: 2021-11-20")),
    tree("dated-within-visit", f"{ORDINAL}: as_of", Edit(ORDINAL, "as_of: 2021-11-25", "as_of: 2021-10")),
    tree(
        "dated-within-visit",
        f"{FIRST_LOAN}: date",
        Edit(FIRST_LOAN, "date: 2022-05-01\n", "date: 2022-05-02\nvisit: 2022-sato-hanako\n"),
    ),
    tree(
        "dated-within-visit",
        f"{COMMITTEE}: sessions[1].start",
        Edit(COMMITTEE, "start: 2021-11-24", "start: 2021-11-26"),
    ),
    tree("counts-cover-links", f"{VISIT}: counts.documents_signed", Edit(VISIT, "value: 2", "value: 1")),
    tree("amends-earlier", f"{MEMORANDUM}: amends[0]", Edit(MEMORANDUM, "- 1973-exchange-of-notes", "- 2022-loan")),
    tree("milestone-on-its-instrument", f"{PARTNERSHIP}: date", Edit(PARTNERSHIP, "2021-11-23", "2021-11-24")),
    # The ladder, sessions and what followed.
    tree("ladder-rises", f"{PARTNERSHIP}: level.rank", Edit(PARTNERSHIP, "rank: 1", "rank: 0")),
    tree(
        "ladder-rises",
        "milestones/1973-closer.yaml: date",
        Edit(PARTNERSHIP, "rank: 1", "rank: 2"),
        Put(
            "milestones/1973-closer.yaml",
            "date: 1973-09-21\nkind: partnership\nname:\n  en: Closer\nlevel:\n  rank: 1\n  name:\n    en: Closer\n"
            "instrument: 1973-exchange-of-notes\n"
            "sources:\n  - document: gazette/handbook\n    supports:\n      - date\n",
        ),
    ),
    tree(
        "upgrade-has-instrument", f"{PARTNERSHIP}: level", Edit(PARTNERSHIP, "instrument: 2021-joint-statement\n", "")
    ),
    tree(
        "sessions-in-order",
        f"{COMMITTEE}: sessions[0].start",
        Edit(COMMITTEE, "established: 2020", "established: 2021"),
    ),
    tree("sessions-in-order", f"{COMMITTEE}: sessions[1].number", Edit(COMMITTEE, "number: 1", "number: 3")),
    tree("followed-by-later", f"{PLEDGE}: followed_by[0]", Edit(PLEDGE, "- 2022-loan", "- 1973-exchange-of-notes")),
    tree("followed-by-later", f"{PLEDGE}: due", Edit(PLEDGE, "due: 2022", "due: 2020")),
    # Figures.
    tree("check-is-answerable", f"{ORDINAL}: check.where.kind", Edit(ORDINAL, "direction: VN-JP", "kind: memorandum")),
    tree("check-counts-its-record", f"{ORDINAL}: check.through", Edit(ORDINAL, "direction: VN-JP", "direction: JP-VN")),
    tree(
        "check-counts-its-record",
        f"{FIRST_LOAN}: check.through",
        Edit(
            FIRST_LOAN,
            "kind: first\n",
            "kind: first\ncheck:\n  collection: agreements\n  where:\n    since: 2023\n  answer: ordinal\n"
            "  through: 2022-loan\n",
        ),
    ),
    tree(
        "check-is-answerable",
        f"{ORDINAL}: check.through",
        Edit(ORDINAL, "through: 2021-an-van-binh", "through: 2022-loan"),
    ),
    tree(
        "check-is-answerable",
        f"{ORDINAL}: check.where.kind",
        Edit(ORDINAL, "collection: visits", "collection: agreements"),
        Edit(ORDINAL, "    direction: VN-JP\n    rank:\n      - head-of-state\n", "    kind: memorandun\n"),
        Edit(ORDINAL, "through: 2021-an-van-binh", "through: 2022-loan"),
    ),
    # Sources.
    tree(
        "sourced",
        "organizations.yaml: ",
        Edit(
            "organizations.yaml", "  sources:\n    - document: gazette/handbook\n      supports:\n        - name\n", ""
        ),
    ),
    tree("path-is-real", f"{VISIT}: sources[0].supports[3]", Edit(VISIT, "- counts", "- counts.delegation")),
    tree("path-is-real", f"{VISIT}: sources[0].supports[3]", Edit(VISIT, "- counts", "- itinerary[4]")),
    tree("path-is-real", f"{VISIT}: sources[0].supports[3]", Edit(VISIT, "- counts", "- sources[1]")),
    tree(
        "conflict-has-two-sides",
        f"{VISIT}: conflicts[0].documents",
        Edit(VISIT, "documents:\n      - gazette/2021-11-22-arrival", "documents:\n      - herald/2021-11-26-visit"),
    ),
    tree(
        "conflict-differs", f"{VISIT}: conflicts[0].value", Edit(VISIT, "value: state-visit", "value: official-visit")
    ),
    tree("term-sourced", f"{PRESIDENT}: terms[0]", Edit(PRESIDENT, "      - terms\n".removeprefix("  "), "")),
    tree(
        "published-after-event",
        f"{LOAN}: sources[0].document",
        Edit(LOAN, "herald/2022-05-02-visit", "herald/2021-11-26-visit"),
    ),
    tree(
        "published-after-part",
        f"{VISIT}: sources[1].supports[1]",
        Edit(VISIT, "- itinerary[1].place", "- itinerary[2].place"),
    ),
    tree("figure-not-after-source", f"{ORDINAL}: sources[0].document", Edit(ORDINAL, "2021-11-25", "2021-11-27")),
    tree(
        "accessed-after-published",
        f"{HERALD}: documents[1].accessed",
        Edit(HERALD, "published: 2022-05-02", "published: 2026-01-03"),
    ),
    tree(
        "held-was-reported",
        f"{MEETING}: status",
        Edit(MEETING, "gazette/handbook\n", "gazette/handbook\n    announcement: true\n"),
    ),
    tree(
        "one-address-one-document",
        f"{HERALD}: documents[0].url",
        Edit(HERALD, "https://herald.example/visit\n    published: 2021-11-26", "https://gazette.example/handbook"),
    ),
    # Coverage.
    tree(
        "every-year-accounted-for",
        "visits/2024-an-van-binh.yaml: start",
        Put(
            "visits/2024-an-van-binh.yaml",
            "direction: VN-JP\nlead: an-van-binh\noffice: president-of-vietnam\nstart: 2024\nend: 2024\n"
            "sources:\n  - document: gazette/handbook\n    supports:\n      - start\n",
        ),
    ),
    # Text and codes.
    tree(
        "text-is-nfc",
        f"{PRESIDENT}: name.vi",
        Edit(PRESIDENT, "An Văn Bình", unicodedata.normalize("NFD", "An Văn Bình")),
    ),
    tree("name-in-script", f"{PREMIER}: name.kana", Edit(PREMIER, "さとう はなこ", "佐藤 花子")),
    tree("name-in-script", f"{PREMIER}: name.ja", Edit(PREMIER, "佐藤花子", "Sato Hanako")),
    tree("name-in-script", f"{PRESIDENT}: name.en", Edit(PRESIDENT, "An Van Binh", "An Văn Binh")),
    tree("name-in-script", "places.yaml: name.vi", Edit("places.yaml", "Hà Nội", "Ханой")),
    tree("name-in-script", f"{PARTNERSHIP}: level.other_names[0].name", Edit(PARTNERSHIP, "Close Partnership", "緊密")),
    tree("code-is-real", f"{LOAN}: amount.currency", Edit(LOAN, "JPY", "JPX")),
    tree("code-is-real", "places.yaml: iso", Edit("places.yaml", "VN-HN", "VN-HH")),
    tree(
        "code-is-real",
        f"{HERALD}: documents[1].language",
        Edit(HERALD, "2022-05-02\n    language: vi", "2022-05-02\n    language: vn"),
    ),
    # Ids.
    tree("id-has-year", f"{MEETING}: ", Edit(MEETING, "date: 2023-03-04", "date: 2022-03-04")),
    tree(
        "id-names-lead",
        "visits/2023-binh.yaml: lead",
        Put(
            "visits/2023-binh.yaml",
            "direction: VN-JP\nlead: an-van-binh\noffice: president-of-vietnam\nstart: 2023\nend: 2023\n"
            "sources:\n  - document: gazette/handbook\n    supports:\n      - start\n",
        ),
    ),
)

WHOLE_FILE = ("file", "too-large", "id", "yaml")
"""Rules that a file as a whole can break; there is then no line to show."""

SAYS_ALL = (
    "names-another",
    "no-cycle",
    "direction-fits",
    "same-country",
    "meeting-of-both",
    "one-trip-at-a-time",
    "terms-do-not-overlap",
    "dated-within-visit",
    "amends-earlier",
    "milestone-on-its-instrument",
    "sessions-in-order",
    "followed-by-later",
    "accessed-after-published",
    "name-in-script",
    "code-is-real",
)
"""Rules between records whose message needs no word on what to do next."""

GUESSING = ("path-is-real", "check-is-answerable")
"""Rules that say what may have been meant where something known is near; their own tests say where."""

ADVISING = {entry.id for entry in RULE_TABLE if entry.where == "between records"} - {*SAYS_ALL, *GUESSING}
"""Rules that always say what to do next."""


def problems_of(root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a tree, with its files and their parts."""
    try:
        return check(load(root))
    except InvalidDataError as error:
        return error.problems


def test_nothing_is_wrong_with_the_base_tree() -> None:
    """The base tree breaks no rule."""
    assert problems_of(BASE) == ()


@pytest.mark.parametrize("broken", TREES, ids=lambda one: f"{one.rule}:{one.at.partition(' ')[2]}")
def test_broken_tree_breaks_one_rule(broken: Tree, write_files: WriteFiles) -> None:
    """A broken tree breaks the rule named and no other, and the breach is reported where it is."""
    root = write_files(broken.files())
    problems = problems_of(root)
    assert {one.rule for one in problems} == {broken.rule}
    file, _, path = broken.at.partition(": ")
    assert (file, path) in {(_below(root, one), one.path) for one in problems}
    severity = {entry.id: entry.severity for entry in RULE_TABLE}[broken.rule]
    for one in problems:
        assert one.message.startswith("expected ")
        assert ", got" in one.message
        assert one.severity == severity
        assert (one.line and one.column) or broken.rule in WHOLE_FILE
        assert one.hint or broken.rule not in ADVISING
        assert not one.hint or broken.rule not in SAYS_ALL


def _below(root: Path, problem: Problem) -> str:
    assert problem.file is not None
    return str(Path(problem.file).relative_to(root))


def test_every_rule_has_a_broken_tree() -> None:
    """No rule about trees goes without a tree that breaks it."""
    assert {one.rule for one in TREES} == {entry.id for entry in RULE_TABLE if entry.where != "files of other forms"}
