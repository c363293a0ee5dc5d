"""The seed through Python: the same plan, findings and duties as the command gives."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import govplan
import pytest

ROOT = Path(__file__).parents[3]
SEED = ROOT / "seeds" / "yanzhou-2020-open-government.txt"
EXPECTED = ROOT / "seeds" / "yanzhou-2020-open-government.json"

DUTIES = {"办公室": 15, "宣传信息中心": 5, "许可服务科": 3, "人事科": 2, "校产办": 2, "基教科": 2}


@pytest.fixture(scope="module")
def plan() -> govplan.Plan:
    return govplan.read(SEED)


def test_a_path_gives_the_committed_plan(plan: govplan.Plan) -> None:
    assert plan.to_json() == EXPECTED.read_text("utf-8")
    assert plan.id == "兖教体发-2020-46"
    assert repr(plan) == "<Plan 兖教体发-2020-46: 5 sections, 29 requirements>"


def test_bytes_and_json_give_the_same_plan(plan: govplan.Plan) -> None:
    assert govplan.read(SEED.read_bytes(), name=SEED.name) == plan
    assert govplan.Plan.from_json(plan.to_json()) == plan
    assert govplan.read(plan.to_json().encode()) == plan


@pytest.mark.parametrize(("organ", "count"), DUTIES.items())
def test_duties_are_those_counted_by_hand(plan: govplan.Plan, organ: str, count: int) -> None:
    duties = plan.duties(organ)
    assert len(duties) == count
    assert {duty.plan for duty in duties} == {plan.id}


def test_one_duty_is_inherited(plan: govplan.Plan) -> None:
    inherited = [duty for duty in plan.duties("办公室") if duty.inherited]
    assert [duty.requirement for duty in inherited] == ["s3.t1.r2"]


def test_findings_are_those_of_the_command(plan: govplan.Plan, command: Callable[..., str]) -> None:
    printed = json.loads(command("check", "--today", "2026-01-01", "--format", "json", "--fail-on", "never", str(SEED)))
    (checked,) = printed
    found = plan.check(today=date(2026, 1, 1))
    assert [json.loads(finding.to_json()) for finding in found] == checked["findings"]
    assert any(finding.code == "GP404" for finding in found)


def test_findings_have_fields(plan: govplan.Plan) -> None:
    traditional = next(finding for finding in plan.check() if finding.code == "GP205")
    assert traditional.severity == "warning"
    assert traditional.found == "督導體系"
    assert traditional.expected == "督导体系"
    assert traditional.place is not None and traditional.place.startswith("17:")


def test_schemas_are_those_of_the_project() -> None:
    for name in govplan.schema_names():
        committed = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))
        assert govplan.schema(name) == committed
    with pytest.raises(KeyError):
        govplan.schema("nothing")


def test_the_package_states_its_version() -> None:
    metadata = subprocess.run(["cargo", "pkgid", "-p", "govplan-python"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert metadata.stdout.strip().endswith(govplan.__version__)
