"""Who comes onto a unit, an issue's body or a board, and who leaves it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from committees.actions.body_members import add_body_member, end_body_membership
from committees.models import Committee, Membership
from committees.queries.candidates import for_body
from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import ThaiDateField

from .choosing import SuitablePersonField, first_day
from .fields import OrderField
from .seats import MODES

Kind, Mode = Committee.Kind, Membership.Mode


class BodyMemberForm(ActionForm):
    person = SuitablePersonField()
    role = forms.CharField(
        label=_("ตำแหน่งในคณะ"),
        max_length=120,
        required=False,
        help_text=_("เช่น ประธาน รองประธาน เลขานุการ กรรมการ"),
    )
    starts_on = ThaiDateField(label=_("ตั้งแต่วันที่"), help_text=_("เช่น 1/9/2569"))
    ends_on = ThaiDateField(
        label=_("ถึงวันที่"), required=False, help_text=_("เว้นว่างหากยังไม่กำหนดวันสิ้นสุด")
    )
    mode = forms.ChoiceField(
        label=_("รูปแบบ"), choices=MODES, initial=Mode.FORMAL, widget=forms.RadioSelect
    )
    order = OrderField(
        help_text=_("แบบเครือข่ายการทำงานไม่ต้องมีคำสั่ง"),
        error_messages={"required": _("การแต่งตั้งแบบทางการต้องระบุคำสั่ง")},
    )
    use_required_attribute = False  # whether an order is due is known only when the mode is

    def __init__(self, data=None, *, body, on, here, initial, by):
        super().__init__(data, initial={"starts_on": max(on, body.starts_on), **initial})
        self.body, self.by = body, by
        self.offer(here)
        self.fields["order"].link_to_new(here)
        self.fields["order"].required = self.data.get("mode") != Mode.NETWORK

    def clean(self):
        """An order makes a membership formal, so the two answers must agree."""
        cleaned = super().clean()
        if cleaned.pop("mode", "") == Mode.NETWORK and cleaned.get("order"):
            text = _("แบบเครือข่ายการทำงานไม่มีคำสั่ง เลือกรูปแบบทางการ หรือเอาคำสั่งออก")
            self.add_error("order", forms.ValidationError(text, code="order-of-a-network"))
        return cleaned

    def offer(self, here):
        person, on = self.fields["person"], first_day(self)
        person.offer(for_body(self.body, on=on), sent=self["person"].value(), on=on)
        if self.body.kind == Kind.BOARD:
            person.help_text = _("เฉพาะผู้ที่ดำรงที่นั่งในคณะ 67 ณ วันเริ่ม")
        else:  # somebody new to the register holds no seat, so cannot be sent to a board
            person.link_to_new(here)

    def save(self):
        add_body_member(self.body, by=self.by, **self.cleaned_data)


class BodyDischargeForm(ActionForm):
    ends_on = ThaiDateField(label=_("วันสุดท้ายในคณะ"), help_text=_("เช่น 30/9/2569"))
    order = OrderField(
        help_text=_("คำสั่งหรือหนังสือลาออกที่เป็นเหตุ"),
        error_messages={"required": _("การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง")},
    )

    def __init__(self, data=None, *, membership, on, here, initial, by):
        ends_on = max(on, membership.starts_on)
        super().__init__(data, initial={"ends_on": ends_on, **initial})
        self.fields["order"].link_to_new(here)
        self.fields["order"].required = membership.appointed_by_id is not None
        self.membership, self.by = membership, by

    def save(self):
        end_body_membership(self.membership, by=self.by, **self.cleaned_data)
