"""What the pages show is what comes out.

The blocks of a page run in their order, in a folder of the page's own that holds the seed. A block with a title becomes the file
of that name. Python keeps its names from block to block; what a block prints, and the value of its last expression, stands in the
`text` block below it, and `# …` after an expression is its value. Of a command each line is shown, or the line `…` in place of any
number of them.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from page import ROOT, Block, Command, blocks, commands, pages

RUN = {"python", "console"}
SEED = "seeds/yanzhou-2020-open-government.txt"

#: Commands that build or install: other chores run them.
ELSEWHERE = re.compile(r"cargo xtask\b|pip install\b")

#: The command of a clone without an installed one.
FROM_THE_CLONE = "cargo run --release -- "

#: The files that README.md speaks of without showing them.
NAMED = {"plan.txt": SEED, "a.txt": SEED, "b.txt": "tests/corpus/27-chaozhou-2019-bluesky/source.txt", "plans/plan.txt": SEED}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for name in ["tests", "schema"]:
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "node_modules").symlink_to(os.environ["NODE_MODULES"])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(words: str) -> tuple[str, int]:
    """What a command prints on both streams, and its exit code, with an English locale and away from a terminal."""
    programs = [Path(os.environ["GOVPLAN"]).parent, Path(os.environ["NODE"]).parent, Path(sys.executable).parent]
    path = os.pathsep.join([*map(str, programs), "/usr/bin", "/bin"])
    done = subprocess.run(
        ["sh", "-c", words.replace(FROM_THE_CLONE, "govplan ")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": path, "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    return done.stdout.decode("utf-8"), done.returncode


def assert_shown(shown: list[str], printed: str, where: str) -> None:
    """Every line is shown, or one `…` for any number of them."""
    lines = [line.rstrip() for line in printed.splitlines()]
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line.rstrip()) + "\n" for line in shown)
    assert re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)), f"{where} prints\n{printed}"


def run_command(command: Command, where: str) -> None:
    if ELSEWHERE.match(command.words):
        return
    printed, code = shell(command.words)
    fails = any(line.startswith("error:") for line in command.shown)
    assert (code > 1) == fails, f"{where}: exit code {code}\n{printed}"
    if command.shown:
        assert_shown(command.shown, printed, where)


def run_python(block: Block, names: dict[str, object], where: str) -> str:
    """What a block prints, the value of its last expression below it."""
    printed = io.StringIO()
    lines = block.text.splitlines()
    statements = ast.parse(block.text).body
    with contextlib.redirect_stdout(printed):
        for statement in statements:
            code = "\n" * (statement.lineno - 1) + (ast.get_source_segment(block.text, statement) or "")
            if not isinstance(statement, ast.Expr):
                exec(compile(code, where, "exec"), names)
                continue
            value = eval(compile(code.strip(), where, "eval"), names)
            _, _, comment = lines[(statement.end_lineno or 1) - 1].partition("  # ")
            if comment:
                assert repr(value) == comment, f"{where}, line {statement.lineno} of the block"
            elif statement is statements[-1] and value is not None:
                print(repr(value))
    return printed.getvalue()


def run(page: str) -> None:
    found = blocks(page)
    names: dict[str, object] = {}
    for index, block in enumerate(found):
        where = f"{page}:{block.line}"
        if block.title is not None:
            Path(block.title).write_text(block.text, "utf-8")
        elif block.language == "console":
            for command in commands(block):
                run_command(command, f"{where}: {command.words}")
        elif block.language == "python":
            printed = run_python(block, names, where)
            below = found[index + 1] if index + 1 < len(found) else None
            is_output = below is not None and below.language == "text" and below.title is None
            assert_shown(below.text.splitlines() if is_output and below else [], printed, where)


@pytest.mark.parametrize("page", [page for page in pages() if any(block.language in RUN for block in blocks(page))])
def test_a_page_shows_what_comes_out(page: str, folder: Path) -> None:
    if page == "README.md":
        (folder / "plans").mkdir()
        for name, source in NAMED.items():
            shutil.copy(ROOT / source, folder / name)
        (folder / "old.json").write_text(shell("govplan check plan.txt --format json")[0], "utf-8")
        (folder / "organs.json").write_text('{"govplan": "1.0", "organs": []}', "utf-8")
    run(page)


def test_the_pages_are_found() -> None:
    expected = {"README.md", "README.zh.md", "docs/tutorial.md", "docs/start/analyst.md", "docs/guides/checks.md"}
    assert expected <= {page for page in pages() if any(block.language in RUN for block in blocks(page))}


def test_rust_of_every_page_is_tested_as_documentation() -> None:
    tested = (ROOT / "crates/govplan/src/readme.rs").read_text("utf-8")
    written = [page for page in pages() if any(block.language == "rust" for block in blocks(page))]
    assert "docs/start/rust.md" in written
    assert [page for page in written if f'"../../../{page}"' not in tested] == []


@pytest.mark.parametrize("shown", [["a", "c"], ["a"], ["…", "d"], ["a", "b", "c", "…", "x"]])
def test_what_is_not_printed_is_noticed(shown: list[str]) -> None:
    with pytest.raises(AssertionError):
        assert_shown(shown, "a\nb\nc\n", "nowhere")
