"""The lines of an agenda: a small form for each, under the six official headings."""

import re

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models import AgendaItem
from portal.kernel.http import read_pk
from portal.kernel.models import Person
from portal.kernel.thai import normalise
from portal.kernel.thai_fields import WholeNumberField


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
    was, so that a line called otherwise, or put elsewhere, keeps its papers."""

    item = forms.CharField(required=False, widget=forms.HiddenInput)
    section = forms.TypedChoiceField(
        choices=AgendaItem.Section, coerce=int, widget=forms.HiddenInput
    )
    title = forms.CharField(label=_("เรื่อง"), max_length=200, required=False)
    presenter = PresenterField(label=_("ผู้เสนอ"), max_length=250, required=False)
    minutes = WholeNumberField(label=_("นาที"), min_value=1, max_value=600, required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["presenter"].people = people

    def clean(self):
        given = self.cleaned_data
        given["item"] = read_pk(given.get("item", ""))
        if not given.get("title") and (given.get("presenter") or given.get("minutes")):
            self.add_error("title", _("เขียนชื่อเรื่อง หรือลบผู้เสนอและเวลาของแถวนี้"))
        elif given.get("title"):
            given["title"] = normalise(given["title"])
        return given


MOST_ROWS = 90
AgendaFormSet = forms.formset_factory(AgendaRowForm, extra=0, max_num=MOST_ROWS, validate_max=True)


def presenters(committee, *, on, also=()) -> dict[str, Person]:
    """Who may present, by name: members, posts of the day, and who already stands there."""
    seated = Q(
        Q(memberships__ends_on=None) | Q(memberships__ends_on__gte=on),
        memberships__seat__committee=committee,
        memberships__starts_on__lte=on,
    )
    posted = Q(Q(posts__ends_on=None) | Q(posts__ends_on__gte=on), posts__starts_on__lte=on)
    people = Person.objects.filter(seated | posted | Q(pk__in=also)).distinct().in_thai_order()
    return {normalise(person.full_name): person for person in people}


def with_blanks(rows: list[dict]) -> list[dict]:
    """An empty row below the rows of each heading."""
    return rows + [{"section": section} for section in AgendaItem.Section.values]


def typed_rows(data, *, add: str) -> list[dict]:
    """The rows of a form sent to have one more under heading ``add``; nothing is judged yet."""
    count = data.get("agenda-TOTAL_FORMS", "")
    names = AgendaRowForm.base_fields
    rows = [
        {name: data.get(f"agenda-{n}-{name}", "") for name in names}
        for n in range(min(int(count), MOST_ROWS) if re.fullmatch(r"\d{1,9}", count) else 0)
    ]
    return [*rows, {"section": add}] if add in map(str, AgendaItem.Section.values) else rows
