"""Shapes of requests about the list of issues."""

from django import forms
from django.utils.translation import gettext_lazy as _

from committees.actions.issues import create_issue, delete_issue, revise_issue
from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import WholeNumberField


class NewIssueForm(ActionForm):
    name = forms.CharField(label=_("ประเด็น"), max_length=80)
    name_en = forms.CharField(
        label=_("ชื่อภาษาอังกฤษ"),
        max_length=80,
        required=False,
        help_text=_("เว้นว่างได้ หน้าจอภาษาอังกฤษจะใช้ชื่อไทย"),
    )

    def __init__(self, data=None, *, by, **kwargs):
        super().__init__(data, **kwargs)
        self.by = by

    def clean(self):
        cleaned = super().clean()
        cleaned["name_en"] = cleaned.get("name_en") or cleaned.get("name", "")
        return cleaned

    def save(self):
        create_issue(by=self.by, **self.cleaned_data)


class IssueForm(NewIssueForm):
    position = WholeNumberField(
        label=_("ลำดับในรายการ"), min_value=1, max_value=1000, help_text=_("เลขน้อยอยู่ก่อน")
    )

    def __init__(self, data=None, *, issue, by):
        facts = ("name", "name_en", "position")
        super().__init__(data, by=by, initial={name: getattr(issue, name) for name in facts})
        self.issue = issue

    def save(self):
        changes = {name: self.cleaned_data[name] for name in self.changed_data}
        if changes:
            revise_issue(self.issue, by=self.by, **changes)


class IssueDeletionForm(ActionForm):
    """Nothing is asked: the button is the answer."""

    def __init__(self, data=None, *, issue, by):
        super().__init__(data)
        self.issue, self.by = issue, by

    def save(self):
        delete_issue(self.issue, by=self.by)
