"""What a reader confirms of an accepted report or remarks on it, and the answer."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.forms import ActionForm
from regions.actions.observing import LONGEST, answer_observation, observe
from regions.models import Observation
from regions.sections import section_of

from .typed import TypedField

NO_PRIVATE_WORDS = gettext_lazy(
    "ทุกคนที่เข้าสู่ระบบอ่านได้พร้อมชื่อท่าน และแก้ภายหลังไม่ได้ โปรดอย่าเขียนเบอร์โทรหรือเลขประจำตัวประชาชน"
)


KINDS = [
    (
        Observation.Kind.CONFIRMATION,
        gettext_lazy("ยืนยันผล ข้าพเจ้าได้เห็นผลจริงตามที่รายงาน"),
    ),
    (
        Observation.Kind.REMARK,
        gettext_lazy("ข้อสังเกตหรือคำถาม ขอให้ผู้กรอกรายงานตอบ"),
    ),
]


class ObservationForm(ActionForm):
    """``seen`` is the version of the report that was read."""

    section = forms.ChoiceField(label=gettext_lazy("ส่วนของรายงาน"))
    kind = forms.ChoiceField(
        label=gettext_lazy("ต้องการบอกอะไร"),
        help_text=gettext_lazy("ถ้ายืนยันผล เขียนในข้อความว่าเห็นอะไร ที่ไหน เมื่อใด"),
        choices=KINDS,
        widget=forms.RadioSelect,
    )
    text = TypedField(
        label=gettext_lazy("ข้อความ"),
        help_text=NO_PRIVATE_WORDS,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, report, by):
        super().__init__(data, auto_id="observation_%s")
        self.report, self.by = report, by
        self.fields["seen"].initial = report.version
        sections = [(row.key, titled(row)) for row in report.sections.all()]
        self.fields["section"].choices = [("", _("เลือกส่วนของรายงาน")), *sections]

    def seen_now(self):
        return {"seen": self.report.version}

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
