"""Who may do what to a meeting and to what it assigned. Seeing is ``visible_to``."""

from portal.kernel.models import User
from regions.models import RegionalPost, rights_of

from .models import ActionItem

Role = RegionalPost.Role


def can_plan_meeting(user: User) -> bool:
    """Plan, revise, call, move and cancel are one work: the central secretariat's."""
    return rights_of(user).is_secretariat


def can_call_meeting(user: User) -> bool:
    return rights_of(user).is_secretariat


def can_read_invitations(user: User) -> bool:
    """Names with telephone numbers: the secretariat's, and the auditors' who read all."""
    return rights_of(user).sees_everything


def can_note_phone_call(user: User) -> bool:
    return rights_of(user).is_secretariat


def can_hold_meeting(user: User) -> bool:
    """Open and close it, and note who came: the central secretariat's, which writes the minutes."""
    return rights_of(user).is_secretariat


def can_read_draft_summary(user: User) -> bool:
    return rights_of(user).sees_everything


def can_keep_papers(user: User) -> bool:
    """File a paper, renew, retitle, move and take it off are one work: the secretariat's."""
    return rights_of(user).is_secretariat


def can_read_downloads(user: User) -> bool:
    """Who took which paper: the secretariat's, and the auditors' who read all."""
    return rights_of(user).sees_everything


def can_complete_action_item(user: User, item: ActionItem) -> bool:
    """The secretariat, and for a region's item the region's coordinator or officer."""
    rights = rights_of(user)
    return rights.is_secretariat or (
        item.region_id in rights.regions_as(Role.COORDINATOR, Role.OFFICER)
    )
