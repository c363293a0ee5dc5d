"""A ledger of 100,000 rows and eight columns to .xlsx: how fast, and in how much memory.

Govplan writes the task table of a plan, with its formats, heights, filters and choice of status. The peers write the values of
that very table, read back from it, and nothing else. Each runs in a process of its own.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from measure import Rate, race
from report import Report, Table, times
from rust_row import rust_answers

ROWS = 100_000


def openpyxl(rows: list[list[Any]], out: str, write_only: bool = False) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=write_only)
    sheet = book.create_sheet() if write_only else book.active
    for row in rows:
        sheet.append(row)
    book.save(out)


def openpyxl_write_only(rows: list[list[Any]], out: str) -> None:
    openpyxl(rows, out, write_only=True)


def xlsxwriter(rows: list[list[Any]], out: str, constant_memory: bool = False) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": constant_memory, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for index, row in enumerate(rows):
        sheet.write_row(index, 0, row)
    book.close()


def xlsxwriter_constant_memory(rows: list[list[Any]], out: str) -> None:
    xlsxwriter(rows, out, constant_memory=True)


PEERS: dict[str, tuple[str, Callable[[list[list[Any]], str], None]]] = {
    "openpyxl": ("openpyxl", openpyxl),
    "openpyxl, write only": ("openpyxl", openpyxl_write_only),
    "XlsxWriter": ("XlsxWriter", xlsxwriter),
    "XlsxWriter, constant memory": ("XlsxWriter", xlsxwriter_constant_memory),
}


def values(file: str, first: int) -> list[list[Any]]:
    """The cells of the first sheet from a row on."""
    from openpyxl import load_workbook

    rows = islice(load_workbook(file, read_only=True).worksheets[0].iter_rows(values_only=True), first, None)
    return [list(row) for row in rows]


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, file: str) -> None:
    """What a peer does, as JSON: rows a second, and the memory in megabytes that it took beyond the rows themselves."""
    rows = values(file, 1)
    before = megabytes()
    out = str(Path(file).with_name("out.xlsx"))
    rate = race({name: lambda: PEERS[name][1](rows, out)}, len(rows))[name]
    taken = megabytes() - before
    assert values(out, 0) == rows
    print(json.dumps([rate.rounds, taken]))


TEXT = f"""\
{ROWS:,} rows of eight columns to one file. Govplan writes the task table of a plan, with its formats, heights, filters and choice
of status, in Rust; the peers write the values of that very table, read back from it, and nothing else. Each runs in a process of
its own; memory is what it took beyond the rows themselves."""


def report(binary: str) -> Report:
    found = Report("Workbooks", TEXT)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / f"{ROWS}.xlsx")
        (memory,), closing = rust_answers(binary, "workbook", file)
        own = Rate(closing["rates"])
        written = values(file, 1)
        assert len(written) == ROWS and all(len(row) == 8 and all(row) for row in written)
        del written
        rows = []
        for name, (package, _) in PEERS.items():
            command = [sys.executable, __file__, name, file]
            done = subprocess.run(command, capture_output=True, encoding="utf-8")
            if done.returncode != 0:
                found.left_out(name, RuntimeError(done.stderr.strip().splitlines()[-1]))
                continue
            rounds, taken = json.loads(done.stdout)
            rows.append([name, version(package), str(Rate(rounds)), f"{taken:,.0f}", times(own, Rate(rounds))])
            if name == "openpyxl":
                found.target("workbook of 100,000 rows", name, 15, own, Rate(rounds))
    rows.append(["govplan in Rust", closing["version"], str(own), memory, times(own, own)])
    found.tables.append(Table(f"{ROWS:,} rows and 8 columns to .xlsx", ["peer", "version", "rows/s", "MB", "govplan is"], rows))
    return found


if __name__ == "__main__":
    measure(*sys.argv[1:])
