"""The filters of the list of reports. They translate; the querysets decide."""

import django_filters
from django.utils.translation import gettext_lazy as _

from portal.kernel import thai
from portal.kernel.names import named_short

from .models import Region, RegionalReport, ReportRound


def months():
    return [
        (f"{month:%Y-%m}", thai.month_and_year(month))
        for month in ReportRound.objects.values_list("month", flat=True)
    ]


def regions():
    return [(region.code, named_short(region)) for region in Region.objects.all()]


class ReportFilter(django_filters.FilterSet):
    round = django_filters.ChoiceFilter(
        label=_("รอบ"), choices=months, empty_label=_("ทุกรอบ"), method="filter_round"
    )
    state = django_filters.ChoiceFilter(
        label=_("สถานะ"), choices=RegionalReport.State.choices, empty_label=_("ทุกสถานะ")
    )
    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="unit__region__code"
    )

    class Meta:
        model = RegionalReport
        fields = ["round", "state", "region"]

    def filter_round(self, queryset, name, value):
        return queryset.filter(round__month=f"{value}-01")
