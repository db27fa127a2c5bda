"""The issues every installation begins with; the secretariat may change them."""

from pathlib import Path

from portal.kernel.csv_rows import csv_rows

from .models import Issue

DATA = Path(__file__).parent / "data"


def load_issues():
    Issue.objects.bulk_create(
        [Issue(**row) for row in csv_rows(DATA / "issues.csv")], ignore_conflicts=True
    )
