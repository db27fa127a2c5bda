"""Thai text, digits and the Buddhist era, as they are kept and as they are shown.

The database keeps Gregorian dates and normalised text; the year of the Buddhist
era (พ.ศ. = ค.ศ. + 543) appears at both doors, on Thai and on English screens.
What people type is read by :mod:`portal.kernel.thai_input`.
"""

import re
import unicodedata
from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from .names import is_english

BUDDHIST_ERA = 543


class Names(NamedTuple):
    months: list[str]
    short_months: list[str]
    weekdays: list[str]
    weekday_date: str
    year: str
    time: str


def _words(text: str) -> list[str]:
    return text.split()


THAI = Names(
    months=_words(
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
    ),
    short_months=_words("ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."),
    weekdays=_words("จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์"),
    weekday_date="วัน{}ที่ {}",
    year="{}",
    time="{h}.{m} น.",
)
ENGLISH = Names(
    months=_words(
        "January February March April May June July August September October November December"
    ),
    short_months=_words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    weekdays=_words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    weekday_date="{} {}",
    year="{} BE",
    time="{h}:{m}",
)


def _names() -> Names:
    return ENGLISH if is_english() else THAI


# -- Digits and text -----------------------------------------------------------

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

_TONES = "\u0e48-\u0e4b"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_REPAIRS = [
    (re.compile(r"\r\n?"), "\n"),
    (re.compile(r"[^\S\n]+"), " "),
    (re.compile(r" ?\n ?"), "\n"),
    (re.compile("เเ"), "แ"),
    # Nikhahit and aa are one vowel, am; a tone stands before it; it is written once.
    (re.compile(f"\u0e4d+([{_TONES}]*)\u0e32"), "\\1\u0e33"),
    (re.compile(f"\u0e33([\u0e33{_TONES}]+)"), lambda am: am[1].replace("\u0e33", "") + "\u0e33"),
    (re.compile(f"([{_MARKS}])\\1+"), r"\1"),
]


def to_arabic_digits(text: str) -> str:
    return text.translate(_TO_ARABIC)


def to_thai_digits(text: str) -> str:
    return text.translate(_TO_THAI)


def normalise(text: str) -> str:
    """One spelling for what looks the same on the screen; lines are kept.

    Store and compare only normalised text: a phone writes แ as เ and เ, or ำ
    as two characters, and nobody can see the difference but the database.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", to_arabic_digits(text)))
    for pattern, replacement in _REPAIRS:
        text = pattern.sub(replacement, text)
    return text.strip()


def containing(query: str, *fields: str) -> Q:
    """Rows in which each word of the query stands somewhere in one of the fields.

    Thai is written without spaces, so a word is found inside a longer one.
    """
    found = Q()
    for word in normalise(query)[:200].split():
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        found &= anywhere
    return found


# -- Years ---------------------------------------------------------------------


def be_year(day: date) -> int:
    """พ.ศ."""
    return day.year + BUDDHIST_ERA


def fiscal_year(day: date) -> int:
    """ปีงบประมาณ in the Buddhist era: it opens on 1 October of the year before."""
    return be_year(day) + (day.month >= 10)


# -- Dates in words ------------------------------------------------------------


def day_of(value: date | datetime) -> date:
    """The calendar day in Thailand of a date or of a moment."""
    if not isinstance(value, datetime):
        return value
    return (timezone.localtime(value) if timezone.is_aware(value) else value).date()


def long_date(value: date | datetime) -> str:
    """12 มิถุนายน 2550"""
    return _in_words(day_of(value), "dmy")


def weekday_date(value: date | datetime) -> str:
    """วันอังคารที่ 12 มิถุนายน 2550"""
    names = _names()
    weekday = names.weekdays[day_of(value).weekday()]
    return names.weekday_date.format(weekday, long_date(value))


def short_date(value: date | datetime) -> str:
    """12 มิ.ย."""
    return _in_words(day_of(value), "dm", short=True)


def slashed_date(value: date | datetime) -> str:
    """12/6/2550: how a form shows a day it already has."""
    day = day_of(value)
    return f"{day.day}/{day.month}/{be_year(day)}"


def month_and_year(value: date | datetime) -> str:
    """มิถุนายน 2550"""
    return _in_words(day_of(value), "my")


def short_month(value: date | datetime) -> str:
    """มิ.ย."""
    return _in_words(day_of(value), "m", short=True)


def date_range(first: date | datetime, last: date | datetime) -> str:
    """12–13 มิถุนายน 2550 · 30 มิถุนายน – 1 กรกฎาคม 2550"""
    first, last = day_of(first), day_of(last)
    if first == last:
        return long_date(last)
    return _span(first, last) + long_date(last)


def short_range(first: date | datetime, last: date | datetime) -> str:
    """12–13 มิ.ย."""
    first, last = day_of(first), day_of(last)
    if first == last:
        return short_date(last)
    return _span(first, last, short=True) + short_date(last)


def time_of_day(value: time | datetime) -> str:
    """09.00 น."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return clock_pattern().format(h=f"{value:%H}", m=f"{value:%M}")


def clock_pattern() -> str:
    """{h}.{m} น.: what is filled in here, or by a script while somebody types."""
    return _names().time


def moment(value: datetime, *, now: datetime) -> str:
    """วันนี้ 09.15 น. · เมื่อวานนี้ 16.40 น. · 12 มิ.ย. 09.15 น. · 12 มิ.ย. 2550 09.15 น."""
    day, today = day_of(value), day_of(now)
    match (day - today).days:
        case 0:
            written = _("วันนี้")
        case -1:
            written = _("เมื่อวานนี้")
        case 1:
            written = _("พรุ่งนี้")
        case _distance if day.year == today.year:
            written = short_date(day)
        case _distance:
            written = _in_words(day, "dmy", short=True)
    return f"{written} {time_of_day(value)}"


def _span(first: date, last: date, *, short: bool = False) -> str:
    """The part of a range before its last day: 12–, 30 มิถุนายน – or 31 ธันวาคม 2549 –"""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–"
    parts = "dm" if first.year == last.year or short else "dmy"
    return f"{_in_words(first, parts, short=short)} – "


def _in_words(day: date, parts: str, *, short: bool = False) -> str:
    names = _names()
    months = names.short_months if short else names.months
    words = {"d": str(day.day), "m": months[day.month - 1], "y": names.year.format(be_year(day))}
    return " ".join(words[part] for part in parts)
