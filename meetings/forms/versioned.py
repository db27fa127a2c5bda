"""Forms that carry the version they were opened with (reliability R24)."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from portal.kernel.forms import ActionForm


class VersionedForm(ActionForm):
    """Refused as stale when somebody saved meanwhile; then it takes the version that stands now,
    so that who has read both texts may send it again. ``meeting`` is what it is about."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def saved(self) -> bool:
        saved = super().saved()
        if self.is_stale:
            self.data = {**self.data.dict(), "version": self.meeting.version}
        return saved

    @property
    def is_stale(self):
        return self.has_error(NON_FIELD_ERRORS, "stale")
