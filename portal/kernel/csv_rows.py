"""Reference data that ships with an app: one CSV file a list, in the app's ``data/``."""

import csv
from pathlib import Path


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of one file, by the names of its first line."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
