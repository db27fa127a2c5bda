"""A workbook that was filled in, looked into before anything is kept."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy

from portal.kernel.files import XLSX, UploadField
from portal.kernel.forms import ActionForm
from portal.kernel.workbooks import Unreadable
from regions.actions.importing import keep_upload
from regions.workbook.reading import read_form


class WorkbookField(UploadField):
    kinds = (XLSX,)
    taken = gettext_lazy("Excel (.xlsx) ไม่เกิน {size} MB ต้องเป็นแบบที่ดาวน์โหลดจากหน้านี้")
    default_error_messages = {
        "required": gettext_lazy("เลือกไฟล์ก่อน"),
        "kind": gettext_lazy(
            "รับเฉพาะแบบรายงานที่เป็น Excel (.xlsx) และไม่มีมาโคร ไฟล์นี้ไม่ใช่ "
            "โปรดใช้ไฟล์ที่ดาวน์โหลดจากหน้านี้ บันทึกเป็น .xlsx"
        ),
    }


class WorkbookForm(ActionForm):
    """One filled-in workbook of this report. Sent twice, it is kept once."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    upload = WorkbookField(
        label=gettext_lazy("แบบรายงานที่กรอกแล้ว"), help_text=WorkbookField.in_words()
    )

    def __init__(self, data=None, files=None, *, report, parts, by):
        super().__init__(data, files, initial={"token": uuid4()})
        self.report, self.parts, self.by = report, parts, by

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        try:
            self.read = read_form(upload.content.read(), self.report, self.parts, by=self.by)
        except Unreadable as unreadable:
            raise forms.ValidationError(str(unreadable), code="unreadable") from None
        return upload

    def save(self):
        self.kept = keep_upload(
            self.report,
            token=self.cleaned_data["token"],
            name=self.cleaned_data["upload"].name,
            answers=self.read.answers,
            findings=self.read.findings,
            by=self.by,
        )
