"""What a job reports: tables, the targets that it is held to, and what it had to leave out."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from measure import Rate, number, quiet

T = TypeVar("T")


@dataclass
class Table:
    """Rows of text under a head."""

    title: str
    head: list[str]
    rows: list[list[str]]

    def markdown(self) -> str:
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows)]
        lines = [self.head, ["-" * width for width in widths], *self.rows]
        text = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
        return "\n".join([f"**{self.title}**", "", *text])


@dataclass
class Target:
    """How many times as fast as a peer govplan is to be, and how many times it is."""

    work: str
    peer: str
    least: float
    measured: float


@dataclass
class Report:
    """A job's part of the results."""

    title: str
    #: What is asked, and what makes the work equal.
    text: str
    tables: list[Table] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    #: What could not be asked, and other things to know.
    notes: list[str] = field(default_factory=list)

    def target(self, work: str, peer: str, least: float, own: Rate, other: Rate | None) -> None:
        """Holds govplan to a target; a peer that is not there is none."""
        if other is not None:
            self.targets.append(Target(work, peer, least, own.median / other.median))

    def left_out(self, name: str, error: Exception) -> None:
        reason = " ".join(str(error).split())
        self.notes.append(f"Left out: {name} ({type(error).__name__}: {reason[:200]}).")

    def installed(self, makers: dict[str, Callable[[], T]]) -> dict[str, T]:
        """The peers that can be asked; of the others it is noted why they are left out."""
        peers = {}
        for name, make in makers.items():
            try:
                with quiet():
                    peers[name] = make()
            except Exception as error:  # Whatever a peer fails with, the others are asked.
                self.left_out(name, error)
        return peers

    def markdown(self) -> str:
        tables = [table.markdown() for table in self.tables]
        notes = ["\n".join(f"- {note}" for note in self.notes)] if self.notes else []
        return "\n\n".join([f"## {self.title}", self.text, *tables, *notes])

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Report":
        given: dict[str, Any] = json.loads(text)
        tables = [Table(**table) for table in given.pop("tables")]
        targets = [Target(**target) for target in given.pop("targets")]
        return cls(**given, tables=tables, targets=targets)


def times(own: Rate, other: Rate) -> str:
    """How many times as fast govplan is as a peer."""
    return f"{number(own.median / other.median)}×"
