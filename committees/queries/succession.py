"""What comes after a holder whose last day is set: who follows, or since when nobody sits there."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from committees.models import Membership, Seat
from committees.periods import ONE_DAY
from portal.kernel.thai import long_date


@dataclass(frozen=True)
class Succession:
    """``vacant_from`` is the first day on which nobody will sit there, if there is one."""

    holding: Membership
    following: Membership | None
    vacant_from: date | None

    @property
    def until(self) -> str:
        """What anybody may read."""
        return _("ดำรงตำแหน่งถึง %(day)s") % {"day": long_date(self.holding.ends_on)}

    @property
    def words(self) -> str:
        """The rest, without the name of who follows."""
        told = [self.until]
        if self.vacant_from:
            told.append(_("จะว่างตั้งแต่ %(day)s") % {"day": long_date(self.vacant_from)})
        if self.following:
            told.append(_("ผู้รับช่วง"))
        return " ".join(told)

    @property
    def since(self) -> str:
        if self.following is None:
            return ""
        return _("ตั้งแต่ %(day)s") % {"day": long_date(self.following.starts_on)}

    @property
    def whole(self) -> str:
        """ดำรงตำแหน่งถึง 30 พฤศจิกายน 2569 ผู้รับช่วง นาย… ตั้งแต่ 1 ธันวาคม 2569"""
        name = self.following.person.full_name if self.following else ""
        return " ".join(told for told in (self.words, name, self.since) if told)


def succession_of(
    seat: Seat, holding: Membership | None, following: Membership | None
) -> Succession | None:
    """None while no last day is set, and where the seat itself ends with its holder."""
    if holding is None or holding.ends_on is None:
        return None
    next_day = holding.ends_on + ONE_DAY
    ends = [place.ends_on for place in (seat, seat.committee) if place.ends_on]
    if ends and next_day > min(ends):
        return None
    is_followed = following and following.starts_on <= next_day
    return Succession(holding, following, None if is_followed else next_day)
