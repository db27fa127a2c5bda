"""Open the next generation of the 67: the one before ends, its places are carried over empty."""

from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Committee, Seat
from committees.queries.turnover import Turnover, last_generation
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import User
from portal.kernel.thai import be_year, long_date
from regions.models import AppointmentOrder

from .codes import next_number

Kind = Committee.Kind
# Names our advisory lock among all others of the database.
OPENING_LOCK = 2540
BESIDE = {"one_generation_of_the_67_at_a_time": "starts_on"}

# What CODI decided for one generation holds for the next until it decides otherwise.
NUMBERS = (
    "seats_due",
    "officers_per_region",
    "central_officers_due",
    "boards_limit",
    "ends_soon_days",
    "quorum_of",
    "quorum_numerator",
    "quorum_denominator",
    "quorum_counts_substitutes",
    "meets_every_months",
    "reminder_working_days",
    "reminder_time",
    "task_reminder_working_days",
)
OF_A_BODY = (
    "kind",
    "name",
    "short_name",
    "name_en",
    "issue",
    "position",
    "duties",
    "note",
    "seats_due",
)
OF_A_SEAT = ("number", "kind", "region", "cluster", "issue")


@dataclass(frozen=True, kw_only=True)
class Names:
    name: str
    short_name: str
    name_en: str


@transaction.atomic
def open_generation(
    previous: Committee | None,
    *,
    starts_on: date,
    names: Names,
    order: AppointmentOrder | None,
    by: User,
) -> Committee:
    """Open the generation after ``previous``, or the very first one.

    Of two who open at once one waits and is told. The seats of ``previous``, its holders,
    coordinators, co-chairs, bodies and delegations end the day before, by the order; officers,
    central officers, auditors and outside boards go on.
    """
    turnover = previous and Turnover(previous, starts_on)
    lock(turnover)
    refuse_opening(turnover)
    if turnover:
        refuse_without_order(order)
        end_generation(turnover, order)
    with rules_of(Committee, beside=BESIDE):
        generation = Committee.objects.create(
            kind=Kind.SUBCOMMITTEE, code=fresh_code(starts_on), starts_on=starts_on,
            **vars(names), **numbers_of(previous),
        )  # fmt: skip
    seats = carry_over(turnover, generation) if turnover else 0
    record("generation.opened", generation, by=by, order=order and order.pk, seats=seats)
    return generation


def lock(turnover: Turnover | None) -> None:
    """One opens at a time, and who is changing a seat or body of ``previous`` is waited for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [OPENING_LOCK])
    if turnover:
        turnover.previous = Committee.objects.select_for_update().get(pk=turnover.previous.pk)
        previous = turnover.previous
        held = (previous.units, previous.seats, previous.delegations, turnover.memberships)
        for rows in held:
            list(rows.order_by("pk").select_for_update(of=["self"]).values_list("pk"))


def refuse_opening(turnover: Turnover | None) -> None:
    """Asked before the preview, too: nothing is opened twice, backwards or over what is planned."""
    last = last_generation()
    if last != (turnover and turnover.previous):
        raise RuleBroken(_("มีผู้เปิดคณะ 67 ชุดใหม่กว่าไปแล้ว โปรดตรวจในหน้าประวัติ"), code="later-generation")
    if turnover is None:
        return
    if turnover.starts_on <= last.starts_on:
        text = _("ต้องหลังวันเริ่มของชุดก่อน คือ %(day)s")
        raise RuleBroken({"starts_on": text % {"day": long_date(last.starts_on)}})
    if count := turnover.starting_later():
        text = ngettext(
            "มี %(n)s รายการของชุดก่อนที่เริ่มตั้งแต่วันนั้นเป็นต้นไป โปรดแก้หรือเลือกวันอื่น",
            "มี %(n)s รายการของชุดก่อนที่เริ่มตั้งแต่วันนั้นเป็นต้นไป โปรดแก้หรือเลือกวันอื่น",
            count,
        )
        raise RuleBroken({"starts_on": text % {"n": count}})


def refuse_without_order(order: AppointmentOrder | None) -> None:
    """The order is why everybody of the generation before leaves (B7)."""
    if order is None:
        raise RuleBroken({"order": _("โปรดเลือกคำสั่งที่แต่งตั้งชุดใหม่")})


def end_generation(turnover: Turnover, order: AppointmentOrder | None) -> None:
    """Holders first: what they held is asked for by whether it still lasts."""
    ended = {"ends_on": turnover.last_day}
    for rows in (turnover.memberships, turnover.posts, turnover.body_memberships):
        update(rows, **ended, discharged_by=order)
    places = (turnover.substitutions, turnover.seats, turnover.bodies)
    for rows in (*places, turnover.delegates, turnover.delegations):
        update(rows, **ended)
    still_lasts = Committee.objects.filter(pk=turnover.previous.pk)
    update(still_lasts.exclude(ends_on__lt=turnover.last_day), **ended)


def update(rows: QuerySet, **columns: object) -> None:
    rows.order_by().update(**columns)


def numbers_of(previous: Committee | None) -> dict:
    return columns(previous, NUMBERS) if previous else {}


def fresh_code(starts_on: date) -> str:
    """coordination-2568; a second one of the same year, by its day."""
    code = f"coordination-{be_year(starts_on)}"
    if Committee.objects.filter(code=code).exists():
        return f"{code}-{starts_on:%m-%d}"
    return code


# -- What the next one begins with -----------------------------------------------------


def carry_over(turnover: Turnover, generation: Committee) -> int:
    """The seats and bodies of the last day, all empty; how many seats they are."""
    begins = {"starts_on": generation.starts_on}
    Committee.objects.bulk_create(
        Committee(
            code=carried_code(body, turnover.previous, generation), parent=generation,
            **columns(body, OF_A_BODY), **begins,
        )
        for body in turnover.bodies_to_carry.select_related("issue")
    )  # fmt: skip
    seats = turnover.seats_to_carry.select_related("region", "cluster", "issue")
    copies = [Seat(committee=generation, **columns(seat, OF_A_SEAT), **begins) for seat in seats]
    return len(Seat.objects.bulk_create(copies))


def columns(row: Committee | Seat, names: tuple[str, ...]) -> dict:
    return {name: getattr(row, name) for name in names}


def carried_code(body: Committee, before: Committee, generation: Committee) -> str:
    """coordination-2550-secretariat becomes coordination-2568-secretariat."""
    tail = body.code.removeprefix(f"{before.code}-")
    code = f"{generation.code}-{tail}"
    longest = Committee._meta.get_field("code").max_length
    if tail == body.code or len(code) > longest:
        return f"{body.kind}-{next_number(Committee)}"
    return code


# -- What was before -------------------------------------------------------------------


@transaction.atomic
def record_past_generation(
    *, on: date, starts_on: date, ends_on: date, source: str, by: User, **told: object
) -> Committee:
    """Write down a generation that is over, known from a document: it ends nothing."""
    if ends_on < starts_on:
        raise RuleBroken({"ends_on": _("วันสิ้นสุดต้องไม่ก่อนวันเริ่ม")})
    if ends_on >= on:
        raise RuleBroken({"ends_on": _("ชุดที่ผ่านมาแล้วต้องสิ้นสุดก่อนวันนี้")})
    lock(None)
    with rules_of(Committee, beside=BESIDE):
        generation = Committee.objects.create(
            kind=Kind.SUBCOMMITTEE, code=fresh_code(starts_on), starts_on=starts_on,
            ends_on=ends_on, source=source, **told,
        )  # fmt: skip
    record("generation.recorded", generation, by=by)
    return generation
