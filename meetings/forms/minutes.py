"""Who writes minutes, how they turn, and how they are adopted."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.forms.fields import PersonField
from meetings.actions.minutes import (
    Adoption,
    adopt_minutes,
    check_minutes,
    circulate_minutes,
    name_writers,
    propose_minutes,
    return_minutes,
)
from meetings.models import Minutes
from meetings.queries import was_closed
from meetings.queries.minutes import adopting_meetings, corrections_made, is_unheard
from portal.kernel.thai import short_range

from .versioned import Versioned

State, Route = Minutes.State, Minutes.Route
WITHOUT, WITH = "without", "with"


class MinutesForm(Versioned):
    """About ``minutes``, as they were when the page was opened."""

    def __init__(self, data=None, *, minutes, by, initial=None):
        super().__init__(data, initial={"version": minutes.version, **(initial or {})})
        self.minutes, self.by = minutes, by

    def standing_version(self):
        self.minutes.refresh_from_db()
        return self.minutes.version

    def save(self):
        self.turn(self.minutes, version=self.cleaned_data["version"], by=self.by)


class CheckingForm(MinutesForm):
    turn = staticmethod(check_minutes)


class CirculationForm(MinutesForm):
    turn = staticmethod(circulate_minutes)


class ProposalForm(MinutesForm):
    turn = staticmethod(propose_minutes)


class WritersForm(MinutesForm):
    note_taker = PersonField(
        label=gettext_lazy("ผู้จดรายงานการประชุม"), required=False, empty_label=gettext_lazy("ยังไม่ระบุ")
    )
    checker = PersonField(
        label=gettext_lazy("ผู้ตรวจรายงานการประชุม"),
        required=False,
        empty_label=gettext_lazy("ยังไม่ระบุ"),
        help_text=gettext_lazy("ผู้ตรวจที่มีบัญชีกดว่าตรวจแล้วได้เอง"),
    )

    def __init__(self, data=None, *, minutes, **kwargs):
        writers = {"note_taker": minutes.note_taker_id, "checker": minutes.checker_id}
        super().__init__(data, minutes=minutes, initial=writers, **kwargs)

    def save(self):
        name_writers(self.minutes, by=self.by, **self.cleaned_data)


class ReturnForm(MinutesForm):
    reason = forms.CharField(
        label=gettext_lazy("เหตุที่นำกลับไปแก้"),
        max_length=300,
        help_text=gettext_lazy("จะอยู่ข้างฉบับที่เก็บไว้ ให้ผู้อ่านรู้ว่าแก้เพราะอะไร"),
    )

    def save(self):
        given = self.cleaned_data
        return_minutes(self.minutes, reason=given["reason"], version=given["version"], by=self.by)


class AdoptionForm(MinutesForm):
    route = forms.ChoiceField(label=gettext_lazy("รับรองทางใด"), widget=forms.RadioSelect)
    adopted_in = forms.ModelChoiceField(
        None, label=gettext_lazy("การประชุมที่รับรอง"), required=False,
        empty_label=gettext_lazy("เลือกการประชุม"),
        error_messages={"invalid_choice": gettext_lazy("เลือกการประชุมจากรายการ")},
    )  # fmt: skip
    outcome = forms.ChoiceField(
        label=gettext_lazy("รับรองอย่างไร"),
        choices=[
            (WITHOUT, gettext_lazy("รับรองโดยไม่มีการแก้ไข")),
            (WITH, gettext_lazy("รับรองโดยมีการแก้ไข")),
        ],
        widget=forms.RadioSelect,
    )
    corrections = forms.CharField(
        label=gettext_lazy("แก้ไขดังนี้"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy(
            "แก้ที่บันทึกการประชุมให้เสร็จก่อน แล้วบอกที่นี่ว่าแก้อะไร จะอยู่ในรายงานของครั้งที่รับรอง"
        ),
    )

    def __init__(self, data=None, *, minutes, on, **kwargs):
        made = corrections_made(minutes)
        told = {"corrections": made, "outcome": WITH if made else WITHOUT}
        super().__init__(data, minutes=minutes, initial=told, **kwargs)
        later = adopting_meetings(minutes.meeting).select_related("committee")
        self.fields["adopted_in"].queryset = later
        self.fields["adopted_in"].label_from_instance = with_day
        self.fields["route"].choices = routes_open(minutes, on=on)
        self._choose_the_only_one()

    def _choose_the_only_one(self):
        routes, later = self.fields["route"].choices, self.fields["adopted_in"].queryset[:2]
        if len(routes) == 1:
            self.initial["route"] = routes[0][0]
        if len(later) == 1:
            self.initial["adopted_in"] = later[0].pk

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("route") == Route.NEXT and not cleaned.get("adopted_in"):
            self.add_error("adopted_in", _("เลือกการประชุมที่รับรอง"))
        if cleaned.get("outcome") == WITH and not cleaned.get("corrections"):
            self.add_error("corrections", _("เขียนว่าแก้ไขอะไร"))
        return cleaned

    def save(self):
        given = self.cleaned_data
        corrections = given["corrections"] if given["outcome"] == WITH else ""
        adoption = Adoption(given["route"], given["adopted_in"], corrections)
        adopt_minutes(self.minutes, adoption, version=given["version"], by=self.by)


def with_day(meeting):
    return f"{meeting.name} {short_range(meeting.starts_on, meeting.ends_on)}"


def routes_open(minutes, *, on):
    """The routes by which they can be adopted today."""
    is_open = {
        Route.SAME: was_closed(minutes.meeting, on=on),
        Route.NEXT: adopting_meetings(minutes.meeting).exists(),
        Route.CIRCULATION: is_silence_over(minutes, on=on),
    }
    return [(route.value, route.label) for route, there in is_open.items() if there]


def is_silence_over(minutes, *, on):
    """Circulated, the last day is past, and the text is still the one that went round."""
    is_past = minutes.state == State.CIRCULATED and minutes.circulated_until < on
    return is_past and not is_unheard(minutes)
