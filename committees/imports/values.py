"""One cell becomes one value, or says what was expected and how to mend it (promise 25)."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from committees.models import Membership, Seat
from portal.kernel.phones import has_extension, parse_phone, shown_phone
from portal.kernel.thai import BUDDHIST_ERA
from portal.kernel.thai_input import parse_date

from .cells import Cell
from .columns import BY_KEY, REQUIRED, spelled

LENGTHS = {"prefix": 40, "first_name": 100, "last_name": 100, "phone": 30, "email": 254,
           "line_id": 60, "issuer": 120, "order_number": 60}  # fmt: skip
EXCEL_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}
LARGEST_SEAT = 32767
MODES = {
    "แต่งตั้ง": Membership.Mode.FORMAL, "ทางการ": Membership.Mode.FORMAL,
    "รูปแบบทางการ": Membership.Mode.FORMAL, "formal": Membership.Mode.FORMAL,
    "เครือข่าย": Membership.Mode.NETWORK, "แบบเครือข่าย": Membership.Mode.NETWORK,
    "แบบเครือข่ายการทำงาน": Membership.Mode.NETWORK, "network": Membership.Mode.NETWORK,
    "แต่งตั้งอย่างเป็นทางการ": Membership.Mode.FORMAL, "เครือข่ายการทำงาน": Membership.Mode.NETWORK,
}  # fmt: skip
KINDS = {
    "กลุ่มจังหวัด": Seat.Kind.CLUSTER, "ผู้แทนกลุ่มจังหวัด": Seat.Kind.CLUSTER,
    "ประเด็น": Seat.Kind.ISSUE, "ผู้แทนประเด็น": Seat.Kind.ISSUE,
}  # fmt: skip
_DATE_WITH_MIDNIGHT = re.compile(r"(.+?)[ T]0{1,2}:00(?::00)?")


class Finding(NamedTuple):
    """What is wrong in one cell: what stands there, what should, and what to do."""

    key: str
    found: str
    expected: str
    mend: str

    @property
    def heading(self) -> str:
        return BY_KEY[self.key].heading


class Wrong(Exception):
    """A cell that cannot be read."""

    def __init__(self, expected: str, mend: str) -> None:
        self.expected, self.mend = expected, mend


class Values(NamedTuple):
    """What the cells of one row say; ``notes`` tell what was read otherwise than it stands."""

    of: dict
    findings: list[Finding]
    notes: list[str]


def values_of(cells: dict[str, Cell]) -> Values:
    read = Values({}, [], [])
    for key, column in BY_KEY.items():
        cell = cells.get(key, "")
        try:
            read.of[key] = value_of(key, cell, read.notes)
        except Wrong as wrong:
            read.of[key] = None
            read.findings.append(Finding(key, shown(cell), wrong.expected, wrong.mend))
        else:
            if column.key in REQUIRED and read.of[key] is None:
                needed = _("เติมช่องนี้ เช่น %(example)s") % {"example": column.examples[0]}
                read.findings.append(Finding(key, "", _("ต้องไม่ว่าง"), needed))
    return read


def value_of(key: str, cell: Cell, notes: list[str]):
    """None for a blank cell, whatever its column."""
    refuse_hidden(cell)
    if cell == "":
        return None
    return READERS.get(key, text)(key, cell, notes)


def shown(cell: Cell) -> str:
    """The cell as the person sees it in the spreadsheet."""
    if not isinstance(cell, dict):
        return str(cell)
    if "date" in cell:
        year, month, day = cell["date"].split("-")
        return f"{int(day)}/{int(month)}/{int(year)}"
    return next(iter(cell.values()))


def refuse_hidden(cell: Cell) -> None:
    if isinstance(cell, dict) and "formula" in cell:
        raise Wrong(
            _("ค่าที่พิมพ์ไว้ ไม่ใช่สูตร"),
            _("สูตรนี้ยังไม่มีค่า เปิดไฟล์ใน Excel แล้วบันทึกใหม่ หรือคัดลอกแล้ววางเป็นค่า"),
        )
    if isinstance(cell, dict) and "merged" in cell:
        raise Wrong(_("ช่องของตัวเอง ไม่ผสานกับช่องอื่น"), _("ยกเลิกการผสานเซลล์ แล้วกรอกทุกแถว"))
    if isinstance(cell, str) and cell.upper() in EXCEL_ERRORS:
        raise Wrong(_("ค่าที่พิมพ์ไว้ ไม่ใช่สูตรที่ผิดพลาด"), _("แก้สูตร หรือพิมพ์ค่าลงไป"))


# -- Kinds of cells ----------------------------------------------------------------------


def text(key: str, cell: Cell, notes: list[str]) -> str:
    if isinstance(cell, dict):
        raise Wrong(_("ข้อความ ไม่ใช่วันที่"), _("Excel เปลี่ยนข้อความเป็นวันที่ จัดรูปแบบช่องเป็นข้อความ แล้วพิมพ์ใหม่"))
    written = str(cell)
    most = LENGTHS.get(key, 120)
    if len(written) > most:
        raise Wrong(_("ไม่เกิน %(n)s ตัวอักษร") % {"n": most}, _("ย่อข้อความในช่องนี้"))
    return written


def name(key: str, cell: Cell, notes: list[str]) -> str:
    written = text(key, cell, notes)
    if not any(letter.isalpha() for letter in written):
        raise Wrong(_("ชื่อเป็นตัวอักษร"), _("ตรวจว่าข้อมูลอยู่ตรงคอลัมน์"))
    return written


def seat(key: str, cell: Cell, notes: list[str]) -> int:
    written = re.sub(r"^ที่(?:นั่ง)?(?:ที่)? *", "", text(key, cell, notes))
    if not re.fullmatch(r"\d{1,6}(?:\.0+)?", written) or not 1 <= float(written) <= LARGEST_SEAT:
        raise Wrong(_("เลขที่นั่ง เช่น 12"), _("กรอกเฉพาะตัวเลขของที่นั่ง"))
    return int(float(written))


def phone(key: str, cell: Cell, notes: list[str]) -> str:
    """Excel drops the first nought of what it takes for a number; it is put back, and said."""
    written = text(key, cell, notes)
    if re.fullmatch(r"\d(?:\.\d+)?E\+?\d+", written, re.IGNORECASE):
        raise Wrong(
            _("หมายเลขโทรศัพท์เต็ม"), _("Excel ย่อตัวเลขไว้ จัดรูปแบบช่องเป็นข้อความ แล้วพิมพ์หมายเลขใหม่")
        )
    lost_nought = re.fullmatch(r"[1-9]\d{7,8}", re.sub(r"[\s-]", "", written))
    if lost_nought:
        written = f"0{written}"
    try:
        number = shown_phone(parse_phone(written))
    except ValueError as error:
        raise Wrong(_("หมายเลขโทรศัพท์หนึ่งหมายเลข"), str(error)) from None
    if lost_nought:
        notes.append(_("โทรศัพท์ไม่มีเลข 0 ตัวหน้า อ่านเป็น %(number)s") % {"number": number})
    return written if has_extension(written) else number


def email(key: str, cell: Cell, notes: list[str]) -> str:
    written = text(key, cell, notes).removeprefix("mailto:")
    try:
        validate_email(written)
    except ValidationError:
        raise Wrong(_("อีเมลหนึ่งที่อยู่ เช่น name@example.org"), _("ตรวจตัวสะกด หรือเว้นว่างถ้าไม่มี")) from None
    return written


def day(key: str, cell: Cell, notes: list[str]) -> date:
    expected = _("วันที่ เช่น 1/7/2568 หรือ 1 กรกฎาคม 2568")
    try:
        if isinstance(cell, dict):
            return day_of_excel(*map(int, cell["date"].split("-")))
        if isinstance(cell, str):
            return parse_date(_DATE_WITH_MIDNIGHT.sub(r"\1", cell))
    except ValueError as error:
        raise Wrong(expected, str(error)) from None
    raise Wrong(expected, _("Excel เก็บวันนี้เป็นตัวเลข จัดรูปแบบช่องเป็นวันที่หรือข้อความ แล้วพิมพ์ใหม่"))


def day_of_excel(year: int, month: int, day: int) -> date:
    """A year of the Buddhist era typed into a cell of the other one means its own."""
    return parse_date(f"{day}/{month}/{year if year >= 1900 else year + BUDDHIST_ERA}")


def one_of(choices: dict[str, str]) -> Callable:
    names = _or(choices)

    def choose(key: str, cell: Cell, notes: list[str]) -> str:
        found = choices.get(spelled(text(key, cell, notes)))
        if found is None:
            raise Wrong(names(), _("เลือกเขียนคำใดคำหนึ่ง"))
        return found

    return choose


def _or(choices: dict[str, str]) -> Callable[[], str]:
    first = {value: words for words, value in reversed(choices.items())}
    return lambda: _(" หรือ ").join(reversed(first.values()))


READERS = {
    "seat": seat,
    "first_name": name,
    "phone": phone,
    "email": email,
    "mode": one_of(MODES),
    "starts_on": day,
    "term_ends_on": day,
    "issued_on": day,
    "kind": one_of(KINDS),
}
