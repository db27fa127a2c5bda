"""Demonstration mode: becoming one of the cast in one click, and reading the letters."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.kernel.invitation_code import shown_code
from portal.kernel.joining import invite_person
from portal.kernel.letters import promise_letter
from portal.kernel.models import Outbox
from portal.shell.demo.cast import CAST
from tests.factories.committees import make_serving
from tests.factories.kernel import make_account, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return {actor.who: served_by(actor) for actor in CAST}


def served_by(actor):
    person = make_person(actor.who)
    make_serving(person)
    return make_account(person, actor.email)


@pytest.mark.parametrize("who", [actor.who for actor in CAST])
def test_one_click_makes_one_of_the_cast(client, cast, who):
    answer = client.post(reverse("demo-sign-in"), {"who": who})

    assert (answer.status_code, answer.url) == (302, reverse("home"))
    assert client.session["_auth_user_id"] == str(cast[who].pk)


def test_changing_the_person_begins_a_new_session(client, cast):
    client.post(reverse("demo-sign-in"), {"who": "secretary"})
    session = client.session
    session["left"] = "behind"
    session.save()
    before = session.session_key

    client.post(reverse("demo-sign-in"), {"who": "member-1"})

    assert client.session.session_key != before
    assert "left" not in client.session
    assert client.session["_auth_user_id"] == str(cast["member-1"].pk)


@pytest.mark.parametrize("who", ["", "root", "secretary@demo.example", "SECRETARY"])
def test_nobody_else_can_be_become(client, cast, who):
    assert client.post(reverse("demo-sign-in"), {"who": who}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_reading_the_address_signs_nobody_in(client, cast):
    assert client.get(reverse("demo-sign-in"), {"who": "secretary"}).status_code == 405


def test_a_forged_request_is_refused(cast):
    careful = Client(enforce_csrf_checks=True)

    assert careful.post(reverse("demo-sign-in"), {"who": "secretary"}).status_code == 403


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/meetings/", "/meetings/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_it_leads_on_within_the_portal_only(client, cast, wanted, led_to):
    answer = client.post(reverse("demo-sign-in"), {"who": "secretary", "next": wanted})

    assert answer.url == led_to


def test_one_click_leads_on_to_the_page_that_asked_who_one_is(client, cast):
    page = client.get(reverse("meetings:meeting-list"), follow=True).content.decode()

    asked = page[page.index('class="cast"') :]
    assert '<input type="hidden" name="next" value="/meetings/">' in asked[: asked.index("</form>")]


def test_a_journey_of_strangers_signs_out_on_the_way(client, cast):
    client.force_login(cast["secretary"])

    ways = strip_of(client.get(reverse("search"))).split(reverse("account_logout"))[1:]
    places = [reverse("account_login"), reverse("home")]
    answer = client.post(reverse("account_logout"), {"next": places[0]})

    for place, way in zip(places, ways, strict=True):
        assert f'name="next" value="{place}"' in way
    assert (answer.status_code, answer.url) == (302, places[0])
    assert "_auth_user_id" not in client.session


def test_a_stranger_walks_all_journeys_by_links(client):
    strip = strip_of(client.get(reverse("home")))

    assert "<form" not in strip
    assert f'<a href="{reverse("account_login")}">' in strip


def strip_of(page):
    return page.text.partition('class="demo"')[2].partition("</details>")[0]


# -- Letters -----------------------------------------------------------------------


def promise(number, **said):
    letter = {"to": "member@portal.example", "subject": f"หนังสือเชิญ {number}", "body": "ขอเชิญประชุม"}
    return promise_letter(f"letter:{number}", **(letter | said))


def subjects(page):
    return [letter.payload["subject"] for letter in page.context["page"]]


def test_letters_are_read_newest_first_a_page_at_a_time(client):
    for number in range(1, 28):
        promise(number)
    Outbox.objects.create(dedupe="roll-up", kind="regions.roll_up")

    first, second = (client.get(reverse("demo-letters"), {"page": page}) for page in (1, 2))

    assert subjects(first)[0] == "หนังสือเชิญ 27"
    assert [len(subjects(page)) for page in (first, second)] == [25, 2]


@pytest.mark.parametrize("query", ["somchai@", "ที่สอง", "เนื้อความพิเศษ"])
def test_a_letter_is_found_by_reader_subject_or_text(client, query):
    promise(1)
    promise(2, to="somchai@portal.example", subject="ฉบับที่สอง", body="เนื้อความพิเศษ")

    assert subjects(client.get(reverse("demo-letters"), {"q": query})) == ["ฉบับที่สอง"]


def test_what_a_letter_says_is_shown_as_text(client):
    promise(1, body="<script>alert(1)</script>")

    page = client.get(reverse("demo-letters")).text

    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_invitations_are_written_when_they_are_read(client, django_assert_num_queries, rows):
    secretary = make_account(make_person("เลขา"), "secretary@portal.example")
    for number in range(rows):
        person = make_person(f"คนที่{number}")
        told = {"channel": "email", "email": f"guest-{number}@portal.example"}
        invitation = invite_person(person, by=secretary, **told)

    # which invitations; the count, the page; their words and who they name
    with django_assert_num_queries(4):
        page = client.get(reverse("demo-letters"))

    assert subjects(page) == rows * ["ขอเชิญใช้ระบบขบวนองค์กรชุมชน"]
    assert shown_code(invitation) in page.text
    found = client.get(reverse("demo-letters"), {"q": f"guest-{rows - 1}@"})
    assert [letter.payload["to"] for letter in found.context["page"]] == [invitation.email]


def test_whoever_was_asked_to_sign_in_lands_where_they_were_going(client):
    def cast_of(**query):
        return client.get(reverse("account_login"), query).text.partition('id="cast-h"')[2]

    there = '<input type="hidden" name="next" value="/meetings/resolutions/">'
    assert there in cast_of(next="/meetings/resolutions/")
    assert 'name="who"' in cast_of()
    assert 'name="next"' not in cast_of()
