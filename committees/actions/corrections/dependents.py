"""What would be left behind without an entry, or without some of its days."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from committees.actions.body_members import is_sent_by_the_67
from committees.actions.posts.rules import last_day_held, refuse_empty_centre, seats_of
from committees.actions.seats.rules import speaking_for
from committees.models import BoardRotation, Delegate, Membership
from committees.periods import ONE_DAY, in_words
from committees.queries.delegations import people_fit_for
from committees.queries.entries import Entry
from committees.roles import OF_THE_67, Role
from portal.kernel.errors import RuleBroken
from portal.kernel.names import named
from portal.kernel.thai import long_date
from regions.models import RegionalPost
from regions.models.period import Period

NAMED_AS = {
    Role.OFFICER: Delegate.Kind.OFFICER,
    Role.MANAGER: Delegate.Kind.OFFICER,
    Role.CENTRAL_OFFICER: Delegate.Kind.CENTRAL,
}


def refuse_left_behind(was: Entry, now: Entry | None, *, on: date) -> None:
    """Asked after the change: ``was`` is the entry before it, ``now`` after, None if struck."""
    match was:
        case Membership():
            refuse_post_without_seat(was)
            refuse_turn_without_seat(was)
        case RegionalPost():
            refuse_delegate_without_post(was)
            refuse_centre_without_officer(was, now, on=on)


def refuse_post_without_seat(was: Membership) -> None:
    """The database would refuse it, too, without saying which (S17, S103)."""
    rows = [row for row in seats_of(was.person) if row.seat.region_id == was.seat.region_id]
    posts = RegionalPost.objects.filter(person=was.person, region=was.seat.region)
    for post in posts.filter(role__in=OF_THE_67).select_related("region"):
        until = last_day_held(rows, post.starts_on)
        if until is not None and (post.ends_on is None or post.ends_on > until):
            words = {"person": was.person.full_name, "post": speaking_for(post)}
            words["days"] = in_words(post)
            text = _("%(person)s เป็น%(post)s %(days)s เพราะนั่งที่นั่งนี้ โปรดแก้หรือลบหน้าที่นั้นก่อน")
            raise RuleBroken(text % words, code="post-depends")


def refuse_turn_without_seat(was: Membership) -> None:
    """A turn on an outside board begins with a seat of the 67 (S16)."""
    turns = BoardRotation.objects.filter(person=was.person).select_related("committee")
    for turn in begun_in(was, turns):
        if not is_sent_by_the_67(turn):
            words = {"person": was.person.full_name, "board": named(turn.committee)}
            words["day"] = long_date(turn.starts_on)
            text = _("%(person)s ไปนั่ง%(board)s ตั้งแต่ %(day)s จากที่นั่งนี้ โปรดแก้หรือลบรายการนั้นก่อน")
            raise RuleBroken(text % words, code="turn-depends")


def refuse_delegate_without_post(was: RegionalPost) -> None:
    """Who was named for a piece of work as an officer was one that day (S100)."""
    named_as = Delegate.objects.filter(person=was.person, kind=NAMED_AS.get(was.role))
    for delegate in begun_in(was, named_as.select_related("delegation", "region")):
        fit = people_fit_for(delegate.kind, delegate.region, on=delegate.starts_on)
        if not fit.filter(pk=was.person_id).exists():
            words = {"person": was.person.full_name, "work": delegate.delegation.name}
            text = _("%(person)s เป็นผู้แทนร่วมงาน “%(work)s” ด้วยหน้าที่นี้ โปรดเปลี่ยนผู้แทนก่อน")
            raise RuleBroken(text % words, code="delegate-depends")


def refuse_centre_without_officer(was: RegionalPost, now: RegionalPost | None, *, on: date) -> None:
    """Somebody who can sign in is left today, and after a new last day."""
    refuse_empty_centre(was, on - ONE_DAY)
    if now and now.ends_on and now.ends_on >= on:
        refuse_empty_centre(was, now.ends_on)


def begun_in(period: Period, rows: Iterable[Period]) -> list:
    return [row for row in rows if period.is_in_force(on=row.starts_on)]
