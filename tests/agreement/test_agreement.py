"""Python's jsonschema is held to the tables that the strict reader and the Rust validator agree on."""

import json
from typing import Any

import pytest
from cases import HERE, plan_of, table
from jsonschema import Draft202012Validator

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
