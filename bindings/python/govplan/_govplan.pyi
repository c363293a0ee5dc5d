"""
Chinese government work plans as exact data.
"""

from datetime import date
from os import PathLike
from typing import Any, Final, SupportsIndex, final

__all__ = ["__version__", "Duty", "Finding", "Plan", "add_workdays", "count_workdays", "is_workday", "read", "schema", "schema_names"]

__version__: Final[str]
"""
Version of the package.
"""

@final
class Duty:
    """
    An organ's part in one requirement.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
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

@final
class Finding:
    """
    Something to be said of a plan: what, where, what was found, what was expected.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
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
    def place(self, /) -> str | None:
        """
        Where in the document, in short (``31:5``).
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
    def to_json(self, /) -> str:
        """
        The finding as one line of JSON.
        """

@final
class Plan:
    """
    A work plan as exact data.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def check(self, /, *, today: date | None = None) -> list[Finding]:
        """
        Everything there is to say of the plan.

        Parameters
        ----------
        today : datetime.date, optional
            The day on which the check is made, for rules about what is past.
        """
    def duties(self, /, organ: str) -> list[Duty]:
        """
        The duties of an organ, by its name or another name of it, in the order of the plan.

        Raises
        ------
        UnknownOrganError
            The plan does not name the organ.
        """
    @staticmethod
    def from_json(json: str) -> Plan:
        """
        Read a plan from JSON, strictly.

        Raises
        ------
        PlanError
            What is no JSON, an unknown field, a duplicate key, a reference that leads nowhere.
        """
    @property
    def id(self, /) -> str:
        """
        Stable name of the plan.
        """
    @property
    def title(self, /) -> str | None:
        """
        Title of the plan, or of the document that carries it.
        """
    def to_json(self, /) -> str:
        """
        The plan as canonical JSON: the bytes that the command writes.
        """

def add_workdays(day: date, count: SupportsIndex) -> date:
    """
    The working day so many after a day, which is not counted itself; before it, where the count is negative.

    Raises
    ------
    UnknownYearError
        A day, or a result, of a year that no notice has announced days off for.
    """

def count_workdays(start: date, end: date) -> int:
    """
    How many working days lie after a day, up to another and with it; negative where the other is the earlier.

    Raises
    ------
    UnknownYearError
        A day of a year that no notice has announced days off for.
    """

def is_workday(day: date) -> bool:
    """
    Whether a day is a working day of the People's Republic.

    Raises
    ------
    UnknownYearError
        A day of a year that no notice has announced days off for.
    """

def read(source: bytes | bytearray | str | PathLike[str], *, name: str | None = None) -> Plan:
    """
    Read a plan from a document, or from the JSON of a plan.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        The path of a file, or its bytes.
    name : str, optional
        Name of the file, without its folders, for the plan's source; that of the path where there is one.

    Raises
    ------
    ReadError
        The bytes cannot be read as a document.
    PlanError
        The bytes are JSON that is no plan.
    OSError
        The file cannot be opened.
    """

def schema(name: str) -> Any:
    """
    A JSON Schema, by name.

    Raises
    ------
    KeyError
        There is no schema of that name.
    """

def schema_names() -> list[str]:
    """
    Names of the JSON Schemas.
    """
