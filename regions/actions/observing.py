"""What the movement says to an accepted report, and what those who filed it answer (S94)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions import observation_letters
from regions.models import Observation, RegionalReport

from .gate import held

LONGEST = Observation._meta.get_field("text").max_length


@transaction.atomic
def observe(report: RegionalReport, *, section: str, text: str, by: User) -> Observation:
    """Said once; the same words of the same person to the same section are one."""
    report = held(report.pk)
    _require_accepted(report)
    _require_section(report, section)
    text = _written(text, "text")
    if said := report.observations.filter(section=section, text=text, by=by).first():
        return said
    said = report.observations.create(section=section, text=text, by=by, at=timezone.now())
    observation_letters.promise_observed(said)
    record("observation.made", said, by=by, report=report.pk, section=section)
    return said


@transaction.atomic
def answer_observation(observation: Observation, *, text: str, by: User) -> Observation:
    """Answered once, and never changed; the same words of the same person twice are one answer."""
    observation = _held(observation.pk)
    text = _written(text, "answer")
    if (observation.answer, observation.answered_by_id) == (text, by.pk):
        return observation
    if observation.answered_at:
        text = _("มีผู้ตอบข้อสังเกตนี้ไปก่อนท่าน โปรดอ่านคำตอบนั้นก่อน คำตอบของท่านยังไม่ได้บันทึก")
        raise RuleBroken(text, code="already-answered")
    observation.answer, observation.answered_by = text, by
    observation.answered_at = timezone.now()
    observation.save(update_fields=["answer", "answered_by", "answered_at"])
    observation_letters.promise_answered(observation)
    record("observation.answered", observation, by=by, report=observation.report_id)
    return observation


def _require_accepted(report: RegionalReport) -> None:
    if report.state != RegionalReport.State.ACCEPTED:
        text = _("รายงานนี้ยังไม่ผ่านหรือเปิดให้แก้อยู่ จึงยังรับข้อสังเกตไม่ได้ ข้อความของท่านยังไม่ได้บันทึก")
        raise RuleBroken(text, code="not-accepted")


def _require_section(report: RegionalReport, section: str) -> None:
    if not report.sections.filter(key=section).exists():
        words = RuleBroken(_("รายงานนี้ไม่มีส่วนที่เลือก"), code="no-section")
        raise RuleBroken({"section": words})


def _held(pk: int) -> Observation:
    """As it is now, ours until the transaction ends."""
    whole = Observation.objects.select_related(
        "report__round", "report__unit__region", "report__unit__province", "by__person"
    )
    return whole.select_for_update(of=("self",)).get(pk=pk)


def _written(text: str, box: str) -> str:
    text = text.strip()
    if not text:
        raise RuleBroken({box: RuleBroken(_("โปรดเขียนข้อความ"), code="no-text")})
    if len(text) > LONGEST:
        words = _("ยาวเกินไป เขียนได้ไม่เกิน %(most)s ตัวอักษร") % {"most": f"{LONGEST:,}"}
        raise RuleBroken({box: RuleBroken(words, code="too-long")})
    return text
