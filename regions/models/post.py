from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.kernel.composed import composed
from portal.kernel.history import tracked
from portal.kernel.models import Person

from .exclusion import no_overlap
from .order import AppointmentOrder
from .period import Period, PeriodQuerySet
from .place import Province, Region


class RegionalPostQuerySet(PeriodQuerySet):
    def held_by(self, user, *, on):
        return self.in_force(on=on).filter(person__user=user)

    def of(self, role, *, on):
        return self.in_force(on=on).filter(role=role)


@tracked()
class RegionalPost(Period):
    """Who speaks for a place, from–to: role × place × dates, the source of rights (N2).

    No place means the centre. An officer is staff and no member; a
    coordinator must be one of the 67, a rule kept where both are known
    (``committees.actions``). Whoever answers for a province answers to the
    region it belongs to on the day (S85).
    """

    class Role(models.TextChoices):
        MANAGER = "manager", "ผู้จัดการภาค"
        OFFICER = "officer", "เจ้าหน้าที่ภาค"
        COORDINATOR = "coordinator", "ผู้ประสานงานภาค"
        CO_CHAIR = "co_chair", "ประธานร่วม"
        CENTRAL_OFFICER = "central_officer", "เจ้าหน้าที่ส่วนกลาง"
        AUDITOR = "auditor", "ผู้ตรวจสอบ"
        PROVINCIAL = "provincial", "ผู้ประสานงานจังหวัด"

    # Of a region: who fill in, and gather what its provinces send.
    OFFICE = (Role.COORDINATOR, Role.OFFICER)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField("หน้าที่", max_length=20, choices=Role)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    appointed_by = models.ForeignKey(
        AppointmentOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    discharged_by = models.ForeignKey(
        AppointmentOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RegionalPostQuerySet.as_manager()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(role__in=["central_officer", "auditor"], region=None, province=None)
                | Q(role="provincial", region=None, province__isnull=False)
                | (
                    ~Q(role__in=["central_officer", "auditor", "provincial"])
                    & Q(region__isnull=False, province=None)
                ),
                name="every_post_names_its_place",
                violation_error_message="หน้าที่ของภาคต้องระบุภาค หน้าที่ของจังหวัดต้องระบุจังหวัด",
            ),
            no_overlap(
                "one_coordinator_per_region_at_a_time",
                "region_id",
                condition=Q(role="coordinator"),
                message="ภาคนี้มีผู้ประสานงานอยู่แล้วในช่วงเวลานั้น",
            ),
            no_overlap(
                "one_co_chair_per_region_at_a_time",
                "region_id",
                condition=Q(role="co_chair"),
                message="ภาคนี้มีประธานร่วมอยู่แล้วในช่วงเวลานั้น",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.place or ''}".strip()

    @property
    def place(self):
        """The region or the province; None is the centre."""
        return self.region or self.province


@dataclass(frozen=True)
class Rights:
    """What a person's posts of today allow, read once a request."""

    posts: tuple = ()
    provinces: frozenset = frozenset()  # codes of the provinces the person speaks for

    def holds(self, role):
        return any(held == role for held, _ in self.posts)

    def regions_as(self, *roles):
        return {region for role, region in self.posts if role in roles and region}

    @property
    def is_secretariat(self):
        return self.holds(RegionalPost.Role.CENTRAL_OFFICER)

    @property
    def is_auditor(self):
        return self.holds(RegionalPost.Role.AUDITOR)

    @property
    def sees_everything(self):
        """The secretariat, and the auditors, who read all and change nothing (S23)."""
        return self.is_secretariat or self.is_auditor

    @property
    def regions(self):
        """Every region the person speaks for in any role."""
        return {region for _, region in self.posts if region}


def rights_of(user) -> Rights:
    """The rights of ``user`` today; kept on the user, who lives one request long."""
    if not user.is_authenticated:
        return Rights()
    if not hasattr(
        user, "rights_today"
    ):  # asked through request.user, which is lazy and has no __dict__ of its own
        rows = _posts_of(user=user.pk, on=timezone.localdate())
        user.rights_today = Rights(
            tuple((role, region) for role, region, _ in rows),
            frozenset(province for *_, province in rows if province),
        )
    return user.rights_today


@composed
def _posts_of(*, user: int, on: date) -> models.QuerySet:
    held = RegionalPost.objects.held_by(user, on=on)
    return held.values_list("role", "region_id", "province_id")
