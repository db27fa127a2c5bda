"""Who may do what to a report. What may be seen is ``visible_to``.

A region, a province and the centre each fill in their own and are each checked by another: the
centre by those who asked it, a region by the centre, a province by the office of its region, or
where nobody of that office may, by the centre. Nobody checks what they filled in, nor what their
own place tells.
"""

from django.utils import timezone

from portal.kernel.models import User

from .models import (
    Extension,
    IndicatorTarget,
    Observation,
    Region,
    RegionalPost,
    RegionalReport,
    ReportingUnit,
    ReportSection,
    Revision,
    Rights,
    SupportRequest,
    rights_of,
)

Kind = ReportingUnit.Kind
Role = RegionalPost.Role
OFFICE = RegionalPost.OFFICE


def can_edit_report(user: User, report: RegionalReport) -> bool:
    """Its own people fill it in; a region's office helps its provinces."""
    rights = rights_of(user)
    if report.unit.kind == Kind.CENTRE:
        return rights.is_secretariat
    return _is_of_province(rights, report) or report.region_id in rights.regions_as(*OFFICE)


def can_edit_section(user: User, section: ReportSection) -> bool:
    """Whoever fills in the report, and the colleague of the same place to whom it was handed."""
    if can_edit_report(user, section.report):
        return True
    return section.handed_to_id == user.pk and _is_of_place(rights_of(user), section.report)


def can_have_typed(user: User, report: RegionalReport) -> bool:
    """Whoever fills it in, or a colleague to whom a section may have been lent: what they typed
    is shown to them though the section was taken back."""
    return can_edit_report(user, report) or _is_of_place(rights_of(user), report)


def can_hand_section(user: User, report: RegionalReport) -> bool:
    """Who fills in the report lends its sections; what was lent is lent no further."""
    return can_edit_report(user, report)


def can_submit_report(user: User, report: RegionalReport) -> bool:
    """Whoever answers for the place sends; where nobody does, an officer of its region."""
    if report.unit.kind == Kind.CENTRE:
        return rights_of(user).is_secretariat
    if report.unit.kind == Kind.PROVINCE:
        return _may_send_for_province(rights_of(user), report)
    return _may_send_for_region(rights_of(user), report)


def can_withdraw_report(user: User, report: RegionalReport) -> bool:
    return can_submit_report(user, report)


def can_review_report(user: User, report: RegionalReport) -> bool:
    return _is_reviewer_of(rights_of(user), report) and not has_filled(user, report)


def can_begin_review(user: User, report: RegionalReport) -> bool:
    return report.state in RegionalReport.WAITING and can_review_report(user, report)


def can_ask_revision(user: User, report: RegionalReport) -> bool:
    """Its own people ask to mend what was accepted, and so does who checks it."""
    return can_edit_report(user, report) or can_review_report(user, report)


def can_decide_revision(user: User, report: RegionalReport) -> bool:
    """Whoever checks the report opens it again, or says why not."""
    return can_review_report(user, report)


def can_contact_filers(user: User, report: RegionalReport) -> bool:
    """Whoever waits for the report reminds of it."""
    return _is_reviewer_of(rights_of(user), report)


def can_ask_extension(user: User, report: RegionalReport) -> bool:
    """Whoever must send it asks for more days."""
    return can_submit_report(user, report)


def can_answer_extension(user: User, extension: Extension) -> bool:
    """Whoever would check the report decides, and never over what they asked for themselves."""
    return extension.asked_by_id != user.pk and can_review_report(user, extension.report)


def can_withdraw_extension(user: User, extension: Extension) -> bool:
    """Whoever asked, as long as they speak for the place."""
    return extension.asked_by_id == user.pk and can_edit_report(user, extension.report)


def can_withdraw_revision(user: User, revision: Revision) -> bool:
    """Whoever asked, as long as they could ask."""
    return revision.asked_by_id == user.pk and can_ask_revision(user, revision.report)


def can_see_submissions(user: User, region: Region) -> bool:
    """How far each province of a region is: the region's people, and who reads everything."""
    rights = rights_of(user)
    return rights.sees_everything or region.pk in rights.regions


def has_filled(user: User, report: RegionalReport) -> bool:
    """``user`` sent it, or typed in it: of a report dressed ``for_list`` without a query."""
    typed = any(section.saved_by_id == user.pk for section in report.sections.all())
    return typed or report.submitted_by_id == user.pk


# -- By kind of unit ---------------------------------------------------------------


def _is_reviewer_of(rights: Rights, report: RegionalReport) -> bool:
    match report.unit.kind:
        case Kind.CENTRE:
            return rights.holds(Role.CO_CHAIR) and not rights.is_secretariat
        case Kind.PROVINCE if report.region_id in rights.regions_as(*OFFICE):
            return not _is_of_province(rights, report)
    return rights.is_secretariat and _is_checked_by_centre(rights, report)


def _is_checked_by_centre(rights: Rights, report: RegionalReport) -> bool:
    """A region's, and a province's that was in no region when the round opened or whose office has
    nobody to check it; none of a place they speak for."""
    if report.region_id in rights.regions or _is_of_province(rights, report):
        return False
    is_region = report.unit.kind == Kind.REGION
    return is_region or not report.region_id or report.is_checked_for_office


def _may_send_for_region(rights: Rights, report: RegionalReport) -> bool:
    region = report.unit.region_id
    if region in rights.regions_as(Role.COORDINATOR):
        return True
    return region in rights.regions_as(Role.OFFICER) and not _has(Role.COORDINATOR, region=region)


def _may_send_for_province(rights: Rights, report: RegionalReport) -> bool:
    if _is_of_province(rights, report):
        return True
    province = report.unit.province_id
    helps = report.region_id in rights.regions_as(*OFFICE)
    return helps and not _has(Role.PROVINCIAL, province=province)


def _is_of_place(rights: Rights, report: RegionalReport) -> bool:
    """Any post there will do: a manager or a co-chair may be asked to help, too."""
    if report.unit.kind == Kind.REGION:
        return report.unit.region_id in rights.regions
    return _is_of_province(rights, report)


def _is_of_province(rights: Rights, report: RegionalReport) -> bool:
    return report.unit.province_id in rights.provinces


def _has(role: str, **place) -> bool:
    held = RegionalPost.objects.of(role, on=timezone.localdate())
    return held.filter(**place).exists()


# -- What regions ask of the centre --------------------------------------------------


def can_answer_request(user: User, request: SupportRequest) -> bool:
    """Name who answers, and answer: the centre, and nobody what their own region asked."""
    rights = rights_of(user)
    return rights.is_secretariat and request.report.region_id not in rights.regions


def can_settle_request(user: User, request: SupportRequest) -> bool:
    """Say that it has come, or that it has not: the office of the region that asked."""
    return request.report.region_id in rights_of(user).regions_as(*OFFICE)


# -- What the movement says to a report -----------------------------------------------------


def can_observe(user: User, report: RegionalReport) -> bool:
    """Everybody signed in who reads it, but those who filed it: they answer."""
    is_own = can_edit_report(user, report) or has_filled(user, report)
    return user.is_authenticated and not is_own


def can_answer_observation(user: User, observation: Observation) -> bool:
    """Whoever fills in the report, and nobody what they said themselves."""
    return observation.by_id != user.pk and can_edit_report(user, observation.report)


# -- The synthesis of a month --------------------------------------------------------------


def can_write_synthesis(user: User) -> bool:
    """Draft, edit and publish: the secretariat; auditors read."""
    return rights_of(user).is_secretariat


# -- The targets that a region and the centre share ------------------------------------------


def target_side(user: User, region: Region) -> bool | None:
    """True for the region's side, False for the centre's, None for neither. Nobody is both: of
    a region of their own the centre's people are the region's, or nobody's."""
    rights = rights_of(user)
    if region.pk in rights.regions_as(*OFFICE):
        return True
    return False if rights.is_secretariat and region.pk not in rights.regions else None


def can_propose_target(user: User, region: Region) -> bool:
    return target_side(user, region) is not None


def can_answer_target(user: User, target: IndicatorTarget) -> bool:
    """The other side confirms or refuses, and never what the same person proposed before."""
    side = target_side(user, target.region)
    is_other = side is not None and side != target.by_region
    return is_other and target.proposed_by_id != user.pk


def can_withdraw_target(user: User, target: IndicatorTarget) -> bool:
    return target_side(user, target.region) == target.by_region
