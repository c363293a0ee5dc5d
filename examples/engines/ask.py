"""Asks what was imported, with DuckDB.

    python ask.py OUTPUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

#: A document that is there in several formats is one plan: requirements are told apart by plan and id.
QUESTIONS = {
    "organs with the most requirements": """
        SELECT unit, count(DISTINCT (plan_id, requirement_id)) AS requirements
        FROM imported WHERE unit IS NOT NULL
        GROUP BY unit ORDER BY requirements DESC, unit LIMIT 10""",
    "deadlines by month": """
        SELECT strftime(deadline_end, '%Y-%m') AS month, count(DISTINCT (plan_id, requirement_id)) AS requirements
        FROM imported WHERE deadline_end IS NOT NULL
        GROUP BY month ORDER BY month""",
    "files that could not be read": """
        SELECT file, error.code AS code, error.message_en AS message
        FROM imported WHERE error IS NOT NULL
        ORDER BY file""",
}


def ask(output: Path) -> dict[str, duckdb.DuckDBPyRelation]:
    """The answers to the questions about an imported folder."""
    imported = duckdb.read_parquet(f"{output}/*.parquet")
    return {question: answer(imported, sql) for question, sql in QUESTIONS.items()}


def answer(imported: duckdb.DuckDBPyRelation, sql: str) -> duckdb.DuckDBPyRelation:
    """The answer to one of them."""
    answer = imported.query("imported", sql)
    if answer is None:
        raise ValueError(f"this asks for nothing: {sql}")
    return answer


def main() -> None:
    for question, answer in ask(Path(sys.argv[1])).items():
        print(question, answer, sep="\n")


if __name__ == "__main__":
    main()
