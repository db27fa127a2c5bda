"""The home of a region's people, of whoever speaks for a province, and of members."""

from datetime import date

from django.db.models import Q

from meetings.queries import next_meeting, open_items_for
from portal.kernel.models import User
from portal.shell import answers_due, gathering, lent, minutes_due, own_region, rhythm, waiting
from portal.shell.queries import figures_of, latest_result, own_seats
from portal.shell.region_rows import row_of
from portal.shell.who import Who, who_is
from regions.models import RegionalPost, RegionalReport

MOST_WAITING = 3  # the others stand folded under them


def my_page(user: User, *, on: date) -> dict:
    """The next meeting, what waits for me, the last results, my region and seat."""
    who = who_is(user, on=on)
    reports = reports_of(user, who) if who.region else []
    waits = waiting.folded(waits_for(user, who, reports, on=on), most=MOST_WAITING)
    return {
        "today": on,
        "who": who,
        "meeting": next_meeting(user, on=on),
        "result": latest_result(user, who.region, on=on),
        "seats": own_seats(user, on=on),
        **waits,
        **my_region(user, who, reports, on=on),
    }


def waits_for(
    user: User, who: Who, reports: list[RegionalReport], *, on: date
) -> list[waiting.Waiting]:
    """Reports to file and to check, what meetings assigned, minutes, and what was lent."""
    missed = rhythm.for_region(user, on=on) if who.files_reports else []
    missed += answers_due.for_region(who.region, on=on) if who.files_reports else []
    missed += minutes_due.for_person(user, on=on) + gathering.for_person(user)
    missed += lent.for_person(user, on=on)
    takes = [report for report in reports if report.takes_answers(on=on)]
    items, files = open_items_for(user, on=on), who.files_reports or who.provinces
    return waiting.for_region(user, takes, items, missed=missed, on=on, files=files)


def my_region(user: User, who: Who, reports: list[RegionalReport], *, on: date) -> dict:
    """How the own report stands, its numbers, and what was asked and answered; to the office of a
    region also what its provinces sent."""
    own = latest_of_provinces(reports) or reports[:1]
    province = None if speaks_for_region(who) else who.provinces[0]
    return {
        "own_reports": [row_of(report, on=on) for report in own],
        "figures": figures_of(who.region, province),
        "figures_place": province,
        "gathered": own_region.gathered_by(user, who, on=on),
        "asked": own_region.asked_by(who, on=on),
    }


def speaks_for_region(who: Who) -> bool:
    return bool(set(who.posts) - {RegionalPost.Role.PROVINCIAL}) or not who.provinces


def reports_of(user: User, who: Who) -> list[RegionalReport]:
    """The latest three months of the person's region or, of whoever speaks only for provinces,
    of those, each with who gathers it: as far as ``user`` may see them."""
    if speaks_for_region(who):
        own = Q(unit__region=who.region)
    else:
        own = Q(unit__province__in=[province.code for province in who.provinces])
    reports = RegionalReport.objects.visible_to(user).filter(own).order_by("-round__month", "pk")
    months = 3 * max(1, len(who.provinces))
    places = ("round", "region", "unit__region", "unit__province")
    return list(reports.select_related(*places)[:months])


def latest_of_provinces(reports: list[RegionalReport]) -> list[RegionalReport]:
    """Of whoever speaks for provinces the latest report of each; ``reports`` are latest first."""
    latest = {}
    for report in reports:
        if report.unit.province_id:
            latest.setdefault(report.unit_id, report)
    return list(latest.values())
