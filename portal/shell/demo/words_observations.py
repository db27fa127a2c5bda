"""What members of the demonstration say to last month's reports, and the answers: all made up."""

from typing import NamedTuple


class Said(NamedTuple):
    """Without ``answer`` it waits for one."""

    region: str
    section: str
    by: str
    text: str
    answer: str = ""


SAID = (
    Said(
        "lower-north", "certification", "member-1",
        "จำนวนองค์กรที่รับรองน้อยกว่าที่เวทีตำบลสรุปไว้ ขอให้ดูว่าตกหล่นตำบลใด",
    ),
    Said(
        "lower-north", "areas", "member-2",
        "ลงไปดูพื้นที่รูปธรรมมาแล้ว ทำจริงตามที่รายงาน ขอให้เพิ่มเรื่องกองทุนสวัสดิการไว้ด้วย",
        "ขอบคุณที่ช่วยยืนยัน จะเขียนเรื่องกองทุนสวัสดิการไว้ในรายงานเดือนถัดไป",
    ),
    Said(
        "south", "plans", "member-1",
        "แผนของภาคยังไม่บอกว่าตำบลใดทำก่อน ขบวนในพื้นที่จะได้เตรียมตัวทัน",
        "ลำดับของตำบลตกลงกันในเวทีภาคเดือนนี้ และจะแนบไว้กับรายงานฉบับต่อไป",
    ),
)  # fmt: skip
