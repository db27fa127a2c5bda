"""Who fills in which section: lent to colleagues of the same place, and taken back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.http import asks, require

from ..forms import HandingForm
from ..parts import parts_of
from ..permissions import can_hand_section
from ..queries.colleagues import colleagues_for
from .report_page import get_report, may_type
from .sections import part_named


@asks
def report_colleagues(request, pk):
    """Each section that may still be typed, with who is to fill it in."""
    report = get_report(request, pk)
    require(can_hand_section(request.user, report) and may_type(report))
    parts = [part for part in parts_of(report, user=request.user) if not part.row.is_locked]
    people = list(colleagues_for(report, on=timezone.localdate()))
    for part in parts:
        part.form = HandingForm(part=part, people=people, by=request.user)
    form = asked(request, parts, people)
    if form and form.saved():
        messages.success(request, handed_words(form))
        return redirect(f"{request.path}#{form.part.anchor}")
    context = {"report": report, "parts": parts, "form": form, "is_alone": len(people) < 2}
    return render(request, "regions/report_colleagues.html", context, status=422 if form else 200)


def asked(request, parts, people):
    """The form of the section that was sent, in the place of the fresh one."""
    if request.method != "POST":
        return None
    part = part_named(parts, request.POST.get("section", ""))
    part.form = HandingForm(request.POST, part=part, people=people, by=request.user)
    return part.form


def handed_words(form):
    """Whether they hear of it by letter, or must be told."""
    person = form.person
    if person is None:
        return _("รับส่วนที่ %(number)s กลับมากรอกเองแล้ว") % {"number": form.part.number}
    words = {"number": form.part.number, "name": person.full_name}
    if person.email:
        return _("ส่งส่วนที่ %(number)s ให้ %(name)s กรอกแล้ว จดหมายพร้อมลิงก์กำลังไป") % words
    return _("ส่งส่วนที่ %(number)s ให้ %(name)s กรอกแล้ว ท่านนี้ไม่มีอีเมล โปรดโทรแจ้งด้วย") % words
