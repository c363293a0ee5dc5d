"""A page of the documentation: its blocks of code, in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

BLOCK = re.compile(r'^```(\w*)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of code: its language, the file that it is where it has a title, what stands in it, and its line in the page."""

    language: str
    title: str | None
    text: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command as one types it, and the lines that the page shows of what it prints."""

    words: str
    shown: list[str]


def blocks(page: str) -> list[Block]:
    text = (ROOT / page).read_text("utf-8")
    return [
        Block(match[1], match[2], match[3], text.count("\n", 0, match.start()) + 1) for match in BLOCK.finditer(text)
    ]


def commands(block: Block) -> list[Command]:
    """The commands of a console block; a line that does not start with `$ ` is printed by the command above it."""
    found: list[Command] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line.removeprefix("$ "), []))
        else:
            found[-1].shown.append(line)
    return found


def pages() -> list[str]:
    """README.md, README.zh.md and every page under docs, by its path."""
    below = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))
    return ["README.md", "README.zh.md", *below]
