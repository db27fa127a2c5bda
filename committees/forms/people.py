"""Somebody's name, somebody's contacts."""

from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.actions.people import (
    Contacts,
    Name,
    add_person,
    fingerprint,
    revise_contacts,
    revise_person,
)
from committees.queries.namesakes import what_they_hold
from committees.queries.people import namesakes
from portal.kernel.forms import ActionForm
from portal.kernel.models import Person
from portal.kernel.phones import has_extension, parse_phone, shown_phone
from portal.kernel.thai import normalise

# thai-conventions 4.2: the prefix is free text; these are offered.
PREFIXES = [
    *("นาย", "นาง", "นางสาว", "ดร.", "ผศ.", "ผศ.ดร.", "รศ.", "รศ.ดร.", "ศ.", "นพ.", "พญ."),
    *("ครู", "อาจารย์", "พระ", "พระครู", "พระมหา", "กำนัน", "ผู้ใหญ่บ้าน", "หม่อมหลวง"),
    *("ว่าที่ร้อยตรี", "ว่าที่ร้อยตรีหญิง", "สิบเอก", "จ.ส.อ.", "ร้อยตรี", "พ.ต.อ."),
]


class TelephoneField(forms.CharField):
    """A number as people write it, kept as the portal writes it; an extension stays as written.

    What already stands there is not judged again.
    """

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})

    def clean(self, value):
        written = normalise(super().clean(value))
        if not written or written == self.initial:
            return written
        try:
            number = shown_phone(parse_phone(written))
        except ValueError as error:
            raise forms.ValidationError(str(error), code="invalid") from None
        return written if has_extension(written) else number


class NameFields(ActionForm):
    name_prefix = forms.CharField(
        label=gettext_lazy("คำนำหน้านาม"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("เลือกจากที่เสนอ หรือพิมพ์เอง เช่น นาย ผศ.ดร. พระครู"),
        widget=forms.TextInput(attrs={"list": "prefixes", "autocomplete": "off"}),
    )
    first_name = forms.CharField(
        label=gettext_lazy("ชื่อ"), max_length=100, help_text=gettext_lazy("ไม่ต้องใส่คำนำหน้านาม")
    )
    last_name = forms.CharField(
        label=gettext_lazy("นามสกุล"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("เว้นว่างได้ถ้าไม่มี พระภิกษุใส่ฉายา"),
    )
    prefixes = PREFIXES

    def name(self) -> Name:
        return Name(*(self.cleaned_data[field] for field in Name._fields))


class ContactFields(ActionForm):
    phone = TelephoneField(
        label=gettext_lazy("โทรศัพท์"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("เช่น 081 234 5678 หรือ 074 123 456 ต่อ 12"),
    )
    email = forms.EmailField(label=gettext_lazy("อีเมล"), max_length=254, required=False)
    line_id = forms.CharField(label=gettext_lazy("ไลน์ไอดี"), max_length=60, required=False)

    def contacts(self) -> Contacts:
        return Contacts(*(self.cleaned_data[field] for field in Contacts._fields))


class NewPersonForm(ContactFields, NameFields):
    """Asks once more where somebody of that name is already there."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    field_order = (*Name._fields, *Contacts._fields)

    def __init__(self, data=None, *, by):
        super().__init__(data, initial={"token": uuid4()})
        self.by = by
        self.alike = []

    def clean(self):
        given = super().clean()
        if given.get("first_name"):
            self.alike = told_with_what_they_hold(
                namesakes(given["first_name"], given.get("last_name", ""))
            )
        if self.alike:
            self.ask_whether_another()
        return given

    def ask_whether_another(self):
        self.fields["is_another"] = forms.BooleanField(
            label=_("เป็นคนละคนกับผู้ที่มีอยู่แล้ว เพิ่มเป็นคนใหม่"), required=False
        )
        if not self.data.get("is_another"):
            many = {"count": len(self.alike)}
            self.add_error(
                "is_another",
                _("มีชื่อนี้อยู่แล้ว %(count)s คน ใช่คนเดียวกันหรือไม่ ถ้าเป็นคนละคน โปรดทำเครื่องหมายแล้วบันทึกอีกครั้ง")
                % many,
            )

    def save(self):
        token = self.cleaned_data["token"]
        self.person = add_person(self.name(), self.contacts(), token=token, by=self.by)


def told_with_what_they_hold(people):
    """Each with what they are today: (person, words)."""
    people = list(people[:10])
    if not people:
        return []
    held = what_they_hold([person.pk for person in people], on=timezone.localdate())
    return [(person, ", ".join(held.get(person.pk, []))) for person in people]


class SeenForm(ActionForm):
    """Refused when somebody saved meanwhile; then it shows what stands now beside each field, and
    who has read it may send the form again. ``columns`` are what it writes."""

    seen = forms.CharField(widget=forms.HiddenInput)
    columns = Name

    def __init__(self, data=None, *, person, by):
        values = {name: getattr(person, name) for name in self.columns._fields}
        super().__init__(data, initial={**values, "seen": fingerprint(person, self.columns)})
        self.person, self.by = person, by
        for name, value in values.items():
            self.fields[name].initial = value

    def seen_now(self):
        """Each field that is another by now says so beside itself."""
        now = Person.objects.get(pk=self.person.pk)
        for name in self.columns._fields:
            if getattr(now, name) != self.data.get(name):
                self.fields[name].was = _("บันทึกอยู่: %(value)s") % {
                    "value": getattr(now, name) or _("ว่าง")
                }
        return {"seen": fingerprint(now, self.columns)}


class PersonForm(SeenForm, NameFields):
    columns = Name

    def save(self):
        revise_person(self.person, self.name(), seen=self.cleaned_data["seen"], by=self.by)


class ContactsForm(SeenForm, ContactFields):
    columns = Contacts

    def save(self):
        revise_contacts(self.person, self.contacts(), seen=self.cleaned_data["seen"], by=self.by)
