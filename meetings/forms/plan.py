"""A meeting to come: when, where, what for, and its agenda."""

from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from meetings.actions import AgendaLine, Plan, Schedule, plan_meeting, revise_meeting
from meetings.models import AgendaItem, Meeting
from portal.kernel.forms import ActionForm
from portal.kernel.kept_text import KeptText
from portal.kernel.models import Once
from portal.kernel.names import named
from portal.kernel.thai import date_range, time_of_day
from portal.kernel.thai_fields import ThaiDateField, ThaiTimeField
from regions.models import Province

from .agenda import AgendaFormSet, presenters, typed_rows, with_blanks
from .versioned import VersionedForm


class ScheduleForm(ActionForm):
    """Days, hours and place: shared by planning and moving."""

    starts_on = ThaiDateField(
        label=gettext_lazy("วันแรก"), help_text=gettext_lazy("เช่น 12/6/2569 หรือ 12 มิ.ย. 2569")
    )
    ends_on = ThaiDateField(
        label=gettext_lazy("วันสุดท้าย"),
        required=False,
        help_text=gettext_lazy("เว้นว่างได้ ถ้าประชุมวันเดียว"),
    )
    starts_at = ThaiTimeField(
        label=gettext_lazy("เริ่มเวลา"), required=False, help_text=gettext_lazy("เช่น 09.00")
    )
    ends_at = ThaiTimeField(
        label=gettext_lazy("เลิกเวลา"), required=False, help_text=gettext_lazy("เช่น 16.30")
    )
    venue = forms.CharField(label=gettext_lazy("สถานที่"), max_length=200, required=False)
    province = forms.ModelChoiceField(
        Province.objects.all(),
        label=gettext_lazy("จังหวัด"),
        required=False,
        empty_label=gettext_lazy("ยังไม่ระบุ"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].label_from_instance = named

    def clean(self):
        given = super().clean()
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and "ends_on" not in self.errors:
            given["ends_on"] = last or first
        if first and last and last < first:
            self.add_error("ends_on", _("วันสุดท้ายต้องไม่ก่อนวันแรก"))
        opens, closes = given.get("starts_at"), given.get("ends_at")
        if opens and closes and closes <= opens and first == given.get("ends_on"):
            self.add_error("ends_at", _("เวลาเลิกต้องหลังเวลาเริ่ม"))
        return given

    def schedule(self):
        return {name: self.cleaned_data[name] for name in Schedule.__dataclass_fields__}


class PlanForm(ScheduleForm):
    """A plan with its agenda: a form over a form for each line."""

    kind = forms.ChoiceField(label=gettext_lazy("ประเภท"), choices=Meeting.Kind)
    previous = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=gettext_lazy("ต่อจากการประชุม"),
        required=False,
        empty_label=gettext_lazy("ไม่มีครั้งก่อน"),
    )
    objectives = forms.CharField(
        label=gettext_lazy("วัตถุประสงค์"),
        required=False,
        max_length=5000,
        help_text=gettext_lazy("บรรทัดละหนึ่งข้อ"),
        widget=forms.Textarea,
    )

    def __init__(self, data=None, *, committee, by, meeting=None, initial=None):
        super().__init__(data, initial=initial)
        self.committee, self.by, self.meeting = committee, by, meeting
        earlier = Meeting.objects.visible_to(by).filter(committee=committee)
        self.fields["previous"].queryset = earlier.free_to_precede(meeting)
        self.fields["previous"].label_from_instance = with_its_days
        rows = (initial or {}).get("agenda", [])
        also = {row["presenter_id"] for row in rows if row.get("presenter_id")}
        self.people = presenters(committee, on=timezone.localdate(), also=also)
        self.agenda = AgendaFormSet(
            data, prefix="agenda", initial=rows, form_kwargs={"people": self.people}
        )

    @property
    def sections(self):
        """The six official headings, each with its rows."""
        for section in AgendaItem.Section:
            yield (
                section,
                [row for row in self.agenda if row["section"].value() in (section, str(section))],
            )

    def is_valid(self):
        rows_valid = not self.is_bound or self.agenda.is_valid()
        valid = super().is_valid()
        if not rows_valid:
            wrong = sum(bool(row.errors) for row in self.agenda)
            self.add_error(
                None,
                ngettext("มีระเบียบวาระ %(n)s แถวที่ต้องแก้", "มีระเบียบวาระ %(n)s แถวที่ต้องแก้", wrong)
                % {"n": wrong},
            )
        return valid and rows_valid

    def plan(self) -> Plan:
        return Plan(
            **self.schedule(),
            kind=self.cleaned_data["kind"],
            previous=self.cleaned_data["previous"],
            objectives=tuple(filter(None, self.cleaned_data["objectives"].splitlines())),
            agenda=tuple(
                AgendaLine(**row.cleaned_data)
                for row in self.agenda
                if row.cleaned_data.get("title")
            ),
        )


class NewPlanForm(PlanForm):
    token = forms.UUIDField(widget=forms.HiddenInput)

    def saved(self) -> bool:
        """Sent again, it is the meeting it planned before, whatever holds for new ones by now."""
        if not isinstance(self.data, KeptText):
            self.meeting = self._planned_before()
        return bool(self.meeting) or super().saved()

    def _planned_before(self):
        try:
            token = self.fields["token"].clean(self.data.get("token"))
        except forms.ValidationError:
            return None
        once = Once.objects.filter(token=token).first()
        return once and Meeting.objects.get(pk=once.result)

    def save(self):
        self.meeting = plan_meeting(
            self.committee, self.plan(), token=self.cleaned_data["token"], by=self.by
        )


class RevisedPlanForm(VersionedForm, PlanForm):
    def save(self):
        revise_meeting(self.meeting, self.plan(), version=self.cleaned_data["version"], by=self.by)

    def differences(self) -> list[tuple[str, str, str]]:
        """Where what was typed and what stands now part: (what, typed, saved), nothing left out."""
        mine, theirs = in_words(self.plan()), in_words(saved_plan(self.meeting))
        return [(what, mine[what], theirs[what]) for what in mine if mine[what] != theirs[what]]


def new_plan(committee) -> dict:
    """What the form of a new meeting holds when it opens: an empty row under each heading."""
    return {
        "token": uuid4(),
        "previous": Meeting.objects.filter(committee=committee).free_to_precede().first(),
        "starts_at": "09.00",
        "kind": Meeting.Kind.MEETING,
        "agenda": with_blanks([]),
    }


def plan_of(meeting: Meeting) -> dict:
    """What a plan says now, as its form shows it."""
    columns = [*Schedule.__dataclass_fields__, "kind", "version"]
    rows = [
        {
            "item": item.pk,
            "section": item.section,
            "title": item.title,
            "presenter": item.presenter.full_name if item.presenter else "",
            "presenter_id": item.presenter_id,
            "minutes": item.minutes,
        }
        for item in meeting.items.select_related("presenter")
    ]
    return {
        **{name: getattr(meeting, name) for name in columns},
        "previous": meeting.previous_id,
        "objectives": "\n".join(row.text for row in meeting.objectives.all()),
        "agenda": with_blanks(rows),
    }


def typed(data, *, add: str) -> dict:
    """What stands in a form on its way to one more agenda row."""
    return {**data.dict(), "agenda": typed_rows(data, add=add)}


def with_its_days(meeting: Meeting) -> str:
    """A plan has no number yet, so the days tell meetings apart."""
    days = meeting.starts_on and date_range(meeting.starts_on, meeting.ends_on)
    return " ".join(filter(None, [meeting.name, days]))


def saved_plan(meeting: Meeting) -> Plan:
    columns = (*Schedule.__dataclass_fields__, "kind", "previous")
    return Plan(
        **{name: getattr(meeting, name) for name in columns},
        objectives=tuple(row.text for row in meeting.objectives.all()),
        agenda=tuple(
            AgendaLine(item.section, item.title, item.presenter, item.minutes)
            for item in meeting.items.select_related("presenter")
        ),
    )


def in_words(plan: Plan) -> dict[str, str]:
    """A plan as a person reads it, part by part."""
    return {
        _("ประเภท"): str(Meeting.Kind(plan.kind).label),
        _("วันประชุม"): date_range(plan.starts_on, plan.ends_on),
        _("เวลา"): " – ".join(
            time_of_day(clock) for clock in (plan.starts_at, plan.ends_at) if clock
        ),
        _("สถานที่"): f"{plan.venue} {named(plan.province) if plan.province else ''}".strip(),
        _("ต่อจากการประชุม"): with_its_days(plan.previous) if plan.previous else "",
        _("วัตถุประสงค์"): "\n".join(plan.objectives),
        pgettext("agenda", "ระเบียบวาระ"): "\n".join(map(line_in_words, plan.agenda)),
    }


def line_in_words(line: AgendaLine) -> str:
    said = [f"{line.section}. {line.title}", line.presenter and line.presenter.full_name]
    if line.minutes:
        said.append(ngettext("%(n)s นาที", "%(n)s นาที", line.minutes) % {"n": line.minutes})
    return " · ".join(filter(None, said))
