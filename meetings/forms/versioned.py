"""Forms that carry the version they were opened with (reliability R24)."""

from django import forms

from portal.kernel.forms import ActionForm


class Versioned(ActionForm):
    """Refused as stale when somebody saved meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def seen_now(self):
        return {"version": self.standing_version()}

    def standing_version(self):
        raise NotImplementedError(f"{type(self).__name__} says whose version it carries")


class VersionedForm(Versioned):
    """About a ``meeting``."""

    def standing_version(self):
        return self.meeting.version


class BlockForm(Versioned):
    """About one block of the record, ``row``; ``words`` names what it says, field and column."""

    words = "text"

    def __init__(self, data=None, *, row, initial, by):
        kind = row._meta.model_name
        told = {"version": row.version, **initial}
        super().__init__(data, initial=told, auto_id=f"{kind}-{row.pk}-%s")
        self.row, self.by = row, by

    def standing_version(self):
        """Of a row that was taken off meanwhile, the one it had."""
        rows = type(self.row).objects.select_related("edited_by__person")
        self.row = rows.filter(pk=self.row.pk).first() or self.row
        return self.row.version

    @property
    def mine(self):
        """What was typed here, beside what somebody else saved meanwhile."""
        return self.data.get(self.words, "")

    @property
    def theirs(self):
        return getattr(self.row, self.words)
