"""The words of a month's synthesis: its introduction, one paragraph, several made one."""

from hashlib import sha256

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
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


class IntroductionForm(ActionForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    introduction = box(
        gettext_lazy("ความนำ"),
        required=False,
        help_text=gettext_lazy("ภาพรวมของเดือนนี้ในสองสามประโยค เว้นว่างได้"),
    )

    def __init__(self, data=None, *, synthesis, by):
        initial = {
            "introduction": synthesis.introduction,
            "seen": fingerprint(synthesis.introduction),
        }
        super().__init__(data, initial=initial)
        self.synthesis, self.by = synthesis, by

    def save(self):
        given, standing = self.cleaned_data, self.synthesis.introduction
        seen = standing if given["seen"] == fingerprint(standing) else "\0"
        introduce_synthesis(self.synthesis, given["introduction"], seen=seen, by=self.by)


class VersionForm(ActionForm):
    """Carries the version it was opened with; refused as stale, it takes the one that stands, so
    that who has read both may send it again."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, row, by, **more):
        initial = {"version": row.version, **more.pop("initial", {})}
        super().__init__(data, initial=initial, **more)
        self.row, self.by = row, by

    def saved(self):
        saved = super().saved()
        if self.is_stale:
            self.row.refresh_from_db()
            self.data = {**self.data.dict(), "version": self.row.version}
        return saved

    @property
    def is_stale(self):
        return self.is_bound and self.has_error(NON_FIELD_ERRORS, "stale")


class PointForm(VersionForm):
    text = box(gettext_lazy("ข้อความ"), rows=8)

    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, by=by, initial={"text": row.text})

    def save(self):
        given = self.cleaned_data
        edit_point(self.row, given["text"], version=given["version"], by=self.by)


class MergeForm(VersionForm):
    """``row`` is the synthesis; the text begins as all of the paragraphs, one after the other."""

    text = box(gettext_lazy("ข้อความที่รวมแล้ว"), rows=10)

    def __init__(self, data=None, *, row, points, by):
        text = "\n".join(point.text for point in points)
        super().__init__(data, row=row, by=by, initial={"text": text})
        self.points = points

    def save(self):
        given = self.cleaned_data
        merge_points(self.row, self.points, given["text"], seen=given["version"], by=self.by)


class PublicationForm(VersionForm):
    """Nothing but the version: what is published stands above the button."""

    def save(self):
        publish_synthesis(self.row, version=self.cleaned_data["version"], by=self.by)
