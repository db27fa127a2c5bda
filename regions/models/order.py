from django.db import models

from portal.kernel.history import tracked


@tracked()
class AppointmentOrder(models.Model):
    """คำสั่งแต่งตั้ง: the official paper that caused somebody to take or leave a place (S15, B7).

    A letter of resignation or another official paper stands here too, by its own number.
    ``file_name`` is what the scanned paper was called; the file itself has a name of ours.
    """

    issuer = models.CharField("ผู้ออกคำสั่ง", max_length=120)
    number = models.CharField("เลขที่", max_length=60)
    issued_on = models.DateField("ลงวันที่")
    title = models.CharField("เรื่อง", max_length=250)
    file = models.FileField("ไฟล์คำสั่ง", upload_to="orders/", blank=True)
    file_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "number"],
                name="one_order_of_a_number_per_issuer",
                violation_error_message="มีคำสั่งเลขที่นี้ของผู้ออกคำสั่งนี้อยู่แล้ว",
            ),
        ]

    def __str__(self):
        return f"{self.issuer} {self.number}"
