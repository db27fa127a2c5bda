"""The lines of an agenda: a small form for each, under the six official headings."""

import re
from datetime import date
from functools import reduce
from operator import or_

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import BodyMembership, Committee, Membership
from meetings.actions import AgendaLine
from meetings.models import AgendaItem, Meeting
from portal.kernel.http import read_pk
from portal.kernel.models import Person
from portal.kernel.thai import normalise
from portal.kernel.thai_fields import WholeNumberField
from regions.models import RegionalPost

from .rows import MOST_ROWS, place_of, typed_rows


class PresenterField(forms.CharField):
    """A person by name, chosen from a list the page offers or typed; never kept as text."""

    default_error_messages = {"unknown": _("ไม่พบชื่อนี้ในคณะหรือกองเลขานุการ เลือกจากรายชื่อ")}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.people = {}

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "list": "people", "autocomplete": "off"}

    def clean(self, value):
        name = normalise(super().clean(value))
        if name and name not in self.people:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return self.people.get(name)


class AgendaRowForm(forms.Form):
    """One line under an official heading; without a title it is no line. ``item`` is the one it
    was, so that a line called otherwise, or put elsewhere, keeps its papers; ``place`` is where it
    was dragged to, among all rows."""

    item = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.CharField(required=False, widget=forms.HiddenInput)
    section = forms.TypedChoiceField(
        choices=AgendaItem.Section, coerce=int, widget=forms.HiddenInput
    )
    title = forms.CharField(
        label=_("เรื่อง"),
        max_length=200,
        required=False,
        # What the style sheet knows an empty row by: it needs no button for one more below it.
        widget=forms.TextInput(attrs={"placeholder": " "}),
    )
    presenter = PresenterField(label=_("ผู้เสนอ"), max_length=250, required=False)
    minutes = WholeNumberField(label=_("นาที"), min_value=1, max_value=600, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["presenter"].people = people

    @property
    def index(self):
        return int(self.prefix.rpartition("-")[2])

    def clean(self):
        given = self.cleaned_data
        given["item"] = read_pk(given.get("item", ""))
        if not given.get("title") and (given.get("presenter") or given.get("minutes")):
            self.add_error("title", _("เขียนชื่อเรื่อง หรือลบผู้เสนอและเวลาของแถวนี้"))
        elif given.get("title"):
            given["title"] = normalise(given["title"])
        return given

    def line(self) -> AgendaLine:
        return AgendaLine(**{name: self.cleaned_data[name] for name in AgendaLine._fields})


AgendaFormSet = forms.formset_factory(AgendaRowForm, extra=0, max_num=MOST_ROWS, validate_max=True)


def in_place(rows) -> list[AgendaRowForm]:
    """The rows where they were dragged to; one that was not stays where it stands."""
    return sorted(rows, key=lambda row: place_of(row["place"].value(), row.index))


def presenters(committee: Committee, *, on: date, also=()) -> dict[str, Person]:
    """Who may present, by name: whom the body calls, posts of the day, and who already stands
    there."""
    held = Membership.objects.in_force(on=on).filter(_seated(committee))
    members = BodyMembership.objects.in_force(on=on).filter(committee=committee)
    posts = RegionalPost.objects.in_force(on=on)
    known = [Q(pk__in=rows.values("person")) for rows in (held, members, posts)]
    people = Person.objects.filter(reduce(or_, known, Q(pk__in=also))).in_thai_order()
    return {normalise(person.full_name): person for person in people}


def _seated(committee: Committee) -> Q:
    """In a seat of the body; for a region's, in one of the 67 from the region."""
    if committee.region_id is None:
        return Q(seat__committee=committee)
    return Q(seat__committee__kind=Committee.Kind.SUBCOMMITTEE, seat__region=committee.region_id)


def agenda_rows(meeting: Meeting) -> list[dict]:
    """The agenda that stands, a row for each line."""
    names = ("section", "title", "presenter_id", "minutes")
    return [
        {"item": item.pk, "presenter": item.presenter.full_name if item.presenter else ""}
        | {name: getattr(item, name) for name in names}
        for item in meeting.items.select_related("presenter")
    ]


def with_blanks(rows: list[dict]) -> list[dict]:
    """An empty row below the rows of each heading."""
    return rows + [{"section": section} for section in AgendaItem.Section.values]


def typed_agenda(data) -> list[dict]:
    """The rows of a form sent to have one more under heading ``add``, or one put up or down
    (``put``: ``3-up``); nothing is judged yet."""
    rows = typed_rows(data, AgendaRowForm, "agenda")
    for index, row in enumerate(rows):
        row["place"] = place_of(row["place"], index)
    rows.sort(key=lambda row: row["place"])
    if found := re.fullmatch(r"(\d{1,3})-(up|down)", data.get("put", "")):
        named = [row for row in rows if row["number"] == int(found[1])]
        rows = put(rows, named[0], found[2]) if named else rows
    if data.get("add", "") in map(str, AgendaItem.Section.values):
        rows.append({"section": data["add"], "put": "new"})
    return [{**row, "place": ""} for row in rows]


def put(rows: list[dict], row: dict, way: str) -> list[dict]:
    """One row up or down, past the end of a heading into the next one; empty rows are no step."""
    written = [each for each in rows if each is row or each["title"]]
    written.sort(key=lambda each: each["section"])
    at, step = written.index(row), -1 if way == "up" else 1
    neighbour = written[at + step] if 0 <= at + step < len(written) else None
    if neighbour and neighbour["section"] == row["section"]:
        written[at], written[at + step] = neighbour, row
    else:
        to = str(int(row["section"] or 0) + step) if row["section"].isdecimal() else ""
        row["section"] = to if to in map(str, AgendaItem.Section.values) else row["section"]
    row["put"] = way
    return with_blanks(written)
