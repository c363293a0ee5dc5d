"""Two thousand deadlines in working days of 2020 to 2024, 5 to 30 days each, one by one, and a column of a hundred times as many
days: who counts them right, and how fast.

Right is what counting by chinesecalendar gives, day by day, which follows the notices of the State Council.
"""

import logging
import random
import tempfile
import warnings
from collections.abc import Callable
from datetime import date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import govplan
import numpy

from measure import quiet, race
from report import Report, Table, times
from rust_row import RustRow

DAY = timedelta(days=1)
FIRST = date(2020, 1, 1)
QUERIES, BATCH = 2_000, 200_000

Query = tuple[date, int]


class Peer(NamedTuple):
    """One way to add working days: what is timed, and how its answer is read afterwards."""

    package: str
    ask: Callable[[list[Query]], Any]
    read: Callable[[Any], list[date]] = list


def queries(count: int) -> list[Query]:
    chance = random.Random(1)
    return [(FIRST + DAY * chance.randrange(1700), chance.choice([5, 7, 10, 15, 20, 30])) for _ in range(count)]


def one_by_one(add: Callable[[date, int], date]) -> Callable[[list[Query]], list[date]]:
    return lambda queries: [add(day, count) for day, count in queries]


def day_by_day(is_working_day: Callable[[date], bool]) -> Callable[[list[Query]], list[date]]:
    def add(day: date, count: int) -> date:
        while count:
            day += DAY
            count -= is_working_day(day)
        return day

    return one_by_one(add)


def chinesecalendar_by_day() -> Peer:
    import chinese_calendar

    return Peer("chinesecalendar", day_by_day(chinese_calendar.is_workday))


def jionlp_parse_time() -> Peer:
    import jionlp

    def add(day: date, count: int) -> Any:
        base = datetime(day.year, day.month, day.day, 9).timestamp()
        return jionlp.parse_time(f"{count}个工作日内", time_base=base)["time"][1]

    def read(found: list[str]) -> list[date]:
        return [date.fromisoformat(day[:10]) for day in found]

    return Peer("jionlp", one_by_one(add), read)


def holidays_by_day() -> Peer:
    return Peer("holidays", day_by_day(holidays_of_china().is_working_day))


def holidays_nth() -> Peer:
    return Peer("holidays", one_by_one(holidays_of_china().get_nth_working_day))


def holidays_of_china() -> Any:
    import holidays

    return holidays.country_holidays("CN", years=range(2019, 2026))


def workalendar_add() -> Peer:
    from workalendar.asia import China

    add = China().add_working_days
    add(FIRST + DAY * 1700, 30)  # It fails in a year that it has no days off of.
    return Peer("workalendar", one_by_one(add))


def numpy_one_by_one() -> Peer:
    calendar = numpy_calendar()

    def add(day: date, count: int) -> Any:
        return numpy.busday_offset(day, count, roll="backward", busdaycal=calendar)

    return Peer("numpy", one_by_one(add), lambda found: [day.astype(object) for day in found])


def numpy_calendar() -> numpy.busdaycalendar:
    """Its week cannot say that this Saturday works."""
    off = [day for day in holidays_of_china() if day.weekday() < 5]
    return numpy.busdaycalendar(holidays=numpy.array(off, dtype="datetime64[D]"))


PEERS = {
    "chinesecalendar, day by day": chinesecalendar_by_day,
    "JioNLP parse_time": jionlp_parse_time,
    "holidays, day by day": holidays_by_day,
    "holidays get_nth_working_day": holidays_nth,
    "workalendar add_working_days": workalendar_add,
    "numpy busday_offset (knows no make-up days)": numpy_one_by_one,
}

TEXT = """\
Two thousand deadlines of 5 to 30 working days, from days of 2020 to 2024, one call for each; then columns of 200,000 days in one
call. Right is what counting by chinesecalendar gives, day by day. numpy's calendar cannot say that a Saturday works: it is timed
for its speed, and its counts, which take the first day in and leave the last one out, are not judged. The table by hand is what a careful user of numpy makes of chinesecalendar."""


def report(binary: str) -> Report:
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    found = Report("Working days", TEXT)
    one_by_one_table(found, binary)
    batch_table(found)
    return found


def one_by_one_table(found: Report, binary: str) -> None:
    asked = queries(QUERIES)
    peers = found.installed(PEERS)
    peers["govplan workdays.add"] = Peer("govplan", one_by_one(govplan.workdays.add))
    with quiet(), tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "queries.txt"
        file.write_text("".join(f"{day} {count}\n" for day, count in asked), "utf-8")
        answers = {name: peer.read(peer.ask(asked)) for name, peer in peers.items()}
        works = {name: (lambda ask=peer.ask: ask(asked)) for name, peer in peers.items()}
        with RustRow(binary, "working-days", str(file)) as rust:
            rates = race(works | {"govplan in Rust": rust}, QUERIES)
    versions = {name: version(peer.package) for name, peer in peers.items()} | {"govplan in Rust": rust.version}
    truth = answers["chinesecalendar, day by day"]
    own = rates["govplan workdays.add"]
    answers["govplan in Rust"] = [date.fromisoformat(line) for line in rust.answers]
    rows = []
    for name, rate in rates.items():
        wrong = sum(answer != right for answer, right in zip(answers[name], truth, strict=True))
        rows.append([name, versions[name], str(rate), f"{wrong:,}", times(own, rate)])
    head = ["peer", "version", "deadlines/s", f"wrong of {QUERIES:,}", "govplan is"]
    found.tables.append(Table("One deadline a call", head, rows))
    for name in ("holidays, day by day", "holidays get_nth_working_day"):
        found.target("working days, one by one", name, 50, own, rates.get(name))


def batch_table(found: Report) -> None:
    days, counts = (numpy.array(column) for column in zip(*queries(BATCH)))
    days = days.astype("datetime64[D]")
    workdays, calendar = govplan.workdays, numpy_calendar()
    other_days = numpy.random.default_rng(1).permutation(days)
    works, before, working = table_by_hand()
    first = days.dtype.type(FIRST)

    def place(days: Any) -> Any:
        return (days - first).astype(int)

    def count_by_hand() -> Any:
        forward = other_days >= days
        start, end = place(days) + forward, place(other_days) + forward
        return before[end] - before[start]

    work = {
        "add": {
            "numpy": lambda: numpy.busday_offset(days, counts, roll="backward", busdaycal=calendar),
            "by hand": lambda: working[before[place(days) + 1] + counts - 1],
            "govplan": lambda: workdays.add(days, counts),
        },
        "is_workday": {
            "numpy": lambda: numpy.is_busday(days, busdaycal=calendar),
            "by hand": lambda: works[place(days)],
            "govplan": lambda: workdays.is_workday(days),
        },
        "count": {
            "numpy": lambda: numpy.busday_count(days, other_days, busdaycal=calendar),
            "by hand": count_by_hand,
            "govplan": lambda: workdays.count(days, other_days),
        },
    }
    titles = {
        "numpy": "numpy busday_offset, is_busday, busday_count",
        "by hand": "numpy, a table by hand",
        "govplan": "govplan workdays",
    }
    rows = {name: [title, version("govplan" if name == "govplan" else "numpy")] for name, title in titles.items()}
    for what, contestants in work.items():
        truth = contestants["by hand"]()
        assert (contestants["govplan"]() == truth).all()
        rates = race(contestants, BATCH)
        for name, rate in rates.items():
            is_judged = (name, what) != ("numpy", "count")
            wrong = f"{int((contestants[name]() != truth).sum()):,}" if is_judged else "not judged"
            rows[name] += [str(rate * 1e-6), wrong, times(rates["govplan"], rate)]
        found.target(f"working days in a column, {what}", titles["numpy"], 5, rates["govplan"], rates["numpy"])
    head = ["peer", "version"]
    for what in work:
        head += [f"{what}, million/s", "wrong", "govplan is"]
    found.tables.append(Table(f"Columns of {BATCH:,} days", head, list(rows.values())))


def table_by_hand() -> tuple[Any, Any, Any]:
    """Whether each day works, how many working days lie before each, and the working days in order."""
    import chinese_calendar

    known = [FIRST + DAY * n for n in range((date(2026, 1, 1) - FIRST).days)]
    works = numpy.array([chinese_calendar.is_workday(day) for day in known])
    before = numpy.concatenate([[0], numpy.cumsum(works)])
    return works, before, numpy.array(known, dtype="datetime64[D]")[works]
