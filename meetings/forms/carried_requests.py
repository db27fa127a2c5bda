"""Why an unanswered request of a region is left out of an agenda."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions import leave_request_out
from portal.kernel.forms import ActionForm


class RequestLeavingOutForm(ActionForm):
    reason = forms.CharField(
        label=_("เหตุที่ไม่นำเข้าวาระ"),
        max_length=300,
        help_text=_("จะอยู่ในวาระนี้ ส่วนกลางยังต้องตอบเหมือนเดิม นำกลับเข้าวาระได้จนกว่าจะเริ่มประชุม"),
    )

    def __init__(self, data=None, *, meeting, asked, by):
        super().__init__(data)
        self.meeting, self.asked, self.by = meeting, asked, by

    def save(self):
        reason = self.cleaned_data["reason"]
        leave_request_out(self.meeting, self.asked, reason=reason, by=self.by)
