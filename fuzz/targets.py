"""What is done with bytes, and what may come of it: whatever else is raised is a fault of govplan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from zlib import crc32

import govplan

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "yanzhou-2020-open-government.txt"
TODAY = date(2020, 9, 1)

FORMATS = (
    "text", "markdown", "html", "docx", "flat-opc", "word-xml", "doc", "xlsx", "xls", "spreadsheet-xml", "ods", "pdf", "ofd",
)  # fmt: skip

#: Bytes that one input may unpack to: far more than any seed does, and soon read.
LIMITS = {"unpacked_bytes": 16 << 20}

#: Of a plan of more requirements no picture is drawn.
DRAWN = 200

#: Years to type an expression under, those that no calendar has among them.
YEARS = (None, 2020, 1, 9999, 0, -(2**31), 2**31 - 1)


@cache
def seed() -> govplan.Plan:
    """A plan to ask about with what was read."""
    return govplan.read(SEED)


def documents(data: bytes) -> None:
    """A document: as the format that its bytes tell, and as another one."""
    for format in (None, FORMATS[crc32(data) % len(FORMATS)]):
        try:
            plans = govplan.read_all(data, format=format, limits=LIMITS, today=TODAY)
        except govplan.ReadError as error:
            # A panic that the façade caught.
            if error.code == "failed":
                raise
            told(error)
            continue
        except govplan.PlanError as error:
            told(error)
            continue
        assert plans or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"), "a document gave no plan"
        for plan in plans:
            used(plan)


def plans(data: bytes) -> None:
    """The JSON of a plan."""
    try:
        plan = govplan.Plan.from_json(data, today=TODAY)
    except govplan.PlanError as error:
        told(error)
    else:
        used(plan)


def expressions(data: bytes) -> None:
    """A text that may be an expression of time or a document number."""
    text = data.decode("utf-8", "replace")
    year = YEARS[crc32(data) % len(YEARS)]
    for timing in govplan.parse_timing(text, year=year, issued=TODAY):
        assert timing.raw is None or timing.raw in text
        timing.to_dict()
    number = govplan.parse_doc_number(text)
    if number.canonical is not None:
        assert govplan.parse_doc_number(number.canonical).verdict == "ok"
    number.to_dict()


def registers(data: bytes) -> None:
    """The JSON of a register."""
    try:
        register = govplan.Register.from_json(data)
    except govplan.RegisterError as error:
        told(error)
        return
    assert govplan.Register.from_json(register.to_json()) == register
    for unit in seed().units:
        register.resolve(unit.name, issuers=seed().head.issuers, on=TODAY)
    seed().graph(register).workload()


def calendars(data: bytes) -> None:
    """A table of days off."""
    try:
        calendar = govplan.Calendar.from_csv(data)
    except govplan.CalendarError as error:
        told(error)
        return
    assert govplan.Calendar.from_csv(calendar.to_csv()) == calendar
    day = govplan.workdays.add(date(2020, 9, 18), 20, calendar=calendar)
    assert govplan.workdays.count(date(2020, 9, 18), day, calendar=calendar) == 20
    seed().schedule(today=TODAY, calendar=calendar)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (documents, plans, expressions, registers, calendars)
}


def told(error: govplan.GovplanError) -> None:
    """An error says what is wrong, in both languages."""
    assert error.code and error.message and error.message_en


def used(plan: govplan.Plan) -> None:
    """Does with a plan what everyone does: check, plan ahead, ask, write."""
    written = plan.to_json()
    assert govplan.Plan.from_json(written) == plan, "another plan was read than was written"
    findings = plan.check()
    assert all(finding.message and finding.message_en for finding in findings)
    findings.to_json()
    plan.schedule().to_json()
    graph = plan.graph()
    graph.to_json()
    graph.workload()
    graph.without_lead()
    if len(plan.requirements) <= DRAWN:
        graph.to_svg()
    for unit in plan.units[:3]:
        plan.duties(unit.name)
    len(plan.to_arrow())
    for requirement in plan.requirements[:20]:
        assert requirement.pointer
        requirement.to_dict()
        repr((requirement.assignments, requirement.timings, requirement.place, requirement.cites))
    repr((plan, plan.sections, plan.tasks, plan.units, plan.head, plan.basis, plan.preamble, plan.directives))
