"""Runs every job, each in a process of its own, and writes the results.

    python run.py path/to/govplan_row path/to/RESULTS.md

A job that fails is said to have failed, in the results and by the exit code; the others are run all the same.
"""

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path

import machine
from measure import number
from report import Report, Table

JOBS = ["plan_json", "tables", "deadlines", "working_days", "graph", "workbook"]

#: Seconds after which a job is given up: several times what it takes on a slow machine.
LIMIT = 1200

HEAD = """\
# Govplan beside its peers

Written by `cargo xtask bench --peers`, in one run on one machine. Ratios carry over to other machines, absolute figures do not.

A figure is the median of seven rounds (of three, where a round takes long), with the slowest and the fastest round in brackets;
all take their rounds in turn, but for those under node, of the graph and of the workbook. "govplan is" says how many times as fast
govplan's median is. Where peers are asked from Python so is govplan, by its Python package as `pip install` builds it; rows that
end in "in Rust" are its Rust library.
"""

NOT_COMPARED = """\
## Not compared

Differences between two plans: govplan does not tell them yet.
"""


def run(job: str, binary: str) -> Report:
    """The report of a job; of one that fails, what it failed with."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", suffix=".json") as out:
        command = [sys.executable, __file__, "--job", job, binary, out.name]
        try:
            done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return Report(job, f"Failed: it took more than {LIMIT} seconds.")
        if done.returncode != 0:
            print(done.stderr, file=sys.stderr)
            lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
            return Report(job, f"Failed: {lines[-1]}")
        return Report.from_json(out.read())


def targets(reports: list[Report]) -> str:
    head = ["work", "peer", "target", "measured", "met"]
    rows = []
    for target in (target for report in reports for target in report.targets):
        is_met = "yes" if target.measured >= target.least else "**no**"
        rows.append([target.work, target.peer, f"{target.least:g}×", f"{number(target.measured)}×", is_met])
    return Table("How many times as fast govplan is to be, and is", head, rows).markdown()


def machine_facts() -> str:
    return "\n".join(f"- {name}: {fact}" for name, fact in machine.facts().items())


def main(binary: str, results: str) -> int:
    facts = machine_facts()
    reports = []
    for job in JOBS:
        report = run(job, binary)
        print(f"\n{report.markdown()}\n", flush=True)
        reports.append(report)
    summary = targets(reports)
    print(summary)
    parts = [HEAD, facts, "## Targets", summary, *(report.markdown() for report in reports), NOT_COMPARED]
    Path(results).write_text("\n\n".join(part.strip() for part in parts) + "\n", "utf-8")
    return int(any(report.text.startswith("Failed: ") for report in reports))


def write_report(job: str, binary: str, out: str) -> None:
    Path(out).write_text(importlib.import_module(job).report(binary).to_json(), "utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--job":
        write_report(*sys.argv[2:])
    else:
        sys.exit(main(*sys.argv[1:]))
