"""What can go wrong: exceptions with fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govplan._govplan import Place


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
    place : Place or None
        Where in the text that was read.
    found : str or None
        What was found.
    expected : str or None
        What was expected, where that can be said.
    """

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        place: Place | None = None,
        found: str | None = None,
        expected: str | None = None,
        *own: object,
    ) -> None:
        # All of them, so that it can be pickled.
        super().__init__(message, message_en, code, place, found, expected, *own)
        self.message = message
        self.message_en = message_en
        self.code = code
        self.place = place
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return self.message_en


class ReadError(GovplanError):
    """Bytes that cannot be read as a document."""


class SeveralPlansError(GovplanError):
    """A source of several plans, where one was asked for.

    Attributes
    ----------
    count : int
        How many there are.
    """

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        place: Place | None,
        found: str | None,
        expected: str | None,
        count: int,
    ) -> None:
        super().__init__(message, message_en, code, place, found, expected, count)
        self.count = count


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
        place: Place | None,
        found: str | None,
        expected: str | None,
        pointer: str | None,
        line: int | None,
        column: int | None,
        nearest: str | None,
    ) -> None:
        super().__init__(message, message_en, code, place, found, expected, pointer, line, column, nearest)
        self.pointer = pointer
        self.line = line
        self.column = column
        self.nearest = nearest


class RegisterError(GovplanError):
    """JSON that is no register of organs, or one that says what cannot be.

    Attributes
    ----------
    pointer : str or None
        Where in the register: JSON Pointer (RFC 6901); of the first thing that is wrong.
    """

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        place: Place | None,
        found: str | None,
        expected: str | None,
        pointer: str | None,
    ) -> None:
        super().__init__(message, message_en, code, place, found, expected, pointer)
        self.pointer = pointer


class UnknownOrganError(GovplanError):
    """An organ that the plan does not name.

    Attributes
    ----------
    name : str
        The name that was asked for.
    nearest : str or None
        The organ of the plan whose name is nearest.
    """

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        place: Place | None,
        found: str | None,
        expected: str | None,
        name: str,
        nearest: str | None,
    ) -> None:
        super().__init__(message, message_en, code, place, found, expected, name, nearest)
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

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        place: Place | None,
        found: str | None,
        expected: str | None,
        year: int,
        first: int,
        last: int,
    ) -> None:
        super().__init__(message, message_en, code, place, found, expected, year, first, last)
        self.year = year
        self.first = first
        self.last = last


class CalendarError(GovplanError):
    """A table of days off that cannot be used.

    Attributes
    ----------
    line : int or None
        Line of the table, from 1; none where it is the table as a whole.
    """

    def __init__(
        self,
        message: str,
        message_en: str,
        code: str,
        place: Place | None,
        found: str | None,
        expected: str | None,
        line: int | None,
    ) -> None:
        super().__init__(message, message_en, code, place, found, expected, line)
        self.line = line
