"""What the movement confirms of an accepted report or remarks on it, and what those who filed it
answer (S94)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions import observation_letters
from regions.models import Observation, RegionalReport

from .gate import held, require_version

LONGEST = Observation._meta.get_field("text").max_length


@transaction.atomic
def observe(
    report: RegionalReport, *, section: str, kind: str, text: str, seen: int | None, by: User
) -> Observation:
    """Said of the report as it was ``seen``, and once: the same words of the same person to the
    same section are one, and one person confirms a section once as long as it says the same."""
    report = held(report.pk)
    _require_accepted(report)
    require_version(report, seen)
    about = {"section": section, "version": _version_of(report, section), "kind": kind, "by": by}
    text = _written(text, "text")
    if said := report.observations.filter(text=text, **about).first():
        return said
    _require_first(report, about)
    said = report.observations.create(text=text, at=timezone.now(), **about)
    observation_letters.promise_observed(said)
    record("observation.made", said, by=by, report=report.pk, section=section, kind=kind)
    return said


@transaction.atomic
def answer_observation(observation: Observation, *, text: str, by: User) -> Observation:
    """Answered once, and never changed; the same words of the same person twice are one answer."""
    observation = _held(observation.pk)
    text = _written(text, "answer")
    if (observation.answer, observation.answered_by_id) == (text, by.pk):
        return observation
    _require_remark(observation)
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
        text = _("รายงานนี้ยังไม่ผ่านหรือเปิดให้แก้อยู่ จึงยังรับข้อสังเกตและการยืนยันไม่ได้ ข้อความของท่านยังไม่ได้บันทึก")
        raise RuleBroken(text, code="not-accepted")


def _version_of(report: RegionalReport, section: str) -> int:
    row = report.sections.filter(key=section).first()
    if row is None:
        words = RuleBroken(_("รายงานนี้ไม่มีส่วนที่เลือก"), code="no-section")
        raise RuleBroken({"section": words})
    return row.version


def _require_first(report: RegionalReport, about: dict) -> None:
    """Of confirmations people are counted; of remarks each stands for itself."""
    if report.observations.confirming().filter(**about).exists():
        text = _("ท่านยืนยันผลของส่วนนี้ไว้แล้ว ถ้ามีเรื่องอื่นจะบอก เลือกข้อสังเกตหรือคำถาม")
        raise RuleBroken({"kind": RuleBroken(text, code="already-confirmed")})


def _require_remark(observation: Observation) -> None:
    if observation.is_confirmation:
        raise RuleBroken(_("การยืนยันผลไม่ต้องตอบ"), code="needs-no-answer")


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
