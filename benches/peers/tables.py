"""A task table of forty rows with merged cells, as .docx, web page and .xlsx: who says which task and which organs belong to a
requirement, and how fast.

Every peer gives the rows of the table; a right row has the task to the left of the requirement and the organs to its right. Once
as the peer gives them, and once with blanks filled from above, which is the usual repair, and fills cells that are truly empty.
"""

import io
import json
import logging
import re
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import govplan

import table_documents
from measure import quiet, race
from report import Report, Table, times
from rust_row import RustRow

Grid = list[list[Any]]
#: Text, rows and columns that a cell covers.
Cell = tuple[str, int, int]


class Peer(NamedTuple):
    """One way to read the table of a file, and the version of what reads it."""

    version: str
    read: Callable[[Path], Any]
    #: How the rows are taken from what is read, afterwards.
    rows: Callable[[Any], Grid] = lambda found: found


def repeated(rows: list[list[Cell]]) -> Grid:
    """Merged cells in every place that they cover."""
    grid: Grid = []
    below: dict[int, tuple[str, int]] = {}  # Columns that a cell above still covers, with how many rows.
    for row in rows:
        texts: list[str] = []
        cells = iter(row)
        cell = next(cells, None)
        while cell is not None or len(texts) in below:
            if (held := below.pop(len(texts), None)) is not None:
                if held[1] > 1:
                    below[len(texts)] = (held[0], held[1] - 1)
                texts.append(held[0])
                continue
            text, row_span, column_span = cell
            for _ in range(column_span):
                if row_span > 1:
                    below[len(texts)] = (text, row_span - 1)
                texts.append(text)
            cell = next(cells, None)
        grid.append(texts)
    return grid


def rows_of_page(page: Any) -> Grid:
    from lxml import html

    def cell(td: Any) -> Cell:
        return td.text_content(), int(td.get("rowspan") or 1), int(td.get("colspan") or 1)

    rows = html.fromstring(page).iter("tr")
    return repeated([[cell(td) for td in row if td.tag in ("td", "th")] for row in rows])


def lxml_by_hand() -> Peer:
    return Peer(version("lxml"), lambda file: rows_of_page(file.read_bytes()))


def pandas_read_html() -> Peer:
    import pandas

    def read(file: Path) -> Grid:
        return pandas.read_html(io.StringIO(file.read_text("utf-8")), flavor="lxml")[0].fillna("").values.tolist()

    return Peer(version("pandas"), read)


def python_docx() -> Peer:
    from docx import Document

    def read(file: Path) -> Grid:
        return [[cell.text for cell in row.cells] for row in Document(str(file)).tables[0].rows]

    return Peer(version("python-docx"), read)


def mammoth() -> Peer:
    import mammoth

    def read(file: Path) -> Grid:
        with file.open("rb") as document:
            return rows_of_page(mammoth.convert_to_html(document).value)

    return Peer(version("mammoth"), read)


def openpyxl() -> Peer:
    from openpyxl import load_workbook

    def read(file: Path) -> Grid:
        sheet = load_workbook(file).active
        grid = [list(row) for row in sheet.iter_rows(values_only=True)]
        for merged in sheet.merged_cells.ranges:
            for row in grid[merged.min_row - 1 : merged.max_row]:
                width = merged.max_col - merged.min_col + 1
                row[merged.min_col - 1 : merged.max_col] = [grid[merged.min_row - 1][merged.min_col - 1]] * width
        return grid

    return Peer(version("openpyxl"), read)


def pandas_read_excel() -> Peer:
    import pandas

    return Peer(version("pandas"), lambda file: pandas.read_excel(file, header=None).fillna("").values.tolist())


def calamine() -> Peer:
    from python_calamine import CalamineWorkbook

    def read(file: Path) -> Grid:
        sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0)
        grid = sheet.to_python()
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
            for row in grid[top : bottom + 1]:
                row[left : right + 1] = [grid[top][left]] * (right - left + 1)
        return grid

    return Peer(version("python-calamine"), read)


def kreuzberg() -> Peer:
    import kreuzberg

    def read(file: Path) -> Grid:
        return [row for table in kreuzberg.extract_file_sync(str(file)).tables for row in table.cells]

    return Peer(version("kreuzberg"), read)


def markitdown() -> Peer:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return Peer(version("markitdown"), lambda file: rows_of_markdown(converter.convert(str(file)).text_content))


def rows_of_markdown(text: str) -> Grid:
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line.startswith("|") and not re.fullmatch(r"[\s|:-]+", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def pandoc() -> Peer:
    """The program of the system, if it is there."""
    program = shutil.which("pandoc")
    if program is None:
        raise FileNotFoundError("pandoc is not installed")
    greeting = subprocess.run([program, "--version"], check=True, capture_output=True, encoding="utf-8").stdout

    def read(file: Path) -> Grid:
        done = subprocess.run([program, str(file), "-t", "json"], check=True, capture_output=True)
        tables = [block["c"] for block in json.loads(done.stdout)["blocks"] if block["t"] == "Table"]
        # A table: attributes, caption, columns, head, bodies (each with rows of its head and its own), foot.
        rows = [row for table in tables for row in table[3][1] + [row for body in table[4] for row in body[2] + body[3]]]
        return repeated([[(pandoc_text(cell[4]), cell[2], cell[3]) for cell in row[1]] for row in rows])

    return Peer(greeting.split()[1], read)


def pandoc_text(part: Any) -> str:
    if isinstance(part, list):
        return "".join(map(pandoc_text, part))
    match part:
        case {"t": "Str", "c": text}:
            return text
        case {"c": inner}:
            return pandoc_text(inner)
        case _:
            return ""


def docling() -> Peer:
    """Its readers of formats by themselves: its pipeline would bring PyTorch, and adds nothing for these."""
    from docling.backend.html_backend import HTMLDocumentBackend
    from docling.backend.msexcel_backend import MsExcelDocumentBackend
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    backends: dict[str, Any] = {
        ".docx": (InputFormat.DOCX, MsWordDocumentBackend),
        ".html": (InputFormat.HTML, HTMLDocumentBackend),
        ".xlsx": (InputFormat.XLSX, MsExcelDocumentBackend),
    }

    def read(file: Path) -> Grid:
        format, backend = backends[file.suffix]
        document = InputDocument(path_or_stream=file, format=format, backend=backend, filename=file.name)
        return [[cell.text for cell in row] for table in document._backend.convert().tables for row in table.data.grid]

    return Peer(version("docling-slim"), read)


def govplan_read() -> Peer:
    """The whole plan; its rows are asked for afterwards."""

    def rows(plan: Any) -> Grid:
        return [
            [f"{task.label}.{task.title}", requirement.text, "".join(a.raw or a.unit for a in requirement.assignments)]
            for task in plan.tasks
            for requirement in task.requirements
        ]

    return Peer(govplan.__version__, govplan.read, rows)


COMMON = {"kreuzberg": kreuzberg, "markitdown": markitdown, "docling": docling}
PLAN = "govplan.read, the whole plan"
TABLE = "govplan, the table alone, in Rust"
PEERS: dict[str, dict[str, Callable[[], Peer]]] = {
    "docx": {"python-docx": python_docx, "mammoth, spans by lxml": mammoth, "pandoc": pandoc, **COMMON},
    "html": {"lxml by hand": lxml_by_hand, "pandas read_html": pandas_read_html, "pandoc": pandoc, **COMMON},
    "xlsx": {
        "openpyxl with merges": openpyxl,
        "calamine with merges": calamine,
        "pandas read_excel": pandas_read_excel,
        **COMMON,
    },
}
TARGETS = {
    "docx": {"kreuzberg": 8, "python-docx": 30},
    "html": {"lxml by hand": 4},
    "xlsx": {"calamine with merges": 1.5, "openpyxl with merges": 15},
}


def plain(text: Any) -> str:
    """A cell without what parts its words, which are parted differently."""
    text = "" if text is None else str(text)
    return re.sub(r"[\s、\\]", "", "" if text == "nan" else text)


def filled(grid: list[list[str]]) -> list[list[str]]:
    """Blanks of the first column filled from above, and those of the third within the same task."""
    task = organs = ""
    found = []
    for row in grid:
        first, text, third = (row + ["", "", ""])[:3]
        if first:
            task, organs = first, third
        elif third:
            organs = third
        found.append([first or task, text, third or organs])
    return found


def right(grid: list[list[str]], truth: list[table_documents.Row]) -> int:
    """How many requirements have their task to the left and their organs to the right."""
    places: dict[str, tuple[str, str]] = {}
    for row in grid:
        padded = ["", *row, ""]
        for left, text, after in zip(padded, padded[1:], padded[2:]):
            places.setdefault(text, (left, after))
    return sum(places.get(plain(row.text)) == (plain(row.task), plain(row.organs)) for row in truth)


TEXT = """\\
One file of each format with the same table: forty requirements, fourteen merged tasks, five merged cells of organs, three cells of
organs that are truly empty, the header repeated. "Right" counts the requirements that have their task and their organs: as the peer
gives the table, and with blanks filled from above. `govplan.read` does more than its peers (it gives the whole plan with organs,
deadlines, places and findings); the row below it is govplan's reader alone, which gives the table as the peers do, merged cells
repeated. That is the equal work, and what the targets are held to."""


def report(binary: str) -> Report:
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    found = Report("Tables with merged cells", TEXT)
    with tempfile.TemporaryDirectory() as folder:
        truth, files = table_documents.write(Path(folder))
        for name, file in files.items():
            table(found, binary, name, file, truth)
    found.notes = list(dict.fromkeys(found.notes))
    return found


def table(found: Report, binary: str, name: str, file: Path, truth: list[table_documents.Row]) -> None:
    peers = found.installed(PEERS[name] | {PLAN: govplan_read})
    grids: dict[str, Grid] = {}
    with quiet():
        for title, peer in list(peers.items()):
            try:
                grids[title] = peer.rows(peer.read(file))
            except Exception as error:  # One that cannot read the format keeps out none of the others.
                found.left_out(f"{title} on .{name}", error)
                del peers[title]
        with RustRow(binary, "table", str(file)) as rust:
            rates = race({title: partial(peer.read, file) for title, peer in peers.items()} | {TABLE: rust}, 1)
    versions = {title: peer.version for title, peer in peers.items()} | {TABLE: rust.version}
    grids[TABLE] = [json.loads(line) for line in rust.answers]
    own = rates[TABLE]
    rows = []
    for title, rate in rates.items():
        grid = [[plain(cell) for cell in row] for row in grids[title]]
        rows.append([title, versions[title], str(rate), times(own, rate), times(rates[PLAN], rate)])
        rows[-1] += [str(right(grid, truth)), str(right(filled(grid), truth))]
    if right([[plain(cell) for cell in row] for row in grids[PLAN]], truth) != len(truth):
        found.notes.append(f"govplan.read is not right on every row of the .{name}.")
    head = ["peer", "version", "files/s", "the table alone is", "the whole plan is", f"right of {len(truth)}", "right, filled"]
    found.tables.append(Table(f".{name}", head, rows))
    for peer, least in TARGETS[name].items():
        found.target(f"table of a .{name}", peer, least, own, rates.get(peer))
