"""Prepare what official documents are made with: the letterhead, the number of a letter, and the
secretariat's own Word templates."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee
from meetings.documents.trial import fault_of
from meetings.models import Letterhead, Meeting, WordTemplate
from meetings.queries.documents import number_and_reference
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.files import Upload, stored
from portal.kernel.models import User

FOLDER = "templates"


@transaction.atomic
def write_letterhead(
    committee: Committee, words: dict[str, str], *, seen: dict[str, str], by: User
) -> Letterhead:
    """``seen`` are the words the form was opened with: what somebody wrote meanwhile stands."""
    Committee.objects.select_for_update().get(pk=committee.pk)
    letterhead = Letterhead.objects.filter(committee=committee).first()
    if letterhead is None:
        letterhead = Letterhead.objects.create(committee=committee, **words)
    elif any(getattr(letterhead, name) != seen.get(name) for name in words):
        raise RuleBroken(_stale(), code="stale")
    else:
        for name, text in words.items():
            setattr(letterhead, name, text)
        letterhead.save(update_fields=[*words])
    record("letterhead.written", committee, by=by)
    return letterhead


@transaction.atomic
def number_letter(
    meeting: Meeting, number: str, reference: str = "", *, seen: str, by: User
) -> Meeting:
    """เลขที่หนังสือ, given by the registry, often after the meeting was called; and which earlier
    letter this one follows (อ้างถึง)."""
    was = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if number_and_reference(was) != seen:
        raise RuleBroken(_stale(), code="stale")
    meeting.letter_number, meeting.letter_reference = number, reference
    meeting.save(update_fields=["letter_number", "letter_reference"])
    record("meeting.letter_numbered", meeting, by=by)
    return meeting


def replace_word_template(kind: str, upload: Upload, *, by: User) -> WordTemplate:
    """Put a template of the secretariat's in the place of ours, once it was tried."""
    upload.content.seek(0)
    fault = fault_of(upload.content.read(), kind)
    upload.content.seek(0)
    if fault:
        raise RuleBroken({"upload": _fault_in_words(*fault)}, code=f"template-{fault[0]}")
    return _keep_template(kind, upload, by=by)


@transaction.atomic
def _keep_template(kind: str, upload: Upload, *, by: User) -> WordTemplate:
    with stored(upload, FOLDER) as name:
        template = WordTemplate.objects.create(
            kind=kind, file=name, file_name=upload.name, size=upload.content.size,
            uploaded_at=timezone.now(), uploaded_by=by,
        )  # fmt: skip
        record("word_template.replaced", template, by=by)
    return template


@transaction.atomic
def retire_word_template(template: WordTemplate, *, by: User) -> WordTemplate:
    """Ours is used again; the file stays for the record."""
    now = timezone.now()
    still = WordTemplate.objects.filter(pk=template.pk, retired_at=None)
    if not still.update(retired_at=now):
        raise RuleBroken(_("เลิกใช้แม่แบบนี้แล้ว ขณะนี้ใช้แม่แบบของระบบ"), code="already-retired")
    template.retired_at = now
    record("word_template.retired", template, by=by)
    return template


def _stale() -> str:
    return _(
        "มีผู้อื่นแก้ไปแล้วหลังจากท่านเปิดหน้านี้ ดูข้อความล่าสุดใต้แบบฟอร์ม ถ้ายังต้องการใช้ข้อความของท่าน กดบันทึกอีกครั้ง"
    )


def _fault_in_words(code: str, said: str) -> str:
    words = {
        "unknown": _("แม่แบบนี้มีช่อง {{ %(said)s }} ที่ระบบไม่รู้จัก ดูชื่อช่องที่ใช้ได้ในหน้านี้"),
        "unknown-part": _("แม่แบบนี้ใช้ส่วนย่อยที่ระบบไม่มีข้อมูล (%(said)s)"),
        "syntax": _("เครื่องหมาย {{ }} หรือ {% %} ในแม่แบบไม่ครบหรือผิดที่ ใกล้ข้อความ “%(said)s”"),
        "forbidden": _("แม่แบบนี้ใช้คำสั่ง %(said)s ซึ่งไม่อนุญาต ใช้ได้เฉพาะช่องข้อมูล if และ for"),
        "not-a-part": _("รายการซ้อนกันในแม่แบบต้องเป็นส่วนหนึ่งของรายการชั้นนอก"),
        "too-many-lists": _("แม่แบบนี้มีรายการหรือเครื่องหมายปีกกามากเกินไป"),
        "too-large": _("แม่แบบนี้ใหญ่เกินไป โปรดย่อภาพในไฟล์"),
        "too-long": _("แม่แบบนี้ใช้เวลานานเกินไป จึงรับไว้ไม่ได้"),
        "brings-along": _("แม่แบบนี้เชื่อมไฟล์จากที่อื่นหรือฝังวัตถุไว้ โปรดนำออกก่อน"),
    }
    unreadable = _("เปิดไฟล์นี้เป็นเอกสาร Word ไม่ได้ โปรดบันทึกใหม่จาก Word เป็น .docx")
    return words.get(code, unreadable).replace("%(said)s", said)
