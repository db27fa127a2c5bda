"""What the movement confirms of accepted reports or remarks on them, and the answers of those who
filed them (S94)."""

import csv
import io
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox, User
from regions import actions
from regions.models import Observation, ReportingUnit
from regions.permissions import can_answer_observation, can_observe
from regions.queries.observations import observations_to_answer
from tests.factories.regions import (
    accepted,
    make_centre,
    make_member,
    make_post,
    make_report_of,
    make_reporting_province,
    returned,
    submitted,
)
from tests.regions.test_report_races import at_once

WORDS = "พื้นที่จริงทำแล้วสองตำบล ไม่ใช่หนึ่ง"
SAW = "ไปเห็นมาแล้วที่ตำบลนาพูน"
REMARK, CONFIRMATION = Observation.Kind.REMARK, Observation.Kind.CONFIRMATION


@pytest.fixture
def passed(report, cast):
    """The north's report, accepted."""
    return accepted(report, cast["coordinator"], cast["secretariat"], organizations_found=3)


@pytest.fixture
def said(passed, cast):
    return say(passed, cast["member"])


def say(report, by, text=WORDS, section="areas", kind=REMARK, seen=None):
    seen = report.version if seen is None else seen
    return actions.observe(report, section=section, kind=kind, text=text, seen=seen, by=by)


def confirm(report, by, text=SAW, **words):
    return say(report, by, text, kind=CONFIRMATION, **words)


def boxes_of(report, **typed):
    return {"section": "areas", "kind": "remark", "text": WORDS, "seen": report.version} | typed


def reopen(report, cast):
    revision = actions.ask_revision(report, reason="นับซ้ำ", by=cast["coordinator"])
    actions.reopen_report(revision, reasons={"areas": "แก้"}, by=cast["secretariat"])


def mended(report, cast):
    """Opened again, mended in its areas and nowhere else, and accepted once more."""
    reopen(report, cast)
    section, words = report.sections.get(key="areas"), {"movement": "ตำบลเดียว"}
    actions.save_section(
        section, answers=words, figures={}, version=section.version, by=cast["officer"]
    )
    report.refresh_from_db()
    return accepted(report, cast["coordinator"], cast["secretariat"])


def create_url(report):
    return reverse("regions:observation-create", args=[report.pk])


def answer_url(observation):
    return reverse("regions:observation-answer", args=[observation.pk])


def words_of(refusal):
    aimed = getattr(refusal.value, "error_dict", None)
    errors = [one for found in aimed.values() for one in found] if aimed else [refusal.value]
    return [one.code for one in errors]


# -- Rules --------------------------------------------------------------------------------


def test_what_is_said_is_kept_told_by_letter_and_recorded_without_its_words(said, cast):
    [letter] = Outbox.objects.filter(dedupe__contains=":observed:")
    told = Activity.objects.about(said).get()

    assert (said.text, said.section, said.by, said.answer) == (WORDS, "areas", cast["member"], "")
    assert WORDS in str(letter.payload)
    assert (told.verb, told.detail) == (
        "observation.made",
        {"report": said.report_id, "section": "areas", "kind": "remark"},
    )


def test_the_same_words_twice_are_one_and_other_words_another(said, passed, cast):
    assert say(passed, cast["member"], f" {WORDS} ") == said
    others = [
        say(passed, cast["member"], "อีกเรื่องหนึ่ง"),
        say(passed, cast["member"], section="plans"),
        say(passed, cast["auditor"]),
    ]
    assert [*passed.observations.all()] == [said, *others]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"section": "nothing"}, "no-section"),
        ({"text": " \n "}, "no-text"),
        ({"text": "ก" * 2001}, "too-long"),
    ],
)
def test_what_cannot_be_said_is_refused_beside_its_box(passed, cast, words, code):
    with pytest.raises(RuleBroken) as refusal:
        say(passed, cast["member"], **words)

    assert words_of(refusal) == [code]
    assert not Observation.objects.exists()


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_only_an_accepted_report_takes_observations(report, cast, state):
    filer, reviewer = cast["coordinator"], cast["secretariat"]
    if state == "submitted":
        submitted(report, filer, organizations_found=1)
    if state == "returned":
        returned(report, filer, reviewer, {"areas": "ขาด"}, organizations_found=1)

    with pytest.raises(RuleBroken) as refusal:
        say(report, cast["member"])
    assert words_of(refusal) == ["not-accepted"]


def test_it_is_answered_once_and_its_author_hears(said, cast):
    answered = actions.answer_observation(said, text="จะแก้เดือนหน้า", by=cast["officer"])
    again = actions.answer_observation(said, text="จะแก้เดือนหน้า", by=cast["officer"])
    with pytest.raises(RuleBroken) as refusal:
        actions.answer_observation(said, text="อีกคำตอบ", by=cast["coordinator"])

    [letter] = Outbox.objects.filter(dedupe__contains=":answered:")
    assert (again, again.answered_at) == (answered, answered.answered_at)
    assert (answered.answer, answered.answered_by) == ("จะแก้เดือนหน้า", cast["officer"])
    assert words_of(refusal) == ["already-answered"]
    assert cast["member"].person.email in str(letter.payload)
    assert said not in Observation.objects.unanswered()


@pytest.mark.parametrize(("text", "code"), [("  ", "no-text"), ("ก" * 2001, "too-long")])
def test_an_answer_says_something_and_not_too_much(said, cast, text, code):
    with pytest.raises(RuleBroken) as refusal:
        actions.answer_observation(said, text=text, by=cast["officer"])
    assert words_of(refusal) == [code]


def test_who_has_no_address_gets_no_letter_and_the_answer_stands(passed, cast):
    member = cast["member"].person
    member.email = ""
    member.save(update_fields=["email"])
    said = say(passed, User.objects.get(pk=cast["member"].pk))
    actions.answer_observation(said, text="รับทราบ", by=cast["officer"])

    assert not Outbox.objects.filter(dedupe__contains=":answered:").exists()


# -- Confirmed ---------------------------------------------------------------------------------


def test_a_confirmation_says_what_was_seen_and_waits_for_nothing(passed, cast):
    confirmed = confirm(passed, cast["member"])
    remark = say(passed, cast["member"])

    [letter, _remarked] = Outbox.objects.filter(dedupe__contains=":observed:").order_by("pk")
    assert (confirmed.is_confirmation, confirmed.is_unanswered) == (True, False)
    assert (SAW in str(letter.payload), "ไม่ต้องตอบ" in str(letter.payload)) == (True, True)
    assert [*Observation.objects.unanswered()] == [remark]
    assert [*Observation.objects.confirming()] == [confirmed]
    with pytest.raises(RuleBroken) as refusal:
        say(passed, cast["auditor"], " ", kind=CONFIRMATION)
    assert words_of(refusal) == ["no-text"]


def test_one_person_confirms_a_section_once_and_another_too(passed, cast):
    first = confirm(passed, cast["member"])
    assert confirm(passed, cast["member"], f" {SAW} ") == first
    with pytest.raises(RuleBroken) as refusal:
        confirm(passed, cast["member"], "เห็นอีกแห่ง")
    others = [
        confirm(passed, cast["member"], section="plans"),
        confirm(passed, cast["auditor"]),
        say(passed, cast["member"], SAW),
    ]

    assert words_of(refusal) == ["already-confirmed"]
    assert [*passed.observations.all()] == [first, *others]


def test_the_database_counts_nobody_twice_and_takes_no_answer_to_a_confirmation(passed, cast):
    confirmed = confirm(passed, cast["member"])
    answered = {"answer": "ตอบ", "answered_by": cast["officer"], "answered_at": confirmed.at}
    twice = pytest.raises(IntegrityError, match="nobody_confirms_the_same_words_twice")
    with twice, transaction.atomic():
        Observation.objects.create(
            report=passed, section="areas", version=confirmed.version, kind=CONFIRMATION,
            text="อีก", by=cast["member"], at=confirmed.at,
        )  # fmt: skip
    reply = pytest.raises(IntegrityError, match="a_confirmation_takes_no_answer")
    with reply, transaction.atomic():
        Observation.objects.update(**answered)


def test_a_confirmation_is_not_answered(as_, passed, cast):
    confirmed = confirm(passed, cast["member"])
    with pytest.raises(RuleBroken) as refusal:
        actions.answer_observation(confirmed, text="ขอบคุณ", by=cast["officer"])

    assert words_of(refusal) == ["needs-no-answer"]
    client = as_("officer")
    assert answer_url(confirmed) not in page_of(client, passed)
    assert 'name="answer"' not in client.get(answer_url(confirmed)).text
    sent = client.post(answer_url(confirmed), {"answer": "ขอบคุณนะ"})
    assert (sent.status_code, "ขอบคุณนะ" in sent.text) == (422, True)


def test_what_was_confirmed_before_the_section_was_mended_is_read_and_not_counted(
    as_, passed, cast
):
    confirm(passed, cast["member"])
    confirm(passed, cast["member"], section="plans")
    confirm(passed, cast["auditor"])
    mended(passed, cast)
    passed.refresh_from_db()
    again = confirm(passed, cast["member"], "เห็นตำบลเดียวจริง")

    page = as_("member").get(passed.get_absolute_url())
    parts = {part.section.key: part for part in page.context["parts"]}
    counts = {key: part.confirmed for key, part in parts.items() if part.confirmations}
    assert counts == {"areas": 1, "plans": 1}
    assert [one.is_of_now for one in parts["areas"].confirmations] == [False, False, True]
    assert parts["areas"].confirmations[-1] == again
    assert page.text.count("ยืนยันก่อนส่วนนี้แก้ไข") == 2


@pytest.mark.parametrize("kind", [REMARK, CONFIRMATION])
def test_what_was_said_of_a_report_that_changed_meanwhile_comes_back_to_be_sent_again(
    as_, passed, cast, kind
):
    read = passed.version
    mended(passed, cast)

    stale = as_("member").post(create_url(passed), boxes_of(passed, kind=kind, seen=read))
    assert (stale.status_code, WORDS in stale.text) == (422, True)
    assert "เปลี่ยนไปหลังจากที่ท่านเปิดดู" in stale.text
    assert not Observation.objects.exists()

    passed.refresh_from_db()
    assert f'name="seen" value="{passed.version}"' in stale.text
    assert as_("member").post(create_url(passed), boxes_of(passed, kind=kind)).status_code == 302
    assert Observation.objects.get().version == passed.sections.get(key="areas").version == 1


def test_every_count_of_people_leads_to_who_they_are_and_what_they_saw(as_, passed, cast):
    confirm(passed, cast["member"])
    confirm(passed, cast["co-chair"], "เห็นด้วยตา")

    page = page_of(as_("auditor"), passed)
    count = re.search(r'<a href="#(confirmed-areas)">ขบวนยืนยันผลของส่วนนี้แล้ว 2 คน</a>', page)
    listed = page.split(f'id="{count[1]}"')[1].split("</article>")[0]
    assert listed.count("<li ") == 2
    for told in (SAW, "เห็นด้วยตา", cast["member"].person.full_name):
        assert told in listed


# -- Rights -------------------------------------------------------------------------------


@pytest.fixture
def reports(passed, north, cast):
    """The region's accepted, a province's and the centre's drafts: rights look at the place."""
    province = make_reporting_province(north)
    cast["provincial"] = make_post("provincial", province=province, name="own")
    other = make_reporting_province(north, "52", "ลำปาง")
    cast["another province's"] = make_post("provincial", province=other, name="neighbour")
    unit = ReportingUnit.objects.get(province=province)
    month = passed.round.month
    return {
        "region": passed,
        "province": make_report_of(unit, month=month.replace(month=5)),
        "centre": make_report_of(make_centre(), month=month.replace(month=4)),
    }


OBSERVE, ANSWER = "observe", "answer"


@pytest.mark.parametrize(
    ("who", "region", "province", "centre"),
    [
        ("coordinator", ANSWER, ANSWER, OBSERVE),
        ("officer", ANSWER, ANSWER, OBSERVE),
        ("manager", OBSERVE, OBSERVE, OBSERVE),
        ("co-chair", OBSERVE, OBSERVE, OBSERVE),
        ("former coordinator", OBSERVE, OBSERVE, OBSERVE),
        ("another region's coordinator", OBSERVE, OBSERVE, OBSERVE),
        ("provincial", OBSERVE, ANSWER, OBSERVE),
        ("another province's", OBSERVE, OBSERVE, OBSERVE),
        ("secretariat", OBSERVE, OBSERVE, ANSWER),
        ("auditor", OBSERVE, OBSERVE, OBSERVE),
        ("member", OBSERVE, OBSERVE, OBSERVE),
    ],
)
def test_who_fills_it_in_answers_and_everybody_else_may_observe(
    reports, cast, who, region, province, centre
):
    user, may = User.objects.get(pk=cast[who].pk), {}
    for kind, report in reports.items():
        one = Observation(report=report, by=User(pk=0))
        rights = {OBSERVE: can_observe(user, report), ANSWER: can_answer_observation(user, one)}
        may[kind] = " ".join(name for name, allowed in rights.items() if allowed)

    assert may == {"region": region, "province": province, "centre": centre}


def test_nobody_observes_what_they_filled_in_nor_answers_themselves(passed, cast, other_region):
    nobody = AnonymousUser()
    moved = User.objects.get(pk=cast["coordinator"].pk)
    moved.person.posts.update(region=other_region, role="officer")
    own = Observation(report=passed, by=cast["officer"])

    assert not can_observe(nobody, passed)
    assert not can_observe(moved, passed)
    assert not can_answer_observation(cast["officer"], own)
    assert not Observation.objects.visible_to(nobody).exists()


def test_a_stranger_signs_in_first(client, passed, said):
    for url in (create_url(passed), answer_url(said), reverse("regions:observation-list")):
        assert client.get(url).status_code == 302
        assert client.post(url).status_code == 302
    assert Observation.objects.count() == 1


@pytest.mark.parametrize("who", ["another region's coordinator", "member", "secretariat"])
def test_another_place_cannot_answer(as_, said, who):
    assert as_(who).post(answer_url(said), {"answer": "ตอบแทน"}).status_code == 403
    said.refresh_from_db()
    assert said.answer == ""


def test_who_filed_it_cannot_observe_and_a_draft_is_not_there(as_, passed, other_region):
    boxes = boxes_of(passed)
    draft = passed.round.reports.get(unit__region=other_region)

    assert as_("officer").post(create_url(passed), boxes).status_code == 403
    assert as_("member").post(create_url(draft), boxes).status_code == 404
    assert as_("member").post(reverse("regions:observation-answer", args=[9**9])).status_code == 404


# -- Pages --------------------------------------------------------------------------------


def page_of(client, report):
    return client.get(report.get_absolute_url()).content.decode()


def test_said_and_answered_on_the_page_of_the_report(as_, passed):
    sent = as_("member").post(create_url(passed), boxes_of(passed))
    said = Observation.objects.get()
    again = as_("member").post(create_url(passed), boxes_of(passed))
    assert (sent.url, again.url) == (said.get_absolute_url(), said.get_absolute_url())
    page = page_of(as_("member"), passed)
    assert (WORDS in page, create_url(passed) in page, answer_url(said) in page) == (
        True,
        True,
        False,
    )

    page = page_of(as_("officer"), passed)
    assert (create_url(passed) in page, answer_url(said) in page) == (False, True)
    assert as_("officer").post(answer_url(said), {"answer": "จะแก้"}).url == sent.url
    page = page_of(as_("officer"), passed)
    assert ("จะแก้" in page, answer_url(said) in page) == (True, False)
    late = as_("coordinator").post(answer_url(said), {"answer": "ตอบช้า"})
    assert (late.status_code, "ตอบช้า" in late.text) == (422, True)


@pytest.mark.parametrize(
    "typed",
    [
        {"text": "ก\x00ข"},
        {"text": "ก" * 2001},
        {"text": "ก" * 100_000},
        {"text": "  "},
        {"section": "nothing"},
        {"section": ""},
        {"kind": "praise"},
        {"kind": ""},
        {"kind": "confirmation", "text": ""},
        {"seen": "x\x00"},
        {"seen": "9" * 5000},
        {"seen": ""},
    ],
)
def test_bad_input_is_refused_beside_it_and_stays(as_, passed, typed):
    response = as_("member").post(create_url(passed), boxes_of(passed, **typed))

    assert response.status_code == 422
    kept = typed.get("text", WORDS).strip().replace("\x00", "")
    assert kept in response.text.replace("\x00", "")
    assert not Observation.objects.exists()


@pytest.mark.parametrize("text", ["ก\x00ข", "ก" * 100_000, " "])
def test_a_bad_answer_is_refused_beside_it(as_, said, text):
    response = as_("officer").post(answer_url(said), {"answer": text})

    assert response.status_code == 422
    said.refresh_from_db()
    assert said.answer == ""


def test_opened_again_meanwhile_what_was_typed_comes_back_and_what_was_said_is_answered(
    as_, passed, said, cast
):
    reopen(passed, cast)
    boxes = boxes_of(passed, section="plans", text="พิมพ์ไว้แล้ว")
    response = as_("member").post(create_url(passed), boxes)
    assert (response.status_code, "พิมพ์ไว้แล้ว" in response.text) == (422, True)
    assert "ยังรับข้อสังเกตและการยืนยันไม่ได้" in response.text
    assert 'name="text"' not in as_("member").get(create_url(passed)).text

    address = reverse("regions:observation-list")
    listed = as_("member").get(address).text
    assert (WORDS in listed, said.get_absolute_url() in listed) == (True, False)
    assert answer_url(said) in as_("officer").get(address).text
    assert 'name="answer"' in as_("officer").get(answer_url(said)).text
    assert as_("officer").post(answer_url(said), {"answer": "กำลังแก้"}).url == address


def test_what_was_typed_when_the_session_ended_comes_back(as_, client, passed, cast):
    page = page_of(as_("member"), passed)
    token = re.search(r'name="author" value="([^"]+)"', page)[1]
    client.logout()
    boxes = boxes_of(passed, text="ยังไม่หาย", author=token)
    assert client.post(create_url(passed), boxes).status_code == 302
    client.force_login(cast["member"])

    assert "ยังไม่หาย" in page_of(client, passed)
    assert not Observation.objects.exists()


# -- The list -----------------------------------------------------------------------------


@pytest.fixture
def three(passed, said, cast):
    """One waits, one is answered, one confirms."""
    answered = say(passed, cast["auditor"], "ตอบแล้ว")
    actions.answer_observation(answered, text="ค่ะ", by=cast["officer"])
    return [said, answered, confirm(passed, cast["auditor"])]


def test_the_list_narrows_by_place_month_and_standing(as_, passed, three):
    said, answered, confirmed = three
    client, code = as_("member"), passed.region.code

    def found(query):
        response = client.get(f"{reverse('regions:observation-list')}?{query}")
        assert [count["value"] for count in response.context["tally"]] == (
            [0, 0, 0] if "lower" in query else [1, 1, 1]
        )
        return [row["observation"] for row in response.context["rows"]]

    assert [
        found("standing=unanswered"),
        found(f"standing=answered&region={code}&month=2026-06"),
        found("standing=confirmed"),
        found("standing=mine"),
        found("region=lower-north"),
        found("standing=x&region=x&month=9999-99&page=-1"),
    ] == [[said], [answered], [confirmed], [], [], [said, confirmed, answered]]
    assert reverse("regions:observation-list") in client.get(reverse("regions:report-list")).text


def test_every_count_of_the_list_leads_to_as_many_rows(as_, three):
    address = reverse("regions:observation-list")
    for count in as_("member").get(address).context["tally"]:
        assert len(as_("member").get(address + count["url"]).context["rows"]) == count["value"]


def test_what_waits_for_me_is_what_i_may_answer(reports, three, cast):
    """In the list as by the rule: of every place, and nothing said by oneself."""
    for report in (reports["province"], reports["centre"]):
        Observation.objects.create(
            report=report, section="plans", version=0, kind=REMARK, text="?",
            at=three[0].at, by=cast["auditor"],
        )  # fmt: skip
    Observation.objects.create(
        report=reports["region"], section="plans", version=0, kind=REMARK, text="เอง",
        at=three[0].at, by=cast["officer"],
    )  # fmt: skip
    for who in cast:
        user = User.objects.get(pk=cast[who].pk)
        may = {
            one.pk for one in Observation.objects.unanswered() if can_answer_observation(user, one)
        }
        assert set(observations_to_answer(user).values_list("pk", flat=True)) == may, who


def test_the_files_say_what_the_list_says_as_it_is_filtered(as_, passed, three):
    address = "/reports/observations/export/"

    def rows(query=""):
        file = as_("member").get(f"{address}csv/{query}").content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(file)))

    [confirmed] = rows("?standing=confirmed")
    assert [row["สถานะ"] for row in rows()] == ["unanswered", "confirmed", "answered"]
    assert [confirmed[name] for name in ("รหัสประเภท", "ข้อความ", "ตรงกับรายงานปัจจุบัน")] == [
        "confirmation",
        SAW,
        "yes",
    ]
    assert address in as_("member").get(reverse("regions:observation-list")).text
    about = as_("member").get(f"{address}metadata.json").json()
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == [*confirmed]
    assert as_("member").get(f"{address}csv/?region=nowhere").status_code == 404


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize(("page", "queries"), [("report", 27), ("list", 9)])
def test_the_pages_cost_the_same_for_one_or_many(
    as_, passed, cast, count, page, queries, django_assert_num_queries
):
    for number in range(count):
        say(passed, cast["member"], f"เรื่องที่ {number}")
        confirm(passed, make_member(f"eye-{number}"), f"เห็นที่ {number}")
    address = passed.get_absolute_url() if page == "report" else reverse("regions:observation-list")
    client = as_("officer")
    client.get(address)
    with django_assert_num_queries(queries):
        text = client.get(address).text
    assert (text.count("เรื่องที่"), text.count("เห็นที่")) == (count, count)


# -- At once ------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_pressed_at_once_it_is_said_once(passed, cast):
    assert len(set(at_once(4, lambda n: say(passed, cast["member"]).pk))) == 1
    assert Outbox.objects.filter(dedupe__contains=":observed:").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_confirmations_of_one_person_at_once_one_stands(passed, cast):
    def confirms(n):
        try:
            return confirm(passed, cast["member"], f"เห็น {n}").text
        except RuleBroken as refusal:
            return refusal.error_dict["kind"][0].code

    assert sorted(at_once(4, confirms))[:3] == 3 * ["already-confirmed"]
    assert passed.observations.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_answers_given_at_once_one_stands(said, cast):
    def answer(n):
        actions.answer_observation(said, text=f"คำตอบ {n}", by=cast["officer"])
        return "told"

    assert sorted(at_once(4, answer)) == [*3 * ["already-answered"], "told"]
    assert Outbox.objects.filter(dedupe__contains=":answered:").count() == 1
