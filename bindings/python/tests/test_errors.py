"""What goes wrong is an exception with fields."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import govplan
import pytest


def test_an_unknown_field_is_named_with_the_nearest_known_one() -> None:
    with pytest.raises(govplan.PlanError) as caught:
        govplan.Plan.from_json('{"govplan": "1.0", "id": "p", "sectons": []}')
    error = caught.value
    assert (error.code, error.pointer, error.nearest, error.line) == ("unknown_field", "/sectons", "sections", 1)
    assert (error.found, error.expected) == ("sectons", "sections")
    assert error.place is not None and (error.place.line, error.place.column) == (1, error.column)
    assert "sectons" in error.message and "sectons" in error.message_en and str(error) == error.message_en


@pytest.mark.parametrize(
    ("field", "found", "expected"),
    [
        ('"id": 3', "integer `3`", "a string"),
        ('"id": "p", "sections": [{"id": "x"}]', "x", "a section id such as `s1`"),
        ('"id": "p", "revision": -1', "integer `-1`", "u32"),
    ],
)
def test_a_wrong_value_says_what_was_found_and_what_was_expected(field: str, found: str, expected: str) -> None:
    with pytest.raises(govplan.PlanError) as caught:
        govplan.Plan.from_json('{"govplan": "1.0", %s}' % field)
    assert (caught.value.code, caught.value.found, caught.value.expected) == ("value", found, expected)


def test_errors_pickle() -> None:
    for raise_one in (
        lambda: govplan.Plan.from_json("{"),
        lambda: govplan.read(b""),
        lambda: govplan.Register.from_json("[]"),
        lambda: govplan.read(b'{"govplan": "1.0", "id": "p"}').duties("x"),
        lambda: govplan.workdays.add(date(2026, 12, 21), 20),
        lambda: govplan.Calendar.from_csv("date,name,kind\n"),
        lambda: govplan.read(b'{"govplan": "1.0", "id": "p"}' * 2),
    ):
        with pytest.raises(govplan.GovplanError) as caught:
            raise_one()
        again = pickle.loads(pickle.dumps(caught.value))
        assert type(again) is type(caught.value) and vars(again) == vars(caught.value)


def test_a_register_says_what_cannot_be() -> None:
    twice = '{"id": "a", "names": [{"name": "财政局"}]}'
    with pytest.raises(govplan.RegisterError) as caught:
        govplan.Register.from_json('{"govplan": "1.0", "organs": [%s, %s]}' % (twice, twice))
    assert (caught.value.code, caught.value.pointer, caught.value.found) == ("structure", "/organs/1/id", "a")


@pytest.mark.parametrize(
    ("json", "code"),
    [
        ("", "syntax"),
        ("{", "syntax"),
        ("[]", "value"),
        ('{"govplan": "1.0", "id": "p", "id": "q"}', "duplicate_key"),
        ('{"govplan": "2.0", "id": "p"}', "value"),
    ],
)
def test_json_that_is_no_plan_says_why(json: str, code: str) -> None:
    with pytest.raises(govplan.PlanError) as caught:
        govplan.Plan.from_json(json)
    assert caught.value.code == code


def test_an_organ_that_is_not_there_is_named_with_the_nearest_one() -> None:
    plan = govplan.read("工作任务\t责任单位\n1.推进决策公开\t办公室\n".encode())
    with pytest.raises(govplan.UnknownOrganError) as caught:
        plan.duties("办公市")
    assert (caught.value.name, caught.value.nearest) == ("办公市", "办公室")


@pytest.mark.parametrize("source", [b"", b" \n\t", b"\x89PNG\r\n\x1a\n" + bytes(64)])
def test_bytes_that_are_no_document_are_refused(source: bytes) -> None:
    with pytest.raises(govplan.ReadError):
        govplan.read(source)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        govplan.read(tmp_path / "nothing.txt")


def test_every_error_is_one_of_the_package() -> None:
    for name in (
        "CalendarError",
        "PlanError",
        "ReadError",
        "RegisterError",
        "SeveralPlansError",
        "UnknownOrganError",
        "UnknownYearError",
    ):
        assert issubclass(getattr(govplan, name), govplan.GovplanError)
