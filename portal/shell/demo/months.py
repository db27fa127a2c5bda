"""The shape of one month of the made-up house, and the owners and titles it shares."""

from typing import NamedTuple

# An owner is a region's code, a unit's or an issue's key, or a seat; ALL is every region.
ALL = "all"


class Topic(NamedTuple):
    title: str
    discussion: str
    resolution: str
    assigned: list[tuple[str, str]]


class Month(NamedTuple):
    news: str
    told: str
    topics: tuple[Topic, Topic]


# Which urgent workstream an assignment moves, by its title; the rest move none.
WORKSTREAMS = {
    "ออกแบบชุดข้อมูลขั้นต่ำของศูนย์ข้อมูลท้องถิ่น": "information",
    "ทดลองใช้ชุดข้อมูลขั้นต่ำใน 3 ตำบล": "information",
    "จัดทำแม่แบบหน้าเว็บจังหวัด": "information",
    "เริ่มหน้าเว็บจังหวัดอย่างน้อย 3 จังหวัด": "information",
    "ทำบัญชีตำบลเป้าหมายของการค้นหาองค์กรชุมชน": "areas",
    "ทบทวนแผนชุมชนใน 5 ตำบลนำร่อง": "areas",
    "เลือกตำบลข้างเคียงอย่างน้อย 2 ตำบล และจับคู่กับพื้นที่ต้นแบบ": "areas",
    "เสนอหลักเกณฑ์จัดสรรงบประมาณหนุนเสริมรายภาค": "support",
    "แจ้งวงเงินและแนวทางใช้งบประมาณให้อนุกรรมการทุกคน": "support",
    "จัดให้กลุ่มเกษตรกร 3 จังหวัดไปเรียนรู้ข้ามพื้นที่": "support",
}

NOMINATE_COORDINATOR = "เสนอชื่อผู้ประสานงานภาค 1 คน จากอนุกรรมการในภาค"
NOMINATE_12 = "เสนอชื่อผู้แทนกลุ่มจังหวัดแทนที่นั่งที่ 12"
NOMINATE_48 = "เสนอชื่อผู้แทนกลุ่มจังหวัดแทนที่นั่งที่ 48"
