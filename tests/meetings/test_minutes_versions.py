"""The list of versions: saves of one writer without a pause are one line, and none is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from meetings.actions.minutes import begin_minutes, circulate_minutes, keep_version
from meetings.models import AgendaItem, Minutes, MinutesVersion
from meetings.queries.minutes_versions import PAUSE, lines_of
from tests.factories.meetings import NOW, TODAY, make_held, make_resolution
from tests.factories.minutes import checked, circulated

A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def held(committee, board):
    meeting = make_held(committee, day=TODAY - timedelta(days=5))
    make_resolution(meeting)
    return meeting


@pytest.fixture
def minutes(held, secretary):
    return begin_minutes(held, by=secretary)


def write(meeting, text, by, *, after):
    """A block saves itself so long after the meeting."""
    with time_machine.travel(NOW + after, tick=False):
        AgendaItem.objects.filter(meeting=meeting).update(discussion=text)
        keep_version(meeting, by=by)


def type_on(meeting, count, by, *, start=A_MINUTE):
    for number in range(count):
        write(meeting, f"ข้อความ {start} {number}", by, after=start + number * A_MINUTE)


def numbers(minutes):
    lines = lines_of(minutes, minutes.versions.for_list())
    return [[version.number for version in line.versions] for line in lines]


def at(name, meeting, *more):
    return reverse(f"meetings:{name}", args=[meeting.pk, *more])


def test_what_one_writer_saves_in_a_row_is_one_line(held, minutes, secretary):
    type_on(held, 3, secretary)

    assert numbers(minutes) == [[4, 3, 2], [1]]
    assert [line.before for line in lines_of(minutes, minutes.versions.for_list())] == [1, None]


def test_a_pause_or_another_writer_begins_a_line(held, minutes, secretary, cast):
    type_on(held, 2, secretary)
    type_on(held, 1, secretary, start=2 * A_MINUTE + PAUSE)
    type_on(held, 1, secretary, start=3 * A_MINUTE + 2 * PAUSE)
    type_on(held, 1, cast["officer"], start=4 * A_MINUTE + 2 * PAUSE)

    assert numbers(minutes) == [[6], [5], [4, 3, 2], [1]]


def test_what_was_checked_or_went_round_has_a_line_of_its_own(held, minutes, secretary):
    type_on(held, 2, secretary)
    minutes.refresh_from_db()
    minutes = circulated(minutes, secretary)
    type_on(held, 2, secretary, start=5 * A_MINUTE)
    minutes.refresh_from_db()
    circulate_minutes(minutes, version=minutes.version, by=secretary)  # 8, as it was saved
    type_on(held, 2, secretary, start=8 * A_MINUTE)

    states = dict(minutes.versions.values_list("number", "state"))
    lines = numbers(minutes)
    assert [states[number] for number in (5, 6, 8)] == ["checked", "circulated", "circulated"]
    assert lines == [[10, 9], [8], [7], [6], [5], [4, 3, 2], [1]]


def test_every_version_keeps_its_address_and_can_be_compared(client, held, minutes, secretary):
    client.force_login(secretary)
    type_on(held, 3, secretary)

    page = client.get(at("minutes-versions", held)).text
    for number in (1, 2, 3, 4):
        assert at("minutes-version", held, number) in page
    assert "บันทึกต่อเนื่องก่อนหน้า 2 ฉบับ" in page
    assert f"{at('minutes-comparison', held)}?before=1&amp;after=4" in page
    compared = client.get(at("minutes-comparison", held) + "?before=2&after=3")
    assert (compared.context["old"].number, compared.context["new"].number) == (2, 3)
    assert compared.text.count("<option") == 6  # 4, the chosen one and 1, twice


def test_a_member_reads_the_lines_of_what_went_round(client, cast, held, minutes, secretary):
    checked(minutes, secretary)
    minutes.refresh_from_db()
    client.force_login(cast["member"])
    assert client.get(at("minutes-versions", held)).status_code == 404

    circulate_minutes(minutes, version=minutes.version, by=secretary)
    [line] = client.get(at("minutes-versions", held)).context["page"]
    assert (line.latest.state, line.before) == (Minutes.State.CIRCULATED, None)


def test_the_list_costs_the_same_for_few_and_many(
    client, held, minutes, secretary, django_assert_num_queries
):
    client.force_login(secretary)
    type_on(held, 2, secretary)
    client.get(at("minutes-versions", held))
    with django_assert_num_queries(7) as few:
        client.get(at("minutes-versions", held))
    type_on(held, 30, secretary, start=5 * A_MINUTE)

    with django_assert_num_queries(len(few)):
        client.get(at("minutes-versions", held))
    assert MinutesVersion.objects.count() == 33
