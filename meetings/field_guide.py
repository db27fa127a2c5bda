"""What a Word template of each kind may name, in words for whoever writes one."""

from django.utils.translation import gettext as _

from .models import WordTemplate

Kind = WordTemplate.Kind


def fields_of(kind: str) -> list[tuple[str, str]]:
    if kind == Kind.INVITATION:
        return _letters()
    return [*_head(), *(_minutes() if kind == Kind.MINUTES else []), *_body()]


def _head():
    return [
        ("title", _("ชื่อเอกสาร")),
        ("number", _("ครั้งที่")),
        ("subject", _("ชื่อเรื่องของการประชุม (อาจว่าง)")),
        ("when", _("วันเดือนปี")),
        ("where", _("สถานที่")),
        ("mark", _("คำว่า ร่าง (ว่างเมื่อไม่ใช่ร่าง)")),
    ]


def _minutes():
    return [
        ("present", _("รายการผู้มาประชุม แต่ละคนมี no, name, detail")),
        ("absent", _("รายการผู้ไม่มาประชุม แต่ละคนมี no, name, detail")),
        ("attending", _("รายการผู้เข้าร่วมประชุม แต่ละคนมี no, name, detail")),
        ("roll_note", _("ข้อความเมื่อไม่มีบันทึกผู้มาประชุม")),
        ("not_noted", _("ข้อความเมื่อยังบันทึกไม่ครบทุกที่นั่ง")),
        ("ended", _("เวลาเลิกประชุม")),
        ("note_taker", _("ผู้จดรายงานการประชุม")),
        ("checker", _("ผู้ตรวจรายงานการประชุม")),
    ]


def _body():
    return [("body", _("เนื้อหาทีละย่อหน้า แต่ละย่อหน้ามี style, lead, text, columns, rows"))]


def _letters():
    names = "number, agency, address, date, subject, to, reference, enclosed, paragraphs, closing"
    more = "signatory, signatory_position, unit, phone, name, position, attached"
    told = _("หนังสือทีละฉบับ แต่ละฉบับมี %(names)s") % {"names": f"{names}, {more}"}
    return [("letters", told), ("mark", _("ว่างเสมอในหนังสือเชิญ"))]
