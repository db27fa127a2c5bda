"""Shapes of requests about bodies; each ``save()`` is one call to an action."""

from typing import NamedTuple

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committees.actions.bodies import close_body, create_body, revise_body
from committees.models import BodyMembership, Committee, Issue
from committees.periods import still_open
from portal.kernel.forms import ActionForm
from portal.kernel.names import named
from portal.kernel.thai_fields import ThaiDateField

from .choosing import first_day
from .fields import OrderField

Kind = Committee.Kind
WORDS = ("name", "short_name", "name_en", "duties", "note")
TOLD = ("dates_in_words", "source")


def words_field(label, *, rows=4, hint=""):
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def source_field(*, required):
    return forms.CharField(
        label=_("ที่มา"),
        max_length=250,
        required=required,
        help_text=_("ชื่อเอกสาร หากรู้จักคณะนี้จากเอกสารเท่านั้น ส่วนที่ไม่มีข้อมูลจะแสดงว่า ไม่ปรากฏในเอกสาร"),
    )


class IssueField(forms.ModelChoiceField):
    default_error_messages = {"invalid_choice": _("ไม่มีประเด็นนี้แล้ว โปรดเลือกใหม่")}

    def __init__(self):
        super().__init__(Issue.objects.all(), label=_("ประเด็น"), empty_label=_("เลือกประเด็น"))

    def label_from_instance(self, issue):
        return named(issue)


class NameForm(ActionForm):
    """What a body is called; without an English name the Thai one stands on English screens."""

    name = forms.CharField(label=_("ชื่อเต็ม"), max_length=200)
    short_name = forms.CharField(
        label=_("ชื่อย่อ"), max_length=60, help_text=_("ใช้ในที่แคบ เช่น ในตาราง")
    )
    name_en = forms.CharField(
        label=_("ชื่อภาษาอังกฤษ"),
        max_length=200,
        required=False,
        help_text=_("เว้นว่างได้ หน้าจอภาษาอังกฤษจะใช้ชื่อไทย"),
    )

    def clean(self):
        cleaned = super().clean()
        cleaned["name_en"] = cleaned.get("name_en") or cleaned.get("name", "")
        return cleaned


class NewBodyForm(NameForm):
    """A body of one kind; only an issue's subcommittee asks for its issue."""

    issue = IssueField()
    starts_on = ThaiDateField(label=_("ตั้งแต่วันที่"), help_text=_("เช่น 1/9/2569"))
    duties = words_field(_("หน้าที่"))
    note = words_field(_("หมายเหตุ"), rows=2)

    field_order = ["issue", "name", "short_name", "name_en", "starts_on", "duties", "note"]

    def __init__(self, data=None, *, kind, parent, on, by):
        starts_on = max(on, parent.starts_on) if parent else on
        super().__init__(data, initial={"starts_on": starts_on})
        self.kind, self.parent, self.by = kind, parent, by
        if kind != Kind.ISSUE:
            del self.fields["issue"]

    def save(self):
        self.body = create_body(self.kind, parent=self.parent, by=self.by, **self.cleaned_data)


class Group(NamedTuple):
    """Fields that stand together under a heading."""

    key: str
    title: str | Promise
    fields: list[BoundField]

    @property
    def is_short(self):
        """Two days stand beside each other."""
        return self.key == "days"


class BodyForm(NameForm):
    """What may be changed of a body: only what differs is written."""

    duties = words_field(_("หน้าที่"))
    note = words_field(_("หมายเหตุ"), rows=3)
    starts_on = ThaiDateField(label=_("ตั้งแต่วันที่"), help_text=_("เช่น 1/9/2569"))
    ends_on = ThaiDateField(label=_("ถึงวันที่"), required=False, help_text=_("เว้นว่างหากยังดำรงอยู่"))
    dates_in_words = forms.CharField(
        label=_("ช่วงเวลาตามที่มา"),
        max_length=120,
        required=False,
        help_text=_("คำของเอกสาร เมื่อเอกสารไม่บอกวัน จะแสดงแทนวันที่"),
    )
    source = source_field(required=False)

    def __init__(self, data=None, *, body, by):
        super().__init__(data, initial={name: getattr(body, name) for name in self.base_fields})
        self.body, self.by = body, by

    @property
    def groups(self):
        yield self.group("words", _("ชื่อและหน้าที่"), *WORDS)
        yield self.group("days", _("ช่วงเวลา"), "starts_on", "ends_on")
        yield self.group("told", _("ที่มา"), *TOLD)

    def group(self, key, title, *names):
        return Group(key, title, [self[name] for name in names])

    def save(self):
        changes = {name: self.cleaned_data[name] for name in self.changed_data}
        if changes:
            self.body = revise_body(self.body, by=self.by, **changes)


class ClosureForm(ActionForm):
    ends_on = ThaiDateField(label=_("วันสุดท้ายของคณะ"), help_text=_("เช่น 30/9/2569"))
    order = OrderField(required=False, help_text=_("คำสั่งที่ยุบคณะนี้ ถ้ามี"))
    use_required_attribute = False  # whether an order is due is known only when the day is

    def __init__(self, data=None, *, body, on, here, initial, by):
        super().__init__(data, initial={"ends_on": max(on, body.starts_on), **initial})
        self.body, self.by = body, by
        if self.ends_formal_memberships():
            self.demand_order()
        self.fields["order"].link_to_new(here)

    def ends_formal_memberships(self):
        """Who came by an order and is still there on the day in the form leaves by one, too."""
        formal = BodyMembership.objects.filter(committee=self.body, appointed_by__isnull=False)
        return still_open(formal, after=first_day(self, "ends_on")).exists()

    def demand_order(self):
        order = self.fields["order"]
        order.required, order.help_text = True, ""
        text = _("คณะนี้มีผู้ที่เข้ามาโดยคำสั่ง การสิ้นสุดจึงต้องระบุคำสั่งหรือหนังสือที่เป็นเหตุ")
        order.error_messages["required"] = text

    def save(self):
        close_body(self.body, by=self.by, **self.cleaned_data)
