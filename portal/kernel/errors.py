"""How the portal says no."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, LockNotAvailable, RestrictViolation

logger = logging.getLogger(__name__)


class RuleBroken(ValidationError):
    """The request was understood, but a rule of the house forbids it.

    The message is in the language of the screen and is shown as it stands; ``code``
    says in kebab case what is wrong. ``RuleBroken({"due_on": "…"})`` aims at a field.
    """


@contextmanager
def rules_of(*models: type[Model], beside: Mapping[str, str] | None = None) -> Iterator[None]:
    """Turn a constraint of ``models`` that the database kept into a :class:`RuleBroken`.

    So who comes second in a race hears the same Thai sentence as who asked too late; the
    code is the constraint's name. ``beside`` names the form's field for a constraint's name.
    What no constraint of theirs explains stays an error.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refusal:
        name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None)
        kept = {rule.name: rule for model in models for rule in model._meta.constraints}
        if name not in kept:
            raise
        broken = RuleBroken(kept[name].get_violation_error_message(), code=name.replace("_", "-"))
        field = (beside or {}).get(name)
        raise (RuleBroken({field: broken}) if field else broken) from refusal


@contextmanager
def beside_others() -> Iterator[None]:
    """Somebody else who holds the same rows too long, or deleted one, is a rule broken, too; so is
    what the database itself refuses to change.

    Wrap the whole action: by then its transaction is undone, and pressing again may work.
    """
    try:
        with what_stands_is_kept():
            yield
    except OperationalError as failure:
        if not is_busy(failure):
            raise
        text = _("ยังไม่ได้บันทึกอะไร เพราะมีผู้อื่นกำลังบันทึกเรื่องเดียวกันอยู่ รอสักครู่แล้วกดอีกครั้ง")
        raise RuleBroken(text, code="busy") from failure
    except ObjectDoesNotExist as failure:
        if isinstance(failure, AttributeError):  # what a row never had, nobody deleted
            raise
        logger.warning("deleted meanwhile: %s", failure)
        text = _("ยังไม่ได้บันทึกอะไร เพราะมีผู้ลบรายการที่เกี่ยวข้องไปแล้ว โปรดเปิดหน้านี้ใหม่แล้วตรวจอีกครั้ง")
        raise RuleBroken(text, code="gone") from failure


@contextmanager
def what_stands_is_kept() -> Iterator[None]:
    """What was adopted is changed by nobody: a trigger said so, for an action did not."""
    try:
        yield
    except IntegrityError as failure:
        if not is_sealed(failure):
            raise
        text = _("ยังไม่ได้บันทึกอะไร เพราะเรื่องนี้อยู่ในรายงานที่รับรองแล้ว จึงแก้ไม่ได้")
        raise RuleBroken(text, code="sealed") from failure


def is_sealed(failure: Exception) -> bool:
    """Whether the database refused to change what was adopted (SQLSTATE 23001)."""
    return isinstance(failure.__cause__, RestrictViolation)


def is_busy(failure: Exception) -> bool:
    """Whether PostgreSQL gave up waiting for others, and not for another reason."""
    cause = failure.__cause__
    return isinstance(failure, OperationalError) and isinstance(
        cause, LockNotAvailable | DeadlockDetected
    )
