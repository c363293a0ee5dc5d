"""The bytes to begin with."""

from __future__ import annotations

import csv
from pathlib import Path

import govplan
from targets import ROOT

CORPUS = ROOT / "tests" / "corpus"


def seeds(target: str) -> list[bytes]:
    """The seeds of a target."""
    return {
        "documents": documents,
        "plans": plans,
        "expressions": expressions,
        "registers": registers,
        "calendars": calendars,
    }[target]()


def sources() -> list[Path]:
    """Every document of the corpus."""
    return sorted([*CORPUS.glob("*/source.*"), *CORPUS.glob("composed/*/source.*")])


def documents() -> list[bytes]:
    return [source.read_bytes() for source in sources()]


def plans() -> list[bytes]:
    written = [plan.to_json() for source in sources() if source.suffix == ".txt" for plan in govplan.read_all(source)]
    return [plan.encode() for plan in written]


def expressions() -> list[bytes]:
    tables = [*(ROOT / "crates/govplan-time/tests/tables").glob("*.csv"), ROOT / "crates/govplan-core/data/doc_number_cases.csv"]
    cells: dict[str, None] = {}
    for table in sorted(tables):
        with table.open(encoding="utf-8", newline="") as file:
            lines = (line for line in file if not line.startswith("#"))
            cells.update((row[0], None) for row in csv.reader(lines) if row)
    return [cell.encode() for cell in cells]


def registers() -> list[bytes]:
    """A register with little in it, and one with more."""
    return [
        """{"govplan": "1.0", "organs": [{"id": "czj", "names": [{"name": "兖州区财政局"}]}]}""".encode(),
        """{"govplan": "1.0", "organs": [
            {"id": "jtj", "names": [{"name": "济宁市兖州区教育和体育局", "from": "2019-01-01"},
                {"name": "兖州区教育局", "to": "2018-12-31"}, {"name": "区教体局", "kind": "abbreviation"}],
                "parents": [{"organ": "zf"}], "founded_on": "1950-01-01"},
            {"id": "zf", "names": [{"name": "济宁市兖州区人民政府"}], "level": "county", "division": "370812"}]}""".encode(),
    ]


def calendars() -> list[bytes]:
    newer = "date,name,kind\n2027-01-01,元旦,holiday\n2027-01-03,元旦,makeup_workday\n"
    return [newer.encode(), (ROOT / "crates/govplan-time/data/working_days.csv").read_bytes()]
