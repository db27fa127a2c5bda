"""The secretariat invites people in, prints their letters and sees how it stands."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from committees.queries.invitations import Asked, account_state
from portal.kernel.invitation_code import shown_code
from portal.kernel.joining import accept_invitation, invite_person
from portal.kernel.models import AccountInvitation, Outbox
from portal.kernel.models.account_invitation import WRONG_TRIES_ALLOWED
from tests.factories.committees import make_committee, make_membership, make_seat, make_serving
from tests.factories.kernel import make_account, make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 7, 1, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
EMAIL, PHONE = "sommai@portal.example", "+66812345678"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def person(north):
    person = make_person("สมหมาย", email=EMAIL, phone="074-123456 ต่อ 12")
    make_membership(make_seat(make_committee(), 12, region=north), person)
    return person


@pytest.fixture
def desk(sign_in, secretary):
    return sign_in(secretary)


def at(person, what=""):
    return reverse(f"committees:person-invitation{what}", args=[person.pk])


def sent(person, channel="paper", **changes):
    pending = person.account_invitations.pending().first()
    first = {"channel": channel, "email": person.email, "phone": "081-234 5678"}
    return {**first, "instead_of": pending.pk if pending else "", **changes}


def printed(person, by, **changes):
    return invite_person(person, **{"channel": "paper", "phone": PHONE, "by": by, **changes})


# -- Rights -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("secretary", 200),
        ("auditor", 403),
        ("officer", 403),
        ("coordinator", 403),
        ("member", 403),
        ("former member", 302),
    ],
)
def test_only_the_secretariat_invites(north, person, secretary, person_with, sign_in, part, status):
    printed(person, secretary)
    user = secretary if part == "secretary" else person_with(part, region=north)
    visitor = sign_in(user)

    reading = [visitor.get(at(person, what)).status_code for what in ("", "-letter")]
    visitor.post(at(person), sent(person))
    visitor.post(at(person, "-withdrawal"))

    assert reading == [status, status]
    made = AccountInvitation.objects.count()
    withdrawn = AccountInvitation.objects.exclude(withdrawn_at=None).count()
    assert (made, withdrawn) == ((2, 2) if status == 200 else (1, 0))


@pytest.mark.parametrize("pk", [0, 999_999, 10**30])
def test_nobody_is_not_invited(desk, pk):
    for what in ("", "-letter", "-withdrawal"):
        address = reverse(f"committees:person-invitation{what}", args=[pk])
        assert desk.post(address).status_code == 405 if what == "-letter" else 404
        assert desk.get(address).status_code == (405 if what == "-withdrawal" else 404)


# -- Inviting ------------------------------------------------------------------------


def test_the_form_knows_what_the_register_knows(desk, person):
    form = desk.get(at(person)).context["form"]

    assert {name: form[name].value() for name in ("channel", "email", "phone")} == {
        "channel": "email",
        "email": EMAIL,
        "phone": "074-123456 ต่อ 12",
    }


def test_by_mail_a_letter_is_promised(desk, person):
    answer = desk.post(at(person), sent(person, "email", phone="ไม่ใช่หมายเลข"))

    [made] = AccountInvitation.objects.all()
    assert answer.url == at(person)
    assert (made.channel, made.email, made.phone) == ("email", EMAIL, "")
    assert Outbox.objects.get().payload == {"invitation": made.pk}


def test_on_paper_the_letter_is_opened_for_printing(desk, person):
    answer = desk.post(at(person), sent(person, email="ไม่ใช่อีเมล"))
    letter = desk.get(answer.url)

    [made] = AccountInvitation.objects.all()
    assert (made.channel, made.email, made.phone) == ("paper", "", PHONE)
    assert answer.url == at(person, "-letter")
    for told in ("/accounts/join/", "081 234 5678", shown_code(made), "31 กรกฎาคม 2569"):
        assert told in letter.text
    assert desk.get(answer.url).text.count(shown_code(made)) == 1  # printed again
    assert "no-store" in letter.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("channel", "changes", "field"),
    [
        ("paper", {"phone": ""}, "phone"),
        ("paper", {"phone": "081 234"}, "phone"),
        ("paper", {"phone": "0" * 5000}, "phone"),
        ("email", {"email": ""}, "email"),
        ("email", {"email": "sommai@"}, "email"),
        ("carrier pigeon", {}, "channel"),
        ("", {}, "channel"),
        ("paper", {"instead_of": "x"}, "instead_of"),
        ("paper", {"instead_of": "9" * 40}, None),
        ("email", {"email": "secretary\x00@portal.example"}, "email"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(desk, person, channel, changes, field):
    answer = desk.post(at(person), sent(person, channel, **changes))

    assert not AccountInvitation.objects.exists()
    if field:
        assert list(answer.context["form"].errors) == [field]


def test_an_identifier_of_somebody_else_is_refused_beside_it(desk, person):
    make_account(make_person("คนอื่น"), EMAIL)

    form = desk.post(at(person), sent(person, "email")).context["form"]

    assert form.errors == {"email": ["อีเมลนี้เป็นของผู้อื่นแล้ว"]}


def test_who_serves_nowhere_is_not_invited(desk):
    stranger = make_person("คนนอก")

    shown = desk.get(at(stranger))
    refused = desk.post(at(stranger), sent(stranger))

    assert "ยังเชิญไม่ได้" in shown.text
    assert refused.context["form"].has_error("__all__", "serves-nowhere")
    assert not AccountInvitation.objects.exists()


def test_who_will_serve_is_invited_before_the_term(desk):
    coming = make_person("คนใหม่")
    make_serving(coming, starts_on=NOW.date() + timedelta(days=40))

    assert desk.post(at(coming), sent(coming)).status_code == 302


def test_a_button_pressed_twice_invites_once_and_says_so(desk, person):
    form = sent(person)
    desk.post(at(person), form)
    [first] = AccountInvitation.objects.all()

    answer = desk.post(at(person), form, follow=True)

    assert list(AccountInvitation.objects.pending()) == [first]
    assert [str(told) for told in answer.context["messages"]][-1] == (
        "เพิ่งมีคำเชิญฉบับใหม่ของผู้นี้ โปรดดูก่อนเชิญอีกครั้ง"
    )


def test_inviting_anew_takes_the_place_of_the_open_one(desk, person, secretary):
    first = printed(person, secretary)

    desk.post(at(person), sent(person, "email"))

    first.refresh_from_db()
    [second] = AccountInvitation.objects.pending()
    assert (first.withdrawn_at, second.email) == (NOW, EMAIL)


def test_a_withdrawn_invitation_has_no_letter_any_more(desk, person, secretary):
    printed(person, secretary)

    answers = [desk.post(at(person, "-withdrawal")).url for _ in range(2)]

    assert answers == [at(person)] * 2
    assert desk.get(at(person, "-letter")).status_code == 404
    assert account_state(person, at=NOW).asked == Asked.WITHDRAWN


def test_a_mailed_code_is_shown_to_nobody(desk, person, secretary):
    made = invite_person(person, channel="email", email=EMAIL, by=secretary)

    assert desk.get(at(person, "-letter")).status_code == 404
    assert shown_code(made) not in desk.get(at(person)).text


def test_a_printed_code_stands_on_the_letter_alone(desk, person, secretary):
    made = printed(person, secretary)

    assert shown_code(made) not in desk.get(at(person)).text


# -- How it stands ---------------------------------------------------------------------


def never(invitation):
    invitation.delete()


def expired(invitation):
    invitation.expires_at = NOW - timedelta(days=1)
    invitation.save()


def locked(invitation):
    invitation.wrong_tries = WRONG_TRIES_ALLOWED
    invitation.save()


def accepted(invitation):
    code = shown_code(invitation).replace(" ", "")
    accept_invitation(PHONE, code, "รหัสผ่านที่ยาวพอ")


@pytest.mark.parametrize(
    ("become", "asked", "words"),
    [
        (never, Asked.NEVER, "ยังไม่เคยเชิญ"),
        (lambda invitation: None, Asked.OPEN, "เชิญแล้ว รอเปิดบัญชี"),
        (expired, Asked.EXPIRED, "คำเชิญหมดอายุ"),
        (locked, Asked.LOCKED, "คำเชิญปิดแล้ว"),
        (accepted, Asked.ACCEPTED, "มีบัญชี"),
    ],
)
def test_the_page_says_how_the_account_stands(desk, person, secretary, become, asked, words):
    become(printed(person, secretary))

    page = desk.get(at(person))

    assert page.context["account"].asked == asked
    assert page.context["account"].has_account == (asked == Asked.ACCEPTED)
    assert words in page.text


def test_who_is_invited_again_still_has_the_account(person, secretary):
    accepted(printed(person, secretary))
    invite_person(person, channel="email", email=EMAIL, by=secretary)

    state = account_state(person, at=NOW)

    assert (state.has_account, state.asked, state.identifiers) == (
        True,
        Asked.OPEN,
        ["081 234 5678"],
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_the_state_costs_two_statements(person, secretary, django_assert_num_queries, rows):
    for _ in range(rows):
        printed(person, secretary)

    with django_assert_num_queries(2):
        state = account_state(person, at=NOW)
        assert (state.asked, state.has_account) == (Asked.OPEN, False)
        assert state.invitation.invited_by.person.full_name


def test_what_was_typed_into_an_invitation_outlives_the_session(desk, secretary, person):
    author = re.search(r'name="author" value="([^"]+)"', desk.get(at(person)).text)[1]
    desk.logout()

    desk.post(at(person), sent(person, phone="089 999 9999", author=author))
    desk.force_login(secretary)

    assert desk.get(at(person)).context["form"]["phone"].value() == "089 999 9999"
    assert not AccountInvitation.objects.exists()
