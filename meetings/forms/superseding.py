"""มตินี้แก้ไขหรือยกเลิกมติใด, and why."""

from itertools import groupby

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.actions import amend_resolution, revoke_resolution, take_back_change
from meetings.models import ResolutionChange
from meetings.queries.register import changeable_by
from portal.kernel.forms import ActionForm

Kind = ResolutionChange.Kind
MOST_WORDS = 90


class SupersedingForm(ActionForm):
    kind = forms.ChoiceField(
        label=_("มตินี้ทำอะไรกับมติก่อน"),
        choices=[
            (Kind.AMENDS, _("แก้ไขเพิ่มเติม")),
            (Kind.REVOKES, pgettext_lazy("resolution", "ยกเลิก")),
        ],
        widget=forms.RadioSelect,
        help_text=_("ถ้ายกเลิก งานที่ยังไม่เสร็จตามมตินั้นจะถูกยกเลิกไปด้วย"),
    )
    earlier = forms.TypedChoiceField(
        label=_("มติก่อน"), coerce=int, error_messages={"invalid_choice": _("เลือกมติจากรายการ")}
    )
    reason = forms.CharField(label=_("เหตุผล"), max_length=300, help_text=_("จะเห็นที่หน้าของมติทั้งสอง"))

    def __init__(self, data=None, *, resolution, by):
        super().__init__(data)
        self.resolution, self.by = resolution, by
        self.found = {earlier.pk: earlier for earlier in changeable_by(resolution)}
        self.fields["earlier"].choices = [("", _("เลือกมติ")), *self._by_meeting()]

    def _by_meeting(self):
        meetings = groupby(self.found.values(), key=lambda earlier: earlier.meeting)
        return [(meeting.name, [_offered(row) for row in rows]) for meeting, rows in meetings]

    def save(self):
        given = self.cleaned_data
        change = revoke_resolution if given["kind"] == Kind.REVOKES else amend_resolution
        change(
            self.found[given["earlier"]],
            with_=self.resolution,
            reason=given["reason"],
            by=self.by,
        )


def _offered(resolution):
    words = Truncator(resolution.text).chars(MOST_WORDS)
    return resolution.pk, _("มติที่ %(number)s %(words)s") % {
        "number": resolution.number,
        "words": words,
    }


class TakingBackForm(ActionForm):
    reason = forms.CharField(
        label=_("เหตุที่นำออก"),
        max_length=300,
        help_text=_("มติเดิมและงานที่ถูกยกเลิกไปพร้อมกันจะกลับมาเป็นอย่างเดิม"),
    )

    def __init__(self, data=None, *, change, by):
        super().__init__(data)
        self.change, self.by = change, by

    def save(self):
        take_back_change(self.change, reason=self.cleaned_data["reason"], by=self.by)
