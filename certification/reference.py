"""The kinds of organisation every installation begins with; the secretariat may change them."""

from pathlib import Path

from portal.kernel.csv_rows import csv_rows

from .models import OrganizationKind

DATA = Path(__file__).parent / "data"


def load_kinds():
    OrganizationKind.objects.bulk_create(
        [OrganizationKind(**row) for row in csv_rows(DATA / "kinds.csv")], ignore_conflicts=True
    )
