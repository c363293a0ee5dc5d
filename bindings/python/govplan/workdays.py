"""Working days of the People's Republic, 2007 to 2026: of one day, or of many in numpy arrays of ``datetime64``.

numpy is not needed but for arrays. A day of a year that no notice has announced days off for is an `UnknownYearError`; a
`govplan.Calendar` of the days off of that year, given as ``calendar``, mends it.

Examples
--------
>>> from datetime import date
>>> from govplan import workdays
>>> workdays.add(date(2020, 9, 18), 20)
datetime.date(2020, 10, 22)
>>> import numpy
>>> workdays.is_workday(numpy.array(["2020-09-27", "2020-10-01"], dtype="datetime64[D]"))
array([ True, False])
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, overload

from govplan._govplan import (
    _add_workdays,
    _are_workdays,
    _count_workdays,
    add_workdays,
    count_workdays,
    is_workday as _is_workday,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import SupportsIndex

    from govplan._govplan import Calendar
    from numpy import bool_, datetime64, int64
    from numpy.typing import ArrayLike, NDArray

__all__ = ["add", "count", "is_workday"]


@overload
def is_workday(day: date, *, calendar: Calendar | None = None) -> bool: ...
@overload
def is_workday(day: NDArray[datetime64], *, calendar: Calendar | None = None) -> NDArray[bool_]: ...
def is_workday(day: date | NDArray[datetime64], *, calendar: Calendar | None = None) -> bool | NDArray[bool_]:
    """Whether a day is a working day, or each of many; a day that is none (NaT) is not.

    Parameters
    ----------
    day : datetime.date or array of datetime64
        The day or days.
    calendar : Calendar, optional
        The working days to go by, in place of those that are built in.

    Raises
    ------
    UnknownYearError
        A day of a year that is not announced.
    """
    if isinstance(day, date):
        return _is_workday(day, calendar=calendar)
    return _in_blocks(_are_workdays, "bool", calendar, _numbered(day))


@overload
def add(day: date, count: SupportsIndex, *, calendar: Calendar | None = None) -> date: ...
@overload
def add(
    day: NDArray[datetime64], count: ArrayLike, *, calendar: Calendar | None = None
) -> NDArray[datetime64]: ...
def add(
    day: date | NDArray[datetime64], count: Any, *, calendar: Calendar | None = None
) -> date | NDArray[datetime64]:
    """The working day so many after a day, which is not counted itself; before it, where the count is negative.

    Parameters
    ----------
    day : datetime.date or array of datetime64
        The day or days; of one that is none (NaT) the result is none.
    count : int or array of int
        How many working days; an array is broadcast against the days.
    calendar : Calendar, optional
        The working days to go by, in place of those that are built in.

    Raises
    ------
    UnknownYearError
        A day, or a result, of a year that is not announced.
    """
    if isinstance(day, date):
        return add_workdays(day, count, calendar=calendar)
    from numpy import asarray, int64

    counts = asarray(count).astype(int64, casting="same_kind", copy=False)
    return _in_blocks(_add_workdays, "datetime64[D]", calendar, _numbered(day), counts)


@overload
def count(start: date, end: date, *, calendar: Calendar | None = None) -> int: ...
@overload
def count(
    start: NDArray[datetime64], end: date | NDArray[datetime64], *, calendar: Calendar | None = None
) -> NDArray[int64]: ...
@overload
def count(start: date, end: NDArray[datetime64], *, calendar: Calendar | None = None) -> NDArray[int64]: ...
def count(
    start: date | NDArray[datetime64], end: date | NDArray[datetime64], *, calendar: Calendar | None = None
) -> int | NDArray[int64]:
    """How many working days lie after a day, up to another and with it; negative where the other is the earlier.

    Parameters
    ----------
    start, end : datetime.date or array of datetime64
        The days; arrays are broadcast against each other.
    calendar : Calendar, optional
        The working days to go by, in place of those that are built in.

    Raises
    ------
    UnknownYearError
        A day of a year that is not announced, or that is none (NaT).
    """
    if isinstance(start, date) and isinstance(end, date):
        return count_workdays(start, end, calendar=calendar)
    return _in_blocks(_count_workdays, "int64", calendar, _numbered(start), _numbered(end))


def _numbered(days: Any) -> NDArray[int64]:
    """Days as their numbers, counted from 1970."""
    from numpy import asarray, datetime64, int64

    days = datetime64(days, "D") if isinstance(days, date) else days
    return asarray(days).astype("datetime64[D]", casting="same_kind", copy=False).view(int64)


#: Days that are handed over at once: what they and their results take stays in the processor's cache.
_BLOCK = 16_384


def _in_blocks(
    act: Callable[..., bytes], dtype: str, calendar: Calendar | None, *columns: NDArray[int64]
) -> NDArray[Any]:
    """What comes of columns of numbers, which are broadcast against each other."""
    from numpy import broadcast_arrays, empty, frombuffer

    columns = broadcast_arrays(*columns)
    results = empty(columns[0].shape, dtype)
    flat, flat_results = [column.reshape(-1) for column in columns], results.reshape(-1)
    for begin in range(0, results.size, _BLOCK):
        block = slice(begin, begin + _BLOCK)
        flat_results[block] = frombuffer(act(*(column[block].tobytes() for column in flat), calendar=calendar), dtype)
    return results
