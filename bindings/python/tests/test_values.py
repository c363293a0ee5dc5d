"""Every object compares, hashes, pickles and shows itself."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import govplan
import pytest

REGISTER = """{"govplan": "1.0", "organs": [
    {"id": "czj", "names": [{"name": "兖州区财政局"}]},
    {"id": "jtj", "names": [{"name": "兖州区教育和体育局"}]}]}"""


@pytest.fixture(scope="module")
def objects(seed: govplan.Plan) -> list[object]:
    """One of every class."""
    requirement = next(requirement for requirement in seed.requirements if requirement.timings)
    register = govplan.Register.from_json(REGISTER)
    schedule = seed.schedule(today=date(2020, 9, 1))
    resolution = register.resolve("财政局")
    return [
        seed,
        seed.head,
        seed.sections,
        seed.sections[0],
        seed.tasks[3],
        requirement,
        requirement.assignments[0],
        requirement.timings[0],
        requirement.place,
        seed.basis[0],
        seed.preamble[0],
        seed.directives[0],
        seed.units[0],
        seed.units[1:3],
        seed.check(),
        seed.check()[0],
        seed.duties("办公室")[0],
        schedule,
        schedule.due[0],
        seed.graph(),
        seed.graph(register),
        seed.to_arrow(),
        register,
        resolution,
        resolution.suggestions[0],
        govplan.parse_doc_number("国办发［2018］37号"),
        govplan.Calendar.from_csv("date,name,kind\n2027-01-01,元旦,holiday\n"),
    ]


def test_a_copy_is_equal_and_hashes_alike(objects: list[object]) -> None:
    for one in objects:
        for other in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
            assert other == one and not other != one
            assert hash(other) == hash(one)
            assert type(other) is type(one)
        assert one != object()


def test_objects_of_one_class_differ(objects: list[object]) -> None:
    assert len(set(objects)) == len(objects)


def test_objects_show_themselves_in_short_and_escaped(objects: list[object]) -> None:
    for one in objects:
        assert repr(one).startswith(f"<{type(one).__name__}") and "\n" not in repr(one)
        html = one._repr_html_()  # type: ignore[attr-defined]
        assert html.startswith(("<table>", "<p>")) and "<Plan" not in html
    hostile = govplan.read("工作任务\t责任单位\n1.<script>alert(1)</script>\t<b>办公室</b>\n".encode())
    for one in (hostile, hostile.tasks, hostile.units[0], hostile.graph(), hostile.requirements[0]):
        assert "<script" not in one._repr_html_() and "<b>" not in one._repr_html_()


def test_a_pickle_of_parts_holds_their_plan_once(seed: govplan.Plan) -> None:
    parts = pickle.loads(pickle.dumps(list(seed.requirements)))
    assert len({id(part.plan) for part in parts}) == 1
    assert len(pickle.dumps(list(seed.requirements))) < 2 * len(pickle.dumps(seed))


def test_the_day_that_a_plan_is_read_for_is_kept_and_is_no_part_of_it(seed: govplan.Plan) -> None:
    later = govplan.Plan.from_json(seed.to_json(), date(2026, 1, 1))
    assert later == seed and later.check() != seed.check()
    assert pickle.loads(pickle.dumps(later)).check() == later.check() == seed.check(today=date(2026, 1, 1))


def test_names_are_resolved_only_where_they_are_known() -> None:
    register = govplan.Register.from_json(REGISTER)
    found = register.resolve("财政局", issuers=["济宁市兖州区人民政府"])
    assert (found.id, found.by) == ("czj", "restored_prefix")
    assert register.resolve("财政局", issuers=["潮州市人民政府"]).id is None
    assert len(register) == 2 and register.to_dict()["organs"][0]["id"] == "czj"
