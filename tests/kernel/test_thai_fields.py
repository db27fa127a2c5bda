from datetime import date, time

import pytest
from django import forms
from django.core.exceptions import ValidationError

from portal.kernel.thai_fields import ThaiDateField, ThaiMonthField, ThaiTimeField, WholeNumberField


class Everything(forms.Form):
    day = ThaiDateField()
    month = ThaiMonthField()
    starts_at = ThaiTimeField()
    members = WholeNumberField()


TYPED = {"day": "๒๙/๐๒/๒๕๖๗", "month": "ก.พ. 2567", "starts_at": "09.00 น.", "members": "๑,๒๓๔"}


def test_a_form_reads_what_people_write():
    form = Everything(TYPED)

    assert form.is_valid()
    assert form.cleaned_data == {
        "day": date(2024, 2, 29),
        "month": date(2024, 2, 1),
        "starts_at": time(9, 0),
        "members": 1234,
    }


def test_a_form_shows_its_values_as_people_write_them():
    form = Everything(
        initial={
            "day": date(2024, 2, 29),
            "month": date(2024, 2, 1),
            "starts_at": time(9, 0),
            "members": 1234,
        }
    )

    shown = [field.subwidgets[0].data["value"] for field in form]
    assert shown == ["29/2/2567", "กุมภาพันธ์ 2567", "09.00", "1234"]


def test_a_refused_form_gives_the_typed_text_back():
    form = Everything({**TYPED, "day": "๓๐/๐๒/๒๕๖๗"})

    assert form.errors == {"day": ["ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"]}
    assert 'value="๓๐/๐๒/๒๕๖๗"' in str(form["day"])


def test_the_same_value_written_differently_is_no_change():
    form = Everything(
        TYPED,
        initial={
            "day": date(2024, 2, 29),
            "month": date(2024, 2, 1),
            "starts_at": time(9, 0),
            "members": 1234,
        },
    )

    assert form.changed_data == []


@pytest.mark.parametrize("field", [ThaiDateField, ThaiMonthField, ThaiTimeField, WholeNumberField])
@pytest.mark.parametrize("blank", ["", "   ", "\u200b", None])
def test_blank_is_nothing_and_a_needed_answer_is_asked_for(field, blank):
    assert field(required=False).clean(blank) is None
    with pytest.raises(ValidationError) as refused:
        field().clean(blank)
    assert refused.value.code == "required"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("สิบสี่", "กรอกเป็นตัวเลข เช่น 14"),
        ("1,23", "กรอกเป็นตัวเลข เช่น 14"),
        ("-1", "กรอกเป็นตัวเลข เช่น 14"),
        ("2147483648", "ค่าต้องไม่เกิน 2147483647"),
    ],
)
def test_a_count_the_column_cannot_hold_is_refused_in_thai(typed, message):
    with pytest.raises(ValidationError) as refused:
        WholeNumberField().clean(typed)
    assert refused.value.messages == [message]


def test_phones_offer_the_number_keys_for_a_count():
    assert 'type="text"' in str(Everything()["members"])
    assert 'inputmode="numeric"' in str(Everything()["members"])
