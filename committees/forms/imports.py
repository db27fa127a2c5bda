"""A roster to look into, and the word to carry it out."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from committees.actions.imports import keep_import, write_import
from committees.imports.reading import MOST_BYTES, read_file
from committees.imports.table import table_of
from portal.kernel.files import NAME_LENGTH
from portal.kernel.forms import ActionForm
from portal.kernel.thai import normalise
from portal.kernel.workbooks import Unreadable


class RosterFileField(forms.FileField):
    """The rows of an XLSX or CSV file; how large it is asked before it is read."""

    default_error_messages = {
        "required": _("เลือกไฟล์ก่อน"),
        "invalid": _("ไฟล์ไม่ได้มาถึง โปรดเลือกไฟล์อีกครั้ง"),
        "empty": _("ไฟล์นี้ว่างเปล่า โปรดเลือกไฟล์อื่น"),
    }

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ".xlsx,.csv"

    def clean(self, data, initial=None):
        file = super().clean(data)
        try:
            table = table_of(read_file(file.read(MOST_BYTES + 1)))
        except Unreadable as unreadable:
            raise forms.ValidationError(str(unreadable), code="unreadable") from None
        return file.name, table


class UploadForm(ActionForm):
    file = RosterFileField(
        label=_("ไฟล์รายชื่อ"), help_text=_("XLSX หรือ CSV ไม่เกิน 5 MB และ 2,000 แถว")
    )

    def __init__(self, data=None, files=None, *, by):
        super().__init__(data, files)
        self.by = by

    def save(self):
        name, table = self.cleaned_data["file"]
        name = normalise(re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", " ", name))[:NAME_LENGTH]
        self.roster_import = keep_import(table, file_name=name, by=self.by)


class WritingForm(ActionForm):
    """Which rows, and what they were seen to do."""

    rows = forms.RegexField(r"^\d{1,4}(,\d{1,4}){0,1999}$", widget=forms.HiddenInput, strip=True)
    seen = forms.CharField(max_length=20, widget=forms.HiddenInput)

    def __init__(self, data=None, *, roster_import, by, initial=None):
        super().__init__(data, initial=initial)
        self.roster_import, self.by = roster_import, by

    def save(self):
        given = self.cleaned_data
        rows = [int(number) for number in given["rows"].split(",")]
        self.written = write_import(self.roster_import, rows=rows, seen=given["seen"], by=self.by)
