"""What a finding is, of which kinds there are, and how a page groups them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.kernel.thai import slashed_date


class Severity(TextChoices):
    WRONG = "wrong", _("ต้องแก้")
    SOON = "soon", _("ควรเตรียม")
    ADVICE = "advice", _("ข้อแนะนำ")


class Kind(TextChoices):
    """In the order of the page: seats, who speaks and works, bodies, what was left over."""

    SEATS_DUE = "seats-due", _("จำนวนที่นั่งไม่ตรงกับที่กำหนด")
    CLUSTER = "cluster", _("กลุ่มจังหวัดที่ยังไม่มีที่นั่ง")
    ISSUE = "issue", _("ประเด็นที่ยังไม่มีที่นั่ง")
    VACANT = "vacant", _("ที่นั่งว่าง")
    CARRY_OVER = "carry-over", _("ครบวาระแล้วและอยู่รักษาการ")
    ENDS_SOON = "ends-soon", _("ใกล้ครบวาระ")
    VACANT_SOON = "vacant-soon", _("ที่นั่งที่จะว่าง")
    TWO_SEATS = "two-seats", _("คนเดียวนั่งสองที่นั่ง")
    CO_CHAIR = "co-chair", _("ประธานร่วมขาดหรือซ้ำ")
    COORDINATOR = "coordinator", _("ผู้ประสานงานภาคขาดหรือซ้ำ")
    OUTSIDER = "outsider", _("ผู้แทนภาคที่ไม่ได้นั่งในนามของภาค")
    REGIONAL_OFFICERS = "regional-officers", _("เจ้าหน้าที่ภาคขาดหรือเกิน")
    CENTRAL_OFFICERS = "central-officers", _("เจ้าหน้าที่ส่วนกลางขาดหรือเกิน")
    SEATED_OFFICER = "seated-officer", _("เจ้าหน้าที่ที่เป็นอนุกรรมการ")
    ISSUE_BODY = "issue-body", _("ประเด็นที่ยังไม่มีอนุกรรมการเชิงประเด็น")
    EMPTY_BODY = "empty-body", _("กรรมการย่อยหรือคณะเชิงประเด็นที่ยังไม่มีกรรมการ")
    BOARD_OUTSIDER = "board-outsider", _("นั่งในคณะภายนอกโดยไม่มีที่นั่งในคณะ 67")
    BODY_OUTSIDER = "body-outsider", _("อยู่ในกรรมการย่อยหรือคณะเชิงประเด็นโดยไม่มีที่นั่ง")
    LEFT_IN_SEAT = "left-in-seat", _("ยังอยู่ในที่นั่งที่สิ้นสุดแล้ว")
    LEFT_IN_BODY = "left-in-body", _("ยังอยู่ในคณะที่สิ้นสุดแล้ว")
    UNREACHABLE = "unreachable", _("ติดต่อไม่ได้ทั้งอีเมลและโทรศัพท์")
    NO_ACCOUNT = "no-account", _("ยังเข้าสู่ระบบไม่ได้และไม่มีคำเชิญ")


SOON = (Kind.ENDS_SOON, Kind.VACANT_SOON, Kind.BODY_OUTSIDER)
ADVICE = (Kind.UNREACHABLE, Kind.NO_ACCOUNT)


def severity_of(kind: Kind) -> Severity:
    if kind in ADVICE:
        return Severity.ADVICE
    return Severity.SOON if kind in SOON else Severity.WRONG


class Remedy(NamedTuple):
    """The page where something is mended, and what its button says."""

    name: str
    args: tuple
    action: str
    known: dict | None = None  # what a form need not be told again

    @property
    def url(self) -> str:
        url = reverse(f"committees:{self.name}", args=self.args)
        return f"{url}?{urlencode(self.known)}" if self.known else url


class Finding(NamedTuple):
    kind: Kind
    text: str
    remedy: Remedy

    @property
    def severity(self) -> Severity:
        return severity_of(self.kind)

    def mended_on(self, on: date) -> "Finding":
        """The same, whose page answers for that day."""
        known = {**(self.remedy.known or {}), "on": slashed_date(on)}
        return self._replace(remedy=self.remedy._replace(known=known))


class Group(NamedTuple):
    """What was found of one kind, in the order it was found; perhaps nothing."""

    kind: Kind
    findings: list[Finding]

    @property
    def anchor(self) -> str:
        return f"finding-{self.kind}"

    @property
    def severity(self) -> Severity:
        return severity_of(self.kind)


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Every kind in the order of :class:`Kind`, with what was found of it."""
    found = list(findings)
    return [Group(kind, [one for one in found if one.kind == kind]) for kind in Kind]
