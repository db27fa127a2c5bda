"""A question asked by mistake is taken back by who asked; while it waits all read who has it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Outbox
from regions import actions
from regions.models import Extension, RegionalReport, Revision
from regions.report_history import activities_of, history_of, revisions_of
from tests.factories.regions import (
    ON_TIME,
    accepted,
    fill_in,
    make_report,
    make_report_of,
    make_reporting_province,
)

UNTIL = date(2026, 7, 20)
WHY, MISTAKEN, ANSWER = "น้ำท่วมสามอำเภอ", "กดผิดเดือน", "รับทราบ พื้นที่ประสบภัยจริง"
ASKER, CHECKER = "coordinator", "secretariat"


class MoreDays:
    """คำขอขยายเวลา."""

    name, waits, answered, refused = "extension", "waiting", "answered", "refused"
    second = "ผู้ตรวจตอบคำขอนี้ไปก่อนแล้ว จึงถอนไม่ได้"

    def __init__(self, north, cast):
        self.report, self.cast = make_report(north), cast

    def ask(self, who=ASKER):
        return actions.ask_extension(self.report, until=UNTIL, reason=WHY, by=self.cast[who])

    def withdraw(self, asked, who=ASKER, because=MISTAKEN):
        return actions.withdraw_extension(asked, because=because, by=self.cast[who])

    def answer(self, asked, who=CHECKER):
        by = self.cast[who]
        return actions.grant_extension(asked, until=UNTIL, answer=ANSWER, by=by)

    def refuse(self, asked, who=CHECKER):
        return actions.refuse_extension(asked, answer=ANSWER, by=self.cast[who])

    def ended(self, asked):
        return asked.standing, asked.answer, asked.answered_by, asked.answered_at

    data = {"decision": "grant", "granted_until": "18/7/2569", "answer": "คำตอบที่พิมพ์ไว้"}


class Mending:
    """คำขอแก้ข้อมูลที่ปิดแล้ว."""

    name, waits, answered, refused = "revision", "asked", "decided", "refused"
    second = "ผู้ตรวจตัดสินคำขอนี้ไปก่อนแล้ว จึงถอนไม่ได้"

    def __init__(self, north, cast):
        self.cast, draft = cast, make_report(north)
        self.report = accepted(draft, cast[ASKER], cast[CHECKER], organizations_found=14)

    def ask(self, who=ASKER):
        return actions.ask_revision(self.report, reason=WHY, by=self.cast[who])

    def withdraw(self, asked, who=ASKER, because=MISTAKEN):
        return actions.withdraw_revision(asked, because=because, by=self.cast[who])

    def answer(self, asked, who=CHECKER):
        reasons = {"certification": ANSWER}
        return actions.reopen_report(asked, reasons=reasons, by=self.cast[who])

    def refuse(self, asked, who=CHECKER):
        return actions.refuse_revision(asked, because=ANSWER, by=self.cast[who])

    def ended(self, asked):
        return asked.standing, asked.refused_because, asked.decided_by, asked.decided_at

    data = {"decision": "reopen", "certification": "คำตอบที่พิมพ์ไว้"}


@pytest.fixture(params=[MoreDays, Mending], ids=["more days", "mending"])
def kind(request, north, other_region, found, cast):
    return request.param(north, cast)


def refusal(act, *args):
    with pytest.raises(RuleBroken) as found:
        act(*args)
    return found.value


def letters():
    return Outbox.objects.filter(kind="kernel.send_letter").count()


def url(asked, what):
    name = "extension" if isinstance(asked, Extension) else "revision"
    return reverse(f"regions:{name}-{what}", args=[asked.pk] if what != "list" else [])


def words(response):
    return response.content.decode()


# -- Withdrawn ---------------------------------------------------------------------------


def test_who_asked_by_mistake_withdraws_and_says_why(kind, cast):
    asked = kind.ask()
    before = letters()

    kind.withdraw(asked)

    asked.refresh_from_db()
    assert kind.ended(asked) == ("withdrawn", MISTAKEN, cast[ASKER], ON_TIME)
    assert letters() == before
    assert Activity.objects.latest("pk").verb == f"{kind.name}.withdrawn"
    report = RegionalReport.objects.get(pk=kind.report.pk)
    assert (report.state, report.extended_until) == (kind.report.state, None)
    assert kind.ask().pk  # and may be asked anew


def test_withdrawn_twice_it_is_withdrawn_once(kind):
    asked = kind.ask()
    for because in (MISTAKEN, "อีกครั้ง"):
        asked = kind.withdraw(asked, because=because)

    assert kind.ended(asked)[1] == MISTAKEN
    assert Activity.objects.filter(verb=f"{kind.name}.withdrawn").count() == 1


def test_a_withdrawal_without_a_reason_is_none(kind):
    asked = kind.ask()

    assert list(refusal(kind.withdraw, asked, ASKER, " ").error_dict) == ["because"]
    asked.refresh_from_db()
    assert asked.standing == kind.waits


def test_nobody_withdraws_what_another_asked(kind):
    asked = kind.ask()

    assert refusal(kind.withdraw, asked, "officer").code == "not-asker"
    asked.refresh_from_db()
    assert asked.standing == kind.waits


def test_nobody_grants_or_refuses_more_days_to_themselves(report, cast):
    """So what ended by the hand of who asked was withdrawn."""
    asked = actions.ask_extension(report, until=UNTIL, reason=WHY, by=cast[ASKER])
    own = {"answer": ANSWER, "by": cast[ASKER]}

    for act, day in ((actions.grant_extension, {"until": UNTIL}), (actions.refuse_extension, {})):
        with pytest.raises(RuleBroken) as told:
            act(asked, **own, **day)
        assert told.value.code == "own"
    asked.refresh_from_db()
    assert asked.standing == "waiting"


def test_a_reviewer_who_decides_against_their_own_question_has_withdrawn_it(closed, cast):
    asked = actions.ask_revision(closed, reason=WHY, by=cast[CHECKER])

    told = actions.refuse_revision(asked, because=MISTAKEN, by=cast[CHECKER])

    assert told.standing == "withdrawn"


@pytest.fixture
def closed(report, cast):
    return accepted(report, cast[ASKER], cast[CHECKER], organizations_found=14)


def test_the_reviewer_who_comes_second_hears_that_it_was_withdrawn(kind):
    asked = kind.ask()
    kind.withdraw(asked)

    for act in (kind.answer, kind.refuse):
        told = refusal(act, asked)
        assert (told.code, told.messages) == ("withdrawn", ["ผู้ขอถอนคำขอนี้แล้ว จึงไม่ต้องตอบ"])


def test_the_asker_who_comes_second_hears_that_it_was_answered(kind):
    for act in (kind.refuse, kind.answer):
        asked = kind.ask()
        act(asked)
        told = refusal(kind.withdraw, asked)
        assert (told.code, told.messages) == (kind.answered, [kind.second])


# -- Pages ---------------------------------------------------------------------------------

EVERYBODY = ["officer", "manager", "co-chair", "another region's coordinator", CHECKER, "auditor"]


@pytest.mark.parametrize("who", [ASKER, "member", *EVERYBODY])
def test_only_who_asked_withdraws(kind, as_, who):
    asked = kind.ask()
    visitor, may = as_(who), who == ASKER

    page = words(visitor.get(url(asked, "detail")))
    told = visitor.post(url(asked, "withdrawal"), {"because": MISTAKEN})

    assert (url(asked, "withdrawal") in page) == may
    assert told.status_code == (302 if may else 403)
    asked.refresh_from_db()
    assert asked.standing == ("withdrawn" if may else kind.waits)


def test_who_speaks_for_the_place_no_more_does_not_withdraw_for_it(kind, as_):
    asked = kind.ask("former coordinator")
    visitor = as_("former coordinator")

    assert url(asked, "withdrawal") not in words(visitor.get(url(asked, "detail")))
    assert visitor.post(url(asked, "withdrawal"), {"because": MISTAKEN}).status_code == 403


def test_once_withdrawn_all_read_why_and_nothing_more_is_asked(kind, as_):
    asked = kind.ask()
    kind.withdraw(asked)

    for who in (ASKER, CHECKER, "member"):
        for page in (url(asked, "detail"), url(asked, "list")):
            found = words(as_(who).get(page))
            for text in ("ถอนคำขอแล้ว", MISTAKEN):
                assert text in found
            assert url(asked, "withdrawal") not in found
            assert "<textarea" not in found


def test_a_withdrawal_without_words_says_where_and_looking_changes_nothing(kind, as_):
    asked = kind.ask()
    visitor = as_(ASKER)

    assert visitor.get(url(asked, "withdrawal")).status_code == 200
    page = visitor.post(url(asked, "withdrawal"), {"because": " "})

    assert page.status_code == 422
    assert list(page.context["withdrawal"].errors) == ["because"]
    asked.refresh_from_db()
    assert asked.standing == kind.waits


def test_answered_meanwhile_the_asker_reads_the_answer(kind, as_):
    asked = kind.ask()
    kind.refuse(asked)

    page = words(as_(ASKER).post(url(asked, "withdrawal"), {"because": "เหตุผลที่พิมพ์ไว้"}))

    for text in (kind.second, ANSWER, "เหตุผลที่พิมพ์ไว้"):
        assert text in page


def test_withdrawn_meanwhile_the_reviewer_reads_why(kind, as_):
    asked = kind.ask()
    kind.withdraw(asked)

    page = words(as_(CHECKER).post(url(asked, "detail"), kind.data))

    for text in ("ผู้ขอถอนคำขอนี้แล้ว จึงไม่ต้องตอบ", MISTAKEN, "คำตอบที่พิมพ์ไว้"):
        assert text in page


def test_nobody_is_asked_to_decide_what_was_withdrawn(kind, as_):
    name = "answer" if kind.name == "extension" else "standing"
    asked = kind.ask()
    visitor = as_(CHECKER)

    def found(standing):
        page = visitor.get(f"{url(asked, 'list')}?{name}={standing}")
        return len(page.context["page"].object_list)

    assert [found(one) for one in ("mine", kind.waits, "withdrawn", "refused")] == [1, 1, 0, 0]
    kind.withdraw(asked)
    assert [found(one) for one in ("mine", kind.waits, "withdrawn", "refused")] == [0, 0, 1, 0]
    kind.refuse(kind.ask())
    assert [found(one) for one in ("mine", kind.waits, "withdrawn", "refused")] == [0, 0, 1, 1]


def test_the_file_of_the_list_says_withdrawn(kind, as_):
    kind.withdraw(kind.ask())

    file = as_("member").get(reverse(f"regions:{kind.name}-export", args=["csv"]))

    told = b"".join(file.streaming_content) if file.streaming else file.content
    assert "withdrawn" in told.decode()


def test_the_history_of_the_report_tells_of_it(kind):
    kind.withdraw(kind.ask())
    report = kind.report

    told = history_of(report, activities_of(report), revisions_of(report), with_contacts=False)

    texts = [one["text"] for one in told]
    assert any(one.startswith("ถอนคำขอ") for one in texts)
    assert not [one for one in texts if one.startswith("ไม่")]


def test_strangers_are_sent_to_sign_in(kind, client):
    address = url(kind.ask(), "withdrawal")

    assert [client.get(address).status_code, client.post(address).status_code] == [302, 302]


# -- Who has it -----------------------------------------------------------------------------


def holders(page):
    return [one.strip() for one in re.findall("อยู่ที่ <b>([^<]+)</b>", words(page))]


def test_the_list_says_who_has_it_while_it_waits(kind, as_):
    asked = kind.ask()
    visitor = as_("member")

    assert holders(visitor.get(url(asked, "list"))) == ["กองเลขาฯ ส่วนกลาง"]
    page = words(visitor.get(url(asked, "detail")))
    assert "<dt>อยู่ที่</dt><dd>กองเลขาฯ ส่วนกลาง</dd>" in page
    kind.refuse(asked)
    assert holders(visitor.get(url(asked, "list"))) == []
    assert "<dt>อยู่ที่</dt>" not in words(visitor.get(url(asked, "detail")))


def test_a_report_opened_again_is_with_who_mends_it(closed, as_, cast):
    asked = actions.ask_revision(closed, reason=WHY, by=cast[ASKER])
    actions.reopen_report(asked, reasons={"plans": ANSWER}, by=cast[CHECKER])

    found = holders(as_("member").get(url(asked, "list")))

    assert found == [cast[ASKER].person.full_name]


def test_of_a_province_it_is_the_office_or_who_stands_in_for_it(north, found, cast, as_):
    report = make_report_of(make_reporting_province(north).reporting_unit)
    asked = actions.ask_extension(report, until=UNTIL, reason=WHY, by=cast["officer"])
    visitor = as_("member")

    assert holders(visitor.get(url(asked, "list"))) == ["สำนักงานภาคเหนือตอนบน"]
    fill_in(report, cast[ASKER], organizations_found=3)
    assert holders(visitor.get(url(asked, "list"))) == ["กองเลขาฯ ส่วนกลาง (แทนสำนักงานภาค)"]


@pytest.mark.parametrize("rows", [1, 6])
def test_saying_who_has_it_costs_the_same_for_one_row_and_many(
    kind, as_, north, rows, django_assert_num_queries
):
    asked = kind.ask()
    numbers = range(30, 29 + rows)
    for number in numbers:
        unit = make_reporting_province(north, str(number), f"จ{number}").reporting_unit
        report = RegionalReport.objects.create(unit=unit, round=kind.report.round, region=north)
        ask_again(kind, report)
    visitor = as_("member")
    visitor.get(url(asked, "list"))

    with django_assert_num_queries(8):
        page = visitor.get(url(asked, "list"))

    assert len(holders(page)) == rows


def ask_again(kind, report):
    asker = kind.cast[ASKER]
    if kind.name == "extension":
        actions.ask_extension(report, until=UNTIL, reason=WHY, by=asker)
        return
    Revision.objects.create(report=report, number=1, reason=WHY, asked_by=asker, asked_at=ON_TIME)
