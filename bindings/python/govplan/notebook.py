"""How values are shown in notebooks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

#: The most rows that are shown.
MOST = 20


def escaped(text: str) -> str:
    """Text as a paragraph."""
    return f"<p>{escape(text)}</p>"


def value(name: str, fields: Mapping[str, Any]) -> str:
    """A table of what a value holds, under the name of its class."""
    shown = [(key, field) for key, field in fields.items() if field is not None][:MOST]
    rows = "".join(f"<tr><th>{escape(key)}</th><td>{cell(field)}</td></tr>" for key, field in shown)
    return f"<table><caption>{escape(name)}</caption>{rows}{rest(len(fields), 2)}</table>"


def view(items: Sequence[Any]) -> str:
    """A table of the first items of a view, one a row."""
    shown = [item.to_dict() for item in items[:MOST]]
    columns = list(dict.fromkeys(key for fields in shown for key in fields))
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell(fields.get(column))}</td>" for column in columns) + "</tr>" for fields in shown
    )
    return f"<table><tr>{head}</tr>{rows}{rest(len(items), len(columns))}</table>"


def cell(field: Any) -> str:
    """A value on one line, no longer than can be taken in."""
    if field is None:
        return ""
    text = json.dumps(field, ensure_ascii=False) if isinstance(field, (dict, list)) else str(field)
    return escape(text if len(text) <= 200 else f"{text[:200]}…")


def rest(count: int, columns: int) -> str:
    """A row that says how many rows are left out."""
    return f'<tr><td colspan="{columns}">… {count - MOST}</td></tr>' if count > MOST else ""
