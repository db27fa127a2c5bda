"""The programme of a meeting: a small form for each of its parts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions import SittingLine
from meetings.models import Meeting, Sitting
from portal.kernel.http import read_pk
from portal.kernel.thai import normalise
from portal.kernel.thai_fields import ThaiDateField, WholeNumberField

from .rows import typed_rows

MOST_SITTINGS = 30
ADD = "sitting"


class SittingRowForm(forms.Form):
    """One part of a day; without a title it is none. ``sitting`` is the one it was, so that its
    groups stay with it."""

    sitting = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=_("ช่วงประชุม"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("ลักษณะ"), choices=Sitting.Kind, required=False)
    on = ThaiDateField(label=_("วันที่"), required=False)
    part_of_day = forms.CharField(label=_("เช้า บ่าย หรือค่ำ"), max_length=40, required=False)
    group_count = WholeNumberField(label=_("จำนวนกลุ่ม"), min_value=2, max_value=50, required=False)

    def clean(self):
        given = self.cleaned_data
        given["sitting"] = read_pk(given.get("sitting", ""))
        given["title"] = normalise(given.get("title", ""))
        given["kind"] = given.get("kind") or Sitting.Kind.PLENARY
        if not given["title"] and (given.get("on") or given.get("part_of_day")):
            self.add_error("title", _("เขียนชื่อช่วงประชุม หรือลบวันและเวลาของแถวนี้"))
        if given.get("group_count") and given["kind"] != Sitting.Kind.BREAKOUT:
            self.add_error("group_count", _("กรอกเฉพาะช่วงที่แบ่งกลุ่มย่อย"))
        return given

    def refuse_outside(self, first, last) -> bool:
        """Every part is on a day of the meeting; whether this one is not."""
        day = self.cleaned_data.get("on")
        is_outside = bool(day and first and last and not first <= day <= last)
        if is_outside:
            self.add_error("on", _("ต้องเป็นวันหนึ่งของการประชุมนี้"))
        return is_outside

    def line(self) -> SittingLine:
        return SittingLine(**{name: self.cleaned_data[name] for name in SittingLine._fields})


SittingFormSet = forms.formset_factory(
    SittingRowForm, extra=0, max_num=MOST_SITTINGS, validate_max=True
)


def sitting_rows(meeting: Meeting) -> list[dict]:
    names = [name for name in SittingLine._fields if name != "sitting"]
    rows = meeting.sittings.all()
    return [{"sitting": row.pk} | {name: getattr(row, name) for name in names} for row in rows]


def standing_lines(meeting: Meeting) -> tuple[SittingLine, ...]:
    return tuple(SittingLine(**row) for row in sitting_rows(meeting))


def typed_sittings(data) -> list[dict]:
    rows = typed_rows(data, SittingRowForm, "sittings")
    return [*rows, {}] if data.get("add") == ADD else rows
