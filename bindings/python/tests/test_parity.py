"""One corpus, every language: what Python gives are the bytes that the command writes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import govplan
import pyarrow
import pytest
from corpus import CORPUS, SOURCES, read

Command = Callable[..., str]

TODAY = date(2026, 1, 1)
ASKED = ("--today", TODAY.isoformat(), "--format", "json")


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_plans_are_those_of_the_command(source: str, command: Command) -> None:
    plans = read(source)
    written = command("import", str(CORPUS / source))
    if len(plans) == 1:
        assert plans[0].to_json() == written
    assert [govplan.Plan.from_json(plan.to_json()) for plan in plans] == plans
    assert govplan.read_all(written.encode()) == plans


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_findings_are_those_of_the_command(source: str, command: Command) -> None:
    written = command("check", "--fail-on", "never", *ASKED, str(CORPUS / source))
    checked = [plan.check(today=TODAY) for plan in read(source)]
    if len(checked) == 1:
        assert checked[0].to_json() == written
    assert [json.loads(findings.to_json())[0] for findings in checked] == json.loads(written)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_schedules_are_those_of_the_command(source: str, command: Command) -> None:
    plans = read(source)
    if len(plans) == 1:
        schedule = plans[0].schedule(today=TODAY)
        assert schedule.to_json() == command("due", *ASKED, str(CORPUS / source))
        assert len(schedule.due) == len(schedule.to_dict()["due"])
        assert govplan.read(CORPUS / source, today=TODAY).schedule() == schedule


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_rows_are_those_of_the_command(source: str, command: Command) -> None:
    table = pyarrow.table(govplan.rows(read(source)))
    header, *rows = csv.reader(io.StringIO(command("export", "--to", "csv", str(CORPUS / source)), newline=""))
    assert table.column_names == header
    assert [[text(value) for value in row.values()] for row in table.to_pylist()] == rows


def text(value: object) -> str:
    """A value as CSV has it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_graphs_are_those_of_the_command(source: str, command: Command) -> None:
    graph = govplan.graph(read(source))
    assert graph.to_json() == command("export", "--to", "graph-json", str(CORPUS / source))
    assert graph.workload() == json.loads(command("workload", "--format", "json", str(CORPUS / source)))


@pytest.mark.parametrize("text", ["第三季度前", "自印发之日起20个工作日内", "9月底前完成，每季度末月20日前报送", "及时", ""])
def test_expressions_of_time_are_those_of_the_command(text: str, command: Command) -> None:
    printed = json.loads(command("when", "--year", "2020", "--issued", "2020-08-27", "--format", "json", text))
    timings = govplan.parse_timing(text, year=2020, issued=date(2020, 8, 27))
    assert [timing.to_dict() for timing in timings] == printed["timings"]
    findings = [timing.ambiguity for timing in timings if timing.ambiguity]
    assert [finding.to_dict() for finding in findings] == printed.get("findings", [])


@pytest.mark.parametrize("text", ["国办发〔2018〕37号", "国办发［2018］37号", "HFGS—2017—9", "国务院令第0711号"])
def test_document_numbers_are_those_of_the_command(text: str, command: Command) -> None:
    printed = json.loads(command("number", "--fail-on", "never", "--format", "json", text))
    number = govplan.parse_doc_number(text)
    assert (number.text, number.verdict, number.canonical) == (printed["text"], printed["verdict"], printed["canonical"])
    assert [finding.to_dict() for finding in number.findings] == printed["findings"]


CALENDAR = """# 样表
date,name,kind
2027-01-01,元旦,holiday
2027-02-05,春节,holiday
2027-02-20,春节,makeup_workday
"""


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A table of days off of a year that is not built in."""
    table = tmp_path / "days-off-2027.csv"
    table.write_text(CALENDAR, encoding="utf-8")
    return table


def test_a_newer_calendar_gives_what_the_command_gives(newer: Path, command: Command, tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(
        "XX区2027年政务公开工作要点\n\n工作任务\t责任单位\t完成时限\n"
        "1.推进决策公开\t办公室\t2027年2月6日前\n2.推进执行公开\t人事科\t2027年2月20日前\n",
        encoding="utf-8",
    )
    calendar = govplan.Calendar.from_csv(newer.read_bytes())
    plan = govplan.read(document, today=TODAY, calendar=calendar)
    with_calendar = ("--calendar", str(newer), *ASKED, str(document))
    due = command("due", *with_calendar)
    assert plan.schedule().to_json() == due
    assert govplan.read(document).schedule(today=TODAY, calendar=calendar).to_json() == due
    checked = command("check", "--fail-on", "never", *with_calendar)
    assert plan.check().to_json() == checked
    assert govplan.read(document).check(today=TODAY, calendar=calendar).to_json() == checked
    assert govplan.read(document).check(today=TODAY).to_json() != checked
    workload = json.loads(command("workload", "--calendar", str(newer), "--format", "json", str(document)))
    assert plan.graph().workload() == workload
    assert govplan.read(document).graph().workload(calendar=calendar) == workload
    (many,) = govplan.read_many([document], today=TODAY, calendar=calendar)
    assert many.plans[0].schedule().to_json() == due


def test_working_days_of_a_newer_calendar_are_those_of_the_command(newer: Path, command: Command) -> None:
    calendar = govplan.Calendar.from_csv(newer.read_bytes())
    printed = json.loads(command("workday", "2026-12-21", "20", "--calendar", str(newer), "--format", "json"))
    assert govplan.workdays.add(date(2026, 12, 21), 20, calendar=calendar).isoformat() == printed["due"]
    text, issued = "自印发之日起20个工作日内", date(2026, 12, 21)
    when = command("when", "--issued", issued.isoformat(), "--calendar", str(newer), "--format", "json", text)
    timings = govplan.parse_timing(text, issued=issued, calendar=calendar)
    assert [timing.to_dict() for timing in timings] == json.loads(when)["timings"]
    assert timings[0].end is not None and govplan.parse_timing(text, issued=issued)[0].end is None
