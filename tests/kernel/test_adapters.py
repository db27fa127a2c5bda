import pytest
from allauth.account.models import EmailAddress
from django.utils import translation

from portal.kernel.models import Outbox, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    member = User.objects.create_user("member@portal.example", "ขบวนองค์กรชุมชน-67")
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    return member


def test_nobody_signs_up_without_an_invitation(client):
    shown = client.get("/accounts/signup/")
    client.post(
        "/accounts/signup/",
        {"email": "new@portal.example", "password1": "long-enough", "password2": "long-enough"},
    )

    assert "เข้าร่วมด้วยคำเชิญ" in shown.content.decode()
    assert list(User.objects.all()) == []


def test_the_way_to_a_new_password_is_promised_in_thai_whatever_the_screen_speaks(client, member):
    client.cookies["django_language"] = "en"

    client.post("/accounts/password/reset/", {"email": member.email})

    letter = Outbox.objects.get()
    assert letter.kind == "kernel.send_letter"
    assert letter.payload["to"] == member.email
    assert letter.payload["subject"] == "ตั้งรหัสผ่านใหม่"
    assert "/accounts/password/reset/key/" in letter.payload["body"]


def test_an_address_without_an_account_gets_the_same_answer(client, member):
    known = client.post("/accounts/password/reset/", {"email": member.email})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@portal.example"})

    assert (unknown.status_code, unknown.url) == (known.status_code, known.url)


def test_a_wrong_password_is_refused_in_thai(client, member):
    refused = client.post("/accounts/login/", {"login": member.email, "password": "wrong"})

    assert "อีเมลหรือรหัสผ่านไม่ถูกต้อง โปรดตรวจแล้วลองอีกครั้ง" in refused.content.decode()


def test_each_letter_is_its_own_promise(client, member):
    with translation.override("th"):
        client.post("/accounts/password/reset/", {"email": member.email})
        client.post("/accounts/password/reset/", {"email": member.email})

    assert Outbox.objects.count() == 2
