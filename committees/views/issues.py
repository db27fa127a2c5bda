"""The list of strategic issues, for the secretariat to keep (S20)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from committees.forms.issues import IssueDeletionForm, IssueForm, NewIssueForm
from committees.models import Issue
from committees.permissions import can_change_roster
from committees.queries.issues import issues_for_list, uses_of
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed


@asks
def issue_list(request):
    """The list, and below it the form for one more."""
    require(can_change_roster(request.user))
    form = NewIssueForm(typed(request), by=request.user)
    if form.saved():
        return done(request, _("เพิ่มประเด็นแล้ว"))
    context = {"form": form, "issues": issues_for_list()}
    return render(request, "committees/issue_list.html", context)


@asks
def issue_edit(request, code):
    require(can_change_roster(request.user))
    issue = get_object_or_404(Issue, code=code)
    form = IssueForm(typed(request), issue=issue, by=request.user)
    if form.saved():
        return done(request, _("บันทึกประเด็นแล้ว"))
    context = {"form": form, "issue": issue, "is_used": bool(uses_of(issue))}
    return render(request, "committees/issue_form.html", context)


@asks
def issue_deletion(request, code):
    """Asks once more, and says so when the issue is in use."""
    require(can_change_roster(request.user))
    issue = get_object_or_404(Issue, code=code)
    sent = {"sent": "1"} if request.method == "POST" else None
    form = IssueDeletionForm(sent, issue=issue, by=request.user)
    if form.saved():
        return done(request, _("ลบประเด็นแล้ว"))
    context = {"form": form, "issue": issue, "uses": uses_of(issue)}
    return render(request, "committees/issue_deletion.html", context)


def done(request, text):
    messages.success(request, text)
    return redirect("committees:issue-list")
