"""A paper or a photograph beside a section."""

from uuid import uuid4

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from portal.kernel.files import XLSX, UploadField
from portal.kernel.forms import ActionForm
from regions.actions.attaching import attach_file


class EvidenceField(UploadField):
    """A photograph just taken, or a paper; a list may be a workbook."""

    kinds = (*UploadField.kinds, XLSX)
    taken = gettext_lazy("รูปถ่าย (JPEG, PNG), PDF, Word หรือ Excel ไม่เกิน {size} MB")
    default_error_messages = {
        "required": gettext_lazy("ถ่ายรูปหรือเลือกไฟล์ก่อน"),
        "kind": gettext_lazy("รับเฉพาะไฟล์ PDF, PNG, JPEG, Word (.docx) และ Excel (.xlsx) ไฟล์นี้ไม่ใช่"),
    }


class AttachmentForm(ActionForm):
    """One file and what is to be seen in it. Sent twice, it is attached once."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    upload = EvidenceField(
        label=gettext_lazy("รูปหรือไฟล์"),
        help_text=format_lazy(
            gettext_lazy("{taken} บนโทรศัพท์เลือกได้ว่าจะถ่ายรูปใหม่หรือใช้รูปที่มี"),
            taken=EvidenceField.in_words(),
        ),
    )
    says = forms.CharField(
        label=gettext_lazy("คำบรรยาย"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("บอกว่าเป็นอะไร ที่ไหน เมื่อใด คนที่มองไม่เห็นรูปจะได้ยินข้อความนี้"),
    )

    def __init__(self, data=None, files=None, *, part, by):
        super().__init__(data, files, initial={"token": uuid4()})
        self.part, self.by = part, by

    def save(self):
        asked = self.cleaned_data
        attach_file(
            self.part.row, asked["upload"], says=asked["says"], token=asked["token"], by=self.by
        )
