"""Rows of plans in the libraries that take them by Arrow."""

from __future__ import annotations

import datetime
import json

import duckdb
import govplan
import pandas
import polars
import pyarrow
import pytest
from corpus import CORPUS, ROOT, SOURCES, read
from polars.testing import assert_frame_equal


@pytest.fixture(scope="module")
def rows() -> govplan.Rows:
    return govplan.rows(plan for source in SOURCES for plan in read(source))


def test_the_schema_is_the_published_one(rows: govplan.Rows) -> None:
    schema = pyarrow.schema(rows)
    published = json.loads((ROOT / "schema" / "row.schema.json").read_text("utf-8"))
    assert schema.names == list(published["properties"])
    assert pyarrow.table(rows).schema == schema
    kinds = {"inherited": pyarrow.bool_(), "deadline_start": pyarrow.date32(), "deadline_end": pyarrow.date32()}
    assert {field.name: field.type for field in schema} == {name: kinds.get(name, pyarrow.string()) for name in schema.names}


def test_libraries_read_the_same_rows(rows: govplan.Rows) -> None:
    table = pyarrow.table(rows)
    assert len(table) == len(rows) > 900
    assert_frame_equal(polars.DataFrame(rows), rows.to_polars())
    assert rows.to_polars().to_dicts() == table.to_pylist()
    assert duckdb.execute("SELECT * FROM rows").fetchall() == [tuple(row.values()) for row in table.to_pylist()]
    frame = rows.to_pandas()
    assert list(frame.columns) == table.column_names and len(frame) == len(rows)
    assert pandas.DataFrame.from_arrow(rows).equals(frame)  # type: ignore[attr-defined]


def test_a_question_in_sql_counts_what_the_seed_holds(seed: govplan.Plan) -> None:
    rows = seed.to_arrow()
    counted = "SELECT count(*), count(DISTINCT requirement_id), max(deadline_end) FROM rows"
    assert duckdb.execute(counted).fetchall() == [(47, 29, datetime.date(2020, 9, 30))]


def test_no_plan_gives_no_row_and_the_same_columns() -> None:
    empty = pyarrow.table(govplan.rows([]))
    assert len(empty) == 0 and len(empty.column_names) == 21
    with pytest.raises(TypeError):
        govplan.rows([1])  # type: ignore[list-item]


def test_a_stream_outlives_its_rows() -> None:
    capsule = govplan.read(CORPUS / "00-seed" / "source.docx").to_arrow().__arrow_c_stream__()
    reader = pyarrow.RecordBatchReader._import_from_c_capsule(capsule)
    assert reader.read_all().num_rows == 47
