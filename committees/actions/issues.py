"""The list of strategic issues, which the secretariat keeps (S20)."""

from django.db import transaction
from django.utils.translation import gettext as _

from committees.models import Issue
from committees.queries.issues import uses_of
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .codes import next_number


@transaction.atomic
def create_issue(*, name: str, name_en: str, by: User) -> Issue:
    """Put an issue at the end of the list, which is locked: one is added at a time."""
    last = max(Issue.objects.select_for_update().values_list("position", flat=True), default=0)
    refuse_namesake(name)
    number = next_number(Issue)
    issue = Issue.objects.create(
        pk=number, code=f"issue-{number}", name=name, name_en=name_en, position=last + 1
    )
    record("issue.created", issue, by=by)
    return issue


@transaction.atomic
def revise_issue(issue: Issue, *, by: User, **changes: str | int) -> Issue:
    """Change the words or the place of an issue; only what is named. Its code stays."""
    issue = Issue.objects.select_for_update().get(pk=issue.pk)
    for name, value in changes.items():
        setattr(issue, name, value)
    refuse_namesake(issue.name, other_than=issue)
    issue.save(update_fields=list(changes))
    record("issue.revised", issue, by=by, fields=sorted(changes))
    return issue


@transaction.atomic
def delete_issue(issue: Issue, *, by: User) -> None:
    """Take an issue that nothing hangs on off the list."""
    issue = Issue.objects.select_for_update().get(pk=issue.pk)
    if uses_of(issue):
        raise RuleBroken(_("ประเด็น “%(name)s” ใช้อยู่ จึงลบไม่ได้") % {"name": issue.name}, code="in-use")
    record("issue.deleted", issue, by=by)
    issue.delete()


def refuse_namesake(name: str, *, other_than: Issue | None = None) -> None:
    others = Issue.objects.filter(name=name)
    if (others.exclude(pk=other_than.pk) if other_than else others).exists():
        raise RuleBroken({"name": _("มีประเด็นชื่อนี้แล้ว")})
