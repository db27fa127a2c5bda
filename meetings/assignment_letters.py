"""The words of the letters about assignments. Letters are Thai."""

from portal.kernel.letters import address_of, promise_letter
from portal.kernel.models import Person

from .assignment_reminders import AFTER, BEFORE, GIVEN, Occasion
from .letter_words import OFFICE, in_thai
from .models import ActionItem

WORDS = {
    GIVEN: ("งานที่ที่ประชุมมอบหมาย {count} เรื่อง", "ที่ประชุมมีมติมอบหมายงานต่อไปนี้"),
    BEFORE: ("ใกล้ครบกำหนดงานที่ได้รับมอบหมาย {count} เรื่อง", "งานต่อไปนี้ใกล้ครบกำหนด และยังไม่มีบันทึกว่าเสร็จ"),
    AFTER: ("เลยกำหนดงานที่ได้รับมอบหมาย {count} เรื่อง", "งานต่อไปนี้เลยกำหนดแล้ว และยังไม่มีบันทึกว่าเสร็จ"),
}
BY_REPORT = "งานของภาคตอบได้ในรายงานประจำเดือน ส่วนมติที่ต้องตอบ "
FOOT = "เมื่อทำเสร็จหรือติดขัด โปรดแจ้งกองเลขานุการ จดหมายนี้ระบบส่งให้เองเรื่องละครั้งเดียว\n\n" + OFFICE + "\n"


@in_thai
def promise_of_tasks(occasion: Occasion, person: Person, items: list[ActionItem]) -> None:
    """One letter to one person about all their ``items`` of one occasion."""
    subject, lead = WORDS[occasion.kind]
    tasks = "\n\n".join(_task(item) for item in items)
    foot = (BY_REPORT if any(item.region_id for item in items) else "") + FOOT
    promise_letter(
        f"assignments:{occasion.slot}:{person.pk}",
        to=person.email,
        subject=subject.format(count=len(items)),
        body=f"เรียน {person.address_name}\n\n{lead}\n\n{tasks}\n\n{foot}",
    )


def _task(item: ActionItem) -> str:
    """Never a bare sentence (promise 5)."""
    resolution, meeting = item.resolution, item.resolution.meeting
    return (
        f"{item.title}\n"
        f"  ผู้รับผิดชอบ {item.owner_name} {item.due_in_words}\n"
        f"  ตามมติที่ {resolution.number} {meeting.name} {meeting.committee.name}\n"
        f"  {address_of(resolution.get_absolute_url())}"
    )
