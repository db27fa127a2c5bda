"""Who may do what to the 67. What may be seen starts at the queries."""

from portal.kernel.models import Person, User
from regions.models import Region, RegionalPost, rights_of

Role = RegionalPost.Role


def can_change_roster(user: User) -> bool:
    """The secretariat of the centre keeps seats, posts, bodies, orders and people."""
    return rights_of(user).is_secretariat


def can_read_findings(user: User) -> bool:
    """The secretariat, which mends them, and the auditors, who read everything (S23)."""
    return rights_of(user).sees_everything


def can_invite_person(user: User) -> bool:
    return can_change_roster(user)


def can_change_contacts(user: User, person: Person) -> bool:
    """The secretariat, and everybody their own."""
    return can_change_roster(user) or is_oneself(user, person)


def is_oneself(user: User, person: Person) -> bool:
    return user.is_authenticated and person.user_id == user.pk


def can_name_delegates(user: User, region: Region | None) -> bool:
    """A region's coordinator and officers name its delegates; the secretariat names anybody's."""
    rights = rights_of(user)
    if rights.is_secretariat:
        return True
    return region is not None and region.pk in rights.regions_as(Role.COORDINATOR, Role.OFFICER)
