"""The roll: who came for each seat, who is here without one, and the quorum meanwhile."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from committees.forms.fields import chosen
from committees.permissions import can_change_roster
from meetings.actions import (
    close_roll,
    erase_attendance,
    record_departure,
    remove_guest,
    tick_attendance,
)
from meetings.forms.attendance import GuestForm, SeatAttendanceForm, seen_of
from meetings.models import Attendance
from meetings.queries import roll_of, was_closed
from meetings.roll_call import RollPage, entry_of
from portal.kernel.errors import RuleBroken, beside_others
from portal.kernel.http import announce, asks
from portal.kernel.kept_text import typed

from .session import get_held

GOING = {"left": timezone.now, "returned": lambda: None}


@require_safe
@vary_on_headers("HX-Target")
def meeting_attendance(request, pk):
    meeting = get_callable(request, pk)
    today = timezone.localdate()
    page = RollPage(meeting, roll_of(meeting), request.GET, on=today)
    template = "meetings/attendance.html"
    if request.htmx.target == "results":
        template += "#results"
    may_reopen = was_closed(meeting, on=today)
    context = {"meeting": meeting, "page": page, "may_reopen": may_reopen}
    return render(request, template, context)


@require_POST
def attendance_tick(request, pk, key):
    """One tap: มา, แทน by somebody named beforehand, ลา, ไม่มา, gone, or nothing after all."""
    meeting = get_callable(request, pk)
    line = get_line(meeting, key)
    seen, refusal = seen_of(request.POST.get("seen", "")), ""
    try:
        with beside_others():
            tick(line, request.POST, meeting=meeting, seen=seen, by=request.user)
    except RuleBroken as broken:
        refusal = " ".join(broken.messages)
    return answer(request, meeting, key, refusal)


def tick(line, given, *, meeting, seen, by):
    kind = given.get("kind")
    if kind in GOING:
        depart(line, at=GOING[kind](), by=by)
    elif (entry := entry_of(line, given)) is None:
        erase_attendance(meeting, line.standing_place, seen=seen, by=by)
    else:
        place, now = line.standing_place, timezone.now()
        tick_attendance(meeting, place, entry, seen=seen, at=now, by=by)


def depart(line, *, at, by):
    if line.row:
        record_departure(line.row, at=at, by=by)


def answer(request, meeting, key, refusal):
    """The row and the quorum where htmx swaps them; else the page, at the row."""
    if not request.htmx:
        if refusal:
            messages.error(request, refusal)
        return redirect(back_to(request, meeting, f"#{key}"))
    page = RollPage(meeting, roll_of(meeting), request.GET, on=timezone.localdate())
    line = page.roll.line(key)
    if line is None:  # listed only for what was noted, and that is erased now
        return HttpResponseClientRedirect(back_to(request, meeting, ""))
    context = {"meeting": meeting, "page": page, "line": line, "refusal": refusal}
    return render(request, "meetings/_roll_answer.html", context)


@asks
def attendance_place(request, pk, key):
    """Everything of one seat or member: hours, mode, who came instead, why nobody did."""
    meeting = get_callable(request, pk)
    form = seat_form(request, meeting, get_line(meeting, key))
    back = back_to(request, meeting, f"#{key}")
    if form.saved():
        messages.success(request, _("บันทึกแล้ว"))
        return redirect(back)
    context = {"form": form, "meeting": meeting, "line": form.line, "back": back}
    status = 409 if form.is_stale else 200
    return render(request, "meetings/attendance_seat.html", context, status=status)


def seat_form(request, meeting, line):
    """As sent, as typed before, or as noted with what the address says: who was just made."""
    first = chosen(request, SeatAttendanceForm)
    form = SeatAttendanceForm(
        typed(request), meeting=meeting, line=line, initial=first, by=request.user
    )
    offer_new(request, form.fields["person"])
    return form


def offer_new(request, field):
    """Only the secretariat writes into the register of people; others are told whom to ask."""
    if can_change_roster(request.user):
        field.link_to_new(request.get_full_path())
    else:
        field.help_text = _("ไม่พบชื่อ แจ้งกองเลขาฯ ให้เพิ่มในทะเบียน")


@require_POST
def attendance_departure(request, pk, row_pk):
    """A guest goes now, or has not gone after all."""
    meeting = get_callable(request, pk)
    row = get_object_or_404(Attendance, pk=row_pk, meeting=meeting, kind=Attendance.Kind.OBSERVER)
    at = timezone.now() if request.POST.get("left") == "now" else None
    with announce(request, _("บันทึกเวลาออกแล้ว") if at else _("ลบเวลาออกแล้ว")):
        record_departure(row, at=at, by=request.user)
    return redirect(back_to(request, meeting, "#guests"))


@require_POST
def attendance_rest(request, pk):
    """Whoever is not noted did not come."""
    meeting = get_callable(request, pk)
    waiting = len(roll_of(meeting).waiting)
    words = ngettext("บันทึกว่าลาหรือไม่มา %(count)s ที่นั่ง", "บันทึกว่าลาหรือไม่มา %(count)s ที่นั่ง", waiting)
    with announce(request, words % {"count": waiting}):
        close_roll(meeting, by=request.user)
    return redirect("meetings:meeting-attendance", pk)


@asks
def guest_create(request, pk):
    meeting = get_callable(request, pk)
    first = chosen(request, GuestForm)
    form = GuestForm(typed(request), meeting=meeting, initial=first, by=request.user)
    offer_new(request, form.fields["person"])
    if form.saved():
        messages.success(request, _("เพิ่มผู้เข้าร่วมประชุมแล้ว"))
        return redirect(back_to(request, meeting, "#guests"))
    return render(request, "meetings/guest_form.html", {"form": form, "meeting": meeting})


@require_POST
def guest_removal(request, pk, row_pk):
    meeting = get_callable(request, pk)
    row = get_object_or_404(Attendance, pk=row_pk, meeting=meeting, kind=Attendance.Kind.OBSERVER)
    with announce(request, _("นำออกจากรายชื่อผู้เข้าร่วมประชุมแล้ว")):
        remove_guest(row, by=request.user)
    return redirect(back_to(request, meeting, "#guests"))


# -- The two kinds of places -----------------------------------------------------------


def attendance_seat(request, pk, seat_pk):
    return attendance_place(request, pk, f"seat-{seat_pk}")


def attendance_seat_tick(request, pk, seat_pk):
    return attendance_tick(request, pk, f"seat-{seat_pk}")


def attendance_member(request, pk, member_pk):
    return attendance_place(request, pk, f"member-{member_pk}")


def attendance_member_tick(request, pk, member_pk):
    return attendance_tick(request, pk, f"member-{member_pk}")


# -- Found, and gone back to -----------------------------------------------------------


def get_callable(request, pk):
    """A meeting whose roll may be called today; for others there is no such page."""
    meeting = get_held(request, pk)
    if not meeting.takes_attendance(on=timezone.localdate()):
        raise Http404
    return meeting


def get_line(meeting, key):
    line = roll_of(meeting).line(key)
    if line is None:
        raise Http404
    return line


def back_to(request, meeting, anchor=""):
    """The roll as it was filtered."""
    kept = {name: request.GET[name] for name in ("q", "show") if request.GET.get(name)}
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{reverse('meetings:meeting-attendance', args=[meeting.pk])}{query}{anchor}"
