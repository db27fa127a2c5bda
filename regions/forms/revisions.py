"""Mending what was accepted: the question, and the reviewer's decision."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.forms import ActionForm
from regions.actions import ask_revision, refuse_revision, reopen_report
from regions.sections import section_of

from .typed import TypedField

LONGEST = 1000


class RevisionForm(ActionForm):
    """Why."""

    reason = TypedField(
        label=gettext_lazy("ต้องแก้อะไร เพราะอะไร"),
        help_text=gettext_lazy("ทุกภาคจะเห็นเหตุผลนี้ในรายการแก้ไขข้อมูลที่ปิดแล้ว"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data=None, *, report, by):
        super().__init__(data)
        self.report, self.by = report, by

    def save(self):
        self.revision = ask_revision(self.report, by=self.by, **self.cleaned_data)


class RevisionDecisionForm(ActionForm):
    """Opened again, with what to mend in each section that opens; or refused, with the reason."""

    REOPEN, REFUSE = "reopen", "refuse"
    DECISIONS = [
        (REOPEN, pgettext_lazy("revision", "เปิดให้แก้")),
        (REFUSE, pgettext_lazy("revision", "ไม่เปิดให้แก้")),
    ]

    decision = forms.ChoiceField(
        label=gettext_lazy("ตัดสิน"), choices=DECISIONS, widget=forms.RadioSelect
    )

    def __init__(self, data=None, *, revision, by):
        super().__init__(data)
        self.revision, self.by = revision, by
        self.rows = list(revision.report.sections.all())
        for row in self.rows:
            names = {"number": row.position, "title": section_of(row.key).title}
            self.fields[row.key] = self._box(_("แก้อะไรในส่วนที่ %(number)s %(title)s") % names)
        self.fields["because"] = self._box(_("เหตุผลที่ไม่เปิดให้แก้"))

    def _box(self, label):
        box = forms.Textarea(attrs={"rows": 2})
        return TypedField(label=label, required=False, max_length=LONGEST, widget=box)

    @property
    def reasons(self) -> dict[str, str]:
        given = {row.key: self.cleaned_data.get(row.key) for row in self.rows}
        return {key: reason for key, reason in given.items() if reason}

    def clean(self):
        cleaned = super().clean()
        decision = cleaned.get("decision")
        if decision == self.REOPEN and not self.reasons:
            self.add_error("decision", _("บอกอย่างน้อยหนึ่งส่วนว่าต้องแก้อะไร ส่วนที่เว้นว่างจะไม่เปิด"))
        if decision == self.REFUSE and "because" in cleaned and not cleaned["because"]:
            self.add_error("because", _("โปรดบอกเหตุผล ทุกภาคจะเห็นเหตุผลนี้"))
        return cleaned

    def save(self):
        if self.cleaned_data["decision"] == self.REOPEN:
            reopen_report(self.revision, reasons=self.reasons, by=self.by)
        else:
            refuse_revision(self.revision, because=self.cleaned_data["because"], by=self.by)

    # How the template walks through it.

    @property
    def asked_sections(self):
        return [(titled(row), self[row.key]) for row in self.rows]


def titled(row):
    return {"position": row.position, "title": section_of(row.key).title}
