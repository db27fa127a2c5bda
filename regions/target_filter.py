"""Which shared targets: of one fiscal year, of one region or of all."""

import django_filters
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kernel.models import User
from portal.kernel.thai import fiscal_year

from .filters import regions
from .models import IndicatorTarget, Region, ReportRound, rights_of
from .queries.targets import open_years


def years_offered() -> list[int]:
    """The next year, for which targets are set, this one, and those there were reports of."""
    now, *_ahead, last = open_years()
    first = ReportRound.objects.aggregate(first=Min("month"))["first"]
    since = min(now, fiscal_year(first)) if first else now
    return list(range(last, since - 1, -1))


def years() -> list[tuple[str, str]]:
    return [(str(year), str(year)) for year in years_offered()]


class TargetFilter(django_filters.FilterSet):
    """At first this fiscal year; for a region's people their region, for others all."""

    year = django_filters.ChoiceFilter(
        label=_("ปีงบประมาณ"), choices=years, empty_label=None, field_name="fiscal_year"
    )
    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="region__code"
    )

    class Meta:
        model = IndicatorTarget
        fields = ["year", "region"]

    def __init__(self, data, *, user, **kwargs):
        data = data.copy()
        data["year"] = data.get("year") or str(fiscal_year(timezone.localdate()))
        if "region" not in data:
            data["region"] = own_region(user)
        super().__init__(data, **kwargs)

    @property
    def year_asked(self) -> int:
        asked = self.is_valid() or self.form.cleaned_data.get("year")
        return int(self.form.cleaned_data["year"]) if asked else fiscal_year(timezone.localdate())

    @property
    def region_asked(self) -> str:
        self.is_valid()
        return self.form.cleaned_data.get("region", "")


def own_region(user: User) -> str:
    rights = rights_of(user)
    if rights.sees_everything or len(rights.regions) != 1:
        return ""
    return Region.objects.get(pk__in=rights.regions).code
