"""Two thousand deadlines in working days of 2020 to 2024, 5 to 30 days each: who counts them right, and how fast.

    python working_days.py path/to/govplan_row

Right is what counting by chinesecalendar gives, day by day, which follows the notices of the State Council.
"""

import logging
import random
import sys
import tempfile
import warnings
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from table import Peer, govplan_row, installed, installed_version, per_second, quiet, show, times

DAY = timedelta(days=1)
FIRST = date(2020, 1, 1)

Query = tuple[date, int]


def queries() -> list[Query]:
    chance = random.Random(1)
    return [(FIRST + DAY * chance.randrange(1700), chance.choice([5, 7, 10, 15, 20, 30])) for _ in range(2000)]


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

    return Peer("chinesecalendar, day by day", "chinesecalendar", day_by_day(chinese_calendar.is_workday), list)


def jionlp_parse_time() -> Peer:
    import jionlp

    def add(day: date, count: int) -> Any:
        base = datetime(day.year, day.month, day.day, 9).timestamp()
        return jionlp.parse_time(f"{count}个工作日内", time_base=base)["time"][1]

    def read(found: list[str]) -> list[date]:
        return [date.fromisoformat(day[:10]) for day in found]

    return Peer("JioNLP parse_time", "jionlp", one_by_one(add), read)


def holidays_by_day() -> Peer:
    return Peer("holidays, day by day", "holidays", day_by_day(holidays_of_china().is_working_day), list)


def holidays_nth() -> Peer:
    return Peer("holidays get_nth_working_day", "holidays", one_by_one(holidays_of_china().get_nth_working_day), list)


def holidays_of_china() -> Any:
    import holidays

    return holidays.country_holidays("CN", years=range(2019, 2026))


def workalendar_add() -> Peer:
    from workalendar.asia import China

    return Peer("workalendar add_working_days", "workalendar", one_by_one(China().add_working_days), list)


def numpy_one_by_one() -> Peer:
    import numpy

    calendar = numpy_calendar()

    def add(day: date, count: int) -> Any:
        return numpy.busday_offset(day, count, roll="backward", busdaycal=calendar)

    return Peer("numpy busday_offset (no make-up days)", "numpy", one_by_one(add), of_numpy)


def numpy_batch() -> Peer:
    import numpy

    calendar = numpy_calendar()
    days, counts = numpy_columns()
    ask = lambda _: numpy.busday_offset(days, counts, roll="backward", busdaycal=calendar)
    return Peer("numpy busday_offset, all in one call", "numpy", ask, of_numpy)


def numpy_table() -> Peer:
    """What a careful user makes by hand: how many working days lie before each day, and the working days in order."""
    import chinese_calendar
    import numpy

    known = [FIRST + DAY * n for n in range((date(2026, 1, 1) - FIRST).days)]
    works = numpy.array([chinese_calendar.is_workday(day) for day in known])
    through, working = numpy.cumsum(works), numpy.array(known, dtype="datetime64[D]")[works]
    days, counts = numpy_columns()
    first = numpy.datetime64(FIRST)
    ask = lambda _: working[through[(days - first).astype(int)] + counts - 1]
    return Peer("numpy, a table by hand, all in one call", "numpy", ask, of_numpy)


def numpy_calendar() -> Any:
    """Its week cannot say that this Saturday works."""
    import numpy

    off = [day for day in holidays_of_china() if day.weekday() < 5]
    return numpy.busdaycalendar(holidays=numpy.array(off, dtype="datetime64[D]"))


def numpy_columns() -> tuple[Any, Any]:
    import numpy

    days, counts = zip(*queries())
    return numpy.array(days, dtype="datetime64[D]"), numpy.array(counts)


def of_numpy(found: Any) -> list[date]:
    return [day.astype(object) for day in found]


def of_govplan(line: str) -> date | None:
    return None if line == "-" else date.fromisoformat(line)


OTHERS = [
    jionlp_parse_time,
    holidays_by_day,
    holidays_nth,
    workalendar_add,
    numpy_one_by_one,
    numpy_batch,
    numpy_table,
]


def main(binary: str) -> None:
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    asked = queries()
    judge = chinesecalendar_by_day()
    truth = judge.ask(asked)
    rows = []

    def row(name: str, version: str, answers: list[Any], rate: float) -> None:
        rows.append([name, version, rate, sum(answer != right for answer, right in zip(answers, truth, strict=True))])

    for peer in [judge, *installed(OTHERS)]:
        try:
            with quiet():
                answers = peer.read(peer.ask(asked))
                rate = per_second(len(asked), lambda: peer.ask(asked))
        except Exception as error:  # A calendar that does not know a year, say.
            print(f"left out: {peer.name} ({type(error).__name__}: {error})")
            continue
        row(peer.name, installed_version(peer), answers, rate)
    peers = rows.copy()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "queries.txt"
        file.write_text("".join(f"{day} {count}\n" for day, count in asked), "utf-8")
        answers, version, rate = govplan_row(binary, "working-days", str(file))
    row("govplan", version, [of_govplan(line) for line in answers], rate)

    show("Working days, 2,000 queries", ["peer", "version", "queries/s", "wrong of 2,000"], rows)
    right = [row for row in peers if row[3] == 0]
    libraries, by_hand = [row for row in right if "by hand" not in row[0]], [row for row in right if "by hand" in row[0]]
    best = [("best peer: ", max(libraries, key=lambda row: row[2]))]
    best += [("", row) for row in by_hand + [row for row in peers if row[0].startswith("JioNLP")]]
    for title, peer in best:
        print(f"govplan / {title}{peer[0]} ({peer[3]} wrong): {times(rate, peer[2])} as fast")


if __name__ == "__main__":
    main(sys.argv[1])
