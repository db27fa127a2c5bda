"""The first account of a real installation."""

import re
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse

from portal.kernel.models import AccountInvitation, Person, User
from regions.models import RegionalPost

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)
PASSWORD = "ขบวนองค์กรชุมชน-67"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(f"{TODAY} 10:00+07:00", tick=False):
        yield


def found(**asked):
    told = {"prefix": "นางสาว", "first_name": "กนกวรรณ", "last_name": "ดี", **asked}
    out = StringIO()
    call_command("found_secretariat", stdout=out, **told)
    return out.getvalue()


def accept(client, identifier, letter):
    code = re.search(r"\n +(\d{5} \d{5})\n", letter)[1]
    typed = {"identifier": identifier, "code": code, "password1": PASSWORD, "password2": PASSWORD}
    return client.post(reverse("join"), typed)


@pytest.mark.parametrize("sign_in", ["Kanok@Portal.example", "๐๘๑-๒๓๔ ๕๖๗๘"])
def test_the_printed_letter_opens_the_account_of_the_first_central_officer(client, sign_in):
    letter = found(sign_in=sign_in)

    answer = accept(client, sign_in, letter)

    [post] = RegionalPost.objects.all()
    assert (post.role, post.starts_on) == ("central_officer", TODAY)
    assert post.person.full_name == "นางสาวกนกวรรณ ดี"
    assert (answer.url, client.get("/").context["masthead"].who.is_secretariat) == ("/", True)
    assert reverse("join") in letter


def test_a_lost_letter_is_written_anew_and_the_first_is_void(client):
    lost = found(sign_in="kanok@portal.example")
    again = found(sign_in="kanok@portal.example")

    assert (Person.objects.count(), User.objects.count(), RegionalPost.objects.count()) == (1, 1, 1)
    assert AccountInvitation.objects.pending().count() == 1
    assert accept(client, "kanok@portal.example", lost).status_code == 200
    assert accept(client, "kanok@portal.example", again).status_code == 302


def test_once_the_secretariat_has_an_account_nobody_is_founded(client):
    accept(client, "kanok@portal.example", found(sign_in="kanok@portal.example"))

    with pytest.raises(CommandError, match="กองเลขานุการมีบัญชีแล้ว"):
        found(sign_in="another@portal.example")
    assert Person.objects.count() == 1


@pytest.mark.parametrize("sign_in", ["081 234", "kanok@", "", "a@b\x00.c"])
def test_an_identifier_that_is_none_founds_nobody(sign_in):
    with pytest.raises(CommandError):
        found(sign_in=sign_in)

    assert Person.objects.count() == 0


def test_whose_post_has_ended_is_founded_anew_and_gets_in(client):
    found(sign_in="kanok@portal.example")
    RegionalPost.objects.update(starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 31))

    answer = accept(client, "kanok@portal.example", found(sign_in="kanok@portal.example"))

    assert answer.status_code == 302
    assert client.get("/").context["masthead"].who.is_secretariat
    assert RegionalPost.objects.count() == 2
