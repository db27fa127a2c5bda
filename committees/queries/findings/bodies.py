"""Units and issue subcommittees: one for every issue, none empty, nobody left behind in one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committees.models import Committee
from committees.roles import STAFF_AND_AUDITORS
from portal.kernel.names import named, named_short

from .finding import Finding, Kind, Remedy
from .picture import Picture

Bodies = Committee.Kind


def issues_without_body(picture: Picture) -> Iterator[Finding]:
    covered = {body.issue_id for body in picture.bodies if body.kind == Bodies.ISSUE}
    remedy = Remedy("body-create", (), _("ตั้งคณะ"), {"kind": Bodies.ISSUE})
    for issue in picture.issues:
        if issue.pk not in covered:
            text = _("ประเด็น%(name)s ยังไม่มีอนุกรรมการเชิงประเด็น") % {"name": named(issue)}
            yield Finding(Kind.ISSUE_BODY, text, remedy)


def empty_bodies(picture: Picture) -> Iterator[Finding]:
    """The secretariat has posts instead of members."""
    for body in picture.bodies:
        if body.kind != Bodies.SECRETARIAT and not body.members_now:
            text = _("%(body)s ยังไม่มีกรรมการ") % {"body": named(body)}
            remedy = Remedy("body-member-create", (body.code,), _("เพิ่มกรรมการ"))
            yield Finding(Kind.EMPTY_BODY, text, remedy)


def outsiders(picture: Picture) -> Iterator[Finding]:
    """Bodies are of the 67, and on outside boards they sit in turn (S16, S20, S21). Staff may work
    with a body of ours, as its secretary say; a board is strict."""
    staff = {post.person_id for post in picture.posts_as(*STAFF_AND_AUDITORS)}
    for row in picture.on_bodies:
        is_board = row.committee.kind == Bodies.BOARD
        if row.person_id in picture.seats_by_person or (not is_board and row.person_id in staff):
            continue
        words = {"person": row.person.full_name, "body": named(row.committee)}
        text = _("%(person)s อยู่ใน%(body)s แต่ไม่ได้ดำรงที่นั่งในคณะ 67") % words
        remedy = Remedy("body-member-discharge", (row.pk,), _("ให้พ้นจากคณะ"))
        yield Finding(Kind.BOARD_OUTSIDER if is_board else Kind.BODY_OUTSIDER, text, remedy)


def left_in_seats(picture: Picture) -> Iterator[Finding]:
    for row in picture.left_in_seats:
        seat = row.seat
        words = {
            "person": row.person.full_name,
            "n": seat.number,
            "body": named_short(seat.committee),
        }
        text = _("%(person)s ยังอยู่ในที่นั่งที่ %(n)s ของ%(body)s ซึ่งสิ้นสุดแล้ว") % words
        remedy = Remedy("seat-detail", (seat.pk,), _("ดูที่นั่ง"))
        yield Finding(Kind.LEFT_IN_SEAT, text, remedy)


def left_in_bodies(picture: Picture) -> Iterator[Finding]:
    for row in picture.left_in_bodies:
        words = {"person": row.person.full_name, "body": named(row.committee)}
        text = _("%(person)s ยังอยู่ใน%(body)s ซึ่งสิ้นสุดแล้ว") % words
        remedy = Remedy("body-detail", (row.committee.code,), _("ดูคณะ"))
        yield Finding(Kind.LEFT_IN_BODY, text, remedy)


CHECKS = [issues_without_body, empty_bodies, outsiders, left_in_seats, left_in_bodies]
