"""More days for one report: the question, and the answer."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import ThaiDateField
from regions.actions import ask_extension, grant_extension, refuse_extension

from .typed import TypedField

LONGEST = 1000


class ExtensionForm(ActionForm):
    """Until when, and why."""

    until = ThaiDateField(label=gettext_lazy("ขอส่งถึงวันที่"), help_text=gettext_lazy("เช่น 10/7/2569"))
    reason = TypedField(
        label=gettext_lazy("เหตุผล"),
        help_text=gettext_lazy("ทุกภาคจะเห็นเหตุผลนี้"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, report, by):
        super().__init__(data)
        self.report, self.by = report, by

    def save(self):
        ask_extension(self.report, by=self.by, **self.cleaned_data)


class ExtensionAnswerForm(ActionForm):
    """Granted until the day asked for or another, or refused; always with a reason."""

    GRANT, REFUSE = "grant", "refuse"
    DECISIONS = [
        (GRANT, pgettext_lazy("extension", "อนุญาต")),
        (REFUSE, pgettext_lazy("extension", "ไม่อนุญาต")),
    ]

    decision = forms.ChoiceField(
        label=gettext_lazy("คำตอบ"), choices=DECISIONS, widget=forms.RadioSelect
    )
    granted_until = ThaiDateField(
        label=gettext_lazy("ส่งได้ถึงวันที่"),
        help_text=gettext_lazy("ให้วันอื่นจากที่ขอได้ ถ้าไม่อนุญาต ไม่ต้องกรอก"),
        required=False,
    )
    answer = TypedField(
        label=gettext_lazy("เหตุผลของคำตอบ"),
        help_text=gettext_lazy("ทุกภาคจะเห็นเหตุผลนี้ และผู้ขอได้รับทางจดหมาย"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, extension, by):
        super().__init__(data, initial={"granted_until": extension.until})
        self.extension, self.by = extension, by

    def clean(self):
        cleaned = super().clean()
        is_granted = cleaned.get("decision") == self.GRANT
        if is_granted and "granted_until" in cleaned and cleaned["granted_until"] is None:
            self.add_error("granted_until", _("ถ้าอนุญาต โปรดบอกวันสุดท้ายที่ส่งได้"))
        return cleaned

    def save(self):
        answer = {"answer": self.cleaned_data["answer"], "by": self.by}
        if self.cleaned_data["decision"] == self.GRANT:
            grant_extension(self.extension, until=self.cleaned_data["granted_until"], **answer)
        else:
            refuse_extension(self.extension, **answer)
