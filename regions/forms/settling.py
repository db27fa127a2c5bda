"""One request on its own page: who answers it, the answer, and whether it has come."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.forms import ActionForm
from portal.kernel.http import read_pk
from portal.kernel.thai_fields import ThaiDateField
from regions.actions import answer_request, name_owner, reopen_request
from regions.actions.answering import Reply
from regions.models import RequestAnswer
from regions.sections import TEXT_LIMIT

from .typed import TypedField


class OwnerForm(ActionForm):
    """``instead_of`` is who owned it when the page was read."""

    instead_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, asked, people, by):
        holder = asked.owner_id or ""
        initial = {"owner": str(holder), "instead_of": holder}
        super().__init__(data, initial=initial, auto_id="owner_%s")
        self.asked, self.by = asked, by
        self.people = {str(person.pk): person for person in people}
        self.fields["owner"] = forms.ChoiceField(
            label=_("ผู้รับเรื่องที่ส่วนกลาง"),
            help_text=_("ผู้รับเรื่องได้จดหมายบอกว่าต้องตอบภายในวันใด"),
            choices=[("", _("กองเลขาฯ")), *self._choices()],
            required=False,
        )

    def _choices(self):
        return [(pk, person.full_name) for pk, person in self.people.items()]

    def save(self):
        before = read_pk(self.cleaned_data["instead_of"])
        name_owner(
            self.asked,
            self.people.get(self.cleaned_data["owner"]),
            instead_of=before,
            by=self.by,
        )


class ReplyForm(ActionForm):
    """``seen`` is the latest answer that stood on the page."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=gettext_lazy("คำตอบ"),
        choices=RequestAnswer.Decision.choices,
        widget=forms.RadioSelect,
    )
    text = TypedField(
        label=gettext_lazy("รายละเอียดหรือเหตุผล"),
        help_text=gettext_lazy("จะทำอะไรให้ อย่างไร ถ้าทำให้ไม่ได้ บอกเพราะอะไร ทุกภาคจะเห็นคำตอบนี้"),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    done_by = ThaiDateField(
        label=gettext_lazy("จะเสร็จภายใน"),
        help_text=gettext_lazy("เช่น 1/9/2569 ถ้าทำให้ไม่ได้ ไม่ต้องกรอก"),
        required=False,
    )

    def __init__(self, data=None, *, asked, by):
        seen = asked.told[0].pk if asked.told else ""
        super().__init__(data, initial={"seen": seen}, auto_id="reply_%s")
        self.asked, self.by = asked, by

    def save(self):
        given = self.cleaned_data
        reply = Reply(given["decision"], given["text"], given["done_by"])
        answer_request(self.asked, reply, seen=read_pk(given["seen"]), by=self.by)


class ReopeningForm(ActionForm):
    because = TypedField(
        label=gettext_lazy("ยังขาดอะไร"),
        help_text=gettext_lazy("บอกสั้น ๆ ส่วนกลางได้จดหมาย และต้องตอบใหม่ภายในการประชุมครั้งต่อไป"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, asked, by):
        super().__init__(data, auto_id="reopening_%s")
        self.asked, self.by = asked, by

    def save(self):
        reopen_request(self.asked, because=self.cleaned_data["because"], by=self.by)
