"""Orders: written down with their paper, found again, and shown with what they caused."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from committees.actions.orders import add_order, revise_order
from committees.models import BodyMembership
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from regions.models import AppointmentOrder, RegionalPost
from tests.factories.committees import (
    BEGAN,
    TODAY,
    make_body,
    make_committee,
    make_issue,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_region

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\ntrailer\n%%EOF\n"
GIVEN = {"issuer": "พอช.", "number": "7/2569", "issued_on": "๑/๖/๒๕๖๙", "title": "แต่งตั้งอนุกรรมการ"}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def a_paper(name="คำสั่ง 7-2569.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def on_disk(folder):
    return sorted(path.read_bytes() for path in folder.rglob("*") if path.is_file())


# -- Written down ----------------------------------------------------------------------


def test_an_order_is_written_down_with_its_paper(office, folder):
    response = office.post(reverse("committees:order-create"), {**GIVEN, "upload": a_paper()})

    order = AppointmentOrder.objects.get()
    assert response.url == reverse("committees:order-detail", args=[order.pk])
    assert (order.issuer, order.number, order.issued_on, order.title, order.file_name) == (
        "พอช.", "7/2569", date(2026, 6, 1), "แต่งตั้งอนุกรรมการ", "คำสั่ง 7-2569.pdf",
    )  # fmt: skip
    assert order.file.name.startswith("orders/")
    assert on_disk(folder) == [PDF]
    assert [said.verb for said in Activity.objects.about(order)] == ["order.added"]


def test_a_number_of_an_issuer_is_given_once(office, folder):
    make_order("7/2569")

    page = office.post(reverse("committees:order-create"), {**GIVEN, "upload": a_paper()})

    assert page.context["form"].errors == {"number": ["มีคำสั่งเลขที่นี้ของผู้ออกคำสั่งนี้อยู่แล้ว"]}
    assert AppointmentOrder.objects.count() == 1
    assert on_disk(folder) == []


def test_the_same_number_of_another_issuer_is_another_order(person_with):
    make_order("7/2569", issuer="จังหวัดน่าน")
    by = person_with("secretary")

    add_order(issuer="พอช.", number="7/2569", issued_on=TODAY, title="เรื่อง", by=by)

    assert AppointmentOrder.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issuer", ""),
        ("number", "x" * 61),
        ("number", "7\0/2569"),
        ("issued_on", "31/2/2569"),
        ("issued_on", "เมื่อวาน"),
        ("title", " "),
        ("upload", a_paper(content=b"<html>")),
        ("upload", a_paper(content=PDF[:-7])),
        ("upload", a_paper(content=b"")),
    ],
)
def test_what_cannot_be_kept_is_told_beside_its_field_and_the_rest_stays(office, field, value):
    page = office.post(reverse("committees:order-create"), {**GIVEN, field: value})

    form = page.context["form"]
    assert list(form.errors) == [field]
    assert [form[name].value() for name in GIVEN if name != field] == [
        given for name, given in GIVEN.items() if name != field
    ]
    assert AppointmentOrder.objects.count() == 0


def test_a_form_that_needed_an_order_is_come_back_to_with_it(office):
    waiting = reverse("committees:seat-list") + "?on=1%2F6%2F2569"

    response = office.post(f"{reverse('committees:order-create')}?next={waiting}", GIVEN)

    order = AppointmentOrder.objects.get()
    assert response.url == f"{waiting}&order={order.pk}"


def test_no_other_site_is_come_back_to(office):
    response = office.post(
        f"{reverse('committees:order-create')}?next=https://elsewhere.example/", GIVEN
    )

    assert response.url == reverse(
        "committees:order-detail", args=[AppointmentOrder.objects.get().pk]
    )


def test_an_order_is_mended_and_its_paper_stays_unless_a_new_one_comes(office, folder):
    office.post(reverse("committees:order-create"), {**GIVEN, "upload": a_paper()})
    order = AppointmentOrder.objects.get()
    edit, first = reverse("committees:order-edit", args=[order.pk]), order.file.name

    office.post(edit, {**GIVEN, "title": "เรื่องใหม่"})
    order.refresh_from_db()
    assert (order.title, order.file.name) == ("เรื่องใหม่", first)

    office.post(edit, {**GIVEN, "upload": a_paper("ฉบับแก้.pdf", PDF + b"%%EOF")})
    order.refresh_from_db()
    assert (order.title, order.file_name) == ("แต่งตั้งอนุกรรมการ", "ฉบับแก้.pdf")
    assert on_disk(folder) == [PDF, PDF + b"%%EOF"]  # what the history names is still there


def test_an_order_cannot_take_the_number_of_another(person_with):
    make_order("7/2569")
    other = make_order("8/2569")

    with pytest.raises(RuleBroken) as refusal:
        revise_order(
            other,
            issuer="พอช.",
            number="7/2569",
            issued_on=TODAY,
            title="เรื่อง",
            by=person_with("secretary"),
        )

    assert list(refusal.value.message_dict) == ["number"]


# -- Read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "reads", "writes"),
    [
        ("secretary", 200, 200),
        ("auditor", 200, 403),
        ("officer", 200, 403),
        ("coordinator", 200, 403),
        ("member", 200, 403),
        (None, 302, 302),
    ],
)
def test_whoever_serves_reads_orders_and_the_secretariat_keeps_them(
    client, person_with, sign_in, north, part, reads, writes
):
    order = make_order()
    if part:
        sign_in(person_with(part, region=north))
    answers = {
        name: client.get(
            reverse(f"committees:{name}", args=[order.pk] if takes else [])
        ).status_code
        for name, takes in [
            ("order-list", False),
            ("order-detail", True),
            ("order-create", False),
            ("order-edit", True),
        ]
    }

    assert answers == {
        "order-list": reads,
        "order-detail": reads,
        "order-create": writes,
        "order-edit": writes,
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["3/2569", "2/2569", "1/2568"]),
        ("๓/๒๕๖๙", ["3/2569"]),
        ("ลาออก", ["2/2569"]),
        ("พอช. 2569", ["3/2569"]),
        ("ไม่มี", []),
    ],
)
def test_orders_are_found_by_number_issuer_and_title_the_newest_first(office, query, found):
    make_order("1/2568")
    make_order("2/2569", issuer="นางสมใจ", issued_on=date(2026, 5, 1), title="หนังสือลาออก")
    make_order("3/2569", issued_on=date(2026, 6, 1))

    page = office.get(reverse("committees:order-list"), {"q": query})

    assert [order.number for order in page.context["page"]] == found


def test_the_list_can_be_swapped_alone(office):
    make_order()

    part = office.get(reverse("committees:order-list"), headers={"HX-Target": "results"}).text

    assert part.lstrip().startswith('<section class="sect" id="results"')


def test_the_paper_comes_as_an_attachment_to_whoever_serves(
    office, client, person_with, sign_in, north
):
    office.post(reverse("committees:order-create"), {**GIVEN, "upload": a_paper()})
    paper = reverse("committees:order-file", args=[AppointmentOrder.objects.get().pk])
    client.logout()
    assert client.get(paper).status_code == 302
    reader = sign_in(person_with("member"))

    answer = reader.get(paper)

    assert answer.getvalue() == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_paper_that_is_not_there_is_told(office, folder):
    bare = make_order()
    office.post(reverse("committees:order-create"), {**GIVEN, "upload": a_paper()})
    order = AppointmentOrder.objects.get(number="7/2569")
    (folder / order.file.name).unlink()

    assert office.get(reverse("committees:order-file", args=[bare.pk])).status_code == 404
    gone = office.get(reverse("committees:order-file", args=[order.pk]))
    assert (gone.status_code, "ไม่พบตัวไฟล์" in gone.text) == (404, True)


def test_an_order_shows_everything_it_caused(office, north):
    order, seat = make_order(), make_seat(make_committee(), 4, region=north)
    held = make_membership(seat, make_person("คนเก่า"), ends_on=date(2026, 6, 30))
    acting = make_substitution(seat, make_person("คนแทน"))
    post = RegionalPost.objects.create(
        person=held.person, role="coordinator", region=north, starts_on=BEGAN,
        ends_on=date(2026, 6, 30), appointed_by=order, discharged_by=order,
    )  # fmt: skip
    board = BodyMembership.objects.create(
        committee=make_body("board", kind="board"),
        person=held.person,
        starts_on=BEGAN,
        appointed_by=order,
    )
    make_membership(seat, make_person("คนอื่น"), starts_on=TODAY, mode="network")

    effects = office.get(reverse("committees:order-detail", args=[order.pk])).context["effects"]

    assert [
        (one.person, one.what, one.seat or one.region or one.body, one.from_day, one.to_day)
        for one in effects
    ] == [
        (held.person, "แต่งตั้ง", seat, BEGAN, None),
        (held.person, "พ้นจากตำแหน่ง", seat, None, date(2026, 6, 30)),
        (acting.person, "ผู้แทนชั่วคราว", seat, BEGAN, date(2026, 12, 31)),
        (post.person, "แต่งตั้ง", north, BEGAN, None),
        (post.person, "พ้นจากตำแหน่ง", north, None, date(2026, 6, 30)),
        (board.person, "แต่งตั้ง", board.committee, BEGAN, None),
    ]


@pytest.mark.parametrize("rows", [1, 9])
def test_an_order_costs_the_same_for_one_appointment_and_many(
    office, north, django_assert_num_queries, rows
):
    committee, order = make_committee(), make_order()
    for number in range(1, rows + 1):
        make_membership(make_seat(committee, number, region=north))

    # session, user, serves, who; order; seats, substitutes, posts, bodies
    with django_assert_num_queries(9):
        page = office.get(reverse("committees:order-detail", args=[order.pk]))

    assert len(page.context["effects"]) == rows


def test_what_an_order_caused_folds_region_by_region_and_then_the_rest(office, north):
    order, other, committee = make_order(), make_region(2), make_committee()
    body = make_body("board", kind="board")
    make_membership(make_seat(committee, 1, region=other), make_person("จากภาคสอง"))
    make_membership(make_seat(committee, 2, region=north), make_person("จากภาคหนึ่ง"))
    make_membership(make_seat(committee, 61, issue=make_issue()), make_person("ของประเด็น"))
    given = {"starts_on": BEGAN, "appointed_by": order}
    RegionalPost.objects.create(person=make_person("เจ้าหน้าที่"), role="central_officer", **given)
    RegionalPost.objects.create(person=make_person("ของภาค"), role="officer", region=north, **given)
    BodyMembership.objects.create(committee=body, person=make_person("ในบอร์ด"), **given)

    page = office.get(reverse("committees:order-detail", args=[order.pk]))

    assert [
        (group.key, [one.person.first_name for one in group.effects])
        for group in page.context["groups"]
    ] == [
        ("upper-north", ["จากภาคหนึ่ง", "ของภาค"]),
        ("lower-north", ["จากภาคสอง"]),
        ("issues", ["ของประเด็น"]),
        ("centre", ["เจ้าหน้าที่"]),
        ("bodies", ["ในบอร์ด"]),
    ]
    assert page.text.count("data-fold open") == 5


def test_what_an_order_caused_in_one_place_does_not_fold(office, north):
    make_membership(make_seat(make_committee(), 1, region=north))

    page = office.get(reverse("committees:order-detail", args=[make_order().pk]))

    assert (len(page.context["groups"]), "data-fold" in page.text) == (1, False)


def test_a_paper_goes_again_where_the_deed_cannot_be_told(office, folder, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("untold")

    monkeypatch.setattr("committees.actions.orders.record", fail)

    with pytest.raises(RuntimeError, match="untold"):
        office.post(reverse("committees:order-create"), {**GIVEN, "upload": a_paper()})
    assert on_disk(folder) == []
