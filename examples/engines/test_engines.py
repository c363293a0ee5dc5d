"""What the engines write is what govplan says of the same files."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import ask
import documents
import govplan
import import_ray
import import_spark
import pyarrow
import pyarrow.compute
import pyarrow.parquet
import pytest
import ray

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"

#: Files that cannot be read, with the codes that say why; one without bytes is a link that leads nowhere.
BROKEN: dict[str, tuple[bytes | None, str]] = {
    "broken/gone.docx": (None, "file"),
    "broken/empty.txt": (b"", "empty"),
    "broken/图片 100%.docx": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unsupported"),
    "broken/plan.json": (b'{"govplan": "1.0", "id": "p", "sectons": []}', "unknown_field"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the corpus, and some that are none."""
    folder = tmp_path_factory.mktemp("documents")
    for source in CORPUS.rglob("source.*"):
        copy = folder / source.relative_to(CORPUS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    for file, (content, _) in BROKEN.items():
        (folder / file).parent.mkdir(exist_ok=True)
        if content is None:
            (folder / file).symlink_to("nowhere")
        else:
            (folder / file).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def spark(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Spark writes."""
    output = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = import_spark.session()
        import_spark.import_folder(session, folder, output)
        session.stop()
    return output


@pytest.fixture(scope="module")
def by_ray(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Ray writes."""
    output = tmp_path_factory.mktemp("ray")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        start_ray(attempts=3)
        import_ray.import_folder(folder, output)
        ray.shutdown()
    return output


def start_ray(attempts: int) -> None:
    """Starts Ray, to which Ray itself gives 30 seconds, however busy the machine is: a start that was too slow is made again."""
    try:
        ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1")
    except Exception as error:
        if attempts == 1 or "timed out during startup" not in str(error):
            raise
        ray.shutdown()
        start_ray(attempts - 1)


@pytest.fixture(params=["spark", "by_ray"])
def output(request: pytest.FixtureRequest) -> Path:
    """What one of them writes."""
    written: Path = request.getfixturevalue(request.param)
    return written


def test_the_rows_are_those_of_govplan(folder: Path, output: Path) -> None:
    written = pyarrow.parquet.read_table(output).select(documents.SCHEMA.names)
    for name, kind in zip(documents.SCHEMA.names, documents.SCHEMA.types, strict=True):
        assert written.schema.field(name).type == kind, name
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    expected = [path for path in files if str(path.relative_to(folder)) not in BROKEN]
    assert len(expected) > 70
    found = {str(file) for file in written["file"].unique().to_pylist()}
    for path in expected:
        file = str(path.relative_to(folder))
        rows = pyarrow.table(govplan.rows(govplan.read_all(path))).to_pylist()
        mask = pyarrow.compute.equal(written["file"], file)
        assert written.filter(mask).drop_columns(["file", "error"]).to_pylist() == rows, file
        found.discard(file)
    assert found == set(BROKEN)
    assert len(written.filter(pyarrow.compute.is_valid(written["error"]))) == len(BROKEN)


def test_errors_are_kept_beside_the_rows(output: Path) -> None:
    answers = ask.ask(output)["files that could not be read"].fetchall()
    assert [(file, code) for file, code, _ in answers] == sorted((file, code) for file, (_, code) in BROKEN.items())
    assert all(message for *_, message in answers)


def test_questions_are_answered_from_the_rows(folder: Path, output: Path) -> None:
    plans = [plan for path in folder.rglob("source.*") for plan in govplan.read_all(path)]
    rows = pyarrow.table(govplan.rows(plans)).to_pylist()
    work = {(row["unit"], row["plan_id"], row["requirement_id"]) for row in rows if row["unit"]}
    due = {(f"{row['deadline_end']:%Y-%m}", row["plan_id"], row["requirement_id"]) for row in rows if row["deadline_end"]}
    answers = ask.ask(output)
    organs = Counter(unit for unit, *_ in work).items()
    most = sorted(organs, key=lambda organ: (-organ[1], organ[0]))[:10]
    assert answers["organs with the most requirements"].fetchall() == most
    months = Counter(month for month, *_ in due)
    assert dict(answers["deadlines by month"].fetchall()) == months
    assert months["2020-09"] > 0
