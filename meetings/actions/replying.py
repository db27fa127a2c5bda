"""Answer an invitation: by the link in the letter, in the portal, or on the telephone.

The last answer before the meeting begins stands, earlier ones stay in the history.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.links import moment_of
from meetings.models import Invitation, Meeting
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.thai import weekday_date

Answer, Via = Invitation.Answer, Invitation.Via


@transaction.atomic
def answer_invitation(
    invitation: Invitation, *, begins: int, via: str, by: User | None = None, **answer: str
) -> Invitation:
    """Say whether the person invited comes, does not, or sends somebody else (:func:`_said`).
    ``by`` answers in the portal or notes a telephone call; by a link it is nobody."""
    invitation = _hold(invitation, begins)
    if via == Via.PHONE:
        _note_call(invitation, by)
    said = _said(**answer)
    if via == Via.LINK:
        said = _with_what_a_link_hides(invitation, said)
    _refuse_nameless(said)
    if not _is_said(invitation, said):
        _write(invitation, said, via=via, by=by)
    return invitation


def _hold(invitation: Invitation, begins: int) -> Invitation:
    """The invitation as it stands, while it may be answered: an answer for a day before a move is
    none for the day after (``begins`` is ``moment_of`` the meeting as it was read). The meeting's
    row is held: nobody moves it while somebody answers."""
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=invitation.meeting_id)
    _refuse_too_late(meeting)
    _refuse_moved(meeting, begins)
    held = Invitation.objects.select_for_update(of=["self"]).get(pk=invitation.pk)
    _refuse_unseated(held)
    return held


def _said(answer: str, reason: str = "", substitute_name: str = "") -> dict[str, str]:
    """The columns of an answer: what belongs to another one is not kept."""
    return {
        "answer": answer,
        "answer_reason": reason if answer == Answer.DECLINED else "",
        "substitute_name": substitute_name if answer == Answer.SUBSTITUTE else "",
    }


def _with_what_a_link_hides(invitation: Invitation, said: dict[str, str]) -> dict[str, str]:
    """The page of a link shows no reason and no name, so one left out there is that of before."""
    if invitation.answer != said["answer"]:
        return said
    return {name: value or getattr(invitation, name) for name, value in said.items()}


def _refuse_nameless(said: dict[str, str]) -> None:
    if said["answer"] == Answer.SUBSTITUTE and not said["substitute_name"]:
        raise RuleBroken({"substitute_name": _("เขียนชื่อผู้แทน")}, code="nameless")


def _refuse_too_late(meeting: Meeting) -> None:
    if meeting.state == Meeting.State.CANCELLED:
        raise RuleBroken(_("การประชุมนี้ยกเลิกแล้ว"), code="cancelled")
    if meeting.state != Meeting.State.CALLED or meeting.has_begun(at=timezone.now()):
        raise RuleBroken(_("การประชุมเริ่มแล้ว จึงปิดรับคำตอบ"), code="begun")


def _refuse_moved(meeting: Meeting, begins: int) -> None:
    if moment_of(meeting) != begins:
        raise RuleBroken(
            _("การประชุมเลื่อนเป็น%(day)s แล้ว โปรดดูวันใหม่แล้วตอบอีกครั้ง")
            % {"day": weekday_date(meeting.starts_on)},
            code="moved",
        )


def _refuse_unseated(invitation: Invitation) -> None:
    if not Invitation.objects.filter(pk=invitation.pk).seated().exists():
        raise RuleBroken(_("ผู้ที่ได้รับเชิญไม่ได้อยู่ในตำแหน่งตามคำเชิญแล้ว จึงรับคำตอบไม่ได้"), code="not-seated")


def _note_call(invitation: Invitation, by: User) -> None:
    if invitation.phoned_at is None:
        invitation.phoned_at, invitation.phoned_by = timezone.now(), by
        invitation.save(update_fields=["phoned_at", "phoned_by"])
        record("invitation.phoned", invitation, by=by)


def _is_said(invitation: Invitation, said: dict[str, str]) -> bool:
    return all(getattr(invitation, name) == value for name, value in said.items())


def _write(invitation: Invitation, said: dict[str, str], *, via: str, by: User | None) -> None:
    columns = said | {
        "answered_at": timezone.now(),
        "answered_via": via,
        "answer_noted_by": by if via == Via.PHONE else None,
    }
    for name, value in columns.items():
        setattr(invitation, name, value)
    invitation.save(update_fields=list(columns))
    record("invitation.answered", invitation, by=by, answer=said["answer"], via=via)
