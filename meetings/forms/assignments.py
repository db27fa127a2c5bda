"""มอบหมาย: what, of whom, by when."""

from uuid import uuid4

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from meetings.actions.writing import assign, rewrite_assignment
from meetings.queries.owners import owner_choices, owners_of
from portal.kernel.forms import ActionForm

from .due import TaskFields, task_of
from .versioned import BlockForm

LONGEST_TITLE = 300


class AssignmentForm(TaskFields, ActionForm):
    owner = forms.ChoiceField(label=gettext_lazy("ใคร"))
    token = forms.UUIDField(widget=forms.HiddenInput)

    field_order = ("title", "owner")

    def __init__(self, data=None, *, resolution, by):
        title = Truncator(resolution.text).chars(LONGEST_TITLE)
        super().__init__(data, initial={"token": uuid4(), "title": title})
        self.resolution, self.by = resolution, by
        self.fields["owner"].choices = [
            ("", _("เลือกผู้รับผิดชอบ")), *owner_choices(on=resolution.meeting.starts_on)
        ]  # fmt: skip

    def save(self):
        given = self.cleaned_data
        owners = owners_of(given["owner"], on=self.resolution.meeting.starts_on)
        self.made = assign(self.resolution, self.task(), owners, token=given["token"], by=self.by)

    @property
    def told(self):
        count = len(self.made)
        return ngettext("มอบหมายแล้ว %(n)s งาน", "มอบหมายแล้ว %(n)s งาน", count) % {"n": count}


class RewrittenAssignmentForm(TaskFields, BlockForm):
    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, initial=task_of(row), by=by)

    def save(self):
        version = self.cleaned_data["version"]
        rewrite_assignment(self.row, self.task(), version=version, by=self.by)
