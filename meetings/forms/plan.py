"""A meeting to come: when, where, what for, its programme and its agenda."""

from functools import cached_property

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from meetings.actions import Plan, plan_meeting, revise_meeting
from meetings.models import AgendaItem, Meeting
from meetings.running_clock import RunningClock, running_clock
from portal.kernel.kept_text import KeptText
from portal.kernel.models import Once
from portal.kernel.thai import normalise
from portal.kernel.thai_input import parse_date, parse_time, parse_whole_number

from .agenda import AgendaFormSet, in_place, presenters
from .plan_words import ALSO, in_words, saved_plan, with_its_days
from .schedule import ChosenField, PlannedForm
from .sittings import SittingFormSet, standing_lines
from .versioned import VersionedForm


class PlanForm(PlannedForm):
    """A plan with its programme and agenda: a form over a form for each line."""

    FOLDS = PlannedForm.FOLDS | {"aims": ("title", "letter_number", "objectives")}

    kind = ChosenField(
        label=gettext_lazy("ประเภท"), choices=Meeting.Kind, initial=Meeting.Kind.MEETING
    )
    title = forms.CharField(
        label=gettext_lazy("ชื่อการประชุม"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("สำหรับสัมมนาหรือเวทีที่มีชื่อเรื่อง"),
    )
    letter_number = forms.CharField(
        label=gettext_lazy("เลขที่หนังสือเชิญ"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("เช่น พอช. 0107/123"),
    )
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
        self.fields["venue"].widget.attrs["list"] = "venues"
        self._set_rows(data, initial or {})

    def _set_rows(self, data, initial):
        rows = initial.get("agenda", [])
        also = {row["presenter_id"] for row in rows if row.get("presenter_id")}
        self.people = presenters(self.committee, on=timezone.localdate(), also=also)
        self.agenda = AgendaFormSet(
            data, prefix="agenda", initial=rows, form_kwargs={"people": self.people}
        )
        sent = data if data and "sittings-TOTAL_FORMS" in data else None
        self.sittings = SittingFormSet(sent, prefix="sittings", initial=initial.get("sittings", []))

    @property
    def venues(self):
        """Where the body met before."""
        held = Meeting.objects.filter(committee=self.committee).exclude(venue="")
        return held.order_by("venue").values_list("venue", flat=True).distinct()

    @property
    def head(self) -> str:
        """What stands in the fold of the aims whatever is typed: the kind, and what it follows."""
        before = self._chosen("previous")
        after = before and _("ต่อจาก%(meeting)s") % {"meeting": with_its_days(before)}
        kind = self._chosen("kind")
        return " ".join(filter(None, [kind and str(Meeting.Kind(kind).label), after]))

    def _chosen(self, name):
        try:
            return self.fields[name].clean(self[name].value())
        except forms.ValidationError:
            return None

    @property
    def unfolded(self):
        is_wrong = self["kind"].errors or self["previous"].errors
        more = {"aims": is_wrong, "programme": len(self.sittings)}
        return super().unfolded | {fold for fold, speaks in more.items() if speaks}

    @property
    def sections(self):
        """The six official headings, each with its rows."""
        for section in AgendaItem.Section:
            told = (section, str(section))
            yield section, [row for row in self._ordered if row["section"].value() in told]

    @cached_property
    def _ordered(self):
        """The rows along the headings, each with the hour it ``begins``, as far as one knows."""
        rows = sorted(in_place(self.agenda), key=lambda row: str(row["section"].value()))
        for row, begins in zip(rows, self._clock_of(rows).begins, strict=True):
            row.begins = begins if row["title"].value() else None
        return rows

    @property
    def clock(self) -> RunningClock:
        return self._clock_of([row for row in self._ordered if row["title"].value()])

    def _clock_of(self, rows):
        first, last = (read(parse_date, self[name].value()) for name in ("starts_on", "ends_on"))
        return running_clock(
            [read(parse_whole_number, row["minutes"].value()) for row in rows],
            starts_at=read(parse_time, self["starts_at"].value()),
            ends_at=read(parse_time, self["ends_at"].value()),
            is_one_day=last in (None, first),
        )

    def is_valid(self):
        sets = [self.agenda, self.sittings] if self.is_bound else []
        rows_valid = all(list(map(are_valid, sets)))  # each is judged, also after a bad one
        valid = super().is_valid()
        if valid and rows_valid:
            days = self.cleaned_data["starts_on"], self.cleaned_data["ends_on"]
            rows_valid = not sum(row.refuse_outside(*days) for row in self._written_sittings)
        if not rows_valid:
            self._tell_of_rows()
        return valid and rows_valid

    def _tell_of_rows(self):
        for rows, words in (
            (
                self.agenda,
                ngettext("มีระเบียบวาระ %(n)s แถวที่ต้องแก้", "มีระเบียบวาระ %(n)s แถวที่ต้องแก้", 1),
            ),
            (self.sittings, ngettext("มีช่วงประชุม %(n)s แถวที่ต้องแก้", "มีช่วงประชุม %(n)s แถวที่ต้องแก้", 1)),
        ):
            if wrong := sum(bool(row.errors) for row in rows):
                self.add_error(None, words % {"n": wrong})

    @property
    def _written_sittings(self):
        return [
            row for row in self.sittings if self.sittings.is_bound and row.cleaned_data["title"]
        ]

    def _sitting_lines(self):
        """A form that was sent without its programme strikes none of it."""
        if self.sittings.is_bound:
            return tuple(row.line() for row in self._written_sittings)
        return standing_lines(self.meeting) if self.meeting else ()

    def plan(self) -> Plan:
        given = self.cleaned_data
        told = {name: given[name] for name in ALSO}
        return Plan(
            **self.schedule(),
            **self.expectation(),
            **told,
            objectives=tuple(filter(None, given["objectives"].splitlines())),
            sittings=self._sitting_lines(),
            agenda=tuple(
                row.line() for row in in_place(self.agenda) if row.cleaned_data.get("title")
            ),
        )


def are_valid(rows):
    return not rows.is_bound or rows.is_valid()


def read(parse, value):
    """A value of a box as its field would read it; nothing where it would refuse it."""
    if not isinstance(value, str):
        return value
    try:
        return parse(normalise(value)) if value.strip() else None
    except ValueError:
        return None


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
