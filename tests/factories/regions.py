"""Regions, the people who speak for them, and a round of reports in any state."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from portal.kernel.models import Person, User
from regions import actions
from regions.models import (
    Indicator,
    Province,
    ProvinceRegion,
    Region,
    RegionalPost,
    ReportingRule,
    ReportingUnit,
)

from .committees import make_serving, seat_somewhere

BANGKOK = ZoneInfo("Asia/Bangkok")
MONTH = date(2026, 6, 1)
# Open, on time and not yet late: the round of June 2569.
ON_TIME = datetime(2026, 7, 1, 10, 42, tzinfo=BANGKOK)
LATE = datetime(2026, 7, 8, 10, 42, tzinfo=BANGKOK)
CLOSED = datetime(2026, 7, 16, 10, 42, tzinfo=BANGKOK)

NAMES = [
    ("upper-north", "ภาคเหนือตอนบน", "เหนือบน"),
    ("lower-north", "ภาคเหนือตอนล่าง", "เหนือล่าง"),
    ("upper-northeast", "ภาคตะวันออกเฉียงเหนือตอนบน", "อีสานบน"),
]


def make_region(number=1):
    code, name, short_name = NAMES[number - 1]
    region = Region.objects.create(
        code=code,
        number=number,
        name=name,
        short_name=short_name,
        name_en=code.title(),
        mark="01" * 24 + "0",
        starts_on=date(2007, 1, 1),
    )
    ReportingUnit.objects.create(
        kind=ReportingUnit.Kind.REGION, region=region, starts_on=region.starts_on
    )
    return region


def make_reporting_province(region=None, code="50", name="เชียงใหม่", *, founded_on=None):
    """A province that owes reports, in ``region`` since 2550."""
    province = Province.objects.create(
        code=code,
        name=name,
        name_en=f"Province {code}",
        abbreviation=name[:2],
        founded_on=founded_on,
        tile_column=int(code),
        tile_row=1,
    )
    since = date(2007, 1, 1)
    if region:
        ProvinceRegion.objects.create(province=province, region=region, starts_on=since)
    ReportingUnit.objects.create(
        kind=ReportingUnit.Kind.PROVINCE,
        province=province,
        starts_on=max(since, founded_on or since),
    )
    return province


def make_centre():
    return ReportingUnit.objects.create(kind=ReportingUnit.Kind.CENTRE, starts_on=date(2007, 1, 1))


def make_regions(count=2):
    return [make_region(number) for number in range(1, count + 1)]


def make_user(name, *, email=None):
    user = User.objects.create_user(f"{name}@portal.example")
    Person.objects.create(
        first_name=name, last_name="ทดสอบ", email=user.email if email is None else email, user=user
    )
    return user


def make_member(name="member", *, email=None):
    """An account that serves, with no post and no seat."""
    user = make_user(name, email=email)
    make_serving(user.person)
    return user


def make_post(
    role,
    region=None,
    *,
    province=None,
    name=None,
    email=None,
    starts_on=date(2026, 1, 1),
    ends_on=None,
):
    """An account that holds ``role``, unless otherwise said since the new year.

    A coordinator and a co-chair sit among the 67 for their region (S103).
    """
    place = region or province
    user = make_user(name or f"{role}-{place.code if place else 'centre'}", email=email)
    if role in ("coordinator", "co_chair"):
        seat_somewhere(user.person, region, starts_on=starts_on, ends_on=ends_on)
    RegionalPost.objects.create(
        person=user.person,
        role=role,
        region=region,
        province=province,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return user


def make_former(role, region=None, *, name="former"):
    """Held ``role`` in earlier years, and may sign in only because of a place in a unit."""
    user = make_post(
        role, region, name=name, starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31)
    )
    make_serving(user.person)
    return user


def make_indicator(key="organizations_found", *, section="certification", **fields):
    return Indicator.objects.create(
        **{
            "key": key,
            "section": section,
            "position": Indicator.objects.count() + 1,
            "name": f"จำนวน {key}",
            "name_en": key,
            "counted_in": "องค์กร",
            "is_required": True,
            **fields,
        }
    )


def make_rule():
    return ReportingRule.objects.create(
        starts_on=date(2007, 1, 1), opens_day=25, on_time_day=5, closes_day=15
    )


def make_round(month=MONTH):
    if not ReportingRule.objects.exists():
        make_rule()
    return actions.open_round(month)


def make_report(region, *, month=MONTH):
    """The empty draft of ``region`` in the round of ``month``."""
    return (
        make_round(month).reports.select_related("round", "unit__region").get(unit__region=region)
    )


def make_report_of(unit, *, month=MONTH):
    """The empty draft of any unit, as a province or the centre has one."""
    return make_round(month).reports.get(unit=unit)


def fill_in(report, by, **values):
    """Answer indicators by key: a number, or None for "not applicable"."""
    for key, value in values.items():
        indicator = Indicator.objects.get(key=key)
        section = report.sections.get(key=indicator.section)
        actions.save_section(
            section,
            answers=section.answers,
            figures={indicator.pk: actions.Answer(value, is_applicable=value is not None)},
            version=section.version,
            by=by,
        )
    report.refresh_from_db()
    return report


def submitted(report, by, **values):
    fill_in(report, by, **values)
    return actions.submit_report(report, version=report.version, by=by)


def accepted(report, by, reviewer, **values):
    report = submitted(report, by, **values)
    return actions.accept_report(report, version=report.version, by=reviewer)


def returned(report, by, reviewer, reasons, **values):
    report = submitted(report, by, **values)
    return actions.return_report(report, reasons=reasons, version=report.version, by=reviewer)
