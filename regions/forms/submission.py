"""Handing a report in."""

from django import forms

from portal.kernel.forms import ActionForm
from regions.actions import submit_report


class SubmissionForm(ActionForm):
    """Nothing but which version of the report the person has looked through."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data=None, *, report, by):
        super().__init__(data, initial={"version": report.version})
        self.report, self.by = report, by

    def save(self):
        submit_report(self.report, version=self.cleaned_data["version"], by=self.by)
