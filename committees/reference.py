"""The issues every installation begins with; the secretariat may change them."""

import csv
from pathlib import Path

from .models import Issue

DATA = Path(__file__).parent / "data"


def load_issues():
    with (DATA / "issues.csv").open(encoding="utf-8", newline="") as file:
        Issue.objects.bulk_create(
            [Issue(**row) for row in csv.DictReader(file)], ignore_conflicts=True
        )
