"""The analyst's snippet in the project's README says what comes out of it."""

from __future__ import annotations

import ast

import pytest
from corpus import ROOT


def test_the_snippet_says_what_it_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text("utf-8")
    snippet = readme.split("## From Python")[1].split("```python\n")[1].split("```")[0]
    names: dict[str, object] = {}
    said = 0
    for statement in ast.parse(snippet).body:
        code = ast.get_source_segment(snippet, statement)
        assert code is not None
        if not isinstance(statement, ast.Expr):
            exec(code, names)
            continue
        _, comment = snippet.splitlines()[statement.lineno - 1].split("  # ")
        assert repr(eval(code, names)) == comment
        said += 1
    assert said == 6
