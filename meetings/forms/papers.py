"""Papers: filed several at once, renewed, called otherwise, moved, taken off."""

from pathlib import PurePath
from uuid import uuid4

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.actions.papers import (
    add_version,
    file_papers,
    move_paper,
    remove_paper,
    retitle_paper,
)
from portal.kernel.files import XLSX, UploadField
from portal.kernel.forms import ActionForm
from portal.kernel.thai import normalise

TITLE_LENGTH = 200
MOST_FILES = 10
WHOLE = "meeting"  # stands for no item: the paper is the meeting's


class PaperField(UploadField):
    """A paper may be a budget: Excel is taken, too."""

    kinds = (*UploadField.kinds, XLSX)
    taken = gettext_lazy("PDF, PNG, JPEG, Word หรือ Excel ไม่เกิน {size} MB")
    default_error_messages = {
        "kind": gettext_lazy("รับเฉพาะไฟล์ PDF, PNG, JPEG, Word (.docx) และ Excel (.xlsx) ไฟล์นี้ไม่ใช่")
    }


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class UploadsField(PaperField):
    """Several files chosen at once; each is looked into, and a refusal names the file."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        if not data:
            self.validate(None)
            return []
        if len(data) > MOST_FILES:
            many = _("ส่งได้ครั้งละไม่เกิน %(most)s ไฟล์ ท่านเลือก %(count)s ไฟล์")
            raise forms.ValidationError(
                many % {"most": MOST_FILES, "count": len(data)}, code="many"
            )
        return self._each(data)

    def _each(self, files):
        uploads, refused = [], []
        for file in files:
            try:
                uploads.append(super().clean(file))
            except forms.ValidationError as refusal:
                refused += [f"{file.name}: {message}" for message in refusal.messages]
        if refused:
            raise forms.ValidationError(refused)
        return uploads


class PapersForm(ActionForm):
    """New papers for one place. Sent twice, they are filed once."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    uploads = UploadsField(
        label=gettext_lazy("ไฟล์"),
        help_text=format_lazy(
            gettext_lazy("{taken} เลือกพร้อมกันได้ถึง {most} ไฟล์"),
            taken=PaperField.in_words(),
            most=MOST_FILES,
        ),
    )
    title = forms.CharField(
        label=gettext_lazy("ชื่อเอกสาร"),
        max_length=TITLE_LENGTH - 5,
        required=False,
        help_text=gettext_lazy("เว้นว่างไว้ จะใช้ชื่อไฟล์ ถ้าส่งหลายไฟล์จะต่อท้ายชื่อนี้ด้วย 1, 2, 3"),
    )

    def __init__(self, data=None, files=None, *, meeting, item, by):
        super().__init__(data, files, initial={"token": uuid4()})
        self.meeting, self.item, self.by = meeting, item, by
        self.papers = []

    def save(self):
        uploads = self.cleaned_data["uploads"]
        self.papers = file_papers(
            self.meeting,
            self.item,
            list(zip(titles(self.cleaned_data["title"], uploads), uploads, strict=True)),
            token=self.cleaned_data["token"],
            by=self.by,
        )


def titles(title, uploads):
    """What each is called: as the form says, else as its file."""
    if not title:
        return [title_of(upload.name) for upload in uploads]
    if len(uploads) == 1:
        return [title]
    return [f"{title} {number}" for number in range(1, len(uploads) + 1)]


def title_of(file_name):
    """แผนงาน_ไตรมาส_3.pdf is called แผนงาน ไตรมาส 3."""
    return normalise(PurePath(file_name).stem.replace("_", " "))[:TITLE_LENGTH] or file_name


class PaperForm(ActionForm):
    """Something done to one paper."""

    def __init__(self, data=None, files=None, *, paper, by, **kwargs):
        super().__init__(data, files, **kwargs)
        self.paper, self.by = paper, by


class VersionForm(PaperForm):
    token = forms.UUIDField(widget=forms.HiddenInput)
    upload = PaperField(label=gettext_lazy("ไฟล์ฉบับใหม่"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, initial={"token": uuid4()}, **kwargs)

    def save(self):
        given = self.cleaned_data
        add_version(self.paper, given["upload"], token=given["token"], by=self.by)


class TitleForm(PaperForm):
    title = forms.CharField(label=gettext_lazy("ชื่อเอกสาร"), max_length=TITLE_LENGTH)

    def __init__(self, *args, paper, **kwargs):
        super().__init__(*args, paper=paper, initial={"title": paper.title}, **kwargs)

    def save(self):
        retitle_paper(self.paper, self.cleaned_data["title"], by=self.by)


class RemovalForm(PaperForm):
    def save(self):
        remove_paper(self.paper, by=self.by)


class PlaceForm(PaperForm):
    """Where in ``meeting`` the paper belongs: at the meeting as a whole or at one item."""

    place = forms.ChoiceField(label=gettext_lazy("ให้อยู่ที่"))

    def __init__(self, *args, paper, meeting, **kwargs):
        here = str(paper.item_id or WHOLE) if meeting.pk == paper.meeting_id else ""
        super().__init__(*args, paper=paper, initial={"place": here}, **kwargs)
        self.meeting = meeting
        self.items = {str(item.pk): item for item in meeting.items.all()}
        self.fields["place"].choices = [
            (WHOLE, _("เอกสารของการประชุมทั้งครั้ง")),
            *((pk, f"{item.number} {item.title}") for pk, item in self.items.items()),
        ]

    def save(self):
        item = self.items.get(self.cleaned_data["place"])
        move_paper(self.paper, self.meeting, item, by=self.by)
