"""Plans written for an office by the command, and what the command reads of a file.

GOVPLAN names the command; without it the one that was built last is taken."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

WORKSPACE = Path(__file__).parents[2]
COMMAND = os.environ.get("GOVPLAN", str(WORKSPACE / "target/debug/govplan"))

#: A document out of a table, and one out of clauses.
SEED = WORKSPACE / "seeds/yanzhou-2020-open-government.txt"
CLAUSES = WORKSPACE / "tests/corpus/27-chaozhou-2019-bluesky/source.txt"

#: Texts that a program might take for something else than text.
SLY = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+86-10-12345678",
    "-2",
    "@SUM(A1:A9)",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "\u202e从右向左\u202c",
    "第一行\n第二行",
    "_x0041_ & a_b",
    "00123",
    "2020-09-30",
    "http://example.invalid/",
    "长" * 10_000,
]


def run(*arguments: str | Path) -> None:
    subprocess.run([COMMAND, "--lang", "en", *map(str, arguments)], check=True, env={})


def read(file: Path) -> dict[str, Any]:
    """The plan that the command reads in a file."""
    command = [COMMAND, "import", "--quiet", str(file)]
    return json.loads(subprocess.run(command, check=True, env={}, stdout=subprocess.PIPE).stdout)


def requirements(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """What a plan asks for, without places and origins: number, title, text, organs with roles, times with their days."""
    found: list[dict[str, Any]] = []

    def section(part: dict[str, Any]) -> None:
        for task in part.get("tasks", []):
            for one in task.get("requirements", []):
                row = {key: one.get(key) for key in ("id", "label", "title", "text", "status")}
                organs = [(who["role"], who["unit"]) for who in one.get("assignments", [])]
                row["task"] = [task.get("label"), task.get("title")]
                row["section"] = [part.get("label"), part.get("title")]
                row["organs"] = sorted(organs)
                row["times"] = [[when.get(key) for key in ("kind", "raw", "start", "end")] for when in one.get("timings", [])]
                found.append(row)
        for below in part.get("sections", []):
            section(below)

    for part in plan.get("sections", []):
        section(part)
    return found


@pytest.fixture
def sly(tmp_path: Path) -> Path:
    """A plan whose every text is sly."""
    rows = [
        {"id": f"s1.t{n}.r1", "title": text, "text": text, "status": text, "cells": {"备注": text}}
        for n, text in enumerate(SLY, 1)
    ]
    tasks = [{"id": f"s1.t{n}", "title": text, "requirements": [row]} for n, (text, row) in enumerate(zip(SLY, rows), 1)]
    plan = {"govplan": "1.0", "id": "p", "title": "=工作要点", "sections": [{"id": "s1", "tasks": tasks}]}
    file = tmp_path / "sly.json"
    file.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    return file
