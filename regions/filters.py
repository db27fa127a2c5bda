"""The filters of the lists of reports and of extensions. They translate; the querysets decide."""

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel import thai
from portal.kernel.names import named_short

from .models import (
    Extension,
    Region,
    RegionalReport,
    ReportingUnit,
    ReportRound,
    rights_of,
)

Kind = ReportingUnit.Kind
ANSWERS = [
    ("waiting", _("รอคำตอบ")),
    ("granted", pgettext_lazy("extension", "อนุญาต")),
    ("refused", pgettext_lazy("extension", "ไม่อนุญาต")),
]


def months():
    return [
        (f"{month:%Y-%m}", thai.month_and_year(month))
        for month in ReportRound.objects.values_list("month", flat=True)
    ]


def regions():
    return [(region.code, named_short(region)) for region in Region.objects.all()]


class ReportFilter(django_filters.FilterSet):
    """One kind of unit at a time: at first the regions, or for who speaks for a province theirs."""

    kind = django_filters.ChoiceFilter(
        label=_("ของใคร"), choices=Kind.choices, empty_label=None, field_name="unit__kind"
    )
    round = django_filters.ChoiceFilter(
        label=_("รอบ"), choices=months, empty_label=_("ทุกรอบ"), method="filter_round"
    )
    state = django_filters.ChoiceFilter(
        label=_("สถานะ"), choices=RegionalReport.State.choices, empty_label=_("ทุกสถานะ")
    )
    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="region__code"
    )

    class Meta:
        model = RegionalReport
        fields = ["kind", "round", "state", "region"]

    def __init__(self, data, *, user, **kwargs):
        if data.get("kind") not in Kind.values:
            data = data.copy()
            data["kind"] = kind_of(user)
        super().__init__(data, **kwargs)

    def filter_round(self, queryset, name, value):
        return queryset.filter(round__month=f"{value}-01")

    @property
    def kind_asked(self) -> str:
        return self.data["kind"]

    @property
    def is_filtered(self) -> bool:
        return any(self.form[name].value() for name in ("round", "state", "region"))


def kind_of(user) -> str:
    rights = rights_of(user)
    return Kind.PROVINCE if rights.provinces and not rights.regions else Kind.REGION


class ExtensionFilter(django_filters.FilterSet):
    round = django_filters.ChoiceFilter(
        label=_("รอบ"), choices=months, empty_label=_("ทุกรอบ"), method="filter_round"
    )
    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="report__region__code"
    )
    answer = django_filters.ChoiceFilter(
        label=_("คำตอบ"), choices=ANSWERS, empty_label=_("ทุกคำตอบ"), method="filter_answer"
    )

    class Meta:
        model = Extension
        fields = ["round", "region", "answer"]

    def filter_round(self, queryset, name, value):
        return queryset.filter(report__round__month=f"{value}-01")

    def filter_answer(self, queryset, name, value):
        return queryset.filter(is_granted={"granted": True, "refused": False}.get(value))
