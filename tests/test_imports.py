"""Imports point one way: bot → handlers → storage → reports, and bot → documents, which stands alone."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "reports": {"rapidfuzz"},
    "storage": {"reports", "aiosqlite", "pydantic"},  # values as JSON, by their types
    # matplotlib: by the process that draws alone
    "handlers": {"storage", "reports", "docx", "icalendar", "matplotlib", "pydantic", "xlsxwriter"},
    "documents": {"lxml", "pypdfium2", "readability"},
    "bot": {
        "documents",
        "handlers",
        "storage",
        "reports",
        "dotenv",  # comes with pydantic-settings, which reads `.env` by it
        "httpx",
        "prometheus_client",
        "prompt_toolkit",
        "pydantic",
        "pydantic_settings",
        "starlette",
        "telegram",
        "uvicorn",
    },
}
FILES = [
    pytest.param(package, path, id=str(path.relative_to(ROOT)))
    for package in MAY_IMPORT
    for path in sorted((ROOT / package).rglob("*.py"))
]


def imported(path: Path) -> set[str]:
    """The top-level names that a file imports, relative imports left out."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize(("package", "path"), FILES)
def test_a_package_imports_only_what_stands_to_its_right(package: str, path: Path) -> None:
    foreign = imported(path) - MAY_IMPORT[package] - {package} - set(sys.stdlib_module_names)

    assert foreign == set()


@pytest.mark.parametrize(("package", "path"), [row for row in FILES if row.values[0] == "reports"])
def test_reading_is_pure(package: str, path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert not [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)]
    assert not imported(path) & {"asyncio", "sqlite3", "socket", "time", "random", "urllib"}


@pytest.mark.parametrize(("package", "path"), [row for row in FILES if row.values[0] != "storage"])
def test_only_storage_knows_sql(package: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not [word for word in ("SELECT ", "INSERT INTO", "DELETE FROM", "PRAGMA ") if word in text]


@pytest.mark.parametrize(("package", "path"), [row for row in FILES if row.values[0] == "handlers"])
def test_handlers_know_no_platform(package: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "import telegram" not in text
    assert "from telegram" not in text


def test_every_name_that_travels_out_of_reports_is_listed() -> None:
    import reports  # noqa: PLC0415

    assert [name for name in reports.__all__ if not hasattr(reports, name)] == []
