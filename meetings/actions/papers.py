"""Keep the papers of a meeting: filed at an item or at the meeting, in versions, never lost."""

from collections.abc import Sequence
from contextlib import ExitStack
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Meeting, Paper, PaperDownload, PaperVersion
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.files import Upload, stored
from portal.kernel.models import Once, User

FOLDER = "papers"


@transaction.atomic
def file_papers(
    meeting: Meeting,
    item: AgendaItem | None,
    papers: Sequence[tuple[str, Upload]],
    *,
    token: UUID,
    by: User,
) -> list[Paper]:
    """File what one form brought, (title, file) of each: all or nothing, and once."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return list(Paper.objects.filter(pk__in=filter(None, once.result.split(","))))
    filed = _file(meeting, item, papers, by=by)
    Once.objects.filter(token=token).update(result=",".join(str(paper.pk) for paper in filed))
    return filed


@transaction.atomic
def add_version(paper: Paper, upload: Upload, *, token: UUID, by: User) -> PaperVersion:
    """A later file of a paper; the earlier ones stay readable. Sent twice, it is one version."""
    once, is_new = Once.objects.get_or_create(token=token)
    if not is_new:
        return PaperVersion.objects.get(pk=once.result)
    _hold(paper)
    last = paper.versions.aggregate(last=Max("number"))["last"]
    with stored(upload, FOLDER) as name:
        version = _write_version(paper, last + 1, name, upload, by)
    Once.objects.filter(token=token).update(result=str(version.pk))
    record("paper.renewed", paper, by=by, version=version.pk)
    return version


@transaction.atomic
def move_paper(
    paper: Paper, meeting: Meeting, item: AgendaItem | None = None, *, by: User
) -> Paper:
    """Put a paper that was filed at the wrong place where it belongs, with all its versions."""
    _hold_place(meeting, item)
    was = _hold(paper)
    if (was.meeting_id, was.item_id) == (meeting.pk, item and item.pk):
        raise RuleBroken({"place": _("เอกสารอยู่ที่นี่อยู่แล้ว เลือกที่อื่น")}, code="same-place")
    paper.meeting, paper.item, paper.position = meeting, item, _next_position(meeting, item)
    paper.save(update_fields=["meeting", "item", "position"])
    record("paper.moved", paper, by=by, meeting=was.meeting_id, item=was.item_id)
    return paper


@transaction.atomic
def retitle_paper(paper: Paper, title: str, *, by: User) -> Paper:
    _hold(paper)
    paper.title = title
    paper.save(update_fields=["title"])
    record("paper.retitled", paper, by=by)
    return paper


@transaction.atomic
def remove_paper(paper: Paper, *, by: User) -> Paper:
    """Take a paper off its meeting. Its row, its files and who took them stay on record."""
    _hold(paper)
    paper.removed_at = timezone.now()
    paper.save(update_fields=["removed_at"])
    record("paper.removed", paper, by=by)
    return paper


def note_download(version: PaperVersion, *, by: User) -> PaperDownload:
    """Write down who took which file: for the audit, so nothing of the paper changes."""
    return PaperDownload.objects.create(version=version, by=by, at=timezone.now())


def _file(
    meeting: Meeting, item: AgendaItem | None, papers: Sequence[tuple[str, Upload]], *, by: User
) -> list[Paper]:
    """Where one of them fails, the files of all are gone again."""
    _hold_place(meeting, item)
    place, position, filed = {"meeting": meeting, "item": item}, _next_position(meeting, item), []
    with ExitStack() as files:
        for at, (title, upload) in enumerate(papers):
            name = files.enter_context(stored(upload, FOLDER))
            paper = Paper.objects.create(**place, position=position + at, title=title)
            _write_version(paper, 1, name, upload, by)
            filed.append(paper)
            record("paper.filed", paper, by=by, meeting=meeting.pk, item=item and item.pk)
    return filed


def _write_version(paper: Paper, number: int, name: str, upload: Upload, by: User) -> PaperVersion:
    return PaperVersion.objects.create(
        paper=paper,
        number=number,
        file=name,
        file_name=upload.name,
        size=upload.content.size,
        uploaded_at=timezone.now(),
        uploaded_by=by,
    )


def _hold_place(meeting: Meeting, item: AgendaItem | None) -> None:
    """The meeting's row is locked, so that no revision of its plan strikes the item meanwhile."""
    held = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    if held.state == Meeting.State.CANCELLED:
        raise RuleBroken(_("การประชุมนี้ยกเลิกแล้ว รับเอกสารไม่ได้"), code="cancelled")
    if item and not held.items.filter(pk=item.pk).exists():
        raise RuleBroken(_("วาระนี้ไม่มีในการประชุมนี้แล้ว โปรดเปิดหน้านี้ใหม่"), code="no-item")


def _hold(paper: Paper) -> Paper:
    """The paper's row as it stands, locked: one change comes after the other."""
    held = Paper.objects.select_for_update(no_key=True).get(pk=paper.pk)
    if held.removed_at:
        raise RuleBroken(_("เอกสารนี้ถูกนำออกแล้ว"), code="removed")
    return held


def _next_position(meeting: Meeting, item: AgendaItem | None) -> int:
    beside = Paper.objects.filter(meeting=meeting, item=item)
    return (beside.aggregate(last=Max("position"))["last"] or 0) + 1
