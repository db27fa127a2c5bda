"""The columns of a roster: their headings, what they hold, what else people call them.

The headings are Thai on every screen: they stand in the file.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.kernel.thai import normalise


@dataclass(frozen=True)
class Column:
    """One column; ``also`` are other headings under which it is known."""

    key: str
    heading: str
    explanation: str | Promise
    examples: tuple[str, str]
    is_required: bool = False
    also: tuple[str, ...] = ()


COLUMNS = (
    Column(
        "seat",
        "ที่นั่งที่",
        _("เลขที่นั่งในคณะ 67 ที่นั่งที่ยังไม่มีในระบบจะสร้างให้จากสี่คอลัมน์ท้าย"),
        ("1", "61"),
        is_required=True,
        also=("ที่นั่ง", "เลขที่นั่ง", "หมายเลขที่นั่ง"),
    ),
    Column("prefix", "คำนำหน้า", _("เช่น นาย นาง นางสาว ผศ.ดร. เว้นว่างได้"), ("นาย", "นางสาว"),
           also=("คำนำหน้านาม", "คำนำหน้าชื่อ")),
    Column("first_name", "ชื่อ", _("ชื่อตัว ไม่รวมคำนำหน้าและนามสกุล"), ("ตัวอย่าง", "สาธิต"),
           is_required=True, also=("ชื่อตัว",)),
    Column("last_name", "นามสกุล", _("เว้นว่างได้ถ้าไม่มี พระภิกษุใส่ฉายา"), ("ไม่มีจริง", "ไม่มีจริง"),
           also=("สกุล", "ชื่อสกุล")),
    Column(
        "phone",
        "โทรศัพท์",
        _("เช่น 081 234 5678 ถ้า Excel ตัดเลข 0 ตัวหน้าออก ระบบเติมให้และบอกไว้ เว้นว่างได้"),
        ("02 123 4567", ""),
        also=("เบอร์โทร", "เบอร์โทรศัพท์", "โทร", "มือถือ", "หมายเลขโทรศัพท์"),
    ),
    Column("email", "อีเมล", _("เช่น name@example.org เว้นว่างได้"), ("", "sathit@example.org"),
           also=("อีเมล์", "email", "e-mail")),
    Column("line_id", "ไลน์ไอดี", _("เว้นว่างได้"), ("", ""), also=("ไลน์", "line", "lineid")),
    Column(
        "mode",
        "รูปแบบ",
        _("แต่งตั้ง หรือ เครือข่าย แบบแต่งตั้งต้องมีคำสั่งในสามคอลัมน์ถัดจากครบวาระ"),
        ("แต่งตั้ง", "เครือข่าย"),
        is_required=True,
        also=("รูปแบบการเป็นอนุกรรมการ", "รูปแบบสมาชิก"),
    ),
    Column(
        "starts_on",
        "ตั้งแต่วันที่",
        _("วันแรกในตำแหน่ง เช่น 1/7/2568 หรือ 1 กรกฎาคม 2568"),
        ("1/7/2568", "1 กรกฎาคม 2568"),
        is_required=True,
        also=("ตั้งแต่", "วันที่เริ่ม", "เริ่มวันที่", "วันเริ่ม", "ดำรงตำแหน่งตั้งแต่"),
    ),
    Column("term_ends_on", "ครบวาระ", _("วันสุดท้ายของวาระ เว้นว่างได้"), ("30/6/2570", ""),
           also=("วันครบวาระ", "ครบวาระวันที่", "ครบวาระเมื่อ")),
    Column("issuer", "ผู้ออกคำสั่ง", _("หน่วยงานหรือผู้ลงนาม เช่น พอช."), ("พอช.", ""),
           also=("หน่วยงานที่ออกคำสั่ง",)),
    Column("order_number", "เลขที่คำสั่ง", _("เช่น 15/2568 คำสั่งที่ยังไม่มีในทะเบียนจะเพิ่มให้"), ("15/2568", ""),
           also=("คำสั่งเลขที่", "คำสั่งที่", "เลขคำสั่ง")),
    Column("issued_on", "ลงวันที่", _("วันที่ของคำสั่ง ต้องมีเมื่อคำสั่งยังไม่อยู่ในทะเบียน"), ("25/6/2568", ""),
           also=("คำสั่งลงวันที่", "วันที่คำสั่ง", "วันที่ของคำสั่ง")),
    Column("kind", "ประเภท", _("กลุ่มจังหวัด หรือ ประเด็น ใช้เมื่อต้องสร้างที่นั่ง"), ("กลุ่มจังหวัด", "ประเด็น"),
           also=("ประเภทที่นั่ง",)),
    Column("region", "ภาค", _("ภาคของที่นั่งกลุ่มจังหวัด ใช้เมื่อต้องสร้างที่นั่ง"), ("ภาคใต้", "")),
    Column("cluster", "กลุ่มจังหวัด", _("ใช้เมื่อต้องสร้างที่นั่ง เว้นว่างได้"), ("ภาคใต้ชายแดน", "")),
    Column("issue", "ประเด็น", _("ประเด็นของที่นั่งผู้แทนประเด็น ใช้เมื่อต้องสร้างที่นั่ง"), ("", "สวัสดิการชุมชน"),
           also=("ประเด็นงาน",)),
)  # fmt: skip

BY_KEY = {column.key: column for column in COLUMNS}
REQUIRED = tuple(column.key for column in COLUMNS if column.is_required)
# What a row has that says nothing of a person: a seat nobody has been found for yet.
OF_THE_SEAT = ("seat", "kind", "region", "cluster", "issue")
# How many headings a row must have before it is taken for the heading row.
ENOUGH_HEADINGS = 3


def spelled(heading: str) -> str:
    """A heading without what people add to it: spaces, dots, stars, what stands in brackets."""
    without_brackets = re.sub(r"[(\[（].*", "", normalise(heading))
    return re.sub(r"[\s.*:_\-/]", "", without_brackets).lower()


_KEYS = {spelled(name): column.key for column in COLUMNS for name in (column.heading, *column.also)}


def key_of(heading: str) -> str | None:
    """Which column a heading names, or None."""
    return _KEYS.get(spelled(heading))
