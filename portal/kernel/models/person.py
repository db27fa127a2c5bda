from django.conf import settings
from django.db import models
from django.db.models.functions import Concat

from portal.kernel.history import tracked
from portal.kernel.thai_sort import SortKeyField, ThaiSortKey


class PersonQuerySet(models.QuerySet):
    def in_thai_order(self):
        return self.order_by("sort_key", "pk")


@tracked()
class Person(models.Model):
    """A human being. May or may not have an account: many village leaders have none.

    The prefix is free text and takes no part in sorting; a surname is optional
    (thai-conventions 4.2). Positions are dated records elsewhere, never a field here.
    """

    name_prefix = models.CharField("คำนำหน้านาม", max_length=40, blank=True)
    first_name = models.CharField("ชื่อ", max_length=100)
    last_name = models.CharField("นามสกุล", max_length=100, blank=True)
    email = models.EmailField("อีเมล", blank=True)
    phone = models.CharField("โทรศัพท์", max_length=30, blank=True)
    line_id = models.CharField("ไลน์ไอดี", max_length=60, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
    )
    sort_key = models.GeneratedField(
        expression=ThaiSortKey(Concat("first_name", models.Value(" "), "last_name")),
        output_field=SortKeyField(),
        db_persist=True,
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["sort_key"], name="people_in_thai_order")]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self):
        """No space after the prefix, one before the surname."""
        return f"{self.name_prefix}{self.first_name} {self.last_name}".strip()

    @property
    def address_name(self):
        """How a letter or the portal speaks to the person: by first name."""
        return f"คุณ{self.first_name}"
