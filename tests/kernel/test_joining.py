"""An invitation's one-time code opens an account, once, and to whom it was sent."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.invitation_code import code_of, read_code, shown_code
from portal.kernel.joining import accept_invitation, invite_person, withdraw_invitation
from portal.kernel.models import AccountInvitation, Activity, Outbox, Person, User
from portal.kernel.models.account_invitation import WRONG_TRIES_ALLOWED
from portal.kernel.outbox import drain
from portal.kernel.tasks import send_account_invitation
from portal.kernel.thai import to_thai_digits
from tests.factories.committees import make_serving
from tests.factories.kernel import make_account, make_person

NOW = datetime(2026, 7, 1, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
LAST = datetime(2026, 7, 31, 23, 59, tzinfo=NOW.tzinfo)
EMAIL, PHONE = "sommai@portal.example", "+66812345678"
PASSWORD = "ขบวนองค์กรชุมชน-๖๗  เข้มแข็ง"
UNKNOWN = "no-such-invitation"

real_transactions = pytest.mark.django_db(transaction=True)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def by(db):
    return make_account(make_person("เลขา"), "secretary@portal.example")


@pytest.fixture
def person(db):
    person = make_person("สมหมาย", email=EMAIL)
    make_serving(person)
    return person


@pytest.fixture
def by_email(person, by):
    return invite_person(person, channel="email", email=EMAIL, by=by)


@pytest.fixture
def on_paper(person, by):
    return invite_person(person, channel="paper", phone=PHONE, by=by)


def accepted(invitation, password=PASSWORD):
    return accept_invitation(invitation.identifier, code_of(invitation), password)


def refusal(act, *args, **kwargs):
    with pytest.raises(RuleBroken) as refused:
        act(*args, **kwargs)
    return code_in(refused.value)


def code_in(refused):
    """Of the one error, whether or not it aims at a field."""
    [errors] = (getattr(refused, "error_dict", None) or {"": refused.error_list}).values()
    return errors[0].code


def wrong(invitation):
    return f"{(int(code_of(invitation)) + 1) % 10**10:010}"


# -- The code ------------------------------------------------------------------------


def test_a_code_is_ten_digits_that_hang_on_the_row_and_the_secret_key(on_paper, by, settings):
    before = code_of(on_paper)
    read_again = AccountInvitation.objects.get(pk=on_paper.pk)

    assert re.fullmatch(r"\d{10}", before)
    assert code_of(read_again) == before
    assert shown_code(on_paper) == f"{before[:5]} {before[5:]}"
    for change in ({"pk": on_paper.pk + 1}, {"phone": "+66899999999"}):
        assert code_of(AccountInvitation(**{"phone": PHONE, **dated(on_paper), **change})) != before
    settings.SECRET_KEY = "another key of a portal, long enough and quite secret"
    assert code_of(on_paper) != before


def dated(invitation):
    return {"pk": invitation.pk, "invited_at": invitation.invited_at}


def test_no_row_and_no_promise_ever_holds_the_code(by_email):
    code = code_of(by_email)

    for model in (AccountInvitation, Outbox, Activity):
        rows = str(list(model.objects.values()))
        assert code not in rows
        assert shown_code(by_email) not in rows
    assert Outbox.objects.get().payload == {"invitation": by_email.pk}


@pytest.mark.parametrize("typed", ["12345 67890", "๑๒๓๔๕ ๖๗๘๙๐", "12345-67890", " 1234567890\n"])
def test_a_code_is_read_as_people_type_it(typed):
    assert read_code(typed) == "1234567890"


# -- Inviting and taking back ----------------------------------------------------------


def test_an_invitation_is_open_to_the_end_of_its_last_day(on_paper):
    for at, is_open in ((NOW, True), (LAST, True), (LAST + timedelta(minutes=1), False)):
        assert on_paper.is_open(at=at) == is_open
        assert AccountInvitation.objects.open(at=at).exists() == is_open


def test_inviting_again_withdraws_the_open_one_and_its_letter(by_email, person, by):
    again = invite_person(person, channel="paper", phone=PHONE, by=by)

    by_email.refresh_from_db()
    assert by_email.withdrawn_at == NOW
    assert Outbox.objects.get().state == Outbox.State.WITHDRAWN
    assert list(AccountInvitation.objects.pending()) == [again]
    assert refusal(accepted, by_email) == UNKNOWN


def test_an_invitation_that_cannot_be_made_leaves_the_open_one(on_paper, person, by):
    make_account(make_person("คนอื่น"), EMAIL)

    assert refusal(invite_person, person, channel="email", email=EMAIL.upper(), by=by) == "taken"

    on_paper.refresh_from_db()
    assert on_paper.is_pending


def test_an_identifier_of_somebody_else_is_refused_beside_its_field(person, by, on_paper):
    other = make_person("คนอื่น")
    known = make_account(make_person("มีบัญชี"), "known@portal.example")
    User.objects.filter(pk=known.pk).update(phone="+66899999999")
    EmailAddress.objects.create(user=known, email="second@portal.example", verified=True)
    asked = [
        {"email": "Known@portal.example"},
        {"email": "second@portal.example"},
        {"phone": "+66899999999"},
        {"phone": PHONE},
    ]

    for told in asked:
        with pytest.raises(RuleBroken) as refused:
            invite_person(other, channel="paper", by=by, **told)
        assert list(refused.value.message_dict) == list(told)


def test_a_withdrawn_invitation_opens_nothing_and_is_withdrawn_once(on_paper, by):
    withdraw_invitation(on_paper, by=by)

    assert refusal(accepted, on_paper) == UNKNOWN
    assert refusal(withdraw_invitation, on_paper, by=by) == "not-pending"
    assert User.objects.filter(person=on_paper.person).count() == 0


@pytest.mark.parametrize("told", [{}, {"email": EMAIL, "phone": PHONE}])
def test_the_database_wants_one_identifier(person, by, told):
    refused = refusal(invite_person, person, channel="paper", by=by, **told)

    assert refused == "invitations-name-an-address-or-a-number"


# -- Accepting ------------------------------------------------------------------------


def test_a_code_by_mail_makes_a_verified_account_of_the_person(by_email, person):
    user = accepted(by_email)

    person.refresh_from_db()
    by_email.refresh_from_db()
    assert (user.email, user.phone, person.user) == (EMAIL, None, user)
    assert user.check_password(PASSWORD)
    assert by_email.accepted_at == NOW
    address = EmailAddress.objects.get(user=user)
    assert (address.email, address.verified, address.primary) == (EMAIL, True, True)
    assert list(Activity.objects.order_by("pk").values_list("verb", "by")) == [
        ("account_invitation.made", by_email.invited_by_id),
        ("account_invitation.accepted", user.pk),
    ]


def test_a_code_on_paper_makes_an_account_of_a_number_alone(on_paper):
    user = accepted(on_paper)

    assert (user.email, user.phone) == ("", PHONE)
    assert not EmailAddress.objects.filter(user=user).exists()


def test_a_code_opens_once(on_paper):
    accepted(on_paper)

    assert refusal(accepted, on_paper, "อีกรหัสหนึ่งที่ยาวพอ") == UNKNOWN
    assert User.objects.get(phone=PHONE).check_password(PASSWORD)


def test_who_has_an_account_keeps_it_and_gets_a_password_and_the_identifier(by_email, person, by):
    first = accepted(by_email)
    again = invite_person(person, channel="paper", phone=PHONE, by=by)

    assert first.check_password(PASSWORD)
    user = accepted(again, "รหัสใหม่ที่ยาวพอ")

    assert (user.pk, user.email, user.phone) == (first.pk, EMAIL, PHONE)
    assert user.check_password("รหัสใหม่ที่ยาวพอ")
    assert EmailAddress.objects.get(user=user).email == EMAIL


def test_a_new_address_takes_the_place_of_the_old(by_email, person, by):
    accepted(by_email)
    new = invite_person(person, channel="email", email="New@portal.example", by=by)

    user = accepted(new)

    assert user.email == "new@portal.example"
    assert EmailAddress.objects.get().email == "new@portal.example"


def test_unknown_wrong_late_and_locked_get_one_answer(on_paper, clock):
    answers = set()
    for identifier, code in (("+66899999999", code_of(on_paper)), (PHONE, wrong(on_paper))):
        with pytest.raises(RuleBroken) as refused:
            accept_invitation(identifier, code, PASSWORD)
        answers.add((refused.value.code, refused.value.message))
    clock.move_to(LAST + timedelta(minutes=1))
    with pytest.raises(RuleBroken) as refused:
        accepted(on_paper)
    answers.add((refused.value.code, refused.value.message))

    assert len(answers) == 1


def test_after_ten_wrong_codes_the_right_one_opens_nothing(on_paper, person, by):
    for _ in range(WRONG_TRIES_ALLOWED - 1):
        assert refusal(accept_invitation, PHONE, wrong(on_paper), PASSWORD) == UNKNOWN
    on_paper.refresh_from_db()
    assert on_paper.is_open(at=NOW)

    refusal(accept_invitation, PHONE, wrong(on_paper), PASSWORD)

    on_paper.refresh_from_db()
    assert (on_paper.wrong_tries, on_paper.is_locked, on_paper.is_open(at=NOW)) == (10, True, False)
    assert refusal(accepted, on_paper) == UNKNOWN
    assert accepted(invite_person(person, channel="paper", phone=PHONE, by=by)).phone == PHONE


def test_a_right_code_after_wrong_ones_opens(on_paper):
    refusal(accept_invitation, PHONE, wrong(on_paper), PASSWORD)

    assert accepted(on_paper).phone == PHONE
    on_paper.refresh_from_db()
    assert on_paper.wrong_tries == 1


def test_an_identifier_taken_meanwhile_is_refused_and_the_code_stays_good(on_paper):
    other = make_account(make_person("คนอื่น"), "other@portal.example")
    User.objects.filter(pk=other.pk).update(phone=PHONE)

    assert refusal(accepted, on_paper) == "taken"

    User.objects.filter(pk=other.pk).update(phone=None)
    assert accepted(on_paper).phone == PHONE


# -- At once --------------------------------------------------------------------------


def at_once(count, act):
    """What ``act(n)`` came to in each of ``count`` threads that start together."""
    gate = Barrier(count)

    def one(number):
        gate.wait()
        try:
            return act(number)
        except RuleBroken as told:
            return code_in(told)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


@real_transactions
def test_of_two_who_accept_at_once_one_wins(on_paper):
    passwords = ["รหัสผ่านของคนแรก", "รหัสผ่านของคนหลัง"]

    came = at_once(2, lambda n: accepted(on_paper, passwords[n]) and n)

    [winner] = [answer for answer in came if isinstance(answer, int)]
    assert came[1 - winner] in {"accepted", UNKNOWN}
    assert User.objects.get(phone=PHONE).check_password(passwords[winner])
    assert Activity.objects.filter(verb="account_invitation.accepted").count() == 1


@real_transactions
def test_of_many_wrong_codes_at_once_none_is_free(on_paper):
    code = wrong(on_paper)

    at_once(4, lambda _n: [refused_once(code) for _ in range(5)])

    on_paper.refresh_from_db()
    assert on_paper.wrong_tries == WRONG_TRIES_ALLOWED


def refused_once(code):
    return refusal(accept_invitation, PHONE, code, PASSWORD)


@real_transactions
def test_of_invitations_at_once_one_is_open(person, by):
    def invite(number):
        mine = Person.objects.get(pk=person.pk)
        return invite_person(mine, channel="paper", phone=f"+6681234567{number}", by=by).pk

    came = at_once(3, invite)

    assert AccountInvitation.objects.pending().count() == 1
    assert {answer for answer in came if isinstance(answer, str)} <= {
        "one-open-invitation-per-person"
    }


# -- The letter -----------------------------------------------------------------------


@real_transactions
def test_the_letter_says_where_with_what_and_until_when(by_email, settings):
    settings.PORTAL_ADDRESS = "https://portal.example"

    drain()

    [letter] = mail.outbox
    assert (letter.to, letter.subject) == ([EMAIL], "ขอเชิญใช้ระบบขบวนองค์กรชุมชน")
    for told in (
        "https://portal.example/accounts/join/",
        f"อีเมล {EMAIL}",
        shown_code(by_email),
        "จนถึงวันที่ 31 กรกฎาคม 2569",
        "เรียน  สมหมาย ทดสอบ",
        "(เลขา ทดสอบ)",
    ):
        assert told in letter.body


def test_a_letter_of_what_is_over_is_not_sent(by_email, by):
    withdraw_invitation(by_email, by=by)

    send_account_invitation(invitation=by_email.pk)

    assert mail.outbox == []


def test_what_is_printed_promises_no_letter(on_paper):
    assert not Outbox.objects.exists()


# -- The page -------------------------------------------------------------------------


@pytest.fixture
def page(client):
    cache.clear()

    def post(identifier, code, password=PASSWORD, again=None):
        typed = {"identifier": identifier, "code": code, "password1": password}
        return client.post(reverse("join"), {**typed, "password2": again or password})

    yield post
    cache.clear()


@pytest.mark.parametrize("typed", ["081-234 5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678"])
def test_who_joins_is_in_and_may_sign_in_with_what_was_typed(page, on_paper, client, typed):
    answer = page(typed, to_thai_digits(shown_code(on_paper)))
    client.logout()
    told = client.post(reverse("account_login"), {"login": typed, "password": PASSWORD})

    assert (answer.url, told.url) == (reverse("home"), reverse("home"))
    assert client.session["_auth_user_id"] == str(User.objects.get(phone=PHONE).pk)


def test_who_joins_before_the_term_is_told_from_when(page, by, client):
    person = make_person("มาใหม่")
    make_serving(person, starts_on=NOW.date() + timedelta(days=30))
    invitation = invite_person(person, channel="paper", phone=PHONE, by=by)

    answer = page(PHONE, code_of(invitation))

    assert answer.url == reverse("account_login")
    [told] = client.get(answer.url).context["messages"]
    assert str(told) == "ตั้งรหัสผ่านแล้ว บัญชีใช้ได้ตั้งแต่วันที่ 31 กรกฎาคม 2569 ซึ่งเป็นวันเริ่มดำรงตำแหน่ง"
    assert "_auth_user_id" not in client.session
    assert User.objects.get(phone=PHONE).check_password(PASSWORD)


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"identifier": "ไม่ใช่"}, "identifier", "เขียนหมายเลขโทรศัพท์ เช่น 081 234 5678"),
        ({"code": "12345"}, "code", "รหัสเป็นตัวเลข 10 ตัว"),
        ({"code": "abcdefghij"}, "code", "รหัสเป็นตัวเลข 10 ตัว"),
        ({"code": "123456789\u00b2"}, "code", "รหัสเป็นตัวเลข 10 ตัว"),
        ({"password": "สั้นไป"}, "password1", "12"),
        ({"again": "คนละรหัสผ่านกันเลย"}, "password2", "รหัสผ่านสองช่องไม่ตรงกัน"),
    ],
)
def test_what_is_typed_wrong_is_said_beside_its_field_and_tries_no_code(
    page, on_paper, changes, field, told
):
    typed = {"identifier": PHONE, "code": code_of(on_paper), **changes}

    form = page(**typed).context["form"]

    on_paper.refresh_from_db()
    assert list(form.errors) == [field]
    assert told in form.errors[field][0]
    assert (on_paper.wrong_tries, on_paper.is_pending) == (0, True)


def test_a_password_like_the_address_is_refused(page, by_email):
    form = page(EMAIL, code_of(by_email), EMAIL).context["form"]

    assert list(form.errors) == ["password1"]


@pytest.mark.parametrize("told", ["", "a" * 5000, "x\x00y@portal.example", "{}", "' OR 1=1 --"])
def test_nonsense_gets_the_form_back(page, told):
    assert page(told, told, told or "x").status_code == 200


def test_guessing_is_slowed_down_whoever_is_named(page, on_paper):
    codes = [page("089 999 9999", f"{number:010}").status_code for number in range(11)]

    assert codes == [200] * 10 + [429]
    assert page(PHONE, code_of(on_paper)).status_code == 302


def test_reading_the_page_tries_nothing(client, on_paper):
    told = {"identifier": PHONE, "code": code_of(on_paper), "password1": PASSWORD}

    assert client.get(reverse("join"), {**told, "password2": PASSWORD}).status_code == 200
    on_paper.refresh_from_db()
    assert on_paper.is_pending
