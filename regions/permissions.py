"""Who may do what to a region's report. What may be seen is ``visible_to``."""

from django.utils import timezone

from portal.kernel.models import User

from .models import RegionalPost, RegionalReport, rights_of

Role = RegionalPost.Role


def can_edit_report(user: User, report: RegionalReport) -> bool:
    """The region's coordinator and its officers fill it in."""
    return report.unit.region_id in rights_of(user).regions_as(Role.COORDINATOR, Role.OFFICER)


def can_submit_report(user: User, report: RegionalReport) -> bool:
    """The coordinator answers for the report; a region without one is filed by its officer."""
    rights, region = rights_of(user), report.unit.region_id
    if region in rights.regions_as(Role.COORDINATOR):
        return True
    return region in rights.regions_as(Role.OFFICER) and not _has_coordinator(region)


def can_withdraw_report(user: User, report: RegionalReport) -> bool:
    return can_submit_report(user, report)


def can_review_report(user: User, report: RegionalReport) -> bool:
    """The secretariat of the centre, and nobody about a region of their own."""
    rights = rights_of(user)
    return rights.is_secretariat and report.unit.region_id not in rights.regions


def _has_coordinator(region: int) -> bool:
    held = RegionalPost.objects.of(Role.COORDINATOR, on=timezone.localdate())
    return held.filter(region=region).exists()
