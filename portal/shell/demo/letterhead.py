"""Who sends the letters of the demonstration: made up, and marked as such."""

from meetings.models import Letterhead

from .people import MARK


def load_letterhead(house):
    Letterhead.objects.create(
        committee=house.committee,
        agency=f"สำนักงานประสานงานขบวนองค์กรชุมชน {MARK}",
        address="99 ถนนสาธิต แขวงสมมุติ\nเขตทดลอง กรุงเทพฯ 10000",
        signatory=f"นางสาวกนกวรรณ เลขานุการดี {MARK}",
        signatory_position="หัวหน้ากองเลขานุการ",
        unit="กองเลขานุการ",
        phone="02 000 0000",
    )
