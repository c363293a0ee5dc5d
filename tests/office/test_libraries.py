"""Plans as workbooks and Word documents under the libraries of Python that read them."""

import csv
from pathlib import Path

import openpyxl
import pytest
from conftest import CLAUSES, SEED, SLY, read, requirements, run
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

MARGINS = {"top_margin": 37, "left_margin": 28, "right_margin": 26, "bottom_margin": 35}


def test_the_task_table_is_set_up_for_an_office(tmp_path: Path) -> None:
    file = tmp_path / "seed.xlsx"
    run("export", "--to", "xlsx", "--sheet-per-organ", "-o", file, SEED)
    plan = read(SEED)
    book = openpyxl.load_workbook(file)
    organs = [unit["name"] for unit in plan["units"]]
    assert book.sheetnames == ["公文", "任务表", *organs] and book.active.title == "任务表"
    sheet = book["任务表"]
    header = [cell.value for cell in sheet[2]]
    assert header == "序号 章节编号 章节 任务编号 工作任务 具体要求 责任单位 完成时限 状态".split()
    assert sheet["A1"].value == plan["title"] and sheet.freeze_panes == "A3" and sheet.print_title_rows == "$2:$2"
    assert sheet.auto_filter.ref == f"A2:I{sheet.max_row}"
    page = sheet.page_setup
    assert (page.orientation, page.paperSize, page.fitToHeight) == ("landscape", 9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    (status,) = sheet.data_validations.dataValidation
    assert status.sqref == openpyxl.worksheet.cell_range.MultiCellRange(f"I3:I{sheet.max_row}")
    assert "已完成" in status.formula1 and status.type == "list"
    merged = {str(area) for area in sheet.merged_cells.ranges}
    # The first section with its six rows, the first task with its three, and the organ that the second row of task 7 inherits.
    assert {"A1:I1", "B3:B8", "C3:C8", "D3:D5", "E3:E5"} <= merged
    assert any(area.startswith("G") and ":" in area for area in merged)
    texts = [row[5].value for row in sheet.iter_rows(min_row=3)]
    assert texts == [row["text"] for row in requirements(plan)]
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row if cell.value)


def test_the_sheet_of_an_organ_holds_its_rows(tmp_path: Path) -> None:
    file = tmp_path / "seed.xlsx"
    run("export", "--to", "xlsx", "--sheet-per-organ", "-o", file, SEED)
    book = openpyxl.load_workbook(file)
    for unit in read(SEED)["units"]:
        own = [row for row in requirements(read(SEED)) if any(organ == unit["name"] for _, organ in row["organs"])]
        rows = list(book[unit["name"]].iter_rows(min_row=2, values_only=True))
        assert [row[3] for row in rows] == [row["text"] for row in own]
        assert [book["任务表"].cell(int(row[0]), 6).value for row in rows] == [row[3] for row in rows]


@pytest.mark.parametrize("target", [["xlsx"], ["xlsx", "--sheet-per-organ"], ["raci-xlsx"]])
def test_no_text_becomes_a_formula_a_number_or_a_link(sly: Path, tmp_path: Path, target: list[str]) -> None:
    file = tmp_path / "sly.xlsx"
    run("export", "--to", *target, "-o", file, sly)
    for sheet in openpyxl.load_workbook(file):
        for row in sheet.iter_rows():
            assert all(cell.data_type == "s" and not cell.hyperlink for cell in row if cell.value is not None)


def test_sly_texts_stay_texts_in_a_workbook(sly: Path, tmp_path: Path) -> None:
    file = tmp_path / "sly.xlsx"
    run("export", "--to", "xlsx", "-o", file, sly)
    sheet = openpyxl.load_workbook(file)["任务表"]
    column = [cell.value for cell in sheet[2]].index("具体要求")
    assert [row[column].value for row in sheet.iter_rows(min_row=3)] == SLY
    assert [row["text"] for row in requirements(read(file))] == SLY


@pytest.mark.parametrize("source", [SEED, CLAUSES], ids=["table", "clauses"])
def test_the_responsibility_matrix_says_in_a_workbook_what_it_says_in_csv(source: Path, tmp_path: Path) -> None:
    book, table = tmp_path / "matrix.xlsx", tmp_path / "matrix.csv"
    run("export", "--to", "raci-xlsx", "-o", book, source)
    run("export", "--to", "raci", "-o", table, source)
    with table.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    sheet = openpyxl.load_workbook(book)["责任矩阵"]
    found = [["" if value is None else value for value in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert found == [["章节", "工作任务", "具体要求", *header[5:]], *(row[2:] for row in rows)]
    assert sheet.freeze_panes == "D3" and sheet.print_title_rows == "$2:$2"
    assert sheet.auto_filter.ref == f"A2:{sheet.cell(2, sheet.max_column).column_letter}{sheet.max_row}"


def test_a_text_longer_than_a_cell_is_refused_by_its_place(sly: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    long = tmp_path / "long.json"
    long.write_text(sly.read_text("utf-8").replace("长" * 10_000, "长" * 40_000), "utf-8")
    with pytest.raises(Exception, match="3"):
        run("export", "--to", "xlsx", "-o", tmp_path / "long.xlsx", long)
    assert "40000 characters" in capfd.readouterr().err and not (tmp_path / "long.xlsx").exists()


def test_a_plan_out_of_a_table_is_a_notice_with_a_table(tmp_path: Path) -> None:
    file = tmp_path / "seed.docx"
    run("export", "--to", "docx", "-o", file, SEED)
    document, plan = Document(str(file)), read(SEED)
    texts = [paragraph.text for paragraph in document.paragraphs]
    head = plan["head"]
    assert texts[:3] == [head["number"], head["title"], "，".join(head["addressees"]) + "："]
    assert ["济宁市兖州区教育和体育局", "2020年8月27日", "（此件公开发布）", "附件", plan["title"]] == texts[-6:-1]
    upright, across = document.sections
    assert [round(length.mm) for length in (upright.page_width, upright.page_height)] == [210, 297]
    assert {name: round(getattr(upright, name).mm) for name in MARGINS} == MARGINS
    assert across.orientation == WD_ORIENT.LANDSCAPE and across.page_width > across.page_height
    assert "PAGE" in across.footer._element.xml and document.settings.odd_and_even_pages_header_footer
    (table,) = document.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    column = [cell.text for cell in table.rows[0].cells].index("具体要求")
    assert [row.cells[column].text for row in table.rows[1:]] == [row["text"] for row in requirements(plan)]
    assert document.styles["公文标题"].font.size.pt == 22


def test_a_plan_out_of_clauses_stands_in_clauses(tmp_path: Path) -> None:
    file = tmp_path / "clauses.docx"
    run("export", "--to", "docx", "-o", file, CLAUSES)
    document = Document(str(file))
    assert not document.tables
    texts = [paragraph.text for paragraph in document.paragraphs]
    (task,) = [text for text in texts if text.startswith("（1）制定实施准入清单。")]
    assert "（市生态环境局牵头，市发展和改革局、市工业和信息化局、市自然资源局配合" in task
    assert requirements(read(file)) == requirements(read(CLAUSES))


def test_sly_texts_stay_texts_in_word(sly: Path, tmp_path: Path) -> None:
    file = tmp_path / "sly.docx"
    run("export", "--to", "docx", "-o", file, sly)
    (table,) = Document(str(file)).tables
    column = [cell.text for cell in table.rows[0].cells].index("具体要求")
    assert [row.cells[column].text for row in table.rows[1:]] == SLY
    assert [row["text"] for row in requirements(read(file))] == SLY
