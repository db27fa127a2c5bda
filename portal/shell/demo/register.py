"""Made-up organisations over all provinces, in each stage of a status certification."""

from datetime import date, timedelta

from certification.models import CommunityOrganization, OrganizationKind, StageRecord
from committees.models import Issue
from portal.kernel.thai import be_year
from regions.models import Province, Subdistrict

from .people import MARK

HOW_MANY = 240
BUSY_PROVINCES = 23

# By kind: how a name begins, and the issue the organisation works on.
KINDS = {
    "savings": ("กลุ่มออมทรัพย์", "community_capital"),
    "welfare_fund": ("กองทุนสวัสดิการชุมชน", "community_welfare"),
    "women": ("กลุ่มสตรีแม่บ้าน", "community_welfare"),
    "livelihood": ("วิสาหกิจชุมชน", "farmers"),
    "farmers": ("กลุ่มเกษตรกร", "farmers"),
    "conservation": ("กลุ่มอนุรักษ์ป่าชุมชน", "natural_resources"),
    "housing": ("กลุ่มบ้านมั่นคง", "baan_mankong"),
    "farmland": ("กลุ่มที่ดินทำกิน", "land"),
    "culture": ("กลุ่มภูมิปัญญา", "community_plan"),
    "elders": ("ชมรมผู้สูงอายุ", "community_welfare"),
    "youth": ("กลุ่มเยาวชน", "community_plan"),
    "village_fund": ("กองทุนหมู่บ้าน", "community_capital"),
    "network": ("เครือข่ายองค์กรชุมชน", "community_plan"),
    "other": ("กลุ่มอาสาพัฒนา", "natural_resources"),
}
WORDS = [
    "รวมใจพัฒนา", "ร่มเย็น", "ก้าวหน้า", "สามัคคี", "ทุ่งทอง",
    "น้ำใส", "ใบไม้ผลิ", "ตะวันใหม่", "สายธาร", "ดอกคูน",
    "ร่วมสร้าง", "เพื่อนบ้าน", "ต้นกล้า", "ฟ้าใส", "ทอฝัน",
    "ยั่งยืน", "พอเพียง", "ร่มไทร", "แสงธรรม", "เมล็ดพันธุ์",
]  # fmt: skip
ALSO_PLANS = "community_plan"

# How many days each stage took.
STAGE_DAYS = {
    StageRecord.Stage.DISCOVERY: 20,
    StageRecord.Stage.CERTIFICATION: 45,
    StageRecord.Stage.CONTINUING_DEVELOPMENT: 120,
}
# Of every ten: how many stages were begun, and whether the last of them is over.
PATHS = [
    (1, False), (1, False), (1, True),
    (2, False), (2, False),
    (3, False), (3, False), (3, False),
    (3, True), (3, True),
]  # fmt: skip


def load_register(*, today: date):
    kinds = {kind.code: kind for kind in OrganizationKind.objects.filter(code__in=KINDS)}
    places = list(places_by_turn())
    organizations = [
        CommunityOrganization(
            name=name_of(turn),
            kind=kinds[kind_of(turn)],
            province_id=places[turn].code[:2],
            subdistrict=places[turn],
            founded_be_year=be_year(today) - 2 - turn % 25,
        )
        for turn in range(HOW_MANY)
    ]
    CommunityOrganization.objects.bulk_create(organizations)
    StageRecord.objects.bulk_create(
        stage
        for turn, organization in enumerate(organizations)
        for stage in stages_of(organization, turn, today=today)
    )
    link_issues(organizations)


def kind_of(turn):
    return list(KINDS)[turn % len(KINDS)]


def name_of(turn):
    begins, _issue = KINDS[kind_of(turn)]
    word = WORDS[(5 * turn + turn // len(KINDS)) % len(WORDS)]
    return f"{begins}{word} {MARK}"


def places_by_turn():
    """A subdistrict for each turn: first one of every province, then more of some."""
    by_province = {}
    for subdistrict in Subdistrict.objects.order_by("code"):
        by_province.setdefault(subdistrict.code[:2], []).append(subdistrict)
    codes = list(Province.objects.order_by("code").values_list("code", flat=True))
    for turn in range(HOW_MANY):
        place = 8 * turn if turn < len(codes) else 6 * (turn % BUSY_PROVINCES)
        found = by_province[codes[place % len(codes)]]
        yield found[13 * turn % len(found)]


def stages_of(organization, turn, *, today):
    """Begun long enough ago for what is over to be over, and lately enough for the rest."""
    begun, is_over = PATHS[turn % len(PATHS)]
    stages = list(STAGE_DAYS.items())[:begun]
    took = sum(days for _stage, days in stages[: begun if is_over else begun - 1])
    opened_on = today - timedelta(days=took + 3 + 11 * turn % 40)
    for number, (stage, days) in enumerate(stages, start=1):
        over_on = opened_on + timedelta(days=days)
        yield StageRecord(
            organization=organization,
            stage=stage,
            opened_on=opened_on,
            closed_on=over_on if number < begun or is_over else None,
        )
        opened_on = over_on


def link_issues(organizations):
    issues = {issue.code: issue.pk for issue in Issue.objects.all()}
    links = CommunityOrganization.issues.through
    links.objects.bulk_create(
        links(communityorganization_id=organization.pk, issue_id=issues[code])
        for turn, organization in enumerate(organizations)
        for code in sorted(issues_of(turn))
    )


def issues_of(turn):
    _begins, issue = KINDS[kind_of(turn)]
    return {issue, ALSO_PLANS} if turn % 3 == 0 else {issue}
