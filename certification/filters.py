import django_filters
from django import forms
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from portal.kernel.names import named
from portal.kernel.thai import containing
from regions.models import Province, Region

from .models import CommunityOrganization, OrganizationKind, StageRecord
from .queries import stage_words
from .register_counts import asked_stride, stride_words, took

# Stages by number, as an address has them, for those who have finished one and may be further.
FINISHED = {
    str(StageRecord.Stage.CERTIFICATION.value): _("องค์กรที่ได้รับการรับรองแล้ว"),
    str(StageRecord.Stage.CONTINUING_DEVELOPMENT.value): _("องค์กรครบสามจังหวะก้าว"),
}


def regions_today(request):
    return Region.objects.in_force(on=timezone.localdate())


class NamedChoiceField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj):
        return named(obj)


class NamedChoiceFilter(django_filters.ModelChoiceFilter):
    """A choice of rows, each by its name in the language of the screen."""

    field_class = NamedChoiceField


class OrganizationFilter(django_filters.FilterSet):
    """What one may ask of the register."""

    q = django_filters.CharFilter(
        label=_("ชื่อองค์กรหรือตำบล"),
        method="filter_text",
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    region = NamedChoiceFilter(
        label=_("ภาค"),
        queryset=regions_today,
        to_field_name="code",
        empty_label=_("ทุกภาค"),
        method="filter_region",
    )
    province = NamedChoiceFilter(
        label=_("จังหวัด"), queryset=Province.objects.all(), empty_label=_("ทุกจังหวัด")
    )
    stage = django_filters.ChoiceFilter(
        label=_("จังหวะก้าว"),
        choices=[(stage, lazy(stage_words, str)(stage)) for stage in StageRecord.Stage.values],
        empty_label=_("ทุกจังหวะก้าว"),
        method="filter_stage",
    )
    kind = NamedChoiceFilter(
        label=_("ประเภท"),
        queryset=OrganizationKind.objects.all(),
        to_field_name="code",
        empty_label=_("ทุกประเภท"),
    )

    # The list behind a number of the register itself: it comes by a link, and goes by another.
    took = django_filters.CharFilter(widget=forms.HiddenInput, method="filter_took")
    finished = django_filters.CharFilter(widget=forms.HiddenInput, method="filter_finished")

    class Meta:
        model = CommunityOrganization
        fields = []

    def filter_queryset(self, queryset):
        """The stage comes last: counted before it, the register tells how many stand at each."""
        asked = dict(self.form.cleaned_data)
        stage = asked.pop("stage", "")
        self.at_any_stage = queryset
        for name, value in asked.items():
            self.at_any_stage = self.filters[name].filter(self.at_any_stage, value)
        return self.filters["stage"].filter(self.at_any_stage, stage)

    def filter_text(self, queryset, name, value):
        return queryset.filter(containing(value, "name", "subdistrict__name"))

    def filter_region(self, queryset, name, value):
        return queryset.in_region(value, on=timezone.localdate())

    def filter_took(self, queryset, name, value):
        stride = asked_stride(value)
        return took(queryset, *stride) if stride else queryset

    def filter_finished(self, queryset, name, value):
        return queryset.through_stage(value) if value in FINISHED else queryset

    @property
    def took_words(self):
        """What the list is narrowed to beside its visible filters, in words."""
        finished = self.form.cleaned_data.get("finished", "")
        if finished in FINISHED:
            return FINISHED[finished]
        stride = asked_stride(self.form.cleaned_data.get("took", ""))
        return stride_words(*stride) if stride else ""

    def filter_stage(self, queryset, name, value):
        return queryset.at_stage(value)
