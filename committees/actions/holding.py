"""Hold what an action is about until its transaction ends."""

from django.utils.translation import gettext as _

from committees.models import Issue
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Person
from regions.models import Province, Region


def hold(person: Person) -> None:
    """Nobody gives the person a place meanwhile, takes one away, or takes the person out.

    Who was chosen in a form may have been taken out of the register since.
    """
    if Person.objects.select_for_update(no_key=True).filter(pk=person.pk).first() is None:
        text = _("คนนี้ถูกลบออกจากทะเบียนแล้ว โปรดเลือกใหม่")
        raise RuleBroken({"person": RuleBroken(text, code="gone")})


def hold_place(place: Region | Province) -> None:
    """Nobody comes to speak for the place meanwhile, or to work for it."""
    type(place).objects.select_for_update(no_key=True).get(pk=place.pk)


def hold_issue(issue: Issue | None) -> None:
    """Nobody takes the issue off the list meanwhile; it may have been taken off since."""
    if issue is None:
        return
    if Issue.objects.select_for_update(no_key=True).filter(pk=issue.pk).first() is None:
        text = _("ประเด็นนี้ถูกลบออกจากรายการแล้ว โปรดเลือกใหม่")
        raise RuleBroken({"issue": RuleBroken(text, code="gone")})
