"""Rows for the libraries that compute on tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas
    import polars
    from govplan._govplan import Rows


def pandas_frame(rows: Rows) -> pandas.DataFrame:
    """The rows for pandas, by way of pyarrow."""
    from pyarrow import table

    frame: pandas.DataFrame = table(rows).to_pandas()
    return frame


def polars_frame(rows: Rows) -> polars.DataFrame:
    """The rows for polars."""
    from polars import DataFrame

    return DataFrame(rows)
