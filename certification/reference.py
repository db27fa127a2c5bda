"""The kinds of organisation every installation begins with; the secretariat may change them."""

import csv
from pathlib import Path

from .models import OrganizationKind

DATA = Path(__file__).parent / "data"


def load_kinds():
    with (DATA / "kinds.csv").open(encoding="utf-8", newline="") as file:
        OrganizationKind.objects.bulk_create(
            [OrganizationKind(**row) for row in csv.DictReader(file)], ignore_conflicts=True
        )
