import contextlib
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel import thai, thai_input
from portal.kernel.models import Person

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
DIGITS = st.sampled_from([thai.to_arabic_digits, thai.to_thai_digits])

MEETING = date(2007, 6, 12)


def render(source, language="th", **context):
    with translation.override(language):
        return Template("{% load thai %}" + source).render(Context(context))


# -- Dates as people write them --


@pytest.mark.parametrize(
    "written",
    [
        "1/9/2569", "01/09/2569", " 1 / 9 / 2569 ", "๑/๙/๒๕๖๙", "1/๙/25๖9", "1-9-2569", "1.9.2569",
        "1/9/2026", "2026-09-01", "2569-09-01",
        "1 กันยายน 2569", "๑ กันยายน ๒๕๖๙", "1 ก.ย. 2569", "1 กย. 2569", "1ก.ย.2569", "1 ก.ย 2569",
        "วันที่ 1 กันยายน พ.ศ. 2569", "วันอังคารที่ 1 กันยายน 2569", "1 กันยายน พ.ศ.2569",
        "1 กันยายน ค.ศ. 2026", "1 September 2026", "1 sep 2569", "1\u200b/9/2569",
    ],
)  # fmt: skip
def test_a_day_is_read_however_a_person_writes_it(written):
    assert thai_input.parse_date(written) == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("1/9/69", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("1/9/1500", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("1/9/2399", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("1/9/9999", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("1/9/02569", "ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"),
        ("29/2/2569", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("31/4/2569", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("1/13/2569", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("0/9/2569", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("1/0/2569", "ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน"),
        ("พรุ่งนี้", "เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"),
        ("1 กันยา 2569", "เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"),
        ("1/9-2569", "เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"),
        ("", "เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(written, refusal):
    with pytest.raises(ValueError, match="^" + refusal.replace(".", r"\.") + "$"):
        thai_input.parse_date(written)


@given(DAYS, DIGITS)
def test_a_day_written_in_any_form_and_digits_is_read_back(day, digits):
    short_month = thai.THAI.short_months[day.month - 1]
    forms = [
        thai.slashed_date(day),
        thai.long_date(day),
        thai.weekday_date(day),
        f"{day.day} {short_month} {thai.be_year(day)}",
        f"{day.day}/{day.month}/{day.year}",
        day.isoformat(),
    ]

    assert [thai_input.parse_date(digits(form)) for form in forms] == [day] * len(forms)


@given(st.integers(1900, 2100))
def test_a_leap_day_exists_by_the_gregorian_year(year):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    for written in (f"29/02/{year}", f"๒๙/๐๒/{thai.to_thai_digits(str(year + 543))}"):
        if leap:
            assert thai_input.parse_date(written) == date(year, 2, 29)
        else:
            with pytest.raises(ValueError, match="ไม่มีวันนี้ในปฏิทิน"):
                thai_input.parse_date(written)


def test_29_february_2567_is_a_real_day():
    assert thai_input.parse_date("29/02/2567") == date(2024, 2, 29)


@pytest.mark.parametrize("kind", ["date", "month", "time", "whole_number"])
@given(text=st.text())
def test_any_other_text_is_refused_and_never_breaks(kind, text):
    with contextlib.suppress(ValueError):
        getattr(thai_input, f"parse_{kind}")(text)


@pytest.mark.parametrize(
    "written", ["9/2569", "๙/๒๕๖๙", "กันยายน 2569", "ก.ย. ๒๕๖๙", "2026-09", "9/2026"]
)
def test_a_month_is_read_as_its_first_day(written):
    assert thai_input.parse_month(written) == date(2026, 9, 1)


@pytest.mark.parametrize("written", ["9.00", "09.00", "09:00", "๐๙.๐๐ น.", "9.00น"])
def test_a_time_is_read_with_dot_or_colon(written):
    assert thai_input.parse_time(written) == time(9, 0)


@pytest.mark.parametrize("written", ["9", "24.00", "9.60", "เช้า"])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(ValueError, match=r"^เขียนเวลา เช่น 09\.00$"):
        thai_input.parse_time(written)


@given(st.integers(min_value=0, max_value=10**15 - 1), DIGITS)
def test_a_count_is_read_with_and_without_commas_in_both_digits(number, digits):
    assert thai_input.parse_whole_number(digits(str(number))) == number
    assert thai_input.parse_whole_number(digits(f"{number:,}")) == number


@pytest.mark.parametrize(
    "written", ["1,23", "12,34", ",123", "1.5", "-3", "สาม", "1,2345", "9" * 5000]
)
def test_a_count_that_can_be_read_two_ways_is_refused(written):
    with pytest.raises(ValueError, match=r"^กรอกเป็นตัวเลข เช่น 14$"):
        thai_input.parse_whole_number(written)


# -- Years --


@given(DAYS)
def test_the_fiscal_year_opens_on_the_first_of_october(day):
    opening = date(day.year, 10, 1)

    assert thai.be_year(day) == day.year + 543
    assert thai.fiscal_year(day) == thai.be_year(day) + (1 if day >= opening else 0)
    assert thai.fiscal_year(opening) == thai.fiscal_year(opening - timedelta(days=1)) + 1


def test_fiscal_year_2550_runs_from_october_2549_to_september_2550():
    edges = [date(2006, 9, 30), date(2006, 10, 1), date(2007, 9, 30), date(2007, 10, 1)]

    assert [thai.fiscal_year(day) for day in edges] == [2549, 2550, 2550, 2551]


# -- Dates in words --


@pytest.mark.parametrize(
    ("source", "in_thai", "in_english"),
    [
        ("{{ day|thai_date }}", "12 มิถุนายน 2550", "12 June 2550 BE"),
        ("{{ day|thai_weekday_date }}", "วันอังคารที่ 12 มิถุนายน 2550", "Tuesday 12 June 2550 BE"),
        ("{{ day|thai_short }}", "12 มิ.ย.", "12 Jun"),
        ("{{ day|thai_month }}", "มิถุนายน 2550", "June 2550 BE"),
        ("{{ day|be_year }}", "2550", "2550"),
        ("{{ at|thai_time }}", "09.00 น.", "09:00"),
        ("{{ midnight|thai_time }}", "00.00 น.", "00:00"),
        ("{{ at|thai_date }}", "12 มิถุนายน 2550", "12 June 2550 BE"),
        ("{{ day|thai_range:next_day }}", "12–13 มิถุนายน 2550", "12–13 June 2550 BE"),
        ("{{ day|thai_range:None }}", "12 มิถุนายน 2550", "12 June 2550 BE"),
        ("{{ None|thai_date }}{{ None|thai_time }}{{ None|thai_range:day }}", "", ""),
        ("{{ ''|thai_month }}{{ ''|thai_time }}{{ None|thai_moment }}", "", ""),
    ],
)
def test_a_page_writes_dates_in_the_language_of_its_reader(source, in_thai, in_english):
    context = {
        "day": MEETING,
        "next_day": date(2007, 6, 13),
        "at": datetime(2007, 6, 12, 2, 0, tzinfo=UTC),
        "midnight": time(0, 0),
    }

    assert render(source, **context) == in_thai
    assert render(source, language="en", **context) == in_english


@pytest.mark.parametrize(
    ("first", "last", "long", "short"),
    [
        (date(2007, 6, 12), date(2007, 6, 12), "12 มิถุนายน 2550", "12 มิ.ย."),
        (date(2007, 6, 12), date(2007, 6, 13), "12–13 มิถุนายน 2550", "12–13 มิ.ย."),
        (date(2007, 6, 30), date(2007, 7, 1), "30 มิถุนายน – 1 กรกฎาคม 2550", "30 มิ.ย. – 1 ก.ค."),
        (
            date(2006, 12, 31), date(2007, 1, 1),
            "31 ธันวาคม 2549 – 1 มกราคม 2550", "31 ธ.ค. – 1 ม.ค.",
        ),
        (
            date(2006, 6, 12), date(2007, 6, 13),
            "12 มิถุนายน 2549 – 13 มิถุนายน 2550", "12 มิ.ย. – 13 มิ.ย.",
        ),
    ],
)  # fmt: skip
def test_a_range_says_nothing_twice(first, last, long, short):
    assert (thai.date_range(first, last), thai.short_range(first, last)) == (long, short)


@pytest.mark.parametrize(
    ("at", "in_thai", "in_english"),
    [
        (datetime(2007, 6, 12, 2, 15, tzinfo=UTC), "วันนี้ 09.15 น.", None),
        (datetime(2007, 6, 11, 17, 5, tzinfo=UTC), "วันนี้ 00.05 น.", None),
        (datetime(2007, 6, 11, 9, 40, tzinfo=UTC), "เมื่อวานนี้ 16.40 น.", None),
        (datetime(2007, 6, 13, 9, 40, tzinfo=UTC), "พรุ่งนี้ 16.40 น.", None),
        (datetime(2007, 1, 2, 9, 40, tzinfo=UTC), "2 ม.ค. 16.40 น.", "2 Jan 16:40"),
        (datetime(2006, 6, 12, 9, 40, tzinfo=UTC), "12 มิ.ย. 2549 16.40 น.", "12 Jun 2549 BE 16:40"),
    ],
)
def test_a_moment_is_told_from_where_the_reader_stands(at, in_thai, in_english):
    now = datetime(2007, 6, 12, 5, 0, tzinfo=UTC)

    assert thai.moment(at, now=now) == in_thai
    if in_english:
        with translation.override("en"):
            assert thai.moment(at, now=now) == in_english


# -- Digits and text --


@given(st.text())
def test_digits_go_there_and_back(text):
    assert thai.to_arabic_digits(thai.to_thai_digits(text)) == thai.to_arabic_digits(text)
    assert thai.to_thai_digits(thai.to_arabic_digits(text)) == thai.to_thai_digits(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("เเม่ฮ่องสอน", "แม่ฮ่องสอน"),
        ("ล\u0e4d\u0e32ปาง", "ลำปาง"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("ที่\u0e48ประชุม", "ที่ประชุม"),
        ("คณะ\u200bอนุกรรมการ\ufeff", "คณะอนุกรรมการ"),
        ("เ\u200bเพร่", "แพร่"),
        ("  มติ \t ที่\u00a0ประชุม  ", "มติ ที่ ประชุม"),
        ("ข้อ ๑ \r\n ข้อ ๒", "ข้อ 1\nข้อ 2"),
        ("e\u0301", "é"),
    ],
)
def test_what_looks_the_same_is_kept_the_same(typed, kept):
    assert thai.normalise(typed) == kept


_HARD = st.text(
    alphabet=" \n\u200bกเแาำ\u0e31\u0e34\u0e38\u0e3a\u0e47\u0e48\u0e49\u0e4c\u0e4d๑1é\u0301"
)


@given(st.text() | _HARD)
def test_normalising_twice_changes_nothing_more(text):
    once = thai.normalise(text)

    assert thai.normalise(once) == once


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("อนุกรรมการ", ["คณะอนุกรรมการประสานงาน"]),
        ("ประสานงาน คณะ", ["คณะอนุกรรมการประสานงาน"]),
        ("เเม่ฮ่อง", ["แม่ฮ่องสอน"]),
        ("๒/๒๕๕๐", ["ประชุม 2/2550"]),
        ("100%", []),
        ("  ", ["คณะอนุกรรมการประสานงาน", "ประชุม 2/2550", "แม่ฮ่องสอน"]),
    ],
)
def test_words_are_found_inside_unspaced_thai(query, found):
    for name in ("คณะอนุกรรมการประสานงาน", "แม่ฮ่องสอน", "ประชุม 2/2550"):
        Person.objects.create(first_name=name)

    people = Person.objects.filter(thai.containing(query, "first_name", "last_name"))

    assert sorted(person.first_name for person in people) == sorted(found)
