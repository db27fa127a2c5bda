"""The register as files: one row for each organisation, each column with what it means."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.kernel.exports import Column

from .models import CommunityOrganization, StageRecord
from .queries import standing_of, subdistrict_of

STAGES = {
    StageRecord.Stage.DISCOVERY: ("discovery", _("ค้นหา เริ่ม"), _("ค้นหา เสร็จ")),
    StageRecord.Stage.CERTIFICATION: ("certification", _("รับรอง เริ่ม"), _("รับรอง เสร็จ")),
    StageRecord.Stage.CONTINUING_DEVELOPMENT: (
        "development",
        _("พัฒนาต่อเนื่อง เริ่ม"),
        _("พัฒนาต่อเนื่อง เสร็จ"),
    ),
}


def day_of_stage(stage: int, field: str) -> Callable[[CommunityOrganization], date | None]:
    """Over the stages that ``for_list`` has loaded."""

    def read(organization):
        found = (row for row in organization.stages.all() if row.stage == stage)
        return getattr(next(found, None), field, None)

    return read


ORGANIZATION_COLUMNS = [
    Column("number", _("เลขในทะเบียน"), _("เลขในที่อยู่ของหน้า"), lambda one: one.pk, "integer"),
    Column("name", _("ชื่อองค์กร"), "", lambda one: one.name),
    Column("kind", _("รหัสประเภท"), "", lambda one: one.kind.code),
    Column("kind_name", _("ประเภท"), "", lambda one: one.kind.name),
    Column("province", _("รหัสจังหวัด"), _("2 หลัก"), lambda one: one.province_id),
    Column("province_name", _("จังหวัด"), "", lambda one: one.province.name),
    Column("subdistrict", _("ตำบล"), "", subdistrict_of),
    Column(
        "founded",
        _("ก่อตั้ง พ.ศ."),
        _("ว่างถ้าไม่ทราบ"),
        lambda one: one.founded_be_year,
        "integer",
    ),
    Column("standing", _("จังหวะก้าว"), "", lambda one: str(standing_of(one).words)),
    *(
        Column(f"{name}_{ends}", heading, "", day_of_stage(stage, f"{ends}_on"), "date")
        for stage, (name, *headings) in STAGES.items()
        for ends, heading in zip(("opened", "closed"), headings, strict=True)
    ),
]
