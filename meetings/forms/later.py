"""What may come after the plan: another day, none, a cancellation, the result of an assignment."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.actions import (
    Expectation,
    Schedule,
    cancel_meeting,
    complete_action_item,
    fix_meeting,
    move_meeting,
    postpone_meeting,
)
from portal.kernel.forms import ActionForm

from .schedule import CalledScheduleForm, ExpectationForm, schedule_of
from .versioned import VersionedForm


def reason_field():
    return forms.CharField(
        label=_("เหตุผล"), max_length=300, help_text=_("จะอยู่ในหนังสือแจ้ง ต่อจากคำว่า “เนื่องจาก”")
    )


class FixForm(VersionedForm, CalledScheduleForm):
    """The days of a meeting that was put off without any."""

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial=schedule_of(meeting) | {"version": meeting.version})
        self.meeting, self.by = meeting, by

    def save(self):
        schedule = Schedule(**self.schedule())
        fix_meeting(self.meeting, schedule, version=self.cleaned_data["version"], by=self.by)


class MoveForm(FixForm):
    reason = reason_field()

    def save(self):
        given = self.cleaned_data
        schedule = Schedule(**self.schedule())
        move_meeting(
            self.meeting, schedule, reason=given["reason"], version=given["version"], by=self.by
        )


class PostponementForm(VersionedForm, ExpectationForm):
    reason = reason_field()

    field_order = ["reason", "expected_month", "expected_part"]

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial={"version": meeting.version})
        self.meeting, self.by = meeting, by

    def save(self):
        given = self.cleaned_data
        expected = Expectation(**self.expectation())
        postpone_meeting(
            self.meeting, expected, reason=given["reason"], version=given["version"], by=self.by
        )


class CancellationForm(VersionedForm):
    reason = reason_field()

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial={"version": meeting.version})
        self.meeting, self.by = meeting, by

    def save(self):
        given = self.cleaned_data
        cancel_meeting(self.meeting, reason=given["reason"], version=given["version"], by=self.by)


class CompletionForm(ActionForm):
    result = forms.CharField(
        label=pgettext_lazy("action item", "ผลของงาน"),
        max_length=4000,
        widget=forms.Textarea,
        help_text=_("ทำอะไรแล้ว เกิดผลอย่างไร มีหลักฐานอยู่ที่ใด"),
    )
    because = forms.CharField(
        label=_("เหตุที่ไม่ได้มาในรายงานภาค"),
        max_length=300,
        help_text=_("จะต่อท้ายผลของงาน และตารางของมติจะแสดงว่าปิดงานโดยไม่มีรายงานภาค"),
    )

    def __init__(self, data=None, *, item, by):
        super().__init__(data)
        self.item, self.by = item, by
        if item.region is None:
            del self.fields["because"]

    def save(self):
        complete_action_item(self.item, by=self.by, **self.cleaned_data)
