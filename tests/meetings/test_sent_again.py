"""What arrives late, twice or out of proportion: one effect, and nothing typed is lost."""

import pytest
from django.urls import reverse

from meetings.models import Meeting
from tests.factories.meetings import make_held, make_item, make_resolution, planned
from tests.meetings.test_planning import NEW, sent

BEYOND_NUMBERS = "9" * 5000


@pytest.fixture
def desk(client, secretary, committee, board):
    client.force_login(secretary)
    return client


def test_a_plan_sent_again_is_the_same_meeting_though_its_predecessor_is_taken(desk, committee):
    form = sent((1, "เรื่องแจ้งเพื่อทราบ"), previous=make_held(committee).pk)

    first, again = desk.post(NEW, form), desk.post(NEW, form)

    meeting = Meeting.objects.get(state=Meeting.State.PLANNED)
    assert first.url == again.url == meeting.get_absolute_url()


def test_a_result_written_too_late_stays_on_the_page(client, committee, north, secretary):
    item = make_item(make_resolution(make_held(committee)), region=north)
    client.force_login(secretary)
    address = reverse("meetings:action-item-completion", args=[item.pk])
    client.post(address, {"result": "ทบทวนครบทุกตำบล", "because": "ส่งทางหนังสือ"})

    late = {"result": "ลงพื้นที่แล้วห้าตำบล", "because": "โทรศัพท์มาบอก"}
    page = client.post(address, late).content.decode()

    assert "ทบทวนครบทุกตำบล" in page
    assert "ลงพื้นที่แล้วห้าตำบล" in page
    assert "โทรศัพท์มาบอก" in page
    assert "มีผู้บันทึกผลของงานนี้แล้ว" in page


def test_a_count_of_rows_beyond_numbers_is_no_row(desk):
    form = sent(**{"agenda-TOTAL_FORMS": BEYOND_NUMBERS, "add": "1"})

    assert desk.post(NEW, form).status_code == 200


def test_a_version_beyond_numbers_calls_nothing(desk, committee, secretary):
    meeting = planned(committee, secretary)

    desk.post(f"/meetings/{meeting.pk}/invitations/", {"version": BEYOND_NUMBERS})

    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.PLANNED
