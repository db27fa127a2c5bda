"""Who takes or leaves a seat, and the seats themselves."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.actions.seats import (
    appoint_member,
    appoint_substitute,
    close_seat,
    create_seat,
    discharge_member,
    end_substitution,
    replace_member,
    revise_seat,
)
from committees.models import Issue, Membership, Seat
from committees.periods import in_words
from committees.queries.candidates import for_acting, for_seat
from committees.queries.entries import kind_of, words_of
from committees.queries.held_beside import held_beside
from committees.queries.seat_page import free_number, usual_term_end
from portal.kernel.forms import ActionForm
from portal.kernel.names import named
from portal.kernel.thai_fields import ThaiDateField, WholeNumberField
from regions.models import ProvinceCluster, Region

from .choosing import SuitablePersonField, first_day
from .fields import OrderField

MODES = [
    (Membership.Mode.FORMAL, _("รูปแบบทางการ (แต่งตั้ง)")),
    (Membership.Mode.NETWORK, _("แบบเครือข่ายการทำงาน")),
]
KINDS = [(Seat.Kind.CLUSTER, _("ผู้แทนกลุ่มจังหวัดของภาค")), (Seat.Kind.ISSUE, _("ผู้แทนประเด็นงาน"))]


class SeatForm(ActionForm):
    """A form about ``seat`` as it stood when the page was made."""

    def __init__(self, data=None, *, seat, by, here="", initial=None):
        super().__init__(data, initial=initial)
        self.seat, self.by = seat, by
        for name in ("person", "order"):
            if here and name in self.fields:
                self.fields[name].link_to_new(here)

    def offer(self, people_for):
        """Whom the seat could take on the first day that stands in the form, its region first."""
        on, sent = first_day(self), self["person"].value()
        people = people_for(self.seat, on=on)
        self.fields["person"].offer(people, sent=sent, on=on, first=self.seat.region)


class HolderForm(SeatForm):
    """Carries who sat there when the page was made: nobody discharges somebody else unseen."""

    holder = forms.CharField(required=False, widget=forms.HiddenInput)
    together = forms.MultipleChoiceField(
        label=_("พ้นพร้อมกันด้วยคำสั่งนี้"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("สิ่งที่ผู้นี้มีนอกจากที่นั่ง รายการที่ไม่เลือกจะยังอยู่ และผู้นี้จะยังเข้าสู่ระบบได้"),
        error_messages={"invalid_choice": _("รายการเหล่านี้เพิ่งเปลี่ยนไป โปรดตรวจแล้วส่งอีกครั้ง")},
    )

    def __init__(self, data=None, *, holding, initial=None, **about):
        self.holding = holding
        self.now = str(holding.pk) if holding else ""
        super().__init__(data, initial={**(initial or {}), "holder": self.now}, **about)
        self.list_beside()

    def list_beside(self):
        """Everything beside the seat goes with it unless somebody says otherwise."""
        rows = held_beside(self.holding, on=timezone.localdate()) if self.holding else []
        self.beside = {f"{kind_of(row)}-{row.pk}": row for row in rows}
        if not rows:
            del self.fields["together"]
            return
        self.initial["together"] = list(self.beside)
        self.fields["together"].choices = [
            (key, f"{words_of(row)} {in_words(row)}") for key, row in self.beside.items()
        ]

    def clean_together(self):
        return [self.beside[key] for key in self.cleaned_data["together"]]

    def clean(self):
        cleaned = super().clean()
        if cleaned.pop("holder", "") != self.now:
            self.data = self.data.copy()
            self.data["holder"] = self.now
            text = _("เมื่อครู่มีผู้เปลี่ยนผู้ดำรงตำแหน่งในที่นั่งนี้ โปรดตรวจชื่อด้านบน แล้วส่งอีกครั้ง")
            raise forms.ValidationError(text, code="holder-changed")
        return cleaned


class AppointmentForm(HolderForm):
    """Seats somebody, in place of whoever sits there without a known end."""

    person = SuitablePersonField(label=_("ผู้ที่จะแต่งตั้ง"))
    starts_on = ThaiDateField(label=_("วันแรกในที่นั่ง"), help_text=_("เช่น 1/9/2569"))
    term_ends_on = ThaiDateField(
        label=_("ครบวาระ"), required=False, help_text=_("เว้นว่างได้ เมื่อไม่กำหนดวาระ")
    )
    mode = forms.ChoiceField(
        label=_("รูปแบบ"), choices=MODES, initial=Membership.Mode.FORMAL, widget=forms.RadioSelect
    )
    order = OrderField(
        help_text=_("แบบเครือข่ายการทำงานไม่ต้องมีคำสั่ง"),
        error_messages={"required": _("การแต่งตั้งแบบทางการต้องระบุคำสั่ง")},
    )
    use_required_attribute = False  # whether an order is due is known only when the mode is

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        is_network = self.data.get("mode") == Membership.Mode.NETWORK
        self.fields["order"].required = not is_network
        self.offer(for_seat)
        if not self.is_bound:
            self.initial.setdefault("term_ends_on", usual_term_end(self.seat, on=first_day(self)))

    def save(self):
        act = replace_member if self.holding else appoint_member
        self.membership = act(self.seat, by=self.by, **self.cleaned_data)


class DischargeForm(HolderForm):
    ends_on = ThaiDateField(label=_("วันสุดท้ายในที่นั่ง"), help_text=_("เป็นวันข้างหน้าได้ ที่นั่งจะว่างในวันถัดไป"))
    order = OrderField(
        label=_("คำสั่งหรือหนังสือที่เป็นเหตุ"),
        help_text=_("เช่น คำสั่งแต่งตั้งคนใหม่ หรือหนังสือลาออก"),
        error_messages={"required": _("การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง")},
    )

    def __init__(self, data=None, *, holding, **about):
        super().__init__(data, holding=holding, **about)
        self.fields["order"].required = holding.mode == Membership.Mode.FORMAL

    def save(self):
        discharge_member(self.holding, by=self.by, **self.cleaned_data)


class SubstitutionForm(SeatForm):
    person = SuitablePersonField(label=_("ผู้แทนชั่วคราว"))
    starts_on = ThaiDateField(label=_("ตั้งแต่วันที่"))
    ends_on = ThaiDateField(label=_("ถึงวันที่"), help_text=_("วันสุดท้ายที่ทำหน้าที่แทน"))
    order = OrderField()

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        self.offer(for_acting)

    def save(self):
        appoint_substitute(self.seat, by=self.by, **self.cleaned_data)


class SubstitutionEndForm(ActionForm):
    ends_on = ThaiDateField(label=_("วันสุดท้าย"), help_text=_("ต้องก่อนวันที่บันทึกไว้เดิม"))

    def __init__(self, data=None, *, substitution, by):
        super().__init__(data)
        self.substitution, self.by = substitution, by

    def save(self):
        end_substitution(self.substitution, by=self.by, **self.cleaned_data)


# -- The seats themselves ----------------------------------------------------------------


class NamedChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return named(row)


class PlaceForm(ActionForm):
    """What a seat stands for."""

    number = WholeNumberField(label=_("ที่นั่งที่"), min_value=1, max_value=9999)
    kind = forms.ChoiceField(
        label=_("เป็นที่นั่งของ"), choices=KINDS, initial=Seat.Kind.CLUSTER, widget=forms.RadioSelect
    )
    region = NamedChoiceField(
        Region.objects.all(), label=_("ภาค"), required=False, empty_label=_("ไม่ใช่ที่นั่งของภาค")
    )
    cluster = NamedChoiceField(
        ProvinceCluster.objects.all(),
        label=_("กลุ่มจังหวัด"),
        required=False,
        empty_label=_("ทั้งภาค ไม่แยกกลุ่มจังหวัด"),
    )
    issue = NamedChoiceField(
        Issue.objects.all(), label=_("ประเด็น"), required=False, empty_label=_("ไม่ใช่ที่นั่งของประเด็น")
    )


class NewSeatForm(PlaceForm):
    starts_on = ThaiDateField(label=_("มีตั้งแต่วันที่"))

    def __init__(self, data=None, *, committee, by, initial=None):
        known = {"number": free_number(committee), "starts_on": committee.starts_on}
        super().__init__(data, initial={**known, **(initial or {})})
        self.committee, self.by = committee, by

    def save(self):
        self.seat = create_seat(self.committee, by=self.by, **self.cleaned_data)


class RevisedSeatForm(PlaceForm):
    def __init__(self, data=None, *, seat, by):
        about = ("number", "kind", "region", "cluster", "issue")
        super().__init__(data, initial={name: getattr(seat, name) for name in about})
        self.seat, self.by = seat, by

    def save(self):
        revise_seat(self.seat, by=self.by, **self.cleaned_data)


class ClosureForm(SeatForm):
    ends_on = ThaiDateField(label=_("วันสุดท้ายของที่นั่ง"))

    def save(self):
        close_seat(self.seat, by=self.by, **self.cleaned_data)
