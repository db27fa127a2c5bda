"""What is asked of a body of each kind, when it is set up and when it is revised."""

from django import forms
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from portal.kernel.forms import ActionForm
from portal.kernel.names import named
from portal.kernel.thai_fields import ThaiTimeField, WholeNumberField
from regions.models import Province, ProvinceRegion, Region

from .bodies import BodyForm, NewBodyForm

Kind = Committee.Kind
RHYTHM = (
    "meets_every_months",
    "reminder_working_days",
    "reminder_time",
    "task_reminder_working_days",
)
QUORUM = ("quorum_numerator", "quorum_denominator", "quorum_of", "quorum_counts_substitutes")


def rhythm_field():
    return WholeNumberField(
        label=_("ประชุมอย่างน้อยทุกกี่เดือน"),
        min_value=1,
        max_value=12,
        required=False,
        help_text=_("1 คือทุกเดือน เดือนที่ขาดจะขึ้นในหน้าติดตามจังหวะการประชุม เว้นว่างหากไม่กำหนด"),
    )


# -- Set up ----------------------------------------------------------------------------


class RegionalBodyForm(NewBodyForm):
    """The committee of a region."""

    region = forms.ModelChoiceField(Region.objects.none(), label=_("ภาค"), empty_label=_("เลือกภาค"))
    meets_every_months = rhythm_field()

    field_order = [
        "region", "name", "short_name", "name_en", "starts_on", "meets_every_months", "duties",
        "note",
    ]  # fmt: skip

    def __init__(self, data=None, *, on, **about):
        super().__init__(data, on=on, **about)
        self.initial["meets_every_months"] = 1
        self.fields["region"].queryset = Region.objects.in_force(on=on)
        self.fields["region"].label_from_instance = named


class ProvincialBodyForm(NewBodyForm):
    """The movement of a province; its region is the province's on the first day."""

    province = forms.ModelChoiceField(
        Province.objects.all(), label=_("จังหวัด"), empty_label=_("เลือกจังหวัด")
    )
    meets_every_months = rhythm_field()

    field_order = ["province", *RegionalBodyForm.field_order[1:]]

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        self.fields["province"].label_from_instance = named

    def clean(self):
        cleaned = super().clean()
        if (province := cleaned.get("province")) and cleaned.get("starts_on"):
            rows = ProvinceRegion.objects.in_force(on=cleaned["starts_on"])
            row = rows.filter(province=province).select_related("region").first()
            cleaned["region"] = row and row.region
            if row is None:
                self.add_error("province", _("จังหวัดนี้ยังไม่อยู่ในภาคใดในวันเริ่ม"))
        return cleaned


SETTING_UP = {Kind.REGIONAL: RegionalBodyForm, Kind.PROVINCIAL: ProvincialBodyForm}


def form_to_set_up(kind):
    return SETTING_UP.get(kind, NewBodyForm)


# -- Revised ---------------------------------------------------------------------------


class SecretariatForm(BodyForm):
    """The document tells the size of the secretariat in two ways (S19): this is the other one."""

    seats_due = WholeNumberField(
        label=_("จำนวนคนตามที่กำหนดไว้แยกต่างหาก"),
        required=False,
        max_value=200,
        help_text=_("เว้นว่างหากไม่มี จำนวนต่อภาคและส่วนกลางอยู่ที่หน้าแก้คณะ 67 ชุดนี้"),
    )

    @property
    def groups(self):
        yield from super().groups
        yield self.group("numbers", _("จำนวน"), "seats_due")


class MeetingForm(ActionForm):
    """How often a body meets, who is reminded when, and what makes its quorum."""

    meets_every_months = rhythm_field()
    reminder_working_days = WholeNumberField(label=_("เตือนก่อนประชุม (วันทำการ)"), max_value=30)
    reminder_time = ThaiTimeField(label=_("เวลาที่เตือน"), help_text=_("เช่น 08.00"))
    task_reminder_working_days = WholeNumberField(
        label=_("เตือนก่อนครบกำหนดงาน (วันทำการ)"), max_value=30
    )
    quorum_numerator = WholeNumberField(
        label=_("องค์ประชุมไม่น้อยกว่า (เศษ)"), min_value=1, max_value=100, help_text=_("กึ่งหนึ่งคือ 1 ใน 2")
    )
    quorum_denominator = WholeNumberField(label=_("ใน (ส่วน)"), min_value=1, max_value=100)
    quorum_counts_substitutes = forms.BooleanField(
        label=_("นับผู้มาประชุมแทนเป็นองค์ประชุม"), required=False
    )


class MeetingBodyForm(BodyForm, MeetingForm):
    """A body without seats: its members make the quorum."""

    @property
    def groups(self):
        yield from super().groups
        yield self.group("rhythm", _("การประชุม"), *RHYTHM)
        rule = [name for name in QUORUM if name in self.fields]
        yield self.group("quorum", _("องค์ประชุม"), *rule)


class GenerationForm(MeetingBodyForm):
    """Whatever CODI may decide about the 67 is data of their generation."""

    seats_due = WholeNumberField(label=_("จำนวนที่นั่ง"), required=False, max_value=1000)
    officers_per_region = WholeNumberField(label=_("เจ้าหน้าที่กองเลขาฯ ต่อภาค (คน)"), max_value=50)
    central_officers_due = WholeNumberField(label=_("เจ้าหน้าที่กองเลขาฯ ส่วนกลาง (คน)"), max_value=100)
    boards_limit = WholeNumberField(
        label=_("จำนวนคณะภายนอกต่อคนที่ถือว่ามาก"),
        min_value=1,
        max_value=50,
        help_text=_("ผู้ที่นั่งอยู่เท่านี้หรือมากกว่าจะมีคำเตือน"),
    )
    ends_soon_days = WholeNumberField(
        label=_("เตือนก่อนครบวาระ (วัน)"), max_value=730, help_text=_("ใช้กับสถานะ ใกล้ครบวาระ")
    )
    quorum_of = forms.ChoiceField(
        label=_("องค์ประชุมนับจาก"), choices=Committee.QuorumOf, widget=forms.RadioSelect
    )

    @property
    def groups(self):
        yield from super().groups
        yield self.group(
            "numbers", _("จำนวน"), "seats_due", "officers_per_region", "central_officers_due",
            "boards_limit", "ends_soon_days",
        )  # fmt: skip


REVISING = {
    Kind.SUBCOMMITTEE: GenerationForm,
    Kind.SECRETARIAT: SecretariatForm,
    Kind.BOARD: BodyForm,
}


def form_to_revise(body):
    return REVISING.get(body.kind, MeetingBodyForm)
