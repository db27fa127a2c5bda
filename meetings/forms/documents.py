"""Forms about what official documents are made with."""

import json

from django import forms
from django.utils.translation import gettext_lazy

from meetings.actions.documents import number_letter, replace_word_template, write_letterhead
from meetings.models import Meeting
from meetings.queries.documents import (
    LETTERHEAD,
    letterhead_to_begin_with,
    number_and_reference,
)
from portal.kernel.files import DOCX, UploadField
from portal.kernel.forms import ActionForm


class SeenForm(ActionForm):
    """Refused as stale when somebody wrote meanwhile."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def seen_now(self):
        raise NotImplementedError(f"{type(self).__name__} says what stands now")


class LetterheadForm(SeenForm):
    """What stands at the head and at the foot of a body's letters."""

    agency = forms.CharField(
        label=gettext_lazy("หน่วยงานเจ้าของหนังสือ"),
        max_length=200,
        help_text=gettext_lazy("อยู่มุมบนขวาของหนังสือ เช่น สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)"),
    )
    address = forms.CharField(
        label=gettext_lazy("ที่อยู่"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("ขึ้นบรรทัดใหม่ได้ตามที่จะพิมพ์"),
    )
    signatory = forms.CharField(
        label=gettext_lazy("ผู้ลงนาม"), max_length=200, help_text=gettext_lazy("คำนำหน้า ชื่อ และนามสกุล")
    )
    signatory_position = forms.CharField(label=gettext_lazy("ตำแหน่งผู้ลงนาม"), max_length=200)
    unit = forms.CharField(
        label=gettext_lazy("หน่วยงานเจ้าของเรื่อง"),
        max_length=200,
        help_text=gettext_lazy("อยู่มุมล่างซ้าย และเป็นที่ส่งแบบตอบรับกลับ"),
    )
    phone = forms.CharField(label=gettext_lazy("โทรศัพท์"), max_length=60, required=False)

    def __init__(self, data=None, *, committee, by):
        begun_with = letterhead_to_begin_with(committee)
        self.committee, self.by = committee, by
        super().__init__(data, initial={**begun_with, "seen": json.dumps(begun_with)})

    def seen_now(self):
        return {"seen": json.dumps(letterhead_to_begin_with(self.committee))}

    def clean_seen(self):
        """What is no list of words was not written by this form."""
        try:
            seen = json.loads(self.cleaned_data["seen"] or "{}")
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}

    def save(self):
        words = {name: self.cleaned_data[name] for name in LETTERHEAD}
        write_letterhead(self.committee, words, seen=self.cleaned_data["seen"], by=self.by)


class LetterNumberForm(SeenForm):
    number = forms.CharField(
        label=gettext_lazy("เลขที่หนังสือ"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("เช่น พอช. 0107/123 เว้นว่างไว้ จะพิมพ์เป็นจุดให้เขียนเอง"),
    )
    reference = forms.CharField(
        label=gettext_lazy("อ้างถึง"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "หนังสือฉบับก่อนในเรื่องเดียวกัน เช่น หนังสือ พอช. ที่ 0107/99 เว้นว่างไว้ จะไม่พิมพ์บรรทัดนี้"
        ),
    )

    def __init__(self, data=None, *, meeting, by):
        self.meeting, self.by = meeting, by
        begun_with = {"number": meeting.letter_number, "reference": meeting.letter_reference}
        super().__init__(data, initial={**begun_with, "seen": number_and_reference(meeting)})

    def seen_now(self):
        return {"seen": number_and_reference(Meeting.objects.get(pk=self.meeting.pk))}

    def save(self):
        number_letter(self.meeting, **self.cleaned_data, by=self.by)


class TemplateField(UploadField):
    kinds = (DOCX,)
    taken = gettext_lazy("Word (.docx) ไม่เกิน {size} MB")
    default_error_messages = {"kind": gettext_lazy("รับเฉพาะไฟล์ Word (.docx) ที่ไม่มีมาโคร ไฟล์นี้ไม่ใช่")}


class WordTemplateForm(ActionForm):
    upload = TemplateField(label=gettext_lazy("แม่แบบ Word"))

    def __init__(self, data=None, files=None, *, kind, by):
        super().__init__(data, files)
        self.kind, self.by = kind, by

    def save(self):
        replace_word_template(self.kind, self.cleaned_data["upload"], by=self.by)
