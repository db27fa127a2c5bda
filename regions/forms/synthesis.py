"""The words of a month's synthesis: its introduction, one paragraph, several made one."""

from hashlib import sha256

from django import forms
from django.utils.translation import gettext_lazy

from portal.kernel.forms import ActionForm
from regions.actions.synthesising import (
    edit_point,
    introduce_synthesis,
    merge_points,
    publish_synthesis,
)

from .typed import TypedField

LONGEST = 20_000  # of several regions' texts together


def box(label, *, rows=6, **more):
    return TypedField(
        label=label, max_length=LONGEST, widget=forms.Textarea({"rows": rows}), **more
    )


def fingerprint(text):
    """Which text a page was opened with, short enough for a hidden field."""
    return sha256(text.encode()).hexdigest()[:16]


class SeenForm(ActionForm):
    """Carries what it was opened with."""

    theirs = ""  # the text that stands, where that is one

    def __init__(self, data=None, *, row, by, **initial):
        self.row, self.by = row, by
        super().__init__(data, initial=self.opened_with() | initial)

    def seen_now(self):
        self.row.refresh_from_db()
        return self.opened_with()


class IntroductionForm(SeenForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    introduction = box(
        gettext_lazy("ความนำ"),
        required=False,
        help_text=gettext_lazy("ภาพรวมของเดือนนี้ในสองสามประโยค เว้นว่างได้"),
    )

    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, by=by, introduction=row.introduction)

    def opened_with(self):
        return {"seen": fingerprint(self.row.introduction)}

    @property
    def theirs(self):
        return self.row.introduction

    def save(self):
        given, standing = self.cleaned_data, self.row.introduction
        seen = standing if given["seen"] == fingerprint(standing) else "\0"
        introduce_synthesis(self.row, given["introduction"], seen=seen, by=self.by)


class VersionForm(SeenForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def opened_with(self):
        return {"version": self.row.version}


class PointForm(VersionForm):
    text = box(gettext_lazy("ข้อความ"), rows=8)

    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, by=by, text=row.text)

    @property
    def theirs(self):
        return self.row.text

    def save(self):
        given = self.cleaned_data
        edit_point(self.row, given["text"], version=given["version"], by=self.by)


class MergeForm(VersionForm):
    """``row`` is the synthesis; the text begins as all of the paragraphs, one after the other."""

    text = box(gettext_lazy("ข้อความที่รวมแล้ว"), rows=10)

    def __init__(self, data=None, *, row, points, by):
        self.points = points
        super().__init__(data, row=row, by=by, text=self.theirs)

    @property
    def theirs(self):
        return "\n".join(point.text for point in self.points)

    def save(self):
        given = self.cleaned_data
        merge_points(self.row, self.points, given["text"], seen=given["version"], by=self.by)


class PublicationForm(VersionForm):
    """Nothing but the version: what is published stands above the button."""

    def save(self):
        publish_synthesis(self.row, version=self.cleaned_data["version"], by=self.by)
