"""Govplan asked in Rust, by the program govplan_row."""

import json
import subprocess
from typing import Any


class RustRow:
    """What govplan answers in Rust and its version, and a round of its work each time that one is asked for."""

    def __init__(self, binary: str, job: str, file: str) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([binary, job, file], stdin=pipe, stdout=pipe, encoding="utf-8")
        self.answers: list[str] = []
        while not (line := self._line()).startswith("{"):
            self.answers.append(line)
        self.version: str = json.loads(line)["version"]

    def round(self) -> float:
        """How many pieces of work are done a second."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._line())

    def __enter__(self) -> "RustRow":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ChildProcessError(f"{self._process.args!r} ended without an answer")
        return line.rstrip("\n")


def rust_answers(binary: str, job: str, *files: str) -> tuple[list[str], Any]:
    """The lines of an answer, and its last line."""
    output = subprocess.run([binary, job, *files], check=True, capture_output=True, encoding="utf-8").stdout
    *answers, last = output.splitlines()
    return answers, json.loads(last)
