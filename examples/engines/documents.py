"""Documents to flat rows, in the shape that both engines take: Arrow in, Arrow out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import govplan
import pyarrow

#: What is kept of an error: the fields of ``govplan.GovplanError``.
ERROR = pyarrow.struct([(name, pyarrow.string()) for name in ("code", "message", "message_en", "found", "expected")])

#: The file, why it could not be read, and the columns of ``govplan.rows``, which are null where it could not.
SCHEMA = pyarrow.schema(
    [
        pyarrow.field("file", pyarrow.string(), nullable=False),
        pyarrow.field("error", ERROR),
        *(field.with_nullable(True) for field in pyarrow.schema(govplan.rows([]))),
    ]
)


def files_below(folder: Path) -> list[str]:
    """Every file below a folder, by its path from there: the result does not tell where it was made.

    A link that leads nowhere is one too, so that its error is kept.
    """
    paths = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def read_documents(folder: Path, files: list[str]) -> Iterator[pyarrow.Table]:
    """The rows of each file, or one row with the reason why it has none.

    A document that can be read and asks for nothing has no row.
    """
    # The engines share out the processors; each piece of work takes one.
    results = govplan.read_many([folder / file for file in files], threads=1)
    for file, (_, plans, error) in zip(files, results, strict=True):
        yield rows_of(file, plans) if error is None else row_of(file, error)


def rows_of(file: str, plans: tuple[govplan.Plan, ...]) -> pyarrow.Table:
    """The rows of plans, under the name of their file."""
    rows = pyarrow.table(govplan.rows(plans))
    named = [pyarrow.array([file] * len(rows), pyarrow.string()), pyarrow.nulls(len(rows), ERROR)]
    return pyarrow.table([*named, *rows.columns], schema=SCHEMA)


def row_of(file: str, error: Exception) -> pyarrow.Table:
    """The row of a file that could not be read."""
    if isinstance(error, govplan.GovplanError):
        kept = {field.name: getattr(error, field.name) for field in ERROR}
    else:
        # It could not be opened: the system says why.
        kept = {"code": "file", "message": str(error), "message_en": str(error)}
    return pyarrow.Table.from_pylist([{"file": file, "error": kept}], schema=SCHEMA)
