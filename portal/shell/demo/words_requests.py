"""What the regions of the demonstration ask of the centre, and what it answers: all made up."""

from typing import NamedTuple

from regions.models import RequestAnswer

AGREED, PARTLY, REFUSED = RequestAnswer.Decision


class Told(NamedTuple):
    """An answer; ``in_report`` it is told with the centre's report of that month."""

    decision: str
    text: str
    days: int | None = None  # from the answer until it is done
    in_report: bool = False
    is_late: bool = False


class Ask(NamedTuple):
    """``turn`` is the month, 0 the oldest; without ``told`` the centre owes an answer."""

    region: str
    turn: int
    kind: str
    text: str
    told: Told | None = None
    is_closed: bool = False
    because: str = ""  # it has not come
    has_owner: bool = False


ASKS = (
    Ask(
        "upper-north", 0, "officers",
        "ขอเจ้าหน้าที่ส่วนกลาง 2 คนร่วมเวทีสรุปบทเรียน 8 จังหวัด เพราะภาคมีคนจดบันทึกไม่พอ",
        Told(AGREED, "ส่งเจ้าหน้าที่ 2 คนร่วมเวทีทั้งสองวัน พร้อมทำสรุปให้ภาค", 10), is_closed=True,
    ),
    Ask(
        "lower-north", 0, "budget",
        "ขอวงเงินที่ชัดเจนสำหรับเวทีสัญจร 3 จังหวัด จะได้จองสถานที่และแจ้งผู้เข้าร่วมล่วงหน้า",
        has_owner=True,
    ),
    Ask(
        "lower-northeast", 0, "information",
        "ขอให้ปรับข้อมูลเว็บไซต์จังหวัดให้ตรงกับทะเบียนองค์กร เพราะตัวเลขต่างกัน 3 จังหวัด",
    ),
    Ask(
        "central-west", 0, "plan",
        "ขอให้ส่วนกลางเขียนแผนยุทธศาสตร์ 1 ปีของภาคให้ เพราะภาคไม่มีคนเขียน",
        Told(REFUSED, "แผนของภาคต้องมาจากภาคเอง ส่วนกลางส่งแบบและคนช่วยอ่านให้ได้ แต่เขียนแทนไม่ได้", None, True),
    ),
    Ask(
        "south", 0, "coordination",
        "ขอให้ทำหนังสือถึงหน่วยงานประมงของ 4 จังหวัด ก่อนทีมงานลงพื้นที่ชายฝั่ง",
        Told(PARTLY, "ออกหนังสือให้ 2 จังหวัดแล้ว อีก 2 จังหวัดรอหน่วยงานตอบรับ", 7, is_late=True), is_closed=True,
    ),
    Ask(
        "east", 0, "budget",
        "ขอค่าเดินทางของทีมจังหวัดที่ช่วยงานรับรองสถานภาพ 6 คน",
        Told(AGREED, "โอนงวดแรกให้ภาคแล้ว งวดที่สองตามหลังเมื่อส่งเอกสาร", 5),
        because="ได้รับเพียง 4 คน อีก 2 คนยังไม่ได้ และยังไม่รู้ว่าต้องส่งเอกสารใด",
    ),
    Ask(
        "upper-northeast", 1, "evaluation",
        "ขอตัวชี้วัดร่วมของศูนย์การเรียนรู้ จะได้ติดตามแบบเดียวกันทุกจังหวัด",
        Told(AGREED, "ร่างตัวชี้วัดส่งให้ทุกภาคอ่าน และสรุปในการประชุมครั้งต่อไป", 30, True),
    ),
    Ask(
        "lower-north", 1, "officers",
        "ขอวิทยากรเรื่องบัญชีกลุ่ม 1 คน ไปสอนที่อุตรดิตถ์ 2 วัน",
        Told(AGREED, "ส่งวิทยากร 1 คนตามวันที่ภาคนัด", 1),
    ),
    Ask(
        "bangkok-vicinity", 1, "information",
        "ขอรายชื่อองค์กรที่ใบรับรองจะครบกำหนดทบทวนใน 6 เดือน แยกตามเขต",
        Told(PARTLY, "ส่งรายชื่อของกรุงเทพมหานครให้แล้ว ของปริมณฑลตามมาในเดือนหน้า", 20, True),
    ),
    Ask(
        "south", 1, "budget",
        "ขอทราบวงเงินของกองทุนฟื้นฟูหลังน้ำท่วม เพื่อบอกตำบลที่รออยู่ 5 ตำบล",
    ),
    Ask(
        "upper-north", 2, "coordination",
        "ขอให้ช่วยประสานหน่วยงานด้านป่าไม้ก่อนทีมงานลงพื้นที่ต้นน้ำ",
    ),
    Ask(
        "lower-northeast", 2, "budget",
        "ขอค่าจัดเวทีแลกเปลี่ยนระดับภาค ผู้เข้าร่วมประมาณ 120 คน",
    ),
    Ask(
        "south", 2, "plan",
        "ขอปฏิทินงานร่วมของส่วนกลางทั้งปี จะได้ไม่นัดเวทีภาคชนกัน",
    ),
)  # fmt: skip

# Typed in the centre's report of this month, and told nobody yet.
IN_HAND = ("lower-northeast", 2, PARTLY, "จัดให้ได้ครึ่งหนึ่งของวงเงินที่ขอ กำลังดูแหล่งอื่นสมทบ")

# What else the centre told, by month.
CENTRE_TEXTS = {
    "answers": {
        "delivered": "ส่งวิทยากร เอกสาร และงบประมาณถึงภาคตามที่รับไว้ ภาคที่ยังไม่ได้รับโทรมาได้ทุกวัน",
        "obstacles": "คำขอที่ต้องรอหน่วยงานอื่นใช้เวลานานกว่าที่คิด จะตามให้ทุกสัปดาห์และบอกภาคทันที",
    },
    "centre_work": {
        "done": "จัดประชุมของคณะ รวมรายงานทุกภาค และติดตามงานตามมติที่เกินกำหนด",
        "budget": "แจ้งวงเงินงวดใหม่ให้ทุกภาคแล้ว รายละเอียดอยู่ในหนังสือเวียน",
        "ahead": "เตรียมเอกสารสรุปไตรมาส ขอให้ทุกภาคส่งภาพกิจกรรมมาด้วย",
        "problems": "เจ้าหน้าที่สองคนดูแล 8 ภาค จึงแบ่งกันรับเรื่องเป็นรายภาค",
    },
}
