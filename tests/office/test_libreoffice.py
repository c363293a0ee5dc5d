"""Plans as workbooks and Word documents in LibreOffice: opened, printed, and read again after it has saved them."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import CLAUSES, SEED, SLY, read, requirements, run

SOFFICE = shutil.which("soffice")


def converted(file: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it, in a profile of its own."""
    assert SOFFICE is not None, "no soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return out / file.with_suffix("." + kind.split(":")[0]).name


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
@pytest.mark.parametrize("source", [SEED, CLAUSES], ids=["table", "clauses"])
def test_what_libreoffice_saves_is_read_as_the_same_plan(source: Path, kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"plan.{kind}"
    run("export", "--to", kind, "-o", file, source)
    plan = read(source)
    again = read(converted(file, kind, tmp_path))
    assert requirements(again) == requirements(plan)
    assert again.get("head") == plan.get("head")
    assert again.get("title") == plan.get("title")


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_plan_is_printed(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"plan.{kind}"
    run("export", "--to", kind, "-o", file, SEED)
    assert converted(file, "pdf", tmp_path).read_bytes().startswith(b"%PDF")


def test_sly_texts_are_shown_as_they_are(sly: Path, tmp_path: Path) -> None:
    file = tmp_path / "sly.xlsx"
    run("export", "--to", "xlsx", "-o", file, sly)
    # Comma, quotation mark, UTF-8, from the first line.
    shown = converted(file, "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path)
    with shown.open(encoding="utf-8-sig", newline="") as lines:
        title, header, *rows = csv.reader(lines)
    assert title[0] == "=工作要点"
    assert [row[header.index("具体要求")] for row in rows] == SLY
