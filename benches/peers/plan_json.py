"""JSON to a plan that may be relied on: unknown fields, duplicate keys and wrong values refused, references followed.

Every peer has the published schema, as types or as it is. What it cannot do of itself is added as its users add it: duplicate keys
by the hook of Python's `json` (by a visitor of jsonc-parser under node), references by a walk. All are held to the cases that
govplan's own reader is held to.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import govplan

import node
import plan_references as references
from measure import Rate, race
from plan_types import MSGSPEC, PYDANTIC, plan_type
from report import Report, Table, times
from rust_row import RustRow

ROOT = Path(__file__).parent.parent.parent
SCHEMA_FILE = ROOT / "schema" / "plan.schema.json"
SEED = ROOT / "seeds" / "yanzhou-2020-open-government.json"
SCHEMA = json.loads(SCHEMA_FILE.read_text("utf-8"))

Read = Callable[[bytes], Any]

RUST = "govplan in Rust"


class Peer(NamedTuple):
    """A peer by itself, and with all that govplan checks."""

    packages: list[str]
    bare: Read
    whole: Read


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key that stands twice")
    return found


def pydantic_strict() -> Peer:
    read = plan_type(PYDANTIC, SCHEMA).model_validate_json

    def whole(text: bytes) -> Any:
        # Its own parser takes the last of two keys: the text is parsed a second time.
        json.loads(text, object_pairs_hook=unique_keys)
        plan = read(text)
        references.check_objects(plan)
        return plan

    return Peer(["pydantic"], read, whole)


def msgspec_structs() -> Peer:
    import msgspec

    plan_of = plan_type(MSGSPEC, SCHEMA)
    read = msgspec.json.Decoder(plan_of).decode

    def whole(text: bytes) -> Any:
        plan = msgspec.convert(json.loads(text, object_pairs_hook=unique_keys), plan_of)
        references.check_objects(plan)
        return plan

    return Peer(["msgspec"], read, whole)


def jsonschema_rs() -> Peer:
    import jsonschema_rs
    import orjson

    validate = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True).validate

    def bare(text: bytes) -> Any:
        plan = orjson.loads(text)
        validate(plan)
        return plan

    def whole(text: bytes) -> Any:
        plan = json.loads(text, object_pairs_hook=unique_keys)
        validate(plan)
        references.check_dicts(plan)
        return plan

    return Peer(["orjson", "jsonschema_rs"], bare, whole)


PEERS = {"pydantic, strict": pydantic_strict, "msgspec": msgspec_structs, "orjson and jsonschema-rs": jsonschema_rs}


def cases() -> list[tuple[bytes, bool]]:
    """Texts, and whether each is a plan. A newer version's fields are passed over by govplan alone: no peer is asked."""
    sys.path.append(str(ROOT / "tests" / "agreement"))
    from cases import plan_of, table

    found = []
    for name, is_plan in [("accepted.json", True), ("refused.json", False)]:
        for case in table(name):
            by_all = "only" not in case or (case["only"] == "reader" and not is_plan)
            if by_all:
                text = case["text"] if "text" in case else json.dumps(plan_of(case), ensure_ascii=False)
                found.append((text.encode(), is_plan))
    return found


def verdicts(read: Read, asked: list[tuple[bytes, bool]]) -> list[bool]:
    """Whether each case is judged as it should be."""

    def is_taken(text: bytes) -> bool:
        try:
            read(text)
        except Exception:  # Each peer has errors of its own.
            return False
        return True

    return [is_taken(text) == is_plan for text, is_plan in asked]


class Row(NamedTuple):
    name: str
    versions: str
    rates: dict[str, Rate]
    verdicts: list[bool]


def rows_of_node(documents: dict[str, bytes], asked: list[tuple[bytes, bool]]) -> list[Row]:
    given = {
        "schema": SCHEMA,
        "documents": {name: text.decode() for name, text in documents.items()},
        "cases": [text.decode() for text, _ in asked],
    }
    found = node.run("plan_json.mjs", given)
    rows = []
    for name, answer in found["readers"].items():
        rates = {document: Rate(rates) for document, rates in answer["rates"].items()}
        judged = [taken == is_plan for taken, (_, is_plan) in zip(answer["taken"], asked, strict=True)]
        rows.append(Row(name, found["versions"], rates, judged))
    return rows


TEXT = """\\
Bytes to a plan, in memory, one thread: unknown fields and duplicate keys refused, every value held to the schema, every reference
followed, every id and name unique. The types of pydantic and msgspec are written out from the published schema. Rows that end in
"alone" show a peer without what it cannot do of itself; "right" counts, of the cases that govplan's reader is held to, those that
are taken or refused as they should be."""


def report(binary: str) -> Report:
    found = Report("JSON to a plan", TEXT)
    asked = cases()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        subprocess.run([binary, "plan", str(file)], check=True)
        documents = {"plan": file.read_bytes(), "seed": SEED.read_bytes()}
        in_rust = {name: RustRow(binary, "plan-json", str(path)) for name, path in {"plan": file, "seed": SEED}.items()}

    peers = found.installed(PEERS)
    readers: dict[str, Read] = {}
    versions = {}
    for name, peer in peers.items():
        packages = ", ".join(version(package) for package in peer.packages)
        for title, read in [(name, peer.whole), (f"{name}, alone", peer.bare)]:
            readers[title], versions[title] = read, packages
    readers["govplan"], versions["govplan"] = govplan.Plan.from_json, govplan.__version__

    rates = {}
    for document, text in documents.items():
        works = {name: (lambda read=read: read(text)) for name, read in readers.items()}
        with in_rust[document] as rust:
            rates[document] = race(works | {RUST: rust}, len(text))
    rows = [
        Row(name, versions[name], {document: rates[document][name] for document in documents}, verdicts(read, asked))
        for name, read in readers.items()
    ]
    own = rows.pop()
    try:
        rows += rows_of_node(documents, asked)
    except node.NotThere as error:
        found.left_out("ajv", error)
    if not all(own.verdicts):
        raise SystemExit("govplan takes or refuses a case that it should not")
    of_rust = {document: rates[document][RUST] for document in documents}
    last = Row(RUST, in_rust["plan"].version, of_rust, own.verdicts)

    head = ["peer", "version"]
    sizes = {name: f"{len(text) / 1000:.0f} KB" for name, text in documents.items()}
    for document, title in {"plan": "plan of", "seed": "the seed,"}.items():
        head += [f"{title} {sizes[document]}, MB/s", "govplan is"]
    head.append(f"right of {len(asked)}")
    lines = []
    for row in [*rows, own, last]:
        lines.append([row.name, row.versions])
        for document in documents:
            rate = row.rates[document]
            lines[-1] += [str(rate * 1e-6), times(own.rates[document], rate)]
        lines[-1].append(str(sum(row.verdicts)) if row is not last else "as above")
    found.tables.append(Table("JSON to a plan", head, lines))
    by_name = {row.name: row for row in rows}
    for name, least in {"pydantic, strict": 6, "msgspec": 3}.items():
        if name in by_name:
            found.target("JSON to a plan", name, least, own.rates["plan"], by_name[name].rates["plan"])
    return found

