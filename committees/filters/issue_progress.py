"""What one may ask of the log of the issues, and as which month stands they are looked at."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from committees.models import Issue, IssueProgress
from committees.queries.issue_matrix import latest_round
from portal.kernel.names import named
from regions.filters import regions
from regions.models import ReportRound
from regions.month_filter import MonthFilter


def issues():
    return [(issue.code, named(issue)) for issue in Issue.objects.all()]


class ProgressFilter(filters.FilterSet):
    issue = filters.ChoiceFilter(
        label=_("ประเด็น"), choices=issues, empty_label=_("ทุกประเด็น"), field_name="issue__code"
    )
    region = filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="report__region__code"
    )
    level = filters.ChoiceFilter(
        label=_("ระดับ"), choices=IssueProgress.Level.choices, empty_label=_("ทุกระดับ")
    )
    month = MonthFilter(
        label=_("รายงานเดือน"), empty_label=_("ทุกเดือน"), field_name="report__round__month"
    )

    class Meta:
        model = IssueProgress
        fields = ["issue", "region", "level", "month"]


class OverviewFilter(filters.FilterSet):
    """Of a fiscal year its last month."""

    month = MonthFilter(label=_("ณ เดือน"), empty_label=_("ล่าสุดที่มีรายงานผ่าน"), field_name="month")

    class Meta:
        model = ReportRound
        fields = ["month"]

    @property
    def round_asked(self) -> ReportRound | None:
        if self.is_valid() and self.form.cleaned_data["month"]:
            return self.qs.order_by("-month").first()
        return latest_round()
