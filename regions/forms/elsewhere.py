"""A section that was filled in elsewhere, as the form of the section itself would have sent it."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.kernel import thai
from regions.parts import Part
from regions.permissions import can_edit_section

from .section import SectionForm


def standing_in(form) -> dict[str, str]:
    """What the form of a section would send if nobody typed in it: every box by its name."""
    return {box.html_name: as_typed(box.value()) for box in form if box.value() is not False}


def as_typed(value) -> str:
    """What stands in a box, as a person types it."""
    if value is None:
        return ""
    if value is True:
        return "on"
    return thai.slashed_date(value) if isinstance(value, date) else str(value)


def section_form(part, *, by, typed=None, version=None):
    """The form of a section with ``typed`` in its boxes, the others as they stand."""
    empty = SectionForm(None, part=part, by=by)
    seen = part.row.version if version is None else version
    data = standing_in(empty) | (typed or {}) | {"version": str(seen)}
    ticks = ticks_in(empty)
    sent = {name: text for name, text in data.items() if text or name not in ticks}
    return SectionForm(sent, part=part, by=by)


def ticks_in(form) -> set[str]:
    """The boxes to tick: a browser sends nothing of one that is not."""
    return {box.html_name for box in form if isinstance(box.field, forms.BooleanField)}


@dataclass
class Incoming:
    """One section of an upload beside what stands: what would change, or why it may not."""

    part: Part
    answers: dict
    by: object
    may_type: bool

    @property
    def key(self):
        return self.part.section.key

    @property
    def version(self):
        return self.part.row.version

    @property
    def is_applied(self):
        return bool(self.answers.get("applied"))

    @cached_property
    def form(self):
        """Bound to what was typed there; saved, it is saved over what is seen here."""
        return section_form(self.part, by=self.by, typed=self.answers["typed"])

    @cached_property
    def differences(self):
        self.form.full_clean()
        return self.form.differences()

    @property
    def is_stale(self):
        """Somebody saved it after it was taken away to be filled in."""
        return bool(self.differences) and self.answers.get("version") != self.version

    @property
    def why_not(self):
        """Why nothing of it may be written, in words; nothing where it may."""
        if not can_edit_section(self.by, self.part.row):
            return _("ท่านกรอกได้เฉพาะส่วนที่ส่งให้ท่าน จึงนำเข้าส่วนนี้ไม่ได้ ให้ผู้กรอกรายงานส่งไฟล์นี้")
        if self.part.row.is_locked:
            return _("ส่วนนี้ผ่านการทบทวนแล้ว จึงแก้ไม่ได้")
        if not self.may_type:
            return _("รายงานนี้ส่งแล้วหรือปิดรับแล้ว จึงอ่านได้อย่างเดียว")
        return " ".join(error for errors in self.form.errors.values() for error in errors)

    @property
    def is_shown(self):
        """There is something to decide, or to be told why not."""
        return bool(self.differences) and not self.is_applied

    @property
    def is_offered(self):
        return self.is_shown and not self.why_not


def incoming(upload, parts, *, by, may_type) -> list[Incoming]:
    """Every section an upload tells of, in the order of the report."""
    return [
        Incoming(part, upload.answers[part.section.key], by, may_type)
        for part in parts
        if part.section.key in upload.answers
    ]
