"""Send people to a piece of work, let them go, put another in their place (S99–S102)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from committees.actions.holding import hold
from committees.models import Committee, Delegate, Delegation
from committees.periods import ONE_DAY, in_words, still_open
from committees.queries.delegations import kind_words, people_fit_for
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken, rules_of
from portal.kernel.models import Person, User
from portal.kernel.thai import long_date
from regions.models import Region

from .bodies import refuse_backwards, refuse_ended, refuse_later_starts

Kind = Delegate.Kind


@transaction.atomic
def create_delegation(
    committee: Committee, *, name: str, starts_on: date, central_officers_due: int, by: User
) -> Delegation:
    """Begin a piece of work to which every region and the centre send somebody.

    The committee's row is the queue: of two who press at once, the second hears that the
    work is there already.
    """
    Committee.objects.select_for_update(no_key=True).get(pk=committee.pk)
    delegation = Delegation(
        committee=committee,
        name=name,
        starts_on=starts_on,
        central_officers_due=central_officers_due,
    )
    _refuse_a_second(delegation)
    delegation.save(force_insert=True)
    record("delegation.created", delegation, by=by)
    return delegation


@transaction.atomic
def rename_delegation(delegation: Delegation, *, name: str, by: User) -> Delegation:
    """Call a piece of work otherwise; who is sent to it stays."""
    Committee.objects.select_for_update(no_key=True).get(pk=delegation.committee_id)
    delegation = _locked(delegation)
    if name == delegation.name:
        return delegation
    delegation.name = name
    _refuse_a_second(delegation)
    delegation.save(update_fields=["name"])
    record("delegation.renamed", delegation, by=by)
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, ends_on: date, by: User) -> Delegation:
    """``ends_on`` is the last day of the work; whoever is still sent to it leaves with it."""
    delegation = _locked(delegation)
    refuse_ended(delegation, ends_on, _("งานนี้สิ้นสุดแล้วเมื่อ %(day)s"))
    delegation.ends_on = ends_on
    refuse_backwards(delegation)
    sent = still_open(delegation.delegates, after=ends_on)
    refuse_later_starts(sent, after=ends_on)
    delegation.save(update_fields=["ends_on"])
    left = sent.update(ends_on=ends_on)
    record("delegation.ended", delegation, by=by, ends_on=str(ends_on), delegates=left)
    return delegation


def _locked(delegation: Delegation) -> Delegation:
    """The row as it stands now; nobody ends the work while somebody is being sent to it."""
    return Delegation.objects.select_for_update(no_key=True).get(pk=delegation.pk)


def _refuse_a_second(delegation: Delegation) -> None:
    same = {name: getattr(delegation, name) for name in ("committee", "name", "starts_on")}
    if Delegation.objects.filter(**same).exclude(pk=delegation.pk).exists():
        raise RuleBroken({"name": _("มีงานชื่อนี้ที่เริ่มวันเดียวกันอยู่แล้ว")}, code="twice")


@transaction.atomic
def name_delegate(
    delegation: Delegation,
    *,
    kind: str,
    region: Region | None,
    place: int | None,
    person: Person,
    starts_on: date,
    by: User,
) -> Delegate:
    """Give one person one place from ``starts_on`` on, if the place and the person are free.

    In a work whose last day is set, who is sent leaves with it.
    """
    delegation = _locked(delegation)
    hold(person)
    _refuse_wrong_day(delegation, region, starts_on)
    _refuse_wrong_place(delegation, kind, place)
    _refuse_unfit(kind, region, person, starts_on)
    with rules_of(Delegate):
        delegate = Delegate.objects.create(
            delegation=delegation,
            kind=kind,
            region=region,
            place=place,
            person=person,
            starts_on=starts_on,
            ends_on=delegation.ends_on,
        )
    record("delegate.named", delegation, by=by, delegate=delegate.pk, person=person.pk)
    return delegate


def _refuse_wrong_day(delegation: Delegation, region: Region | None, starts_on: date) -> None:
    if not delegation.is_in_force(on=starts_on):
        raise RuleBroken(
            {
                "starts_on": _("วันนั้นไม่อยู่ในช่วงของงานนี้ (%(period)s)")
                % {"period": in_words(delegation)}
            },
            code="outside-the-work",
        )
    if region and not region.is_in_force(on=starts_on):
        raise RuleBroken({"starts_on": _("ในวันนั้นไม่มีภาคนี้")}, code="no-such-region")


def _refuse_wrong_place(delegation: Delegation, kind: str, place: int | None) -> None:
    due = delegation.central_officers_due
    if kind == Kind.CENTRAL and not (place and 1 <= place <= due):
        raise RuleBroken(_("งานนี้มีเจ้าหน้าที่ส่วนกลาง %(n)s คน") % {"n": due}, code="no-such-place")


def _refuse_unfit(kind: str, region: Region | None, person: Person, on: date) -> None:
    """An officer by a post of that day and place; the people's representative by having none."""
    if people_fit_for(kind, region, on=on).filter(pk=person.pk).exists():
        return
    why = {
        Kind.PEOPLE: _("ผู้แทนภาคประชาชนต้องไม่เป็นเจ้าหน้าที่ในวันนั้น"),
        Kind.OFFICER: _("ผู้นี้ไม่ได้เป็นเจ้าหน้าที่หรือผู้จัดการของภาคนี้ในวันนั้น"),
        Kind.CENTRAL: _("ผู้นี้ไม่ได้เป็นเจ้าหน้าที่ส่วนกลางในวันนั้น"),
    }
    raise RuleBroken({"person": why[kind]}, code="unfit")


@transaction.atomic
def end_delegate(delegate: Delegate, *, ends_on: date, by: User) -> Delegate:
    """``ends_on`` is the last day in the place; who ends it again must end it earlier."""
    if ends_on < delegate.starts_on:
        raise RuleBroken(
            {
                "ends_on": _("วันสุดท้ายต้องไม่ก่อนวันที่เริ่ม คือ %(day)s")
                % {"day": long_date(delegate.starts_on)}
            },
            code="ends-before-it-starts",
        )
    won = still_open(Delegate.objects.filter(pk=delegate.pk), after=ends_on)
    if not won.update(ends_on=ends_on):
        words = kind_words(delegate.kind)
        raise RuleBroken(_("%(kind)sผู้นี้พ้นจากงานนี้แล้ว") % {"kind": words}, code="already-ended")
    delegate.refresh_from_db()
    record("delegate.ended", delegate.delegation, by=by, delegate=delegate.pk, ends_on=str(ends_on))
    return delegate


@transaction.atomic
def replace_delegate(delegate: Delegate, *, person: Person, starts_on: date, by: User) -> Delegate:
    """Another person takes the place on ``starts_on``; the day before is the last of the first."""
    _locked(delegate.delegation)
    end_delegate(delegate, ends_on=starts_on - ONE_DAY, by=by)
    return name_delegate(
        delegate.delegation,
        kind=delegate.kind,
        region=delegate.region,
        place=delegate.place,
        person=person,
        starts_on=starts_on,
        by=by,
    )
