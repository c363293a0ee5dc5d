"""
Chinese government work plans as exact data.
"""

from _typeshed import SupportsGetItem
from collections.abc import Iterable
from datetime import date
from govplan.reading import Limits, Paths, Progress, ReadResult
from govplan.view import Findings, View
from networkx import MultiDiGraph
from os import PathLike
from pandas import DataFrame
from polars import DataFrame as DataFrame2
from rustworkx import PyDiGraph
from typing import Any, BinaryIO, Final, SupportsIndex, final

__all__ = ["__version__", "Assignment", "Calendar", "Citation", "Directive", "DocNumber", "Duty", "Finding", "Graph", "Head", "Paragraph", "Person", "Place", "Plan", "Register", "Requirement", "Resolution", "Rows", "Schedule", "ScheduleEntry", "Section", "Suggestion", "Task", "Timing", "Unit", "_Items", "_ReadMany", "_add_workdays", "_are_workdays", "_count_workdays", "_findings_json", "add_workdays", "count_workdays", "graph", "is_workday", "parse_doc_number", "parse_timing", "read", "read_all", "read_many", "rows", "schema", "schema_names"]

__version__: Final[str]
"""
Version of the package.
"""

@final
class Assignment:
    """
    An organ that a requirement is assigned to, and as what.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Assignment: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def inherited(self, /) -> bool:
        """
        Whether it comes from a merged cell or 同上.
        """
    @property
    def open_list(self, /) -> bool:
        """
        Whether the list that it stands in ended in a bare 等.
        """
    @property
    def origin(self, /) -> str | None:
        """
        Where in the document it was read: ``column``, ``phrase``, ``text`` or ``rule``.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def raw(self, /) -> str | None:
        """
        The organ as printed.
        """
    @property
    def role(self, /) -> str:
        """
        Role: ``lead``, ``responsible``, ``cooperating``, ``supervising`` or ``implementing``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """
    @property
    def unit(self, /) -> str:
        """
        Canonical name of the organ.
        """

@final
class Calendar:
    """
    Working days: those of the years that are built in, and those of a table of days off that was announced after this release.

    Two calendars are equal where they have the same years and the same days off.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def first_year(self, /) -> int:
        """
        First year that is known.
        """
    @classmethod
    def from_csv(cls, /, csv: str | bytes | bytearray) -> Calendar:
        """
        Read a table of days off, as ``--calendar`` of the command does: its years are added to those that are built in, or stand in
        their place.

        Parameters
        ----------
        csv : str or bytes
            The table, in UTF-8: the columns ``date,name,kind``, where kind is ``holiday`` or ``makeup_workday``; lines that begin with
            ``#`` say nothing. A year is known where its New Year's Day stands in the table.

        Raises
        ------
        CalendarError
            A line of another form, a day that stands twice, a year left out between two others, a table without a year.

        Examples
        --------
        >>> from datetime import date
        >>> calendar = govplan.Calendar.from_csv("date,name,kind\\n2027-01-01,元旦,holiday\\n")
        >>> calendar.last_year
        2027
        >>> govplan.workdays.add(date(2026, 12, 31), 1, calendar=calendar)
        datetime.date(2027, 1, 4)
        """
    @property
    def last_year(self, /) -> int:
        """
        Last year that is known.
        """
    def to_csv(self, /) -> str:
        """
        The table of all days off, those that are built in among them.
        """

@final
class Citation:
    """
    Another document that is cited.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Citation: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def number(self, /) -> str | None:
        """
        Document number in canonical form.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def raw(self, /) -> str | None:
        """
        The citation as printed.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title, without its book-title marks.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Directive:
    """
    One of the covering notice's own paragraphs, where the work stands in an attachment or a table.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Directive: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def assignments(self, /) -> list[Assignment]:
        """
        Who does it, and as what.
        """
    @property
    def cites(self, /) -> list[Citation]:
        """
        Documents that it cites.
        """
    @property
    def id(self, /) -> str:
        """
        Id in the plan.
        """
    @property
    def label(self, /) -> str | None:
        """
        Number as printed, without punctuation.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def text(self, /) -> str:
        """
        The body.
        """
    @property
    def timings(self, /) -> list[Timing]:
        """
        By when.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class DocNumber:
    """
    A document number (发文字号) judged by itself.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> DocNumber: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def agency_code(self, /) -> str | None:
        """
        Agency code (机关代字), where there is a canonical form.
        """
    @property
    def canonical(self, /) -> str | None:
        """
        The canonical form; absent where it cannot be recovered safely.
        """
    @property
    def findings(self, /) -> list[Finding]:
        """
        What is to be said of it; nothing of a canonical number.
        """
    @property
    def serial(self, /) -> int | None:
        """
        Serial number, where there is a canonical form.
        """
    @property
    def text(self, /) -> str:
        """
        The text that was judged.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """
    @property
    def verdict(self, /) -> str:
        """
        What came of it: ``ok``, ``warning`` (well-formed but for white space, or within other text), ``error`` (malformed) or
        ``other`` (no document number of a known series).
        """
    @property
    def year(self, /) -> int | None:
        """
        Year, where the series has one.
        """

@final
class Duty:
    """
    An organ's part in one requirement.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Duty: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def inherited(self, /) -> bool:
        """
        Whether the organ was inherited from a merged cell or 同上.
        """
    @property
    def plan(self, /) -> str:
        """
        Id of the plan.
        """
    @property
    def requirement(self, /) -> str:
        """
        Id of the requirement.
        """
    @property
    def role(self, /) -> str:
        """
        Role: ``lead``, ``responsible``, ``cooperating``, ``supervising`` or ``implementing``.
        """
    @property
    def text(self, /) -> str | None:
        """
        Text of the requirement.
        """
    @property
    def through(self, /) -> str | None:
        """
        The collective that is assigned, where the organ has the duty as a member of it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Finding:
    """
    Something to be said of a plan: what, where, what was found, what was expected.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Finding: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Code of the rule, permanent (``GP301``).
        """
    @property
    def expected(self, /) -> str | None:
        """
        What was expected.
        """
    @property
    def found(self, /) -> str | None:
        """
        What was found.
        """
    @property
    def is_fixable(self, /) -> bool:
        """
        Whether a machine can mend it: ``to_dict()["fix"]`` is a JSON Patch then (RFC 6902).
        """
    @property
    def legal_basis(self, /) -> str | None:
        """
        The legal basis of the rule, in short (``Civil Code 201``).
        """
    @property
    def message(self, /) -> str:
        """
        What is to be said, in Chinese.
        """
    @property
    def message_en(self, /) -> str:
        """
        What is to be said, in English.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Where in the document.
        """
    @property
    def pointer(self, /) -> str | None:
        """
        Where in the plan: JSON Pointer (RFC 6901).
        """
    @property
    def severity(self, /) -> str:
        """
        How grave it is: ``error``, ``warning`` or ``note``.
        """
    @property
    def subject(self, /) -> str | None:
        """
        What it is about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Graph:
    """
    Who does what in one plan or several: organs, persons, sections, tasks and requirements, and what joins them.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[Plan], Register | None]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def duties(self, /, organ: str, *, role: str | None = None, expand: bool = False) -> list[Duty]:
        """
        What an organ has to do, in the order of the plans; the organ goes by its canonical name or an alias.

        Parameters
        ----------
        organ : str
            Its name. Where organs of several plans have it, the duties of all of them are given.
        role : str, optional
            Only duties of this role.
        expand : bool, default False
            Also those of the closed collectives that it is a member of.

        Raises
        ------
        UnknownOrganError
            The plans do not name the organ.
        """
    def to_json(self, /) -> str:
        """
        The graph as node-link JSON: the bytes that ``govplan export --to graph-json`` writes.
        """
    def to_networkx(self, /) -> MultiDiGraph[Any]:
        """
        The graph for networkx: a ``MultiDiGraph`` whose nodes are numbers and carry ``kind``, ``name``, ``plan``, ``item``, ``text``;
        its edges carry ``relation``, ``role``, ``inherited``.
        """
    def to_rustworkx(self, /) -> PyDiGraph[Any, Any]:
        """
        The graph for rustworkx: a ``PyDiGraph`` with the same nodes, in the same order, and edges, each a dictionary.
        """
    def to_svg(self, /, *, language: str = "zh") -> str:
        """
        The graph drawn as SVG, with words in Chinese (``zh``) or English (``en``).
        """
    def without_lead(self, /) -> list[tuple[str, str]]:
        """
        Requirements that nobody leads, each as the ids of its plan and of itself.
        """
    def without_unit(self, /) -> list[tuple[str, str]]:
        """
        Requirements that belong to nobody, each as the ids of its plan and of itself.
        """
    def workload(self, /, *, calendar: Calendar | None = None) -> dict[str, Any]:
        """
        How much work each organ has and when, and what belongs to nobody: what ``govplan workload --format json`` writes.

        Parameters
        ----------
        calendar : Calendar, optional
            The working days that periods are counted in; else those that each plan was read for.
        """

@final
class Head:
    """
    The document that carries a plan.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Head: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def addressees(self, /) -> list[str]:
        """
        Organs that it is sent to (主送机关).
        """
    @property
    def attachments(self, /) -> list[str]:
        """
        Titles of the attachments (附件说明).
        """
    @property
    def classification(self, /) -> str | None:
        """
        Classification as printed (密级).
        """
    @property
    def disclosure(self, /) -> str | None:
        """
        Whether the public may have it: ``public``, ``on_request`` or ``withheld``.
        """
    @property
    def issued_on(self, /) -> date | None:
        """
        Date of the document (成文日期).
        """
    @property
    def issued_raw(self, /) -> str | None:
        """
        Date of the document as printed, where that differs from the usual form or is no date.
        """
    @property
    def issuers(self, /) -> list[str]:
        """
        Issuing organs (发文机关).
        """
    @property
    def kind(self, /) -> str | None:
        """
        Statutory kind (文种): ``notice``, ``opinion``, ``letter``, …
        """
    @property
    def note(self, /) -> str | None:
        """
        Note below the date (附注).
        """
    @property
    def number(self, /) -> str | None:
        """
        Document number in canonical form (发文字号).
        """
    @property
    def number_raw(self, /) -> str | None:
        """
        Document number as printed, where that differs.
        """
    @property
    def published_on(self, /) -> date | None:
        """
        Date on which it was made public (发布日期).
        """
    @property
    def signer(self, /) -> str | None:
        """
        Signer (签发人).
        """
    @property
    def title(self, /) -> str | None:
        """
        Title (标题).
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """
    @property
    def urgency(self, /) -> str | None:
        """
        Urgency as printed (紧急程度).
        """

@final
class Paragraph:
    """
    A paragraph of the document.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Paragraph: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def text(self, /) -> str:
        """
        What it says.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Person:
    """
    A person who is named beside a requirement.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Person: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def name(self, /) -> str:
        """
        Name.
        """
    @property
    def post(self, /) -> str | None:
        """
        Post.
        """
    @property
    def role(self, /) -> str | None:
        """
        Role, as that of an organ.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Place:
    """
    Where something stands in a document; everything counts from 1.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Place: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cell(self, /) -> str | None:
        """
        Cell of the sheet (``B7``).
        """
    @property
    def column(self, /) -> int | None:
        """
        Column of the table; in a line the character.
        """
    @property
    def length(self, /) -> int | None:
        """
        Number of characters.
        """
    @property
    def line(self, /) -> int | None:
        """
        Line of a text.
        """
    @property
    def page(self, /) -> int | None:
        """
        Page of a PDF or OFD.
        """
    @property
    def paragraph(self, /) -> int | None:
        """
        Paragraph of a document without lines.
        """
    @property
    def row(self, /) -> int | None:
        """
        Row of the table.
        """
    @property
    def sheet(self, /) -> str | None:
        """
        Sheet of a workbook.
        """
    @property
    def short(self, /) -> str:
        """
        The place in short (``31:5``).
        """
    @property
    def table(self, /) -> int | None:
        """
        Table.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Plan:
    """
    A work plan as exact data.

    Two plans are equal where all that they say is; the day and the working days that one was read for are no part of it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, date | None, Calendar | None]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def _requirement(self, /, path: SupportsGetItem[int, SupportsIndex]) -> Requirement: ...
    def _section(self, /, path: SupportsGetItem[int, SupportsIndex]) -> Section: ...
    def _task(self, /, path: SupportsGetItem[int, SupportsIndex]) -> Task: ...
    @property
    def basis(self, /) -> list[Citation]:
        """
        Documents that the plan carries out, in order.
        """
    def check(self, /, *, today: date | None = None, select: SupportsGetItem[int, str] | None = None, ignore: SupportsGetItem[int, str] | None = None, calendar: Calendar | None = None, register: Register | None = None) -> Findings:
        """
        Everything there is to say of the plan, but for what it says itself is to stay.

        Parameters
        ----------
        today : datetime.date, optional
            The day on which the check is made, for rules about what is past; else that which the plan was read for.
        select, ignore : list of str, optional
            Rules that are looked at, and that are not: by code, name, start of codes or layer (``GP304``, ``vague-unit``, ``GP3``,
            ``time``).
        calendar : Calendar, optional
            The working days that rules go by; else those that the plan was read for.
        register : Register, optional
            The organs that units are held against; without it none is.

        Returns
        -------
        Findings
            In the order of the plan.

        Raises
        ------
        ValueError
            A selector that names no rule.

        Examples
        --------
        >>> plan = govplan.read("工作任务\\t责任单位\\n1.推进决策公开\\t有关部门\\n".encode())
        >>> [finding.code for finding in plan.check(select=["vague-unit"])]
        ['GP304']
        """
    @property
    def directives(self, /) -> list[Directive]:
        """
        The covering notice's own paragraphs.
        """
    def duties(self, /, organ: str) -> list[Duty]:
        """
        The duties of an organ, by its name or another name of it, in the order of the plan.

        Raises
        ------
        UnknownOrganError
            The plan does not name the organ.
        """
    @property
    def findings(self, /) -> Findings:
        """
        What reading and interpretation had to say; checks say that and more.
        """
    @classmethod
    def from_json(cls, /, json: str | bytes | bytearray, today: date | None = None, calendar: Calendar | None = None) -> Plan:
        """
        Read a plan from JSON, strictly.

        Parameters
        ----------
        json : str or bytes
            One plan.
        today : datetime.date, optional
            The day on which the plan's checks and schedules are made, unless they are given another.
        calendar : Calendar, optional
            The working days that they go by, likewise.

        Raises
        ------
        PlanError
            What is no JSON, an unknown field, a duplicate key, a reference that leads nowhere.

        Examples
        --------
        >>> govplan.Plan.from_json('{"govplan": "1.0", "id": "p", "sectons": []}')
        Traceback (most recent call last):
        govplan.errors.PlanError: line 1 column 39 /sectons: unknown field `sectons`, the nearest known one is `sections`
        """
    def graph(self, /, register: Register | None = None) -> Graph:
        """
        Who does what, as a graph.

        Parameters
        ----------
        register : Register, optional
            Register by which names are resolved to organs.
        """
    @property
    def head(self, /) -> Head:
        """
        The document that carries the plan.
        """
    @property
    def id(self, /) -> str:
        """
        Stable name of the plan.
        """
    @property
    def period(self, /) -> tuple[date | None, date | None] | None:
        """
        First and last day of what the plan covers, where it says so.
        """
    @property
    def preamble(self, /) -> list[Paragraph]:
        """
        What stands before the first numbered part of the notice and of the plan.
        """
    @property
    def requirements(self, /) -> View[Requirement]:
        """
        Every requirement, in the order of the document.
        """
    def schedule(self, /, *, start: date | None = None, end: date | None = None, today: date | None = None, soon: SupportsIndex = 14, organ: str | None = None, calendar: Calendar | None = None) -> Schedule:
        """
        What the plan asks for, and when.

        Parameters
        ----------
        start, end : datetime.date, optional
            First and last day that are asked for.
        today : datetime.date, optional
            The day that it is, for what is overdue and what is due soon; else that which the plan was read for.
        soon : int, default 14
            Days from today that count as soon.
        organ : str, optional
            Only what this organ has to do.
        calendar : Calendar, optional
            The working days that periods are counted in; else those that the plan was read for.

        Raises
        ------
        UnknownOrganError
            The plan does not name the organ.
        """
    @property
    def sections(self, /) -> View[Section]:
        """
        The sections at the top.
        """
    @property
    def tasks(self, /) -> View[Task]:
        """
        Every task, in the order of the document.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title of the plan, or of the document that carries it.
        """
    def to_arrow(self, /) -> Rows:
        """
        The plan as rows, one for each requirement and organ: a table that libraries take by the Arrow PyCapsule interface.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plan as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The plan as canonical JSON: the bytes that the command writes.
        """
    @property
    def units(self, /) -> View[Unit]:
        """
        Every organ that is assigned work, once each.
        """

@final
class Register:
    """
    A register of organs: which there are and were, under which names, and what they belong to.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @classmethod
    def from_json(cls, /, json: str | bytes | bytearray) -> Register:
        """
        Read a register from JSON, as strictly as a plan is read.

        Raises
        ------
        RegisterError
            What is no JSON or has an unknown field, and everything that cannot be: ids that stand twice, dates that run backwards, …

        Examples
        --------
        >>> register = govplan.Register.from_json('''{"govplan": "1.0", "organs": [
        ...     {"id": "czj", "names": [{"name": "兖州区财政局"}]}]}''')
        >>> register.resolve("财政局", issuers=["济宁市兖州区人民政府"]).id
        'czj'
        """
    def resolve(self, /, name: str, *, issuers: SupportsGetItem[int, str] | None = None, on: date | None = None) -> Resolution:
        """
        The organ of a name: exactly, by another name, by a short form, or with the place of the issuer put before it. Never one that
        is merely like it.

        Parameters
        ----------
        name : str
            The name as printed.
        issuers : list of str, optional
            Organs that issued the document that prints it.
        on : datetime.date, optional
            Day on which it was printed; without it names of all times count.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The register as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The register as canonical JSON.
        """

@final
class Requirement:
    """
    Something that a task asks for, with who does it and by when.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[int]]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def assignments(self, /) -> list[Assignment]:
        """
        Who does it, and as what.
        """
    @property
    def cells(self, /) -> dict[str, str]:
        """
        Cells of columns that the model has no field for, by their headers.
        """
    @property
    def cites(self, /) -> list[Citation]:
        """
        Documents that it cites.
        """
    @property
    def id(self, /) -> str:
        """
        Id, kept for ever (``s1.t1.r1``).
        """
    @property
    def label(self, /) -> str | None:
        """
        Number as printed, without punctuation.
        """
    @property
    def persons(self, /) -> list[Person]:
        """
        Persons who are named.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def plan(self, /) -> Plan:
        """
        Plan that it belongs to.
        """
    @property
    def pointer(self, /) -> str:
        """
        Where in the plan: JSON Pointer (RFC 6901).
        """
    @property
    def status(self, /) -> str | None:
        """
        Status as printed.
        """
    @property
    def text(self, /) -> str | None:
        """
        The body, without number and responsibility phrase.
        """
    @property
    def timings(self, /) -> list[Timing]:
        """
        By when.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The part as a dictionary, as it stands in the plan.
        """
    def to_json(self, /) -> str:
        """
        The part as one line of JSON, as it stands in the plan.
        """

@final
class Resolution:
    """
    The organ of a name, or none and what comes near.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Resolution: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def by(self, /) -> str | None:
        """
        How it was found: ``exact``, ``alias``, ``abbreviation`` or ``restored_prefix``.
        """
    @property
    def id(self, /) -> str | None:
        """
        Key of the organ in the register; absent where the name is that of none, or of several.
        """
    @property
    def name(self, /) -> str | None:
        """
        Its name in the register that fits.
        """
    @property
    def suggestions(self, /) -> list[Suggestion]:
        """
        Organs that may be meant, the likeliest first.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Rows:
    """
    Plans as rows, one for each requirement and organ: the columns of ``govplan export --to csv``.

    A table that libraries take as it is, by the Arrow PyCapsule interface: ``polars.DataFrame(rows)``, ``pyarrow.table(rows)``,
    ``pandas.DataFrame.from_arrow(rows)``, and DuckDB by the name of the variable. Rows are made when they are asked for, some
    thousand at a time.
    """
    def __arrow_c_schema__(self, /) -> object:
        """
        The schema, for whoever speaks Arrow.
        """
    def __arrow_c_stream__(self, /, requested_schema: object | None = None) -> object:
        """
        The rows, for whoever speaks Arrow. Another schema than their own is not heeded, as the protocol allows.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[Plan]]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def to_pandas(self, /) -> DataFrame:
        """
        The rows as a ``pandas.DataFrame``; needs pandas and pyarrow.
        """
    def to_polars(self, /) -> DataFrame2:
        """
        The rows as a ``polars.DataFrame``; needs polars.
        """

@final
class Schedule:
    """
    What a plan asks for, and when.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Schedule: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def due(self, /) -> list[ScheduleEntry]:
        """
        What is due on a day, by day and then in the order of the plan.
        """
    @property
    def limits(self, /) -> list[ScheduleEntry]:
        """
        Requirements that touch a time limit of the law; ``to_dict()["limits"]`` holds the limits.
        """
    @property
    def periods(self, /) -> list[ScheduleEntry]:
        """
        Periods that hang on an event whose day is not known, and periods that something lasts at least.
        """
    @property
    def standing(self, /) -> list[ScheduleEntry]:
        """
        What goes on without a day of its own, and what is wanted at once.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The schedule as a dictionary, with everything that the command writes.
        """
    def to_json(self, /) -> str:
        """
        The schedule as JSON: the bytes that ``govplan due --format json`` writes.
        """
    @property
    def undated(self, /) -> list[ScheduleEntry]:
        """
        What cannot be dated, and why.
        """

@final
class ScheduleEntry:
    """
    Something that a plan asks for, in one part of its schedule.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> ScheduleEntry: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def alternative(self, /) -> date | None:
        """
        The day in the other reading of the words.
        """
    @property
    def due(self, /) -> date | None:
        """
        Day on which it is due.
        """
    @property
    def end(self, /) -> date | None:
        """
        Last day of what goes on until one.
        """
    @property
    def event(self, /) -> str | None:
        """
        Event that it hangs on.
        """
    @property
    def kind(self, /) -> str | None:
        """
        Kind of the timing.
        """
    @property
    def plan(self, /) -> str:
        """
        Id of the plan.
        """
    @property
    def pointer(self, /) -> str:
        """
        Where in the plan: JSON Pointer (RFC 6901).
        """
    @property
    def raw(self, /) -> str | None:
        """
        The time as printed.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why it cannot be dated: ``no_time``, ``no_day``, ``year_unknown``, ``event_unknown``, …
        """
    @property
    def requirement(self, /) -> str:
        """
        Id of the requirement or directive.
        """
    @property
    def round(self, /) -> bool:
        """
        Whether it is one round of what comes again.
        """
    @property
    def start(self, /) -> date | None:
        """
        First day, where it has one besides the last.
        """
    @property
    def state(self, /) -> str | None:
        """
        How it stands to today: ``overdue``, ``passed``, ``due_soon`` or ``later``.
        """
    @property
    def text(self, /) -> str | None:
        """
        Text of the requirement.
        """
    @property
    def timing(self, /) -> str | None:
        """
        Id of the timing that it comes from.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """
    @property
    def units(self, /) -> list[str]:
        """
        Organs, each once.
        """

@final
class Section:
    """
    A part of a plan (一、), with its tasks.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[int]]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        Id, kept for ever (``s1``).
        """
    @property
    def label(self, /) -> str | None:
        """
        Number as printed, without punctuation.
        """
    @property
    def paragraphs(self, /) -> list[str]:
        """
        Prose without a number that is no task.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def plan(self, /) -> Plan:
        """
        Plan that it belongs to.
        """
    @property
    def pointer(self, /) -> str:
        """
        Where in the plan: JSON Pointer (RFC 6901).
        """
    @property
    def sections(self, /) -> View[Section]:
        """
        Sections below it.
        """
    @property
    def tasks(self, /) -> View[Task]:
        """
        Its tasks.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The part as a dictionary, as it stands in the plan.
        """
    def to_json(self, /) -> str:
        """
        The part as one line of JSON, as it stands in the plan.
        """

@final
class Suggestion:
    """
    An organ that a name may mean.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Suggestion: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        Key of the organ in the register.
        """
    @property
    def is_valid(self, /) -> bool:
        """
        Whether the name holds on the day that was asked for.
        """
    @property
    def name(self, /) -> str:
        """
        Its name that comes nearest.
        """
    @property
    def score(self, /) -> float:
        """
        How alike the two names are, from 0 to 1.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Task:
    """
    A task (工作任务), with its requirements.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[list[int]]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        Id, kept for ever (``s1.t1``).
        """
    @property
    def intro(self, /) -> str | None:
        """
        Prose that leads in its requirements.
        """
    @property
    def label(self, /) -> str | None:
        """
        Number as printed, without punctuation.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def plan(self, /) -> Plan:
        """
        Plan that it belongs to.
        """
    @property
    def pointer(self, /) -> str:
        """
        Where in the plan: JSON Pointer (RFC 6901).
        """
    @property
    def requirements(self, /) -> View[Requirement]:
        """
        What it asks for.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The part as a dictionary, as it stands in the plan.
        """
    def to_json(self, /) -> str:
        """
        The part as one line of JSON, as it stands in the plan.
        """

@final
class Timing:
    """
    A time that a requirement sets.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Timing: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def alternative_end(self, /) -> date | None:
        """
        Last day in the other reading of the words (第三季度前).
        """
    @property
    def ambiguity(self, /) -> Finding | None:
        """
        What is to be said where the words can mean two days (GP403).
        """
    @property
    def end(self, /) -> date | None:
        """
        Last day; absent where no year can be known.
        """
    @property
    def event(self, /) -> str | None:
        """
        Event that the time hangs on.
        """
    @property
    def id(self, /) -> str:
        """
        Id in the plan.
        """
    @property
    def inherited(self, /) -> bool:
        """
        Whether it comes from a merged cell or 同上.
        """
    @property
    def kind(self, /) -> str:
        """
        What is asked for: ``by``, ``on``, ``range``, ``recurring``, ``continuous``, ``immediate``, ``after_event``, ``minimum`` or
        ``vague``.
        """
    @property
    def milestone(self, /) -> str | None:
        """
        What is reached then, where it is not completion (动工, 报送).
        """
    @property
    def modality(self, /) -> str | None:
        """
        Word that softens it (原则上, 力争).
        """
    @property
    def period(self, /) -> tuple[int, str] | None:
        """
        Length of time, as a number and ``calendar_day``, ``working_day``, ``week``, ``month``, ``year`` or ``hour``.
        """
    @property
    def place(self, /) -> Place | None:
        """
        Place in the document.
        """
    @property
    def raw(self, /) -> str | None:
        """
        Text as printed.
        """
    @property
    def rrule(self, /) -> str | None:
        """
        The recurrence as a rule of RFC 5545, where that can say it.
        """
    @property
    def start(self, /) -> date | None:
        """
        First day.
        """
    @property
    def steps(self, /) -> list[str]:
        """
        Codes of the steps by which the days came about; ``to_dict()["steps"]`` holds their arguments.
        """
    @property
    def time(self, /) -> str | None:
        """
        Time of day (``17:00``).
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class Unit:
    """
    An organ that is assigned work.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def _from_json(cls, /, json: str) -> Unit: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def aliases(self, /) -> list[str]:
        """
        Other names that the document prints for it.
        """
    @property
    def closure(self, /) -> str | None:
        """
        Whether a list of members is ``closed``, ``open`` or a ``self_reference``, where it is a collective.
        """
    @property
    def code(self, /) -> str | None:
        """
        Unified social credit code.
        """
    @property
    def function(self, /) -> str | None:
        """
        Functional type (教育和体育).
        """
    @property
    def kind(self, /) -> str | None:
        """
        Kind: ``department``, ``internal_office``, ``collective``, …
        """
    @property
    def members(self, /) -> list[str]:
        """
        Members that the document lists, where it is a collective.
        """
    @property
    def name(self, /) -> str:
        """
        Canonical name.
        """
    @property
    def parent(self, /) -> str | None:
        """
        Name of the organ above it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The value as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        The value as one line of JSON.
        """

@final
class _Items:
    """
    Items that a view asks for, by their number.
    """
    def __getitem__(self, index: SupportsIndex, /) -> Any: ...
    def __len__(self, /) -> int: ...

@final
class _ReadMany:
    """
    Results of `read_many`, one document after the other.
    """
    def __iter__(self, /) -> _ReadMany: ...
    def __length_hint__(self, /) -> int: ...
    def __next__(self, /) -> ReadResult: ...

def _add_workdays(days: bytes, counts: bytes, *, calendar: Calendar | None = None) -> bytes:
    """
    The working day so many after each day; of a day that is none, none.
    """

def _are_workdays(days: bytes, *, calendar: Calendar | None = None) -> bytes:
    """
    Whether each day works; a day that is none does not.
    """

def _count_workdays(starts: bytes, ends: bytes, *, calendar: Calendar | None = None) -> bytes:
    """
    How many working days lie after each day, up to another and with it.
    """

def _findings_json(plan: Plan, findings: SupportsGetItem[int, Finding]) -> str:
    """
    Findings of a plan as JSON: what ``govplan check --format json`` writes of it.
    """

def add_workdays(day: date, count: SupportsIndex, *, calendar: Calendar | None = None) -> date:
    """
    The working day so many after a day, which is not counted itself; before it, where the count is negative.

    Raises
    ------
    UnknownYearError
        A day, or a result, of a year that no notice has announced days off for.
    """

def count_workdays(start: date, end: date, *, calendar: Calendar | None = None) -> int:
    """
    How many working days lie after a day, up to another and with it; negative where the other is the earlier.

    Raises
    ------
    UnknownYearError
        A day of a year that no notice has announced days off for.
    """

def graph(plans: Iterable[Plan], register: Register | None = None) -> Graph:
    """
    Who does what in several plans, as one graph. Organs of two plans are two, unless a register says that they are one.

    Parameters
    ----------
    plans : iterable of Plan
        The plans.
    register : Register, optional
        Register by which names are resolved to organs.
    """

def is_workday(day: date, *, calendar: Calendar | None = None) -> bool:
    """
    Whether a day is a working day of the People's Republic.

    Raises
    ------
    UnknownYearError
        A day of a year that no notice has announced days off for.
    """

def parse_doc_number(text: str) -> DocNumber:
    """
    Judge a text that should be a document number and nothing else.

    Examples
    --------
    >>> number = govplan.parse_doc_number("国办发［2018］37号")
    >>> number.verdict, number.canonical, number.year
    ('error', '国办发〔2018〕37号', 2018)
    """

def parse_timing(text: str, *, year: SupportsIndex | None = None, issued: date | None = None, calendar: Calendar | None = None) -> list[Timing]:
    """
    What a text that is an expression of time, or holds some, comes to.

    Parameters
    ----------
    text : str
        The text.
    year : int, optional
        Year of a date that names none.
    issued : datetime.date, optional
        Day on which the document was issued.
    calendar : Calendar, optional
        The working days that periods are counted in, in place of those that are built in.

    Returns
    -------
    list of Timing
        In the order of the text; a date whose year cannot be known has no ``end``.

    Examples
    --------
    >>> govplan.parse_timing("第三季度前", year=2020)
    [<Timing 第三季度前 → 2020-06-30>]
    >>> govplan.parse_timing("12月10日前")[0].steps
    ['year_unknown']
    """

def read(source: bytes | bytearray | str | PathLike[str] | BinaryIO, *, name: str | None = None, format: str | None = None, today: date | None = None, calendar: Calendar | None = None, limits: Limits | None = None) -> Plan:
    """
    Read the plan of a document, or of the JSON of a plan.

    The bytes tell the format, not the name. What is wrong with a document that can be opened stands in the plan's findings.

    Parameters
    ----------
    source : str, os.PathLike, bytes or file object
        The path of a file, its bytes, or a file that is open for reading bytes.
    name : str, optional
        Name of the file, without its folders, for the plan's source; that of the file where there is one.
    format : str, optional
        Format to read the bytes as, whatever they look like: ``text``, ``markdown``, ``html``, ``docx``, ``flat-opc``, ``word-xml``,
        ``doc``, ``xlsx``, ``xls``, ``spreadsheet-xml``, ``ods``, ``pdf`` or ``ofd``.
    today : datetime.date, optional
        The day on which the plan's checks and schedules are made, unless they are given another. It is no part of the plan.
    calendar : Calendar, optional
        The working days that they go by, likewise: those of years announced after this release among them.
    limits : mapping of str to int, optional
        Budgets of work in place of those on by default: ``bytes``, ``unpacked_bytes``, ``lines``, ``cells``, ``columns``, ``pages``,
        ``depth``.

    Returns
    -------
    Plan

    Raises
    ------
    ReadError
        The bytes cannot be read as a document.
    PlanError
        The bytes are JSON that is no plan.
    SeveralPlansError
        There is more than one plan: `read_all` gives them.
    OSError
        The file cannot be opened.

    Examples
    --------
    >>> plan = govplan.read("工作任务\\t责任单位\\n1.推进决策公开\\t办公室\\n".encode())
    >>> plan.requirements[0].assignments
    [<Assignment 办公室 responsible>]
    """

def read_all(source: bytes | bytearray | str | PathLike[str] | BinaryIO, *, name: str | None = None, format: str | None = None, today: date | None = None, calendar: Calendar | None = None, limits: Limits | None = None) -> list[Plan]:
    """
    Read every plan of a document or of JSON Lines, in their order.

    Parameters and errors are those of `read`.

    Examples
    --------
    >>> one, other = '{"govplan": "1.0", "id": "a"}', '{"govplan": "1.0", "id": "b"}'
    >>> [plan.id for plan in govplan.read_all(f"{one}\\n{other}".encode())]
    ['a', 'b']
    """

def read_many(paths: Paths, *, threads: SupportsIndex | None = None, progress: Progress | None = None, format: str | None = None, today: date | None = None, calendar: Calendar | None = None, limits: Limits | None = None) -> _ReadMany:
    """
    Read many documents on several threads; results come one by one, in the order of the paths.

    One that cannot be read never stops the others. At most eight documents for each thread are held, whatever the number of paths,
    which are taken as they are needed. Ctrl-C, and dropping the iterator, stop it at once.

    Parameters
    ----------
    paths : iterable of str or os.PathLike
        Files.
    threads : int, optional
        How many; as many as there are processors by default.
    progress : callable, optional
        Called after each document with the number that are done and the number in all, which is None where ``paths`` has no length.
        A bar of tqdm goes round the iterator: ``tqdm(govplan.read_many(paths), total=len(paths))``.
    format, today, calendar, limits : optional
        Those of `read`.

    Yields
    ------
    ReadResult
        The path, the plans, and the error that `read_all` would raise.

    Raises
    ------
    ValueError
        No thread is asked for.

    Examples
    --------
    >>> [(result.plans, type(result.error)) for result in govplan.read_many(["no such file"])]
    [((), <class 'FileNotFoundError'>)]
    """

def rows(plans: Iterable[Plan]) -> Rows:
    """
    Several plans as rows of one table.

    Parameters
    ----------
    plans : iterable of Plan
        The plans, in the order of the rows.

    Examples
    --------
    >>> plan = govplan.read("工作任务\\t责任单位\\n1.推进决策公开\\t办公室 人事科\\n".encode())
    >>> govplan.rows([plan])
    <Rows: 2 of 1 plans>
    """

def schema(name: str) -> dict[str, Any]:
    """
    A JSON Schema, by name.

    Raises
    ------
    KeyError
        There is no schema of that name.

    Examples
    --------
    >>> govplan.schema("plan")["$id"]
    'https://govplan.dev/schema/1.0/plan.json'
    """

def schema_names() -> list[str]:
    """
    Names of the JSON Schemas.
    """
