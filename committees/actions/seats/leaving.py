"""What goes with a seat: places in bodies and on boards, and other seats that are acted in."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from committees.actions.body_members import end_body_membership
from committees.models import BodyMembership, Membership
from committees.periods import ONE_DAY
from committees.queries.entries import words_of
from committees.queries.held_beside import Beside, is_seated
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User
from portal.kernel.thai import long_date

from .substitutes import end_substitution


def end_together(row: Membership, together: Sequence[Beside], *, by: User) -> None:
    """End them with the seat, the same day by the same order.

    Who keeps another seat of the 67 keeps these, too; what has ended by then is left alone.
    """
    if is_seated(row.person, on=row.ends_on + ONE_DAY):
        return
    for held in together:
        held.refresh_from_db(fields=["starts_on", "ends_on"])
        refuse_beginning_later(held, row)
        if held.ends_on is not None and held.ends_on <= row.ends_on:
            continue
        if isinstance(held, BodyMembership):
            end_body_membership(held, ends_on=row.ends_on, order=row.discharged_by, by=by)
        else:
            end_substitution(held, ends_on=row.ends_on, by=by)


def refuse_beginning_later(held: Beside, row: Membership) -> None:
    """What begins only after the last day never was: somebody has to decide on it."""
    if held.starts_on > row.ends_on:
        words = {"held": words_of(held), "day": long_date(held.starts_on)}
        text = _(
            "%(held)s เริ่ม %(day)s หลังวันสุดท้ายในที่นั่ง โปรดไม่เลือกรายการนี้ แล้วแก้หรือลบที่หน้าของคณะหรือที่นั่งนั้น"
        )
        raise RuleBroken({"together": RuleBroken(text % words, code="begins-later")})
