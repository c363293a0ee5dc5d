"""A task table of forty requirements as .docx, web page and .xlsx: the seed's own table, and rows like it until there are forty.

A section is one cell over three columns; a task is merged downwards, and so are neighbouring organs that are the same; the header
is repeated after every twelve requirements. Three organs are truly empty and not merged: a tool that leaves merged cells blank
makes the two cases alike.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "yanzhou-2020-open-government.txt"
TITLE = "2020年区教育和体育局政务公开重点工作实施方案"
HEAD = ["工作任务", "具体要求", "责任单位"]
ROWS, REPEAT = 40, 12
EMPTY = [20, 33]


@dataclass
class Row:
    """A requirement with the cells to its left and right, and the section that it stands in."""

    section: str
    task: str
    text: str
    organs: str


@dataclass
class Line:
    """A row of the table as printed: its cells, and how many rows each covers; none where one above covers it."""

    cells: list[str]
    spans: list[int] = field(default_factory=lambda: [1, 1, 1])


def rows() -> list[Row]:
    found, section, task = [], "", ""
    for line in SEED.read_text("utf-8").splitlines():
        if "\t" not in line or line.startswith(HEAD[0]):
            continue
        first, text, organs = ([cell.strip() for cell in line.split("\t")] + ["", ""])[:3]
        if first and not text:
            section = first
            continue
        task = first or task
        found.append(Row(section, task, text, organs))
    for n in range(1, ROWS - len(found) + 1):
        text = f"2021年{n}月底前，完成第{n}项整改并报送情况。"
        organs = "办公室 人事科" if n % 5 else "督导室"
        found.append(Row("六、抓好落实", f"{15 + (n - 1) // 5}.建立台账制度", text, organs))
    for index in EMPTY:
        found[index].organs = ""
    return found[:ROWS]


def lines(rows: list[Row]) -> list[Line]:
    """What is printed under the title; a section is a line of one cell."""
    printed = [Line(HEAD)]
    section, above = "", None
    task, organs = Line([]), Line([])  # The lines that hold the cells above.
    for index, row in enumerate(rows):
        if index and index % REPEAT == 0:
            printed.append(Line(HEAD))
            above = None
        if row.section != section:
            section = row.section
            printed.append(Line([section]))
            above = None
        line = Line([row.task, row.text, row.organs])
        if above is not None and above.task == row.task:
            task.spans[0] += 1
            line.spans[0] = 0
        else:
            task = line
        if line.spans[0] == 0 and above is not None and above.organs == row.organs != "":
            organs.spans[2] += 1
            line.spans[2] = 0
        else:
            organs = line
        printed.append(line)
        above = row
    return printed


def write_html(lines: list[Line], file: Path) -> None:
    page = [f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE}</title></head><body><h2>{TITLE}</h2><table border='1'>"]
    for line in lines:
        if len(line.cells) == 1:
            page.append(f"<tr><td colspan='3'>{html.escape(line.cells[0])}</td></tr>")
            continue
        cells = zip(line.cells, line.spans)
        written = (f"<td{f' rowspan={span!r}' if span > 1 else ''}>{html.escape(text)}</td>" for text, span in cells if span)
        page.append(f"<tr>{''.join(written)}</tr>")
    file.write_text("\n".join(page) + "</table></body></html>", "utf-8")


def write_docx(lines: list[Line], file: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 1)
    cells = document.add_table(rows=len(lines), cols=3)._cells
    for r, line in enumerate(lines):
        if len(line.cells) == 1:
            cells[3 * r].merge(cells[3 * r + 2]).text = line.cells[0]
            continue
        for c, (text, span) in enumerate(zip(line.cells, line.spans)):
            if span:
                cell = cells[3 * r + c]
                (cell.merge(cells[3 * (r + span - 1) + c]) if span > 1 else cell).text = text
    document.save(str(file))


def write_xlsx(lines: list[Line], file: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "任务分解表"
    sheet.append([TITLE])
    sheet.merge_cells("A1:C1")
    for r, line in enumerate(lines, start=2):
        sheet.append([text if span and text else None for text, span in zip(line.cells, line.spans)])
        if len(line.cells) == 1:
            sheet.merge_cells(start_row=r, end_row=r, start_column=1, end_column=3)
            continue
        for c, span in enumerate(line.spans, start=1):
            if span > 1:
                sheet.merge_cells(start_row=r, end_row=r + span - 1, start_column=c, end_column=c)
    book.save(file)


WRITERS: dict[str, Callable[[list[Line], Path], None]] = {"docx": write_docx, "html": write_html, "xlsx": write_xlsx}


def write(folder: Path) -> tuple[list[Row], dict[str, Path]]:
    """The rows, and a file of each format that holds them."""
    truth = rows()
    files = {name: folder / f"table.{name}" for name in WRITERS}
    for name, file in files.items():
        WRITERS[name](lines(truth), file)
    return truth, files
