"""Form fields for what people write: days and months of the Buddhist era, times, whole
numbers, telephone numbers.

None is a box of the browser's own making: ``type=date`` shows whatever era the browser
likes, and ``type=number`` refuses Thai digits. Each field reads what
:mod:`portal.kernel.thai_input` and :mod:`portal.kernel.phones` understand and writes a
value it already has in the same form.
"""

from datetime import date, time

from django import forms
from django.utils.translation import gettext_lazy as _

from . import thai, thai_input
from .phones import parse_phone, shown_phone


class ThaiDateInput(forms.TextInput):
    def format_value(self, value):
        if isinstance(value, date):
            value = thai.slashed_date(value)
        return super().format_value(value)


class ThaiMonthInput(forms.TextInput):
    def format_value(self, value):
        if isinstance(value, date):
            value = thai.month_and_year(value)
        return super().format_value(value)


class ThaiTimeInput(forms.TextInput):
    def format_value(self, value):
        if isinstance(value, time):
            value = f"{value:%H.%M}"
        return super().format_value(value)


class _Written:
    """A field whose text one function of the kernel reads; its ValueError is the message."""

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        written = thai.normalise(value)
        try:
            return type(self).read(written) if written else None
        except ValueError as error:
            raise forms.ValidationError(str(error), code="invalid") from None


class ThaiDateField(_Written, forms.DateField):
    """A day: 1/9/2569, ๑/๙/๒๕๖๙, 1 ก.ย. 2569."""

    widget = ThaiDateInput
    read = thai_input.parse_date


class ThaiMonthField(_Written, forms.DateField):
    """A month: 9/2569, กันยายน 2569. It becomes the month's first day."""

    widget = ThaiMonthInput
    read = thai_input.parse_month


class ThaiTimeField(_Written, forms.TimeField):
    """A time of day: 9.00, 09:00, ๐๙.๐๐ น."""

    widget = ThaiTimeInput
    read = thai_input.parse_time


class PhoneInput(forms.TextInput):
    input_type = "tel"

    def format_value(self, value):
        if value and value.startswith("+"):
            value = shown_phone(value)
        return super().format_value(value)


class PhoneField(_Written, forms.CharField):
    """A telephone number: 081-234 5678, ๐๘๑…, +66…, 074-123456 ต่อ 12. It becomes E.164."""

    widget = PhoneInput
    read = parse_phone

    def __init__(self, *, max_length=60, **kwargs):
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value):
        return super().to_python(value) or ""


class WholeNumberField(_Written, forms.IntegerField):
    """A count: 1234, 1,234, ๑,๒๓๔; never below zero, never more than its column holds."""

    widget = forms.TextInput
    read = thai_input.parse_whole_number
    default_error_messages = {"invalid": _("กรอกเป็นตัวเลข เช่น 14")}

    def __init__(self, *, min_value=0, max_value=2_147_483_647, **kwargs):
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "inputmode": "numeric"}
