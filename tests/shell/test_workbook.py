"""What apps above ask in a section is filled in as a workbook, too."""

from datetime import date

import pytest
import time_machine

from meetings.models import Answer
from regions.models import RequestAnswer
from tests.factories.committees import make_committee
from tests.factories.meetings import make_held, make_item, make_resolution
from tests.factories.regions import (
    ON_TIME,
    fill_in,
    make_centre,
    make_indicator,
    make_post,
    make_region,
    make_report,
    make_report_of,
)
from tests.factories.requests import asked_and_sent
from tests.factories.workbooks import at, differing, press, taken, uploaded, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ON_TIME, tick=False):
        yield


@pytest.fixture
def north():
    make_indicator()
    return make_region(1)


def test_an_obligation_is_answered_there(client, north):
    item = make_item(make_resolution(make_held(make_committee())), region=north, title="ทบทวนแผน")
    report, coordinator = make_report(north), make_post("coordinator", north)
    client.force_login(coordinator)
    book = taken(client, report)
    sheet, row = at(book, f"resolutions/obligation-{item.pk}-progress")
    assert "ทบทวนแผน" in sheet.cell(row - 1, 1).value
    assert differing(uploaded(client, report, book)) == {}

    write(
        book,
        **{
            f"resolutions__obligation-{item.pk}-progress": "เสร็จแล้ว",
            f"resolutions__obligation-{item.pk}-text": "จัดเวทีแล้ว",
        },
    )
    press(client, uploaded(client, report, book), "resolutions")

    answer = Answer.objects.get()
    assert (answer.action_item, answer.get_progress_display(), answer.text) == (
        item,
        "เสร็จแล้ว",
        "จัดเวทีแล้ว",
    )


def test_the_centre_answers_the_requests_of_regions_there(client, north):
    coordinator, secretary = make_post("coordinator", north), make_post("central_officer")
    unit = make_centre()
    report = fill_in(make_report(north), coordinator, organizations_found=1)
    [request] = asked_and_sent(report, coordinator, "งบเวทีตำบล")
    centre = make_report_of(unit)
    client.force_login(secretary)

    book = write(
        taken(client, centre),
        **{
            f"answers__reply-{request.pk}-decision": str(RequestAnswer.Decision.AGREED.label),
            f"answers__reply-{request.pk}-text": "จัดให้แล้ว",
            f"answers__reply-{request.pk}-done_by": "๑ ก.ย. ๒๕๖๙",
        },
    )
    press(client, uploaded(client, centre, book), "answers")

    reply = RequestAnswer.objects.get()
    assert (reply.decision, reply.text, reply.done_by) == (
        RequestAnswer.Decision.AGREED,
        "จัดให้แล้ว",
        date(2026, 9, 1),
    )
