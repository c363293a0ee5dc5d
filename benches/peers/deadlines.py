"""Sixty deadline expressions: who types them right, and how fast.

    python deadlines.py path/to/govplan_row

All are asked on 27 August 2020, and of several times found in a text the first is judged. An answer is right, wrong (a false
date or value) or silent. Peers are not held to what they have no word for: one that answers a date to 收到之日起15日内, as if it
had been received today, is right; govplan has the words and is held to them.
"""

import calendar
import importlib.util
import json
import logging
import sys
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from table import Peer, govplan_row, installed, installed_version, per_second, quiet, show, times

TABLE = Path(__file__).parent / "deadlines.tsv"
NOW = datetime(2020, 8, 27, 9)

# What a period is, and the days that it may come to from today.
PERIODS = {
    "20wd": ((20, "workday"), ["2020-09-24"]),
    "15d": ((15, "day"), ["2020-09-11"]),
    "30d": ((30, "day"), ["2020-09-26"]),
    "7wd": ((7, "workday"), []),
    "3y": ((3, "year"), ["2023-08-27", "2023-08-26"]),
    "2m": ((2, "month"), ["2020-10-27", "2020-10-26"]),
    "5wd": ((5, "workday"), ["2020-09-03"]),
    "-3d": ((-3, "day"), ["2020-08-24"]),
    "1w": ((1, "week"), ["2020-09-03", "2020-09-02"]),
    "6m": ((6, "month"), ["2021-02-27", "2021-02-26", "2021-02-28"]),
}

# Other ways to say the same length of time.
SAME = {(7, "day"): (1, "week"), (0.5, "year"): (6, "month")}

# How many of which unit a round is, and the day in it.
ROUNDS = {
    "monthly-5": (1, "month", "5"),
    "monthly-next-10": (1, "month", "next 10"),
    "quarter-end": (3, "month", "end"),
    "half-year": (6, "month", ""),
    "yearly-12-31": (1, "year", "12-31"),
    "weekly-fri": (1, "week", "5"),
    "semester": (1, "term", ""),
}

# The kinds that govplan may name. All of a year, 全年, is work without a pause between two days.
KINDS = {
    "date": ["by", "on", "range"],
    "range": ["range", "continuous"],
    "rel": ["after_event"],
    "dur": ["minimum"],
    "recur": ["recurring"],
    "ongoing": ["continuous"],
    "vague": ["vague"],
    "immediate": ["immediate"],
}


@dataclass(frozen=True)
class Answer:
    """What is said of an expression, in words that the judge knows."""

    start: str = ""
    end: str = ""
    period: tuple[float, str] | None = None
    round: tuple[float, str, str] | None = None
    kind: str = ""


def judge(asked: str, truth: str, answer: Answer | None) -> str:
    if answer is None:
        return "silent"
    return "right" if is_right(asked, truth, answer) else "wrong"


def is_right(asked: str, truth: str, answer: Answer) -> bool:
    truths = truth.split("|")
    if answer.round:
        return answer.kind in ("", "recurring") and answer.round in map(ROUNDS.get, truths)
    if answer.kind and answer.kind not in KINDS[asked]:
        return False
    match asked:
        case "date":
            return answer.end in truths
        case "range":
            return f"{answer.start}/{answer.end}" in truths
        case "rel":
            return is_period(truth, answer)
        case "dur":
            return answer.period == PERIODS[truth][0]
        case "recur":
            return False
        case _:
            return answer.kind != "" and not answer.end


def is_period(truth: str, answer: Answer) -> bool:
    """The period, or the day that it comes to; where both are given, both."""
    period, days = PERIODS[truth]
    day = answer.start if period[0] < 0 else answer.end
    if answer.period is None and not day:
        return False
    return answer.period in (None, period) and (not day or day in days)


def jionlp_extract_time() -> Peer:
    import jionlp

    def ask(text: str) -> Any:
        return jionlp.ner.extract_time(text, time_base=NOW.timestamp())

    def read(found: Any) -> Answer | None:
        return of_jionlp(found[0]["type"], found[0]["detail"]["time"]) if found else None

    return Peer("JioNLP extract_time", "jionlp", ask, read)


def jionlp_parse_time() -> Peer:
    import jionlp

    def ask(text: str) -> Any:
        try:
            return jionlp.parse_time(text, time_base=NOW.timestamp())
        except ValueError:
            return None

    return Peer("JioNLP parse_time", "jionlp", ask, lambda found: found and of_jionlp(found["type"], found["time"]))


def of_jionlp(kind: str, time: Any) -> Answer:
    match kind:
        case "time_span" | "time_point":
            return Answer(start=time[0][:10], end=time[1][:10])
        case "time_delta" if len(time) == 1:
            [(unit, n)] = time.items()
            return Answer(period=SAME.get((n, unit), (n, unit)))
        case "time_period" if len(time["delta"]) == 1:
            [(unit, n)] = time["delta"].items()
            n, unit = SAME.get((n, unit), (n, unit))
            last = (time["point"] or {"time": [None, None]})["time"][1]
            return Answer(round=(n, unit, day_of_round(n, unit, last) if last else ""))
        case _:
            return Answer()


def day_of_round(n: float, unit: str, last: str) -> str:
    """The day in its round that an example stands for."""
    day = date.fromisoformat(last[:10])
    if unit == "week":
        return str(day.isoweekday())
    if unit == "year":
        return f"{day.month}-{day.day}"
    is_end = day.day == calendar.monthrange(day.year, day.month)[1] and day.month % n == 0
    return "end" if is_end else str(day.day)


def dateparser_parse() -> Peer:
    import dateparser

    def ask(text: str) -> Any:
        return dateparser.parse(text, languages=["zh"], settings={"RELATIVE_BASE": NOW})

    return Peer("dateparser parse", "dateparser", ask, lambda found: found and of_days(found, found))


def dateparser_search_dates() -> Peer:
    from dateparser.search import search_dates

    def ask(text: str) -> Any:
        return search_dates(text, languages=["zh"], settings={"RELATIVE_BASE": NOW})

    return Peer("dateparser search_dates", "dateparser", ask, lambda found: found and of_days(found[0][1], found[-1][1]))


def of_days(first: datetime, last: datetime) -> Answer:
    return Answer(start=first.date().isoformat(), end=last.date().isoformat())


def time_nlp() -> Peer:
    # Its modules import each other as if they stood alone.
    package = importlib.util.find_spec("time_nlp")
    if package is None:
        raise ModuleNotFoundError("No module named 'time_nlp'")
    sys.path.extend(package.submodule_search_locations or [])
    from TimeNormalizer import TimeNormalizer

    normalizer = TimeNormalizer()

    def ask(text: str) -> Any:
        try:
            return normalizer.parse(target=text, timeBase=str(NOW))
        except Exception:  # It fails in many ways on texts that it cannot read.
            return None

    return Peer("Time-NLP", "time-nlp", ask, of_time_nlp)


def of_time_nlp(found: str | None) -> Answer | None:
    answer = json.loads(found or "{}")
    match answer.get("type"):
        case "timestamp":
            return Answer(start=answer["timestamp"][:10], end=answer["timestamp"][:10])
        case "timespan":
            return Answer(start=answer["timespan"][0][:10], end=answer["timespan"][1][:10])
        case "timedelta":
            # It names every unit, most of them with a nought.
            lengths = [(n, unit) for unit, n in answer["timedelta"].items() if n]
            return Answer(period=SAME.get(lengths[0], lengths[0]) if len(lengths) == 1 else None)
        case _:
            return None


def of_govplan(line: str) -> Answer | None:
    found = json.loads(line)
    if not found:
        return None
    answer = found[0]
    period, recurrence = answer["period"], answer["recurrence"]
    units = {"calendar_day": "day", "working_day": "workday"}
    return Answer(
        start=answer["start"] or "",
        end=answer["end"] or "",
        period=period and (period["n"], units.get(period["unit"], period["unit"])),
        round=recurrence and of_recurrence(recurrence),
        kind=answer["kind"],
    )


def of_recurrence(recurrence: dict[str, Any]) -> tuple[float, str, str]:
    rounds = {
        "weekly": (1, "week"),
        "monthly": (1, "month"),
        "quarterly": (3, "month"),
        "half_yearly": (6, "month"),
        "yearly": (1, "year"),
        "term": (1, "term"),
    }
    n, unit = rounds.get(recurrence["every"], (1, recurrence["every"]))
    day = str(recurrence.get("weekday") or recurrence.get("day") or "")
    if recurrence.get("from_end") == 1:
        day = str(calendar.monthrange(2021, recurrence["month"])[1]) if "month" in recurrence else "end"
    if "month" in recurrence:
        day = f"{recurrence['month']}-{day}"
    if "next_period" in recurrence:
        day = f"next {day}"
    return n * recurrence.get("interval", 1), unit, day


def main(binary: str) -> None:
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    lines = TABLE.read_text("utf-8").splitlines()
    cases = [line.split("\t") for line in lines if line and not line.startswith("#")]
    texts = [text for text, _, _ in cases]
    rows = []

    def row(name: str, version: str, answers: list[Answer | None], rate: float) -> None:
        verdicts = [judge(asked, truth, answer) for (_, asked, truth), answer in zip(cases, answers, strict=True)]
        rows.append([name, version, *map(verdicts.count, ["right", "silent", "wrong"]), rate])
        if name == "govplan" and set(verdicts) != {"right"}:
            print("govplan is not right on:", *(text for text, verdict in zip(texts, verdicts) if verdict != "right"))

    makers = [jionlp_extract_time, jionlp_parse_time, dateparser_parse, dateparser_search_dates, time_nlp]
    for peer in installed(makers):
        with quiet():
            answers = [peer.read(peer.ask(text)) for text in texts]
            rate = per_second(len(texts), lambda: [peer.ask(text) for text in texts])
        row(peer.name, installed_version(peer), answers, rate)
    peers = rows.copy()
    answers, version, rate = govplan_row(binary, "deadlines", str(TABLE))
    row("govplan", version, [of_govplan(line) for line in answers], rate)

    head = ["peer", "version", "right", "silent", "wrong", "strings/s"]
    show("Deadline expressions, 60; six of them ask for no day, and no peer has a word for that", head, rows)
    best = [("best peer: ", max(peers, key=lambda row: (row[2], row[5])))] if peers else []
    for title, peer in best + [("", row) for row in peers if row[0].startswith("JioNLP")]:
        print(f"govplan / {title}{peer[0]} ({peer[2]} right): {times(rate, peer[5])} as fast")


if __name__ == "__main__":
    main(sys.argv[1])
