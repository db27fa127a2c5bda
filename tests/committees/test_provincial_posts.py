"""Who speaks for a province: appointed on its region's page, by who appoints its officers."""

from datetime import date

import pytest
from django.urls import reverse

from committees.actions import posts
from portal.kernel.errors import RuleBroken
from regions.models import ProvinceRegion, RegionalPost, rights_of
from tests.factories.committees import TODAY
from tests.factories.kernel import make_account, make_person
from tests.factories.regions import (
    make_post,
    make_region,
    make_regions,
    make_reporting_province,
    make_user,
)
from tests.factories.roster import make_member

pytestmark = pytest.mark.django_db
PROVINCIAL = RegionalPost.Role.PROVINCIAL


@pytest.fixture
def chiang_mai(north):
    return make_reporting_province(north)


def appoint(province, person, by, **term):
    term.setdefault("starts_on", TODAY)
    return posts.appoint_to(PROVINCIAL, province, person, by=by, **term)


def page_of(region):
    return reverse("committees:region-posts", args=[region.code])


def form_of(province):
    return reverse("committees:province-post-create", args=[province.code])


# -- Actions -----------------------------------------------------------------------------


def test_a_province_may_have_several_and_needs_no_order(chiang_mai, secretary):
    first = appoint(chiang_mai, make_person("หนึ่ง"), secretary)
    second = appoint(chiang_mai, make_person("สอง"), secretary)

    assert {post.place for post in (first, second)} == {chiang_mai}
    assert (first.region, first.appointed_by) == (None, None)


def test_a_member_of_the_67_may_speak_for_a_province_too(north, chiang_mai, secretary):
    assert appoint(chiang_mai, make_member(north, "บัวผัน", number=1), secretary).pk


@pytest.mark.parametrize(
    ("term", "field"),
    [
        ({"starts_on": date(2026, 7, 2), "ends_on": date(2026, 7, 1)}, "ends_on"),
        ({"starts_on": date(2006, 7, 1)}, "starts_on"),
    ],
)
def test_wrong_days_are_refused_beside_the_field(north, secretary, term, field):
    new = make_reporting_province(north, "38", "บึงกาฬ", founded_on=date(2011, 3, 23))

    with pytest.raises(RuleBroken) as refusal:
        appoint(new, make_person(), secretary, **term)

    assert list(refusal.value.message_dict) == [field]


def test_nobody_is_appointed_twice_to_the_same_province(north, chiang_mai, secretary):
    person = make_person()
    appoint(chiang_mai, person, secretary)

    with pytest.raises(RuleBroken) as refusal:
        appoint(chiang_mai, person, secretary)

    assert list(refusal.value.message_dict) == ["person"]
    assert appoint(make_reporting_province(north, "52", "ลำปาง"), person, secretary).pk


def test_whoever_follows_takes_the_place_of_who_was_there(chiang_mai, secretary):
    post = appoint(chiang_mai, make_person("คนเดิม"), secretary, starts_on=date(2026, 1, 1))

    successor = posts.replace_holder(post, make_person("คนใหม่"), starts_on=TODAY, by=secretary)

    post.refresh_from_db()
    assert (post.ends_on, successor.province) == (date(2026, 6, 30), chiang_mai)


# -- Pages -------------------------------------------------------------------------------


def test_the_page_of_a_region_lists_its_provinces_with_their_people(
    north, chiang_mai, secretary, sign_in
):
    make_reporting_province(north, "52", "ลำปาง")
    appoint(chiang_mai, make_person("สมใจ"), secretary)
    text = sign_in(secretary).get(page_of(north)).content.decode()

    assert "สมใจ" in text
    assert text.count(form_of(chiang_mai)) == 1
    assert "ยังไม่มีใน" in text


def test_the_secretariat_appoints_and_discharges_there(north, chiang_mai, secretary, sign_in):
    person = make_person("สมใจ")
    visitor = sign_in(secretary)

    assert "ผู้ประสานงานจังหวัด" in visitor.get(form_of(chiang_mai)).content.decode()
    told = visitor.post(form_of(chiang_mai), {"person": person.pk, "starts_on": "1/6/2569"})
    assert (told.status_code, told["Location"]) == (302, page_of(north))

    post = RegionalPost.objects.get(role=PROVINCIAL)
    assert (post.person, post.province) == (person, chiang_mai)
    for name in ("post-replacement", "post-discharge"):
        assert visitor.get(reverse(f"committees:{name}", args=[post.pk])).status_code == 200
    discharge = reverse("committees:post-discharge", args=[post.pk])
    visitor.post(discharge, {"ends_on": "30/6/2569"})
    post.refresh_from_db()
    assert post.ends_on == date(2026, 6, 30)
    assert "ผู้เคยเป็นผู้ประสานงานจังหวัด" in visitor.get(page_of(north)).content.decode()


def test_after_a_move_the_post_stands_on_the_page_of_the_new_region(
    north, chiang_mai, secretary, sign_in
):
    south = make_region(2)
    ProvinceRegion.objects.filter(province=chiang_mai).update(region=south)
    person = make_person("สมใจ")

    told = sign_in(secretary).post(
        form_of(chiang_mai), {"person": person.pk, "starts_on": "1/6/2569"}
    )

    assert told["Location"] == page_of(south)


@pytest.mark.parametrize("who", ["officer", "coordinator", "auditor", "provincial"])
def test_others_appoint_nobody(north, chiang_mai, sign_in, who):
    user = {
        "officer": lambda: make_post("officer", north),
        "coordinator": lambda: make_post("coordinator", north),
        "auditor": lambda: make_post("auditor"),
        "provincial": lambda: make_post("provincial", province=chiang_mai),
    }[who]()
    visitor = sign_in(user)

    assert visitor.get(form_of(chiang_mai)).status_code == 403
    assert visitor.post(form_of(chiang_mai), {}).status_code == 403
    assert "แต่งตั้ง" not in visitor.get(page_of(north)).content.decode().partition("<main")[2]


def test_an_unknown_province_is_not_there(secretary, sign_in):
    url = reverse("committees:province-post-create", args=["99x"])

    assert sign_in(secretary).get(url).status_code == 404


def test_the_people_pages_name_the_province(north, chiang_mai, secretary, sign_in):
    person = make_person("สมใจ")
    appoint(chiang_mai, person, secretary)
    visitor = sign_in(secretary)

    for url in (
        reverse("committees:person-list"),
        reverse("committees:person-detail", args=[person.pk]),
        reverse("committees:finding-list"),
        reverse("committees:centre-posts"),
    ):
        response = visitor.get(url)
        assert response.status_code == 200, url
    assert (
        "ผู้ประสานงานจังหวัดเชียงใหม่"
        in visitor.get(reverse("committees:person-detail", args=[person.pk])).content.decode()
    )


def test_the_directory_costs_the_same_for_one_provincial_and_many(
    secretary, sign_in, django_assert_max_num_queries
):
    north, _south = make_regions(2)
    visitor = sign_in(secretary)

    def cost(count, start):
        for number in range(start, start + count):
            province = make_reporting_province(north, str(number), f"จังหวัด{number}")
            appoint(province, make_person(f"คน{number}"), secretary)
        with django_assert_max_num_queries(20) as told:
            visitor.get(reverse("committees:person-list"))
        return len(told)

    cost(1, 11)
    assert cost(1, 20) == cost(10, 30)


# -- Signing in ----------------------------------------------------------------------------


def test_a_provincial_post_alone_signs_in_and_greets_by_its_province(
    north, chiang_mai, secretary, sign_in
):
    user = make_user("provincial")
    appoint(chiang_mai, user.person, secretary)

    text = sign_in(user).get(reverse("home")).content.decode()

    assert "ผู้ประสานงานจังหวัดเชียงใหม่" in text
    assert rights_of(user).provinces == {chiang_mai.code}


def test_whose_post_is_over_is_signed_out(chiang_mai, secretary, sign_in):
    account = make_account(make_person("อดีต"), "was@example.org")
    appoint(
        chiang_mai, account.person, secretary, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30)
    )

    assert sign_in(account).get(reverse("regions:report-list")).status_code == 302
