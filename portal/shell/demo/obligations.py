"""What became of what meetings asked: taken up by the next ones, answered by reports, amended."""

from itertools import count

from meetings.actions import amend_resolution, carry_over, weigh_answers
from meetings.models import ActionItem, Answer, CarriedItem, Meeting, Resolution
from regions.models import RegionalReport

from .committee import House
from .people import MARK

Progress, State = Answer.Progress, RegionalReport.State
# What regions answer in the open round, in turn: how far, and in which words.
OPEN_ANSWERS = [
    (Progress.DONE, "ทำครบทุกจังหวัดในภาคแล้ว แนบบันทึกการประชุมของภาคไว้กับรายงาน"),
    (Progress.DOING, "นัดประชุมกลุ่มจังหวัดแล้วสองครั้ง เหลืออีกหนึ่งจังหวัด จะเสร็จภายในเดือนหน้า"),
    (Progress.DOING, "รวบรวมข้อมูลได้ครึ่งหนึ่ง รอตัวเลขจากจังหวัดที่อยู่ไกล"),
]
# Whoever tries the demonstration finds the reports of these regions unanswered.
UNANSWERED = ("lower-north", "east")
AMENDED, AMENDING = "แผนงานปีแรกของคณะ", "ทบทวนงานครึ่งปีแรก"
BECAUSE = f"ครึ่งปีแรกพื้นที่ขอแรงหนุนมากกว่าที่วางไว้ จึงปรับแผนงานครึ่งปีหลัง {MARK}"


def load_obligations(house: House):
    load_answers_of_the_past()
    load_answers_of_the_open_round(house)
    held = house.committee.meetings.filter(state=Meeting.State.CLOSED).order_by("starts_on")
    for meeting in held:
        take_up(house, meeting)
    for meeting in house.committee.meetings.exclude(state=Meeting.State.CLOSED):
        carry_over(meeting)
    amend(house)


def take_up(house, meeting):
    """What still waited that day went on."""
    waiting = ActionItem.objects.awaited(on=meeting.starts_on).filter(
        resolution__meeting__committee=meeting.committee,
        resolution__meeting__starts_on__lt=meeting.starts_on,
    )
    CarriedItem.objects.bulk_create(
        CarriedItem(
            meeting=meeting, action_item=item, position=position,
            outcome=CarriedItem.Outcome.CONTINUED, settled_at=meeting.closed_at,
            settled_by=house.users["secretary"],
        )
        for position, item in enumerate(
            waiting.order_by("resolution__meeting__starts_on", "resolution__number", "position"), 1
        )
    )  # fmt: skip


def load_answers_of_the_past():
    """The report that answers an item says what its result says."""
    answered = ActionItem.objects.filter(done_at__isnull=False, answered_by__isnull=False)
    Answer.objects.bulk_create(
        Answer(
            action_item=item, report=item.answered_by, progress=Progress.DONE, text=item.result,
            edited_at=item.answered_by.submitted_at, edited_by=item.answered_by.submitted_by,
        )
        for item in answered.select_related("answered_by")
    )  # fmt: skip


def load_answers_of_the_open_round(house):
    """What passed tells of work that goes on: had it claimed more, the item were done."""
    latest = RegionalReport.objects.latest("round__month").round
    turns = count()
    of_regions = latest.reports.filter(unit__region__isnull=False)
    reports = of_regions.exclude(unit__region__code__in=UNANSWERED)
    for report in reports.order_by("unit__region__number").select_related("unit__region"):
        answer_all(house, report, turns)
        weigh_answers(report)


def answer_all(house, report, turns):
    region = report.unit.region
    waiting = ActionItem.objects.open().filter(region=region)
    said = OPEN_ANSWERS[1:] if report.state == State.ACCEPTED else OPEN_ANSWERS
    for item in waiting.current(on=report.round.opens_on).order_by("due_on", "pk"):
        progress, text = said[next(turns) % len(said)]
        Answer.objects.create(
            action_item=item, report=report, progress=progress, text=text,
            edited_at=report.submitted_at, edited_by=house.filers[region.code],
        )  # fmt: skip


def amend(house):
    amended, amending = (
        Resolution.objects.get(meeting__committee=house.committee, item__title=title)
        for title in (AMENDED, AMENDING)
    )
    amend_resolution(amended, with_=amending, reason=BECAUSE, by=house.users["secretary"])
