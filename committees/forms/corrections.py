"""Entries put right: what they should have said, and why; each ``save()`` is one action."""

from django import forms
from django.utils.translation import gettext_lazy as _

from committees.actions.corrections import correct_entry, strike_entry, take_back_discharge
from committees.models import BodyMembership, Membership, Substitution
from committees.queries.entries import fingerprint
from portal.kernel.forms import ActionForm
from portal.kernel.thai import slashed_date
from portal.kernel.thai_fields import ThaiDateField
from regions.models import RegionalPost

from .fields import OrderField
from .posts import demand_order
from .seats import MODES

COLUMNS = {"order": "appointed_by", "discharge_order": "discharged_by"}


class EntryForm(ActionForm):
    """About ``entry`` as the page showed it; asks why."""

    reason = forms.CharField(
        label=_("เหตุผลที่แก้ทะเบียน"),
        max_length=300,
        help_text=_("เช่น พิมพ์ปีผิด หรือเลือกคนผิด จะแสดงให้กองเลขานุการและผู้ตรวจสอบเห็น"),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, entry, on, by, initial=None):
        self.entry, self.on, self.by = entry, on, by
        self.now = fingerprint(entry)
        super().__init__(data, initial={**(initial or {}), "seen": self.now})

    def clean(self):
        cleaned = super().clean()
        if cleaned.pop("seen", "") != self.now:
            text = _("มีผู้แก้รายการนี้หลังจากท่านเปิดหน้านี้ โปรดตรวจแล้วส่งอีกครั้ง")
            raise forms.ValidationError(text, code="stale")
        return cleaned

    def seen_now(self):
        return {"seen": self.now}


class StrikingForm(EntryForm):
    def save(self):
        strike_entry(self.entry, on=self.on, by=self.by, **self.cleaned_data)


class ReinstatementForm(EntryForm):
    def save(self):
        take_back_discharge(self.entry, by=self.by, **self.cleaned_data)


# -- Corrections -------------------------------------------------------------------------


class CorrectionForm(EntryForm):
    """Starts from what the entry says; how it ended is asked only of what has ended."""

    use_required_attribute = False  # whether an order is due is known only when the mode is
    starts_on = ThaiDateField(label=_("ตั้งแต่วันที่"))
    order = OrderField(label=_("แต่งตั้งตามคำสั่ง"), required=False)
    ends_on = ThaiDateField(label=_("ถึงวันที่"), help_text=_("วันสุดท้าย"))
    discharge_order = OrderField(label=_("พ้นตามคำสั่งหรือหนังสือ"), required=False)

    def __init__(self, data=None, *, entry, here, initial=None, **about):
        says = {name: getattr(entry, column(name), None) for name in self.base_fields}
        super().__init__(data, entry=entry, initial={**says, **(initial or {})}, **about)
        if entry.ends_on is None:
            del self.fields["ends_on"], self.fields["discharge_order"]
        self.fields["order"].link_to_new(here)
        self.order_fields([name for name in self.fields if name != "reason"])
        if self.is_bound:
            self.tell_what_it_says()

    def tell_what_it_says(self):
        """Beside a date that differs, what the register has."""
        for name, field in self.fields.items():
            if isinstance(field, ThaiDateField) and (day := getattr(self.entry, name)):
                field.was = _("ในทะเบียน %(day)s") % {"day": slashed_date(day)}

    def save(self):
        changes = {column(name): value for name, value in self.cleaned_data.items()}
        correct_entry(self.entry, on=self.on, by=self.by, **changes)


class MembershipForm(CorrectionForm):
    term_ends_on = ThaiDateField(label=_("ครบวาระ"), required=False)
    mode = forms.ChoiceField(label=_("รูปแบบ"), choices=MODES, widget=forms.RadioSelect)
    field_order = ["starts_on", "term_ends_on", "ends_on", "mode", "order", "discharge_order"]

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        is_formal = (self.data.get("mode") or self.entry.mode) == Membership.Mode.FORMAL
        for name in COLUMNS.keys() & self.fields.keys():
            self.fields[name].required = is_formal


class SubstitutionForm(CorrectionForm):
    discharge_order = None
    field_order = ["starts_on", "ends_on", "order"]

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        self.fields["order"].required = True


class PostForm(CorrectionForm):
    """The order by which somebody came or left may be another, and not none (B7)."""

    field_order = ["starts_on", "ends_on", "order", "discharge_order"]

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        for name in COLUMNS.keys() & self.fields.keys():
            if getattr(self.entry, column(name)) is not None:
                demand_order(self.fields[name], self.entry.role)


class BodyMemberForm(CorrectionForm):
    role = forms.CharField(label=_("ตำแหน่งในคณะ"), max_length=120, required=False)
    field_order = ["role", "starts_on", "ends_on", "order", "discharge_order"]

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        if self.entry.discharged_by_id and self["order"].value():
            field = self.fields["discharge_order"]
            field.required = True
            field.error_messages["required"] = _("การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง")


FORMS = {
    Membership: MembershipForm,
    Substitution: SubstitutionForm,
    RegionalPost: PostForm,
    BodyMembership: BodyMemberForm,
}


def column(name):
    return COLUMNS.get(name, name)


def form_to_correct(entry):
    return FORMS[type(entry)]
