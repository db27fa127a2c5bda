"""Who may do what to a meeting and to what it assigned. Seeing is ``visible_to``.

Whatever is done to a meeting is asked of its body: the central secretariat works for every body,
the coordinator and the officers of a region for the bodies of their own region and its provinces.
"""

from datetime import date

from django.db.models import Q, QuerySet

from committees.models import Committee
from portal.kernel.models import User
from regions.models import RegionalPost, rights_of

from .models import ActionItem, BreakoutGroup, Meeting, Minutes

Role = RegionalPost.Role
WORKING = (Role.COORDINATOR, Role.OFFICER)  # who plans, holds and records for a region


def can_plan_for(user: User, body: Committee) -> bool:
    """Only the bodies of regions and provinces have a region."""
    rights = rights_of(user)
    return rights.is_secretariat or body.region_id in rights.regions_as(*WORKING)


def worked_for(user: User, path: str = "") -> Q:
    """The same of a queryset: ``path`` leads from its rows to the body."""
    rights = rights_of(user)
    return Q() if rights.is_secretariat else Q(**{f"{path}region__in": rights.regions_as(*WORKING)})


def bodies_planned_by(user: User, *, on: date) -> QuerySet[Committee]:
    """The bodies of that day whose meetings ``user`` plans, the 67 first. The secretariat itself
    is none: its roster is posts, and nobody is called to it."""
    bodies = Committee.objects.in_force(on=on).exclude(kind=Committee.Kind.SECRETARIAT)
    return bodies.filter(worked_for(user)).select_related("region", "province").in_order_of_kind()


def can_plan_any_meeting(user: User, *, on: date) -> bool:
    return bodies_planned_by(user, on=on).exists()


def can_plan_meeting(user: User, meeting: Meeting) -> bool:
    """Revise, move and cancel are one work with planning."""
    return can_plan_for(user, meeting.committee)


def can_call_meeting(user: User, meeting: Meeting) -> bool:
    return can_plan_for(user, meeting.committee)


def can_read_invitations(user: User, meeting: Meeting) -> bool:
    """Names with telephone numbers: for who rings them, and for the auditors, who read all."""
    return rights_of(user).sees_everything or can_plan_for(user, meeting.committee)


def can_note_phone_call(user: User, meeting: Meeting) -> bool:
    return can_plan_for(user, meeting.committee)


def can_hold_meeting(user: User, meeting: Meeting) -> bool:
    """Open and close it, note who came, and record what is said and decided."""
    return can_plan_for(user, meeting.committee)


def can_write_record(user: User, meeting: Meeting) -> bool:
    """What is said, decided and assigned, while it sits and afterwards: whoever holds it."""
    return can_hold_meeting(user, meeting)


def can_write_for_group(user: User, group: BreakoutGroup) -> bool:
    """Whoever holds the meeting, and the group's own note-taker."""
    is_noting = group.note_taker is not None and group.note_taker.user_id == user.pk
    return is_noting or can_hold_meeting(user, group.sitting.meeting)


def can_read_draft_summary(user: User, meeting: Meeting) -> bool:
    return rights_of(user).sees_everything or can_plan_for(user, meeting.committee)


def can_write_letters(user: User, meeting: Meeting) -> bool:
    """The letterhead of a body, the number of a letter, and the letters themselves."""
    return can_plan_for(user, meeting.committee)


def can_read_draft_minutes(user: User, meeting: Meeting) -> bool:
    """Until they are adopted: for who writes them, and for the auditors, who read all."""
    return rights_of(user).sees_everything or can_plan_for(user, meeting.committee)


def can_read_minutes(user: User, minutes: Minutes) -> bool:
    """``Minutes.objects.visible_to`` of one row: circulated once, or the reader writes, checks or
    audits them."""
    return Minutes.objects.visible_to(user).filter(pk=minutes.pk).exists()


def can_keep_minutes(user: User, meeting: Meeting) -> bool:
    """Begin, circulate, propose and take them back, answer whoever objects, write down their
    adoption, and afterwards the errata: one work, of whoever holds the meeting."""
    return can_hold_meeting(user, meeting)


def can_check_minutes(user: User, minutes: Minutes) -> bool:
    """Whoever keeps them, and the one named as their checker."""
    is_checker = minutes.checker is not None and minutes.checker.user_id == user.pk
    return is_checker or can_keep_minutes(user, minutes.meeting)


def can_ask_for_correction(user: User, minutes: Minutes) -> bool:
    """Whoever was called to the meeting, held a place in it or came."""
    person, meeting = getattr(user, "person", None), minutes.meeting
    if person is None:
        return False
    came = meeting.attendances.filter(Q(person=person) | Q(holder=person))
    return meeting.invitations.filter(person=person).exists() or came.exists()


def can_write_summary(user: User, meeting: Meeting) -> bool:
    """Write, check, publish and withdraw the executive summary."""
    return can_hold_meeting(user, meeting)


def can_replace_word_templates(user: User) -> bool:
    """One set for every body: the central secretariat's."""
    return rights_of(user).is_secretariat


def can_keep_papers(user: User, meeting: Meeting) -> bool:
    """File a paper, renew, retitle, move and take it off are one work."""
    return can_plan_for(user, meeting.committee)


def can_read_downloads(user: User, meeting: Meeting) -> bool:
    """Who took which paper: for who keeps them, and for the auditors, who read all."""
    return rights_of(user).sees_everything or can_plan_for(user, meeting.committee)


def can_complete_action_item(user: User, item: ActionItem) -> bool:
    """Whoever works for the body that decided. A region answers by its report; a result without
    one only the central secretariat writes down."""
    if item.region_id:
        return rights_of(user).is_secretariat
    return can_plan_for(user, item.resolution.meeting.committee)


def can_leave_out_carried_item(user: User, meeting: Meeting) -> bool:
    """What stands on the agenda is part of planning."""
    return can_plan_for(user, meeting.committee)


def can_settle_carried_item(user: User, meeting: Meeting) -> bool:
    """Whoever records the meeting; while it sits also its chair, a co-chair of the regions or, in
    a region's body, that region's."""
    if can_hold_meeting(user, meeting):
        return True
    chaired = rights_of(user).regions_as(Role.CO_CHAIR)
    body, is_sitting = meeting.committee, meeting.state == Meeting.State.IN_SESSION
    is_of_the_67 = body.kind == Committee.Kind.SUBCOMMITTEE
    return is_sitting and (bool(chaired) if is_of_the_67 else body.region_id in chaired)


def can_supersede_resolution(user: User) -> bool:
    """The register is the central secretariat's."""
    return rights_of(user).is_secretariat
