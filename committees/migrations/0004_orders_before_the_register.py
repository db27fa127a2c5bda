"""What was entered before there were orders and bodies with an issue says so."""

from django.db import migrations
from django.db.models import Q

BEFORE = {
    "issuer": "ไม่ปรากฏ",
    "number": "ก่อนเริ่มทะเบียนคำสั่ง",
    "title": "แต่งตั้งหรือให้พ้นก่อนเริ่มทะเบียนคำสั่งในระบบ",
}


def say_so(apps, _editor):
    name_orders(apps)
    name_issues(apps)
    Committee = apps.get_model("committees", "Committee")
    Committee.objects.filter(kind="unit", code__endswith="-secretariat").update(kind="secretariat")


def name_orders(apps):
    formal = apps.get_model("committees", "Membership").objects.filter(mode="formal")
    unnamed = formal.filter(Q(appointed_by=None) | Q(ends_on__isnull=False, discharged_by=None))
    first = unnamed.order_by("starts_on").first()
    if first is None:
        return
    orders = apps.get_model("regions", "AppointmentOrder").objects
    order, _ = orders.get_or_create(**BEFORE, defaults={"issued_on": first.starts_on})
    formal.filter(appointed_by=None).update(appointed_by=order)
    formal.filter(ends_on__isnull=False, discharged_by=None).update(discharged_by=order)


def name_issues(apps):
    Committee = apps.get_model("committees", "Committee")
    for issue in apps.get_model("committees", "Issue").objects.all():
        bodies = Committee.objects.filter(kind="issue", issue=None)
        bodies.filter(code__endswith=f"-{issue.code}").update(issue=issue)


class Migration(migrations.Migration):
    dependencies = [
        ("committees", "0003_bodies_delegations_and_orders"),
        ("regions", "0004_appointment_orders"),
    ]

    operations = [migrations.RunPython(say_so, migrations.RunPython.noop)]
