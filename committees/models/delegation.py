from django.db import models
from django.db.models import Q

from portal.kernel.history import tracked
from portal.kernel.models import Person
from regions.models import Region
from regions.models.exclusion import no_overlap
from regions.models.period import Period, PeriodQuerySet

from .committee import Committee


@tracked()
class Delegation(Period):
    """ผู้แทนร่วมงาน: a named piece of work to which every region sends one people's
    representative and one officer, and the centre some officers of its own (S99–S102)."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="delegations")
    name = models.CharField("งาน", max_length=200)
    central_officers_due = models.PositiveSmallIntegerField("เจ้าหน้าที่ส่วนกลาง (คน)", default=2)

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        ordering = ["-starts_on", "-pk"]

    def __str__(self):
        return self.name


@tracked()
class Delegate(Period):
    """One person sent to one piece of work, from–to, in one of the places it has."""

    class Kind(models.TextChoices):
        PEOPLE = "people", "ผู้แทนภาคประชาชน"
        OFFICER = "officer", "เจ้าหน้าที่ภาค"
        CENTRAL = "central", "เจ้าหน้าที่ส่วนกลาง"

    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="delegates")
    kind = models.CharField("ในฐานะ", max_length=10, choices=Kind)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="delegates"
    )
    place = models.PositiveSmallIntegerField("ลำดับ", null=True, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations")

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind="central", region=None, place__gte=1)
                | (~Q(kind="central") & Q(region__isnull=False, place=None)),
                name="central_delegates_have_a_place_the_others_a_region",
            ),
            no_overlap(
                "one_peoples_representative_per_region_and_delegation",
                "delegation_id",
                "region_id",
                condition=Q(kind="people"),
                message="ภาคนี้มีผู้แทนภาคประชาชนในงานนี้อยู่แล้ว",
            ),
            no_overlap(
                "one_officer_per_region_and_delegation",
                "delegation_id",
                "region_id",
                condition=Q(kind="officer"),
                message="ภาคนี้มีเจ้าหน้าที่ในงานนี้อยู่แล้ว",
            ),
            no_overlap(
                "one_central_officer_per_place_of_a_delegation",
                "delegation_id",
                "place",
                condition=Q(kind="central"),
                message="ลำดับนี้ของส่วนกลางมีเจ้าหน้าที่อยู่แล้ว",
            ),
            no_overlap(
                "one_place_per_person_in_a_delegation",
                "delegation_id",
                "person_id",
                message="ผู้นี้เป็นผู้แทนในงานนี้อยู่แล้ว",
            ),
        ]

    def __str__(self):
        return f"{self.person_id} in delegation {self.delegation_id}"
