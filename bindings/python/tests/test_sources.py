"""What a document may be read from, and what a reader is told."""

from __future__ import annotations

import io
import pathlib
from types import MappingProxyType

import govplan
import pytest
from corpus import CORPUS, SEED

PLANS = b'{"govplan": "1.0", "id": "a"}\n{"govplan": "1.0", "id": "b"}\n'


def test_a_path_its_bytes_and_the_open_file_give_one_plan(seed: govplan.Plan) -> None:
    assert govplan.read(str(SEED)) == seed
    assert govplan.read(SEED.read_bytes(), name=SEED.name) == seed
    with SEED.open("rb") as file:
        assert govplan.read(file) == seed
    assert govplan.read(io.BytesIO(SEED.read_bytes()), name=SEED.name) == seed
    assert govplan.read(bytearray(seed.to_json().encode())) == seed


def test_several_plans_are_an_error_that_says_where_to_turn() -> None:
    with pytest.raises(govplan.SeveralPlansError) as caught:
        govplan.read(PLANS)
    assert (caught.value.count, caught.value.found, caught.value.expected) == (2, "2", "1")
    assert [plan.id for plan in govplan.read_all(PLANS)] == ["a", "b"]


def test_the_format_may_be_named() -> None:
    source = b"# 1. | 2.\n"
    assert govplan.read(source, format="markdown").to_dict()["source"]["reader"] == "markdown"
    assert govplan.read(source, format="text").to_dict()["source"]["reader"] == "text"
    with pytest.raises(ValueError, match="unknown format `odt`"):
        govplan.read(source, format="odt")


def test_limits_bound_the_work() -> None:
    source = CORPUS / "00-seed" / "source.docx"
    with pytest.raises(govplan.ReadError) as caught:
        govplan.read(source, limits=MappingProxyType({"bytes": 1000}))
    assert (caught.value.code, caught.value.expected) == ("too_large", "1000")
    with pytest.raises(govplan.ReadError) as caught:
        govplan.read(io.BytesIO(source.read_bytes()), limits={"bytes": 1000})
    assert caught.value.code == "too_large"
    few = govplan.read(source, limits={"cells": 30})
    assert len(few.requirements) < 29
    assert any(finding.severity == "warning" for finding in few.findings)
    with pytest.raises(ValueError, match="unknown limit `page`"):
        govplan.read(source, limits={"page": 3})


def test_what_is_no_source_is_an_error(tmp_path: pathlib.Path) -> None:
    with pytest.raises(TypeError):
        govplan.read(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="gives text"):
        govplan.read(io.StringIO("工作"))  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError) as caught:
        govplan.read(tmp_path / "nothing.txt")
    assert caught.value.filename == tmp_path / "nothing.txt"
    with pytest.raises(IsADirectoryError):
        govplan.read(tmp_path)
