"""Telephone numbers as people write them."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.phones import parse_phone, shown_phone
from portal.kernel.thai import to_thai_digits
from portal.kernel.thai_fields import PhoneField

MOBILE = "+66812345678"
REFUSED = "เขียนหมายเลขโทรศัพท์ให้ครบ เช่น 081 234 5678 หรือ 02 123 4567"


@pytest.mark.parametrize(
    "written",
    [
        "0812345678",
        "081-234 5678",
        "081.234.5678",
        "081–234–5678",
        " 081 234 5678 ",
        "๐๘๑-๒๓๔-๕๖๗๘",
        "+66 81 234 5678",
        "+66(0)81 234 5678",
        "66812345678",
        "โทร. 081 234 5678",
        "tel: 081-2345678",
        "081\u200b2345678",
    ],
)
def test_a_mobile_number_is_one_number_however_it_is_written(written):
    assert parse_phone(written) == MOBILE


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("02-123-4567", "+6621234567", "02 123 4567"),
        ("074-123456 ต่อ 12", "+6674123456", "074 123 456"),
        ("074-123456ต่อ๑๒", "+6674123456", "074 123 456"),
        ("02 123 4567 #12", "+6621234567", "02 123 4567"),
        ("02 123 4567, ext. 12 หรือ 13", "+6621234567", "02 123 4567"),
        ("02 123 4567 กด 0", "+6621234567", "02 123 4567"),
        ("+856 20 55 512 345", "+8562055512345", "+856 20 55 512 345"),
        ("000 000 0012", "+66000000012", "000 000 0012"),
    ],
)
def test_landlines_extensions_neighbours_and_made_up_numbers(written, kept, shown):
    assert (parse_phone(written), shown_phone(kept)) == (kept, shown)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1300",
        "081 234 567",
        "081 234 5678 9",
        "081-234-5678, 089-111-2222",
        "081 234 5678 หรือ 089 111 2222",
        "somchai@example.org",
        "0812345678\x00",
        "+",
        "ต่อ 12",
        "9" * 60,
    ],
)
def test_what_is_no_number_is_refused_in_a_sentence(written):
    with translation.override("th"), pytest.raises(ValueError, match=REFUSED):
        parse_phone(written)


def test_a_real_installation_knows_no_made_up_numbers(settings):
    settings.DEMO = False

    with pytest.raises(ValueError, match=REFUSED):
        parse_phone("000 000 0012")


MOBILES = st.from_regex(r"0[689][1-9][0-9]{7}", fullmatch=True)


@given(MOBILES, st.booleans())
def test_what_is_kept_and_what_is_shown_are_read_as_the_same_number(number, thai):
    try:
        kept = parse_phone(to_thai_digits(number) if thai else number)
    except ValueError:
        return  # a range that no operator has

    assert kept == f"+66{number[1:]}"
    assert [parse_phone(kept), parse_phone(shown_phone(kept))] == [kept, kept]


@given(st.text(max_size=80))
def test_anything_typed_is_a_number_or_is_refused(text):
    try:
        kept = parse_phone(text)
    except ValueError:
        return
    assert kept.startswith("+")
    assert kept[1:].isascii()
    assert len(kept) <= 16


def test_the_field_reads_and_writes_numbers_as_people_do():
    field = PhoneField(required=False)

    assert field.clean("081-234 5678") == MOBILE
    assert field.clean("") == ""
    assert 'value="081 234 5678"' in field.widget.render("phone", MOBILE)
    assert 'value="๐๘๑"' in field.widget.render("phone", "๐๘๑")
