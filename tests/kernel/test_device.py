"""What a browser keeps of a person, and what it is told when they leave."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from portal.kernel.device import account_of, key_of
from tests.factories.regions import make_member, make_user

pytestmark = pytest.mark.django_db


def test_the_name_and_the_key_of_an_account_are_always_the_same_and_nobody_elses():
    one, other = make_user("one"), make_user("other")

    assert (account_of(one), key_of(one)) == (account_of(one), key_of(one))
    assert account_of(one) != account_of(other)
    assert key_of(one) != key_of(other)
    assert account_of(one) not in key_of(one)


def test_another_installation_makes_other_names_and_keys(settings):
    user = make_user("one")
    here = account_of(user), key_of(user)

    settings.SECRET_KEY = "another installation" * 4

    assert account_of(user) != here[0]
    assert key_of(user) != here[1]


def test_a_stranger_has_no_name_on_a_device(client):
    assert account_of(AnonymousUser()) == ""
    assert '<meta name="account" content=""' in client.get(reverse("home")).content.decode()


def test_a_page_says_whose_it_is_and_holds_no_key(client):
    user = make_member()
    client.force_login(user)

    page = client.get(reverse("home")).content.decode()

    assert f'<meta name="account" content="{account_of(user)}"' in page
    assert key_of(user) not in page


def test_signing_out_takes_along_the_pages_and_leaves_the_typed_text(client):
    client.force_login(make_member())

    response = client.post(reverse("account_logout"))

    assert response["Clear-Site-Data"] == '"cache"'


def test_nobody_else_is_told_to_forget(client):
    client.force_login(make_member())

    for response in (client.get(reverse("home")), client.get(reverse("account_logout"))):
        assert "Clear-Site-Data" not in response


def test_before_signing_out_the_page_can_say_what_waits_on_this_device(client):
    client.force_login(make_member())

    page = client.get(reverse("account_logout")).content.decode()

    assert 'data-unsent="" hidden' in page
    assert "data-drop" in page
