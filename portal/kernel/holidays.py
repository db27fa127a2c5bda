"""Public holidays that fall on the same day each year.

Days that follow the moon (มาฆบูชา, วิสาขบูชา, อาสาฬหบูชา, เข้าพรรษา), พืชมงคล and
days in lieu are announced year by year: the secretariat enters them.
"""

from datetime import date
from pathlib import Path

from .csv_rows import csv_rows
from .models import Holiday

DATA = Path(__file__).parent / "data"


def load_fixed_holidays(years: range) -> None:
    found = csv_rows(DATA / "holidays.csv")
    Holiday.objects.bulk_create(
        [
            Holiday(on=date(year, int(row["month"]), int(row["day"])), name=row["name"])
            for year in years
            for row in found
        ],
        ignore_conflicts=True,
    )
