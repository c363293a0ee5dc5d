"""Imports a folder of documents into Parquet with Ray Data.

    python import_ray.py FOLDER OUTPUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import documents
import pyarrow
import ray


def import_folder(folder: Path, output: Path) -> None:
    """Writes the rows of every file below a folder, which every worker has to see under the same path."""
    folder = folder.resolve()

    def read(batch: pyarrow.Table) -> pyarrow.Table:
        rows = documents.read_documents(folder, batch["file"].to_pylist())
        return pyarrow.concat_tables([documents.SCHEMA.empty_table(), *rows])

    files = ray.data.from_arrow(pyarrow.table({"file": documents.files_below(folder)}))
    # A batch is a piece of work: small ones are shared out evenly.
    rows = files.repartition(target_num_rows_per_block=16).map_batches(read, batch_format="pyarrow", batch_size=16)
    rows.write_parquet(str(output.resolve()), mode=ray.data.SaveMode.OVERWRITE)


def main() -> None:
    folder, output = (Path(argument) for argument in sys.argv[1:])
    import_folder(folder, output)


if __name__ == "__main__":
    main()
