"""Leaves: plain arguments in, one call out, safe to run twice and by hand."""

from datetime import date, datetime, time, timedelta

from celery import shared_task
from django.utils import timezone

KEPT_FOR = timedelta(days=90)


@shared_task(name="kernel.tick_jobs")
def tick_jobs():
    """Run every slot of every job that is due."""
    from .jobs import tick  # noqa: PLC0415 -- task is a leaf

    tick()


@shared_task(name="kernel.drain_outbox")
def drain_outbox():
    """Keep the promises that are due."""
    from .outbox import drain  # noqa: PLC0415 -- task is a leaf

    drain()


@shared_task(name="kernel.sweep_outbox")
def sweep_outbox():
    """Keep the promises no nudge told us of."""
    from .outbox import sweep  # noqa: PLC0415 -- task is a leaf

    sweep()


@shared_task(name="kernel.send_letter")
def send_letter(key, to, subject, body, enclosed=()):
    """Keep the promise of one letter."""
    from .letters import deliver  # noqa: PLC0415 -- task is a leaf

    deliver(key=key, to=to, subject=subject, body=body, enclosed=enclosed)


@shared_task(name="kernel.send_account_invitation")
def send_account_invitation(invitation):
    """Send the letter of an invitation by e-mail, while its code still opens something."""
    from .joining_letters import mail_invitation  # noqa: PLC0415 -- task is a leaf
    from .models import AccountInvitation  # noqa: PLC0415 -- task is a leaf

    mail_invitation(AccountInvitation.objects.get(pk=invitation), at=timezone.now())


@shared_task(name="kernel.prune_outbox")
def prune_outbox(slot):
    """Forget promises kept more than 90 days before the day ``slot`` (ISO)."""
    from .outbox import prune  # noqa: PLC0415 -- task is a leaf

    midnight = timezone.make_aware(datetime.combine(date.fromisoformat(slot), time.min))
    prune(before=midnight - KEPT_FOR)
