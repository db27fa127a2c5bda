"""The reviewer's verdicts."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from portal.kernel import thai
from portal.kernel.forms import ActionForm
from regions.actions import accept_report, keep_judged, return_report

from .typed import TypedField

LONGEST = 1000


class ReviewForm(ActionForm):
    """A verdict for each section that waits for one, with a reason where it goes back."""

    PASS, RETURN = "pass", "return"
    VERDICTS = [(PASS, pgettext_lazy("weave", "ผ่าน")), (RETURN, pgettext_lazy("weave", "ส่งกลับ"))]

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data=None, *, report, parts, by):
        super().__init__(data, initial={"version": report.version})
        self.report, self.by = report, by
        waiting = [part for part in parts if not part.row.is_locked]
        self.waiting = [part.section for part in waiting]
        for part in waiting:
            self._ask(part.section, number=part.number)

    def _ask(self, section, *, number):
        names = {"number": number, "title": section.title}
        judged = self.report.judged.get(section.key, {})
        self.fields[section.key] = forms.ChoiceField(
            label=_("ส่วนที่ %(number)s %(title)s") % names,
            choices=self.VERDICTS,
            widget=forms.RadioSelect,
            initial=judged.get("verdict", ""),
            error_messages={"required": _("เลือกว่าผ่านหรือส่งกลับ")},
        )
        self.fields[f"{section.key}_reason"] = TypedField(
            label=_("เหตุผลที่ส่งกลับส่วนที่ %(number)s") % names,
            help_text=_("บอกว่าต้องแก้อะไร ผู้กรอกจะเห็นข้อความนี้ที่หัวแบบและในจดหมาย"),
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 2}),
            initial=judged.get("reason", ""),
        )

    def clean(self):
        cleaned = super().clean()
        for section in self.waiting:
            reason = cleaned.get(f"{section.key}_reason")
            verdict = cleaned.get(section.key)
            if verdict == self.RETURN and not reason:
                self.add_error(f"{section.key}_reason", _("ส่งกลับต้องบอกเหตุผล"))
            if verdict == self.PASS and reason:
                self.add_error(section.key, _("เขียนเหตุผลไว้ แต่เลือกผ่าน ถ้าให้ผ่านให้ลบเหตุผลออก"))
        return cleaned

    @property
    def reasons(self) -> dict[str, str]:
        return {
            section.key: self.cleaned_data[f"{section.key}_reason"]
            for section in self.waiting
            if self.cleaned_data[section.key] == self.RETURN
        }

    def save(self):
        version = self.cleaned_data["version"]
        if self.reasons:
            return_report(self.report, reasons=self.reasons, version=version, by=self.by)
        else:
            accept_report(self.report, version=version, by=self.by)

    # While it is typed.

    @property
    def judged(self) -> dict[str, dict[str, str]]:
        """What was typed so far, whether it is enough or not."""
        told = {section.key: self._so_far(section.key) for section in self.waiting}
        return {key: judged for key, judged in told.items() if any(judged.values())}

    def _so_far(self, key):
        verdict, reason = self.data.get(key, ""), self.data.get(f"{key}_reason", "")
        known = verdict if verdict in dict(self.VERDICTS) else ""
        return {"verdict": known, "reason": thai.normalise(reason.replace("\0", ""))[:LONGEST]}


class JudgedForm(ReviewForm):
    """The same, kept for later as far as it goes.

    Sent by the button ``REST`` every section on which nothing was said passes.
    """

    REST = "pass_rest"

    def clean(self):
        """What is still to be judged, or to be said, is no fault yet."""
        for section in self.waiting:
            self.errors.pop(section.key, None)
        return ActionForm.clean(self)

    def _so_far(self, key):
        told = super()._so_far(key)
        passes = self.REST in self.data and not any(told.values())
        return told | {"verdict": self.PASS} if passes else told

    def save(self):
        version = self.cleaned_data["version"]
        self.report = keep_judged(self.report, judged=self.judged, version=version, by=self.by)
