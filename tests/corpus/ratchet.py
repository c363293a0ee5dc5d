#!/usr/bin/env python3
"""Hold what the corpus scores against ratchet.tsv, the table of what it scored before.

    ratchet.py --run 'target/debug/govplan import {source}' [--write]

A source that scores less than the table says has lost something; one that scores more must be entered, so that it can be lost no more.  With
--write what has risen is entered; what has fallen never is: who wants that edits the table by hand and says why.  Standard library only.
"""
import argparse
import json
import sys
from pathlib import Path

import score

HERE = Path(__file__).parent
TABLE = HERE / "ratchet.tsv"
HEADER = "# What each source of the corpus scores, as score.py measures it; `cargo xtask generate` enters what has risen.\nsource\tmeasure\tvalue\n"
FALSE_DATES = "false dates"


def measured(command):
    """The measures of every source that is read, by source and measure; false dates count against it, so they are negative."""
    values = {}
    for source in sorted([*HERE.glob("*/source.*"), *HERE.glob("composed/*/source.*")]):
        plan, why = score.run(command, source)
        name = source.relative_to(HERE).as_posix()
        if plan is None:
            print(f"{name}: no plan ({why})")
        tally = score.score(json.loads((source.parent / "gold.json").read_text("utf-8")), plan or {}, workbook=source.suffix == ".xlsx")
        for measure in score.NAMES:
            if tally.f1(measure) is not None:
                values[name, measure] = round(tally.f1(measure), 3)
        values[name, FALSE_DATES] = float(-tally.get(FALSE_DATES, (0,))[0])
    return values


def entered():
    """The table."""
    if not TABLE.exists():
        return {}
    lines = [line for line in TABLE.read_text("utf-8").splitlines()[1:] if not line.startswith("#")]
    rows = (line.split("\t") for line in lines)
    return {(source, measure): float(value) for source, measure, value in rows if source != "source"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()

    table, now = entered(), measured(arguments.run)
    fallen = [key for key in table if now.get(key, float("-inf")) < table[key]]
    risen = [key for key in now if now[key] > table.get(key, float("-inf"))]
    for word, keys in ("fallen", fallen), ("risen", risen):
        for key in keys:
            print(f"{word}: {key[0]} {key[1]}: {table.get(key, '–')} → {now.get(key, '–')}")
    if arguments.write and risen:
        best = {key: now[key] if key in risen else value for key, value in {**now, **table}.items()}
        rows = (f"{source}\t{measure}\t{value:.3f}\n" for (source, measure), value in sorted(best.items()))
        TABLE.write_text(HEADER + "".join(rows), "utf-8")
        print(f"entered {len(risen)} in {TABLE.name}")
        risen = []
    if risen:
        print("the corpus scores more than ratchet.tsv says: run `cargo xtask generate`")
    print(f"{len(now)} measures, {len(fallen)} fallen, {len(risen)} not entered")
    return 1 if fallen or risen else 0


if __name__ == "__main__":
    sys.exit(main())
