"""The filter of the register of resolutions: it translates what was asked; the querysets decide."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from portal.kernel.names import named
from regions.models import Region

from .filters import SearchFilter, owner_in_words
from .models import Resolution


class ResolutionFilter(filters.FilterSet):
    q = SearchFilter()
    standing = filters.ChoiceFilter(
        label=_("สถานะของมติ"),
        choices=Resolution.Standing,
        method="filter_standing",
        empty_label=_("ทุกสถานะ"),
    )
    year = filters.ChoiceFilter(
        label=_("ปี พ.ศ."), field_name="meeting__be_year", empty_label=_("ทุกปี")
    )
    region = filters.ChoiceFilter(
        label=_("ภาคที่เกี่ยวข้อง"), method="filter_region", empty_label=_("ทุกภาค")
    )
    body = filters.ChoiceFilter(
        label=_("คณะหรือประเด็น"), method="filter_body", empty_label=_("ทุกคณะ")
    )

    class Meta:
        model = Resolution
        fields = []

    def __init__(self, data, *, on, **kwargs):
        super().__init__(data, **kwargs)
        self.on = on
        years = self.queryset.order_by("-meeting__be_year").values_list("meeting__be_year")
        self.filters["year"].extra["choices"] = [(year, year) for (year,) in years.distinct()]
        self.regions = {str(region.pk): region for region in Region.objects.in_force(on=on)}
        self.bodies = {str(body.pk): body for body in self._bodies()}
        self.filters["region"].extra["choices"] = [
            (pk, named(region)) for pk, region in self.regions.items()
        ]
        self.filters["body"].extra["choices"] = [
            (pk, self._in_words(body)) for pk, body in self.bodies.items()
        ]

    def _bodies(self):
        """Whoever decided anything, or was asked to do something."""
        decided = self.queryset.order_by().values("meeting__committee")
        asked = self.queryset.order_by().filter(action_items__unit__isnull=False)
        bodies = Committee.objects.filter(pk__in=decided) | Committee.objects.filter(
            pk__in=asked.values("action_items__unit")
        )
        return bodies.order_by("-starts_on", "position", "pk")

    def _in_words(self, body):
        """Each generation has its own bodies by the same names."""
        return owner_in_words(body.name, body.name_en, body.starts_on, body.ends_on, on=self.on)

    def filter_queryset(self, queryset):
        """``of_any_standing`` is what the counts beside the choices are taken from."""
        asked = dict(self.form.cleaned_data)
        standing = asked.pop("standing", "")
        for name, value in asked.items():
            queryset = self.filters[name].filter(queryset, value)
        self.of_any_standing = queryset
        return self.filters["standing"].filter(queryset, standing)

    def filter_standing(self, queryset, name, value):
        return queryset.with_standing(value)

    def filter_region(self, queryset, name, value):
        return queryset.concerning(self.regions[value])

    def filter_body(self, queryset, name, value):
        return queryset.of_body(self.bodies[value])
