"""What one may ask of the directory. The queries decide; these translate."""

import django_filters as filters
from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Issue, Standing
from committees.queries import people
from portal.kernel.models import Person
from portal.kernel.names import named, named_short
from portal.kernel.thai import normalise
from regions.models import Region

Kind = Committee.Kind


class Kinds(models.TextChoices):
    """Without a choice whoever serves that day."""

    MEMBER = "member", _("อนุกรรมการ 67")
    STAFF = "staff", _("เจ้าหน้าที่")
    PAST = "past", _("เคยดำรงตำแหน่ง")
    EVERYBODY = "everybody", _("ทุกคน รวมผู้ที่พ้นแล้ว")


STANDINGS = [
    (Standing.FILLED.value, _("อยู่ในวาระ")),
    (Standing.ENDS_SOON.value, _("ใกล้ครบวาระ")),
    (Standing.CARRY_OVER.value, _("อยู่รักษาการ")),
]


LESSER = ("issue", "unit", "standing")


class NamedField(filters.fields.ModelChoiceField):
    def label_from_instance(self, obj):
        return named_short(obj) if isinstance(obj, Committee) else named(obj)


class NamedFilter(filters.ModelChoiceFilter):
    """A choice of rows by their code, each by its name in the language of the screen."""

    field_class = NamedField

    def __init__(self, **kwargs):
        super().__init__(to_field_name="code", **kwargs)


class PersonFilter(filters.FilterSet):
    q = filters.CharFilter(
        label=_("หาชื่อ พื้นที่ หรือคณะ"),
        method="filter_text",
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = filters.ChoiceFilter(
        label=_("ใคร"),
        choices=Kinds.choices,
        method="filter_kind",
        empty_label=_("ผู้ดำรงตำแหน่ง"),
    )
    region = NamedFilter(
        label=_("ภาค"),
        queryset=Region.objects.none(),
        empty_label=_("ทุกภาค"),
        method="filter_region",
    )
    issue = NamedFilter(
        label=_("ประเด็น"),
        queryset=Issue.objects.all(),
        empty_label=_("ทุกประเด็น"),
        method="filter_issue",
    )
    unit = NamedFilter(
        label=_("กรรมการย่อยหรือบอร์ด"),
        queryset=Committee.objects.none(),
        empty_label=_("ทุกคณะ"),
        method="filter_unit",
    )
    standing = filters.ChoiceFilter(
        label=_("วาระของที่นั่ง"),
        choices=STANDINGS,
        method="filter_standing",
        empty_label=_("ทุกสถานะ"),
    )

    class Meta:
        model = Person
        fields = []

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.filters["region"].queryset = Region.objects.in_force(on=on)
        self.filters["unit"].queryset = bodies_of_the_day(on=on)

    @property
    def asks(self):
        """Whether anything but the day is asked."""
        return any(self.data.get(name) for name in self.filters)

    @property
    def asks_more(self):
        """Whether a lesser filter is used: the fold they stand in is then open."""
        return any(self.data.get(name) for name in LESSER)

    def filter_queryset(self, queryset):
        if not self.form.cleaned_data.get("kind"):
            queryset = queryset.filter(people.serving(on=self.on))
        return super().filter_queryset(queryset)

    def filter_text(self, queryset, name, value):
        return people.matching(queryset, normalise(value), on=self.on)

    def filter_kind(self, queryset, name, value):
        match value:
            case Kinds.MEMBER:
                return queryset.filter(people.members(on=self.on))
            case Kinds.STAFF:
                return queryset.filter(people.staff(on=self.on))
            case Kinds.PAST:
                return queryset.filter(people.past(on=self.on))
        return queryset

    def filter_region(self, queryset, name, value):
        return queryset.filter(people.in_regions(value, on=self.on))

    def filter_issue(self, queryset, name, value):
        return queryset.filter(people.of_issue(value, on=self.on))

    def filter_unit(self, queryset, name, value):
        return queryset.filter(people.in_body(value, on=self.on))

    def filter_standing(self, queryset, name, value):
        return queryset.filter(people.standing_as(value, on=self.on))


def bodies_of_the_day(*, on):
    """Units, the secretariat and issue subcommittees of that day's generation, and the boards."""
    bodies = Committee.objects.in_force(on=on).exclude(kind=Kind.SUBCOMMITTEE)
    return bodies.order_by(models.F("parent").asc(nulls_last=True), "position", "pk")
