"""Many documents: in order, whatever their outcome, on few threads, and stopped at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import govplan
import pytest
from corpus import CORPUS, SOURCES, read
from tqdm import tqdm

PATHS = [CORPUS / source for source in SOURCES]


def test_results_come_in_order_and_errors_among_them() -> None:
    paths: list[str | Path] = [*PATHS, "no such file", CORPUS, __file__ + "x", *PATHS[:5]]
    results = list(govplan.read_many(paths, threads=3))
    assert [result.path for result in results] == paths
    assert [result.plans for result in results[: len(PATHS)]] == [tuple(read(source)) for source in SOURCES]
    for path, plans, error in results[len(PATHS) : -5]:
        assert plans == () and isinstance(error, OSError)
        with pytest.raises(type(error)):
            govplan.read(path)
    assert isinstance(results[len(PATHS)].error, FileNotFoundError)
    assert results[-1].unwrap() == results[4].plans
    with pytest.raises(IsADirectoryError):
        results[len(PATHS) + 1].unwrap()


def test_paths_are_taken_as_they_are_needed() -> None:
    taken = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield PATHS[taken % 3]

    results = govplan.read_many(paths(), threads=2)
    for done in range(1, 40):
        assert next(results).error is None
        assert taken <= done + 2 * 8


def test_progress_is_told_and_tqdm_goes_round() -> None:
    told: list[tuple[int, int | None]] = []
    for _ in govplan.read_many(PATHS[:5], progress=lambda done, total: told.append((done, total))):
        pass
    assert told == [(n, 5) for n in range(1, 6)]
    told.clear()
    list(govplan.read_many(iter(PATHS[:2]), progress=lambda done, total: told.append((done, total))))
    assert told == [(1, None), (2, None)]
    with open(os.devnull, "w") as nowhere:
        bar = tqdm(govplan.read_many(PATHS[:5]), total=5, file=nowhere)
        assert len(list(bar)) == bar.n == 5


def test_what_goes_wrong_outside_ends_the_iteration() -> None:
    results = govplan.read_many(PATHS, progress=lambda done, total: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        next(results)
    assert list(results) == []
    with pytest.raises(TypeError):
        next(govplan.read_many([3]))  # type: ignore[list-item]
    with pytest.raises(ValueError):
        govplan.read_many(PATHS, threads=0)


STOPPED = """
import itertools, sys, govplan
for n, result in enumerate(govplan.read_many(itertools.repeat(sys.argv[1]), threads=2)):
    if n == 2:
        print("begun", flush=True)
"""


def test_ctrl_c_stops_it() -> None:
    source = str(CORPUS / "00-seed" / "source.docx")
    with subprocess.Popen([sys.executable, "-I", "-c", STOPPED, source], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None and run.stderr is not None
        assert run.stdout.readline() == b"begun\n"
        run.send_signal(signal.SIGINT)
        # It would read for ever: that it ends is what is tested.
        assert run.stderr.read().endswith(b"KeyboardInterrupt\n")
    assert run.returncode != 0
