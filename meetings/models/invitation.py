from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Coalesce, Now, TruncDate
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.models import BodyMembership, Membership, Seat
from portal.kernel.history import tracked
from portal.kernel.models import Person

from .meeting import Meeting


def still_seated():
    """What ``Invitation.objects.seated()`` asks, also for a statement that is written out: whether
    the person holds a seat of the body still, or the seat they were invited for, or is a member.

    Of a meeting that was put off without a day, whoever holds a seat today: the statement is
    written once, so the database says which day that is.
    """
    first_day = Coalesce(OuterRef("meeting__starts_on"), TruncDate(Now()))
    held = Membership.objects.in_force(on=first_day).filter(person=OuterRef("person"))
    own = Q(seat__committee=OuterRef("meeting__committee")) | Q(seat=OuterRef("seat"))
    members = BodyMembership.objects.in_force(on=first_day).filter(person=OuterRef("person"))
    member = Exists(members.filter(committee=OuterRef("meeting__committee")))
    return ExpressionWrapper(Exists(held.filter(own)) | member, output_field=BooleanField())


class InvitationQuerySet(models.QuerySet):
    def by_letter(self):
        return self.filter(channel=Invitation.Channel.LETTER)

    def to_phone(self):
        """Vacant seats and people without an address: somebody must ring them."""
        return self.filter(channel=Invitation.Channel.PHONE)

    def seated(self):
        """Of people who hold their place in that meeting on the first day, still."""
        return self.filter(still_seated())

    def answered(self):
        return self.exclude(answer="")

    def for_list(self):
        return self.select_related(
            "person",
            "seat__region",
            "seat__cluster",
            "seat__issue",
            "member",
            "meeting__committee",
            "phoned_by__person",
            "answer_noted_by__person",
        ).order_by(F("seat__number").asc(nulls_first=True), "person__sort_key", "pk")


@tracked()
class Invitation(models.Model):
    """Who was called to a meeting, how, and what came of it; frozen when the meeting is called."""

    class Channel(models.TextChoices):
        LETTER = "letter", gettext_lazy("หนังสือเชิญทางอีเมล")
        PHONE = "phone", gettext_lazy("โทรแจ้ง")

    class Answer(models.TextChoices):
        COMING = "coming", pgettext_lazy("invitation", "มา")
        DECLINED = "declined", pgettext_lazy("invitation", "ไม่มา")
        SUBSTITUTE = "substitute", gettext_lazy("ส่งผู้แทน")

    class Via(models.TextChoices):
        LINK = "link", gettext_lazy("จากลิงก์ในจดหมาย")
        PORTAL = "portal", gettext_lazy("ในระบบ")
        PHONE = "phone", gettext_lazy("ทางโทรศัพท์")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitations")
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    member = models.ForeignKey(
        BodyMembership, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    channel = models.CharField(max_length=10, choices=Channel)
    phoned_at = models.DateTimeField(null=True, blank=True)
    phoned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    answer = models.CharField("คำตอบ", max_length=10, choices=Answer, blank=True)
    answer_reason = models.CharField("เหตุที่มาไม่ได้", max_length=200, blank=True)
    substitute_name = models.CharField("ชื่อผู้แทน", max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_via = models.CharField(max_length=10, choices=Via, blank=True)
    answer_noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="one_invitation_per_seat"),
            models.UniqueConstraint(fields=["meeting", "member"], name="one_invitation_per_member"),
            models.CheckConstraint(
                condition=Q(seat__isnull=False, member=None) | Q(seat=None, member__isnull=False),
                name="an_invitation_is_for_a_seat_or_a_member",
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False),
                name="one_invitation_per_person",
            ),
            models.CheckConstraint(
                condition=Q(channel="phone") | Q(person__isnull=False),
                name="a_letter_has_a_reader",
            ),
            models.CheckConstraint(
                condition=Q(phoned_at=None, phoned_by=None)
                | Q(phoned_at__isnull=False, phoned_by__isnull=False),
                name="calls_say_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_via="")
                | (~Q(answer="") & Q(answered_at__isnull=False) & ~Q(answered_via="")),
                name="answers_say_when_and_how",
            ),
            models.CheckConstraint(
                condition=Q(answer="declined") | Q(answer_reason=""),
                name="only_who_declines_gives_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(answer="substitute") & ~Q(substitute_name=""))
                | (~Q(answer="substitute") & Q(substitute_name="")),
                name="a_substitute_is_named",
            ),
        ]

    def __str__(self):
        return f"invitation {self.pk}"

    @property
    def anchor(self):
        """Where it stands in the list of those invited."""
        return f"seat-{self.seat.number}" if self.seat else f"member-{self.member_id}"
