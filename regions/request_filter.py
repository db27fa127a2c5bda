"""The filters of the register of requests. They translate; the querysets decide."""

import django_filters
from django.utils.translation import gettext_lazy as _

from .filters import regions
from .models import SupportRequest
from .month_filter import MonthFilter
from .queries.requests import DUE, LEFT_OUT, WAITING
from .request_words import kinds

Standing, Timing = SupportRequest.Standing, SupportRequest.Timing
# Each name is a list behind a number, too (``queries.requests.answers_on_time``).
STANDINGS = {"unanswered": WAITING, **{value: (value,) for value in Standing.values}}
TIMINGS = {"due": DUE, "left_out": LEFT_OUT, **{value: (value,) for value in Timing.values}}


class RequestFilter(django_filters.FilterSet):
    """``.base`` is what place, kind and month leave: of it the counts and the rate are made."""

    region = django_filters.ChoiceFilter(
        label=_("ภาค"),
        choices=regions,
        empty_label=_("ทุกภาค"),
        field_name="report__region__code",
    )
    kind = django_filters.ChoiceFilter(label=_("เรื่อง"), choices=kinds, empty_label=_("ทุกเรื่อง"))
    month = MonthFilter(
        label=_("ขอในรายงานเดือน"),
        empty_label=_("ทุกเดือน"),
        field_name="report__round__month",
    )
    standing = django_filters.ChoiceFilter(
        label=_("สถานะ"),
        choices=[("unanswered", _("ยังไม่ได้คำตอบทั้งหมด")), *Standing.choices],
        empty_label=_("ทุกสถานะ"),
        method="filter_standing",
    )
    timing = django_filters.ChoiceFilter(
        label=_("ตอบตรงเวลา"),
        choices=[
            *Timing.choices,
            ("due", _("ตอบแล้วหรือถึงกำหนดแล้ว")),
            ("left_out", _("ไม่นำมาคิด")),
        ],
        empty_label=_("ทั้งหมด"),
        method="filter_timing",
    )

    class Meta:
        model = SupportRequest
        fields = ["region", "kind", "month", "standing", "timing"]

    def filter_queryset(self, queryset):
        for name in ("region", "kind", "month"):
            queryset = self._filtered(queryset, name)
        self.base = queryset
        return self._filtered(self._filtered(queryset, "standing"), "timing")

    def _filtered(self, queryset, name):
        return self.filters[name].filter(queryset, self.form.cleaned_data.get(name, ""))

    def filter_standing(self, queryset, name, value):
        return queryset.filter(standing__in=STANDINGS[value])

    def filter_timing(self, queryset, name, value):
        return queryset.filter(timing__in=TIMINGS[value])

    @property
    def is_filtered(self):
        return any(self.form[name].value() for name in self.filters)
