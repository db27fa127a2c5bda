"""The lists every installation begins with, of all apps; safe to load again."""

from datetime import date

from certification.reference import load_kinds
from committees.reference import load_issues
from portal.kernel.holidays import load_fixed_holidays
from regions.gazetteer import load_places
from regions.reference import load_reporting


def load_reference(*, today: date):
    load_places()
    load_reporting()
    load_issues()
    load_kinds()
    # Last year too: working days before a day of January are counted back over New Year.
    load_fixed_holidays(range(today.year - 1, today.year + 2))
