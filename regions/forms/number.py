"""One number asked: a box, what may stand instead of a number, and a note."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.thai_fields import WholeNumberField

from .typed import TypedField

NOTE_LIMIT = 500
ZERO, NOT_APPLICABLE, NOTHING_YET = "zero", "not_applicable", "nothing_yet"
INSTEAD_OF_A_NUMBER = [
    (ZERO, gettext_lazy("ไม่มี (0)")),
    (NOT_APPLICABLE, gettext_lazy("ไม่เกี่ยวข้อง")),
    (NOTHING_YET, gettext_lazy("ยังไม่รายงาน")),
]
# The sum that was read beside the box goes with the choice: what was seen is what is kept.
OF_PROVINCES = re.compile(r"provinces-([0-9]{1,9})")


class InsteadField(forms.ChoiceField):
    """What stands instead of a typed number."""

    widget = forms.RadioSelect

    def __init__(self, number):
        choices = list(INSTEAD_OF_A_NUMBER)
        if number.gathered and number.gathered.value is not None:
            value = number.gathered.value
            choices.append((f"provinces-{value}", of_provinces(value)))
        super().__init__(
            label=_("แทนตัวเลข"),
            choices=choices,
            required=False,
            initial=instead_of(number.figure),
        )

    def valid_value(self, value):
        """Also the sum of a moment ago, which a province's report has changed meanwhile."""
        return super().valid_value(value) or bool(OF_PROVINCES.fullmatch(value))


class CountInput(forms.TextInput):
    """A kept number stands as a person reads it: 12,345."""

    def format_value(self, value):
        return f"{value:,}" if isinstance(value, int) else super().format_value(value)


def fields_of(number) -> dict[str, forms.Field]:
    """By name: the three fields of one number."""
    figure = number.figure
    box = WholeNumberField(
        label=number.name,
        help_text=number.indicator.definition,
        required=False,
        initial=figure.value if figure else None,
        widget=CountInput,
    )
    box.was = number.was_words
    note = TypedField(
        label=_("หมายเหตุ"), required=False, max_length=NOTE_LIMIT, initial=number.note
    )
    return {
        number.key: box,
        f"{number.key}_instead": InsteadField(number),
        f"{number.key}_note": note,
    }


def instead_of(figure) -> str | None:
    """Which choice stands checked; none beside a number."""
    if figure is None or not figure.is_answered:
        return NOTHING_YET
    if not figure.is_applicable:
        return NOT_APPLICABLE
    return None if figure.value else ZERO


def value_of(instead: str) -> int | None:
    """The number a choice comes to, if any."""
    if instead == ZERO:
        return 0
    found = OF_PROVINCES.fullmatch(instead or "")
    return int(found[1]) if found else None


def contradicts(instead: str, value: int | None) -> bool:
    """A number was typed, and another answer chosen beside it."""
    if value is None or instead in ("", NOTHING_YET):
        return False
    return value_of(instead) != value


def words_of(instead: str) -> str:
    """A choice as the form says it."""
    found = OF_PROVINCES.fullmatch(instead or "")
    return of_provinces(int(found[1])) if found else str(dict(INSTEAD_OF_A_NUMBER)[instead])


def of_provinces(value: int) -> str:
    return _("ตามผลรวมจังหวัด (%(value)s)") % {"value": f"{value:,}"}
