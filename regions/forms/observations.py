"""What a reader says to an accepted report, and the answer."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.forms import ActionForm
from regions.actions.observing import LONGEST, answer_observation, observe
from regions.sections import section_of

from .typed import TypedField

NO_PRIVATE_WORDS = gettext_lazy(
    "ทุกคนที่เข้าสู่ระบบอ่านได้พร้อมชื่อท่าน และแก้ภายหลังไม่ได้ โปรดอย่าเขียนเบอร์โทรหรือเลขประจำตัวประชาชน"
)


class ObservationForm(ActionForm):
    section = forms.ChoiceField(label=gettext_lazy("ส่วนของรายงาน"))
    text = TypedField(
        label=gettext_lazy("ข้อสังเกต"),
        help_text=NO_PRIVATE_WORDS,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data=None, *, report, by):
        super().__init__(data, auto_id="observation_%s")
        self.report, self.by = report, by
        sections = [(row.key, titled(row)) for row in report.sections.all()]
        self.fields["section"].choices = [("", _("เลือกส่วนของรายงาน")), *sections]

    def save(self):
        self.observation = observe(self.report, by=self.by, **self.cleaned_data)


class ObservationAnswerForm(ActionForm):
    answer = TypedField(
        label=gettext_lazy("คำตอบ"),
        help_text=NO_PRIVATE_WORDS,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, observation, by):
        super().__init__(data, auto_id=f"observation_{observation.pk}_%s")
        self.observation, self.by = observation, by

    def save(self):
        answer_observation(self.observation, text=self.cleaned_data["answer"], by=self.by)


def titled(row):
    return f"{row.position} {section_of(row.key).title}"
