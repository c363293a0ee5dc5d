"""What goes wrong is an exception with fields."""

from __future__ import annotations

from pathlib import Path

import govplan
import pytest

PLAN = '{"govplan": "1.0", "id": "p"}'


def test_an_unknown_field_is_named_with_the_nearest_known_one() -> None:
    with pytest.raises(govplan.PlanError) as caught:
        govplan.Plan.from_json('{"govplan": "1.0", "id": "p", "sectons": []}')
    error = caught.value
    assert (error.code, error.pointer, error.nearest, error.line) == ("unknown_field", "/sectons", "sections", 1)
    assert "sectons" in error.message and "sectons" in error.message_en


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
    assert issubclass(govplan.PlanError, govplan.GovplanError)
    assert issubclass(govplan.ReadError, govplan.GovplanError)
    assert issubclass(govplan.UnknownOrganError, govplan.GovplanError)
    assert govplan.Plan.from_json(PLAN).id == "p"
