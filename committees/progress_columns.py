"""The log of the issues as a file: what each report told, with where it stands."""

from django.utils.translation import gettext_lazy as _

from committees.models import IssueProgress
from portal.kernel.exports import Column
from portal.kernel.letters import address_of
from portal.kernel.thai import month_and_year


def place_code(told: IssueProgress) -> str:
    unit = told.report.unit
    return unit.province_id or unit.region.code


def source_of(told: IssueProgress) -> str:
    """The section of the report that tells it."""
    return address_of(f"{told.report.get_absolute_url()}#s{told.place}")


PROGRESS_COLUMNS = [
    Column(
        "month",
        _("เดือนที่รายงาน (ค.ศ.)"),
        _("ปี-เดือน"),
        lambda one: f"{one.report.round.month:%Y-%m}",
        "gYearMonth",
    ),
    Column(
        "month_be", _("เดือนที่รายงาน (พ.ศ.)"), "", lambda one: month_and_year(one.report.round.month)
    ),
    Column("place", _("รหัสพื้นที่"), _("รหัสภาค หรือรหัสจังหวัด 2 หลัก"), place_code),
    Column("place_name", _("ชื่อพื้นที่"), "", lambda one: str(one.report.unit)),
    Column("issue", _("รหัสประเด็น"), "", lambda one: one.issue.code),
    Column("issue_name", _("ประเด็น"), "", lambda one: one.issue.name),
    Column("level", _("รหัสระดับ"), _("subdistrict province region nation"), lambda one: one.level),
    Column("level_name", _("ระดับ"), "", lambda one: str(one.get_level_display())),
    Column("text", _("ความก้าวหน้า"), _("ตามที่รายงานซึ่งผ่านแล้วเล่าไว้"), lambda one: one.text),
    Column("source", _("ที่มา"), _("ที่อยู่ของหมวดในรายงาน เปิดได้เมื่อลงชื่อเข้าใช้"), source_of, "anyURI"),
]
