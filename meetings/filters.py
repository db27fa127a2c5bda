"""Filters of the two lists. They translate what was asked; the querysets decide."""

import django_filters as filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from portal.kernel.names import named
from regions.models import Region

from .models import ActionItem, Meeting


class SearchFilter(filters.CharFilter):
    """Words to look for; the queryset's ``matching`` knows where."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"type": "search"})
        super().__init__(label=_("ค้นหา"), max_length=200, widget=widget, **kwargs)

    def filter(self, queryset, value):
        return queryset.matching(value) if value else queryset


class MeetingFilter(filters.FilterSet):
    q = SearchFilter()
    year = filters.ChoiceFilter(label=_("ปี พ.ศ."), field_name="be_year", empty_label=_("ทุกปี"))
    papers = filters.ChoiceFilter(
        label=_("สถานะเอกสาร"),
        choices=Meeting.Papers,
        method="filter_papers",
        empty_label=_("ทุกสถานะ"),
    )

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        years = self.queryset.order_by("-be_year").values_list("be_year", flat=True).distinct()
        self.filters["year"].extra["choices"] = [(year, year) for year in years]

    def filter_papers(self, queryset, name, value):
        return queryset.with_papers(value, on=timezone.localdate())


class ActionItemFilter(filters.FilterSet):
    q = SearchFilter()
    standing = filters.ChoiceFilter(
        label=_("สถานะ"),
        choices=ActionItem.Standing,
        method="filter_standing",
        empty_label=_("ทุกสถานะ"),
    )
    owner = filters.ChoiceFilter(
        label=_("ผู้รับผิดชอบ"), method="filter_owner", empty_label=_("ทุกภาคและทุกฝ่าย")
    )

    class Meta:
        model = ActionItem
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["owner"].extra["choices"] = [
            (_("ภาค"), self.owners("region", Region)),
            (_("กรรมการย่อย"), self.owners("unit", Committee)),
        ]

    def owners(self, field, model):
        """Only places that own something the reader may see."""
        owning = model.objects.filter(pk__in=self.queryset.order_by().values(field))
        return [(f"{field}-{owner.pk}", named(owner)) for owner in owning]

    def filter_standing(self, queryset, name, value):
        return queryset.with_standing(value, on=timezone.localdate())

    def filter_owner(self, queryset, name, value):
        field, _sep, pk = value.partition("-")
        return queryset.filter(**{field: pk})
