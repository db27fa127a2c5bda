"""What colleagues have asked a person to fill in, as lines of a to-do list."""

from datetime import date

from django.utils.translation import gettext as _

from portal.kernel.models import User
from portal.kernel.names import named
from portal.kernel.thai import month_and_year
from regions.models import ReportSection, rights_of
from regions.queries.colleagues import sections_waiting_for
from regions.sections import section_of

from .waiting import Waiting, punctuality


def for_person(user: User, *, on: date) -> list[Waiting]:
    """Sections that may still be typed: one statement, for whoever has a post."""
    if not rights_of(user).posts:
        return []
    sections = sections_waiting_for(user)
    return [lent(section, on=on) for section in sections if section.report.takes_answers(on=on)]


def lent(section: ReportSection, *, on: date) -> Waiting:
    report = section.report
    words = {"number": section.position, "title": section_of(section.key).title}
    month = {"unit": named(report.unit), "month": month_and_year(report.round.month)}
    return Waiting(
        due_on=report.on_time_until,
        icon="pencil",
        title=_("ช่วยกรอกส่วนที่ %(number)s %(title)s") % words,
        facts=[_("รายงาน%(unit)s เดือน%(month)s") % month, punctuality(report, on=on)],
        url=f"{report.get_absolute_url()}?part={section.key}#s{section.position}",
        action=_("กรอกส่วนนี้"),
    )
