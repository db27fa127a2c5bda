"""Fields that choose from the roster: a person, and the order that causes a change.

A form offers somebody or something not yet there by a link in the field's hint. The page it
leads to comes back with ``?person=`` or ``?order=``, and with what was typed meanwhile where
``behaviours/carry.js`` is on the page; :func:`chosen` reads that::

    form = DischargeForm(…, **by_hand(request, DischargeForm))
    self.fields["person"].link_to_new(here)
"""

from urllib.parse import urlencode

from django import forms
from django.forms.models import ModelChoiceIterator
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from committees.queries.namesakes import told_apart
from portal.kernel.models import Person
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder


def chosen(request, form: type[forms.Form]) -> dict[str, str]:
    """Who or what was just made for this form, what was typed before, what a link suggests.

    What the form hides is its own word and not an address's.
    """
    shown = [name for name, field in form.base_fields.items() if not field.widget.is_hidden]
    asked = {name: request.GET[name] for name in shown if name in request.GET}
    for name in ("person", "order"):
        if not asked.get(name, "").isdecimal():
            asked.pop(name, None)
    return asked


def by_hand(request, form: type[forms.Form]) -> dict:
    """What every form that chooses from the roster asks of a request."""
    here = request.get_full_path()
    return {"by": request.user, "here": here, "initial": chosen(request, form)}


class LinkedChoiceField(forms.ModelChoiceField):
    """A choice of rows, with the way to make one that is missing."""

    new_url = new_label = ""

    def link_to_new(self, here: str) -> None:
        """Offer a new one; its page comes back to ``here``."""
        url = f"{reverse(self.new_url)}?{urlencode({'next': here})}"
        link = format_html('<a href="{}" data-carry>{}</a>', url, self.new_label)
        self.help_text = format_html("{} {}", self.help_text, link) if self.help_text else link


class PeopleByName(ModelChoiceIterator):
    """The people to choose from; who shares a name is named with what they hold."""

    def __iter__(self):
        people = list(self.queryset)
        apart = told_apart(people, on=timezone.localdate())
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        for person in people:
            beside = f" ({apart[person.pk]})" if person.pk in apart else ""
            yield self.choice(person)[0], f"{person.full_name}{beside}"


class PersonField(LinkedChoiceField):
    """Somebody of the register, in the order of a Thai dictionary."""

    iterator = PeopleByName
    new_url, new_label = "committees:person-create", _("เพิ่มคนใหม่")
    default_error_messages = {"invalid_choice": _("ไม่มีคนนี้ในทะเบียนแล้ว โปรดเลือกใหม่")}

    def __init__(self, queryset=None, **kwargs):
        people = Person.objects.in_thai_order() if queryset is None else queryset
        super().__init__(people, **{"label": _("ชื่อ"), "empty_label": _("เลือกคน"), **kwargs})


class OrderField(LinkedChoiceField):
    """The order that caused it, the newest first."""

    new_url, new_label = "committees:order-create", _("เพิ่มคำสั่งใหม่")
    default_error_messages = {"invalid_choice": _("ไม่มีคำสั่งนี้แล้ว โปรดเลือกใหม่")}

    def __init__(self, queryset=None, **kwargs):
        orders = AppointmentOrder.objects.all() if queryset is None else queryset
        super().__init__(orders, **{"label": _("คำสั่ง"), "empty_label": _("เลือกคำสั่ง"), **kwargs})

    def label_from_instance(self, order):
        return f"{order} · {long_date(order.issued_on)} · {order.title}"
