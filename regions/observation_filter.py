"""The filters of the list of observations. They translate; the querysets decide."""

import django_filters
from django.utils.translation import gettext_lazy as _

from .filters import regions
from .models import Observation
from .month_filter import MonthFilter
from .queries.observations import observations_to_answer

STANDINGS = [
    ("unanswered", _("รอคำตอบ")),
    ("answered", _("ตอบแล้ว")),
    ("confirmed", _("ยืนยันผล")),
]
MINE = [("mine", _("รอท่านตอบ"))]


class ObservationFilter(django_filters.FilterSet):
    """``.base`` is what place and month leave: of it the counts are made."""

    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="report__region__code"
    )
    month = MonthFilter(
        label=_("รายงานเดือน"), empty_label=_("ทุกเดือน"), field_name="report__round__month"
    )
    standing = django_filters.ChoiceFilter(
        label=_("สถานะ"),
        choices=STANDINGS + MINE,
        empty_label=_("ทุกสถานะ"),
        method="filter_standing",
    )

    class Meta:
        model = Observation
        fields = ["region", "month", "standing"]

    def filter_queryset(self, queryset):
        asked = self.form.cleaned_data
        for name in ("region", "month"):
            queryset = self.filters[name].filter(queryset, asked.get(name, ""))
        self.base = queryset
        return self.filters["standing"].filter(queryset, asked.get("standing", ""))

    def filter_standing(self, queryset, name, value):
        match value:
            case "mine":
                mine = observations_to_answer(self.request.user)
                return queryset.filter(pk__in=mine.values("pk"))
            case "unanswered":
                return queryset.unanswered()
            case "answered":
                return queryset.answered()
        return queryset.confirming()

    @property
    def is_filtered(self):
        return any(self.form[name].value() for name in self.filters)
