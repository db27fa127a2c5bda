"""The register counted: by stage, by province."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.kernel import thai
from regions.place_words import BANGKOK

from .models import CommunityOrganization, StageRecord

Stage = StageRecord.Stage


class Standing(NamedTuple):
    """How far an organisation has come: in words, and one weave for each stage."""

    words: str
    weaves: list[str]


class Counts(NamedTuple):
    """How many organisations of a place were found, are certified, have gone all the way."""

    found: int
    certified: int
    complete: int


def standing_of(organization: CommunityOrganization) -> Standing:
    """Reads the stages that ``for_list`` has loaded."""
    closed = {record.stage: record.is_closed for record in organization.stages.all()}
    weaves = [weave_of(closed.get(stage)) for stage in Stage.values]
    return Standing(standing_words(closed), weaves)


def weave_of(is_closed: bool | None) -> str:
    return {None: "none", False: "draft", True: "done"}[is_closed]


def standing_words(closed: dict[int, bool]) -> str:
    if not closed:
        return _("ยังไม่เริ่ม")
    latest = max(closed)
    words = {
        (Stage.DISCOVERY, False): _("กำลังค้นหา"),
        (Stage.DISCOVERY, True): _("ค้นหาแล้ว รอให้การรับรอง"),
        (Stage.CERTIFICATION, False): _("กำลังพิจารณาให้การรับรอง"),
        (Stage.CERTIFICATION, True): _("รับรองแล้ว"),
        (Stage.CONTINUING_DEVELOPMENT, False): _("รับรองแล้ว กำลังพัฒนาต่อเนื่อง"),
        (Stage.CONTINUING_DEVELOPMENT, True): _("ครบสามจังหวะก้าว"),
    }
    return words[latest, closed[latest]]


def stage_words(stage: int) -> str:
    return {
        Stage.DISCOVERY: pgettext("certification", "ค้นหา"),
        Stage.CERTIFICATION: _("ให้การรับรอง"),
        Stage.CONTINUING_DEVELOPMENT: _("พัฒนาต่อเนื่อง"),
    }[stage]


def number_in_province(counted: str) -> Count:
    """For an annotation of provinces: how many of each one's organisations are ``counted``."""
    match counted:
        case "certified":
            return closed_in_province(Stage.CERTIFICATION)
        case "complete":
            return closed_in_province(Stage.CONTINUING_DEVELOPMENT)
    return Count("organizations", distinct=True)


def closed_in_province(stage: int) -> Count:
    """An organisation has one record of a stage, so counting records counts organisations."""
    closed = Q(organizations__stages__stage=stage, organizations__stages__closed_on__isnull=False)
    return Count("organizations__stages", filter=closed)


def counts_in(provinces: list[str] | QuerySet) -> Counts:
    """The organisations of some provinces, given by code or as a subquery: one query."""
    here = CommunityOrganization.objects.filter(province__in=provinces)
    return Counts(
        **here.aggregate(
            found=Count("pk"),
            certified=Count("pk", filter=Q(pk__in=here.certified().values("pk"))),
            complete=Count("pk", filter=Q(pk__in=here.complete().values("pk"))),
        )
    )


class LaneRow(NamedTuple):
    icon: str
    text: str
    detail: str


class Lane(NamedTuple):
    """One stage of one organisation, beside the other two."""

    title: str
    when: str
    is_now: bool
    rows: list[LaneRow]


def lanes_of(organization: CommunityOrganization) -> list[Lane]:
    records = {record.stage: record for record in organization.stages.all()}
    return [lane_of(stage, records.get(stage), organization.stage_now) for stage in Stage.values]


def lane_of(stage: int, record: StageRecord | None, now: StageRecord | None) -> Lane:
    is_now = record is not None and record == now and not record.is_closed
    if record is None:
        return Lane(stage_words(stage), _("ยังไม่ถึง"), False, [])
    when = _("เสร็จแล้ว") if record.is_closed else _("กำลังทำ")
    return Lane(stage_words(stage), when, is_now, list(rows_of(record)))


def rows_of(record: StageRecord) -> Iterator[LaneRow]:
    """What happened, in the order it happened."""
    yield LaneRow("calendar", _("เริ่ม %(day)s") % {"day": thai.long_date(record.opened_on)}, "")
    if record.is_closed:
        yield LaneRow("check", _("เสร็จ %(day)s") % {"day": thai.long_date(record.closed_on)}, "")
    if record.note:
        yield LaneRow("document", record.note, "")


def subdistrict_of(organization: CommunityOrganization) -> str:
    name = {"name": organization.subdistrict.name}
    if organization.province_id == BANGKOK:
        return _("แขวง%(name)s") % name
    return _("ตำบล%(name)s") % name


def address_of(organization: CommunityOrganization) -> str:
    """Below its province; a เขต of Bangkok says by its own name what it is."""
    district = organization.subdistrict.district.name
    if organization.province_id != BANGKOK:
        district = _("อำเภอ%(name)s") % {"name": district}
    return f"{subdistrict_of(organization)} {district}"
