"""What is said of a matter arising: why it is left out, what changes, why nobody waits for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions import (
    change_carried_item,
    continue_carried_item,
    finish_carried_item,
    leave_out,
    withdraw_carried_item,
)
from meetings.models import CarriedItem
from portal.kernel.forms import ActionForm

from .due import TaskFields, task_of

Outcome = CarriedItem.Outcome


class CarriedForm(ActionForm):
    """About one ``carried`` item of a ``meeting``."""

    def __init__(self, data=None, *, meeting, carried, by, **kwargs):
        super().__init__(data, **kwargs)
        self.meeting, self.carried, self.by = meeting, carried, by

    @property
    def item(self):
        return self.carried.item


class LeavingOutForm(CarriedForm):
    reason = forms.CharField(
        label=_("เหตุที่ไม่นำเข้าวาระ"),
        max_length=300,
        help_text=_("จะอยู่ในวาระนี้ และยังนับว่าค้างมาอีกครั้ง นำกลับเข้าวาระได้จนกว่าจะเริ่มประชุม"),
    )

    def save(self):
        leave_out(self.meeting, self.item, reason=self.cleaned_data["reason"], by=self.by)


class SettlingForm(CarriedForm):
    """Carries which outcome was seen, so that who comes second sees what stands now."""

    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data=None, *, carried, initial=None, **kwargs):
        initial = {"seen": carried.seen, **(initial or {})}
        super().__init__(data, carried=carried, initial=initial, **kwargs)

    def seen_now(self):
        return {"seen": self.carried.seen}


class OutcomeForm(SettlingForm):
    """The two that are one tap."""

    outcome = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (Outcome.DONE, Outcome.CONTINUED)]
    )

    def save(self):
        is_done = self.cleaned_data["outcome"] == Outcome.DONE
        settle = finish_carried_item if is_done else continue_carried_item
        settle(self.meeting, self.item, seen=self.cleaned_data["seen"], by=self.by)


class ChangeForm(TaskFields, SettlingForm):
    def __init__(self, data=None, *, carried, **kwargs):
        super().__init__(data, carried=carried, initial=task_of(carried.item), **kwargs)

    def save(self):
        seen = self.cleaned_data["seen"]
        change_carried_item(self.meeting, self.item, self.task(), seen=seen, by=self.by)


class WithdrawalForm(SettlingForm):
    reason = forms.CharField(
        label=_("เหตุที่ยกเลิกงานนี้"),
        max_length=300,
        help_text=_("จะอยู่คู่กับงานนี้ตลอดไป และจะไม่มีใครรองานนี้อีก"),
    )

    def save(self):
        given = self.cleaned_data
        withdraw_carried_item(
            self.meeting, self.item, reason=given["reason"], seen=given["seen"], by=self.by
        )
