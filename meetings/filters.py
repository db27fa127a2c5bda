"""Filters of the two lists. They translate what was asked; the querysets decide."""

from itertools import groupby

import django_filters as filters
from django import forms
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from committees.queries.body_page import words_of_several
from portal.kernel.names import is_english, named
from portal.kernel.thai import be_year
from regions.models import rights_of

from .models import ActionItem, Meeting, Workstream

Standing = ActionItem.Standing
THE_67, OWN = "the-67", "own"  # in the address of the list


class SearchFilter(filters.CharFilter):
    """Words to look for; the queryset's ``matching`` knows where."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"type": "search"})
        super().__init__(label=_("ค้นหา"), max_length=200, widget=widget, **kwargs)

    def filter(self, queryset, value):
        return queryset.matching(value) if value else queryset


class MeetingFilter(filters.FilterSet):
    """A list that is only opened shows the 67, and to people of a region also its own bodies; who
    looks for words looks everywhere."""

    q = SearchFilter()
    body = filters.ChoiceFilter(
        label=_("คณะ"), method="filter_body", empty_label=pgettext_lazy("meeting", "ทุกคณะ")
    )
    kind = filters.ChoiceFilter(label=_("ประเภท"), choices=Meeting.Kind, empty_label=_("ทุกประเภท"))
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

    def __init__(self, data, *, user, **kwargs):
        self.regions = rights_of(user).regions
        if "body" not in data and not data.get("q"):
            data = data.copy()
            data["body"] = OWN if self.regions else THE_67
        super().__init__(data, **kwargs)
        self.filters["body"].extra["choices"] = bodies_of(self.queryset, has_own=self.regions)
        years = self.queryset.order_by("-be_year").values_list("be_year", flat=True).distinct()
        self.filters["year"].extra["choices"] = [(year, year) for year in years]

    def filter_body(self, queryset, name, value):
        the_67 = Q(committee__kind=Committee.Kind.SUBCOMMITTEE)
        match value:
            case "the-67":
                return queryset.filter(the_67)
            case "own":
                return queryset.filter(the_67 | Q(committee__region__in=self.regions))
        return queryset.filter(committee__code=value)

    def filter_papers(self, queryset, name, value):
        return queryset.with_papers(value, on=timezone.localdate())


def bodies_of(meetings, *, has_own):
    """The 67 of every generation, then each other body that has a meeting, grouped by its kind:
    one statement."""
    met = Committee.objects.filter(pk__in=meetings.order_by().values("committee"))
    others = met.exclude(kind=Committee.Kind.SUBCOMMITTEE).in_order_of_kind()
    groups = groupby(others, key=lambda body: body.kind)
    own = [(OWN, _("คณะ 67 และภาคของท่าน"))] if has_own else []
    return [*own, (THE_67, _("คณะ 67"))] + [
        (words_of_several(kind), [(body.code, named(body)) for body in bodies])
        for kind, bodies in groups
    ]


class Shown(models.TextChoices):
    """Which items the list shows; without a choice all there are."""

    PENDING = Standing.PENDING.value, Standing.PENDING.label
    OVERDUE = Standing.OVERDUE.value, Standing.OVERDUE.label
    DONE = Standing.DONE.value, Standing.DONE.label
    WITHDRAWN = Standing.WITHDRAWN.value, Standing.WITHDRAWN.label
    CURRENT = "all", _("ทั้งหมดของคณะชุดนี้")
    FORMER = "former", _("ของคณะชุดก่อน")


class ActionItemFilter(filters.FilterSet):
    """A list that is only opened shows what is not finished. Who looks for words looks everywhere,
    and so does who chooses no standing."""

    q = SearchFilter()
    standing = filters.ChoiceFilter(
        label=_("สถานะ"),
        choices=Shown,
        method="filter_standing",
        empty_label=_("ทุกสถานะ รวมคณะชุดก่อน"),
    )
    owner = filters.ChoiceFilter(
        label=_("ผู้รับผิดชอบ"), method="filter_owner", empty_label=_("ทุกภาคและทุกฝ่าย")
    )
    workstream = filters.ChoiceFilter(
        label=ActionItem._meta.get_field("workstream").verbose_name,
        choices=Workstream,
        empty_label=_("ทุกงาน"),
    )

    class Meta:
        model = ActionItem
        fields = []

    def __init__(self, data, **kwargs):
        if "standing" not in data and not data.get("q"):
            data = data.copy()
            data["standing"] = Shown.PENDING.value
        super().__init__(data, **kwargs)
        self.on = timezone.localdate()
        self.filters["owner"].extra["choices"] = owners_of(self.queryset, on=self.on)

    def filter_queryset(self, queryset):
        """``of_any`` standing and workstream is what the counts are taken from."""
        asked = dict(self.form.cleaned_data)
        last = {name: asked.pop(name, "") for name in ("workstream", "standing")}
        for name, value in asked.items():
            queryset = self.filters[name].filter(queryset, value)
        self.of_any = queryset
        for name, value in last.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    def filter_standing(self, queryset, name, value):
        match value:
            case Shown.CURRENT:
                return queryset.current(on=self.on)
            case Shown.FORMER:
                return queryset.former(on=self.on)
        return queryset.current(on=self.on).with_standing(value, on=self.on)

    def filter_owner(self, queryset, name, value):
        field, _sep, pk = value.partition("-")
        return queryset.filter(**{field: pk})


def owners_of(items, *, on):
    """The places that own any of ``items``, grouped as a choice: one statement for both kinds."""
    fields = ["pk", "name", "name_en", "starts_on", "ends_on"]
    regions, units = {}, {}
    rows = items.order_by("region__number", "-unit__starts_on", "unit__position").values_list(
        *(f"{kind}__{field}" for kind in ("region", "unit") for field in fields)
    )
    for row in rows.distinct():
        for found, kind, place in ((regions, "region", row[:5]), (units, "unit", row[5:])):
            if place[0]:
                found[f"{kind}-{place[0]}"] = owner_in_words(*place[1:], on=on)
    return [(_("ภาค"), list(regions.items())), (_("กรรมการย่อย"), list(units.items()))]


def owner_in_words(name, name_en, starts_on, ends_on, *, on):
    """Each generation has its own units by the same names."""
    shown = name_en if is_english() else name
    if ends_on is None or ends_on >= on:
        return shown
    return gettext("%(name)s (ชุดปี %(year)s)") % {"name": shown, "year": be_year(starts_on)}
