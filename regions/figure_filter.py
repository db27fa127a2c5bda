"""Which figures stand side by side: of a month or of a whole fiscal year, by which reading."""

from datetime import date

import django_filters
from django.utils.translation import gettext_lazy as _

from portal.kernel.thai import fiscal_year

from .models import RegionalReport, ReportRound, RolledFigure
from .month_filter import MonthField, PeriodSelect, Span


class PeriodField(MonthField):
    widget = PeriodSelect


class PeriodFilter(django_filters.Filter):
    field_class = PeriodField

    def filter(self, queryset, span: Span | None):
        if not span:
            return queryset.none()
        first, last = span
        if first == last:
            return queryset.filter(round__month=first)
        return queryset.filter(fiscal_year=fiscal_year(first))


class FigureFilter(django_filters.FilterSet):
    """At first the latest month of which anything is known, as the regions tell it."""

    period = PeriodFilter(label=_("เดือนหรือปีงบประมาณ"))
    basis = django_filters.ChoiceFilter(
        label=_("รวมจาก"), choices=RolledFigure.Basis, empty_label=None
    )

    class Meta:
        model = RolledFigure
        fields = ["period", "basis"]

    def __init__(self, data, **kwargs):
        data = data.copy()
        data["basis"] = data.get("basis") or RolledFigure.Basis.REGIONS.value
        if not data.get("period") and (month := latest_told()):
            data["period"] = f"{month:%Y-%m}"
        super().__init__(data, **kwargs)

    @property
    def span(self) -> Span | None:
        return self.form.cleaned_data["period"] if self.is_valid() else None

    @property
    def year(self) -> int | None:
        """Where a whole fiscal year is asked for."""
        first, last = self.span
        return fiscal_year(first) if first != last else None


def latest_told() -> date | None:
    """The latest month with an accepted report, or else the latest round: one query."""
    rounds = ReportRound.objects.order_by("-month").values_list("month", flat=True)
    return rounds.filter(reports__state=RegionalReport.State.ACCEPTED).first() or rounds.first()
