"""Working days, day by day, held against a package that nobody here wrote."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from govplan import UnknownYearError, workdays

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)


def test_every_day_agrees_with_an_independent_calendar() -> None:
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    wrong = [day for day in days if workdays.is_workday(day) != chinese_calendar.is_workday(day)]
    assert len(days) == 7305
    assert wrong == []


def test_days_are_added_and_counted() -> None:
    assert workdays.add(date(2020, 9, 18), 20) == date(2020, 10, 22)
    assert workdays.count(date(2020, 9, 18), date(2020, 10, 22)) == 20
    assert workdays.add(date(2020, 10, 9), -1) == date(2020, 9, 30)


def test_a_year_that_is_not_announced_is_an_error() -> None:
    with pytest.raises(UnknownYearError) as caught:
        workdays.add(date(2026, 12, 21), 20)
    assert (caught.value.year, caught.value.first, caught.value.last) == (2027, 2007, 2026)
