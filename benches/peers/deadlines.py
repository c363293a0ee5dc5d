"""Sixty deadline expressions: who types them right, and how fast.

All are asked on 27 August 2020, and of several times found in a text the first is judged. An answer is right, wrong (a false
date or value) or silent. Peers are not held to what they have no word for: one that answers a date to 收到之日起15日内, as if it
had been received today, is right; govplan has the words and is held to them.
"""

import calendar
import importlib.util
import json
import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import govplan

import node
from measure import Rate, quiet, race
from report import Report, Table, times
from rust_row import RustRow

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

# Units of lengths of time as TIMEX3 writes them.
TIMEX_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "BD": "workday"}

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


class Peer(NamedTuple):
    """One way to type an expression: what is timed, and how its answer is read afterwards."""

    package: str
    ask: Callable[[str], Any]
    read: Callable[[Any], Answer | None]


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

    return Peer("jionlp", ask, read)


def jionlp_parse_time() -> Peer:
    import jionlp

    def ask(text: str) -> Any:
        try:
            return jionlp.parse_time(text, time_base=NOW.timestamp())
        except ValueError:
            return None

    return Peer("jionlp", ask, lambda found: found and of_jionlp(found["type"], found["time"]))


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

    return Peer("dateparser", ask, lambda found: found and of_days(found, found))


def dateparser_search_dates() -> Peer:
    from dateparser.search import search_dates

    def ask(text: str) -> Any:
        return search_dates(text, languages=["zh"], settings={"RELATIVE_BASE": NOW})

    return Peer("dateparser", ask, lambda found: found and of_days(found[0][1], found[-1][1]))


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

    return Peer("time-nlp", ask, of_time_nlp)


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


def of_govplan(found: list[dict[str, Any]]) -> Answer | None:
    if not found:
        return None
    answer = found[0]
    period, recurrence = answer.get("period"), answer.get("recurrence")
    units = {"calendar_day": "day", "working_day": "workday"}
    return Answer(
        start=answer.get("start") or "",
        end=answer.get("end") or "",
        period=period and (period["n"], units.get(period["unit"], period["unit"])),
        round=recurrence and of_recurrence(recurrence),
        kind=answer["kind"],
    )


def of_node(texts: list[str]) -> Iterator[tuple[str, str, list[Answer | None], Rate]]:
    """The peers that run under node: name, version, answers, rate."""
    readers = {"Recognizers-Text": of_recognizers, "chrono-node": of_chrono}
    for name, found in node.run("deadlines.mjs", {"texts": texts}).items():
        yield name, found["version"], [readers[name](answer) for answer in found["answers"]], Rate(found["rates"])


def of_recognizers(found: list[dict[str, Any]]) -> Answer | None:
    """A time and its values; a date without a year has a past and a coming one."""
    if not found:
        return None
    kind, values = found[0]["type"].rsplit(".")[-1], found[0]["values"] or []
    if kind in ("set", "duration"):
        length = re.fullmatch(r"P([\d.]+)(BD|[YMWD])", values[0]["timex"])
        period = length and (float(length[1]), TIMEX_UNITS[length[2]])
        period = period and SAME.get(period, period)
        return Answer(round=period and (*period, "")) if kind == "set" else Answer(period=period)
    stretches = [(value.get("start", ""), value.get("end") or value.get("start", "")) for value in values if "value" not in value]
    stretches += [(value["value"], value["value"]) for value in values if value.get("value", "not resolved") != "not resolved"]
    if not stretches:
        return Answer()
    coming = [stretch for stretch in stretches if stretch[1][:10] >= NOW.date().isoformat()]
    start, end = ([*coming, *stretches][0][place][:10] for place in (0, 1))
    if start and start != end and end.endswith("-01"):
        # The day after a whole month, quarter or year.
        end = (date.fromisoformat(end) - timedelta(1)).isoformat()
    return Answer(start=start, end=end)


def of_chrono(found: list[dict[str, Any]]) -> Answer | None:
    if not found:
        return None
    return Answer(start=found[0]["start"], end=found[0]["end"] or found[0]["start"])


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


PEERS = {
    "JioNLP extract_time": jionlp_extract_time,
    "JioNLP parse_time": jionlp_parse_time,
    "dateparser parse": dateparser_parse,
    "dateparser search_dates": dateparser_search_dates,
    "Time-NLP": time_nlp,
}

TEXT = """\
Sixty expressions as public work plans print them, asked on 27 August 2020, one by one. Of several times found in a text the first
is judged: right, silent, or wrong (a false date or value). Six ask for no day; peers are not held to what they have no word for."""


def report(binary: str) -> Report:
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    found = Report("Deadline expressions", TEXT)
    lines = TABLE.read_text("utf-8").splitlines()
    cases = [line.split("\t") for line in lines if line and not line.startswith("#")]
    texts = [text for text, _, _ in cases]
    peers = found.installed(PEERS)

    def ask_govplan(text: str) -> Any:
        return govplan.parse_timing(text, year=2020, issued=NOW.date())

    def all_of(ask: Callable[[str], Any]) -> Callable[[], Any]:
        return lambda: [ask(text) for text in texts]

    with quiet():
        answers = {name: [peer.read(peer.ask(text)) for text in texts] for name, peer in peers.items()}
        works = {name: all_of(peer.ask) for name, peer in peers.items()}
        with RustRow(binary, "deadlines", str(TABLE)) as rust:
            rates = race(works | {"govplan": all_of(ask_govplan), "govplan in Rust": rust}, len(texts))
    versions = {name: version(peer.package) for name, peer in peers.items()}
    try:
        for name, version_of_peer, answered, rate in of_node(texts):
            answers[name], versions[name], rates[name] = answered, version_of_peer, rate
    except node.NotThere as error:
        found.left_out("Recognizers-Text and chrono-node", error)
    answers["govplan"] = [of_govplan([timing.to_dict() for timing in ask_govplan(text)]) for text in texts]
    answers["govplan in Rust"] = [of_govplan(json.loads(line)) for line in rust.answers]
    versions |= {"govplan": govplan.__version__, "govplan in Rust": rust.version}
    rates |= {name: rates.pop(name) for name in ("govplan", "govplan in Rust")}  # Last in the table.
    own = rates["govplan"]

    rows = []
    for name, rate in rates.items():
        verdicts = [judge(asked, truth, answer) for (_, asked, truth), answer in zip(cases, answers[name], strict=True)]
        rows.append([name, versions[name], *(str(verdicts.count(verdict)) for verdict in ["right", "silent", "wrong"])])
        rows[-1] += [str(rate), times(own, rate)]
        if name.startswith("govplan") and set(verdicts) != {"right"}:
            missed = [text for text, verdict in zip(texts, verdicts) if verdict != "right"]
            found.notes.append(f"{name} is not right on {'、'.join(missed)}.")
    head = ["peer", "version", "right", "silent", "wrong", "expressions/s", "govplan is"]
    found.tables.append(Table("Sixty deadline expressions", head, rows))
    for peer in ("JioNLP extract_time", "JioNLP parse_time"):
        found.target("deadline expressions, from Python", peer, 300, own, rates.get(peer))
        found.target("deadline expressions, in Rust", peer, 300, rates["govplan in Rust"], rates.get(peer))
    return found
