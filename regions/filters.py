"""The filters of the lists of reports, extensions and revisions. They translate what is asked."""

import django_filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.kernel.names import named_short

from .models import (
    Extension,
    Region,
    RegionalReport,
    ReportingUnit,
    Revision,
    rights_of,
)
from .month_filter import MonthFilter
from .queries import extensions_to_answer, revisions_to_decide

Kind = ReportingUnit.Kind
ANSWERS = [
    ("waiting", _("รอคำตอบ")),
    ("mine", _("รอท่านตอบ")),
    ("granted", pgettext_lazy("extension", "อนุญาต")),
    ("refused", pgettext_lazy("extension", "ไม่อนุญาต")),
    ("withdrawn", _("ถอนคำขอแล้ว")),
]
ANSWERED = {
    "waiting": Q(is_granted=None),
    "granted": Q(is_granted=True),
    "refused": Q(is_granted=False) & ~Q(answered_by=F("asked_by")),
    "withdrawn": Q(is_granted=False, answered_by=F("asked_by")),
}

REVISION_STANDINGS = [
    ("asked", _("รอตัดสิน")),
    ("mine", _("รอท่านตัดสิน")),
    ("open", _("กำลังแก้")),
    ("closed", _("แก้แล้ว")),
    ("refused", pgettext_lazy("revision", "ไม่เปิดให้แก้")),
    ("withdrawn", _("ถอนคำขอแล้ว")),
]
REVISIONS_STANDING = {
    "asked": Q(decided_at=None),
    "open": Q(decided_at__isnull=False, closed_at=None, refused_because=""),
    "closed": Q(closed_at__isnull=False),
    "refused": ~Q(refused_because="") & ~Q(decided_by=F("asked_by")),
    "withdrawn": ~Q(refused_because="") & Q(decided_by=F("asked_by")),
}


def regions():
    return [(region.code, named_short(region)) for region in Region.objects.all()]


class ReportFilter(django_filters.FilterSet):
    """One kind of unit at a time: at first the regions, or for who speaks for a province theirs."""

    kind = django_filters.ChoiceFilter(
        label=_("ของใคร"), choices=Kind.choices, empty_label=None, field_name="unit__kind"
    )
    round = MonthFilter(label=_("รอบ"), empty_label=_("ทุกรอบ"), field_name="round__month")
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
    round = MonthFilter(label=_("รอบ"), empty_label=_("ทุกรอบ"), field_name="report__round__month")
    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="report__region__code"
    )
    answer = django_filters.ChoiceFilter(
        label=_("คำตอบ"), choices=ANSWERS, empty_label=_("ทุกคำตอบ"), method="filter_answer"
    )

    class Meta:
        model = Extension
        fields = ["round", "region", "answer"]

    def filter_answer(self, queryset, name, value):
        if value == "mine":
            return queryset.filter(pk__in=extensions_to_answer(self.request.user).values("pk"))
        return queryset.filter(ANSWERED[value])


class RevisionFilter(django_filters.FilterSet):
    round = MonthFilter(label=_("รอบ"), empty_label=_("ทุกรอบ"), field_name="report__round__month")
    region = django_filters.ChoiceFilter(
        label=_("ภาค"), choices=regions, empty_label=_("ทุกภาค"), field_name="report__region__code"
    )
    standing = django_filters.ChoiceFilter(
        label=_("ถึงไหนแล้ว"),
        choices=REVISION_STANDINGS,
        empty_label=_("ทุกเรื่อง"),
        method="filter_standing",
    )

    class Meta:
        model = Revision
        fields = ["round", "region", "standing"]

    def filter_standing(self, queryset, name, value):
        if value == "mine":
            return queryset.filter(pk__in=revisions_to_decide(self.request.user).values("pk"))
        return queryset.filter(REVISIONS_STANDING[value])
