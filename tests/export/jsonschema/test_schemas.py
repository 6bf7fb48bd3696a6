"""The JSON Schemas accept what the reader accepts, tell what is wrong in a file, and are schemas themselves."""

import copy
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regress
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.json_format import text as json_text
from vnjp_dataset.export.jsonschema.rules import CLASS_RULES, FIELD_RULES
from vnjp_dataset.export.jsonschema.schemas import EXPORTED, json_schema, texts, yaml_schema
from vnjp_dataset.export.jsonschema.types import class_schema, definitions, name_schema
from vnjp_dataset.model import (
    KINDS,
    Actor,
    Check,
    Citation,
    Conflict,
    Criteria,
    KindName,
    Level,
    Meeting,
    Milestone,
    OtherName,
    PartialDate,
    Place,
    Record,
    Retired,
    Session,
    Text,
    Value,
)
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.shape import field_types
from vnjp_dataset.reading.convert import build, structure, unstructure
from vnjp_dataset.reading.nodes import parse
from vnjp_dataset.reading.write import yaml_text

DATA = Path(__file__).resolve().parents[3] / "data"
SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much)
Plain = Any
Validator: Any = Draft202012Validator  # whose stubs know half of their types
# Reads YAML as 1.2 does, with the types of its core schema, quickly.
Core: Any = type("Core", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": {}})
for tag, form, starts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), starts)


def reference() -> Any:
    """Return a reader of YAML 1.2 that has nothing to do with ours; like that of JavaScript it leaves dates text."""
    made: Any = YAML(typ="safe", pure=True)
    made.version = (1, 2)
    made.constructor.yaml_constructors = {
        **made.constructor.yaml_constructors,
        "tag:yaml.org,2002:timestamp": made.constructor.yaml_constructors["tag:yaml.org,2002:str"],
    }
    return made


def files(kind: KindName) -> list[Path]:
    """Return the YAML files of a kind."""
    return [DATA / f"{kind}.yaml"] if KINDS[kind].layout == "table" else sorted((DATA / kind).glob("*.yaml"))


def in_file(record: Record) -> Plain:
    """Return what stands in the YAML of a record, or of a table with it alone."""
    plain = {name: value for name, value in unstructure(record).items() if name != "id"}
    layouts = {kind.record: kind.layout for kind in KINDS.values()}
    return plain if layouts[type(record)] == "folder" else {record.id: plain}


def problems(schema: Plain, instance: Plain) -> list[str]:
    """Return the paths of what a schema finds wrong."""
    return [error.json_path for error in Validator(schema).iter_errors(instance)]


def class_validator(cls: type[Value]) -> Any:
    """Return a validator of a class's plain YAML."""
    return Validator({**class_schema(cls, "yaml"), "$defs": definitions([cls], "yaml")})


@pytest.mark.parametrize("name", list(texts()))
def test_each_is_a_schema(name: str) -> None:
    """Each file is valid under the metaschema of the draft that it names, and refers to nothing outside itself."""
    schema = json.loads(texts()[name])
    assert schema["$schema"] == Validator.META_SCHEMA["$id"]
    Validator.check_schema(schema)
    assert set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', texts()[name])) == set(schema["$defs"])
    assert texts()[name].count('"$ref"') == texts()[name].count('"$ref": "#/$defs/')


@pytest.mark.parametrize("kind", list(KINDS))
def test_fields_and_what_they_mean_are_there(kind: KindName) -> None:
    """Every field of the model, and no other, is a key with its documentation; the id is one in JSON only."""
    cls = KINDS[kind].record
    for holder in ("yaml", "json"):
        classes: dict[str, Plain] = {cls.__name__: class_schema(cls, holder), **definitions([cls], holder)}
        for name, schema in classes.items():
            if "properties" not in schema:
                continue
            found = next(one for one in (cls, *Value.__subclasses__()) if one.__name__ == name)
            declared = {
                one.name: doc
                for one, _, doc in field_types(found)
                if one.name != "id" or holder == "json" or not issubclass(found, Record)
            }
            assert schema["properties"].keys() == declared.keys()
            assert all(schema["properties"][one]["description"].startswith(doc) for one, doc in declared.items())
            assert schema["additionalProperties"] is False


@pytest.mark.parametrize("kind", list(KINDS))
def test_what_is_written_is_valid(kind: KindName) -> None:
    """Any record is valid in JSON, and in YAML as a reader of YAML 1.2 understands it, guesses and all."""
    in_yaml = Validator(yaml_schema(kind))
    schema = json_schema([kind])
    in_json = Validator({"$ref": f"#/$defs/{KINDS[kind].record.__name__}", "$defs": schema["$defs"]})
    reader = reference()

    @settings(max_examples=8, suppress_health_check=SLOW)
    @given(record=st.from_type(KINDS[kind].record))
    def law(record: Record) -> None:
        in_json.validate(json.loads(json.dumps(unstructure(record))))
        in_yaml.validate(reader.load(yaml_text(in_file(record))))

    law()


@pytest.mark.parametrize("text", ["1e3", "0o17", "2004", "12"])
def test_ids_that_look_like_numbers_are_ids(text: str) -> None:
    """To a reader of YAML 1.2 some ids are numbers where no quotes stand."""
    found = reference().load(f"en: {text}\n")["en"]
    assert not isinstance(found, str)
    assert class_validator(Text).is_valid({"en": found})
    assert class_validator(Actor).is_valid({"person": found})


HOSTILE: tuple[Plain, ...] = (
    "",
    " ",
    [],
    {},
    ["x"],
    {"en": "x"},
    "x",
    "2002",
    "0000",
    "2002-13",
    "2002-01-32",
    "true",
    "-1",
    "no-such-word",
)


def paths(plain: Plain, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to everything in plain data."""
    if isinstance(plain, str):
        return
    keys: Any = plain if hasattr(plain, "keys") else range(len(plain))
    for key in keys:
        yield (*path, key)
        yield from paths(plain[key], (*path, key))


def spoiled(plain: Plain, data: st.DataObject) -> None:
    """Drop, add or replace something anywhere in plain data, where there is anything."""
    found = list(paths(plain))
    if not found:
        return
    *way, last = data.draw(st.sampled_from(found))
    for key in way:
        plain = plain[key]
    what = data.draw(st.sampled_from(("drop", "replace", "add")))
    if what == "drop":
        del plain[last]
    elif what == "replace":
        plain[last] = copy.deepcopy(data.draw(st.sampled_from(HOSTILE)))
    elif isinstance(plain, dict):
        plain["unknown"] = "x"
    else:
        plain.append(copy.deepcopy(data.draw(st.sampled_from(HOSTILE))))


@pytest.mark.parametrize("kind", list(KINDS))
def test_what_a_schema_refuses_the_reader_refuses(kind: KindName) -> None:
    """No false alarms: of records with a flaw or two, the reader takes none that the schema does not."""
    validator = class_validator(KINDS[kind].record)

    @settings(max_examples=15, suppress_health_check=SLOW)
    @given(record=st.from_type(KINDS[kind].record), data=st.data())
    def law(record: Record, data: st.DataObject) -> None:
        plain: Plain = yaml.load(yaml_text({**unstructure(record)}), yaml.CBaseLoader)  # noqa: S506 - all text
        del plain["id"]
        for _ in range(data.draw(st.integers(1, 2))):
            spoiled(plain, data)
        if not validator.is_valid(plain):
            with pytest.raises(InvalidValueError):
                structure(plain, KINDS[kind].record, record.id)

    law()


NAMED = {"en": "Name"}
BROKEN: tuple[tuple[type[Value], str | None, Plain], ...] = (
    (Text, None, {}),
    (Actor, None, {"role": "chair"}),
    (Actor, None, {"country": "VN", "office": "prime-minister"}),
    (Check, None, {"collection": "visits", "where": {}, "answer": "ordinal"}),
    (Milestone, None, {"date": "1973", "kind": "partnership", "name": NAMED}),
    (Milestone, None, {"date": "1973", "kind": "first", "name": NAMED, "level": {"rank": 1, "name": NAMED}}),
    (
        Milestone,
        None,
        {
            "date": "1973",
            "kind": "anniversary",
            "name": NAMED,
            "check": {"collection": "visits", "where": {}, "answer": "ordinal", "through": "x"},
        },
    ),
    (
        Milestone,
        None,
        {
            "date": "1973",
            "kind": "first",
            "name": NAMED,
            "check": {"collection": "visits", "where": {}, "answer": "count"},
        },
    ),
    (Place, None, {"name": NAMED, "country": "VN", "kind": "city", "latitude": 1}),
    (Place, None, {"name": NAMED, "country": "VN", "kind": "city", "longitude": 1}),
    (Place, "latitude", {"name": NAMED, "country": "VN", "kind": "city", "latitude": 91, "longitude": 1}),
    (Place, "longitude", {"name": NAMED, "country": "VN", "kind": "city", "latitude": 1, "longitude": -181}),
    (
        Retired,
        None,
        {"kind": "visits", "fate": "withdrawn", "since": "0.2.0", "reason": "x", "replaced_by": ["a"]},
    ),
    (Retired, None, {"kind": "visits", "fate": "merged", "since": "0.2.0", "reason": "x"}),
    (Retired, None, {"kind": "visits", "fate": "merged", "since": "0.2.0", "reason": "x", "replaced_by": ["a", "b"]}),
    (Retired, None, {"kind": "visits", "fate": "split", "since": "0.2.0", "reason": "x", "replaced_by": ["a"]}),
    (Citation, "supports", {"document": "a/b", "supports": []}),
    (Conflict, "documents", {"field": "start", "value": 12, "documents": [], "reason": "x"}),
    (OtherName, "documents", {"name": "x", "language": "en", "documents": []}),
    (Meeting, "participants", {"date": "2002", "medium": "video", "participants": [{"country": "VN"}]}),
    (Level, "rank", {"rank": -1, "name": NAMED}),
    (Session, "number", {"start": "2002", "number": 0}),
    (Criteria, "year", {"year": 0}),
    (Criteria, "year", {"year": 10000}),
)


@pytest.mark.parametrize(("cls", "field", "plain"), BROKEN)
def test_rules_of_classes_are_kept(cls: type[Value], field: str | None, plain: Plain) -> None:
    """What breaks a rule that a schema can say is found by it, at its field, and by the class as well."""
    found = [error.json_path for error in class_validator(cls).iter_errors(plain)]
    assert len(found) == 1
    assert field is None or found == [f"$.{field}"]
    strict = json.loads(json.dumps(plain), parse_int=str)
    with pytest.raises(InvalidValueError):
        build({**strict, "id": "x"} if issubclass(cls, Record) else strict, cls)


def test_every_rule_is_tried() -> None:
    """No rule stands among them that nothing breaks."""
    assert {cls for cls, field, _ in BROKEN if field is None} == set(CLASS_RULES)
    assert {(cls, field) for cls, field, _ in BROKEN if field is not None} == set(FIELD_RULES)


# Python and JavaScript call different control characters space.
ALIKE = st.characters(min_codepoint=32, max_codepoint=0x1FF, exclude_characters="\x7f\x85")


@pytest.mark.parametrize("declared", list({grammar.form: one for one, grammar in GRAMMARS.items()}.values()))
def test_patterns_say_what_grammars_say(declared: Any) -> None:
    """In JavaScript a pattern, with its lengths, matches what the model takes for a name of that form."""
    schema: Plain = name_schema(declared, "json")
    pattern = regress.Regex(schema["pattern"], "u")
    grammar = GRAMMARS[declared].pattern
    near = st.from_regex(grammar, fullmatch=True, alphabet=ALIKE) | st.text('aZ9-_/.[]:\n "\\{}|^`<é', max_size=12)

    @given(text=st.one_of(near, st.builds("{}{}".format, near, near), st.just("a" * 81), st.just("https://a.example")))
    def law(text: str) -> None:
        long_enough = schema.get("minLength", 0) <= len(text) <= schema.get("maxLength", len(text))
        assert (long_enough and pattern.find(text) is not None) == (grammar.fullmatch(text) is not None)

    law()
    assert all(grammar.fullmatch(one) for one in schema.get("examples", ()))


@given(date=strategies.partial_dates(), other=st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}[?~%]?", fullmatch=True))
def test_the_pattern_of_dates_takes_every_date(date: PartialDate, other: str) -> None:
    """A date matches; a match is a date, but for the lengths of months and the order of the ends of a stretch."""
    schema: Plain = definitions([Session], "yaml")["PartialDate"]
    pattern = regress.Regex(schema["pattern"], "u")
    assert pattern.find(str(date))
    for text in (other, f"{other}/..", f"../{other}", f"{other}/{date}"):
        try:
            PartialDate(text)
        except InvalidValueError:
            days = re.findall(r"-(?:29|30|31)", text)
            assert pattern.find(text) is None or days or (text.count("/") and ".." not in text)
        else:
            assert pattern.find(text)


def test_years_without_quotes_are_dates() -> None:
    """A year is a number to YAML; one that no date can have is refused."""
    schema: Plain = {**class_schema(Session, "yaml"), "$defs": definitions([Session], "yaml")}
    assert problems(schema, {"start": 2002, "number": 3}) == []
    assert problems(schema, {"start": "2002", "number": "3"}) == []
    assert problems(schema, {"start": 20023}) == ["$.start"]
    assert problems(schema, {"start": 2002.5, "number": 3.5}) == ["$.start", "$.number"]
    assert problems(schema, {"start": "2002-13", "number": "three"}) == ["$.start", "$.number"]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_file_of_the_dataset_is_valid(kind: KindName) -> None:
    """Whoever edits a file of ours in an editor sees no alarm, for a reader of YAML 1.2 finds all of it valid."""
    validator = Validator(yaml_schema(kind))
    found = files(kind)
    assert found
    for place, path in enumerate(found):
        data = path.read_bytes()
        plain = yaml.load(data, Core)  # noqa: S506 - a safe loader
        assert [f"{path.name}: {one.json_path}: {one.message}" for one in validator.iter_errors(plain)] == []
        if place % 60 == 0 and len(data) < 100_000:
            assert reference().load(data) == plain


BROKEN_VISIT = """\
direction: VN-JB
start: 2002-04-27
end: 2002
office: prime-minister-of-japan
stars: 5
itinerary:
  - date: 27.4.2002
    activity: talks
"""


def check_jsonschema(*arguments: str | Path) -> tuple[int, Plain]:
    """Run the command line of check-jsonschema and return its exit code and report."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "-o", "json", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def test_check_jsonschema_reads_them(tmp_path: Path) -> None:
    """The program that checks YAML before a commit finds real files valid, and tells the place of each mistake."""
    FORMATS["jsonschema"].write(Dataset({}), tmp_path)
    schema = tmp_path / "visits.schema.json"
    code, _ = check_jsonschema("--schemafile", schema, *files("visits")[::100])
    assert code == 0
    (tmp_path / "broken.yaml").write_text(BROKEN_VISIT, "utf-8")
    code, report = check_jsonschema("--schemafile", schema, tmp_path / "broken.yaml")
    assert code == 1
    found = [(one["path"], one["message"]) for one in report["errors"]]
    assert sorted(path for path, _ in found) == ["$", "$", "$.direction", "$.itinerary[0].date"]
    assert any("'lead' is a required property" in message for _, message in found)
    assert any("'stars' was unexpected" in message for _, message in found)


def test_the_exported_file_is_valid() -> None:
    """What `vnjp export json` writes is valid under its schema; what another program made of it may not be."""
    trees = {path.stem: parse(path.read_bytes(), path.name)[0] for path in files("visits")[::20]}
    visits = [structure(tree.plain(), KINDS["visits"].record, stem) for stem, tree in trees.items() if tree]
    schema = json_schema()
    plain = json.loads(json_text(Dataset({"visits": visits})))
    assert len(plain["visits"]) == len(trees)
    assert problems(schema, plain) == []
    plain["visits"][0]["fields"] = "trade"
    plain["visitors"] = []
    assert sorted(problems(schema, plain)) == ["$", "$.visits[0].fields"]


def test_some_kinds_have_some_files(tmp_path: Path) -> None:
    """The schemas of the kinds asked for are written, each the same whatever is written beside it."""
    every = FORMATS["jsonschema"].write(Dataset({}), tmp_path / "all")
    assert [path.name for path in every] == [*(f"{kind}.schema.json" for kind in KINDS), EXPORTED]
    some = FORMATS["jsonschema"].write(Dataset({}), tmp_path / "some", kinds=("offices", "places"))
    assert [path.name for path in some] == ["offices.schema.json", "places.schema.json", EXPORTED]
    assert some[0].read_bytes() == (tmp_path / "all" / "offices.schema.json").read_bytes()
    arrays = json.loads(some[-1].read_text("utf-8"))["properties"].keys()
    assert arrays == {"version", "schema_version", "fingerprint", "offices", "places"}
