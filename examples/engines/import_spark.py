"""Imports a folder of documents into Parquet with Spark.

    python import_spark.py FOLDER OUTPUT
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import documents
import pyarrow
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema


def import_folder(spark: SparkSession, folder: Path, output: Path) -> None:
    """Writes the rows of every file below a folder, which every worker has to see under the same path."""
    folder = folder.resolve()

    def read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            for rows in documents.read_documents(folder, batch["file"].to_pylist()):
                yield from rows.to_batches()

    # Spark's own reader of binary files passes over those without a byte, and nobody would hear of them.
    files = pyarrow.table({"file": documents.files_below(folder)})
    rows = spark.createDataFrame(files).mapInArrow(read, from_arrow_schema(documents.SCHEMA))
    rows.write.mode("overwrite").parquet(str(output.resolve()))


def session() -> SparkSession:
    """A session on this machine; a cluster is named by ``spark-submit --master``."""
    # The workers run the Python that this runs in.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("govplan").config("spark.ui.enabled", "false").getOrCreate()
    # What the workers import beside govplan.
    spark.addArtifacts(documents.__file__, pyfile=True)
    return spark


def main() -> None:
    folder, output = (Path(argument) for argument in sys.argv[1:])
    import_folder(session(), folder, output)


if __name__ == "__main__":
    main()
