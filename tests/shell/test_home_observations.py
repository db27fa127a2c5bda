"""What the movement asks about a report waits on the home of whoever fills that report in (S94)."""

from html import unescape

import pytest
import time_machine

from regions.actions import answer_observation, observe
from regions.models import Observation, ReportingUnit
from tests.factories.regions import (
    ON_TIME,
    accepted,
    make_centre,
    make_indicator,
    make_post,
    make_region,
    make_report,
    make_report_of,
    make_reporting_province,
)

pytestmark = pytest.mark.django_db
LINE = "ตอบข้อสังเกตของขบวน"
LIST = "/reports/observations/?standing=mine"
REMARK, CONFIRMATION = Observation.Kind.REMARK, Observation.Kind.CONFIRMATION


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False) as traveller:
        yield traveller


@pytest.fixture
def cast(committee, person_with):
    """Of a region, of another, of one of its provinces and of the centre."""
    make_indicator(is_required=False)
    north, south = make_region(1), make_region(2)
    province = make_reporting_province(north)
    make_centre()
    return {
        "coordinator": make_post("coordinator", north),
        "officer": make_post("officer", north),
        "co-chair": make_post("co_chair", north),
        "elsewhere": make_post("coordinator", south, name="south"),
        "provincial": make_post("provincial", province=province),
        "secretary": make_post("central_officer"),
        "auditor": make_post("auditor"),
        "member": person_with("member"),
    }


@pytest.fixture
def reports(cast):
    """Of the region, of its province and of the centre, each accepted."""
    north = cast["coordinator"].person.posts.get().region
    unit = cast["provincial"].person.posts.get().province.reporting_unit
    centre = ReportingUnit.objects.get(kind=ReportingUnit.Kind.CENTRE)
    return {
        "region": accepted(make_report(north), cast["coordinator"], cast["secretary"]),
        "province": accepted(make_report_of(unit), cast["provincial"], cast["coordinator"]),
        "centre": accepted(make_report_of(centre), cast["secretary"], cast["co-chair"]),
    }


def ask(report, by, text="ทำไม", kind=REMARK):
    section = report.sections.first().key
    return observe(report, section=section, kind=kind, text=text, seen=report.version, by=by)


def lines(visitor):
    page = visitor.get("/")
    told = [*page.context["waiting"], *page.context["more_waiting"]]
    return [line for line in told if LINE in line.title]


@pytest.mark.parametrize(
    ("who", "of"),
    [
        ("coordinator", ["region", "province"]),
        ("officer", ["region", "province"]),
        ("co-chair", []),
        ("elsewhere", []),
        ("provincial", ["province"]),
        ("secretary", ["centre"]),
        ("auditor", []),
        ("member", []),
    ],
)
def test_one_line_says_how_many_wait_for_me_and_leads_to_as_many(cast, reports, sign_in, who, of):
    for report in reports.values():
        ask(report, cast["member"])
    visitor = sign_in(cast[who])

    told = [f"{LINE} {len(of)} เรื่อง"] if of else []
    assert [line.title for line in lines(visitor)] == told
    rows = visitor.get(LIST).context["rows"]
    assert {row["observation"].report for row in rows} == {reports[name] for name in of}
    assert (LIST in unescape(visitor.get("/").text)) == bool(of)


def test_what_is_answered_confirmed_or_said_by_oneself_waits_for_nobody(cast, reports, sign_in):
    answer_observation(ask(reports["region"], cast["member"]), text="เพราะ", by=cast["officer"])
    ask(reports["region"], cast["member"], kind=CONFIRMATION)
    ask(reports["province"], cast["officer"])

    assert lines(sign_in(cast["officer"])) == []
    assert [line.title for line in lines(sign_in(cast["coordinator"]))] == [f"{LINE} 1 เรื่อง"]
