"""What is to be done and until when: a day, or a month as its last day (S98); and which of the
urgent workstreams it moves, if one (S35)."""

from calendar import monthrange

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions import Task
from meetings.models import ActionItem, Workstream
from portal.kernel.thai_fields import ThaiDateField, ThaiMonthField

Precision = ActionItem.Precision


class TaskFields(forms.Form):
    title = forms.CharField(label=_("งาน"), max_length=300)
    due_on = ThaiDateField(label=_("กำหนดเสร็จวันที่"), required=False, help_text=_("เช่น 15 ส.ค. 2569"))
    due_month = ThaiMonthField(
        label=_("หรือภายในเดือน"),
        required=False,
        help_text=_("ถ้าไม่กำหนดวัน เช่น สิงหาคม 2569"),
    )
    workstream = forms.ChoiceField(
        label=ActionItem._meta.get_field("workstream").verbose_name,
        choices=[("", _("ไม่ใช่งานเร่งด่วน")), *Workstream.choices],
        required=False,
        help_text=_("เลือกเมื่องานนี้เป็นส่วนของเรื่องใด ความก้าวหน้าของเรื่องนั้นจะนับงานนี้ด้วย"),
    )

    def clean(self):
        given = super().clean()
        if "due_on" in given and "due_month" in given:
            if not given["due_on"] and not given["due_month"]:
                self.add_error("due_on", _("บอกวัน หรือเดือนที่ต้องเสร็จ"))
            elif given["due_on"] and given["due_month"]:
                self.add_error("due_month", _("กรอกวันหรือเดือนอย่างเดียว"))
        return given

    def task(self):
        given = self.cleaned_data
        told = {"title": given["title"], "workstream": given["workstream"]}
        if given["due_on"]:
            return Task(due_on=given["due_on"], **told)
        month = given["due_month"]
        last = month.replace(day=monthrange(month.year, month.month)[1])
        return Task(due_on=last, due_precision=Precision.MONTH, **told)


def task_of(item):
    """What the fields show of an item that stands."""
    when = "due_month" if item.due_precision == Precision.MONTH else "due_on"
    return {"title": item.title, when: item.due_on, "workstream": item.workstream}
