"""Targets that a region and the centre share: one side proposes, the other confirms (S93)."""

import csv
import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import Indicator, IndicatorTarget, Region, RegionalPost, rights_of
from regions.permissions import can_answer_target, can_propose_target, can_withdraw_target
from regions.queries.targets import Standing, by_number, targets_to_answer
from regions.targets import joint_of, progress_of, reached
from tests.factories.regions import (
    BANGKOK,
    accepted,
    make_indicator,
    make_post,
    make_report,
    make_report_of,
    make_reporting_province,
)
from tests.regions.test_report_races import at_once

WHY = "ตามแผนของภาคที่ประชุมร่วมกัน"
YEAR = 2569
LIST = reverse("regions:target-list")
URL = f"/reports/targets/upper-north/organizations_found/{YEAR}/"


def seen_of(north, found, year=YEAR):
    targets = IndicatorTarget.objects.filter(ended_at=None, fiscal_year=year)
    return by_number(targets).get((north.pk, found.pk), Standing()).version


def propose(north, found, by, value=40, *, reason=WHY, year=YEAR, seen=None):
    seen = seen_of(north, found, year) if seen is None else seen
    return actions.propose_target(
        found, north, year=year, value=value, reason=reason, seen=seen, by=by
    )


def agreed(north, found, cast, value=40, **asked):
    target = propose(north, found, cast["coordinator"], value, **asked)
    return actions.confirm_target(target, by=cast["secretariat"])


def refusal(act, *args, **kwargs):
    with pytest.raises(RuleBroken) as told:
        act(*args, **kwargs)
    return told.value


def standing(north, found):
    """(agreed value, waiting value)"""
    rows = IndicatorTarget.objects.filter(region=north, indicator=found)
    return [
        list(rows_.values_list("value", flat=True)) for rows_ in (rows.agreed(), rows.waiting())
    ]


# -- Actions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proposer", "other", "by_region"),
    [
        ("coordinator", "secretariat", True),
        ("officer", "secretariat", True),
        ("secretariat", "coordinator", False),
        ("secretariat", "officer", False),
    ],
)
def test_one_side_proposes_and_the_other_confirms(north, found, cast, proposer, other, by_region):
    target = propose(north, found, cast[proposer])
    assert (target.by_region, standing(north, found)) == (by_region, [[], [40]])

    actions.confirm_target(target, by=cast[other])

    target.refresh_from_db()
    assert standing(north, found) == [[40], []]
    assert (target.proposed_by, target.confirmed_by) == (cast[proposer], cast[other])
    verbs = list(Activity.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-2:] == ["target.proposed", "target.confirmed"]


def test_a_new_number_ends_the_one_in_force_only_when_it_is_confirmed(north, found, cast):
    first = agreed(north, found, cast)
    second = propose(north, found, cast["secretariat"], 50)
    assert standing(north, found) == [[40], [50]]

    actions.confirm_target(second, by=cast["coordinator"])

    first.refresh_from_db()
    assert standing(north, found) == [[50], []]
    assert (first.ended_by, first.refused_because) == (cast["coordinator"], "")


def test_a_refusal_says_why_and_leaves_what_was_agreed(north, found, cast):
    agreed(north, found, cast)
    second = propose(north, found, cast["coordinator"], 10)

    told = refusal(actions.refuse_target, second, because=" \n", by=cast["secretariat"])
    assert list(told.error_dict) == ["because"]
    actions.refuse_target(second, because="ต่ำกว่าปีก่อนมาก", by=cast["secretariat"])

    second.refresh_from_db()
    assert standing(north, found) == [[40], []]
    assert (second.refused_because, second.ended_by) == ("ต่ำกว่าปีก่อนมาก", cast["secretariat"])


def test_the_same_side_replaces_and_withdraws_its_own(north, found, cast):
    first = propose(north, found, cast["coordinator"])
    second = propose(north, found, cast["officer"], 45)
    first.refresh_from_db()
    assert (first.ended_by, standing(north, found)) == (cast["officer"], [[], [45]])

    actions.withdraw_target(second, by=cast["coordinator"])

    assert standing(north, found) == [[], []]
    assert Activity.objects.latest("pk").verb == "target.withdrawn"


def test_what_the_other_side_proposed_is_answered_first(north, found, cast):
    propose(north, found, cast["coordinator"])

    assert refusal(propose, north, found, cast["secretariat"], 50).code == "answer-first"
    assert standing(north, found) == [[], [40]]


def test_nobody_replaces_what_they_have_not_seen(north, found, cast):
    seen = seen_of(north, found)
    propose(north, found, cast["officer"])

    told = refusal(propose, north, found, cast["coordinator"], 45, seen=seen)

    assert (told.code, standing(north, found)) == ("stale", [[], [40]])


def test_confirmed_meanwhile_a_correction_is_asked_again(north, found, cast):
    target = propose(north, found, cast["coordinator"])
    seen = seen_of(north, found)
    actions.confirm_target(target, by=cast["secretariat"])

    assert refusal(propose, north, found, cast["officer"], 45, seen=seen).code == "stale"


@pytest.mark.parametrize(("value", "reason", "field"), [(40, WHY, "value"), (50, " ", "reason")])
def test_words_that_mean_nothing_are_refused_beside_their_box(
    north, found, cast, value, reason, field
):
    agreed(north, found, cast)

    told = refusal(propose, north, found, cast["coordinator"], value, reason=reason)

    assert list(told.error_dict) == [field]


@pytest.mark.parametrize("year", [2568, 2571])
def test_targets_are_of_this_year_and_the_next(north, found, cast, year):
    assert refusal(propose, north, found, cast["coordinator"], year=year).code == "year"


def test_what_is_over_is_confirmed_no_more_but_may_be_taken_back(north, found, cast, clock):
    target = propose(north, found, cast["coordinator"])
    clock.move_to(datetime(2026, 10, 1, 9, tzinfo=BANGKOK))

    assert refusal(actions.confirm_target, target, by=cast["secretariat"]).code == "year"
    actions.withdraw_target(target, by=cast["coordinator"])


@pytest.mark.parametrize("act", ["confirm_target", "withdraw_target", "refuse_target"])
def test_what_was_answered_is_answered_once(north, found, cast, act):
    target = agreed(north, found, cast)
    more = {"because": "ไม่"} if act == "refuse_target" else {}
    another = make_post("central_officer", name="another centre")

    for _again in range(2):
        told = refusal(getattr(actions, act), target, by=another, **more)
        assert told.code == "answered"
    assert standing(north, found) == [[40], []]


def test_pressed_twice_it_is_done_once(north, found, cast):
    told = {"value": 40, "seen": "0-0"}
    target = propose(north, found, cast["coordinator"], **told)
    assert propose(north, found, cast["coordinator"], **told) == target
    assert refusal(propose, north, found, cast["officer"], **told).code == "stale"

    for _again in range(2):
        assert actions.confirm_target(target, by=cast["secretariat"]) == target

    assert standing(north, found) == [[40], []]
    verbs = Activity.objects.filter(verb__startswith="target.").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["target.proposed", "target.confirmed"]


def test_what_was_confirmed_and_replaced_is_confirmed_no_more(north, found, cast):
    first = agreed(north, found, cast)
    actions.confirm_target(propose(north, found, cast["officer"], 50), by=cast["secretariat"])

    assert refusal(actions.confirm_target, first, by=cast["secretariat"]).code == "answered"
    assert standing(north, found) == [[50], []]


def test_a_share_is_at_most_all(north, found, cast):
    share = make_indicator("share", adds="ratio", part=found, whole=found)

    told = refusal(propose, north, share, cast["coordinator"], 101)

    assert list(told.error_dict) == ["value"]
    assert propose(north, share, cast["coordinator"], 100).value == 100


def test_a_region_that_has_ended_takes_no_new_target(north, found, cast):
    target = propose(north, found, cast["coordinator"])
    Region.objects.filter(pk=north.pk).update(ends_on=date(2026, 6, 30))
    north.refresh_from_db()

    assert refusal(propose, north, found, cast["coordinator"], 41).code == "ended"
    assert not joint_of(north, found, YEAR, user=cast["coordinator"]).may_propose
    assert target in IndicatorTarget.objects.waiting()


def test_an_answer_to_a_replaced_proposal_is_no_answer_to_the_new_one(north, found, cast):
    first = propose(north, found, cast["coordinator"])
    propose(north, found, cast["coordinator"], 45)

    assert refusal(actions.confirm_target, first, by=cast["secretariat"]).code == "answered"
    assert standing(north, found) == [[], [45]]


def test_the_actions_keep_the_sides_too(north, found, cast):
    assert refusal(propose, north, found, cast["member"]).code == "no-side"
    target = propose(north, found, cast["coordinator"])
    assert refusal(actions.confirm_target, target, by=cast["officer"]).code == "own-side"
    told = refusal(actions.refuse_target, target, because="ไม่", by=cast["coordinator"])
    assert told.code == "own-side"
    assert refusal(actions.withdraw_target, target, by=cast["secretariat"]).code == "other-side"


# -- Rights ----------------------------------------------------------------------------

# who: (may propose, may answer the region's, may answer the centre's, may withdraw the region's)
RIGHTS = {
    "coordinator": (True, False, True, True),
    "officer": (True, False, True, True),
    "manager": (False, False, False, False),
    "co-chair": (False, False, False, False),
    "former coordinator": (False, False, False, False),
    "another region's coordinator": (False, False, False, False),
    "secretariat": (True, True, False, False),
    "auditor": (False, False, False, False),
    "member": (False, False, False, False),
}


@pytest.mark.parametrize("who", RIGHTS)
def test_who_may_what(north, found, cast, who):
    theirs = propose(north, found, make_post("officer", north, name="another"))
    of_centre = propose(
        north, make_indicator("other"), make_post("central_officer", name="another centre")
    )
    user = cast[who]

    assert RIGHTS[who] == (
        can_propose_target(user, north),
        can_answer_target(user, theirs),
        can_answer_target(user, of_centre),
        can_withdraw_target(user, theirs),
    )
    waits = set(targets_to_answer(user).values_list("pk", flat=True))
    assert waits == {each.pk for each in (theirs, of_centre) if can_answer_target(user, each)}


@pytest.mark.parametrize(("role", "side"), [("officer", True), ("manager", None)])
def test_nobody_is_both_sides(north, found, cast, role, side):
    both = cast["secretariat"]
    RegionalPost.objects.create(
        person=both.person, role=role, region=north, starts_on=date(2026, 1, 1)
    )
    target = propose(north, found, cast["coordinator"])

    assert rights_of(both).is_secretariat
    assert can_propose_target(both, north) == bool(side)
    assert not can_answer_target(both, target)
    assert not targets_to_answer(both)


def test_who_changed_sides_does_not_confirm_what_they_proposed_themselves(north, found, cast):
    target = propose(north, found, cast["coordinator"])
    IndicatorTarget.objects.filter(pk=target.pk).update(proposed_by=cast["secretariat"])
    target.refresh_from_db()

    assert not can_answer_target(cast["secretariat"], target)
    assert not targets_to_answer(cast["secretariat"])


# -- Races -----------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_confirmed_by_many_at_once_it_is_confirmed_once(north, found, cast):
    first = agreed(north, found, cast)
    target = propose(north, found, cast["coordinator"], 50)
    hands = [make_post("central_officer", name=f"hand {n}") for n in range(4)]

    outcomes = at_once(4, lambda n: actions.confirm_target(target, by=hands[n]).value)

    first.refresh_from_db()
    assert sorted(map(str, outcomes)) == ["50", "answered", "answered", "answered"]
    assert standing(north, found) == [[50], []]
    assert first.ended_at
    assert Activity.objects.filter(verb="target.confirmed").count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("other", ["refuse", "withdraw", "replace"])
def test_confirmed_while_the_others_change_their_mind_one_wins(north, found, cast, other):
    target, seen = propose(north, found, cast["coordinator"]), seen_of(north, found)
    acts = {
        "confirm": lambda: actions.confirm_target(target, by=cast["secretariat"]),
        "refuse": lambda: actions.refuse_target(
            target, because="สูงไป", by=make_post("central_officer", name="another centre")
        ),
        "withdraw": lambda: actions.withdraw_target(target, by=cast["officer"]),
        "replace": lambda: propose(north, found, cast["officer"], 45, seen=seen),
    }

    outcomes = at_once(2, lambda n: acts[("confirm", other)[n]]().value)

    assert {"answered", "stale"} & set(outcomes)
    won = {40: [[40], []], 45: [[], [45]]} if other == "replace" else {40: None}
    [value] = [each for each in outcomes if each not in ("answered", "stale")]
    ends = [[[40], []], [[], []]] if other != "replace" else [won[value]]
    assert standing(north, found) in ends


@pytest.mark.django_db(transaction=True)
def test_proposed_by_both_sides_at_once_one_answers_the_other(north, found, cast):
    hands = [cast["coordinator"], cast["secretariat"]]

    outcomes = at_once(2, lambda n: propose(north, found, hands[n], 40 + n, seen="0-0").value)

    assert outcomes.count("answer-first") == 1
    assert sum(map(len, standing(north, found))) == 1


# -- Pages -----------------------------------------------------------------------------


def test_both_sides_on_the_page(as_, north, found, cast):
    visitor = as_("coordinator")
    data = {"value": "๔๐", "reason": WHY, "seen": "0-0"}
    assert visitor.post(URL, data)["Location"] == URL
    target = IndicatorTarget.objects.get()
    assert target.value == 40
    page = visitor.get(URL).content.decode()
    assert "รอส่วนกลางยืนยัน" in page
    assert "ถอนข้อเสนอ" in page

    visitor = as_("secretariat")
    page = visitor.get(URL).content.decode()
    assert ("ตอบข้อเสนอ" in page, "ถอนข้อเสนอ" in page, "เสนอเป้าหมาย<" in page) == (
        True,
        False,
        False,
    )
    answer = reverse("regions:target-answer", args=[target.pk])
    assert visitor.post(answer, {"decision": "confirm"})["Location"] == URL
    assert "40 องค์กร" in visitor.get(LIST).content.decode()
    assert "ยังไม่มีรายงานของปีนี้" in visitor.get(LIST).content.decode()


def test_a_refusal_stays_to_be_read(as_, north, found, cast):
    target = propose(north, found, cast["secretariat"])
    visitor = as_("officer")
    answer = reverse("regions:target-answer", args=[target.pk])

    told = visitor.post(answer, {"decision": "refuse", "because": ""})
    assert told.status_code == 422
    assert "โปรดบอกเหตุผลที่ไม่รับ" in told.content.decode()
    assert visitor.post(answer, {"decision": "refuse", "because": "สูงเกินไป"}).status_code == 302
    assert "สูงเกินไป" in as_("member").get(URL).content.decode()


def test_answered_meanwhile_the_second_hears_it(as_, north, found, cast):
    target = propose(north, found, cast["secretariat"])
    actions.confirm_target(target, by=cast["officer"])

    told = as_("coordinator").post(
        reverse("regions:target-answer", args=[target.pk]),
        {"decision": "refuse", "because": "สูงเกินไป"},
    )

    assert told.status_code == 422
    assert "มีผู้ตอบ ถอน หรือเสนอใหม่แทนไปก่อนแล้ว" in told.content.decode()
    assert "สูงเกินไป" in told.content.decode()


def test_overtaken_words_come_back_and_are_sent_again_knowingly(as_, north, found, cast):
    propose(north, found, cast["officer"])
    visitor = as_("coordinator")
    data = {"value": "45", "reason": WHY, "seen": "0-0"}

    page = visitor.post(URL, data).content.decode()

    assert "มีผู้เสนอหรือยืนยันไปก่อน" in page
    assert WHY in page
    seen = seen_of(north, found)
    assert f'name="seen" value="{seen}"' in page
    assert visitor.post(URL, data | {"seen": seen}).status_code == 302


def test_the_other_sides_proposal_is_shown_beside_what_was_typed(as_, north, found, cast):
    propose(north, found, cast["coordinator"])

    page = as_("secretariat").post(URL, {"value": "45", "reason": "คำของผม", "seen": "0-0"})

    assert page.status_code == 422
    assert "โปรดยืนยันหรือบอกว่าไม่รับก่อน" in page.content.decode()
    assert "คำของผม" in page.content.decode()
    assert "ตอบข้อเสนอ" in page.content.decode()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"value": "-1", "reason": WHY},
        {"value": "3.5", "reason": WHY},
        {"value": "99999999999", "reason": WHY},
        {"value": "40", "reason": "\x00"},
        {"value": "40", "reason": "ก" * 401},
        {"value": "40", "reason": WHY, "seen": "\x00"},
        {"value": "40", "reason": WHY},
    ],
)
def test_bad_words_change_nothing_and_are_kept(as_, north, found, data):
    page = as_("coordinator").post(URL, data)

    assert page.status_code == 422
    assert not IndicatorTarget.objects.exists()
    assert data.get("reason", "").strip("\x00") in page.content.decode()


def test_withdrawing_is_of_ones_own_side(as_, north, found, cast):
    target = propose(north, found, cast["officer"])
    url = reverse("regions:target-withdrawal", args=[target.pk])

    assert as_("secretariat").post(url).status_code == 403
    visitor = as_("coordinator")
    assert visitor.get(url).status_code == 405
    assert visitor.post(url)["Location"] == URL
    assert "ถอนหรือเสนอใหม่แทน" in visitor.get(URL).content.decode()
    assert "มีผู้ตอบ ถอน หรือเสนอใหม่แทนไปก่อนแล้ว" in visitor.post(url, follow=True).content.decode()


@pytest.mark.parametrize("who", RIGHTS)
def test_all_read_and_two_sides_act(as_, north, found, cast, who):
    of_region = propose(north, found, cast["coordinator"])
    may_propose, may_answer, _centre, _own = RIGHTS[who]
    visitor = as_(who)

    assert visitor.get(LIST).status_code == 200
    assert WHY in visitor.get(URL).content.decode()
    answer = reverse("regions:target-answer", args=[of_region.pk])
    told = visitor.post(answer, {"decision": "confirm"}).status_code
    assert told == (302 if may_answer else 403)
    data = {"value": "41", "reason": WHY, "seen": seen_of(north, found)}
    assert visitor.post(URL, data).status_code == (302 if may_propose else 403)


def test_strangers_are_sent_to_sign_in(client, north, found, cast):
    target = propose(north, found, cast["coordinator"])
    for url in (LIST, URL, reverse("regions:target-answer", args=[target.pk])):
        assert client.get(url).status_code == 302
    assert client.post(reverse("regions:target-withdrawal", args=[target.pk])).status_code == 302
    assert standing(north, found) == [[], [40]]


@pytest.mark.parametrize(
    "path",
    [
        "upper-north/organizations_found/99999999999999999999/",
        "upper-north/organizations_found/2500/",
        "upper-north/nothing/2569/",
        "nowhere/organizations_found/2569/",
        "999999/answer/",
    ],
)
def test_what_is_not_there_is_not_found(as_, north, found, path):
    assert as_("coordinator").get(f"{LIST}{path}").status_code == 404


def test_a_share_has_a_target_in_percent(as_, north, found):
    make_indicator("share", adds="ratio", part=found, whole=found, counted_in="%")

    page = as_("coordinator").get(f"{LIST}upper-north/share/{YEAR}/").content.decode()

    assert "เป้าหมายร้อยละของปีงบประมาณ" in page
    assert "หน่วยนับ: %" in page
    assert "หารด้วยผลรวมของ" in page


def test_an_answer_typed_before_the_session_ended_comes_back(as_, client, north, found, cast):
    target = propose(north, found, cast["secretariat"])
    page = as_("coordinator").get(URL).content.decode()
    token = re.search(r'name="author" value="([^"]+)"', page)[1]
    client.logout()

    answer = reverse("regions:target-answer", args=[target.pk])
    client.post(answer, {"decision": "refuse", "because": "คนไม่พอ", "author": token})

    assert "คนไม่พอ" in as_("coordinator").get(URL).content.decode()
    assert standing(north, found) == [[], [40]]


def test_the_answers_address_leads_to_the_proposal(as_, north, found, cast):
    target = propose(north, found, cast["secretariat"])
    answer = reverse("regions:target-answer", args=[target.pk])

    assert as_("coordinator").get(answer)["Location"] == f"{URL}#decide"


def test_who_answered_a_replaced_number_is_asked_about_the_new_one(as_, north, found, cast):
    first = propose(north, found, cast["secretariat"])
    second = propose(north, found, cast["secretariat"], 45)
    told = as_("coordinator").post(
        reverse("regions:target-answer", args=[first.pk]), {"decision": "confirm"}
    )

    page = told.content.decode()
    assert told.status_code == 422
    assert "ยืนยัน 45 องค์กร เป็นเป้าหมาย" in page
    assert reverse("regions:target-answer", args=[second.pk]) in page
    assert standing(north, found) == [[], [45]]


def test_of_a_year_that_is_over_nobody_is_asked(as_, told, north, found, cast, clock):
    target = propose(north, found, cast["coordinator"])
    clock.move_to(datetime(2026, 10, 1, 9, tzinfo=BANGKOK))

    page = as_("secretariat").get(URL).content.decode()

    assert "หมดเวลาตอบแล้ว" in page
    assert ("ตอบข้อเสนอ" in page, "ส่งให้อีกฝ่ายยืนยัน" in page) == (False, False)
    assert "ส่งให้อีกฝ่ายยืนยัน" not in as_("coordinator").get(URL).content.decode()
    assert "ถอนข้อเสนอ" in as_("coordinator").get(URL).content.decode()
    assert target not in targets_to_answer(cast["secretariat"])


def mine_on(page):
    return [(joint.region.code, joint.year) for joint in page.context["mine"]]


def test_what_waits_for_the_reader_stands_first_whatever_is_looked_at(
    as_, north, other_region, found, cast
):
    propose(north, found, cast["coordinator"], year=2570)
    propose(other_region, found, cast["another region's coordinator"])
    propose(north, found, cast["secretariat"], 45)

    for query in ("", "?region=lower-north", "?year=2569&region=upper-north"):
        page = as_("secretariat").get(LIST + query)
        assert mine_on(page) == [("upper-north", 2570), ("lower-north", 2569)]
    assert mine_on(as_("officer").get(LIST + "?region=lower-north")) == [("upper-north", 2569)]
    assert mine_on(as_("member").get(LIST)) == []


def test_many_that_wait_stand_folded_but_for_five(as_, north, cast):
    for number in range(6):
        propose(north, make_indicator(f"number_{number}"), cast["coordinator"], 40 + number)

    page = as_("secretariat").get(LIST).content.decode()

    assert page.count("อ่านแล้วตอบ") == 6
    assert page.index("44 องค์กร") < page.index("ข้อเสนออื่นที่รอท่าน") < page.index("45 องค์กร")


def test_numbers_without_a_target_are_one_line_of_their_region(as_, north, found, cast):
    agreed(north, found, cast)
    make_indicator("other")
    make_indicator("third")

    [group] = as_("coordinator").get(LIST).context["groups"]
    assert [[each.indicator.key for each in joints] for joints in (group.told, group.untold)] == [
        ["organizations_found"],
        ["other", "third"],
    ]
    page = as_("coordinator").get(LIST).content.decode()
    assert ("2 ตัวชี้วัด" in page, "third/2569/#propose" in page) == (True, True)
    page = as_("member").get(LIST + "?region=upper-north").content.decode()
    assert ("2 ตัวชี้วัด" in page, "#propose" in page) == (True, False)
    assert "ตกลงกันแล้ว 1 จาก 3 ตัวชี้วัด" in page


def test_where_nothing_is_agreed_or_everything_is_the_list_says_only_that(as_, north, found, cast):
    assert 'id="told"' not in as_("coordinator").get(LIST).content.decode()
    agreed(north, found, cast)
    assert 'id="untold"' not in as_("coordinator").get(LIST).content.decode()


# -- Letters ---------------------------------------------------------------------------


def letters():
    """(to, subject) of each promised letter."""
    payloads = Outbox.objects.order_by("pk").values_list("payload", flat=True)
    return [(each["to"], each["subject"]) for each in payloads]


def email_of(user):
    return user.person.email


def test_the_other_side_hears_of_a_proposal_once_a_day(north, found, cast, clock):
    propose(north, found, cast["coordinator"])
    subject = "เสนอเป้าหมายร่วมของ" + north.name + " ปีงบประมาณ 2569"
    told = [(email_of(cast["secretariat"]), subject)]
    assert letters() == told
    body = Outbox.objects.get().payload["body"]
    assert (WHY in body, "40 องค์กร" in body, URL in body) == (True, True, True)

    propose(north, make_indicator("other"), cast["officer"], 12)
    assert letters() == told

    clock.shift(timedelta(days=1))
    propose(north, make_indicator("third"), cast["officer"], 12)
    assert letters() == told * 2


def test_what_is_proposed_after_the_answer_is_told_again(north, found, cast):
    target = propose(north, found, cast["secretariat"])
    office = {email_of(cast["coordinator"]), email_of(cast["officer"])}
    assert {to for to, _subject in letters()} == office
    actions.refuse_target(target, because="สูงไป", by=cast["officer"])

    propose(north, found, cast["secretariat"], 35)

    assert [to for to, _subject in letters()].count(email_of(cast["coordinator"])) == 2


def test_who_is_both_or_proposed_it_is_not_asked(north, found, cast):
    both = make_post("central_officer", name="both")
    RegionalPost.objects.create(
        person=both.person, role="officer", region=north, starts_on=date(2026, 1, 1)
    )
    propose(north, found, both)

    assert [to for to, _subject in letters()] == [email_of(cast["secretariat"])]


@pytest.mark.parametrize(
    ("decision", "words"), [("confirm", "จึงเป็นเป้าหมายร่วม"), ("refuse", "เหตุผลที่ไม่รับ: สูงไป")]
)
def test_who_proposed_hears_the_answer(as_, north, found, cast, decision, words):
    target = propose(north, found, cast["secretariat"])
    Outbox.objects.all().delete()

    as_("officer").post(
        reverse("regions:target-answer", args=[target.pk]),
        {"decision": decision, "because": "สูงไป"},
    )

    [letter] = Outbox.objects.values_list("payload", flat=True)
    assert letter["to"] == email_of(cast["secretariat"])
    assert words in letter["body"]


def test_without_an_address_no_letter(north, found, cast):
    person = cast["secretariat"].person
    person.email = ""
    person.save(update_fields=["email"])

    propose(north, found, cast["coordinator"])

    assert letters() == []


def regions_on(page):
    return [region.code for region, _joints in page.context["groups"]]


def test_a_regions_people_see_theirs_first_and_others_all(as_, north, other_region, found):
    assert regions_on(as_("coordinator").get(LIST)) == ["upper-north"]
    assert regions_on(as_("coordinator").get(LIST + "?region=")) == ["upper-north", "lower-north"]
    assert regions_on(as_("another region's coordinator").get(LIST)) == ["lower-north"]
    for who in ("secretariat", "auditor", "member"):
        assert regions_on(as_(who).get(LIST)) == ["upper-north", "lower-north"]
    assert regions_on(as_("member").get(LIST + "?region=upper-north")) == ["upper-north"]


def test_each_year_has_its_own(as_, north, found, cast):
    agreed(north, found, cast, 41)
    agreed(north, found, cast, 42, year=2570)
    visitor = as_("coordinator")

    def values(query):
        groups = visitor.get(LIST + query).context["groups"]
        return [joint.agreed.value for _region, joints in groups for joint in joints]

    assert (values(""), values("?year=2569"), values("?year=2570")) == ([41], [41], [42])
    for bad in ("?year=x", "?year=99999999999", "?year=2500", "?region=x", "?year=\x00"):
        assert visitor.get(LIST + bad).status_code == 200


def test_the_list_leaves_as_a_file(as_, told, north, found, cast):
    agreed(north, found, cast)
    propose(north, found, cast["secretariat"], 50)

    lines = as_("member").get(f"{LIST}export/csv/?year=2569").content.decode("utf-8-sig")

    assert [row[5:9] for row in csv.reader(lines.splitlines()[1:])] == [
        ["50", "องค์กร", "14.00", "waiting"],
        ["40", "องค์กร", "14.00", "agreed"],
    ]


# -- How far ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "target", "words"),
    [
        ("0", 40, "0% ของเป้าหมาย"),
        ("32", 40, "80% ของเป้าหมาย"),
        ("39.99", 40, "99% ของเป้าหมาย"),
        ("40", 40, "ถึงเป้าหมาย"),
        ("41", 40, "เกินเป้าหมาย"),
        ("0", 0, "ถึงเป้าหมาย"),
        ("1", 0, "เกินเป้าหมาย"),
    ],
)
def test_how_far_in_words(value, target, words):
    assert reached(Decimal(value), target) == words


@pytest.mark.parametrize(
    ("value", "target", "adds", "drawn", "words"),
    [
        ("14", 40, "sum", (14, 40, None), "35% ของเป้าหมาย"),
        ("90", 40, "latest", (40, 40, None), "เกินเป้าหมาย"),
        ("0", 0, "sum", (1, 1, None), "ถึงเป้าหมาย"),
        ("12.5", 60, "ratio", (Decimal("12.5"), 100, 60), "ยังไม่ถึงเป้าหมาย"),
        ("61", 60, "ratio", (61, 100, 60), "เกินเป้าหมาย"),
    ],
)
def test_the_meter_never_shows_more_than_the_whole(db, value, target, adds, drawn, words):
    far = progress_of(Indicator(adds=adds, counted_in="%"), Decimal(value), target)

    assert ((far.value, far.total, far.need), far.words) == (drawn, words)
    assert far.is_reached == (words != "ยังไม่ถึงเป้าหมาย" and "%" not in words)


@pytest.fixture
def told(report, cast):
    """The north found 14 in June, and that was accepted."""
    accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=14)
    actions.roll_up_month(report.round)
    actions.roll_up_year(YEAR)


def test_what_the_year_comes_to_stands_beside_the_target_with_its_list(
    as_, told, north, found, cast
):
    agreed(north, found, cast)
    page = as_("member").get(LIST).content.decode()
    source = "/reports/figures/organizations_found/2026-06/?region=upper-north&amp;year=2569"

    assert "35% ของเป้าหมาย" in page
    assert source in page
    assert 'รายงานแล้ว <span class="nw">1 จาก 1</span> รายงาน' in page
    figure = as_("member").get(source.replace("&amp;", "&"))
    assert "เป้าหมายปีงบประมาณ 2569: <b" in figure.content.decode()
    nation = as_("member").get("/reports/figures/organizations_found/2026-06/?year=2569")
    assert "เป้าหมายปีงบประมาณ" not in nation.content.decode()


def test_the_agreed_target_stands_beside_the_number_on_the_form(as_, report, north, found, cast):
    target = propose(north, found, cast["secretariat"])
    visitor = as_("coordinator")
    assert "เป้าหมายปีงบประมาณ" not in visitor.get(report.get_absolute_url()).content.decode()

    actions.confirm_target(target, by=cast["officer"])

    assert (
        "เป้าหมายปีงบประมาณ 2569: 40 องค์กร" in visitor.get(report.get_absolute_url()).content.decode()
    )


def test_a_province_shares_no_target(as_, north, found, cast):
    of_province = make_report_of(make_reporting_province(north).reporting_unit)
    agreed(north, found, cast)

    page = as_("coordinator").get(of_province.get_absolute_url()).content.decode()

    assert "เป้าหมายปีงบประมาณ" not in page


def test_what_waits_stands_in_the_to_do_of_the_other_side_alone(as_, north, found, cast):
    propose(north, found, cast["coordinator"])

    def todo(who):
        return [line.title for line in as_(who).get(reverse("home")).context["waiting"]]

    assert "ยืนยันเป้าหมายร่วม 1 เรื่อง" in todo("secretariat")
    assert "ยืนยันเป้าหมายร่วม 1 เรื่อง" not in todo("officer")


# -- What it costs ---------------------------------------------------------------------


def test_the_pages_cost_the_same_for_one_and_many(
    as_, told, north, other_region, found, cast, django_assert_max_num_queries
):
    visitor = as_("secretariat")

    def cost(url):
        with django_assert_max_num_queries(16) as asked:
            visitor.get(url)
        return len(asked)

    agreed(north, found, cast)
    propose(north, found, cast["coordinator"], 50)
    one = cost(LIST), cost(URL)
    for number in range(6):
        more = make_indicator(f"more_{number}")
        agreed(north, more, cast)
        propose(north, more, cast["secretariat"], 51)
        propose(other_region, more, cast["secretariat"], 52)
    for value in range(60, 66):
        propose(north, found, cast["coordinator"], value)
    make_report(other_region)

    assert (cost(LIST), cost(URL)) == one
