"""Days, months, times and counts as people write them, in Thai or Arabic digits.

Each ``parse_…`` raises a ValueError whose text tells the person, in the language
of the screen, how to write it.
"""

import re
from datetime import date, time

from django.utils.translation import gettext as _

from .thai import BUDDHIST_ERA, ENGLISH, THAI, normalise

_YEAR = r"(?P<year>\d+)"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_MONTH_NAME = r"(?P<name>[^\d\s/.-][^\d/-]*?)"
_ERA = r" ?(?:(?:พ\.?ศ\.?|ค\.?ศ\.?) ?)?"

_DATE_FORMS = [
    re.compile(rf"{_DAY} ?([/.-]) ?{_MONTH} ?\2 ?{_YEAR}"),
    re.compile(rf"(?:วัน\D*?ที่ ?)?{_DAY} ?{_MONTH_NAME}{_ERA}{_YEAR}"),
    re.compile(rf"(?P<year>\d{{4}})-{_MONTH}-{_DAY}"),
]
_MONTH_FORMS = [
    re.compile(rf"{_MONTH} ?[/.-] ?{_YEAR}"),
    re.compile(rf"{_MONTH_NAME}{_ERA}{_YEAR}"),
    re.compile(rf"(?P<year>\d{{4}})-{_MONTH}"),
]
_MONTH_NUMBERS = {
    name.replace(".", "").lower(): number
    for names in (THAI, ENGLISH)
    for table in (names.months, names.short_months)
    for number, name in enumerate(table, start=1)
}


def parse_date(text: str) -> date:
    """A day as a person writes it: 1/9/2569, ๑ ก.ย. ๒๕๖๙, 1 September 2026.

    The year loses its 543 before the day is looked up: 29/02/2567 is a real
    day although 2567 is no leap year.
    """
    return _parse(text, _DATE_FORMS, _("เขียนวันที่ เช่น 1/9/2569 หรือ 1 กันยายน 2569"))


def parse_month(text: str) -> date:
    """The first day of a month as a person writes it: 9/2569, กันยายน 2569."""
    return _parse(text, _MONTH_FORMS, _("เขียนเดือน เช่น 9/2569 หรือ กันยายน 2569"))


def parse_time(text: str) -> time:
    """A time of day as a person writes it: 9.00, 09:00, ๐๙.๐๐ น."""
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})(?: ?น\.?)?", normalise(text))
    try:
        return time(int(found[1]), int(found[2]))
    except (TypeError, ValueError):
        raise ValueError(_("เขียนเวลา เช่น 09.00")) from None


def parse_whole_number(text: str) -> int:
    """A count as a person writes it: 1234, 1,234, ๑,๒๓๔."""
    written = normalise(text)
    if not re.fullmatch(r"\d{1,3}(,\d{3}){1,5}|\d{1,15}", written):
        raise ValueError(_("กรอกเป็นตัวเลข เช่น 14"))
    return int(written.replace(",", ""))


def _parse(text: str, forms: list[re.Pattern], refusal: str) -> date:
    text = normalise(text)
    found = next(filter(None, (form.fullmatch(text) for form in forms)), None)
    month = found and _month_number(found.groupdict())
    if month is None:
        raise ValueError(refusal)
    year = _gregorian(found["year"])
    try:
        return date(year, month, int(found.groupdict().get("day", 1)))
    except ValueError:
        raise ValueError(_("ไม่มีวันนี้ในปฏิทิน โปรดตรวจวันและเดือน")) from None


def _month_number(parts: dict[str, str]) -> int | None:
    if parts.get("month"):
        return int(parts["month"])
    return _MONTH_NUMBERS.get(re.sub(r"[. ]", "", parts["name"]).lower())


def _gregorian(written: str) -> int:
    year = int(written) if len(written) == 4 else 0
    if 2400 <= year <= 2100 + BUDDHIST_ERA:
        return year - BUDDHIST_ERA
    if 1900 <= year <= 2100:
        return year
    raise ValueError(_("ปีต้องเป็น พ.ศ. สี่หลัก เช่น 2569"))
