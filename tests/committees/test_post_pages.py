"""The pages of posts: who reads and changes them, whom they offer, what they say is missing."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from committees.actions import posts
from committees.models import Committee
from regions.models import Region, RegionalPost
from tests.factories.committees import (
    BEGAN,
    TODAY,
    make_body,
    make_committee,
    make_order,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import (
    make_post,
    make_regions,
    make_reporting_province,
)
from tests.factories.roster import make_member

pytestmark = pytest.mark.django_db
Role = RegionalPost.Role


def page_of(region=None):
    if region is None:
        return reverse("committees:centre-posts")
    return reverse("committees:region-posts", args=[region.code])


def form_of(role, region=None):
    if region is None:
        return reverse("committees:centre-post-create", args=[role])
    return reverse("committees:post-create", args=[region.code, role])


@pytest.fixture
def cast(north, other):
    return {
        "secretary": make_post("central_officer"),
        "auditor": make_post("auditor"),
        "officer": make_post("officer", north),
        "manager": make_post("manager", north),
        "coordinator": make_post("coordinator", north),
        "co-chair": make_post("co_chair", north),
        "another region's coordinator": make_post("coordinator", other),
    }


CAST = [
    "secretary",
    "auditor",
    "officer",
    "manager",
    "coordinator",
    "co-chair",
    "another region's coordinator",
]


@pytest.mark.parametrize("who", CAST)
def test_whoever_serves_reads_the_posts_and_only_the_secretariat_changes_them(
    north, cast, sign_in, who
):
    visitor, may_change = sign_in(cast[who]), who == "secretary"
    post = cast["officer"].person.posts.get()
    forms = [
        form_of("officer", north),
        form_of("auditor"),
        reverse("committees:post-replacement", args=[post.pk]),
        reverse("committees:post-discharge", args=[post.pk]),
    ]

    read = [visitor.get(page) for page in (page_of(north), page_of())]
    asked = [visitor.get(form).status_code for form in forms]
    sent = [visitor.post(form, {}).status_code for form in forms]

    assert [page.status_code for page in read] == [200, 200]
    assert [form_of("manager", north) in page.text for page in read] == [may_change, False]
    assert [form_of("auditor") in page.text for page in read] == [False, may_change]
    assert asked == sent == 4 * [200 if may_change else 403]
    assert RegionalPost.objects.count() == len(cast)


def test_nobody_reads_the_posts_without_signing_in(north, client):
    assert [client.get(page).status_code for page in (page_of(north), page_of())] == [302, 302]


@pytest.mark.parametrize(
    "address",
    [
        "/committees/regions/nowhere/posts/",
        "/committees/regions/upper-north/posts/central-officer/new/",
        "/committees/regions/upper-north/posts/co_chair/new/",
        "/committees/centre/posts/officer/new/",
        "/committees/posts/99999999999999999999/discharge/",
        "/committees/posts/7000000/replacement/",
    ],
)
def test_what_is_not_there_is_not_found(north, secretary, sign_in, address):
    assert sign_in(secretary).get(address).status_code == 404


def test_the_form_offers_only_members_from_the_region(north, other, member, secretary, sign_in):
    make_member(other, "เฉลิม", number=4)
    make_person("นิภา")

    form = sign_in(secretary).get(form_of("coordinator", north)).context["form"]

    assert offered(form) == ["บัวผัน ทดสอบ"]


def test_the_form_for_staff_offers_whoever_does_not_sit(north, member, secretary, sign_in):
    make_person("นิภา")

    form = sign_in(secretary).get(form_of("officer", north)).context["form"]

    assert offered(form) == ["central_officer-centre ทดสอบ", "นิภา ทดสอบ"]


def test_the_form_offers_who_sits_on_the_day_asked_for(north, secretary, sign_in):
    make_member(north, "คนเก่า", number=1, ends_on=date(2025, 12, 31))
    visitor = sign_in(secretary)

    forms = [
        visitor.get(form_of("coordinator", north), {"on": day}).context["form"]
        for day in ("31/12/2568", "1/1/2569")
    ]

    assert [offered(form) for form in forms] == [["คนเก่า ทดสอบ"], []]
    assert forms[0]["starts_on"].value() == date(2025, 12, 31)


def offered(form):
    return [str(label).split(" · ")[0] for key, label in form.fields["person"].choices if key]


def test_whoever_was_just_added_is_chosen_and_nonsense_is_not(north, secretary, sign_in):
    person, visitor = make_person("นิภา"), sign_in(secretary)

    forms = [
        visitor.get(form_of("officer", north), {"person": asked, "order": asked}).context["form"]
        for asked in (person.pk, "9" * 5000, "-1", "x")
    ]

    assert forms[0]["person"].value() == str(person.pk)
    assert all("นิภา ทดสอบ" in offered(form) for form in forms)


def test_the_secretariat_appoints_and_the_page_shows_it(north, member, secretary, sign_in):
    visitor = sign_in(secretary)
    order = make_order("7/2569")

    answer = visitor.post(
        form_of("coordinator", north),
        {"person": member.pk, "starts_on": "๑/๗/๒๕๖๙", "order": order.pk},
        follow=True,
    )

    assert answer.redirect_chain == [(page_of(north), 302)]
    assert "แต่งตั้งแล้ว" in answer.text
    [post] = member.posts.all()
    assert (post.role, post.starts_on, post.appointed_by) == (Role.COORDINATOR, TODAY, order)
    assert "บัวผัน ทดสอบ" in answer.text


def test_a_choice_from_another_region_is_refused_beside_the_field_and_nothing_is_lost(
    north, other, secretary, sign_in
):
    person = make_member(other, "เฉลิม", number=4)
    typed = {"person": person.pk, "starts_on": "1/8/2569", "order": make_order().pk}

    form = sign_in(secretary).post(form_of("co-chair", north), typed).context["form"]

    assert form.errors == {"person": ["เฉลิม ทดสอบ นั่งในที่นั่งที่ 4 ภาคเหนือตอนล่าง ไม่ใช่ที่นั่งของภาคเหนือตอนบน"]}
    assert (form["person"].value(), form["starts_on"].value()) == (str(person.pk), "1/8/2569")
    assert offered(form) == ["เฉลิม ทดสอบ"]


@pytest.mark.parametrize(
    ("role", "beside"), [("co-chair", {"order"}), ("coordinator", {"order"}), ("officer", set())]
)
def test_who_speaks_for_a_region_is_appointed_by_an_order(
    north, member, secretary, sign_in, role, beside
):
    who = member if beside else make_person("นิภา")
    typed = {"person": who.pk, "starts_on": "1/7/2569"}

    answer = sign_in(secretary).post(form_of(role, north), typed)

    assert (answer.status_code, who.posts.count()) == ((200, 0) if beside else (302, 1))
    assert set(answer.context["form"].errors if beside else ()) == beside


def test_who_speaks_for_a_region_leaves_by_an_order(north, member, secretary, sign_in):
    order = make_order("8/2569")
    post = posts.appoint_to(
        "co_chair", north, member, starts_on=BEGAN, order=make_order(), by=secretary
    )
    form, visitor = reverse("committees:post-discharge", args=[post.pk]), sign_in(secretary)

    refused = visitor.post(form, {"ends_on": "30/6/2569"})
    visitor.post(form, {"ends_on": "30/6/2569", "order": order.pk})

    assert refused.context["form"].errors == {
        "order": ["ประธานร่วมและผู้ประสานงานภาคแต่งตั้งและพ้นโดยคำสั่งเท่านั้น โปรดเลือกคำสั่ง"]
    }
    post.refresh_from_db()
    assert (post.ends_on, post.discharged_by) == (date(2026, 6, 30), order)


@pytest.mark.parametrize(
    ("person", "starts_on", "beside"),
    [
        ("", "1/7/2569", {"person"}),
        ("0", "1/7/2569", {"person"}),
        ("x", "1/7/2569", {"person"}),
        ("9" * 5000, "1/7/2569", {"person"}),
        ("9" * 30, "1/7/2569", {"person"}),
        ("", "", {"person", "starts_on"}),
        ("", "1/7/1", {"person", "starts_on"}),
        ("", "31/2/2569", {"person", "starts_on"}),
    ],
)
def test_what_nobody_can_read_is_said_beside_its_field(
    north, secretary, sign_in, person, starts_on, beside
):
    answer = sign_in(secretary).post(
        form_of("officer", north), {"person": person, "starts_on": starts_on}
    )

    assert (answer.status_code, set(answer.context["form"].errors)) == (200, beside)


def test_the_secretariat_replaces_who_is_in_the_post(north, member, secretary, sign_in):
    successor = make_member(north, "เฉลิม", number=2)
    last = posts.appoint_to(
        "coordinator", north, member, starts_on=BEGAN, order=make_order(), by=secretary
    )
    form = reverse("committees:post-replacement", args=[last.pk])

    answer = sign_in(secretary).post(
        form, {"person": successor.pk, "starts_on": "1/7/2569", "order": make_order().pk}
    )

    last.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, page_of(north))
    assert (last.ends_on, successor.posts.get().starts_on) == (date(2026, 6, 30), TODAY)


def test_the_secretariat_ends_a_post_and_comes_back_to_the_day_it_looked_at(
    north, secretary, sign_in
):
    post = posts.appoint_to("officer", north, make_person("นิภา"), starts_on=BEGAN, by=secretary)
    form = reverse("committees:post-discharge", args=[post.pk]) + "?on=1/6/2569"

    answer = sign_in(secretary).post(form, {"ends_on": "30/6/2569"})

    post.refresh_from_db()
    assert (answer.url, post.ends_on) == (page_of(north) + "?on=1/6/2569", date(2026, 6, 30))


def test_the_last_officer_of_the_centre_is_told_why_he_stays(secretary, sign_in):
    post = secretary.person.posts.get()
    form = reverse("committees:post-discharge", args=[post.pk])

    answer = sign_in(secretary).post(form, {"ends_on": "1/7/2569"})

    post.refresh_from_db()
    assert answer.context["form"].non_field_errors() == [
        "หลังวันนั้นจะไม่เหลือเจ้าหน้าที่ส่วนกลางที่เข้าสู่ระบบได้ โปรดแต่งตั้งคนใหม่ก่อน"
    ]
    assert post.ends_on is None


def test_the_working_group_says_what_it_lacks_on_the_day(north, member, secretary, sign_in):
    make_seat(make_committee(), 2, region=north)
    posts.appoint_to(
        "coordinator", north, member, starts_on=TODAY, order=make_order(), by=secretary
    )
    visitor = sign_in(secretary)

    lacks = [
        visitor.get(page_of(north), asked).context["group"].missing
        for asked in ({}, {"on": "30/6/2569"})
    ]

    rest = ["ยังไม่มีผู้จัดการภาค", "เจ้าหน้าที่ภาค 0 จาก 1 คน", "ยังไม่มีประธานร่วม", "ที่นั่งว่าง 1 ที่"]
    assert lacks == [rest, [*rest[:2], "ยังไม่มีผู้ประสานงานภาค", *rest[2:]]]


def test_who_held_a_post_and_who_will_keep_their_place_on_the_page(north, secretary, sign_in):
    past, coming = make_person("คนเก่า"), make_person("คนต่อไป")
    posts.appoint_to(
        "officer", north, past, starts_on=BEGAN, ends_on=date(2026, 6, 30), by=secretary
    )
    posts.appoint_to("officer", north, coming, starts_on=date(2026, 8, 1), by=secretary)

    group = sign_in(secretary).get(page_of(north)).context["group"]

    assert [post.person for post, _words in group.posts.past] == [past]
    assert [post.person for post, _words in group.posts.coming] == [coming]
    assert group.posts.held(Role.OFFICER) == []


def test_a_day_known_from_a_document_lacks_nothing_and_says_so(north, secretary, sign_in):
    committee = make_committee()
    Committee.objects.filter(pk=committee.pk).update(source="เอกสารก่อตั้ง")
    visitor = sign_in(secretary)

    pages = [visitor.get(page) for page in (page_of(north), page_of())]

    assert all("ไม่ปรากฏในเอกสาร" in page.text for page in pages)
    assert [pages[0].context["group"].missing, "ยังไม่มี" in pages[1].text] == [[], False]


def test_the_size_of_the_secretariat_is_told_in_both_ways(north, other, secretary, sign_in):
    committee = make_committee()
    unit = make_body("secretariat", kind=Committee.Kind.SECRETARIAT, parent=committee)
    Committee.objects.filter(pk=unit.pk).update(seats_due=8, note="เอกสารเขียนไว้สองแบบ")
    posts.appoint_to("officer", north, make_person("นิภา"), starts_on=TODAY, by=secretary)

    page = sign_in(secretary).get(page_of())

    centre = page.context["centre"]
    assert (centre.unit.seats_due, centre.regional, centre.regional_due) == (8, 1, 2)
    assert (centre.total, centre.total_due) == (2, 4)
    assert "เอกสารเขียนไว้สองแบบ" in page.text


@pytest.mark.parametrize("rows", [1, 3])
def test_both_pages_cost_the_same_for_one_row_and_many(
    secretary, sign_in, django_assert_num_queries, rows
):
    regions = make_regions(rows)
    for number, region in enumerate(regions, start=1):
        person = make_member(region, f"คนที่{number}", number=number)
        posts.appoint_to(
            "coordinator", region, person, starts_on=BEGAN, order=make_order(), by=secretary
        )
    for number in range(rows):
        make_member(regions[0], f"อีกคน{number}", number=10 + number)
        name = f"officer{number}"
        posts.appoint_to(
            "officer",
            regions[0],
            make_person(name),
            starts_on=BEGAN,
            order=make_order(name),
            by=secretary,
        )
        province = make_reporting_province(regions[0], str(50 + number), f"จังหวัด{number}")
        posts.appoint_to(
            "provincial", province, make_person(f"p{number}"), starts_on=BEGAN, by=secretary
        )
    visitor = sign_in(secretary)

    ContentType.objects.get_for_models(Region, RegionalPost)  # whichever test comes first asks
    # session, user, region, rights, who; generation, posts: 2, seats, provinces: 2, bodies,
    # corrections
    with django_assert_num_queries(13):
        visitor.get(page_of(regions[0]))
    # session, user, rights, who; the centre's five, corrections
    with django_assert_num_queries(10):
        visitor.get(page_of())
