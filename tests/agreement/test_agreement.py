"""Python's jsonschema is held to the tables that the strict reader and the Rust validator agree on."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

HERE = Path(__file__).parent


def table(name: str) -> Any:
    return json.loads((HERE / name).read_text("utf-8"))


def parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def holder(plan: Any, pointer: str) -> tuple[Any, Any]:
    """The object or list that a pointer's last part is of, and the part as its key."""
    *above, last = parts(pointer)
    for part in above:
        plan = plan[int(part) if isinstance(plan, list) else part]
    return plan, int(last) if isinstance(plan, list) else last


def plan_of(case: dict[str, Any]) -> Any:
    """The plan of a case; its own text, or the plan of plan.json changed."""
    if "text" in case:
        return json.loads(case["text"])
    plan = copy.deepcopy(PLAN)
    for pointer in case.get("remove", []):
        above, key = holder(plan, pointer)
        del above[key]
    for pointer, value in case.get("set", {}).items():
        if pointer == "":
            plan = value
        else:
            above, key = holder(plan, pointer)
            above[key] = value
    return plan


PLAN = table("plan.json")
SCHEMA = json.loads((HERE.parent.parent / "schema" / "plan.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", ["plan", "finding", "row", "config"])
def test_the_schemas_are_schemas(name: str) -> None:
    schema = json.loads((HERE.parent.parent / "schema" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("case", table("refused.json"), ids=lambda case: case["name"])
def test_refused(case: dict[str, Any]) -> None:
    try:
        plan = plan_of(case)
    except json.JSONDecodeError:
        assert case["only"] == "reader"
        return
    assert VALIDATOR.is_valid(plan) == (case.get("only") == "reader")


@pytest.mark.parametrize("case", table("accepted.json"), ids=lambda case: case["name"])
def test_accepted(case: dict[str, Any]) -> None:
    if "text" not in case:
        assert VALIDATOR.is_valid(plan_of(case)) == (case.get("only") != "reader")
