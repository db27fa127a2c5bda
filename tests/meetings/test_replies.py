"""Answers to an invitation: once or changed, by the link, in the portal or on the telephone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db import connections
from django.urls import NoReverseMatch, reverse

from meetings.actions import Schedule, answer_invitation, cancel_meeting, move_meeting
from meetings.links import SIGNER, moment_of, read_token, reply_address, reply_token
from meetings.models import Invitation, Meeting
from meetings.queries import followed_up
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox, Person, User
from tests.architecture.test_house_rules import PUBLIC, pages
from tests.factories.committees import make_body_membership, make_order, make_regional_body
from tests.factories.documents import make_letterhead
from tests.factories.kernel import make_person
from tests.factories.meetings import BANGKOK, DAY, NOW, called, make_board, seat_with, vacant

BEGINS = datetime(2026, 7, 10, 9, 0, tzinfo=BANGKOK)
LAST_MINUTE = BEGINS - timedelta(seconds=1)
LATER = date(2026, 7, 24)
NAME = "นางสาวดี งามพร้อม"


@pytest.fixture
def meeting(committee, board, secretary):
    return called(committee, secretary)


@pytest.fixture
def invitation(meeting, board):
    return meeting.invitations.get(person=board[0])


@pytest.fixture
def invited(invitation):
    """The account of who was invited."""
    user = User.objects.create_user("invited@portal.example")
    Person.objects.filter(pk=invitation.person_id).update(user=user)
    return user


def answer(invitation, answer="coming", *, via="link", **given):
    meeting = given.pop("meeting", invitation.meeting)
    given.setdefault("begins", moment_of(meeting))
    return answer_invitation(invitation, answer=answer, via=via, **given)


def move(meeting, by, *, to=LATER, at=time(10, 0)):
    schedule = Schedule(starts_on=to, ends_on=to, starts_at=at, ends_at=None, venue="ห้องประชุมเล็ก")
    return move_meeting(meeting, schedule, reason="ห้องไม่ว่าง", version=meeting.version, by=by)


def link(invitation):
    return urlsplit(reply_address(invitation.meeting, invitation)).path


def sent(invitation, answer="coming", **given):
    return {"answer": answer, "begins": moment_of(invitation.meeting), **given}


def stands(invitation):
    invitation.refresh_from_db()
    return invitation.answer, invitation.answer_reason, invitation.substitute_name


def history(invitation):
    events = apps.get_model("meetings", "InvitationEvent").objects
    return list(
        events.filter(pgh_obj=invitation.pk).order_by("pgh_id").values_list("answer", flat=True)
    )


# -- What an answer is ------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"answer": "coming"}, ("coming", "", "")),
        ({"answer": "declined"}, ("declined", "", "")),
        ({"answer": "declined", "reason": "ติดราชการ"}, ("declined", "ติดราชการ", "")),
        ({"answer": "substitute", "substitute_name": NAME}, ("substitute", "", NAME)),
        # What belongs to another answer is not kept.
        ({"answer": "coming", "reason": "ติดราชการ", "substitute_name": NAME}, ("coming", "", "")),
    ],
)
def test_one_of_three_is_answered_with_what_belongs_to_it(invitation, clock, said, kept):
    answer(invitation, **said)

    assert stands(invitation) == kept
    assert (invitation.answered_via, invitation.answer_noted_by) == ("link", None)
    assert list(Activity.objects.about(invitation).values_list("verb", "detail", "by")) == [
        ("invitation.answered", {"answer": kept[0], "via": "link"}, None)
    ]


def test_the_last_answer_stands_and_earlier_ones_stay_in_the_history(invitation):
    answer(invitation)
    answer(invitation, "declined", reason="ลาป่วย")

    assert stands(invitation) == ("declined", "ลาป่วย", "")
    assert history(invitation)[-2:] == ["coming", "declined"]


def test_the_same_answer_twice_is_one(invitation, clock):
    answer(invitation)
    told = invitation.meeting.invitations.get(pk=invitation.pk).answered_at
    clock.shift(timedelta(hours=1))

    answer(invitation)

    invitation.refresh_from_db()
    assert invitation.answered_at == told
    assert Activity.objects.about(invitation).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_stands_and_both_are_in_the_history(invitation):
    def reply(said):
        try:
            return answer(Invitation.objects.get(pk=invitation.pk), **said)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(reply, [{"answer": "coming"}, {"answer": "declined", "reason": "ลาป่วย"}]))

    assert sorted(history(invitation)[-2:]) == ["coming", "declined"]
    assert stands(invitation)[0] == history(invitation)[-1]


@pytest.mark.django_db(transaction=True)
def test_an_answer_and_a_move_at_once_leave_no_answer_for_the_old_day(invitation, secretary):
    meeting = invitation.meeting

    def do(work):
        try:
            work()
        except RuleBroken as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(do, [lambda: answer(invitation), lambda: move(meeting, secretary)]))

    meeting.refresh_from_db()
    assert (meeting.starts_on, stands(invitation)[0]) == (LATER, "")
    assert told in ([None, None], ["moved", None])


@pytest.mark.parametrize(("now", "code"), [(LAST_MINUTE, None), (BEGINS, "begun")])
def test_answers_are_taken_until_the_minute_it_begins(invitation, clock, now, code):
    clock.move_to(now)

    assert refused(lambda: answer(invitation)) == code
    assert stands(invitation)[0] == ("" if code else "coming")


def test_a_cancelled_meeting_takes_no_answer_and_keeps_those_it_has(invitation, secretary):
    answer(invitation)
    meeting = invitation.meeting
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)

    assert refused(lambda: answer(invitation, "declined", meeting=meeting)) == "cancelled"
    assert stands(invitation)[0] == "coming"


def test_who_left_the_seat_is_refused_and_an_empty_seat_has_nobody_to_answer(
    committee, north, secretary
):
    leaving = seat_with(committee, 1, region=north)
    vacant(committee, 2, north)
    meeting = called(committee, secretary)
    leaving.memberships.update(ends_on=date(2026, 7, 3), discharged_by=make_order())

    for row in meeting.invitations.all():
        assert refused(lambda row=row: answer(row, via="phone", by=secretary)) == "not-seated"
    assert not Invitation.objects.answered().exists()


def test_a_move_asks_anew_and_the_history_keeps_what_was_said(invitation, secretary):
    answer(invitation, "declined", reason="ลาป่วย")

    move(invitation.meeting, secretary)

    assert stands(invitation) == ("", "", "")
    assert (invitation.answered_at, invitation.answered_via) == (None, "")
    assert history(invitation)[-2:] == ["declined", ""]


def test_an_answer_for_the_old_day_is_none_for_the_new_one(invitation, secretary):
    of_old = moment_of(invitation.meeting)
    move(invitation.meeting, secretary)

    assert refused(lambda: answer(invitation, begins=of_old)) == "moved"


def test_what_was_said_on_the_telephone_is_noted_with_the_call(committee, north, secretary):
    seat_with(committee, 1, region=north, email="")
    [row] = called(committee, secretary).invitations.all()

    answer(row, "substitute", substitute_name=NAME, via="phone", by=secretary)
    answer(row, "coming", via="phone", by=secretary)

    row.refresh_from_db()
    assert (row.phoned_by, row.answer_noted_by, row.answered_via) == (secretary, secretary, "phone")
    assert list(Activity.objects.about(row).order_by("pk").values_list("verb", flat=True)) == [
        "invitation.phoned", "invitation.answered", "invitation.answered",
    ]  # fmt: skip


def refused(work):
    try:
        work()
    except RuleBroken as refusal:
        return refusal.code
    return None


def test_who_sends_somebody_names_them(invitation):
    with pytest.raises(RuleBroken) as refusal:
        answer(invitation, "substitute")

    assert refusal.value.message_dict == {"substitute_name": ["เขียนชื่อผู้แทน"]}


def test_another_room_leaves_the_answers_as_they_are(invitation, secretary):
    answer(invitation, "declined", reason="ลาป่วย")
    meeting = invitation.meeting

    move(meeting, secretary, to=DAY, at=time(9, 0))

    assert stands(invitation) == ("declined", "ลาป่วย", "")
    body = Outbox.objects.get(
        dedupe__contains=":move:", payload__to=invitation.person.email
    ).payload["body"]
    assert "จึงขอเปลี่ยนเป็น ในวันศุกร์ที่ 10 กรกฎาคม 2569 เวลา 09.00 น. ณ ห้องประชุมเล็ก" in body
    assert "ท่านตอบว่ามาไม่ได้ หากเปลี่ยนไป ขอความกรุณาตอบใหม่" in body
    assert "กำหนดการเดิม" not in body


@pytest.mark.parametrize(("to", "at"), [(DAY, time(10, 0)), (LATER, time(9, 0))])
def test_another_hour_or_day_asks_anew(invitation, secretary, to, at):
    answer(invitation)

    move(invitation.meeting, secretary, to=to, at=at)

    assert stands(invitation) == ("", "", "")


# -- The link ---------------------------------------------------------------------


def test_each_letter_carries_a_link_that_answers_its_readers_invitation(client, meeting, board):
    for person in board:
        body = Outbox.objects.get(payload__to=person.email).payload["body"]
        [address] = [line for line in body.splitlines() if "/meetings/reply/" in line]
        client.post(urlsplit(address).path, {"answer": "coming", "begins": moment_of(meeting)})

        assert stands(meeting.invitations.get(person=person))[0] == "coming"
    assert meeting.invitations.answered().count() == 3


def test_by_the_link_one_answers_and_changes_without_signing_in(client, invitation):
    page = client.get(link(invitation))
    client.post(link(invitation), sent(invitation, "declined", reason="ติดราชการ"))
    last = client.post(link(invitation), sent(invitation), follow=True)

    assert (page.status_code, stands(invitation)) == (200, ("coming", "", ""))
    assert "ท่านตอบว่าจะมา" in last.text
    assert "_auth_user_id" not in client.session
    assert [client.get(url).status_code for url in ("/meetings/", "/accounts/email/")] == [302, 302]


def test_the_page_of_the_link_says_what_the_letter_says_and_no_other_name(
    client, invitation, board
):
    html = client.get(link(invitation)).text

    for told in [
        "ครั้งที่ 1/2569", "วันศุกร์ที่ 10 กรกฎาคม 2569", "09.00–16.30 น.", "ห้องประชุมใหญ่",
        "แผนงานไตรมาสหน้า", board[0].full_name, "02 000 0000",
    ]:  # fmt: skip
        assert told in html, told
    assert [person for person in board[1:] if person.full_name in html] == []
    assert board[0].email not in html
    assert board[0].phone not in html


@pytest.mark.parametrize(
    "said",
    [
        {"answer": "declined", "reason": "ผ่าตัดหัวใจ"},
        {"answer": "substitute", "substitute_name": NAME},
    ],
)
def test_a_link_passed_on_tells_no_reason_and_no_name(client, invitation, said):
    answer(invitation, **said)

    html = client.get(link(invitation)).text

    assert "ท่านตอบว่า" in html
    assert [text for text in ("ผ่าตัดหัวใจ", NAME) if text in html] == []


def test_nobody_keeps_the_page_of_a_link_or_is_told_its_address(client, invitation):
    for address in (link(invitation), "/meetings/reply/nothing/"):
        headers = client.get(address).headers

        assert "no-store" in headers["Cache-Control"]
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_a_link_that_is_only_opened_answers_nothing(client, invitation):
    client.get(link(invitation))
    client.head(link(invitation))
    client.get(link(invitation), sent(invitation))

    assert stands(invitation)[0] == ""


def tampered(token):
    payload, _dot, signature = token.partition(".")
    return [
        token[:-1], token[1:], f"{payload}.{signature[::-1]}", f"{token}x", payload, "x",
        "..", "a" * 3000, SIGNER.sign_object([1, 2])[:-2], "ลิงก์",
    ]  # fmt: skip


def test_a_tampered_link_gets_a_friendly_page(client, invitation):
    for token in tampered(reply_token(invitation.meeting, invitation)):
        page = client.get(f"/meetings/reply/{token}/")

        assert page.status_code == 404, token
    assert "โทรหากองเลขาฯ 02 000 0000" in page.text
    assert reverse("account_login") in page.text


def test_a_region_is_rung_by_the_number_of_its_letterhead(client, cast, north):
    body = make_regional_body(north)
    person = make_person("ก้าน")
    make_body_membership(person=person, committee=body)
    invitation = called(body, cast["officer"]).invitations.get(person=person)
    address = f"/meetings/reply/{reply_token(invitation.meeting, invitation)}/"
    assert "โทรหากองเลขาฯ" in client.get(address).text  # better than nobody

    make_letterhead(body, phone="053 111 222")
    for state in ("called", "cancelled"):
        Meeting.objects.filter(pk=invitation.meeting_id).update(state=state)
        page = client.get(address).text
        assert "โทรหาผู้จัดประชุม 053 111 222" in page
        assert "โทรหากองเลขาฯ" not in page


def test_a_word_signed_for_something_else_is_no_link(client, invitation):
    from django.core import signing  # noqa: PLC0415 -- another hand's key

    told = [invitation.pk, moment_of(invitation.meeting)]
    others = signing.Signer(salt="portal.kernel.kept_text", sep=".").sign_object(told)

    assert (read_token(others), client.get(f"/meetings/reply/{others}/").status_code) == (None, 404)


@pytest.mark.parametrize(("now", "status"), [(LAST_MINUTE, 200), (BEGINS, 410)])
def test_a_link_ends_when_the_meeting_begins(client, invitation, clock, now, status):
    clock.move_to(now)

    page = client.post(link(invitation), sent(invitation), follow=True)

    assert (page.status_code, stands(invitation)[0]) == (status, "coming" if status == 200 else "")
    assert ("ปิดรับคำตอบแล้ว" in page.text) == (status == 410)


def test_an_old_link_of_a_moved_meeting_leads_to_the_new_letter(client, invitation, secretary):
    old = link(invitation)
    move(invitation.meeting, secretary)
    new = link(invitation)

    page = client.post(old, sent(invitation))
    letter = Outbox.objects.filter(dedupe__contains=":move:").first().payload["body"]

    assert (page.status_code, stands(invitation)[0]) == (410, "")
    assert 'เลื่อนเป็น<b class="nw">วันศุกร์ที่ 24 กรกฎาคม 2569</b>' in page.text
    assert "ตอบใหม่ได้ที่ลิงก์ในจดหมายฉบับใหม่" in page.text
    assert (client.get(new).status_code, new in letter, old in letter) == (200, True, False)
    assert "ขอความกรุณาตอบใหม่" in letter


def test_a_letter_for_another_room_answers_still_and_shows_the_new_one(
    client, invitation, secretary
):
    letter = link(invitation)
    move(invitation.meeting, secretary, to=DAY, at=time(9, 0))

    page = client.get(letter)
    client.post(letter, sent(invitation))

    assert ("ห้องประชุมเล็ก" in page.text, "ห้องประชุมใหญ่" in page.text) == (True, False)
    assert stands(invitation)[0] == "coming"


@pytest.mark.parametrize(
    "said",
    [{"answer": "declined", "reason": "ผ่าตัด"}, {"answer": "substitute", "substitute_name": NAME}],
)
def test_what_a_link_does_not_show_it_does_not_take_back(client, invitation, said):
    answer(invitation, **said)
    told = stands(invitation)

    page = client.post(link(invitation), sent(invitation, said["answer"]))

    assert (page.status_code, stands(invitation)) == (302, told)


def test_in_the_portal_a_reason_is_taken_back(client, invited, invitation):
    answer(invitation, "declined", reason="ผ่าตัด")
    client.force_login(invited)

    client.post(f"/meetings/{invitation.meeting_id}/answer/", sent(invitation, "declined"))

    assert stands(invitation) == ("declined", "", "")


def test_links_of_a_cancelled_meeting_and_of_a_seat_left_say_so(client, meeting, board, secretary):
    first, second = (link(meeting.invitations.get(person=person)) for person in board[:2])
    board[0].memberships.update(ends_on=date(2026, 7, 3), discharged_by=make_order())
    left = client.get(first)
    cancel_meeting(meeting, reason="น้ำท่วม", version=meeting.version, by=secretary)
    cancelled = client.get(second)

    assert [(page.status_code, word in page.text) for page, word in [
        (left, "คำเชิญนี้ไม่รอคำตอบแล้ว"), (cancelled, "การประชุมนี้ยกเลิกแล้ว"),
    ]] == [(410, True), (410, True)]  # fmt: skip
    assert board[0].full_name not in left.text


def addresses_with(token, invitation):
    """Every address of the portal with the token wherever an address takes something."""
    guesses = [
        {"token": token, "code": token, "key": token, "pk": invitation.pk, "uidb36": token},
        {"pk": invitation.meeting_id, "invitation_pk": invitation.pk, "person_pk": invitation.pk},
    ]
    for name, pattern in pages():
        wanted = pattern.pattern.converters
        for guess in guesses:
            given = {
                key: guess.get(key, invitation.meeting_id if is_number(converter) else token)
                for key, converter in wanted.items()
            }
            try:
                yield name, reverse(name, kwargs=given)
            except NoReverseMatch:
                continue


def is_number(converter):
    return type(converter).__name__ == "IntConverter"


def test_the_token_opens_no_other_page(client, invitation):
    token = reply_token(invitation.meeting, invitation)
    crawled = set()

    for name, address in addresses_with(token, invitation):
        if name == "meetings:reply":
            continue
        asked = dict.fromkeys(("token", "key", "code", "reply", "q", "next"), token)
        page = client.get(address, asked, headers={"Authorization": f"Bearer {token}"})
        crawled.add(name)

        assert "_auth_user_id" not in client.session, name
        assert name in PUBLIC or page.status_code in (302, 403, 404, 405), (name, page.status_code)
        if page.status_code == 302 and name not in PUBLIC:
            assert page.url.startswith("/accounts/login/"), (name, page.url)
    assert len(crawled) > 80


def test_the_link_of_one_invitation_answers_no_other(client, meeting, board):
    first, *others = (meeting.invitations.get(person=person) for person in board)

    client.post(link(first), sent(first) | {"invitation": others[0].pk, "pk": others[1].pk})

    assert [stands(row)[0] for row in (first, *others)] == ["coming", "", ""]


# -- Bad input ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "beside"),
    [
        ({"answer": ""}, "answer"),
        ({"answer": "perhaps"}, "answer"),
        ({"answer": "substitute"}, "substitute_name"),
        ({"answer": "substitute", "substitute_name": " \u200b "}, "substitute_name"),
        ({"answer": "substitute", "substitute_name": "ก" * 201}, "substitute_name"),
        ({"answer": "substitute", "substitute_name": "ก\x00ข"}, "substitute_name"),
        ({"answer": "declined", "reason": "ก" * 201}, "reason"),
        ({"answer": "declined", "reason": "ก\x00ข"}, "reason"),
        ({"answer": "coming", "begins": "9" * 5000}, "begins"),
        ({"answer": "coming", "begins": "-1"}, "__all__"),
        ({"answer": "coming", "begins": ""}, "begins"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(client, invitation, given, beside):
    typed = {"reason": "ติดราชการ", **given}

    page = client.post(link(invitation), sent(invitation) | typed)

    assert (page.status_code, list(page.context["reply"].errors)) == (200, [beside])
    assert stands(invitation)[0] == ""
    assert f'value="{typed["reason"]}"'.replace("\x00", "") in page.text.replace("\x00", "")


def test_what_belongs_to_another_answer_is_no_mistake(client, invitation):
    client.post(link(invitation), sent(invitation, substitute_name="ก" * 500, reason="\x00"))

    assert stands(invitation) == ("coming", "", "")


# -- In the portal --------------------------------------------------------------------


@pytest.mark.parametrize("part", ["secretary", "auditor", "officer", "member", "invited"])
def test_only_who_is_invited_finds_the_page_of_their_answer(
    client, cast, invited, invitation, part
):
    client.force_login(cast["member"] if part == "member" else {**cast, "invited": invited}[part])
    address = reverse("meetings:meeting-answer", args=[invitation.meeting_id])

    read, answered = client.get(address), client.post(address, sent(invitation))

    is_own = part == "invited"
    assert [read.status_code, answered.status_code] == ([200, 302] if is_own else [404, 404])
    assert stands(invitation)[0] == ("coming" if is_own else "")


def test_a_stranger_is_asked_to_sign_in(client, invitation):
    address = reverse("meetings:meeting-answer", args=[invitation.meeting_id])

    assert client.get(address).url.startswith("/accounts/login/")


def test_the_answer_is_asked_on_home_and_on_the_meetings_page(client, invited, invitation):
    client.force_login(invited)
    meeting = invitation.meeting
    home, page = client.get("/"), client.get(meeting.get_absolute_url())

    address = f'action="/meetings/{meeting.pk}/answer/'
    assert [address in html.text for html in (home, page)] == [True, True]
    assert home.text.index(address) < home.text.index('id="waiting"')
    answered = client.post(f"/meetings/{meeting.pk}/answer/?next=/", sent(invitation, "declined"))

    assert (answered.url, stands(invitation)[0], invitation.answered_via) == (
        "/", "declined", "portal",
    )  # fmt: skip
    assert Activity.objects.about(invitation).get().by == invited
    assert "ท่านตอบว่ามาไม่ได้" in client.get("/").text


def test_their_own_page_holds_the_reason_and_name_they_gave(client, invited, invitation):
    answer(invitation, "substitute", substitute_name=NAME)
    client.force_login(invited)

    assert f"ท่านตอบว่าจะส่ง {NAME} มาแทน" in client.get("/").text


def test_others_are_asked_nothing(client, cast, meeting):
    client.force_login(cast["member"])

    for address in ("/", meeting.get_absolute_url()):
        assert f"/meetings/{meeting.pk}/answer/" not in client.get(address).text


def test_nobody_is_asked_once_it_began_or_their_seat_is_anothers(
    client, invited, invitation, clock
):
    client.force_login(invited)
    address = f"/meetings/{invitation.meeting_id}/answer/"
    clock.move_to(BEGINS)
    begun = client.get(address)
    clock.move_to(NOW)
    invitation.person.memberships.update(ends_on=date(2026, 7, 9), discharged_by=make_order())

    assert (begun.status_code, begun.url) == (302, invitation.meeting.get_absolute_url())
    assert client.get(address).status_code == 404


def test_typed_words_come_back_after_signing_in_again(client, invited, invitation):
    client.force_login(invited)
    page = client.get("/")
    author = page.text.partition('name="author" value="')[2].partition('"')[0]
    client.logout()
    typed = sent(invitation, "declined", reason="ติดราชการ", author=author)
    client.post(f"/meetings/{invitation.meeting_id}/answer/?next=/", typed)
    client.force_login(invited)

    again = client.get("/")

    assert 'value="ติดราชการ"' in again.text
    assert stands(invitation)[0] == ""


def test_an_answer_to_a_page_of_before_the_move_shows_the_new_day(
    client, invited, invitation, secretary
):
    client.force_login(invited)
    old = sent(invitation, "declined", reason="ติดราชการ")
    move(invitation.meeting, secretary)
    address = f"/meetings/{invitation.meeting_id}/answer/"

    page = client.post(address, old)

    assert "เลื่อนเป็นวันศุกร์ที่ 24 กรกฎาคม 2569 แล้ว" in page.text
    assert 'value="ติดราชการ"' in page.text
    assert stands(invitation)[0] == ""
    client.post(address, {**old, "begins": page.context["reply"]["begins"].value()})
    assert stands(invitation)[0] == "declined"


@pytest.mark.parametrize("items", [1, 12])
def test_the_answer_costs_the_meeting_page_nothing_more(
    client, committee, invited, invitation, items, django_assert_num_queries
):
    for position in range(2, items + 1):
        invitation.meeting.items.create(section=5, position=position, title=f"เรื่อง {position}")
    client.force_login(invited)

    with django_assert_num_queries(6):  # session, user, head, rights, meeting, record
        page = client.get(invitation.meeting.get_absolute_url())

    assert page.context["reply"].invitation == invitation


@pytest.mark.parametrize("seats", [1, 30])
def test_the_page_of_a_link_costs_the_same_for_one_seat_or_thirty(
    client, committee, north, secretary, seats, django_assert_num_queries
):
    make_board(committee, north, seats)
    row = called(committee, secretary).invitations.first()

    with django_assert_num_queries(3):  # invitation, seat, agenda
        client.get(link(row))


# -- The secretariat's list -------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    ["secretary", "auditor", "coordinator", "officer", "member", "former secretary", "stranger"],
)
def test_who_notes_an_answer_from_the_telephone(client, cast, invitation, part):
    if part != "stranger":
        client.force_login(cast[part])
    address = reverse("meetings:invitation-answer", args=[invitation.meeting_id, invitation.pk])

    read, noted = client.get(address), client.post(address, sent(invitation))

    expected = {"secretary": (200, 302), "stranger": (302, 302)}.get(part, (403, 403))
    assert (read.status_code, noted.status_code) == expected
    assert stands(invitation)[0] == ("coming" if part == "secretary" else "")


def test_an_answer_noted_goes_back_to_the_row_it_came_from(client, secretary, invitation):
    client.force_login(secretary)
    back = f"/meetings/{invitation.meeting_id}/invitations/?answer=none#seat-1"
    address = reverse("meetings:invitation-answer", args=[invitation.meeting_id, invitation.pk])
    query = {"next": back}

    page = client.post(address, sent(invitation), query_params=query)

    assert page.url == back
    assert [(row.answered_via, row.phoned_by) for row in Invitation.objects.answered()] == [
        ("phone", secretary)
    ]


def test_htmx_opens_the_form_in_its_row(client, secretary, invitation):
    client.force_login(secretary)
    address = reverse("meetings:invitation-answer", args=[invitation.meeting_id, invitation.pk])
    asked = {"HX-Request": "true", "HX-Target": f"answer-{invitation.pk}"}

    part = client.get(address, headers=asked)

    assert part.text.strip().startswith("<form")
    assert f'id="id_{invitation.pk}_answer_0"' in part.text
    assert "HX-Target" in part.headers["Vary"]


def test_an_invitation_of_another_meeting_or_of_an_empty_seat_takes_no_answer(
    client, committee, north, secretary, invitation
):
    vacant(committee, 9, north)
    other = called(committee, secretary, starts_on=LATER)
    client.force_login(secretary)

    for meeting, row in [
        (other, invitation),
        (other, other.invitations.get(person=None)),
    ]:
        address = reverse("meetings:invitation-answer", args=[meeting.pk, row.pk])
        assert client.get(address).status_code == 404


def test_answers_are_counted_and_each_count_leads_to_its_people(
    client, committee, north, secretary
):
    board = make_board(committee, north, 5)
    vacant(committee, 6, north)
    meeting = called(committee, secretary)
    for person, said in zip(board, ["coming", "coming", "declined", "substitute"], strict=False):
        row = meeting.invitations.get(person=person)
        answer(row, said, substitute_name=NAME, reason="ติดราชการ")
    client.force_login(secretary)
    address = f"/meetings/{meeting.pk}/invitations/"

    page = client.get(address)

    assert [(count["words"], count["value"]) for count in page.context["counts"]] == [
        ("มา", 2), ("ไม่มา", 1), ("ส่งผู้แทน", 1), ("ยังไม่ตอบ", 1),
    ]  # fmt: skip
    shown = {
        asked: [row.person for row in client.get(address, {"answer": asked}).context["shown"]]
        for asked in ("coming", "declined", "substitute", "none", "", "perhaps")
    }
    assert shown == {
        "coming": board[:2], "declined": [board[2]], "substitute": [board[3]], "none": [board[4]],
        "": [*board, None], "perhaps": [*board, None],
    }  # fmt: skip
    assert all(text in page.text for text in (NAME, "ติดราชการ"))
    beside = client.get(meeting.get_absolute_url()).context["page"].answers
    assert [count["value"] for count in beside] == [2, 1, 1, 1]


def test_who_left_the_seat_is_neither_asked_nor_counted(client, committee, north, secretary):
    gone, left, *_board = make_board(committee, north, 3)
    meeting = called(committee, secretary)
    answer(meeting.invitations.get(person=left))
    for person in (gone, left):
        person.memberships.update(ends_on=date(2026, 7, 3), discharged_by=make_order())
    client.force_login(secretary)
    address = f"/meetings/{meeting.pk}/invitations/"

    page = client.get(address)

    offered = [
        reverse("meetings:invitation-answer", args=[meeting.pk, row.pk]) in page.text
        for row in meeting.invitations.order_by("seat__number")
    ]
    assert offered == [False, False, True]
    assert [count["value"] for count in page.context["counts"]] == [0, 0, 0, 1]
    assert len(client.get(address, {"answer": "none"}).context["shown"]) == 1
    assert client.get(address, {"answer": "coming"}).context["shown"] == []
    beside = client.get(meeting.get_absolute_url()).context["page"].answers
    assert [count["value"] for count in beside] == [0, 0, 0, 1]


@pytest.mark.parametrize("seats", [1, 20])
def test_the_list_costs_the_same_with_answers_and_calls(
    client, committee, north, secretary, seats, django_assert_num_queries
):
    make_board(committee, north, seats)
    meeting = called(committee, secretary)
    for row in meeting.invitations.all():
        answer(row, via="phone", by=secretary)
    client.force_login(secretary)

    with django_assert_num_queries(9):
        client.get(f"/meetings/{meeting.pk}/invitations/")


def test_each_row_proves_how_and_when_somebody_was_told(client, meeting, invitation, secretary):
    Outbox.objects.filter(payload__to=invitation.person.email).update(
        state="done", settled_at=datetime(2026, 7, 1, 10, 5, tzinfo=BANGKOK)
    )
    answer(invitation, via="phone", by=secretary)
    client.force_login(secretary)

    row = client.get(f"/meetings/{meeting.pk}/invitations/").text.partition('id="seat-1"')[2]

    told = row.partition("</tr>")[0]
    for words in ("หนังสือเชิญ ส่งแล้ว", "10.05", "โทรแล้ว", "โดย secretary", "ทางโทรศัพท์"):
        assert words in told, words
    assert [letter.settled_at for letter in followed_up(meeting)[0].letters] != [None]


def test_the_auditor_reads_the_answers_and_notes_none(client, cast, invitation):
    client.force_login(cast["auditor"])

    page = client.get(f"/meetings/{invitation.meeting_id}/invitations/")

    assert page.status_code == 200
    assert "บันทึกคำตอบ" not in page.text


def test_after_it_began_nothing_more_is_noted(client, secretary, invitation, clock):
    clock.move_to(BEGINS)
    client.force_login(secretary)
    address = reverse("meetings:invitation-answer", args=[invitation.meeting_id, invitation.pk])

    assert client.post(address, sent(invitation)).status_code == 302
    assert stands(invitation)[0] == ""
    page = client.get(f"/meetings/{invitation.meeting_id}/invitations/")
    assert "บันทึกคำตอบทางโทรศัพท์" not in page.text


def test_the_day_of_the_factories_is_the_day_meant_here(meeting):
    assert (meeting.starts_on, meeting.begins_at) == (DAY, BEGINS)
