"""When and where a meeting is: shared by planning, moving and what follows them."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.actions import Expectation, Schedule
from meetings.models import Meeting
from portal.kernel.forms import ActionForm
from portal.kernel.names import named
from portal.kernel.thai_fields import ThaiDateField, ThaiMonthField, ThaiTimeField
from regions.models import Province

Mode = Meeting.Mode


class LinkField(forms.URLField):
    """An address of the web, and of nothing else."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {"invalid": gettext_lazy("วางที่อยู่เว็บ เช่น https://example.com/…")}

    def __init__(self, **kwargs):
        super().__init__(
            max_length=500, required=False, assume_scheme="https", **kwargs, widget=forms.TextInput
        )

    def widget_attrs(self, widget):
        kept = {"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        return {**super().widget_attrs(widget), **kept}


class ChosenField(forms.ChoiceField):
    """One of several that always has an answer: unsaid, it is the first one."""

    def clean(self, value):
        return super().clean(value or self.initial)


class FoldingForm(ActionForm):
    """Asks first what is always asked; the rest stands in ``FOLDS``, by the name of each. One is
    open where something stands in it that the form did not put there, or something is wrong."""

    FOLDS = {}

    @property
    def unfolded(self) -> set[str]:
        return {fold for fold, names in self.FOLDS.items() if any(map(self._speaks, names))}

    def _speaks(self, name):
        if name not in self.fields:
            return False
        unsaid = {"", str(self.fields[name].initial or "")}
        return bool(self[name].errors) or str(self[name].value() or "") not in unsaid


class ScheduleForm(FoldingForm):
    """Days, hours and place."""

    FOLDS = {
        "days": ("ends_on", "expected_month", "expected_part"),
        "ways": ("mode", "online_url", "map_url"),
    }

    starts_on = ThaiDateField(
        label=gettext_lazy("วันแรก"), help_text=gettext_lazy("เช่น 12/6/2569 หรือ 12 มิ.ย. 2569")
    )
    ends_on = ThaiDateField(
        label=gettext_lazy("วันสุดท้าย"),
        required=False,
        help_text=gettext_lazy("เว้นว่างได้ ถ้าประชุมวันเดียว"),
    )
    starts_at = ThaiTimeField(
        label=gettext_lazy("เริ่มเวลา"), required=False, help_text=gettext_lazy("เช่น 09.00")
    )
    ends_at = ThaiTimeField(
        label=gettext_lazy("เลิกเวลา"), required=False, help_text=gettext_lazy("เช่น 16.30")
    )
    mode = ChosenField(label=gettext_lazy("วิธีประชุม"), choices=Mode, initial=Mode.ONSITE)
    venue = forms.CharField(label=gettext_lazy("สถานที่"), max_length=200, required=False)
    province = forms.ModelChoiceField(
        Province.objects.all(),
        label=gettext_lazy("จังหวัด"),
        required=False,
        empty_label=gettext_lazy("ยังไม่ระบุ"),
    )
    map_url = LinkField(
        label=gettext_lazy("ลิงก์แผนที่"), help_text=gettext_lazy("คัดลอกจากแอปแผนที่ จะอยู่ในหนังสือเชิญ")
    )
    online_url = LinkField(
        label=gettext_lazy("ลิงก์เข้าประชุมออนไลน์"),
        help_text=gettext_lazy("เห็นเฉพาะผู้เข้าสู่ระบบและผู้ได้รับหนังสือเชิญ ไม่เผยแพร่"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].label_from_instance = named

    def clean(self):
        given = super().clean()
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and "ends_on" not in self.errors:
            given["ends_on"] = last or first
        if first and last and last < first:
            self.add_error("ends_on", _("วันสุดท้ายต้องไม่ก่อนวันแรก"))
        opens, closes = given.get("starts_at"), given.get("ends_at")
        if opens and closes and closes <= opens and first == given.get("ends_on"):
            self.add_error("ends_at", _("เวลาเลิกต้องหลังเวลาเริ่ม"))
        return given

    def schedule(self):
        return {name: self.cleaned_data[name] for name in Schedule.__dataclass_fields__}


class CalledScheduleForm(ScheduleForm):
    """Of a meeting everybody was called to: nothing a letter tells may be missing."""

    use_required_attribute = False  # whether a room is needed follows from what is chosen beside it

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["starts_at"].required = True
        self.fields["venue"].required = self["mode"].value() != Mode.ONLINE

    def clean(self):
        given = super().clean()
        mode = given.get("mode")
        if mode != Mode.ONSITE and not given.get("online_url") and "online_url" not in self.errors:
            self.add_error("online_url", _("วางลิงก์ที่ผู้ได้รับเชิญใช้เข้าประชุม"))
        return given


def schedule_of(meeting: Meeting) -> dict:
    """When and where, as a form shows it: a meeting of one day has no last day of its own, so that
    another day is typed once."""
    told = {name: getattr(meeting, name) for name in Schedule.__dataclass_fields__}
    return told if meeting.is_several_days else told | {"ends_on": None}


class ExpectationForm(forms.Form):
    """The month of a meeting whose day is not fixed yet, and the part of it."""

    expected_month = ThaiMonthField(
        label=gettext_lazy("คาดว่าจะจัดในเดือน"),
        required=False,
        help_text=gettext_lazy("ถ้ายังไม่กำหนดวัน เช่น 7/2569 หรือ กรกฎาคม 2569"),
    )
    expected_part = ChosenField(
        label=gettext_lazy("ช่วงของเดือน"),
        choices=Meeting.MonthPart,
        initial=Meeting.MonthPart.ANY,
    )

    def expectation(self):
        """A part without its month says nothing."""
        told = {name: self.cleaned_data[name] for name in Expectation.__dataclass_fields__}
        return told if told["expected_month"] else told | {"expected_part": ""}


class PlannedForm(ExpectationForm, ScheduleForm):
    """Days, or the month they are expected in; one of the two."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].required = False

    def clean(self):
        given = super().clean()
        asked = ("starts_on", "expected_month")
        if not any(given.get(name) or name in self.errors for name in asked):
            self.add_error("starts_on", _("กรอกวันแรก หรือเดือนที่คาดว่าจะจัด"))
        return given
