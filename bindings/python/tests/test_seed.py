"""The seed through Python: the same plan, findings and duties as the command gives."""

from __future__ import annotations

import json
import subprocess

import govplan
import pytest
from corpus import ROOT

EXPECTED = ROOT / "seeds" / "yanzhou-2020-open-government.json"

DUTIES = {"办公室": 15, "宣传信息中心": 5, "许可服务科": 3, "人事科": 2, "校产办": 2, "基教科": 2}


def test_a_path_gives_the_committed_plan(seed: govplan.Plan) -> None:
    assert seed.to_json() == EXPECTED.read_text("utf-8")
    assert seed.id == "兖教体发-2020-46"
    assert repr(seed) == "<Plan 兖教体发-2020-46: 5 sections, 29 requirements>"


@pytest.mark.parametrize(("organ", "count"), DUTIES.items())
def test_duties_are_those_counted_by_hand(seed: govplan.Plan, organ: str, count: int) -> None:
    duties = seed.duties(organ)
    assert len(duties) == count
    assert {duty.plan for duty in duties} == {seed.id}


def test_one_duty_is_inherited(seed: govplan.Plan) -> None:
    inherited = [duty for duty in seed.duties("办公室") if duty.inherited]
    assert [duty.requirement for duty in inherited] == ["s3.t1.r2"]


def test_findings_have_fields(seed: govplan.Plan) -> None:
    traditional = next(finding for finding in seed.check() if finding.code == "GP205")
    assert traditional.severity == "warning"
    assert traditional.found == "督導體系"
    assert traditional.expected == "督导体系"
    assert traditional.place is not None and traditional.place.line == 17
    assert traditional.place.short.startswith("17:")


def test_schemas_are_those_of_the_project() -> None:
    for name in govplan.schema_names():
        committed = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))
        assert govplan.schema(name) == committed
    with pytest.raises(KeyError):
        govplan.schema("nothing")


def test_the_package_states_its_version() -> None:
    metadata = subprocess.run(["cargo", "pkgid", "-p", "govplan-python"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert metadata.stdout.strip().endswith(govplan.__version__)
