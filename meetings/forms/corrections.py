"""What a member wants put right, what the secretariat answers, and what is put right afterwards."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.actions.minutes import Wrong, ask_for_correction, record_erratum, settle_correction
from meetings.models import CorrectionRequest
from meetings.queries.minutes import later_meetings
from portal.kernel.forms import ActionForm

from .minutes import with_day

LONG = {"max_length": 2000, "widget": forms.Textarea({"rows": 4})}
Outcome = CorrectionRequest.Outcome


class ItemField(forms.ModelChoiceField):
    """An item of the agenda of these minutes, or the minutes as a whole."""

    def __init__(self):
        super().__init__(
            None,
            label=pgettext_lazy("agenda", "วาระ"),
            required=False,
            empty_label=_("ทั้งฉบับ หรือไม่ใช่ของวาระใด"),
            error_messages={"invalid_choice": _("เลือกวาระจากรายการ")},
        )


class CorrectionForm(ActionForm):
    item = ItemField()
    text = forms.CharField(
        label=_("ขอแก้ว่าอย่างไร"), help_text=_("บอกว่าข้อความใดไม่ถูก และควรเป็นอย่างไร"), **LONG
    )

    def __init__(self, data=None, *, minutes, by, initial=None):
        super().__init__(data, initial=initial)
        self.minutes, self.by = minutes, by
        self.fields["item"].queryset = minutes.meeting.items.all()

    def save(self):
        ask_for_correction(self.minutes, by=self.by, **self.cleaned_data)


class SettlementForm(ActionForm):
    outcome = forms.ChoiceField(label=_("คำตอบ"), choices=Outcome.choices, widget=forms.RadioSelect)
    reply = forms.CharField(
        label=_("บอกผู้ขอว่า"), max_length=300, required=False,
        help_text=_("ถ้าไม่แก้ ต้องบอกเหตุ ผู้อ่านรายงานทุกคนเห็นข้อความนี้"),
    )  # fmt: skip

    def __init__(self, data=None, *, asked, by):
        super().__init__(data)
        self.asked, self.by = asked, by

    def save(self):
        settle_correction(self.asked, by=self.by, **self.cleaned_data)


class ErratumForm(ActionForm):
    item = ItemField()
    wrong = forms.CharField(
        label=_("ข้อความเดิม"), help_text=_("คัดลอกจากรายงานที่รับรองแล้ว ให้ตรงทุกตัวอักษร"), **LONG
    )
    right = forms.CharField(label=_("แก้เป็น"), **LONG)
    reason = forms.CharField(label=_("เหตุที่แก้"), max_length=300)
    adopted_in = forms.ModelChoiceField(
        None, label=_("การประชุมที่รับรองใบแก้ไข"), empty_label=_("เลือกการประชุม"),
        error_messages={"invalid_choice": _("เลือกการประชุมจากรายการ")},
    )  # fmt: skip

    field_order = ["adopted_in", "item", "wrong", "right", "reason"]

    def __init__(self, data=None, *, minutes, by):
        super().__init__(data)
        self.minutes, self.by = minutes, by
        self.fields["item"].queryset = minutes.meeting.items.all()
        self.fields["adopted_in"].queryset = later_meetings(minutes.meeting)
        self.fields["adopted_in"].label_from_instance = with_day

    def save(self):
        given = dict(self.cleaned_data)
        adopted_in = given.pop("adopted_in")
        record_erratum(self.minutes, Wrong(**given), adopted_in=adopted_in, by=self.by)
