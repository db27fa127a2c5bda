"""Shapes of requests about delegations; each ``save()`` is one call to an action."""

from contextlib import contextmanager

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.actions.delegations import (
    create_delegation,
    end_delegate,
    end_delegation,
    name_delegate,
    rename_delegation,
    replace_delegate,
)
from committees.forms.fields import PeopleByName, PersonField
from committees.periods import ONE_DAY
from committees.queries.delegations import members_from, people_fit_for
from portal.kernel.errors import RuleBroken
from portal.kernel.forms import ActionForm
from portal.kernel.names import named
from portal.kernel.thai_fields import ThaiDateField, WholeNumberField

MOST_CENTRAL_OFFICERS = 20


class DelegationForm(ActionForm):
    name = forms.CharField(
        label=gettext_lazy("งาน"),
        max_length=200,
        help_text=gettext_lazy("เช่น สังเคราะห์รายงานภาครอบเดือนมิถุนายน 2569"),
    )
    starts_on = ThaiDateField(label=gettext_lazy("เริ่มวันที่"), help_text=gettext_lazy("เช่น 1/7/2569"))
    central_officers_due = WholeNumberField(
        label=gettext_lazy("เจ้าหน้าที่ส่วนกลาง (คน)"),
        max_value=MOST_CENTRAL_OFFICERS,
        help_text=gettext_lazy("แต่ละภาคส่งผู้แทนภาคประชาชน 1 คน และเจ้าหน้าที่ 1 คน เสมอ"),
    )

    def __init__(self, data=None, *, committee, on, by):
        due = committee.central_officers_due
        super().__init__(data, initial={"starts_on": on, "central_officers_due": due})
        self.committee, self.by = committee, by

    def save(self):
        self.delegation = create_delegation(self.committee, by=self.by, **self.cleaned_data)


class DelegationNameForm(ActionForm):
    name = forms.CharField(label=gettext_lazy("งาน"), max_length=200)

    def __init__(self, data=None, *, delegation, by):
        super().__init__(data, initial={"name": delegation.name})
        self.delegation, self.by = delegation, by

    def save(self):
        rename_delegation(self.delegation, by=self.by, **self.cleaned_data)


class DelegationClosureForm(ActionForm):
    ends_on = ThaiDateField(
        label=gettext_lazy("วันสุดท้ายของงาน"), help_text=gettext_lazy("เช่น 30/9/2569")
    )

    def __init__(self, data=None, *, delegation, on, by):
        super().__init__(data, initial={"ends_on": max(on, delegation.starts_on)})
        self.delegation, self.by = delegation, by

    def save(self):
        end_delegation(self.delegation, by=self.by, **self.cleaned_data)


class RegionFirst(PeopleByName):
    """Members from the place's own region first, then everybody else."""

    def __iter__(self):
        choices = list(super().__iter__())
        ours = [(key, label) for key, label in choices if key and key.value in self.field.members]
        if not ours:
            yield from choices
            return
        others = [choice for choice in choices[1:] if choice not in ours]
        yield choices[0]
        yield _("อนุกรรมการจาก%(region)s") % {"region": named(self.field.region)}, ours
        yield _("ผู้อื่นในทะเบียน"), others


class FitPersonField(PersonField):
    """Whom one may send to a place, on the day that stands in the form."""

    iterator = RegionFirst
    default_error_messages = {"invalid_choice": gettext_lazy("ผู้นี้ไม่อยู่ในผู้ที่เลือกได้ในวันนั้น โปรดเลือกใหม่")}

    def __init__(self, **kwargs):
        self.region, self.members = None, set()
        super().__init__(**kwargs)

    def offer(self, place, *, on, but=None):
        self.region, self.members = place.region, members_from(place.region, on=on)
        fit = people_fit_for(place.kind, place.region, on=on)
        self.queryset = fit.exclude(pk=but and but.pk).in_thai_order()


class DelegateForm(ActionForm):
    person = FitPersonField(label=gettext_lazy("รายชื่อ"))
    starts_on = ThaiDateField(label=gettext_lazy("ตั้งแต่วันที่"), help_text=gettext_lazy("เช่น 1/7/2569"))

    def __init__(self, data=None, *, delegation, place, on, by, initial=None, here=""):
        super().__init__(data, initial={"starts_on": on, **(initial or {})})
        self.delegation, self.place, self.by = delegation, place, by
        self.fields["person"].offer(place, on=day_in(self, "starts_on") or on)
        if here:
            self.fields["person"].link_to_new(here)

    def save(self):
        name_delegate(
            self.delegation,
            kind=self.place.kind,
            region=self.place.region,
            place=self.place.number,
            by=self.by,
            **self.cleaned_data,
        )


class DischargeForm(ActionForm):
    ends_on = ThaiDateField(
        label=gettext_lazy("ทำหน้าที่ถึงวันที่"), help_text=gettext_lazy("วันสุดท้ายของผู้ที่ออก เช่น 30/6/2569")
    )
    person = FitPersonField(
        label=gettext_lazy("ผู้ที่มาแทน"),
        required=False,
        help_text=gettext_lazy("เริ่มวันถัดไป ถ้ายังไม่มี ปล่อยว่างไว้แล้วเสนอชื่อภายหลังได้"),
    )

    def __init__(self, data=None, *, delegate, place, on, by):
        super().__init__(data, initial={"ends_on": on})
        self.delegate, self.by = delegate, by
        last = day_in(self, "ends_on") or on
        self.fields["person"].offer(place, on=last + ONE_DAY, but=delegate.person)

    def save(self):
        last, successor = self.cleaned_data["ends_on"], self.cleaned_data["person"]
        if successor is None:
            end_delegate(self.delegate, ends_on=last, by=self.by)
            return
        first = last + ONE_DAY
        with aimed_at(starts_on="ends_on"):
            replace_delegate(self.delegate, person=successor, starts_on=first, by=self.by)


@contextmanager
def aimed_at(**fields):
    """What an action says of a field that this form calls differently, said beside the form's."""
    try:
        yield
    except RuleBroken as refusal:
        if not hasattr(refusal, "error_dict"):
            raise
        said = refusal.message_dict.items()
        raise RuleBroken({fields.get(name, name): words for name, words in said}) from refusal


def day_in(form, name):
    """The day that was sent, if somebody can read it: who may be chosen hangs on it."""
    try:
        return form.fields[name].clean(form.data.get(name)) if form.is_bound else None
    except forms.ValidationError:
        return None
