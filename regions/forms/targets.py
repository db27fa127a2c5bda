"""A shared target: the number one side proposes, and the answer of the other."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import WholeNumberField
from regions.actions import confirm_target, propose_target, refuse_target

from .typed import TypedField

LONGEST = 400


class TargetForm(ActionForm):
    """The number, and why."""

    value = WholeNumberField()
    reason = TypedField(
        label=gettext_lazy("เหตุผล"),
        help_text=gettext_lazy("อีกฝ่ายอ่านก่อนยืนยัน และทุกคนที่ลงชื่อเข้าใช้อ่านได้"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, joint, by):
        super().__init__(data)
        self.joint, self.by = joint, by
        self.fields["value"].label = joint.aim
        self.fields["value"].help_text = _("หน่วยนับ: %(unit)s") % {"unit": joint.indicator.unit}

    def save(self):
        propose_target(
            self.joint.indicator,
            self.joint.region,
            year=self.joint.year,
            seen=self.data.get("seen", ""),
            by=self.by,
            **self.cleaned_data,
        )


class TargetAnswerForm(ActionForm):
    """Confirmed, or not taken with a reason."""

    CONFIRM, REFUSE = "confirm", "refuse"

    decision = forms.ChoiceField(label=gettext_lazy("คำตอบ"), widget=forms.RadioSelect)
    because = TypedField(
        label=gettext_lazy("เหตุผลที่ไม่รับ"),
        help_text=gettext_lazy("กรอกเมื่อไม่รับ ผู้เสนอจะได้เสนอใหม่ได้ตรงกัน ถ้ายืนยัน ไม่ต้องกรอก"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data=None, *, target, by):
        super().__init__(data)
        self.by = by
        self.turn_to(target)

    def turn_to(self, target):
        """Ask of this proposal: the number that is confirmed stands in the answer itself."""
        self.target = target
        number = {"value": f"{target.value:,}", "unit": target.indicator.unit}
        self.fields["decision"].choices = [
            (self.CONFIRM, _("ยืนยัน %(value)s %(unit)s เป็นเป้าหมาย") % number),
            (self.REFUSE, pgettext("target", "ไม่รับ")),
        ]

    def save(self):
        if self.cleaned_data["decision"] == self.CONFIRM:
            confirm_target(self.target, by=self.by)
        else:
            refuse_target(self.target, because=self.cleaned_data["because"], by=self.by)
