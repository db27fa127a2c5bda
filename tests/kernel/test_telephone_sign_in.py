"""Signing in by a telephone number: however it is written, and with no message sent to it."""

import re
from datetime import date

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

from portal.kernel.models import Outbox, User
from tests.factories.committees import make_serving
from tests.factories.kernel import make_person

pytestmark = pytest.mark.django_db
PHONE, PASSWORD = "+66812345678", "ขบวนองค์กรชุมชน-67"
MISMATCH = "หมายเลขโทรศัพท์หรือรหัสผ่านไม่ถูกต้อง โปรดตรวจแล้วลองอีกครั้ง"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(date(2026, 7, 1), tick=False):
        cache.clear()
        yield
        cache.clear()


@pytest.fixture
def member(db):
    """Known by a number alone."""
    person = make_person("สมหมาย")
    make_serving(person)
    person.user = User.objects.create_user(password=PASSWORD, phone=PHONE)
    person.save()
    return person.user


@pytest.fixture
def sign_in(client):
    def enter(login, password=PASSWORD):
        return client.post(reverse("account_login"), {"login": login, "password": password})

    return enter


@pytest.mark.parametrize("written", ["0812345678", "081-234 5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66812345678"])
def test_a_number_signs_in_however_it_is_written(client, member, sign_in, written):
    answer = sign_in(written)

    assert answer.url == reverse("home")
    assert client.get(reverse("search")).wsgi_request.user == member
    assert not Outbox.objects.exists()


def test_a_number_in_need_of_an_extension_signs_in_without_it(member, sign_in):
    User.objects.filter(pk=member.pk).update(phone="+6674123456")

    assert sign_in("074-123456 ต่อ 12").url == reverse("home")


@pytest.mark.parametrize(
    ("login", "told"),
    [
        ("081 234 5678", MISMATCH),
        ("089 999 9999", MISMATCH),
        ("nobody@portal.example", "อีเมลหรือรหัสผ่านไม่ถูกต้อง โปรดตรวจแล้วลองอีกครั้ง"),
    ],
)
def test_a_number_without_an_account_and_a_wrong_password_get_one_answer(
    member, sign_in, login, told
):
    assert sign_in(login, "wrong").context["form"].non_field_errors() == [told]


@pytest.mark.parametrize("login", ["สมหมาย", "081 234", "sommai@", "1" * 300, "a\x00b"])
def test_what_is_neither_number_nor_address_is_said_beside_the_field(sign_in, login):
    assert list(sign_in(login).context["form"].errors) == ["login"]


def test_failed_tries_of_one_number_do_not_shut_out_another(member, sign_in):
    for _ in range(6):
        refused = sign_in("089 999 9999", "wrong")

    assert [error.code for error in refused.context["form"].non_field_errors().as_data()] == [
        "too_many_login_attempts"
    ]
    assert sign_in("081 234 5678").status_code == 302


def test_an_address_yet_to_be_verified_keeps_nobody_with_a_number_out(client, member, sign_in):
    User.objects.filter(pk=member.pk).update(email="sommai@portal.example")
    EmailAddress.objects.create(user=member, email="sommai@portal.example", verified=False)

    by_number = sign_in("081 234 5678")
    client.logout()
    by_address = sign_in("sommai@portal.example")

    assert by_address.url == reverse("account_email_verification_sent")
    assert by_number.url == reverse("home")


def test_before_the_account_is_changed_the_password_is_asked_for(client, member):
    client.force_login(member)

    answer = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    assert answer.status_code == 302


@pytest.mark.parametrize(("phone", "left"), [(PHONE, ""), (None, "sommai@portal.example")])
def test_an_account_keeps_one_way_in(client, member, phone, left):
    address = {"email": "sommai@portal.example", "verified": True, "primary": True}
    EmailAddress.objects.create(user=member, **address)
    User.objects.filter(pk=member.pk).update(email=address["email"], phone=phone)
    member.refresh_from_db()
    client.force_login(member)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    answer = client.post(reverse("account_email"), {"email": address["email"], "action_remove": ""})

    member.refresh_from_db()
    assert (answer.status_code, member.email, member.phone) == (302, left, phone)


def test_the_page_of_ones_address_says_the_number(client, member):
    client.force_login(member)

    page = client.get(reverse("account_email"))

    assert "081 234 5678" in page.text
    assert "เพิ่มอีเมล" in page.text


@pytest.mark.parametrize(
    "name", ["account_verify_phone", "account_change_phone", "account_request_login_code"]
)
def test_no_page_sends_a_code_to_a_telephone(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_forgotten_password_without_an_address_leads_to_a_telephone_call(client):
    page = client.get(reverse("account_reset_password"))

    assert "โทรขอหนังสือเชิญฉบับใหม่จากกองเลขาฯ" in page.text
    assert re.search(r'href="tel:\d+"', page.text)
    assert f'href="{reverse("join")}"' in page.text


def test_a_number_in_place_of_an_address_resets_nothing(client, member):
    answer = client.post(reverse("account_reset_password"), {"email": "081 234 5678"})

    assert list(answer.context["form"].errors) == ["email"]
    assert not Outbox.objects.exists()
