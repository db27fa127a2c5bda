"""What members of the demonstration confirm of last month's reports or remark on them, and the
answers: all made up."""

from typing import NamedTuple

from regions.models import Observation

Kind = Observation.Kind


class Said(NamedTuple):
    """Without ``answer`` it waits for one, unless it confirms."""

    region: str
    section: str
    by: str
    text: str
    answer: str = ""
    kind: str = Kind.REMARK


SAID = (
    Said(
        "lower-north", "certification", "member-1",
        "จำนวนองค์กรที่รับรองน้อยกว่าที่เวทีตำบลสรุปไว้ ขอให้ดูว่าตกหล่นตำบลใด",
    ),
    Said(
        "lower-north", "areas", "member-2",
        "ลงพื้นที่เมื่อปลายเดือน ได้คุยกับกลุ่มในตำบลและเห็นของจริง ตรงตามที่รายงาน",
        kind=Kind.CONFIRMATION,
    ),
    Said(
        "lower-north", "areas", "coordinator-2",
        "พากลุ่มจากภาคใต้ไปแลกเปลี่ยนในพื้นที่สองวัน ได้เห็นการทำงานจริงตามที่เขียนไว้",
        kind=Kind.CONFIRMATION,
    ),
    Said(
        "lower-north", "highlights", "member-2",
        "ขอให้เล่าเรื่องกองทุนสวัสดิการที่เริ่มเดือนนี้ไว้ด้วย ตำบลอื่นจะได้เรียนตาม",
        "ขอบคุณที่บอก จะเขียนเรื่องกองทุนสวัสดิการไว้ในรายงานเดือนถัดไป",
    ),
    Said(
        "south", "plans", "member-1",
        "แผนของภาคยังไม่บอกว่าตำบลใดทำก่อน ขบวนในพื้นที่จะได้เตรียมตัวทัน",
        "ลำดับของตำบลตกลงกันในเวทีภาคเดือนนี้ และจะแนบไว้กับรายงานฉบับต่อไป",
    ),
)  # fmt: skip
