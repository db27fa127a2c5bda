"""The executive summary: its text, and why it is withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions.summaries import (
    check_summary,
    publish_summary,
    withdraw_summary,
    write_summary,
)
from meetings.models import ExecutiveSummary

from .versioned import Versioned


class SummaryForm(Versioned):
    """The text of the summary of a ``meeting``, which may not be there yet."""

    text = forms.CharField(
        label=_("สรุปเชิงบริหาร"),
        max_length=20_000,
        widget=forms.Textarea({"rows": 16}),
        help_text=_("หนึ่งถึงสองหน้า เว้นบรรทัดเพื่อขึ้นย่อหน้าใหม่ เมื่อเผยแพร่แล้วคนทั่วไปอ่านได้ จึงไม่ใส่ข้อมูลส่วนบุคคล"),
    )

    def __init__(self, data=None, *, meeting, by):
        self.meeting, self.by = meeting, by
        self.summary = self.standing()
        told = {"version": self.summary.version, "text": self.summary.text}
        super().__init__(data, initial=told)

    def standing(self):
        found = ExecutiveSummary.objects.filter(meeting=self.meeting)
        return found.select_related("edited_by__person").first() or ExecutiveSummary()

    def standing_version(self):
        self.summary = self.standing()
        return self.summary.version

    @property
    def mine(self):
        return self.data.get("text", "")

    def save(self):
        given = self.cleaned_data
        write_summary(self.meeting, given["text"], version=given["version"], by=self.by)


class SummaryTurn(Versioned):
    """About a ``summary`` that is there."""

    def __init__(self, data=None, *, summary, by):
        super().__init__(data, initial={"version": summary.version})
        self.summary, self.by = summary, by

    def standing_version(self):
        self.summary.refresh_from_db()
        return self.summary.version

    def save(self):
        self.turn(self.summary, version=self.cleaned_data["version"], by=self.by)


class SummaryCheckForm(SummaryTurn):
    turn = staticmethod(check_summary)


class SummaryPublicationForm(SummaryTurn):
    turn = staticmethod(publish_summary)


class SummaryWithdrawalForm(SummaryTurn):
    reason = forms.CharField(
        label=_("เหตุที่ถอนการเผยแพร่"), max_length=300, help_text=_("จะอยู่ในประวัติของสรุปนี้")
    )

    def save(self):
        given = self.cleaned_data
        withdraw_summary(self.summary, reason=given["reason"], version=given["version"], by=self.by)
