"""Today's generation of the 67: the body, its four units and a subcommittee for each issue."""

from datetime import date

from committees.models import Committee, Issue
from portal.kernel.thai import be_year

# By key: name, short name, English name, duties.
UNITS = {
    "steering_planning": (
        "ฝ่ายอำนวยการ/ฝ่ายวางแผนเชิงยุทธศาสตร์",
        "ฝ่ายอำนวยการ",
        "Steering and strategic planning",
        "วางยุทธศาสตร์และแผนงานของคณะ เสนอเรื่องเข้าวาระ และดูแลให้งานเดินตามปฏิทิน",
    ),
    "coordination_pr": (
        "ฝ่ายประสานงานประชาสัมพันธ์",
        "ฝ่ายประสานงาน",
        "Coordination and public relations",
        "ประสานงานระหว่างภาค ดูแลข่าว ประกาศ และช่องทางติดต่อของคณะ",
    ),
    "secretariat": (
        "กองเลขานุการ",
        "กองเลขาฯ",
        "Secretariat",
        "นัดประชุม จัดทำรายงานการประชุม รวบรวมรายงานของภาค และติดตามงานตามมติ",
    ),
    "evaluation_audit": (
        "ฝ่ายประเมินผล/ตรวจสอบ",
        "ฝ่ายประเมินผล",
        "Evaluation and audit",
        "ประเมินผลงานของคณะ ตรวจสอบ และรายงานสิ่งที่พบต่อที่ประชุม",
    ),
}
KINDS = {"secretariat": Committee.Kind.SECRETARIAT}
# What the document of 2550 says of one unit holds today, until CODI decides otherwise.
CARRIED_OVER = {
    "secretariat": {
        "seats_due": 8,
        "note": (
            "จำนวนยกมาจากเอกสารปี 2550 ซึ่งบอกไว้สองแห่งไม่เท่ากัน แห่งหนึ่งว่า “กองเลขาฯ 8 คน” อีกแห่งหนึ่งว่า "
            "“จาก 8 ภาคและจากส่วนกลาง 2 คน” น่าจะหมายถึงรวม 10 คน โดย 8 คนเป็นเจ้าหน้าที่ภาค (น่าจะใช่) "
            "พอร์ทัลเก็บไว้ทั้งสองจำนวน"
        ),
    },
}


def load_generation(*, starts_on: date) -> Committee:
    committee = Committee.objects.create(
        kind=Committee.Kind.SUBCOMMITTEE,
        code=f"coordination-{be_year(starts_on)}",
        name="คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        short_name=f"คณะ 67 ชุดปี {be_year(starts_on)}",
        name_en="Community Organisation Movement Coordination Subcommittee",
        seats_due=67,
        meets_every_months=1,
        starts_on=starts_on,
    )
    Committee.objects.bulk_create([*units_of(committee), *issue_bodies(committee)])
    return committee


def units_of(committee):
    for position, (key, words) in enumerate(UNITS.items(), start=1):
        name, short_name, name_en, duties = words
        yield Committee(
            kind=KINDS.get(key, Committee.Kind.UNIT), code=f"{committee.code}-{key}", name=name,
            short_name=short_name, name_en=name_en, duties=duties, parent=committee,
            position=position, starts_on=committee.starts_on, **CARRIED_OVER.get(key, {}),
        )  # fmt: skip


def issue_bodies(committee):
    for issue in Issue.objects.all():
        yield Committee(
            kind=Committee.Kind.ISSUE,
            code=f"{committee.code}-{issue.code}",
            name=f"อนุกรรมการเชิงประเด็น {issue.name}",
            short_name=issue.name,
            name_en=f"Issue subcommittee: {issue.name_en}",
            issue=issue,
            parent=committee,
            position=len(UNITS) + issue.position,
            starts_on=committee.starts_on,
        )
