"""Of whom a meeting may ask something: all regions at once, one of them, a body, a person."""

from datetime import date

from django.utils.translation import gettext as _

from committees.models import Committee
from portal.kernel.models import Person
from portal.kernel.names import named
from regions.models import Region

from .speakers import PERSON, positions_on, told_with_position

EVERY_REGION, REGION, BODY = "regions", "region", "body"


def owner_choices(*, on: date) -> list:
    """All regions at once, one of them, a body, or somebody of the register."""
    regions, positions = list(Region.objects.in_force(on=on)), positions_on(on=on)
    bodies = Committee.objects.in_force(on=on).in_order_of_kind()
    people = Person.objects.in_thai_order()
    every = _("ทุกภาค (%(n)s ภาค ภาคละ 1 งาน)") % {"n": len(regions)}
    groups = [
        (_("ภาค"), [(f"{REGION}-{row.pk}", named(row)) for row in regions]),
        (_("คณะและหน่วยงาน"), [(f"{BODY}-{row.pk}", named(row)) for row in bodies]),
        (_("บุคคล"), [(f"{PERSON}-{row.pk}", told_with_position(row, positions)) for row in people]),
    ]
    return [*([(EVERY_REGION, every)] if regions else []), *(one for one in groups if one[1])]


def owners_of(chosen: str, *, on: date) -> list[Region | Committee | Person]:
    """Those whom a choice names."""
    if chosen == EVERY_REGION:
        return list(Region.objects.in_force(on=on))
    kind, _dash, key = chosen.partition("-")
    model = {REGION: Region, BODY: Committee, PERSON: Person}[kind]
    return [model.objects.get(pk=key)]
