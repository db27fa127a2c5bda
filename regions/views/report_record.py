"""What stands beside a report: who reviews it, who was reminded of it, and all that happened."""

from django.utils import timezone

from ..models import RegionalReport, rights_of
from ..permissions import can_ask_revision, can_contact_filers, can_edit_report, can_review_report
from ..report_history import activities_of, contacted, history_of, revisions_of
from ..reviewers import reviewers_of

State = RegionalReport.State


def record_of(request, report):
    """What happened, what was mended since it was accepted, and what may be done about it."""
    user, is_accepted = request.user, report.state == State.ACCEPTED
    activities, revisions = activities_of(report), revisions_of(report)
    may_contact = can_contact_filers(user, report)
    sees = may_contact or is_near(user, report)
    return {
        "history": history_of(report, activities, revisions, with_contacts=sees),
        "reviewers": reviewers_of(report, activities, on=timezone.localdate()),
        "revisions": revisions,
        "may_contact": report.is_editable and may_contact,
        "last_contact": last_contact_of(report) if report.is_editable and may_contact else None,
        "may_ask_revision": is_accepted and can_ask_revision(user, report),
        "may_decide_revision": is_accepted and can_review_report(user, report),
    }


def is_near(user, report):
    """Its own people, and who reads everything."""
    return rights_of(user).sees_everything or can_edit_report(user, report)


def last_contact_of(report):
    last = report.contacts.select_related("by__person").first()
    return contacted(last) if last else None
