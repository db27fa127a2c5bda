"""Lending one section of a report to a colleague of the same place."""

from django import forms
from django.utils.translation import gettext as _

from portal.kernel.forms import ActionForm
from portal.kernel.http import read_pk
from regions.actions.handing import hand_section, take_section_back

NOBODY = "nobody"


class HandingForm(ActionForm):
    """One section: the colleague who is to fill it in, or nobody. ``instead_of`` is who had it
    when the page was read."""

    instead_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, part, people, by):
        holder = part.row.handed_to_id
        initial = {"instead_of": holder or ""}
        super().__init__(data, auto_id=f"{part.anchor}_%s", initial=initial)
        self.part, self.by = part, by
        self.people = {str(person.user_id): person for person in people}
        self.fields["to"] = forms.ChoiceField(
            label=_("ให้ใครกรอก"),
            choices=[(NOBODY, _("ผู้กรอกของรายงานนี้")), *self._choices()],
            initial=str(holder or NOBODY),
        )

    def _choices(self):
        """Everybody else of the place, and whoever has it now, be it oneself."""
        holder = self.part.row.handed_to_id
        return [
            (user, person.full_name)
            for user, person in self.people.items()
            if person.user_id == holder or person.user_id != self.by.pk
        ]

    @property
    def person(self):
        """To whom it was handed just now, if to anybody."""
        if "take_back" in self.data:
            return None
        return self.people.get(self.cleaned_data["to"])

    def save(self):
        before = read_pk(self.cleaned_data["instead_of"])
        if self.person:
            user = self.person.user
            hand_section(self.part.row, to=user, instead_of=before, by=self.by)
        else:
            take_section_back(self.part.row, instead_of=before, by=self.by)
