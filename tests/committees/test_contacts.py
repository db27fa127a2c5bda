"""The restricted part of the directory: who reads whose telephone, and by which way."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from committees.actions.people import give_consent, withdraw_consent
from committees.queries.contacts import contacts_visible_to, with_contacts
from portal.kernel.models import Activity, ContactConsent, Person
from tests.factories.committees import TODAY, make_membership, make_seat
from tests.factories.kernel import make_account, make_person
from tests.factories.regions import make_post, make_region, make_user

pytestmark = pytest.mark.django_db
PHONE = "081 234 5678"


@pytest.fixture
def south():
    return make_region(2)


@pytest.fixture
def villager(committee, north):
    """Sits for the north; nobody has published anything."""
    person = make_person("บัวผัน", phone=PHONE, email="bua@portal.example", line_id="bua-line")
    make_membership(make_seat(committee, region=north), person)
    return person


@pytest.fixture
def reader(villager, north, south, person_with):
    """The cast by the part they play towards the villager."""

    def play(part):
        if part == "stranger":
            return None
        if part == "oneself":
            return make_account(villager, "oneself@portal.example")
        role, _, where = part.partition(" of the ")
        region = {"north": north, "south": south}.get(where)
        return person_with(role, region=region)

    return play


# Who reads the villager's telephone without their consent: the whole rule.
READERS = [
    ("secretary", True),
    ("auditor", True),
    ("officer of the north", True),
    ("coordinator of the north", True),
    ("oneself", True),
    ("officer of the south", False),
    ("coordinator of the south", False),
    ("manager of the north", False),
    ("co_chair of the north", False),
    ("member", False),
    ("stranger", False),
]


def enter(client, user):
    if user:
        client.force_login(user)
    return client


def address(name, villager):
    args = [villager.pk] if name == "person-detail" else []
    return reverse(f"committees:{name}", args=args)


@pytest.mark.parametrize("way", ["person-detail", "person-list"])
@pytest.mark.parametrize(("part", "reads"), READERS)
def test_a_telephone_is_on_a_page_for_whom_it_is_for(client, reader, villager, part, reads, way):
    visitor = enter(client, reader(part))

    page = visitor.get(address(way, villager)).text

    assert "บัวผัน ทดสอบ" in page
    assert (PHONE in page) is reads
    assert ("bua-line" in page) is (reads and way == "person-detail")


@pytest.mark.parametrize(("part", "reads"), READERS)
def test_a_telephone_finds_only_whom_the_searcher_may_ring(client, reader, villager, part, reads):
    visitor = enter(client, reader(part))

    for asked in ("081 234", "+66 81 234", "๐๘๑-๒๓๔", "2345678"):
        page = visitor.get(reverse("committees:person-list"), {"q": asked}).text
        assert ("บัวผัน ทดสอบ" in page) is reads


@pytest.mark.parametrize(("part", "reads"), [row for row in READERS if row[0] != "stranger"])
def test_an_export_holds_only_what_its_reader_may_know(client, reader, villager, part, reads):
    visitor = enter(client, reader(part))

    csv = visitor.get(reverse("committees:person-export", args=["csv"])).content.decode("utf-8-sig")
    xlsx = visitor.get(reverse("committees:person-export", args=["xlsx"])).content

    assert "บัวผัน" in csv
    cells = [cell for row in load_workbook(BytesIO(xlsx)).active.values for cell in row]
    for secret in (PHONE, "bua@portal.example", "bua-line"):
        assert (secret in csv, secret in cells) == (reads, reads)


def test_a_stranger_takes_nothing_out(client, villager):
    response = client.get(reverse("committees:person-export", args=["csv"]))

    assert (response.status_code, response.url.startswith("/accounts/login/")) == (302, True)


def test_a_fragment_tells_no_more_than_the_page(client, reader, villager):
    visitor = enter(client, reader("coordinator of the south"))

    fragment = visitor.get(
        reverse("committees:person-list"), headers={"HX-Request": "true", "HX-Target": "results"}
    ).text

    assert "<h1" not in fragment
    assert "บัวผัน ทดสอบ" in fragment
    assert PHONE not in fragment


def test_two_coordinators_read_neither_each_other_nor_each_others_members(
    north, south, villager, person_with
):
    one, other = (person_with("coordinator", region=region) for region in (north, south))
    reached = {
        user.pk: set(contacts_visible_to(user, on=TODAY).values_list("pk", flat=True))
        for user in (one, other)
    }

    assert reached == {one.pk: {one.person.pk, villager.pk}, other.pk: {other.person.pk}}


def test_what_may_not_be_read_is_not_loaded(villager, south, person_with):
    people = with_contacts(Person.objects.all(), person_with("officer", region=south), on=TODAY)

    person = people.get(pk=villager.pk)

    assert person.get_deferred_fields() == {"phone", "email", "line_id"}
    assert (person.shown_phone, person.shown_email, person.shown_line_id) == ("", "", "")
    assert person.is_in_reach is False


def test_the_right_is_of_today_whatever_day_is_asked_about(client, committee, north, person_with):
    left = make_person("ผู้พ้นแล้ว", phone=PHONE)
    make_membership(make_seat(committee, region=north), left, ends_on=date(2025, 12, 31))
    visitor = enter(client, person_with("coordinator", region=north))

    page = visitor.get(
        reverse("committees:person-detail", args=[left.pk]), {"on": "1/12/2568"}
    ).text

    assert "ผู้พ้นแล้ว ทดสอบ" in page
    assert PHONE not in page


# -- Consent -------------------------------------------------------------------------


def test_what_is_published_everybody_reads_and_finds_and_nothing_else(client, villager):
    give_consent(villager, "phone", by=make_user("clerk"))

    page = client.get(reverse("committees:person-detail", args=[villager.pk])).text
    found = client.get(reverse("committees:person-list"), {"q": "081 234 5678"}).text

    assert [PHONE in page, "bua@portal.example" in page, "bua-line" in page] == [True, False, False]
    assert "บัวผัน ทดสอบ" in found


def test_consent_that_is_taken_back_twice_is_told_once(villager):
    clerk = make_user("clerk")
    give_consent(villager, "phone", by=clerk)

    withdraw_consent(villager, "phone", by=clerk)
    withdraw_consent(villager, "phone", by=clerk)

    told = Activity.objects.about(villager).order_by("pk").values_list("verb", flat=True)
    assert list(told) == ["consent.given", "consent.withdrawn"]


def test_consent_taken_back_hides_at_once(client, villager):
    clerk = make_user("clerk")
    give_consent(villager, "phone", by=clerk)
    withdraw_consent(villager, "phone", by=clerk)

    page = client.get(reverse("committees:person-detail", args=[villager.pk])).text

    assert PHONE not in page
    assert "เจ้าตัวยังไม่ได้ให้เผยแพร่" in page


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("secretary", 302),
        ("oneself", 302),
        ("auditor", 403),
        ("coordinator of the north", 403),
        ("officer of the north", 403),
        ("member", 403),
    ],
)
def test_who_may_give_and_take_back_consent(client, reader, villager, part, status):
    visitor = enter(client, reader(part))
    args = [villager.pk, "email"]

    given = visitor.post(reverse("committees:person-consent", args=args))
    count = ContactConsent.objects.given().count()
    taken = visitor.post(reverse("committees:person-consent-withdrawal", args=args))

    assert (given.status_code, taken.status_code) == (status, status)
    assert (count, ContactConsent.objects.given().count()) == (int(status == 302), 0)


def test_the_record_says_whether_the_secretariat_spoke_for_them(villager, person_with):
    oneself, secretary = make_account(villager, "oneself@portal.example"), person_with("secretary")
    give_consent(villager, "phone", by=oneself)
    give_consent(villager, "email", by=secretary)

    told = Activity.objects.about(villager).filter(verb="consent.given").order_by("pk")

    assert [one.detail for one in told] == [
        {"contact": "phone", "on_behalf": False},
        {"contact": "email", "on_behalf": True},
    ]


def test_consent_given_twice_is_one(villager):
    clerk = make_user("clerk")
    give_consent(villager, "phone", by=clerk)
    give_consent(villager, "phone", by=clerk)

    assert ContactConsent.objects.count() == 1


def test_nothing_cannot_be_published(client, committee, north, person_with):
    bare = make_person("ไม่มีไลน์")
    make_membership(make_seat(committee, region=north), bare)
    visitor = enter(client, person_with("secretary"))

    page = visitor.post(
        reverse("committees:person-consent", args=[bare.pk, "line_id"]), follow=True
    ).text

    assert "ยังไม่มีข้อมูลนี้ให้เผยแพร่" in page
    assert ContactConsent.objects.count() == 0


@pytest.mark.parametrize("contact", ["user", "first_name", "fax"])
def test_only_a_contact_can_be_published(client, villager, person_with, contact):
    visitor = enter(client, person_with("secretary"))

    response = visitor.post(reverse("committees:person-consent", args=[villager.pk, contact]))

    assert response.status_code == 404


# -- Changing contacts -----------------------------------------------------------------


def contacts_form(client, person):
    page = client.get(reverse("committees:person-contacts", args=[person.pk]))
    form = page.context["form"]
    return {name: form[name].value() for name in form.fields}


def send(client, person, **changes):
    data = contacts_form(client, person) | changes
    return client.post(reverse("committees:person-contacts", args=[person.pk]), data)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0898765432", "089 876 5432"),
        ("๐๘๙-๘๗๖-๕๔๓๒", "089 876 5432"),
        ("+66 89 876 5432", "089 876 5432"),
        ("074-321456 ต่อ 12", "074-321456 ต่อ 12"),
        ("074-321456 x12", "074-321456 x12"),
        ("", ""),
    ],
)
def test_a_telephone_is_kept_as_the_portal_writes_it(client, villager, person_with, typed, kept):
    visitor = enter(client, person_with("secretary"))

    send(visitor, villager, phone=typed)

    villager.refresh_from_db()
    assert villager.phone == kept


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("phone", "12", "เขียนหมายเลขโทรศัพท์ให้ครบ"),
        ("phone", "ไม่มี", "เขียนหมายเลขโทรศัพท์ให้ครบ"),
        ("email", "bua@", "อีเมล"),
        ("line_id", "x" * 61, "60"),
    ],
)
def test_a_contact_nobody_can_reach_is_said_beside_its_field(
    client, villager, person_with, field, typed, said
):
    visitor = enter(client, person_with("secretary"))

    response = send(visitor, villager, **{field: typed})

    assert response.status_code == 200
    assert said in response.context["form"].errors[field][0]
    villager.refresh_from_db()
    assert villager.phone == PHONE


def test_a_number_that_stands_there_is_not_judged_again(client, villager, person_with):
    Person.objects.filter(pk=villager.pk).update(phone="บ้านกำนัน 12")
    visitor = enter(client, person_with("secretary"))

    response = send(visitor, villager, line_id="new-line")

    villager.refresh_from_db()
    assert (response.status_code, villager.phone, villager.line_id) == (
        302,
        "บ้านกำนัน 12",
        "new-line",
    )


def test_a_contact_that_changes_must_be_consented_to_anew(client, villager, person_with):
    secretary = person_with("secretary")
    give_consent(villager, "phone", by=secretary)
    give_consent(villager, "email", by=secretary)

    send(enter(client, secretary), villager, phone="089 876 5432")

    assert [consent.contact for consent in ContactConsent.objects.given()] == ["email"]


def test_of_two_who_change_at_once_the_second_sees_what_the_first_saved(
    client, villager, person_with
):
    visitor = enter(client, person_with("secretary"))
    opened = contacts_form(visitor, villager)
    send(visitor, villager, line_id="first")
    url = reverse("committees:person-contacts", args=[villager.pk])

    refused = visitor.post(url, opened | {"line_id": "second"})
    again = visitor.post(url, {name: refused.context["form"][name].value() for name in opened})

    villager.refresh_from_db()
    assert (refused.status_code, again.status_code, villager.line_id) == (409, 302, "second")
    assert "บันทึกอยู่: first" in refused.text


def test_the_history_names_what_changed_and_not_what_it_was(client, villager, person_with):
    send(enter(client, person_with("secretary")), villager, phone="089 876 5432")

    told = Activity.objects.get(verb="person.contacts_revised")

    assert told.detail == {"contacts": ["phone"]}


def test_a_coordinator_reads_but_does_not_write(client, villager, north):
    visitor = enter(client, make_post("coordinator", north))

    response = visitor.get(reverse("committees:person-contacts", args=[villager.pk]))

    assert response.status_code == 403
