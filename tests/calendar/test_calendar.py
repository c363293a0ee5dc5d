"""Our calendars as the icalendar package, dateutil and libical read them, beside our own rounds.

The command is the one that GOVPLAN names, else the one that cargo builds for tests.
"""

import json
import os
import re
import shlex
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

HERE = Path(__file__).parent
COMMAND = os.environ.get("GOVPLAN", str(HERE.parent.parent / "target" / "debug" / "govplan"))
PLAN = json.loads((HERE / "plan.json").read_text("utf-8"))
STAMP = "2026-01-01T00:00:00Z"
BEIJING = timezone(timedelta(hours=8))
DAY = timedelta(days=1)

Component = Any  # an event or a to-do of the icalendar package
Days = dict[str, list[date]]


def owners() -> Iterator[dict[str, Any]]:
    """What sets times: the paragraphs of the notice and the requirements."""
    yield from PLAN["directives"]
    for section in PLAN["sections"]:
        for task in section["tasks"]:
            yield from task["requirements"]


OWNERS = {owner["id"]: owner for owner in owners()}
TIMINGS = {timing["id"]: timing for owner in owners() for timing in owner.get("timings", [])}
RHYTHMS = [timing for timing in TIMINGS.values() if timing["kind"] == "recurring"]


def govplan(*arguments: str) -> bytes:
    command = [COMMAND, *arguments, "--lang", "zh", str(HERE / "plan.json")]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout


def export(stamp: str = STAMP) -> bytes:
    return govplan("export", "--to", "ics", "--stamp", stamp)


def parts(ics: bytes) -> list[Component]:
    """The events and to-dos of a calendar, by the icalendar package."""
    calendar = Calendar.from_ical(ics)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert {part.name for part in calendar.subcomponents} == {"VEVENT", "VTODO"}
    return list(calendar.subcomponents)


def name(part: Component) -> str:
    """Id of the timing, else of the requirement, that a UID hangs on; the UID of a round has its day too."""
    found = re.fullmatch(rf"{PLAN['id']}\.([a-z0-9.]+?)(\.\d{{4}}-\d\d-\d\d)?@govplan", part["UID"])
    assert found, part["UID"]
    return found[1]


def days_of(part: Component) -> list[date]:
    """The days that an event begins on, by dateutil; the last day of a to-do."""
    if part.name == "VTODO":
        return [part.decoded("DUE")] if "DUE" in part else []
    start = part.decoded("DTSTART")
    if "RRULE" not in part:
        return [start]
    rule = part["RRULE"].to_ical().decode()
    return [day.date() for day in rrulestr(rule, dtstart=datetime.combine(start, time.min))]


@pytest.fixture(scope="module")
def ics() -> bytes:
    return export()


@pytest.fixture(scope="module")
def components(ics: bytes) -> list[Component]:
    return parts(ics)


@pytest.fixture(scope="module")
def schedule() -> Any:
    return json.loads(govplan("due", "--format", "json"))


@pytest.fixture(scope="module")
def rounds(schedule: Any) -> Days:
    """Our own rounds; one without a day of its own stands on its first."""
    rounds = defaultdict(list)
    for entry in schedule["due"]:
        if entry.get("round"):
            rounds[entry["timing"]].append(date.fromisoformat(entry.get("start", entry["due"])))
    return rounds


@pytest.fixture(scope="module")
def libical(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program that reads and expands a calendar by libical."""
    program = str(tmp_path_factory.mktemp("libical") / "expand")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libical"], check=True, capture_output=True, text=True)
    source = ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", str(HERE / "expand.c"), "-o", program]
    subprocess.run([*source, *shlex.split(flags.stdout)], check=True)
    return program


@pytest.fixture(scope="module")
def expanded(libical: str, ics: bytes) -> Days:
    """The days of each component, by libical."""
    printed = subprocess.run([libical], input=ics, check=True, stdout=subprocess.PIPE, timeout=60).stdout
    days = defaultdict(list)
    for line in printed.decode().splitlines():
        uid, day = line.split("\t")
        days[uid].extend([date.fromisoformat(day)] if day else [])
    return days


def test_lines_are_folded(ics: bytes) -> None:
    assert ics.endswith(b"\r\n")
    lines = ics.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        # No line ends within a character, and none holds another break or control character.
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", line.decode("utf-8"))


def test_identifiers_stay(ics: bytes, components: list[Component]) -> None:
    uids = [str(part["UID"]) for part in components]
    assert len(set(uids)) == len(uids)
    assert export() == ics
    assert [str(part["UID"]) for part in parts(export("2026-02-02T02:02:02Z"))] == uids


def test_the_stamp_is_that_of_the_arguments(components: list[Component]) -> None:
    assert {part.decoded("DTSTAMP") for part in components} == {datetime.fromisoformat(STAMP)}


def test_everything_of_the_schedule_is_there(components: list[Component], schedule: Any) -> None:
    entries = [entry for part in ("due", "standing", "periods", "undated") for entry in schedule[part]]
    assert {name(part) for part in components} == {entry.get("timing", entry["requirement"]) for entry in entries}
    assert {str(part["X-GOVPLAN-REQUIREMENT"]) for part in components} == set(OWNERS)


def test_days(components: list[Component], schedule: Any) -> None:
    by_name = {name(part): part for part in components}
    for entry in (entry for entry in schedule["due"] if not entry.get("round")):
        part, due = by_name[entry["timing"]], date.fromisoformat(entry["due"])
        if entry["kind"] in ("on", "range"):
            assert part.name == "VEVENT"
            assert part.decoded("DTSTART") == date.fromisoformat(entry.get("start", entry["due"]))
            assert part.decoded("DTEND") == due + DAY
        elif clock := TIMINGS[entry["timing"]].get("time"):
            assert part.name == "VTODO"
            assert part.decoded("DUE") == datetime.combine(due, time.fromisoformat(clock), BEIJING)
        else:
            assert part.name == "VTODO"
            assert part.decoded("DUE") == due
    for entry in (entry for part in ("standing", "periods", "undated") for entry in schedule[part]):
        part = by_name[entry.get("timing", entry["requirement"])]
        assert part.name == "VTODO"
        assert "DUE" not in part
        assert str(part.decoded("DTSTART", None)) == entry.get("start", "None")


def plain(text: str) -> str:
    """A text with breaks of lines of one kind."""
    return re.sub(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)


def test_texts(components: list[Component], schedule: Any) -> None:
    entries = (entry for part in ("due", "standing", "periods", "undated") for entry in schedule[part])
    by_name = {entry.get("timing", entry["requirement"]): entry for entry in entries}
    for part in components:
        owner, entry = OWNERS[str(part["X-GOVPLAN-REQUIREMENT"])], by_name[name(part)]
        # The whole text, then a line each for the organs, for the words of the time, and for each step.
        description, text = str(part.get("DESCRIPTION", "")), plain(owner.get("text", ""))
        assert description == text or description.startswith(f"{text}\n")
        rest = description.removeprefix(text).removeprefix("\n")
        lines = rest.split("\n") if rest else []
        expected = [f"单位: {'、'.join(entry['units'])}"] if "units" in entry else []
        expected += [f"时限: {entry['raw']}"] if "raw" in entry else []
        assert lines[: len(expected)] == expected
        assert len(lines) == len(expected) + len(entry.get("steps", []))
        assert all(lines)
        # The beginning of the title, else of the text.
        summary = str(part["SUMMARY"]).removesuffix("…")
        assert summary
        assert plain(owner.get("title", owner.get("text", owner["id"]))).lstrip().startswith(summary)


def test_a_rule_stands_for_all_rounds_where_one_can(components: list[Component]) -> None:
    by_rule = {name(part) for part in components if "RRULE" in part}
    for timing in RHYTHMS:
        rhythm = timing["recurrence"]
        # Several times in a round, and days before those that every month has, no rule says.
        is_open = rhythm["every"] in ("term", "unspecified") or "times" in rhythm or rhythm.get("from_end", 0) > 28
        assert (timing["id"] not in by_rule) == is_open, timing["raw"]


def test_rounds_are_whole_days(components: list[Component], rounds: Days) -> None:
    for part in (part for part in components if part.name == "VEVENT" and name(part) in rounds):
        assert part.decoded("DTEND") == part.decoded("DTSTART") + DAY
        if "RRULE" in part:
            # The last day has the type of the first (RFC 5545, 3.3.10).
            assert [type(day) for day in part["RRULE"]["UNTIL"]] == [date]


@pytest.mark.parametrize("timing", RHYTHMS, ids=lambda timing: timing["id"])
def test_rounds(timing: Any, components: list[Component], expanded: Days, rounds: Days) -> None:
    ours = rounds.get(timing["id"], [])
    assert bool(ours) == (timing["recurrence"]["every"] not in ("term", "unspecified"))
    own = [part for part in components if name(part) == timing["id"]]
    assert sorted(day for part in own for day in days_of(part)) == ours
    assert sorted(day for part in own for day in expanded[part["UID"]]) == ours


def test_libical_reads_the_same(components: list[Component], expanded: Days) -> None:
    days = {str(part["UID"]): days_of(part) for part in components}
    # A moment of Beijing's working hours lies on the same day in UTC.
    dates = {uid: [day.date() if isinstance(day, datetime) else day for day in days] for uid, days in days.items()}
    assert expanded == dates


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (b"DTSTART;VALUE=DATE:2020", b"DTSTART;VALUE=DATE:20x0"),
        (b"RRULE:FREQ=MONTHLY", b"RRULE:FREQ=MOONLY"),
    ],
)
def test_what_is_broken_is_not_accepted(sound: bytes, broken: bytes, libical: str, ics: bytes) -> None:
    changed = ics.replace(sound, broken, 1)
    assert changed != ics
    assert any(part.errors for part in Calendar.from_ical(changed).walk())
    assert subprocess.run([libical], input=changed, capture_output=True, timeout=60).returncode == 1
