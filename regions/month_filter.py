"""Which months: one, or a whole fiscal year. The list stays short however long reports are kept."""

import re
from datetime import date

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.kernel import thai

from .models import ReportRound
from .queries import months_of_year

RECENT = 24  # months named one by one
MONTH, YEAR = re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), re.compile(r"2[4-9]\d\d")
Span = tuple[date, date]


class MonthSelect(forms.Select):
    """The latest months, the fiscal years before them, and the months of an earlier year that is
    chosen: so each month is two choices away."""

    empty_label = ""
    offers_every_year = False

    def optgroups(self, name, value, attrs=None):
        choices = offered(span_of(value[0]), every_year=self.offers_every_year)
        self.choices = [*([("", self.empty_label)] if self.empty_label else []), *choices]
        return super().optgroups(name, value, attrs)


class PeriodSelect(MonthSelect):
    """The latest months, and every fiscal year."""

    offers_every_year = True


class MonthField(forms.Field):
    """``2026-06``, or the fiscal year ``2569``, as the first and the last month."""

    widget = MonthSelect

    def __init__(self, *, empty_label="", **kwargs):
        super().__init__(**kwargs)
        self.widget.empty_label = empty_label

    def to_python(self, value):
        if value in self.empty_values:
            return None
        span = span_of(value)
        if span and ReportRound.objects.filter(month__range=span).exists():
            return span
        raise ValidationError(_("ไม่มีรอบของเดือนหรือปีนี้ โปรดเลือกจากรายการ"), code="invalid_choice")


class MonthFilter(django_filters.Filter):
    """Of rows whose ``field_name`` leads to the month of their round."""

    field_class = MonthField

    def __init__(self, **kwargs):
        super().__init__(lookup_expr="range", **kwargs)


def span_of(value: str) -> Span | None:
    """The first and the last month that ``value`` names."""
    if YEAR.fullmatch(value):
        return months_of_year(int(value))
    found = MONTH.fullmatch(value)
    if not found or found[1] == "0000":
        return None
    month = date(int(found[1]), int(found[2]), 1)
    return month, month


def offered(chosen: Span | None, *, every_year: bool = False) -> list[tuple]:
    """Choices: one query."""
    months = list(ReportRound.objects.order_by("-month").values_list("month", flat=True))
    recent, earlier = months[:RECENT], months[RECENT:]
    choices = [*map(_month, recent)]
    if chosen and earlier and chosen[0] <= earlier[0]:
        year = thai.fiscal_year(chosen[0])
        beside = [_month(month) for month in earlier if thai.fiscal_year(month) == year]
        choices.append((_year_words(year), beside))
    whole = months if every_year else earlier
    years = sorted({thai.fiscal_year(month) for month in whole}, reverse=True)
    if years:
        words = _("ทั้งปี") if every_year else _("ก่อนหน้านั้น ทั้งปี")
        choices.append((words, [(str(year), _year_words(year)) for year in years]))
    return choices


def _month(month: date) -> tuple[str, str]:
    return f"{month:%Y-%m}", thai.month_and_year(month)


def _year_words(year: int) -> str:
    return _("ปีงบประมาณ %(year)s") % {"year": year}
