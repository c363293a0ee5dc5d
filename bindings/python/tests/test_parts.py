"""The parts of a plan: what they say is what stands in its JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import govplan
import pytest
from corpus import SOURCES, read


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_parts_are_those_of_the_json(source: str) -> None:
    for plan in read(source):
        written = json.loads(plan.to_json())
        assert plan.to_dict() == written
        assert [section.to_dict() for section in plan.sections] == written.get("sections", [])
        assert [unit.to_dict() for unit in plan.units] == written.get("units", [])
        assert [paragraph.to_dict() for paragraph in plan.preamble] == written.get("preamble", [])
        assert [directive.to_dict() for directive in plan.directives] == written.get("directives", [])
        assert [finding.to_dict() for finding in plan.findings] == written.get("findings", [])
        assert plan.head.to_dict() == written.get("head", {})
        parts: list[govplan.Task | govplan.Requirement] = [*plan.tasks, *plan.requirements]
        for part in parts:
            assert part.to_dict() == at(written, part.pointer)
            assert part.plan is plan


def at(document: Any, pointer: str) -> Any:
    """What stands at a JSON Pointer without escapes."""
    for part in pointer.split("/")[1:]:
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document


def test_walking_down_gives_what_lists_give(seed: govplan.Plan) -> None:
    tasks = [task for section in seed.sections for task in section.tasks]
    assert tasks == list(seed.tasks) and len(tasks) == 14
    requirements = [requirement for task in tasks for requirement in task.requirements]
    assert requirements == list(seed.requirements) and len(requirements) == 29
    assert sum(len(requirement.assignments) for requirement in requirements) == 47


def test_fields_are_typed(seed: govplan.Plan) -> None:
    (timing,) = [timing for requirement in seed.requirements for timing in requirement.timings if timing.kind == "by"]
    assert (timing.raw, timing.end, timing.steps) == ("2020年9月底前", date(2020, 9, 30), ["month_end"])
    assert timing.place is not None and timing.place.line is not None
    assert seed.head.issued_on == date(2020, 8, 27)
    assert seed.head.number == "兖教体发〔2020〕46号"
    assert seed.period == (date(2020, 1, 1), date(2020, 12, 31))
    assert seed.sections[0].label == "一"
    assert {assignment.role for requirement in seed.requirements for assignment in requirement.assignments} == {"responsible"}


def test_views_slice_without_making_items(seed: govplan.Plan) -> None:
    view = seed.requirements
    assert view[-1].id == view[28].id
    assert [item.id for item in view[1:9:3]] == [view[1].id, view[4].id, view[7].id]
    assert isinstance(view[3:], govplan.View) and len(view[3:][1:]) == 25
    assert view[3:] == list_view(view)[3:] and view[3:] != view[4:]
    assert seed.sections[2] in seed.sections
    with pytest.raises(IndexError):
        view[29]
    findings = seed.check()
    assert isinstance(findings[2:], govplan.Findings)
    assert json.loads(findings[:1].to_json())[0]["findings"] == [findings[0].to_dict()]


def list_view(view: govplan.View[govplan.Requirement]) -> govplan.View[govplan.Requirement]:
    return govplan.View(tuple(view))


def test_a_path_that_leads_nowhere_is_an_error(seed: govplan.Plan) -> None:
    nothing = seed._requirement([9, 9, 9])
    with pytest.raises(LookupError):
        nothing.text
