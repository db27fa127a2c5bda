"""Somebody chosen from those who could be taken, told apart by seat and region."""

from datetime import date

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils import timezone

from committees.queries.candidates import candidates
from portal.kernel.http import read_pk

from .fields import PersonField


class Offered(ModelChoiceIterator):
    """In groups by region where there is more than one."""

    def __iter__(self):
        yield "", self.field.empty_label
        groups = [(group.name, self.options(group)) for group in self.field.groups()]
        if len(groups) > 1:
            yield from groups
        else:
            yield from (option for _name, options in groups for option in options)

    def options(self, group):
        return [(self.choice(one.person)[0], one.label) for one in group.candidates]


class SuitablePersonField(PersonField):
    """Only whom the place suits; whoever else is sent hears from the action why not."""

    iterator = Offered
    offered = on = first = None

    def offer(self, people, *, sent, on=None, first=None):
        """These, those of the region ``first`` before the others, and who was sent: a refused
        choice stays chosen."""
        self.offered, self.on, self.first = people, on, first
        if (pk := read_pk(str(sent))) is not None:
            self.offered = people | self.queryset.filter(pk=pk)
        self.widget.choices = self.iterator(self)

    def groups(self):
        people = self.queryset if self.offered is None else self.offered.in_thai_order()
        return candidates(people, on=self.on or timezone.localdate(), first=self.first)


def first_day(form: forms.Form, name: str = "starts_on") -> date:
    """The day that was sent, else the one proposed, else today: who may be chosen hangs on it."""
    field, today = form[name], timezone.localdate()
    try:
        return form.fields[name].to_python(field.value()) or today
    except forms.ValidationError:
        return today
