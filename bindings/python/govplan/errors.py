"""What can go wrong: exceptions with fields."""

from __future__ import annotations


class GovplanError(Exception):
    """What went wrong, in both languages, with a permanent code.

    Attributes
    ----------
    message : str
        What went wrong, in Chinese.
    message_en : str
        What went wrong, in English.
    code : str
        What went wrong, as a permanent code.
    """

    def __init__(self, message: str, message_en: str, code: str) -> None:
        super().__init__(message_en)
        self.message = message
        self.message_en = message_en
        self.code = code


class ReadError(GovplanError):
    """Bytes that cannot be read as a document."""


class PlanError(GovplanError):
    """JSON that is no plan.

    Attributes
    ----------
    pointer : str or None
        Where in the plan: JSON Pointer (RFC 6901).
    line, column : int or None
        Where in the JSON, from 1; columns count bytes.
    nearest : str or None
        The known field nearest to an unknown one.
    """

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        pointer: str | None,
        line: int | None,
        column: int | None,
        nearest: str | None,
    ) -> None:
        super().__init__(message, message_en, code)
        self.pointer = pointer
        self.line = line
        self.column = column
        self.nearest = nearest


class UnknownOrganError(GovplanError):
    """An organ that the plan does not name.

    Attributes
    ----------
    name : str
        The name that was asked for.
    nearest : str or None
        The organ of the plan whose name is nearest.
    """

    def __init__(self, message: str, message_en: str, code: str, name: str, nearest: str | None) -> None:
        super().__init__(message, message_en, code)
        self.name = name
        self.nearest = nearest


class UnknownYearError(GovplanError):
    """A year that no notice has announced days off for.

    Attributes
    ----------
    year : int
        The year that was asked about.
    first, last : int
        The first and last year that are known.
    """

    def __init__(self, message: str, message_en: str, code: str, year: int, first: int, last: int) -> None:
        super().__init__(message, message_en, code)
        self.year = year
        self.first = first
        self.last = last
