"""The sections of an upload that a person chooses to have written into the draft."""

from django import forms
from django.utils.translation import gettext as _

from portal.kernel.forms import ActionForm
from regions.actions.importing import apply_upload

CHANGED = "seen-otherwise"


class ImportForm(ActionForm):
    """Which sections, and the version of each that was seen beside what is to be written."""

    def __init__(self, data=None, *, upload, sections, by):
        super().__init__(data)
        self.upload, self.by = upload, by
        self.sections = {one.key: one for one in sections if one.is_offered}
        for key, one in self.sections.items():
            self.fields[f"take_{key}"] = forms.BooleanField(
                label=take_words(one.part), required=False, initial=not one.is_stale
            )
            self.fields[f"seen_{key}"] = forms.IntegerField(required=False)

    @property
    def chosen(self):
        return [key for key in self.sections if self.cleaned_data.get(f"take_{key}")]

    def clean(self):
        cleaned = super().clean()
        for key in self.chosen:
            if cleaned.get(f"seen_{key}") != self.sections[key].version:
                text = _("มีผู้บันทึกส่วนนี้หลังจากที่ท่านเปิดดู นี่คือข้อความล่าสุด โปรดเทียบแล้วกดอีกครั้ง")
                self.add_error(f"take_{key}", forms.ValidationError(text, code=CHANGED))
        if self.sections and not self.chosen and not self.errors:
            self.add_error(None, _("เลือกอย่างน้อยหนึ่งส่วนก่อน"))
        return cleaned

    def save(self):
        forms_of = {key: self.sections[key].form for key in self.chosen}
        self.written = apply_upload(self.upload, sections=forms_of, by=self.by)


def take_words(part):
    told = {"number": part.number, "title": part.section.title}
    return _("นำเข้าส่วนที่ %(number)s %(title)s") % told
