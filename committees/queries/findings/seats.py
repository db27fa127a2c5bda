"""Seats: as many as are due, one for every cluster and issue, held, each by somebody else."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committees.models import Seat, Standing
from committees.queries.board_words import term_words, vacant_words
from committees.queries.succession import Succession, succession_of
from portal.kernel.names import named

from .finding import Finding, Kind, Remedy
from .picture import Picture


def seats_due(picture: Picture) -> Iterator[Finding]:
    due, there = picture.generation.seats_due, len(picture.seats)
    if due is None or due == there:
        return
    words = {"there": there, "due": due}
    if there < due:
        remedy = Remedy("seat-create", (), _("เพิ่มที่นั่ง"))
        yield Finding(Kind.SEATS_DUE, _("มี %(there)s จาก %(due)s ที่นั่ง") % words, remedy)
    else:
        remedy = Remedy("seat-list", (), _("ดูที่นั่งทั้งหมด"))
        yield Finding(Kind.SEATS_DUE, _("มี %(there)s ที่นั่ง เกินจากที่กำหนด %(due)s") % words, remedy)


def clusters_without_seat(picture: Picture) -> Iterator[Finding]:
    seated = {seat.cluster_id for seat in picture.seats}
    for cluster in picture.clusters:
        if cluster.pk not in seated:
            text = _("กลุ่มจังหวัด%(name)s ยังไม่มีที่นั่ง") % {"name": named(cluster)}
            known = {"kind": Seat.Kind.CLUSTER, "cluster": cluster.pk}
            yield Finding(Kind.CLUSTER, text, Remedy("seat-create", (), _("เพิ่มที่นั่ง"), known))


def issues_without_seat(picture: Picture) -> Iterator[Finding]:
    seated = {seat.issue_id for seat in picture.seats}
    for issue in picture.issues:
        if issue.pk not in seated:
            text = _("ประเด็น%(name)s ยังไม่มีที่นั่ง") % {"name": named(issue)}
            known = {"kind": Seat.Kind.ISSUE, "issue": issue.pk}
            yield Finding(Kind.ISSUE, text, Remedy("seat-create", (), _("เพิ่มที่นั่ง"), known))


def seats_to_care_for(picture: Picture) -> Iterator[Finding]:
    """Vacant, in carry-over, or soon to run out: as the roster says of the seat. Of a holder whose
    last day is set only what comes after is asked."""
    for seat in picture.seats:
        if succession := succession_of(seat, seat.holding, seat.next_holding):
            yield from seat_to_be_vacant(seat, succession)
            continue
        match seat.standing(on=picture.on):
            case Standing.VACANT:
                remedy = Remedy("seat-appointment", (seat.pk,), _("แต่งตั้ง"))
                yield Finding(Kind.VACANT, f"{about(seat)} {vacant_words(seat.left_on)}", remedy)
            case Standing.CARRY_OVER | Standing.ENDS_SOON as standing:
                kind = Kind.CARRY_OVER if standing == Standing.CARRY_OVER else Kind.ENDS_SOON
                remark = term_words(seat.holding, standing)
                text = f"{about(seat)} {seat.holding.person.full_name} {remark}"
                yield Finding(kind, text, Remedy("seat-detail", (seat.pk,), _("ดูที่นั่ง")))


def seat_to_be_vacant(seat: Seat, succession: Succession) -> Iterator[Finding]:
    if succession.vacant_from:
        text = f"{about(seat)} {seat.holding.person.full_name} {succession.whole}"
        remedy = Remedy("seat-appointment", (seat.pk,), _("แต่งตั้ง"))
        yield Finding(Kind.VACANT_SOON, text, remedy)


def one_person_two_seats(picture: Picture) -> Iterator[Finding]:
    """Who acts in a seat counts as if they sat there."""
    for person, sits in picture.places_of_people.values():
        if len(sits) > 1:
            numbers = ", ".join(told for _seat, told in sits)
            text = _("%(person)s นั่งในที่นั่งที่ %(numbers)s พร้อมกัน")
            words = {"person": person.full_name, "numbers": numbers}
            remedy = Remedy("seat-detail", (sits[-1][0].pk,), _("ดูที่นั่ง"))
            yield Finding(Kind.TWO_SEATS, text % words, remedy)


def about(seat: Seat) -> str:
    return _("ที่นั่งที่ %(n)s %(place)s") % {"n": seat.number, "place": named(seat.stands_for)}


CHECKS = [
    seats_due,
    clusters_without_seat,
    issues_without_seat,
    seats_to_care_for,
    one_person_two_seats,
]
