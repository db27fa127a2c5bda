from django.db import models

from portal.kernel.history import tracked
from portal.kernel.models import Person
from regions.models import AppointmentOrder
from regions.models.exclusion import no_overlap
from regions.models.period import Period, PeriodQuerySet

from .committee import Committee


@tracked()
class BodyMembership(Period):
    """One person in one unit, issue subcommittee or outside board, from–to.

    The secretariat has no rows here: its roster is the posts of its officers (S18).
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="body_memberships")
    role = models.CharField("ตำแหน่งในคณะ", max_length=120, blank=True)
    appointed_by = models.ForeignKey(
        AppointmentOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    discharged_by = models.ForeignKey(
        AppointmentOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PeriodQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            no_overlap(
                "one_membership_of_a_person_in_a_body_at_a_time",
                "committee_id",
                "person_id",
                message="ผู้นี้อยู่ในคณะนี้แล้วในช่วงเวลานั้น",
            ),
        ]

    def __str__(self):
        return f"{self.person_id} in body {self.committee_id}"


class BoardRotationManager(models.Manager.from_queryset(PeriodQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(committee__kind=Committee.Kind.BOARD)


class BoardRotation(BodyMembership):
    """หมุนเวียน: the memberships of outside boards, on which the 67 sit in turn (S16)."""

    objects = BoardRotationManager()

    class Meta:
        proxy = True
