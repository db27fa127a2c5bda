"""Shapes of requests about delegations; each ``save()`` is one call to an action."""

from contextlib import contextmanager
from datetime import timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.actions.delegations import (
    create_delegation,
    end_delegate,
    name_delegate,
    replace_delegate,
)
from committees.queries.delegations import people_fit_for, seats_by_person
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


class FitPersonField(forms.TypedChoiceField):
    """Whom one may send to a place, on the day that stands in the form."""

    def offer(self, place, *, on, but=None):
        people = people_fit_for(place.kind, place.region, on=on).in_thai_order()
        by_key = {str(person.pk): person for person in people if person != but}
        self.coerce = by_key.get
        self.choices = [("", _("เลือกรายชื่อ")), *grouped(by_key, place.region, on=on)]


def grouped(people, region, *, on):
    """Members from the region first, then everybody else; their seats tell namesakes apart."""
    seats = seats_by_person(on=on)
    ours, others = [], []
    for key, person in people.items():
        number, of_region = seats.get(person.pk, (None, None))
        label = person.full_name
        if number:
            label = _("%(name)s (ที่นั่ง %(n)s)") % {"name": label, "n": number}
        from_here = region is not None and of_region == region.pk
        (ours if from_here else others).append((key, label))
    if not ours:
        return others
    return [
        (_("อนุกรรมการจาก%(region)s") % {"region": named(region)}, ours),
        (_("ผู้อื่นในทะเบียน"), others),
    ]


class DelegateForm(ActionForm):
    person = FitPersonField(label=gettext_lazy("รายชื่อ"))
    starts_on = ThaiDateField(label=gettext_lazy("ตั้งแต่วันที่"), help_text=gettext_lazy("เช่น 1/7/2569"))

    def __init__(self, data=None, *, delegation, place, on, by):
        super().__init__(data, initial={"starts_on": on})
        self.delegation, self.place, self.by = delegation, place, by
        self.fields["person"].offer(place, on=day_in(self, "starts_on") or on)

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
        empty_value=None,
        help_text=gettext_lazy("เริ่มวันถัดไป ถ้ายังไม่มี ปล่อยว่างไว้แล้วเสนอชื่อภายหลังได้"),
    )

    def __init__(self, data=None, *, delegate, place, on, by):
        super().__init__(data, initial={"ends_on": on})
        self.delegate, self.by = delegate, by
        last = day_in(self, "ends_on") or on
        self.fields["person"].offer(place, on=last + timedelta(days=1), but=delegate.person)

    def save(self):
        last, successor = self.cleaned_data["ends_on"], self.cleaned_data["person"]
        if successor is None:
            end_delegate(self.delegate, ends_on=last, by=self.by)
            return
        first = last + timedelta(days=1)
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
