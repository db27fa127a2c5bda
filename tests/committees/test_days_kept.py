"""Whoever reads the roster of an earlier day stays on that day, wherever a link leads (N4)."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import resolve, reverse

from committees.models import Committee, Delegate, Delegation, Membership
from tests.factories.committees import (
    BEGAN,
    make_body,
    make_body_membership,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post, make_region

pytestmark = pytest.mark.django_db
THAT_DAY = "1/1/2569"

# What is done is done today, whatever day a page answers for.
DONE_TODAY = {
    "seat-edit", "seat-closure", "body-edit", "order-create", "order-edit", "order-file",
    "person-create", "person-edit", "person-contacts", "person-deletion", "person-invitation",
    "issue-list", "import-create", "generation-create", "past-generation-create",
}  # fmt: skip


@pytest.fixture
def house():
    """Something of every kind, held that day, before it and after."""
    committee, north, order = make_committee(), make_region(1), make_order()
    seat = make_seat(committee, 1, region=north)
    left, person = make_person("คนก่อน"), make_person("คนนั่ง")
    make_membership(seat, left, ends_on=date(2025, 12, 31))
    row = make_membership(seat, person, starts_on=date(2026, 1, 1))
    make_seat(committee, 2, issue=(issue := make_issue()))
    Membership.objects.filter(pk=row.pk).update(appointed_by=order)
    make_substitution(seat, make_person("คนแทน"))
    for role in ("coordinator", "officer"):
        make_post(role, north)
    bodies = [
        make_body("unit", parent=committee),
        make_body("board", kind=Committee.Kind.BOARD),
        make_body("secretariat", kind=Committee.Kind.SECRETARIAT, parent=committee),
        make_body("issue", kind=Committee.Kind.ISSUE, parent=committee, issue=issue),
    ]
    for body in bodies[:2]:
        make_body_membership(body, person)
        make_body_membership(body, left, ends_on=date(2025, 12, 31))
    delegation = Delegation.objects.create(
        committee=committee, name="สังเคราะห์", starts_on=BEGAN, central_officers_due=1
    )
    Delegate.objects.create(
        delegation=delegation, person=left, kind=Delegate.Kind.PEOPLE, region=north,
        starts_on=BEGAN, ends_on=date(2025, 12, 31),
    )  # fmt: skip
    return {
        "seat-detail": [seat.pk],
        "person-detail": [person.pk],
        "order-detail": [order.pk],
        "region-posts": [north.code],
        "delegation-detail": [delegation.pk],
        "body-detail": [body.code for body in [committee, *bodies]],
        **dict.fromkeys(LISTS),
    }


LISTS = (
    "seat-list", "person-list", "body-list", "order-list", "centre-posts", "finding-list",
    "delegation-list", "rotation", "history", "sign-in-sheet",
)  # fmt: skip


def pages_of(house):
    for name, keys in house.items():
        for key in keys or [None]:
            yield reverse(f"committees:{name}", args=[key] if key else [])


def links_of(page):
    main = page.text.partition("<main")[2].partition("</main>")[0]
    return [urlsplit(unescape(href)) for href in re.findall(r'<a [^>]*?href="([^"]*)"', main)]


def day_of(link):
    """The day a link asks for, or that of the page it comes back to."""
    asked = parse_qs(link.query)
    back = parse_qs(urlsplit(asked.get("next", [""])[0]).query)
    return {*asked.get("on", []), *back.get("on", [])}


def loses_the_day(link, here):
    if not link.path.startswith("/committees/"):
        return False
    return resolve(link.path).url_name not in DONE_TODAY and THAT_DAY not in day_of(link)


def test_every_link_of_every_page_keeps_the_day(house, person_with, sign_in):
    visitor = sign_in(person_with("secretary"))

    lost = {
        (here, link.path)
        for here in pages_of(house)
        for link in links_of(visitor.get(here, {"on": THAT_DAY}))
        if loses_the_day(link, here)
    }

    assert lost == set()


def test_history_leads_to_a_day_of_each_generation_and_says_which(house, person_with, sign_in):
    make_committee("coordination-2550", starts_on=date(2007, 6, 12), ends_on=date(2010, 6, 11))

    page = sign_in(person_with("secretary")).get(reverse("committees:history"), {"on": THAT_DAY})

    said = re.findall(r"ทุกลิงก์ของชุดนี้ดู ณ <b class=\"nw\">([^<]*)</b>", page.text)
    assert said == ["1 มกราคม 2569", "11 มิถุนายน 2553"]
