"""Made-up data with something in every field: a Word template is tried with it."""

from portal.kernel.papers.paper import Document

from .agenda import agenda
from .form11 import minutes
from .letter import invitations
from .resolutions import NOT_ADOPTED, decisions, extract
from .summary import summary

TEXT = "ข้อความตัวอย่าง"
ASKED = {"title": TEXT, "owners": ["ภาคตัวอย่าง"], "due": "ภายในวันที่ 30 มิถุนายน 2550"}
RESOLUTION = {"number": 1, "text": TEXT, "quorum": TEXT, "assignments": [ASKED]}
PARAGRAPHS = [
    {"kind": "statement", "speaker": "ผู้พูดตัวอย่าง ประธาน", "text": TEXT},
    {"kind": "opinions", "heading": TEXT, "rows": [{"text": TEXT, "parts": [TEXT]}]},
    {
        "kind": "diagram",
        "heading": TEXT,
        "text": TEXT,
        "columns": ["ที่", "เรื่อง"],
        "rows": [["1", TEXT]],
    },
]
ITEM = {
    "number": "5.1", "title": TEXT, "presenter": "ผู้เสนอตัวอย่าง", "minutes": 30,
    "paragraphs": PARAGRAPHS, "resolutions": [RESOLUTION], "noted": "ที่ประชุมรับทราบ",
}  # fmt: skip
BODY = {
    "title": "รายงานการประชุมคณะตัวอย่าง", "number": "ครั้งที่ 1/2550", "subject": TEXT,
    "kind": "การประชุม", "committee": "คณะตัวอย่าง",
    "when": "เมื่อวันอังคารที่ 12 มิถุนายน พ.ศ. 2550", "hours": "09.00–16.30 น.", "where": "ณ ห้องประชุม",
    "present": [{"name": "ผู้มาตัวอย่าง", "position": "ผู้แทน", "instead_of": "ผู้อื่น", "mode": ""}],
    "absent": [{"name": "ผู้ไม่มาตัวอย่าง", "position": "ผู้แทน", "reason": "ลา"}],
    "attending": [{"name": "ผู้เข้าร่วมตัวอย่าง", "position": "หน่วยงาน"}],
    "not_noted": 1, "roll_note": "", "objectives": [TEXT], "began": "เริ่มประชุมเวลา 09.00 น.",
    "nothing": "ไม่มี", "next": TEXT, "ended": "เลิกประชุมเวลา 16.30 น.",
    "sections": [{"number": 5, "heading": TEXT, "paragraphs": [], "items": [ITEM]}],
    "note_taker": "ผู้จดตัวอย่าง", "checker": "ผู้ตรวจตัวอย่าง",
}  # fmt: skip
LETTER = {
    "number": "พอช. 1/2550", "agency": "หน่วยงานตัวอย่าง", "address": "ที่อยู่ตัวอย่าง",
    "date": "1 มิถุนายน 2550",
    "subject": TEXT, "to": "ผู้รับตัวอย่าง", "name": "ผู้รับตัวอย่าง", "position": "ผู้แทน",
    "reference": TEXT, "enclosed": TEXT, "paragraphs": [TEXT], "closing": "ขอแสดงความนับถือ",
    "signatory": "ผู้ลงนามตัวอย่าง", "signatory_position": "ตำแหน่ง", "unit": "กองเลขานุการ",
    "phone": "02 000 0000",
}  # fmt: skip


def sample(kind: str) -> Document:
    match kind:
        case "minutes":
            return minutes(BODY, mark="ร่าง")
        case "invitation":
            return invitations([LETTER, LETTER], BODY)
        case "extract":
            return extract(BODY, 1, standing=NOT_ADOPTED)
        case "decisions":
            return decisions(BODY, standing=NOT_ADOPTED)
        case "agenda":
            return agenda(BODY, mark="ร่าง")
    return summary(BODY, f"{TEXT}\n{TEXT}")
