"""The page of one seat, and the forms by which the secretariat changes who sits in it."""

from datetime import date

import pytest
from django.urls import reverse

from committees.models import Membership, Position, Seat, Substitution
from tests.factories.committees import (
    BEGAN,
    TODAY,
    make_cluster,
    make_issue,
    make_membership,
    make_order,
    make_seat,
    make_substitution,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_post

pytestmark = pytest.mark.django_db
LAST = date(2026, 6, 30)


def page_of(seat, name="seat-detail"):
    return reverse(f"committees:{name}", args=[seat.pk])


def main_of(page):
    return page.text.partition("<main")[2].partition("</main>")[0]


def errors(page):
    return {name: list(found) for name, found in page.context["form"].errors.items()}


# -- Reading ---------------------------------------------------------------------------


def test_a_seat_tells_its_holder_its_substitute_and_its_whole_line(client, seat):
    old = make_membership(seat, make_person("คนเก่า"), ends_on=LAST)
    new = make_membership(seat, make_person("คนใหม่"), starts_on=TODAY)
    acting = make_substitution(seat, make_person("คนแทน"), starts_on=TODAY)

    page = client.get(page_of(seat)).context["page"]

    assert (page.holding, page.substitution, page.state) == (new, acting, "sub")
    assert set(page.line[:2]) == {new, acting}
    assert page.line[2] == old


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("30/6/2568", "ไม่มีที่นั่งนี้ในวันที่ดู"),
        ("1/7/2568", "ดำรงตำแหน่งถึง"),
        ("31/5/2569", "ดำรงตำแหน่งถึง"),
        ("1/6/2569", "ว่างตั้งแต่"),
        ("1/7/2569", "มีผู้ดำรงตำแหน่ง"),
    ],
)
def test_the_page_answers_for_its_day(client, seat, on, words):
    make_membership(seat, make_person("คนเก่า"), ends_on=date(2026, 5, 31))
    make_membership(seat, make_person("คนใหม่"), starts_on=TODAY)

    assert words in main_of(client.get(page_of(seat), {"on": on}))


def test_a_stranger_reads_no_orders_and_nobody_who_is_to_come(client, seat, office):
    make_membership(seat, make_person("วันนี้"), ends_on=TODAY)
    make_membership(seat, make_person("พรุ่งนี้"), starts_on=date(2026, 7, 2))
    known = main_of(office.get(page_of(seat)))
    client.logout()

    seen = main_of(client.get(page_of(seat), {"on": "2/7/2569"}))

    assert ["พรุ่งนี้ ทดสอบ" in known, "พอช. 1/2568" in known] == [True, True]
    assert ["วันนี้ ทดสอบ" in seen, "พรุ่งนี้ ทดสอบ" in seen, "พอช. 1/2568" in seen] == [
        True,
        False,
        False,
    ]


def test_the_state_of_a_seat_says_what_is_to_be_done_first(office, committee, north):
    vacant, settled, over = (make_seat(committee, number, region=north) for number in (1, 2, 3))
    make_membership(settled)
    make_membership(over, term_ends_on=LAST)

    def first_button(seat):
        return [
            button.partition(">")[2].partition("<")[0]
            for button in main_of(office.get(page_of(seat))).split('<a class="btn" ')[1:]
        ]

    assert [first_button(seat) for seat in (vacant, settled, over)] == [
        ["แต่งตั้ง"],
        [],
        ["แต่งตั้งคนใหม่แทน"],
    ]


def test_an_earlier_day_offers_nothing_to_change(office, seat):
    make_membership(seat)

    assert "seat-acts" not in main_of(office.get(page_of(seat), {"on": "1/1/2569"}))
    assert page_of(seat, "seat-discharge") not in main_of(
        office.get(page_of(seat), {"on": "1/1/2569"})
    )


@pytest.mark.parametrize("rows", [1, 9])
def test_a_seat_costs_the_same_for_one_holder_and_many(
    client, seat, django_assert_num_queries, rows
):
    for year in range(rows):
        first = date(2025, 7, 1 + year)
        make_membership(seat, make_person(f"คน{year}"), starts_on=first, ends_on=first)
        make_substitution(seat, make_person(f"แทน{year}"), starts_on=first, ends_on=first)

    with django_assert_num_queries(3):  # seat, holders, substitutes
        page = client.get(page_of(seat))

    assert len(page.context["page"].line) == 2 * rows


# -- Who may change it -------------------------------------------------------------------

FORMS = ["seat-appointment", "seat-discharge", "seat-substitution", "seat-edit", "seat-closure"]


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("secretary", 200),
        ("auditor", 403),
        ("officer", 403),
        ("coordinator", 403),
        ("member", 403),
        (None, 302),
    ],
)
def test_only_the_secretariat_changes_a_seat(
    client, person_with, sign_in, seat, north, part, status
):
    make_membership(seat)
    acting = make_substitution(seat, make_person("คนแทน"))
    if part:
        sign_in(person_with(part, region=north))

    answers = [client.get(page_of(seat, name)).status_code for name in FORMS]
    answers += [client.get(reverse("committees:seat-create")).status_code]
    answers += [client.get(reverse("committees:substitution-end", args=[acting.pk])).status_code]

    assert answers == 7 * [status]


def test_a_refused_hand_changes_nothing(client, person_with, sign_in, seat, north):
    row = make_membership(seat)
    sign_in(person_with("coordinator", region=north))

    sent = {"holder": row.pk, "ends_on": "30/6/2569", "order": make_order().pk}
    answer = client.post(page_of(seat, "seat-discharge"), sent)

    row.refresh_from_db()
    assert (answer.status_code, row.ends_on) == (403, None)


@pytest.mark.parametrize("name", ["seat-detail", *FORMS, "substitution-end"])
def test_a_seat_that_is_not_there_is_not_found(office, name):
    assert office.get(reverse(f"committees:{name}", args=[10**18])).status_code == 404


@pytest.mark.parametrize("name", [*FORMS, "substitution-end"])
def test_a_form_of_a_seat_leads_back_to_the_day_that_was_looked_at(office, seat, name):
    make_membership(seat)
    acting = make_substitution(seat, make_person("คนแทน"))
    about, on = acting if name == "substitution-end" else seat, "?on=1/8/2569"

    led = main_of(office.get(page_of(seat) + on))
    page = main_of(office.get(page_of(about, name) + on))

    assert name == "substitution-end" or f'href="{page_of(seat, name)}{on}"' in led
    assert page.count(f'href="{page_of(seat)}{on}"') == 2  # the crumb, and back without saving
    assert f'href="{page_of(seat)}"' not in page


def test_what_is_saved_of_a_seat_is_shown_on_the_day_that_was_looked_at(office, seat):
    on = "?on=1/8/2569"

    answer = office.post(page_of(seat, "seat-appointment") + on, appointment(make_person("คนใหม่")))

    assert answer["Location"] == page_of(seat) + on


# -- Appointments --------------------------------------------------------------------------


def appointment(person, **changes):
    return {
        "holder": "",
        "person": person.pk,
        "order": make_order("9/2569").pk,
        "starts_on": "๑/๗/๒๕๖๙",
        "term_ends_on": "30 มิ.ย. 2571",
        "mode": "formal",
        **changes,
    }


def test_a_vacant_seat_gets_a_holder(office, seat):
    person = make_person("คนใหม่")

    answer = office.post(page_of(seat, "seat-appointment"), appointment(person), follow=True)

    [row] = Membership.objects.filter(seat=seat)
    assert (row.person, row.starts_on, row.term_ends_on) == (person, TODAY, date(2028, 6, 30))
    assert answer.redirect_chain == [(page_of(seat), 302)]
    assert "บันทึกการแต่งตั้งแล้ว" in answer.text


def test_a_held_seat_gets_the_next_one_and_the_holder_leaves_the_day_before(office, seat):
    old, new = make_membership(seat), make_person("คนใหม่")

    office.post(page_of(seat, "seat-appointment"), appointment(new, holder=old.pk))

    old.refresh_from_db()
    assert (old.ends_on, old.discharged_by.number) == (LAST, "9/2569")
    assert Membership.objects.get(person=new).starts_on == TODAY


def test_an_appointment_follows_a_discharge_already_known(office, seat):
    make_membership(seat, ends_on=date(2026, 7, 31))

    form = office.get(page_of(seat, "seat-appointment")).context["form"]

    assert form["starts_on"].initial == date(2026, 8, 1)
    assert form["holder"].value() == ""


def test_who_sat_there_when_the_page_was_made_is_who_leaves(office, seat):
    """Somebody else has changed the holder meanwhile: the form says so and does nothing."""
    old = make_membership(seat, ends_on=date(2026, 3, 31))
    now = make_membership(seat, make_person("คนกลาง"), starts_on=date(2026, 4, 1))
    sent = {"holder": old.pk, "ends_on": "30/6/2569", "order": make_order().pk}

    page = office.post(page_of(seat, "seat-discharge"), sent)

    now.refresh_from_db()
    assert now.ends_on is None
    assert "เมื่อครู่มีผู้เปลี่ยนผู้ดำรงตำแหน่งในที่นั่งนี้" in page.text
    assert f'name="holder" value="{now.pk}"' in page.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("person", ""),
        ("person", "0"),
        ("person", "9" * 40),
        ("person", "x"),
        ("order", ""),
        ("order", "0"),
        ("starts_on", ""),
        ("starts_on", "31/2/2569"),
        ("starts_on", "30/6/2568"),
        ("term_ends_on", "30/6/2569"),
        ("term_ends_on", "1/1/10000"),
        ("mode", "ตลอดชีพ"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(office, seat, field, value):
    sent = {**appointment(make_person("คนใหม่")), field: value}

    page = office.post(page_of(seat, "seat-appointment"), sent)

    form = page.context["form"]
    assert list(errors(page)) == [field]
    assert {name: form[name].value() for name in sent} == {
        name: str(value) for name, value in sent.items()
    }
    assert Membership.objects.count() == 0


def test_the_page_names_who_follows_to_those_inside_and_the_last_day_to_all(client, office, seat):
    make_membership(seat, ends_on=date(2026, 11, 30), term_ends_on=date(2026, 7, 15))
    make_membership(seat, make_person("คนใหม่"), starts_on=date(2026, 12, 1))

    inside = office.get(page_of(seat))
    client.logout()
    outside = client.get(page_of(seat))

    told = "ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569"
    whole = f"{told} ผู้รับช่วง คนใหม่ ทดสอบ ตั้งแต่ 1 ธันวาคม 2569"
    assert [page.context["page"].words for page in (inside, outside)] == [whole, told]
    assert inside.context["page"].is_settled
    assert [("ครบวาระ" in main_of(page)) for page in (inside, outside)] == [True, False]
    assert "คนใหม่" not in outside.text


def test_a_seat_whose_holder_leaves_with_nobody_to_follow_asks_for_somebody(office, seat):
    make_membership(seat, ends_on=date(2026, 11, 30))

    page = office.get(page_of(seat)).context["page"]

    assert page.words == "ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569 จะว่างตั้งแต่ 1 ธันวาคม 2569"
    assert not page.is_settled


def test_an_order_is_asked_for_where_the_mode_asks_for_one(office, seat):
    person, address = make_person("คนใหม่"), page_of(seat, "seat-appointment")

    formal = office.post(address, appointment(person, order=""))
    office.post(address, appointment(person, order="", mode="network"))
    row = Membership.objects.get()
    leaving = {"holder": row.pk, "ends_on": "31/7/2569", "order": ""}
    office.post(page_of(seat, "seat-discharge"), leaving)

    row.refresh_from_db()
    assert errors(formal) == {"order": ["การแต่งตั้งแบบทางการต้องระบุคำสั่ง"]}
    assert (row.mode, row.ends_on, row.discharged_by) == ("network", date(2026, 7, 31), None)


def test_namesakes_are_told_apart_and_everybody_else_is_not(office, committee, seat, north):
    twin = make_person("สมใจ", "ดีงาม")
    make_person("สมใจ", "ดีงาม")
    make_person("กมล", "คนเดียว")
    make_membership(make_seat(committee, 9, region=north), twin, ends_on=date(2026, 5, 31))

    form = office.get(page_of(seat, "seat-substitution")).context["form"]
    (_nobody, ours, others) = form.fields["person"].choices

    assert ours[0] == "ภาคเหนือตอนบน"
    assert labels(ours) == ["สมใจ ดีงาม · เคยอยู่ที่นั่งที่ 9 เหนือบน"]
    assert labels(others)[0] == "กมล คนเดียว"
    assert labels(others)[1].startswith("สมใจ ดีงาม · ทะเบียนคนที่ ")


def labels(group):
    """Those of one group of a list of people, without the secretariat's own."""
    return [label for _key, label in group[1] if "งาม" in label or "กมล" in label]


def offered(form):
    """The keys of everybody on the list, whichever group they are in."""
    choices = [
        one[1] if isinstance(one[1], list) else [one] for one in form.fields["person"].choices
    ]
    return {str(key) for group in choices for key, _label in group if key}


def test_only_who_could_be_taken_is_offered_for_a_seat(office, committee, seat, north):
    fit, told = make_person("ว่าง"), make_person("ในเอกสาร")
    make_membership(make_seat(committee, 9, region=north), seated := make_person("นั่งอยู่"))
    staff = make_post("officer", north).person
    Position.objects.create(
        person=told, title="ประธาน", source="เอกสาร 2550", starts_on=date(2007, 6, 12)
    )

    lists = [
        offered(office.get(page_of(seat, name)).context["form"])
        for name in ("seat-appointment", "seat-substitution")
    ]

    asked = {str(person.pk): person for person in (fit, told, seated, staff)}
    assert [{asked[key] for key in keys if key in asked} for keys in lists] == [{fit}, {fit}]


def test_whoever_sits_or_acts_in_another_seat_is_not_offered(office, committee, seat, north):
    seated = make_membership(make_seat(committee, 8, region=north), make_person("นั่ง")).person
    acting = make_person("แทน")
    make_substitution(make_seat(committee, 9, region=north), acting)

    for name in ("seat-appointment", "seat-substitution"):
        form = office.get(page_of(seat, name)).context["form"]
        assert not {str(seated.pk), str(acting.pk)} & set(offered(form))


def test_whoever_is_not_offered_hears_why_not(office, committee, seat, north):
    seated = make_person("นั่งอยู่")
    make_membership(make_seat(committee, 9, region=north), seated)
    sent = {
        "holder": "",
        "person": seated.pk,
        "starts_on": "1/8/2569",
        "mode": "formal",
        "order": make_order("9/2569").pk,
    }

    form = office.post(page_of(seat, "seat-appointment"), sent).context["form"]

    [words] = form.errors["person"]
    assert "คนหนึ่งนั่งได้ที่นั่งเดียว" in words
    assert str(seated.pk) in offered(form)


def test_whoever_sits_there_may_be_appointed_again(office, seat):
    row = make_membership(seat, term_ends_on=date(2026, 6, 30))

    form = office.get(page_of(seat, "seat-appointment")).context["form"]

    assert str(row.person_id) in offered(form)


def test_who_was_just_added_is_chosen_and_the_way_to_add_is_there(office, seat):
    person, order = make_person("เพิ่งเพิ่ม"), make_order("9/2569")
    here = page_of(seat, "seat-appointment")

    page = office.get(here, {"person": person.pk, "order": order.pk})

    assert f'<option value="{person.pk}" selected>' in page.text
    assert f'<option value="{order.pk}" selected>' in page.text
    assert f"{reverse('committees:person-create')}?next=%2Fcommittees%2Fseats%2F" in page.text
    assert f"{reverse('committees:order-create')}?next=%2Fcommittees%2Fseats%2F" in page.text


def test_what_was_typed_before_somebody_was_added_comes_back_with_the_page(office, seat):
    typed = {"starts_on": "1/8/2569", "mode": "network", "term_ends_on": "<b>", "order": "x"}

    form = office.get(page_of(seat, "seat-appointment"), typed).context["form"]

    assert [form[name].value() for name in typed] == ["1/8/2569", "network", "<b>", None]
    assert not form.is_bound


@pytest.mark.parametrize("rows", [1, 9])
def test_the_choice_of_a_person_costs_the_same_for_few_and_many(
    office, seat, django_assert_num_queries, rows
):
    for number in range(rows):
        make_person(f"คน{number}")
        make_order(f"{number}/2560")

    # who (4), seat, holder, last holder; people, what stands beside their names (5), orders, terms
    with django_assert_num_queries(15):
        office.get(page_of(seat, "seat-appointment"))


# -- Discharges and substitutes ------------------------------------------------------------


def test_a_holder_leaves_and_the_seat_is_vacant_the_day_after(office, seat):
    row = make_membership(seat)
    sent = {"holder": row.pk, "ends_on": "31/7/2569", "order": make_order("9/2569").pk}

    office.post(page_of(seat, "seat-discharge"), sent)

    row.refresh_from_db()
    assert (row.ends_on, row.discharged_by.number) == (date(2026, 7, 31), "9/2569")
    again = office.get(page_of(seat, "seat-discharge"), follow=True)
    assert "ไม่มีผู้ดำรงตำแหน่งที่ยังไม่บันทึกวันพ้น" in again.text


def test_a_substitute_is_named_and_ends_sooner(office, seat):
    make_membership(seat)
    sent = {
        "person": make_person("คนแทน").pk,
        "order": make_order("9/2569").pk,
        "starts_on": "1/7/2569",
        "ends_on": "30/9/2569",
    }

    office.post(page_of(seat, "seat-substitution"), sent)
    row = Substitution.objects.get()
    listed = list(office.get(page_of(seat, "seat-substitution")).context["acting"])
    office.post(reverse("committees:substitution-end", args=[row.pk]), {"ends_on": "31/7/2569"})

    row.refresh_from_db()
    assert (listed, row.starts_on, row.ends_on) == ([row], TODAY, date(2026, 7, 31))


# -- The seats themselves --------------------------------------------------------------------


def test_a_seat_is_added_with_the_number_that_is_free(office, committee, north, seat):
    issue, address = make_issue(), reverse("committees:seat-create")
    make_seat(committee, 1, region=north)
    form = office.get(address, {"kind": "issue", "issue": issue.pk}).context["form"]
    assert [form[name].value() for name in ("number", "kind")] == [2, "issue"]

    sent = {"number": "๒", "kind": "issue", "issue": issue.pk, "starts_on": "1/7/2568"}
    office.post(address, sent)

    assert Seat.objects.get(number=2).issue == issue


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "4"),
        ("number", "0"),
        ("number", "99999999999"),
        ("number", "สี่"),
        ("kind", "x"),
        ("region", ""),
        ("region", "9" * 30),
        ("cluster", "0"),
        ("starts_on", "1/1/2560"),
    ],
)
def test_a_seat_that_cannot_be_is_refused_beside_the_field(office, seat, north, field, value):
    sent = {"number": "9", "kind": "cluster", "region": north.pk, "starts_on": "1/7/2568"}

    page = office.post(reverse("committees:seat-create"), {**sent, field: value})

    assert list(errors(page)) == [field]
    assert Seat.objects.count() == 1


def test_a_seat_is_mended_and_closed(office, seat, north):
    cluster = make_cluster()
    sent = {"number": "5", "kind": "cluster", "region": north.pk, "cluster": cluster.pk}

    office.post(page_of(seat, "seat-edit"), sent)
    office.post(page_of(seat, "seat-closure"), {"ends_on": "30/6/2569"})

    seat.refresh_from_db()
    assert (seat.number, seat.cluster, seat.starts_on, seat.ends_on) == (5, cluster, BEGAN, LAST)


def test_a_new_term_is_proposed_to_end_as_its_predecessor_s_else_as_most_do(
    office, committee, seat, north
):
    for number, ends in ((7, date(2028, 6, 30)), (8, date(2028, 6, 30)), (9, date(2029, 1, 1))):
        make_membership(make_seat(committee, number, region=north), term_ends_on=ends)

    vacant = office.get(page_of(seat, "seat-appointment")).context["form"]
    make_membership(seat, term_ends_on=date(2027, 6, 30), ends_on=LAST)
    left = office.get(page_of(seat, "seat-appointment")).context["form"]

    proposed = [form["term_ends_on"].value() for form in (vacant, left)]
    assert proposed == [date(2028, 6, 30), date(2027, 6, 30)]
