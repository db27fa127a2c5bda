"""Who comes onto a unit, an issue's body or a board, and who leaves it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from committees.forms.body_members import BodyDischargeForm, BodyMemberForm
from committees.forms.day import asked_day
from committees.forms.fields import by_hand
from committees.models import BodyMembership
from portal.kernel.http import asks
from portal.kernel.kept_text import typed

from .bodies import Kind, done, get_body_to_change


@asks
def body_member_create(request, code):
    """The secretariat has no members of its own: its page of posts is where to go."""
    body, day = get_body_to_change(request, code), asked_day(request)
    if body.kind == Kind.SUBCOMMITTEE:
        raise Http404
    if body.kind == Kind.SECRETARIAT:
        messages.info(request, _("เจ้าหน้าที่กองเลขานุการแต่งตั้งที่หน้านี้ ไม่มีรายชื่อแยกต่างหาก"))
        return redirect("committees:centre-posts")
    hand = by_hand(request, BodyMemberForm)
    form = BodyMemberForm(typed(request), body=body, on=day.on, **hand)
    if form.saved():
        return done(request, body, _("เพิ่มชื่อในคณะแล้ว"))
    return render(request, "committees/body_member_form.html", {"form": form, "body": body})


@asks
def body_member_discharge(request, pk):
    day = asked_day(request)
    row = get_object_or_404(BodyMembership.objects.select_related("person", "committee"), pk=pk)
    body = get_body_to_change(request, row.committee.code)
    hand = by_hand(request, BodyDischargeForm)
    form = BodyDischargeForm(typed(request), membership=row, on=day.on, **hand)
    if form.saved():
        return done(request, body, _("บันทึกการพ้นจากคณะแล้ว"))
    context = {"form": form, "body": body, "membership": row}
    return render(request, "committees/body_member_discharge.html", context)
