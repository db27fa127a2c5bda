"""One month of all regions in one text: drafted by the portal, edited by people, published once."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from regions.drafting import Paragraph
from regions.models import PointOrigin, ReportRound, Synthesis, SynthesisPoint
from regions.private_words import private_words_in
from regions.queries.synthesis import draft_of, figures_of, kin_of, not_accepted, points_of

from .figures import roll_up_month


@transaction.atomic
def draft_synthesis(report_round: ReportRound, *, by: User) -> Synthesis:
    """Begin it, or add what was accepted since. What people edited, moved or left out stays as
    it is; of the rest the words follow the reports."""
    roll_up_month(report_round)
    begun = {"drafted_at": timezone.now(), "drafted_by": by}
    synthesis = _begun(report_round, begun)
    draft = draft_of(report_round)
    if not draft and not synthesis.points.exists():
        raise RuleBroken(_("ยังไม่มีรายงานของภาคที่ผ่านแล้วในเดือนนี้ จึงยังร่างไม่ได้"), code="nothing-accepted")
    there = points_of(synthesis)
    added = _add(synthesis, there, draft)
    _follow(there, draft)
    Synthesis.objects.filter(pk=synthesis.pk).update(version=F("version") + 1, **begun)
    record("synthesis.drafted", synthesis, by=by, paragraphs=added)
    return synthesis


def _begun(report_round: ReportRound, begun: dict) -> Synthesis:
    """One a month, whoever comes at the same time."""
    ReportRound.objects.select_for_update().get(pk=report_round.pk)
    synthesis, _is_new = Synthesis.objects.get_or_create(round=report_round, defaults=begun)
    return _held(synthesis)


def _add(synthesis: Synthesis, there: Sequence[SynthesisPoint], draft: Iterable[Paragraph]) -> int:
    """Each under its heading, after what stands there."""
    known = {(origin.section_id, origin.field) for one in there for origin in one.origins.all()}
    fresh = [paragraph for paragraph in draft if paragraph.key not in known]
    last = max((point.position for point in there), default=0)
    points = SynthesisPoint.objects.bulk_create(
        _fresh_point(synthesis, one, at) for at, one in enumerate(fresh, last + 1)
    )
    PointOrigin.objects.bulk_create(
        PointOrigin(point=point, section=one.origin, field=one.field, quoted=one.quoted)
        for point, one in zip(points, fresh, strict=True)
    )
    return len(fresh)


def _fresh_point(synthesis: Synthesis, one: Paragraph, position: int) -> SynthesisPoint:
    return SynthesisPoint(
        synthesis=synthesis, section=one.section, position=position,
        drafted=one.text, text=one.text,
    )  # fmt: skip


def _follow(there: Iterable[SynthesisPoint], draft: Iterable[Paragraph]) -> None:
    """Untouched words are those of the reports as they stand now; what no report that is
    accepted says any more is left out."""
    told = {paragraph.key: paragraph for paragraph in draft}
    for point in there:
        origins = list(point.origins.all())
        if point.edited_at or point.is_left_out or len(origins) != 1:
            continue
        now = told.get((origins[0].section_id, origins[0].field))
        if now is None:
            _change(point, is_left_out=True)
        elif now.text != point.text:
            _change(point, drafted=now.text, text=now.text)
            origins[0].quoted = now.quoted
            origins[0].save(update_fields=["quoted"])


@transaction.atomic
def introduce_synthesis(
    synthesis: Synthesis, introduction: str, *, seen: str, by: User
) -> Synthesis:
    """ความนำ. ``seen`` is the one that stood there when the page was opened."""
    synthesis = _held(synthesis)
    if synthesis.introduction == introduction:
        return synthesis  # sent twice
    if synthesis.introduction != seen:
        raise RuleBroken(_stale(), code="stale")
    synthesis.introduction = introduction
    synthesis.save(update_fields=["introduction"])
    _turn(synthesis)
    record("synthesis.introduced", synthesis, by=by)
    return synthesis


@transaction.atomic
def edit_point(point: SynthesisPoint, text: str, *, version: int, by: User) -> SynthesisPoint:
    point = _held_point(point, version)
    _change(point, text=text, edited_at=timezone.now(), edited_by=by)
    record("synthesis.point_edited", point.synthesis, by=by, point=point.pk)
    return point


@transaction.atomic
def use_point(
    point: SynthesisPoint, *, is_left_out: bool, version: int, by: User
) -> SynthesisPoint:
    """Leave a paragraph out, or take it back: its words and its origins are kept either way."""
    point = _held_point(point, version)
    _change(point, is_left_out=is_left_out, edited_at=timezone.now(), edited_by=by)
    verb = "synthesis.point_left_out" if is_left_out else "synthesis.point_taken_back"
    record(verb, point.synthesis, by=by, point=point.pk)
    return point


@transaction.atomic
def merge_points(
    synthesis: Synthesis, points: Sequence[SynthesisPoint], text: str, *, seen: int, by: User
) -> SynthesisPoint:
    """One paragraph in the place of several of one heading, with the origins of all. The others
    are left out and keep their words. ``seen`` is the version of the synthesis that was read."""
    synthesis = _held(synthesis)
    if synthesis.version != seen:
        raise RuleBroken(_stale(), code="stale")
    chosen = {point.pk for point in points}
    merged, *others = _of_one_heading([one for one in points_of(synthesis) if one.pk in chosen])
    _make_one(merged, others, text=text, by=by)
    _turn(synthesis)
    record("synthesis.points_merged", synthesis, by=by, point=merged.pk, of=len(others) + 1)
    return merged


def _make_one(
    merged: SynthesisPoint, others: Sequence[SynthesisPoint], *, text: str, by: User
) -> None:
    edited = {"edited_at": timezone.now(), "edited_by": by}
    _change(merged, text=text, **edited)
    _lend_origins(merged, others)
    for other in others:
        _change(other, is_left_out=True, **edited)


def _of_one_heading(points: list[SynthesisPoint]) -> list[SynthesisPoint]:
    if len([point for point in points if not point.is_left_out]) < 2:
        raise RuleBroken(_("เลือกอย่างน้อยสองย่อหน้าที่ยังใช้อยู่ แล้วจึงรวม"), code="too-few")
    if len({kin_of(point) for point in points}) > 1:
        raise RuleBroken(_("รวมได้เฉพาะย่อหน้าใต้หัวข้อเดียวกัน"), code="another-heading")
    return [point for point in points if not point.is_left_out]


def _lend_origins(merged: SynthesisPoint, others: Iterable[SynthesisPoint]) -> None:
    PointOrigin.objects.bulk_create(
        [
            PointOrigin(point=merged, section_id=one.section_id, field=one.field, quoted=one.quoted)
            for other in others
            for one in other.origins.all()
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def move_point(point: SynthesisPoint, *, up: bool, by: User) -> None:
    """Past its neighbour under the same heading; the first does not go up, nor the last down."""
    synthesis = _held(point.synthesis)
    kin = kin_of(point)
    row = [one for one in points_of(synthesis) if not one.is_left_out and kin_of(one) == kin]
    at = next((at for at, one in enumerate(row) if one.pk == point.pk), None)
    other = None if at is None else at + (-1 if up else 1)
    if other is None or not 0 <= other < len(row):
        return
    here, there = row[at].position, row[other].position
    SynthesisPoint.objects.filter(pk=row[at].pk).update(position=there)
    SynthesisPoint.objects.filter(pk=row[other].pk).update(position=here)
    _turn(synthesis)
    record("synthesis.point_moved", synthesis, by=by, point=point.pk)


@transaction.atomic
def publish_synthesis(synthesis: Synthesis, *, version: int, by: User) -> Synthesis:
    """For everybody, for good: the text as it stands, and the numbers of this moment with their
    formula, n of N and the reports counted. Nothing in it changes any more."""
    roll_up_month(synthesis.round)
    synthesis = _held(synthesis)
    if synthesis.version != version:
        raise RuleBroken(_stale(), code="stale")
    points = [point for point in points_of(synthesis) if not point.is_left_out]
    _refuse_unready(synthesis, points)
    synthesis.figures = figures_of(synthesis.round)
    synthesis.published_at, synthesis.published_by = timezone.now(), by
    synthesis.save(update_fields=["figures", "published_at", "published_by"])
    _turn(synthesis)
    record("synthesis.published", synthesis, by=by, paragraphs=len(points))
    return synthesis


def _refuse_unready(synthesis: Synthesis, points: Sequence[SynthesisPoint]) -> None:
    if not points:
        raise RuleBroken(_("ฉบับนี้ยังไม่มีข้อความ จึงเผยแพร่ไม่ได้"), code="empty")
    if reopened := not_accepted(points):
        said = _("รายงานของ%(names)sถูกเปิดให้แก้หลังจากร่าง ร่างเพิ่มอีกครั้งเมื่อรายงานผ่านแล้ว หรือไม่ใช้ข้อความนั้น")
        raise RuleBroken(said % {"names": " ".join(reopened)}, code="reopened")
    if found := private_words_in([synthesis.introduction, *(point.text for point in points)]):
        said = _("ทุกคนอ่านฉบับที่เผยแพร่ได้ โปรดนำเบอร์โทรศัพท์ อีเมล หรือเลขประจำตัวออกก่อน: %(found)s")
        raise RuleBroken(said % {"found": " ".join(found)}, code="private")


# -- Held --------------------------------------------------------------------------------


def _held(synthesis: Synthesis) -> Synthesis:
    """As it is now, ours until the transaction ends; what is published is changed by nobody."""
    held = Synthesis.objects.select_for_update(of=("self",)).select_related("round")
    synthesis = held.get(pk=synthesis.pk)
    if synthesis.published_at:
        raise RuleBroken(_("ฉบับนี้เผยแพร่แล้ว จึงแก้ไม่ได้"), code="published")
    return synthesis


def _held_point(point: SynthesisPoint, version: int) -> SynthesisPoint:
    """With the synthesis it is of; stale is refused, and the synthesis turns with it."""
    synthesis = _held(point.synthesis)
    point = synthesis.points.get(pk=point.pk)
    if point.version != version:
        raise RuleBroken(_stale(), code="stale")
    _turn(synthesis)
    return point


def _change(point: SynthesisPoint, **changes: object) -> None:
    for name, value in (changes | {"version": point.version + 1}).items():
        setattr(point, name, value)
    point.save(update_fields=[*changes, "version"])


def _turn(synthesis: Synthesis) -> None:
    """Whoever read it before reads it again before merging or publishing."""
    synthesis.version += 1
    synthesis.save(update_fields=["version"])


def _stale() -> str:
    return _("มีผู้อื่นแก้ไปแล้วหลังจากท่านเปิดหน้านี้ โปรดดูข้อความล่าสุด แล้วบันทึกอีกครั้ง")
