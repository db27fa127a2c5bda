"""A file becomes sheets of cells, by what is in it and not by what it is called."""

import csv
import io

from django.utils.translation import gettext as _

from portal.kernel.tables import as_written
from portal.kernel.workbooks import MEGABYTE, Sheet, Unreadable, read_workbook, with_something

from .cells import cell_of

MOST_BYTES = 5 * MEGABYTE
SHEET_OF_CSV = "CSV"
DELIMITERS = ",;\t"


def read_file(content: bytes) -> list[Sheet]:
    """The sheets of an XLSX or a CSV file."""
    if len(content) > MOST_BYTES:
        most = {"n": MOST_BYTES // MEGABYTE}
        raise Unreadable(_("ไฟล์ใหญ่เกิน %(n)s MB โปรดเหลือไว้เฉพาะแผ่นงานรายชื่อ") % most)
    if not content.strip():
        raise Unreadable(_("ไฟล์นี้ว่างเปล่า โปรดเลือกไฟล์อื่น"))
    if content.startswith(b"PK\x03\x04"):
        return read_workbook(content, cell_of)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_("ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) หรือตั้งรหัสผ่านไว้ โปรดบันทึกเป็น .xlsx ที่ไม่มีรหัสผ่าน"))
    return [read_csv(content)]


def read_csv(content: bytes) -> Sheet:
    text = decoded(content)
    delimiter = max(DELIMITERS, key=text[:4000].count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        lines = ([as_written(cell) for cell in line] for line in lines)
        return Sheet(SHEET_OF_CSV, with_something(enumerate(lines, start=1), cell_of))
    except csv.Error as error:
        raise Unreadable(_("อ่านไฟล์ CSV นี้ไม่ได้ โปรดบันทึกใหม่เป็น .xlsx")) from error


def decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, or Windows-874, which TIS-620 is part of."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp874"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(_("ไฟล์นี้ไม่ใช่ XLSX หรือ CSV ที่อ่านได้ โปรดใช้แบบที่ดาวน์โหลดจากหน้านี้"))
