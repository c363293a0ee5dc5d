"""The examples in the docstrings do what they say."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator

import govplan
import pytest
from govplan import errors, view


def documented() -> Iterator[tuple[str, str]]:
    """Every docstring of the package with an example, by the name of what it is of."""
    members = [(name, getattr(govplan, name)) for name in govplan.__all__]
    for name, member in [*members, ("errors", errors), ("view", view)]:
        if "__wrapped__" in vars(type(member)):
            continue
        below = vars(member).items() if inspect.isclass(member) or inspect.ismodule(member) else ()
        own = [(f"{name}.{part}", value) for part, value in below if not part.startswith("__")]
        for path, value in [(name, member), *own]:
            text = inspect.getdoc(value) or ""
            if ">>>" in text:
                yield path, text


DOCUMENTED = dict(documented())


def test_the_examples_are_found() -> None:
    assert {"read", "read_all", "read_many", "rows", "parse_timing", "Plan.check", "Register.from_json", "workdays"} <= set(DOCUMENTED)


@pytest.mark.parametrize("name", DOCUMENTED)
def test_examples(name: str) -> None:
    example = doctest.DocTestParser().get_doctest(DOCUMENTED[name], {"govplan": govplan}, name, None, None)
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert runner.run(example).failed == 0
