"""Print reports as JSON Lines: `python -m reports FILE…`, or how they were read with `--explain`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from . import as_record, explain, read_report


def main(arguments: list[str]) -> None:
    """Read each file and print its record."""
    explaining = "--explain" in arguments
    for name in (argument for argument in arguments if not argument.startswith("--")):
        path = Path(name)
        report = read_report(path.read_text(encoding="utf-8"))
        if explaining:
            sys.stdout.writelines(line + "\n" for line in explain(report))
        else:
            sys.stdout.write(json.dumps(as_record(report, path.name), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
