"""Govplan asked in Rust, by the program govplan_row."""

import json
import subprocess
from typing import Any

from measure import Rate


def rust_row(binary: str, job: str, *files: str) -> tuple[list[str], str, Rate]:
    """What govplan answers, its version, and how many pieces of work it does a second."""
    answers, closing = rust_answers(binary, job, *files)
    return answers, closing["version"], Rate(closing["rates"])


def rust_answers(binary: str, job: str, *files: str) -> tuple[list[str], Any]:
    """The lines of an answer, and its last line."""
    output = subprocess.run([binary, job, *files], check=True, capture_output=True, encoding="utf-8").stdout
    *answers, last = output.splitlines()
    return answers, json.loads(last)
