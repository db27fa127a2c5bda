"""Three days of the demonstration: 12 June 2550, and the change of a holder this year."""

from datetime import date, datetime, timedelta

import time_machine
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from committees.models import (
    BoardRotation,
    BodyMembership,
    Committee,
    Delegate,
    Delegation,
    Membership,
    Position,
    Seat,
)
from committees.queries import roster
from portal.kernel.models import Person
from portal.shell.demo import load_demo
from portal.shell.demo.people import MARK
from regions.models import RegionalPost

AT = timezone.make_aware(datetime.fromisoformat("2026-11-22 16:30"))
THEN = date(2007, 6, 12)
CHANGED_ON = date(2026, 11, 1)
SOURCE = "สรุปเชิงบริหาร การประชุมครั้งที่ 2/2550"
A_DAY = timedelta(days=1)


def holders(*, on):
    """Who sits in which seat that day: name by number, vacant seats left out."""
    seats = Seat.objects.filter(committee__in=Committee.objects.the_67(on=on)).for_board(on=on)
    return {seat.number: seat.holding.person.full_name for seat in seats if seat.holding}


class Demonstration(TestCase):
    @classmethod
    def setUpTestData(cls):
        with time_machine.travel(AT, tick=False):
            load_demo(at=AT)


class TestThe12thOfJune2550(Demonstration):
    def setUp(self):
        self.generation = Committee.objects.the_67(on=THEN).get()
        self.units = {unit.name: unit for unit in self.generation.units.exclude(kind="issue")}

    def test_no_seat_is_invented_and_no_holder(self):
        assert (self.generation.seats_due, roster(on=THEN).seats, holders(on=THEN)) == (67, [], {})
        assert not BodyMembership.objects.in_force(on=THEN).exists()
        assert not RegionalPost.objects.in_force(on=THEN).exists()
        assert not Delegate.objects.in_force(on=THEN).exists()

    def test_everything_of_that_day_names_the_document_and_its_days_in_words(self):
        bodies = Committee.objects.in_force(on=THEN)

        assert set(bodies.values_list("source", flat=True)) == {SOURCE}
        assert set(bodies.values_list("dates_in_words", flat=True)) == {
            "มีอยู่ในวันที่ 12–13 มิถุนายน 2550 เอกสารไม่บอกวันเริ่มและวันสิ้นสุด"
        }
        assert "สมมติ" in self.generation.note
        assert Committee.objects.exclude(source="").count() == len(bodies) + 1  # and those before

    def test_its_four_units_are_named_as_the_document_names_them(self):
        assert list(self.units) == [
            "ฝ่ายอำนวยการ/ฝ่ายวางแผนเชิงยุทธศาสตร์",
            "ฝ่ายประสานงานประชาสัมพันธ์",
            "กองเลขาฯ",
            "ประเมินผล/ตรวจสอบ",
        ]

    def test_the_secretariat_keeps_both_numbers_and_the_note_tells_the_contradiction(self):
        secretariat = self.units["กองเลขาฯ"]

        assert (secretariat.kind, secretariat.seats_due) == ("secretariat", 8)
        assert (self.generation.officers_per_region, self.generation.central_officers_due) == (1, 2)
        for words in ("จาก 8 ภาคและจากส่วนกลาง 2 คน", "กองเลขาฯ 8 คน", "น่าจะใช่"):
            assert words in secretariat.note

    def test_its_seven_issues_stand_in_the_document_s_words(self):
        issues = self.generation.units.filter(kind="issue")

        assert [body.short_name for body in issues] == [
            "ทรัพยากร", "เกษตรกร", "สวัสดิการ", "บ้านมั่นคง", "ที่ดิน", "ทุนชุมชน", "แผนชุมชน",
        ]  # fmt: skip
        assert "น่าจะใช่" in issues.get(short_name="ทุนชุมชน").note

    def test_the_kinds_of_boards_stand_without_members(self):
        boards = Committee.objects.boards().in_force(on=THEN)

        assert [board.short_name for board in boards] == ["บอร์ด พอช.", "ศตจ.", "พื้นที่"]
        assert "ศจท." in boards[1].note
        assert not BoardRotation.objects.filter(committee__in=boards).exists()

    def test_only_those_who_spoke_are_named_with_the_position_the_document_gives(self):
        named = Position.objects.in_force(on=THEN).order_by("pk")

        assert [(row.person and row.person.full_name, row.title) for row in named] == [
            (None, "ผอ.พอช."),
            ("นายสังคม เจริญทรัพย์", "คณะกรรมการสถาบันฯ"),
            ("นายสำเริง เสกขุนทด", "ผู้แทนผู้จัดการภาค พอช."),
            (
                "คุณทิสราพรโมกษ์ (อ่านไม่ชัด)",
                "ไม่ปรากฏตำแหน่งในเอกสาร (ผู้กล่าวถึงปัจจัยและสถานการณ์ปัจจุบัน)",
            ),
            ("คุณพลากร", "ไม่ปรากฏตำแหน่งในเอกสาร (ผู้กล่าวถึงปัจจัยและสถานการณ์ปัจจุบัน)"),
            (
                "คุณสุวัฒน์ คงแป้น",
                "ไม่ปรากฏตำแหน่งในเอกสาร (ผู้อธิบายแนวทางการดำเนินงานของสภาองค์กรชุมชน)",
            ),
        ]
        assert set(named.values_list("starts_on", "ends_on", "source")) == {
            (THEN, THEN + A_DAY, SOURCE)
        }

    def test_whoever_spoke_is_one_person_in_the_record_and_in_the_roster(self):
        spoke = Person.objects.filter(spoke__isnull=False).distinct()

        assert set(spoke) == set(Person.objects.filter(positions__isnull=False))

    def test_18_are_asked_for_and_nobody_named(self):
        delegation = Delegation.objects.in_force(on=THEN).get()

        assert (delegation.committee, delegation.central_officers_due) == (self.generation, 2)
        assert delegation.delegates.count() == 0

    def test_what_stood_before_is_told_as_one_without_number_or_name(self):
        before = Committee.objects.the_67(on=date(2002, 6, 12)).get()

        assert before.dates_in_words == "ตั้งแต่ปี 2540 และปรับเปลี่ยนมาอย่างต่อเนื่อง"
        assert (before.seats_due, before.source) == (None, SOURCE)
        assert (before.units.count(), before.seats.count(), before.meetings.count()) == (0, 0, 0)
        assert before.ends_on + A_DAY == self.generation.starts_on


class TestTheDayOfTheChange(Demonstration):
    def test_the_seat_changes_hands_from_one_day_to_the_next_and_no_other_does(self):
        before, after = holders(on=CHANGED_ON - A_DAY), holders(on=CHANGED_ON)

        assert before.pop(26) == f"นายคำสิงห์ ลุ่มน้ำพองงาม {MARK}"
        assert after.pop(26) == f"นางแก้วตา สาเกตุนคร {MARK}"
        assert before == after
        assert sorted(after) == [number for number in range(1, 68) if number not in (12, 26, 48)]

    def test_the_roster_itself_says_so(self):
        rows = [
            next(seat.holder for seat in roster(on=day).seats if seat.number == 26)
            for day in (CHANGED_ON - A_DAY, CHANGED_ON)
        ]

        assert rows == [f"นายคำสิงห์ ลุ่มน้ำพองงาม {MARK}", f"นางแก้วตา สาเกตุนคร {MARK}"]

    def test_one_order_ended_the_one_and_began_the_other(self):
        first, second = Membership.objects.filter(seat__number=26).order_by("starts_on")

        assert first.discharged_by == second.appointed_by
        assert first.discharged_by.issued_on < CHANGED_ON


class TestWhoSitsWhereOnThePages(Demonstration):
    """What a stranger reads, on three days."""

    def setUp(self):
        travel = time_machine.travel(AT, tick=False)
        travel.start()
        self.addCleanup(travel.stop)

    def main(self, name, *args, on):
        page = self.client.get(reverse(f"committees:{name}", args=args), {"on": on}).text
        return page.partition("<main")[2].partition("</main>")[0]

    def test_on_the_12th_of_june_2550_what_is_not_in_the_document_is_said_to_be_so(self):
        for name, *args in [
            ("seat-list",),
            ("body-list",),
            ("body-detail", "coordination-2550"),
            ("body-detail", "coordination-2550-secretariat"),
        ]:
            page = self.main(name, *args, on="12/6/2550")
            assert "ไม่ปรากฏในเอกสาร" in page, name
            assert MARK not in page, name  # nobody of today's house

    def test_on_that_day_the_pages_name_whom_the_document_names_and_nobody_else(self):
        named = {
            "คุณทิสราพรโมกษ์ (อ่านไม่ชัด)", "คุณพลากร", "คุณสุวัฒน์ คงแป้น", "นายสังคม เจริญทรัพย์",
            "นายสำเริง เสกขุนทด",
        }  # fmt: skip
        everybody = [person.full_name for person in Person.objects.all()]
        for name in ("seat-list", "person-list"):
            page = self.main(name, on="12/6/2550")
            assert {person for person in everybody if person in page} == named
            assert "ผู้แทนผู้จัดการภาค พอช." in page
        assert "ผอ.พอช." in self.main("seat-list", on="12/6/2550")

    def test_the_day_before_the_change_and_the_day_itself(self):
        pages = [self.main("seat-list", on=on) for on in ("31/10/2569", "1/11/2569")]

        told = [("นายคำสิงห์" in page, "นางแก้วตา" in page) for page in pages]
        assert told == [(True, False), (False, True)]
