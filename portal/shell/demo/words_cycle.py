"""The words of the living cycle: its twelve meetings, what came of them, and what is to come."""

from . import first_half_year, second_half_year
from .months import NOMINATE_12, NOMINATE_48, NOMINATE_COORDINATOR

MONTHS = [*first_half_year.MONTHS, *second_half_year.MONTHS]

# What nobody has finished yet, because the rest of the demonstration says so.
STILL_OPEN = {("east", NOMINATE_COORDINATOR), ("lower-north", NOMINATE_12), ("east", NOMINATE_48)}

# What was written down when an item was done; used in turn.
RESULTS = [
    "ทำเสร็จและส่งผลให้กองเลขาฯ แล้ว",
    "เสร็จแล้ว ที่ประชุมของภาคเห็นชอบ",
    "ดำเนินการครบทุกจังหวัดในภาค และแจ้งที่ประชุมแล้ว",
    "เสร็จตามกำหนด ใช้เป็นเอกสารประกอบการประชุมครั้งถัดมา",
    "เสร็จแล้ว มีข้อเสนอเพิ่มเติมซึ่งนำไปใส่ในรายงานประจำเดือน",
]

VENUES = [
    ("ห้องประชุมใหญ่ สำนักงานส่วนกลาง (ตัวอย่าง)", "กรุงเทพมหานคร"),
    ("ศูนย์เรียนรู้ชุมชน (ตัวอย่าง)", "พิษณุโลก"),
    ("ห้องประชุมสำนักงานภาค (ตัวอย่าง)", "ขอนแก่น"),
    ("ห้องประชุมใหญ่ สำนักงานส่วนกลาง (ตัวอย่าง)", "กรุงเทพมหานคร"),
    ("ศูนย์เรียนรู้ชุมชน (ตัวอย่าง)", "สงขลา"),
    ("ห้องประชุมสำนักงานภาค (ตัวอย่าง)", "ระยอง"),
]

# The meetings to come: what stands on their agendas under "to consider".
NEXT_TOPICS = [
    ("ตัวชี้วัดร่วมฉบับปรับแก้", 40),
    ("การเสนอชื่อผู้แทนในที่นั่งว่าง", 30),
    ("แผนการเวทีระดับภาคประจำปี", 45),
]
LATER_TOPICS = [
    ("ผลการจับคู่พื้นที่ต้นแบบกับตำบลข้างเคียง", 45),
    ("กรอบงบประมาณหนุนเสริมปีหน้า", 60),
]
